"""Which years a question asks about: each is to be told together with the town and with what is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from bot.answering.constraints.constraint import Constraint, Reading
from bot.domain.context import around
from bot.domain.documents import Release
from bot.domain.known_names import town_told
from bot.domain.per_release import once_a_release
from bot.language.quantities import SPAN, YEAR
from bot.language.told import told_years

_VOTE = re.compile(
    rf"\b(?:pil\w+|pemilu|election|debat\w*|debate|kampanye|campaign)\b(?:\s+[^\W\d_]+)?\s+({YEAR.pattern})", re.I
)


def years(reading: Reading) -> Iterator[Constraint]:
    """Yield the years that are asked about, each to be told together with the town and with what is wanted."""
    query, asking, release = reading.query, reading.asking, reading.release
    without = _without_vote(query.asking, release)
    years_in = dict.fromkeys(YEAR.findall(without))
    if not years_in:
        return
    # Of several years, which one what is asked holds for can't be told.
    beside = (query.is_given if query.gives else None, town_told(asking, release)) if len(years_in) == 1 else ()
    told = tuple(filter(None, beside))
    for year in years_in:
        yield Constraint("year", year, partial(_is_of_year, year), around, told)
    for vote in _VOTE.finditer(without):
        yield Constraint("year", vote[1], partial(_names_year, vote[1]), around, told)


def _without_vote(question: str, release: Release) -> str:
    """Return a question without the year of a vote that the documents are about: "Pilkada 2024" only names it."""
    if not _VOTE.search(question):
        return question
    return _VOTE.sub(lambda vote: " " if vote[1] in _votes_of(release) else vote[0], question)


@once_a_release
def _votes_of(release: Release) -> frozenset[str]:
    """Return the years of the votes that the documents are about."""
    return frozenset(vote[1] for one in release.statements.values() for vote in _VOTE.finditer(one.text))


def _is_of_year(year: str, text: str) -> bool:
    return year in told_years(text)


def _names_year(year: str, text: str) -> bool:
    """Tell whether a text names a year itself: who held office 2018–2023 says nothing about the vote of 2018."""
    return year in YEAR.findall(SPAN.sub(" ", text))
