"""THE list of what a question may pin down: each recogniser yields constraints, and can be left out by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from bot.answering.constraints import named
from bot.answering.constraints.constraint import Pin, Reading, unmet
from bot.answering.constraints.education import levels_of
from bot.answering.constraints.forms import forms
from bot.answering.constraints.homes import homes
from bot.answering.constraints.offices import family, offices
from bot.answering.constraints.places import places
from bot.answering.constraints.sectors import sectors
from bot.answering.constraints.series import series
from bot.answering.constraints.years import years
from bot.answering.understanding.asides import without_asides
from bot.answering.understanding.query import Sought
from bot.domain.documents import Release, Statement
from bot.language.matcher import between_blanks


class Recogniser(NamedTuple):
    """One kind of constraint that is looked for in a question."""

    name: str
    recognise: Callable[[Reading], Iterator[Pin]]


KIND = "constraint"  # before the names of those that are left out

# Of several that are not held the first is told: years before places, what is asked for by its form last.
RECOGNISERS = (
    Recogniser("year", years),
    Recogniser("place", lambda reading: places(reading.query, reading.asking, reading.release)),
    Recogniser("home", lambda reading: homes(reading.query, reading.asking, reading.release)),
    Recogniser("level", lambda reading: levels_of(reading.query, reading.asking)),
    Recogniser("course", named.courses),
    Recogniser("office", offices),
    Recogniser("group", named.groups),
    Recogniser("family", family),
    Recogniser("program", named.programs),
    Recogniser("detail", named.details),
    Recogniser("sector", lambda reading: sectors(reading.query.said, reading.release)),
    Recogniser("series", series),
    Recogniser("measure", named.measures),
    Recogniser("form", forms),
)


def pins(sought: Sought, release: Release, without: Collection[str] = ()) -> Iterator[Pin]:
    """Yield what a question pins down: what is told by the way is nothing that it asks about."""
    spoken, asking = between_blanks(sought.said), without_asides(between_blanks(sought.asking))
    reading = Reading(sought, spoken, asking, release)
    for one in RECOGNISERS:
        if f"{KIND}.{one.name}" not in without:
            yield from one.recognise(reading)


def missing(sought: Sought, statements: Sequence[Statement], release: Release) -> Pin | None:
    """Return the first thing that a question pins down and none of the statements is about, None if there is none.

    A section is also about what its headings, other statements and dates name: the ruling of 2025 on the vote of 2024.
    """
    return unmet(tuple(pins(sought, release)), statements, release)
