"""The yes or no to a question that wants one, where facts or the very words of a statement settle it; else none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.facts.asked import Asked
from bot.answering.facts.saying import line, otherwise, phrase, shown, values
from bot.answering.facts.verify import LIMITING, Verdict, Verified, claimed, within_limits
from bot.answering.understanding.query import ALL, HALF, Query
from bot.domain.answers import FirstLine, Phrase
from bot.domain.documents import Release, Statement
from bot.domain.fact_reading import facts_in, is_certain
from bot.domain.facts import Fact, Measure, Operation, Scope
from bot.language.fact_words import ATTRIBUTES, COMPARATORS, EACH, PATTERNS, WORDS
from bot.language.levels import spans_of_levels
from bot.language.quantities import AGE, MONEY, Quantity, dates, names_age
from bot.language.registry import LANGUAGES
from bot.language.stages import stages
from bot.language.tokens import terms, words

SUBJECT = 0.6  # share of a question's words, less what it claims, that a statement holds: it is about the same
FEWEST_SAID = 3  # words in the order of a statement that say the same as it: two stand in many
_LEARNERS = frozenset({"mahasiswa", "siswa"})  # groups that are meant anyway where a level is
_EMPTY = frozenset().union(
    *(
        one.classes.get(name, frozenset())
        for one in LANGUAGES.values()
        for name in ("interrogatives", "persons", "joining", "courtesy")
    )
)
_ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The statements that may settle a question, best first: no promises unless it asks for one."""

    asked: Asked
    query: Query
    statements: Sequence[Statement]
    release: Release
    language: str

    def facts(self) -> list[Fact]:
        """Return their facts that are for whom and where it is asked."""
        told = facts_in(self.release)[self.language]
        found = (fact for one in self.statements for fact in told(one.id) if self.asked.fits(fact))
        return [self.asked.narrowed(fact) for fact in found]

    def about(self, statement: str, less: str = "") -> float:
        """Return which share of the question's words, less what it claims, a statement holds."""
        question = self.query.question
        rest = re.sub(re.escape(less), " ", question, flags=re.IGNORECASE) if less else question
        for look in EACH.values() if less else ():
            rest = look.sub(" ", rest)
        asked = terms(rest, self.query.spoken)
        return self.query.lexicon.shares(asked, [statement])[statement] if asked else 0.0


def settled(evidence: Evidence) -> FirstLine | None:
    """Return the first line that a question for yes or no gets; None where nothing is known to say."""
    for settle in (_by_age, _by_claim, _by_date, _by_words, _by_difference, _by_silence):
        if found := settle(evidence):
            return found
    return None


def unsettled(evidence: Evidence, taught: float | None, *, is_doubtful: bool) -> FirstLine | None:
    """Return that it can't be told from the documents, where the statements hardly answer what is asked.

    `taught` is how far questions like it have taught that they do, None where nothing is taught of it; `is_doubtful`,
    that it is too little. Where they do answer, the reader finds it in their words: then nothing is said.
    """
    held = evidence.about(evidence.statements[0].id) if evidence.statements else 0.0
    if held >= ALL or (held >= HALF and not is_doubtful) or (taught or 0.0) >= HALF:
        return None
    return FirstLine(Operation.VERIFY, (Phrase("first-unsettled"),), ())


def _by_age(evidence: Evidence) -> FirstLine | None:
    """The asker's age against the limits of age; not of people for whom there may be others."""
    asked, limits = evidence.asked, [one for one in evidence.facts() if one.value.measure is Measure.AGE]
    ages = [one for one in asked.claims if _is_age(one, limits, evidence)]
    if len(ages) != 1 or not limits or asked.names.get(Scope.GROUP, frozenset()) - _LEARNERS:
        return None
    if asked.is_limit:
        return _compared(claimed(ages[0].value, limits, as_limit=True))
    found = within_limits(ages[0].value, limits)
    return _limited(found, "first-yes-age") if found else None


def _is_age(one: Quantity, limits: Sequence[Fact], evidence: Evidence) -> bool:
    """Tell whether a number is an age: by its words, or as all else that is asked stands beside the limits of age."""
    if one.unit == AGE:
        return True
    if one.unit not in ("tahun", "") or not limits:
        return False
    if names_age(evidence.query.question):
        return True
    best = evidence.release.statements[limits[0].statement]
    return _unheld(evidence, best) <= set(terms(one.text, evidence.query.spoken))


