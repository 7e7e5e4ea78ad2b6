"""Sums of facts and of the asker's own numbers: pure, exact, and only of what can be reckoned with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.facts import Comparator, Fact

_CENTS = Decimal("0.01")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum: what was reckoned with, how, and what came out; its comparator is that of its facts."""

    operator: str  # "×", "−", "+", "÷", "%"
    operands: tuple[Decimal, ...]
    result: Decimal
    unit: str
    facts: tuple[Fact, ...]
    comparator: Comparator = Comparator.EXACTLY


def alike(facts: Sequence[Fact]) -> bool:
    """Return whether facts can be reckoned with each other: numbers of one measure, unit and per, binding alike."""
    return (
        all(fact.value.number is not None for fact in facts)
        and len({fact.value.kind for fact in facts}) == 1
        and len({fact.comparator for fact in facts}) == 1
    )


def of_one_time(facts: Sequence[Fact]) -> bool:
    """Return whether facts are of the same time: an old one and a new one are not added up."""
    return len({fact.as_of for fact in facts}) == 1


def product(times: Decimal, fact: Fact) -> Sum | None:
    """Return so many times a fact's value; None where that has no number or is a mean of others."""
    number = fact.value.number
    if number is None or fact.comparator in (Comparator.ABOUT, Comparator.AVERAGE):
        return None
    return Sum("×", (times, number), times * number, fact.value.unit, (fact,), fact.comparator)


def difference(one: Fact, other: Fact) -> Sum | None:
    """Return by how much two values differ, the greater first; None unless both are exact and alike."""
    facts = (one, other)
    if not alike(facts) or one.comparator not in (Comparator.EXACTLY, Comparator.AT_MOST, Comparator.AT_LEAST):
        return None
    greater, less = sorted(facts, key=_number, reverse=True)
    return Sum(
        "−", (_number(greater), _number(less)), _number(greater) - _number(less), one.value.unit, (greater, less)
    )


def total(facts: Sequence[Fact]) -> Sum | None:
    """Return the sum of several exact values of one time; None unless they are alike and of different people."""
    if len(facts) < 2 or not alike(facts) or not of_one_time(facts):
        return None
    if facts[0].comparator is not Comparator.EXACTLY or len({fact.qualifiers for fact in facts}) < len(facts):
        return None
    numbers = tuple(map(_number, facts))
    return Sum("+", numbers, sum(numbers, Decimal(0)), facts[0].value.unit, tuple(facts))


def rise(before: Fact, after: Fact) -> Sum | None:
    """Return by how many percent (two digits behind the mark) a value has risen; below zero if it fell."""
    facts = (before, after)
    if not alike(facts) or before.comparator is not Comparator.EXACTLY or not _number(before):
        return None
    percent = (_number(after) - _number(before)) / _number(before) * _HUNDRED
    return Sum("%", (_number(before), _number(after)), percent.quantize(_CENTS, ROUND_HALF_UP), "%", facts)


def share(part: Fact, whole: Fact) -> Sum | None:
    """Return which percentage (two digits behind the mark) of a whole a part is; None where it would be more."""
    facts = (part, whole)
    if not alike(facts) or not of_one_time(facts) or not 0 <= _number(part) <= _number(whole) or not _number(whole):
        return None
    percent = _number(part) / _number(whole) * _HUNDRED
    return Sum("÷", (_number(part), _number(whole)), percent.quantize(_CENTS, ROUND_HALF_UP), "%", facts)


def days_between(first: dt.date, last: dt.date) -> int:
    """Return how many days lie between two dates, whichever comes first."""
    return abs((last - first).days)


def age_on(born: dt.date, day: dt.date) -> int:
    """Return how many whole years old somebody is on a day. Raises ValueError if it lies before their birth."""
    if day < born:
        raise ValueError(f"{day} lies before {born}")
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _number(fact: Fact) -> Decimal:
    assert fact.value.number is not None
    return fact.value.number
