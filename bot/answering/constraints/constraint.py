"""One thing that a question is about, and whether statements are about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.answering.understanding.query import Query
from bot.domain.context import at
from bot.domain.documents import Release, Statement


class Reading(NamedTuple):
    """A question as recognisers read it."""

    query: Query
    spoken: str  # the words of all that is said, between blanks
    asking: str  # those of what asks, without what is named by the way
    release: Release


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that a question is about, so that an answer must be about it, too.

    What is asked of it must be told of it: "Upah di Contoh 2024" is not answered by Contoh's of 2026 and another's of
    2024. So whatever `beside` tells of any of the statements must be told by one, or in its place, that is about it.
    """

    kind: str  # year, place, level, office, group, topic: `not-found-<kind>` says that it is not held
    said: str  # in the asker's words
    meets: Callable[[str], bool]  # tells whether a text is about it
    within: Callable[[Iterable[Statement], Release], Iterator[str]]  # yields the texts of which one must be about it
    beside: tuple[Callable[[Statement], bool], ...] = ()


def is_met(constraint: Constraint, statements: Sequence[Statement], release: Release) -> bool:
    """Return whether any statement is about what a question demands, and tells of it what is asked."""
    if not any(map(constraint.meets, constraint.within(statements, release))):
        return False
    for tells in constraint.beside:
        telling = [one for one in statements if tells(one)]
        telling = [one for one in telling if one.document == telling[0].document]  # the others tell of something else
        if telling and not any(map(constraint.meets, at(telling, release))):
            return False
    return True


def unmet(asked: Iterable[Constraint], statements: Sequence[Statement], release: Release) -> Constraint | None:
    """Return the first thing that none of the statements is about, None if there is none."""
    return next(all_unmet(asked, statements, release), None)


def all_unmet(asked: Iterable[Constraint], statements: Sequence[Statement], release: Release) -> Iterator[Constraint]:
    """Yield all that none of the statements is about."""
    return (constraint for constraint in asked if not is_met(constraint, statements, release))