def _limited(found: Verified, yes: str) -> FirstLine | None:
    facts = sorted(found.facts, key=lambda fact: (fact.value.number or 0, -_breadth(fact)))
    if found.verdict is Verdict.YES:
        least = min(facts, key=lambda fact: (fact.value.number or 0, _breadth(fact)))
        return line(Operation.VERIFY, (Phrase(yes), phrase(least)), [least])
    if found.verdict is Verdict.NO:
        return line(Operation.VERIFY, (Phrase("first-no"), phrase(facts[-1])), facts[-1:])
    return _differing(found)


def _breadth(fact: Fact) -> int:
    """Return for how many levels, places and groups a fact is: of two that say the same, the narrower is shown."""
    return len(fact.qualifiers)


def _differing(found: Verified) -> FirstLine | None:
    key = "first-differ" if found.verdict is Verdict.DIFFER else "first-depends"
    return line(Operation.VERIFY, (Phrase(key, (("values", values(found.facts)),)),), found.facts)


def _by_claim(evidence: Evidence) -> FirstLine | None:
    """A number that is taken for granted against the values of its unit, where they are about the same."""
    for claim in evidence.asked.claims:
        if not claim.unit or claim.unit == AGE:
            continue
        facts = [one for one in evidence.facts() if one.value.unit == claim.unit and _is_meant(one, claim, evidence)]
        found = _claimed(evidence, claim, _most_about(facts, claim, evidence))
        if found:
            return found
    return None


def _most_about(facts: Sequence[Fact], claim: Quantity, evidence: Evidence) -> list[Fact]:
    """Return the facts of the one statement that is most about the same; none if several are that say otherwise."""
    most = max((evidence.about(one.statement, claim.text) for one in facts), default=0.0)
    best = [one for one in facts if evidence.about(one.statement, claim.text) >= most]
    own = [one for one in best if one.statement == best[0].statement] if best else []
    told = {one.value.number for one in own}
    return own if all(one.value.number in told for one in best) else []


def _claimed(evidence: Evidence, claim: Quantity, facts: Sequence[Fact]) -> FirstLine | None:
    asked = evidence.asked
    are_limits = any(fact.comparator in LIMITING for fact in facts)
    if asked.attributes or (are_limits and claim.unit != MONEY and PATTERNS["modal"].search(asked.question)):
        found = within_limits(claim.value, facts)
        return _limited(found, "first-yes-limit") if found else None
    return _compared(claimed(claim.value, facts, as_limit=asked.is_only or asked.is_limit))


def _compared(found: Verified | None) -> FirstLine | None:
    if not found or found.verdict is Verdict.DEPENDS:
        return None
    if found.verdict is Verdict.DIFFER:
        return _differing(found)
    facts = found.facts
    first, others = facts[0], [one for one in facts if shown(one) != shown(facts[0])]
    opening = {Verdict.YES: (Phrase("first-yes"),), Verdict.NO: (Phrase("first-not-so"),)}.get(found.verdict, ())
    return line(Operation.VERIFY, (*opening, phrase(first), *otherwise(first, others)), facts)


def _by_date(evidence: Evidence) -> FirstLine | None:
    """A day that is taken for granted, and that a statement about the same tells."""
    claims = [one for one in dates(evidence.query.question) if one.day]
    if len(claims) != 1:
        return None
    (claim,) = claims
    for fact in evidence.facts():
        if fact.value.measure is not Measure.DATE or evidence.about(fact.statement, claim.text) < SUBJECT:
            continue
        told = dates(fact.value.text)
        if len(told) == 1 and told[0].year and not claim.differs(told[0]):
            return line(Operation.VERIFY, (Phrase("first-yes"), phrase(fact)), [fact])
    return None


def _is_meant(fact: Fact, claim: Quantity, evidence: Evidence) -> bool:
    """Tell whether a fact is of what a number is claimed of: of the same attribute ("income"), or about the same."""
    if asked := evidence.asked.attributes:
        text = evidence.release.statements[fact.statement].said_in(evidence.language)
        is_best = fact.statement == evidence.statements[0].id
        return is_best and all(ATTRIBUTES[name].search(text) for name in asked)
    return evidence.about(fact.statement, claim.text) >= SUBJECT


def _by_words(evidence: Evidence) -> FirstLine | None:
    """A statement that says it in the very words, or denies it in them."""
    if evidence.asked.claims or PATTERNS["negation"].search(_without_last(evidence.query.question)):
        return None
    spanned = sorted(evidence.statements, key=lambda one: not spans_of_levels(one.said_in(evidence.language)))
    for one in spanned if evidence.asked.names.get(Scope.LEVEL) else evidence.statements:
        said = _ASIDE.sub(" ", one.said_in(evidence.language))
        if _unheld(evidence, one) or PATTERNS["contrast"].search(said):
            continue
        key = ""
        if is_certain(said) and not _excludes(evidence, said):
            key = "first-yes" if _says_in_order(evidence, said) else ""
            key = "first-yes-quoted" if not key and _admits(evidence, said) else key
        elif _denies_asked(evidence, said):
            key = "first-no"
        if key:
            span = _spanned(evidence, said)
            return FirstLine(Operation.VERIFY, (Phrase("first-yes" if span else key), *span), (one.id,))
    return None


