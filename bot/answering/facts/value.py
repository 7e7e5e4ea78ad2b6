"""The value that is asked for, in short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.facts.asked import Asked
from bot.domain.facts import Fact, Measure, Scope

MOST_VALUES = 4  # of different people or places, told in one line


@dataclass(frozen=True, slots=True)
class Told:
    """The values of one sort that are asked for, and what other sources say."""

    facts: tuple[Fact, ...]
    others: tuple[Fact, ...]


def value(asked: Asked, facts: Sequence[Fact]) -> Told | None:
    """Return the values that are asked for among the facts of a statement; None unless it is clear which are meant."""
    fitting = [asked.narrowed(fact) for fact in facts if asked.fits(fact) and _is_wanted(asked, fact)]
    if len({fact.value.kind[:2] for fact in fitting}) != 1:
        return None
    first = tuple(fact for fact in fitting if not fact.disputed)
    others = tuple(fact for fact in fitting if fact.disputed and all(_says_other(fact, one) for one in first))
    if not first or len(first) > MOST_VALUES or len({fact.qualifiers for fact in first}) < len(first):
        return None
    return Told(first, others)


def for_whom(fact: Fact) -> str:
    """Return for whom or where a value is, as it is shown behind it; "" where that goes without saying."""
    if fact.value.measure is Measure.DATE:
        return ""
    levels = sorted(name.upper() for name in fact.names(Scope.LEVEL))
    said = sorted(fact.names(Scope.FOR))
    return ", ".join((*levels, *(name.title() for name in sorted(fact.names(Scope.PLACE))), *said))


def _is_wanted(asked: Asked, fact: Fact) -> bool:
    measure, unit, _ = fact.value.kind
    if asked.wants_time:
        return measure is Measure.DATE
    if measure is Measure.DATE or (measure is Measure.TEXT and asked.units):
        return False
    if not asked.units:
        return True
    return unit in asked.units


def _says_other(fact: Fact, other: Fact) -> bool:
    return fact.value.number is None or fact.value.number != other.value.number
