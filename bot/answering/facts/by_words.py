"""Yes or no by the very words of a statement, or of its short form."""

from __future__ import annotations

import re

from bot.answering.facts.evidence import Evidence, without_last
from bot.domain.answers import FirstLine, Phrase
from bot.domain.documents import Statement
from bot.domain.fact_reading import is_certain
from bot.domain.facts import Operation, Scope
from bot.domain.known_names import towns_of
from bot.domain.qualifiers import named
from bot.language.fact_words import COMPARATORS, PATTERNS
from bot.language.levels import spans_of_levels
from bot.language.stages import stages
from bot.language.tokens import terms, words

FEWEST_SAID = 3  # words in the order of a statement that say the same as it: two stand in many
_HEDGES = ("contrast", "says", "source", "exception", "unsure")  # where one stands, a statement settles nothing
_ASIDE = re.compile(r"\([^)]*\)")


def by_words(evidence: Evidence) -> FirstLine | None:
    """A statement that says it in the very words, or denies it in them."""
    if evidence.asked.claims or PATTERNS["negation"].search(without_last(evidence.query.question)):
        return None
    spanned = sorted(evidence.statements, key=lambda one: not spans_of_levels(one.said_in(evidence.language)))
    for one in spanned if evidence.asked.names.get(Scope.LEVEL) else evidence.statements:
        said = _ASIDE.sub(" ", one.said_in(evidence.language))
        if evidence.unheld(one) or PATTERNS["contrast"].search(said):
            continue
        key = ""
        if is_certain(said) and not _excludes(evidence, said):
            key = "first-yes" if _says_in_order(evidence, said) else ""
            key = "first-yes-quoted" if not key and _admits(evidence, said) else key
        elif _denies_asked(evidence, said):
            key = "first-no"
        if key:
            span = _spanned(evidence, said)
            said_first = span or _short_form(one.shown_in(evidence.language).short)
            opening = "first-yes" if said_first and key == "first-yes-quoted" else key
            return FirstLine(Operation.VERIFY, (Phrase(opening), *said_first), (one.id,))
    return None


def by_short_form(evidence: Evidence) -> FirstLine | None:
    """A short form that says or denies all that is asked, of nobody and nothing more particular than that."""
    best = next(iter(evidence.statements), None)
    said = best.shown_in(evidence.language).short if best else ""
    asked = without_last(evidence.query.question)
    if not best or not said or evidence.asked.claims or PATTERNS["negation"].search(asked):
        return None
    if any(PATTERNS[name].search(said) for name in _HEDGES) or not _is_of_asked(evidence, best, said):
        return None
    is_denied = PATTERNS["negation"].search(said) is not None
    if _excludes(evidence, said) or (is_denied and not _denies_asked(evidence, said)):
        return None
    phrases = (Phrase("first-no" if is_denied else "first-yes"), *_short_form(said))
    return FirstLine(Operation.VERIFY, phrases, (best.id,))


def _short_form(said: str) -> list[Phrase]:
    return [Phrase("first-short", (("said", said),))] if said else []


def _is_of_asked(evidence: Evidence, best: Statement, said: str) -> bool:
    """Tell whether a short form, under its headings, holds every word of a question, and names nobody else."""
    spoken, towns = evidence.query.spoken, towns_of(evidence.release)
    if {*named(said, towns)} - {*named(evidence.query.question, towns)}:
        return False
    section, document = evidence.release.sections[best.section], evidence.release.by_path[best.document]
    above = " ".join((document.topic, document.twin_topic or "", section.title, section.twin_title or ""))
    own, around = _known(said, spoken), _known(above, spoken)
    rest = [word for word in evidence.content() if not PATTERNS["modal"].fullmatch(word)]
    held = [word for word in rest if _holds(own, word, spoken)]
    return any(not _holds(around, word, spoken) for word in held) and all(
        word in held or _holds(around, word, spoken) for word in rest
    )


def _known(text: str, language: str) -> frozenset[str]:
    return frozenset((*words(text), *terms(" ".join(words(text)), language), *stages(text)))


def _holds(known: frozenset[str], word: str, language: str) -> bool:
    return word in known or known.issuperset(terms(word, language) or [word])


def _excludes(evidence: Evidence, said: str) -> bool:
    """Tell whether what is asked is named as what something is not for: "guru non-PNS"."""
    asked = set(evidence.content())
    return any(asked.intersection(words(said[found.end() :])[:1]) for found in PATTERNS["excludes"].finditer(said))


def _spanned(evidence: Evidence, said: str) -> list[Phrase]:
    """Return the span of levels in which the asked one lies, as it is written: "D3 sampai S3"."""
    levels = evidence.asked.names.get(Scope.LEVEL, frozenset())
    spans = [span for span in spans_of_levels(said) if levels and levels <= stages(span)]
    return [Phrase("first-exactly", (("value", spans[0]),))] if spans else []


def _says_in_order(evidence: Evidence, said: str) -> bool:
    """Tell whether a statement says the words of a question in their order, each just so: who does what to whom."""
    asked, told = evidence.content(), iter(words(said))
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
    known, spoken = _known(said, evidence.query.spoken), evidence.query.spoken
    return all(_holds(known, word, spoken) for word in evidence.content() if not PATTERNS["modal"].fullmatch(word))


def _denies_asked(evidence: Evidence, said: str) -> bool:
    """Tell whether the one thing that a statement denies is what is asked: "tidak ditanggung"."""
    if any(PATTERNS[name].search(said) for name in ("exception", "unsure")):
        return False
    denied = list(PATTERNS["negation"].finditer(said))
    following = [words(said[match.end() :])[:1] for match in denied]
    if len(denied) != 1 or not following[0]:
        return False
    return following[0][0] in evidence.content() or not words(said[: denied[0].start()])