def _excludes(evidence: Evidence, said: str) -> bool:
    """Tell whether what is asked is named as what something is not for: "guru non-PNS"."""
    asked = set(_content(evidence))
    return any(asked.intersection(words(said[found.end() :])[:1]) for found in PATTERNS["excludes"].finditer(said))


def _spanned(evidence: Evidence, said: str) -> list[Phrase]:
    """Return the span of levels in which the asked one lies, as it is written: "D3 sampai S3"."""
    levels = evidence.asked.names.get(Scope.LEVEL, frozenset())
    spans = [span for span in spans_of_levels(said) if levels and levels <= stages(span)]
    return [Phrase("first-exactly", (("value", spans[0]),))] if spans else []


def _says_in_order(evidence: Evidence, said: str) -> bool:
    """Tell whether a statement says the words of a question in their order, each just so: who does what to whom."""
    asked, told = _content(evidence), iter(words(said))
    return len(asked) >= FEWEST_SAID and all(word in told for word in asked)


def _admits(evidence: Evidence, said: str) -> bool:
    """Tell whether a statement names the level or group that is asked, as one that it is for."""
    asked, named = evidence.asked, evidence.asked.names
    own = named.get(Scope.LEVEL, frozenset()) | named.get(Scope.GROUP, frozenset())
    if not own or not PATTERNS["affirms"].search(said):
        return False
    looks = (PATTERNS["modal"], PATTERNS["affirms"], COMPARATORS["at_most"])
    if not any(look.search(asked.question) for look in looks):
        return False
    known = frozenset(terms(" ".join(words(said)), evidence.query.spoken)) | stages(said)
    rest = [word for word in _content(evidence) if not PATTERNS["modal"].fullmatch(word)]
    return all(word in known or known.issuperset(terms(word, evidence.query.spoken) or [word]) for word in rest)


def _denies_asked(evidence: Evidence, said: str) -> bool:
    """Tell whether the one thing that a statement denies is what is asked: "tidak ditanggung"."""
    if any(PATTERNS[name].search(said) for name in ("exception", "unsure")):
        return False
    denied = list(PATTERNS["negation"].finditer(said))
    following = [words(said[match.end() :])[:1] for match in denied]
    return len(denied) == 1 and bool(following[0]) and following[0][0] in _content(evidence)


def _by_difference(evidence: Evidence) -> FirstLine | None:
    """Sources that differ about what is asked."""
    best = next(iter(evidence.statements), None)
    if not best or evidence.about(best.id) < SUBJECT:
        return None
    said = _ASIDE.sub(" ", best.said_in(evidence.language))
    contrast = PATTERNS["contrast"].search(said)
    if not contrast or not PATTERNS["says"].search(said, contrast.end()):
        return None
    return FirstLine(Operation.VERIFY, (Phrase("first-sources-differ"),), (best.id,))


def _by_silence(evidence: Evidence) -> FirstLine | None:
    """A group of people that the statements about all else that is asked do not name."""
    best, groups = next(iter(evidence.statements), None), evidence.asked.names.get(Scope.GROUP, frozenset())
    if not best or len(groups) != 1 or groups <= _LEARNERS:
        return None
    (group,) = groups
    unheld = _unheld(evidence, best)
    if not unheld or not unheld <= set(terms(group, "id")):
        return None
    return FirstLine(Operation.VERIFY, (Phrase("first-unnamed", (("said", group.capitalize()),)),), ())


def _unheld(evidence: Evidence, one: Statement) -> set[str]:
    """Return the words of a question that a statement does not hold; levels it may tell within a span."""
    query = evidence.query
    held = query.lexicon.held(one.id, query.terms)
    levels = stages(one.said_in(evidence.language))
    return {term for term in query.terms if term not in held and term not in levels}


def _content(evidence: Evidence) -> list[str]:
    """Return the words of a question that a statement must hold to say the same, as they are written.

    Of function words those may be missing that ask, name persons or join; not those of time and number ("semua").
    """
    spoken = words(_without_last(evidence.query.question))
    return [word for word in spoken if word not in _EMPTY and word not in WORDS["emphasis"]]


def _without_last(question: str) -> str:
    spoken = words(question)
    while spoken and spoken[-1] in WORDS["last"]:
        spoken.pop()
    return " ".join(spoken)
