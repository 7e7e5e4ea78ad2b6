"""The yes or no to a question that wants one, where facts or the very words of a statement settle it; else none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.facts.by_words import by_short_form, by_words
from bot.answering.facts.evidence import Evidence
from bot.answering.facts.saying import line, otherwise, phrase, shown, values
from bot.answering.facts.verify import LIMITING, Verdict, Verified, claimed, within_limits
from bot.answering.understanding.query import ALL, HALF
from bot.domain.answers import FirstLine, Phrase
from bot.domain.facts import Fact, Measure, Operation, Scope
from bot.language.fact_words import ATTRIBUTES, PATTERNS
from bot.language.quantities import AGE, MONEY, Quantity, dates, names_age
from bot.language.tokens import terms

SUBJECT = 0.6  # share of a question's words, less what it claims, that a statement holds: it is about the same
_LEARNERS = frozenset({"mahasiswa", "siswa"})  # groups that are meant anyway where a level is
_ASIDE = re.compile(r"\([^)]*\)")


def settled(evidence: Evidence) -> FirstLine | None:
    """Return the first line that a question for yes or no gets; None where nothing is known to say."""
    for settle in (_by_age, _by_claim, _by_date, by_short_form, by_words, _by_difference, _by_silence):
        if found := settle(evidence):
            return found
    return None


def unsettled(evidence: Evidence, *, taught: bool | None) -> FirstLine | None:
    """Return that it can't be told from the documents, where the statements hardly answer what is asked.

    `taught` is whether questions like it have taught that they do, None where nothing is taught of it. Four readers
    of 467 hardly answered questions found them settled by the first statement in 75 % where it is, in 35 % where not.
    """
    held = evidence.about(evidence.statements[0].id) if evidence.statements else 0.0
    if taught or held >= ALL or (held >= HALF and taught is None):
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
    return evidence.unheld(best) <= set(terms(one.text, evidence.query.spoken))


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
    unheld = evidence.unheld(best)
    if not unheld or not unheld <= set(terms(group, "id")):
        return None
    return FirstLine(Operation.VERIFY, (Phrase("first-unnamed", (("said", group.capitalize()),)),), ())
