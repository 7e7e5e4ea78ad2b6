"""Where a question takes for granted what the documents say otherwise: another number, date or place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from bot.answering.composing.composer import Composer
from bot.answering.facts.settling import SUBJECT
from bot.answering.facts.verify import NEARLY
from bot.domain.answers import Phrase
from bot.domain.documents import Kind, Release, Statement
from bot.domain.per_release import once_a_release
from bot.language import specifics
from bot.language.classes import word_set
from bot.language.quantities import MONEY, Date, Quantity, dates, quantities
from bot.language.tokens import asks_yes_or_no, terms, words

DIFFERS = "answer-differs"  # key of what is said where the documents hold something else
ANOTHER_SIZE = 100  # times a claim from which an amount of money is of something else

_ONESELF = word_set("self", "close_kin")
_LIMITS = word_set("limit")
_ABOUT = word_set("approximately")
_PENALTIES = word_set("penalty")
_PLACE = re.compile(rf"\b(?:di|in|at) (?!{specifics.VOTE})([A-Z][a-z]+)")


_Claim = Quantity | Date | str  # a string is a place


@dataclass(frozen=True, slots=True)
class Difference:
    """What the documents hold in place of what was asked, both as written."""

    held: str
    asked: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement as the answer shows it, and how far it is about the question."""

    text: str
    language: str
    kind: Kind
    share: float


def settling(text: str, language: str, statements: Sequence[Statement], composer: Composer) -> tuple[Phrase, ...]:
    """Return what is said before statements that settle a question, nothing where it wants no yes or no.

    The difference comes first, where it is certain.
    """
    if not asks_yes_or_no(text):
        return ()
    sections = composer.release.sections
    sayable = [one for one in statements if composer.allows(sections[one.section].kind)]
    found = find(text, language, sayable, composer.release, composer.language)
    if not found:
        return ()
    return (Phrase(DIFFERS, (("held", found.held), ("asked", found.asked))),)


def find(
    question: str, spoken: str, statements: Sequence[Statement], release: Release, language: str
) -> Difference | None:
    """Return the certain difference between a question that is to be settled and its statements, else None.

    It is certain if the statement that is most about the same holds one other value of the same kind, and no other
    statement that is as much about it holds the asked one. Somebody's own age or income is no claim, and a limit only
    contradicts a limit.
    """
    if not statements or _ONESELF & set(words(question)):
        return None
    claims: list[_Claim] = [*quantities(question, spoken), *dates(question), *_places(question, release)]
    for claim in claims:
        asked = claim if isinstance(claim, str) else claim.text
        rest = terms(re.sub(re.escape(asked), " ", question, flags=re.IGNORECASE), spoken)
        shown = [_shown(one, rest, spoken, release, language) for one in statements]
        first, *others = sorted(shown, key=lambda one: -one.share)
        if first.share < SUBJECT or any(_tells(one, claim) for one in others if _competes(one, first)):
            continue
        if held := _other(first, claim, release, set(words(question))):
            return Difference(held, asked)
    return None


def _shown(statement: Statement, rest: Sequence[str], spoken: str, release: Release, language: str) -> _Shown:
    own = release.by_path[statement.document].language
    twin = statement.twin if language != own else None
    share = release.lexicons[spoken].shares(rest, [statement.id])[statement.id]
    kind = release.sections[statement.section].kind
    return _Shown(twin.text, language, kind, share) if twin else _Shown(statement.text, own, kind, share)


def _competes(one: _Shown, first: _Shown) -> bool:
    """Tell whether another statement may be meant: it is as much about the question, or of another kind."""
    return one.share >= first.share or (one.kind is not first.kind and one.share >= SUBJECT / 2)


def _tells(shown: _Shown, claim: _Claim) -> bool:
    if isinstance(claim, str):
        return claim in shown.text
    if isinstance(claim, Date):
        return any(not claim.differs(one) for one in dates(shown.text))
    held = quantities(shown.text, shown.language)
    return any(one.value == claim.value and one.unit in (claim.unit, "") for one in held)


def _other(first: _Shown, claim: _Claim, release: Release, said: Set[str]) -> str | None:
    """Return the one value of the claim's kind that a statement holds in its place, as written."""
    if _tells(first, claim):
        return None
    if isinstance(claim, str):
        held = [place for place in _PLACE.findall(first.text) if place not in release.names]
        return held[0] if len(held) == 1 else None
    if isinstance(claim, Date):
        found = dates(first.text)
        return found[0].text if len(found) == 1 else None
    numbers = [one for one in quantities(first.text, first.language) if claim.unit and one.unit == claim.unit]
    if len(numbers) != 1 or _is_of_another_size(numbers[0], claim):
        return None
    return numbers[0].text if _is_meant(numbers[0], claim, first, said) else None


def _is_of_another_size(held: Quantity, claim: Quantity) -> bool:
    """Tell whether money is so much more or less than a claim that it is of something else: a budget, not an aid."""
    less, more = sorted((held.value, claim.value))
    return claim.unit == MONEY and less * ANOTHER_SIZE <= more


def _is_meant(held: Quantity, claim: Quantity, first: _Shown, said: Set[str]) -> bool:
    """Tell whether a number contradicts a claim: it is no end of a span, no limit and no penalty that wasn't asked."""
    spoken = set(words(first.text))
    if re.search(rf"[–-]{re.escape(held.text)}|{re.escape(held.text)}[–-]", first.text):
        return False
    if any(sort & spoken and not sort & said for sort in (_LIMITS, _PENALTIES)):
        return False
    return not (_ABOUT & spoken and _is_near(claim, held))


def _is_near(one: Quantity, other: Quantity) -> bool:
    return abs(one.value - other.value) <= abs(other.value) * NEARLY


def _places(question: str, release: Release) -> Iterator[str]:
    """Yield the places of a question that the documents name as such, spelled as they do."""
    asked = set(re.findall(r"\b(?:di|in|at) ([^\W\d_]+)", question.lower()))
    if not asked:
        return
    yield from sorted(place for place in _told_places(release) - release.names.keys() if place.lower() in asked)


@once_a_release
def _told_places(release: Release) -> frozenset[str]:
    """Return the places that the documents name as such."""
    return frozenset(place for one in release.statements.values() for place in _PLACE.findall(one.text))
