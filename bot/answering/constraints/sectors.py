"""Which sector of the economy a question asks about: what is parted by sectors is told of each by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import dropwhile, islice, takewhile

from bot.answering.constraints.constraint import Constraint
from bot.answering.constraints.places import LEAST_LETTERS
from bot.domain.context import around
from bot.domain.documents import Release
from bot.domain.known_names import own_names, towns_of
from bot.domain.per_release import once_a_release
from bot.language import specifics
from bot.language.registry import CODES, EITHER
from bot.language.tokens import terms, words

LONGEST = 3  # words of a sector's name
_NONE = EITHER | specifics.ANY_SECTOR

_SECTOR = re.compile(
    r"\b(?:sektor|subsektor)(?: (?:industri|usaha|perkebunan|jasa))? (?P<behind>[^\W\d_]{4,})"
    r"|\b(?P<before>[^\W\d_]{4,})(?: industry)? sector\b",
    re.IGNORECASE,
)
_WAGE = re.compile(  # which only sectors have, so that its name needs no word before it: "upah sektoral karet"
    rf"\b(?:{'|'.join(sorted(specifics.SECTOR_WAGES))})(?!\w)"
    r"|\bsector(?:al)? (?:minimum )?wages?(?= .*\bfor\b)(?:.*?(?= for\b))?",
    re.IGNORECASE,
)


def sectors(question: str, release: Release) -> Iterator[Constraint]:
    """Yield the sectors that a question names, behind that word or behind a wage that only sectors have."""
    for found in _SECTOR.finditer(question):
        name = (found["behind"] or found["before"]).lower()
        if name not in _NONE:
            yield Constraint("topic", found[0].lower(), partial(_is_of_sector, name), around)
    if wages := list(_WAGE.finditer(question)):
        said = words(question[wages[-1].end() :])
        known = _places(release) | specifics.BEFORE_SECTOR
        behind = dropwhile(lambda word: word.isdigit() or word in known, said)
        named = takewhile(lambda word: not word.isdigit() and word not in _NONE | known, behind)
        names = [word for word in islice(named, LONGEST) if len(word) >= LEAST_LETTERS]
        if names:
            yield Constraint("topic", " ".join(names), partial(_is_of_any, tuple(names)), around)


def _is_of_any(names: tuple[str, ...], text: str) -> bool:
    return any(_is_of_sector(name, text) for name in names)


@once_a_release
def _places(release: Release) -> frozenset[str]:
    """Return the words of the names of the campaign's own place and of its towns: a wage may stand behind them, too."""
    towns = (name for town in towns_of(release) for name in town)
    return frozenset(word for name in (*own_names(release), *towns) for word in name.split())


def _is_of_sector(name: str, text: str) -> bool:
    return any(not told.isdisjoint(terms(name, language)) for language, told in _told_terms(text))


@lru_cache(maxsize=2000)
def _told_terms(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words of a document's text without their endings, read as either language, kept."""
    return tuple((language, frozenset(terms(text, language))) for language in CODES)
