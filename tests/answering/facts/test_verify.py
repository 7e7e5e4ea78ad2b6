"""Whether facts bear out what an asker says: a yes or no only where they settle it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.facts.verify import Verdict, claimed, within_limits
from bot.domain.facts import Comparator, Fact, Measure, Qualifier, Scope, Value

NUMBERS = st.integers(1, 10**9).map(Decimal)
LIMITS = st.sampled_from([Comparator.AT_MOST, Comparator.BELOW, Comparator.AT_LEAST, Comparator.ABOVE])


def fact(number: Decimal, comparator: Comparator, level: str = "s1", *, certain: bool = True) -> Fact:
    value = Value(Measure.AGE, f"{number}", number, "usia")
    return Fact("a", "Umur", (Qualifier(Scope.LEVEL, level),), value, comparator, certain=certain)


@given(NUMBERS, NUMBERS)
def test_who_is_no_older_than_the_limit_may_and_nobody_else(age: Decimal, limit: Decimal) -> None:
    found = within_limits(age, [fact(limit, Comparator.AT_MOST)])
    assert found
    assert (found.verdict is Verdict.YES) == (age <= limit)


@given(NUMBERS, NUMBERS, LIMITS)
def test_a_limit_that_is_not_certain_settles_nothing(number: Decimal, limit: Decimal, comparator: Comparator) -> None:
    assert within_limits(number, [fact(limit, comparator, certain=False)]) is None


@given(NUMBERS, NUMBERS)
def test_a_value_that_is_no_limit_lets_nobody_in_or_out(number: Decimal, held: Decimal) -> None:
    assert within_limits(number, [fact(held, Comparator.EXACTLY)]) is None
    assert within_limits(number, [fact(held, Comparator.AVERAGE)]) is None


@given(NUMBERS, st.lists(NUMBERS, min_size=2, max_size=4))
def test_limits_say_yes_or_no_only_where_all_agree(age: Decimal, limits: list[Decimal]) -> None:
    of_one = within_limits(age, [fact(limit, Comparator.AT_MOST) for limit in limits])
    of_several = within_limits(age, [fact(limit, Comparator.AT_MOST, f"s{n}") for n, limit in enumerate(limits)])
    agree = len({age <= limit for limit in limits}) == 1
    assert of_one
    assert of_several
    assert (of_one.verdict in (Verdict.YES, Verdict.NO)) == agree
    if not agree:
        assert (of_one.verdict, of_several.verdict) == (Verdict.DIFFER, Verdict.DEPENDS)


@given(NUMBERS, NUMBERS, st.sampled_from(list(Comparator)), st.booleans())
def test_another_number_than_the_told_one_is_never_borne_out(
    number: Decimal, held: Decimal, comparator: Comparator, as_limit: bool
) -> None:
    found = claimed(number, [fact(held, comparator)], as_limit=as_limit)
    assert found
    if number != held:
        assert found.verdict is not Verdict.YES
    elif comparator is Comparator.EXACTLY:
        assert found.verdict is Verdict.YES


@given(NUMBERS, NUMBERS)
def test_less_than_the_most_is_wrong_only_where_it_is_taken_for_the_most(number: Decimal, limit: Decimal) -> None:
    most = [fact(limit, Comparator.AT_MOST)]
    loosely, as_limit = claimed(number, most), claimed(number, most, as_limit=True)
    assert loosely
    assert as_limit
    if number < limit:
        assert (loosely.verdict, as_limit.verdict) == (Verdict.HELD, Verdict.NO)
    elif number > limit:
        assert loosely.verdict is as_limit.verdict is Verdict.NO


def test_one_of_two_sources_bears_nothing_out_alone() -> None:
    one, other = fact(Decimal(13), Comparator.EXACTLY), fact(Decimal(12), Comparator.EXACTLY)
    found = claimed(Decimal(13), [one, replace(other, disputed=True)])
    assert found
    assert found.verdict is Verdict.DIFFER


def test_nothing_is_told_where_a_value_has_no_number() -> None:
    span = replace(fact(Decimal(1), Comparator.EXACTLY), value=Value(Measure.MONEY, "Rp1–2 juta"))
    assert claimed(Decimal(1), [span]) is None
    assert claimed(Decimal(1), []) is None
    assert within_limits(Decimal(1), []) is None


def test_a_rounder_number_is_neither_right_nor_wrong() -> None:
    wage = replace(
        fact(Decimal(1), Comparator.EXACTLY), value=Value(Measure.MONEY, "", Decimal("3579313.77"), "rupiah")
    )
    verdicts = {number: claimed(Decimal(number), [wage]) for number in (3_500_000, 3_600_000, 4_000_000, 3_700_000)}
    told = [found.verdict for found in verdicts.values() if found]
    assert told == [Verdict.HELD, Verdict.HELD, Verdict.HELD, Verdict.NO]
