"""Whether facts bear out what an asker says of themselves, or takes for granted: pure, and silent where they don't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from bot.domain.facts import Comparator, Fact, Measure

NEARLY = Decimal("0.1")  # share by which a number may be off where the documents only say "about"


LIMITING = frozenset({Comparator.AT_MOST, Comparator.BELOW, Comparator.AT_LEAST, Comparator.ABOVE})


class Verdict(StrEnum):
    """What facts say to a question that wants a yes or no."""

    YES = "yes"
    NO = "no"
    HELD = "held"  # neither: they tell a value that does not settle it
    DIFFER = "differ"  # sources differ
    DEPENDS = "depends"  # on who asks


@dataclass(frozen=True, slots=True)
class Verified:
    """A verdict and the facts that went into it."""

    verdict: Verdict
    facts: tuple[Fact, ...]


def within_limits(number: Decimal, limits: Sequence[Fact]) -> Verified | None:
    """Return whether a number of the asker's own is within limits; None where nothing binds it.

    Limits of the same people that differ settle it only if all of them say the same; so do those of different people.
    """
    told = [(fact, _allows(fact, number)) for fact in limits if fact.certain]
    binding = [(fact, allowed) for fact, allowed in told if allowed is not None]
    if not binding or len(binding) < len(limits):
        return None
    facts = tuple(fact for fact, _ in binding)
    allowed = {one for _, one in binding}
    if len(allowed) == 1:
        return Verified(Verdict.YES if allowed == {True} else Verdict.NO, facts)
    return Verified(Verdict.DIFFER if len({fact.qualifiers for fact in facts}) == 1 else Verdict.DEPENDS, facts)


def claimed(number: Decimal, facts: Sequence[Fact], *, as_limit: bool = False) -> Verified | None:
    """Return whether facts tell a number that is taken for granted; None where they tell none that can be compared.

    `as_limit`: it is taken for the most there is, so that less than what may at most be had is wrong.
    """
    if not facts or any(fact.value.number is None or not fact.certain for fact in facts):
        return None
    told = {_bears_out(fact, number, as_limit=as_limit) for fact in facts}
    if told == {Verdict.YES}:
        return Verified(Verdict.YES, tuple(facts))
    if told == {Verdict.NO}:
        return Verified(Verdict.NO, tuple(facts))
    if Verdict.HELD in told:
        return Verified(Verdict.HELD, tuple(facts))
    return Verified(Verdict.DIFFER if len({fact.qualifiers for fact in facts}) == 1 else Verdict.DEPENDS, tuple(facts))


def _allows(fact: Fact, number: Decimal) -> bool | None:
    """Tell whether a limit lets a number pass; None if it is no limit."""
    limit = fact.value.number
    if limit is None:
        return None
    passes = {
        Comparator.AT_MOST: number <= limit,
        Comparator.BELOW: number < limit,
        Comparator.AT_LEAST: number >= limit,
        Comparator.ABOVE: number > limit,
    }
    return passes.get(fact.comparator)


def _bears_out(fact: Fact, number: Decimal, *, as_limit: bool) -> Verdict:
    held, comparator = fact.value.number, fact.comparator
    assert held is not None
    if comparator in (Comparator.ABOUT, Comparator.AVERAGE):
        is_near = abs(number - held) <= abs(held) * NEARLY
        return (
            Verdict.YES
            if number == held
            else Verdict.HELD
            if is_near or comparator is Comparator.AVERAGE
            else Verdict.NO
        )
    if number == held:
        return Verdict.HELD if comparator in (Comparator.BELOW, Comparator.ABOVE) else Verdict.YES
    if _is_rounded(number, fact):
        return Verdict.HELD
    allowed = _allows(fact, number)
    if allowed is None:
        return Verdict.NO
    return Verdict.HELD if allowed and not as_limit else Verdict.NO


def _is_rounded(number: Decimal, fact: Fact) -> bool:
    """Tell whether somebody may mean a value by a rounder number: "3,5 juta" for Rp3.579.313,77. Nobody rounds ages."""
    held = fact.value.number
    assert held is not None
    if fact.value.measure not in (Measure.MONEY, Measure.COUNT, Measure.PERCENT) or not number or not held:
        return False
    said, told = number.normalize(), held.normalize()
    if len(told.as_tuple().digits) <= len(said.as_tuple().digits):
        return False
    step = Decimal(1).scaleb(int(said.as_tuple().exponent))
    return number in {(held / step).quantize(Decimal(1), way) * step for way in (ROUND_DOWN, ROUND_HALF_UP)}
