"""What a question names of lists that hold for every campaign: groups, programs, details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from bot.answering.constraints.constraint import Constraint, Reading
from bot.answering.constraints.groups import groups as groups_of
from bot.answering.understanding.asides import without_supposed
from bot.domain.context import around
from bot.language import specifics
from bot.language.matcher import holds, named_in

_BESIDES = re.compile(  # what is got as well is an example of all others: "dapat KIP, boleh dobel?"
    r" (?:dobel|double|doble|rangkap|merangkap|sekaligus|sekalian|bersamaan|barengan|bareng|tumpang tindih|dua-duanya"
    r"|both|at the same time|on top of|besides|as well|together)(?= )"
)


def groups(reading: Reading) -> Iterator[Constraint]:
    """Yield the groups of people for which is asked what they are given."""
    if specifics.SAME_FOR_ALL.isdisjoint(reading.spoken.split()):
        yield from (_constraint("group", names) for names in groups_of(reading.query.asking))


def programs(reading: Reading) -> Iterator[Constraint]:
    """Yield the programs, papers and services of the state."""
    if not _BESIDES.search(reading.asking):
        yield from _named("topic", specifics.PROGRAMS, reading.asking)


def details(reading: Reading) -> Iterator[Constraint]:
    """Yield the details that might be asked of anything."""
    return _named("topic", specifics.DETAILS, without_supposed(reading.asking))


def with_deeds(names: Sequence[str]) -> tuple[str, ...]:
    """Return names with what texts tell that somebody did who is called so."""
    return (*names, *(deed for name in names for deed in specifics.DEEDS.get(name, ())))


def _named(kind: str, names: Sequence[tuple[str, ...]], spoken: str) -> Iterator[Constraint]:
    return (_constraint(kind, found) for found in named_in(spoken, names))


def _constraint(kind: str, names: Sequence[str]) -> Constraint:
    return Constraint(kind, names[0], partial(holds, with_deeds(names)), around)
