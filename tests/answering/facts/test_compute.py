"""Sums of facts: exact, and only of what can be reckoned with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.facts import compute
from bot.domain.facts import Comparator, Fact, Measure, Qualifier, Scope, Value

AMOUNTS = st.integers(1, 10**13).map(lambda cents: Decimal(cents) / 100)
TIMES = st.integers(1, 100).map(Decimal)


def fact(number: Decimal, whose: str = "a", unit: str = "rupiah", per: str = "", as_of: str = "2025") -> Fact:
    value = Value(Measure.MONEY, f"Rp{number}", number, unit, per_unit=per)
    return Fact(whose, "Bantuan", (Qualifier(Scope.PLACE, whose),), value, as_of=as_of)


@given(AMOUNTS, TIMES)
def test_so_many_times_a_value_is_their_product_and_names_its_fact(amount: Decimal, times: Decimal) -> None:
    one = fact(amount)
    found = compute.product(times, one)
    assert found
    assert found.result == times * amount
    assert found.facts == (one,)
    assert found.unit == "rupiah"


@given(AMOUNTS, TIMES)
def test_a_product_binds_as_its_fact_does_and_there_is_none_of_a_mean(amount: Decimal, times: Decimal) -> None:
    limit = compute.product(times, replace(fact(amount), comparator=Comparator.AT_MOST))
    assert limit
    assert limit.comparator is Comparator.AT_MOST
    assert compute.product(times, replace(fact(amount), comparator=Comparator.AVERAGE)) is None
    assert compute.product(times, replace(fact(amount), comparator=Comparator.ABOUT)) is None


@given(AMOUNTS, AMOUNTS)
def test_a_difference_is_the_same_either_way_and_adds_up(one: Decimal, other: Decimal) -> None:
    found, turned = compute.difference(fact(one), fact(other, "b")), compute.difference(fact(other, "b"), fact(one))
    assert found
    assert turned
    assert found.result == turned.result >= 0
    assert min(one, other) + found.result == max(one, other)


@given(st.lists(AMOUNTS, min_size=2, max_size=6))
def test_a_total_is_the_sum_whatever_the_order(amounts: list[Decimal]) -> None:
    facts = [fact(amount, f"p{place}") for place, amount in enumerate(amounts)]
    found, turned = compute.total(facts), compute.total(facts[::-1])
    assert found
    assert turned
    assert found.result == turned.result == sum(amounts)


@given(AMOUNTS, AMOUNTS)
def test_what_is_not_alike_is_not_reckoned_with(one: Decimal, other: Decimal) -> None:
    mine = fact(one)
    for theirs in (fact(other, "b", unit="orang"), fact(other, "b", per="bulan")):
        assert compute.difference(mine, theirs) is None
        assert compute.total([mine, theirs]) is None
        assert compute.rise(mine, theirs) is None
        assert compute.share(mine, theirs) is None
    assert compute.total([mine, fact(other, "b", as_of="2024")]) is None
    assert compute.total([mine, fact(other)]) is None  # the same people twice


@given(AMOUNTS, AMOUNTS)
def test_a_rise_leads_from_one_value_to_the_other(before: Decimal, after: Decimal) -> None:
    found = compute.rise(fact(before), fact(after))
    assert found
    assert (found.result > 0) <= (after > before)
    assert abs(before * (1 + found.result / 100) - after) <= before * Decimal("0.00005") + Decimal("0.01")


@given(AMOUNTS, AMOUNTS)
def test_a_share_lies_between_nothing_and_all(part: Decimal, whole: Decimal) -> None:
    found = compute.share(fact(part), fact(whole))
    assert (found is None) == (part > whole)
    assert not found or 0 <= found.result <= 100


@given(st.dates(), st.dates())
def test_days_between_are_as_many_either_way(first: dt.date, last: dt.date) -> None:
    days = compute.days_between(first, last)
    assert days == compute.days_between(last, first)
    assert min(first, last) + dt.timedelta(days) == max(first, last)


def test_somebody_is_a_year_older_from_their_birthday_on() -> None:
    born = dt.date(2000, 5, 20)
    assert [compute.age_on(born, dt.date(2026, 5, day)) for day in (19, 20)] == [25, 26]
    with pytest.raises(ValueError, match="before"):
        compute.age_on(born, dt.date(1999, 1, 1))
