"""THE list of what a question may demand: each recogniser yields constraints, and can be left out by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from bot.answering.constraints import named
from bot.answering.constraints.constraint import Constraint, Reading, unmet
from bot.answering.constraints.education import levels_of
from bot.answering.constraints.empty_facets import empty_facets
from bot.answering.constraints.offices import offices
from bot.answering.constraints.places import places
from bot.answering.constraints.sectors import sectors
from bot.answering.constraints.series import series
from bot.answering.constraints.years import years
from bot.answering.understanding.query import Query
from bot.domain.documents import Release, Statement
from bot.language.matcher import between_blanks


class Recogniser(NamedTuple):
    """One kind of constraint that is looked for in a question."""

    name: str
    recognise: Callable[[Reading], Iterator[Constraint]]


KIND = "constraint"  # before the names of those that are left out

# Of several that are not held the first is told: years before places.
RECOGNISERS = (
    Recogniser("year", years),
    Recogniser("place", lambda reading: places(reading.query, reading.asking, reading.release)),
    Recogniser("level", lambda reading: levels_of(reading.query)),
    Recogniser("office", offices),
    Recogniser("group", named.groups),
    Recogniser("program", named.programs),
    Recogniser("detail", named.details),
    Recogniser("sector", lambda reading: sectors(reading.query.question, reading.release)),
    Recogniser("series", series),
    Recogniser("facet", empty_facets),
)


def recognised(query: Query, release: Release, without: Collection[str] = ()) -> Iterator[Constraint]:
    """Yield what a question demands: what it only mentions is no constraint."""
    spoken, asking = between_blanks(query.question), between_blanks(query.asking)
    reading = Reading(query, spoken, asking, release)
    for one in RECOGNISERS:
        if f"{KIND}.{one.name}" not in without:
            yield from one.recognise(reading)


def missing(query: Query, statements: Sequence[Statement], release: Release) -> Constraint | None:
    """Return the first thing that a question demands and none of the statements is about, None if there is none.

    A section is also about what its headings, other statements and dates name: the ruling of 2025 on the vote of 2024.
    """
    return unmet(tuple(recognised(query, release)), statements, release)
