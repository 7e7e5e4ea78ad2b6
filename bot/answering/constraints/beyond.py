"""Which places that a question names lie beyond the campaign's own: of all in the gazetteer, as its documents tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.answering.constraints.scope import own
from bot.domain.documents import Release
from bot.domain.per_release import once_a_release
from bot.language.gazetteer import HOME, Kind, Mention, Place, gazetteer
from bot.language.matcher import between_blanks, spoken_of

OFTEN = 0.1  # share of the statements that name a campaign's own province; any document may name another now and then

_UNITS = frozenset({Kind.PROVINCE, Kind.REGENCY, Kind.CITY})  # what a campaign can be for
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.?!:]\s+)\W*$")  # what stands before a sentence's first word


def beyond(spoken: str, question: str, release: Release) -> Iterator[Mention]:
    """Yield the places that words between blanks name and that lie beyond the campaign's own, by their longest names.

    `question` is the same as typed: its capitals tell names from ordinary words.
    """
    for mention in gazetteer().mentions(spoken, _capitals(question)):
        if not any(is_near(place, release) for place in mention.places):
            yield mention


def is_abroad(mention: Mention) -> bool:
    """Return whether a name is another country's."""
    return any(place.kind is Kind.COUNTRY for place in mention.places)


def is_near(place: Place, release: Release) -> bool:
    """Return whether a place is the campaign's own, lies in it, or is one that it lies in."""
    places, homes = gazetteer(), own_places(release)
    around = {code for home in homes for code in places.within(home)} | {HOME}
    return place.code in around or any(home.code in places.within(place) for home in homes)


@once_a_release
def own_places(release: Release) -> tuple[Place, ...]:
    """Return the campaign's own provinces, regencies and cities: its names', or else what its documents name most."""
    names = (between_blanks(name).strip() for held in release.names.items() for name in (held[0], *held[1]))
    named = {place.code: place for name in names for place in gazetteer().called(name) if place.kind in _UNITS}
    return tuple(named.values()) or tuple(_most_named(release))


def _most_named(release: Release) -> Iterator[Place]:
    """Yield the province that the most statements name, by itself or by what lies in it; none is if few name any."""
    places = gazetteer().places
    told, texts = Counter[str](), list(own(release.statements.values(), release))
    for text in texts:
        codes = {place.code for one in gazetteer().mentions(spoken_of(text)) for place in one.places[:1]}
        told.update({code[:2] for code in codes if places[code].kind in _UNITS})
    for code, count in told.most_common(1):
        if count >= OFTEN * len(texts):
            yield places[code]


def _capitals(question: str) -> frozenset[str]:
    """Return the words written with a capital within a sentence, in lower case; where all are, that tells nothing."""
    found = list(_WORD.finditer(question))
    if not any(one[0][0].islower() for one in found[1:]):
        return frozenset()
    within = (one[0] for one in found if one[0][0].isupper() and not _BEGINS.search(question[: one.start()]))
    return frozenset(between_blanks(word).strip() for word in within)
