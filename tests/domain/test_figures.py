"""Figures of a period: sums, ranks, and times read from a histogram."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.domain.answers import Outcome
from bot.domain.figures import BOUNDS, Figures, Tally, Verdicts, bound, period

MONDAY = dt.date(2030, 11, 18)
TUESDAY, WEDNESDAY = MONDAY + dt.timedelta(days=1), MONDAY + dt.timedelta(days=2)


def tally(count: int = 1, within: int = 50, outcome: Outcome = Outcome.QUOTED, topic: str = "sekolah") -> Tally:
    return Tally(MONDAY, outcome, "id", topic, within, count)


def test_days_without_questions_count_as_none() -> None:
    later = Tally(WEDNESDAY, Outcome.NOT_FOUND, "en", "", 20, 2)
    figures = Figures(MONDAY, WEDNESDAY, (tally(3), later), (Verdicts(MONDAY, 2, 1), Verdicts(TUESDAY, 1, 0)))
    assert (figures.questions, figures.good, figures.bad) == (5, 3, 1)
    assert figures.by_day() == (3, 0, 2)
    assert figures.by_day(Outcome.NOT_FOUND) == (0, 0, 2)
    assert figures.outcomes() == (("QUOTED", 3), ("NOT_FOUND", 2))
    assert figures.topics() == (("sekolah", 3),)
    assert figures.languages() == (("id", 3), ("en", 2))


def test_a_period_without_anything_has_no_times_and_no_topics() -> None:
    figures = Figures(MONDAY, MONDAY)
    assert (figures.questions, figures.by_day(), figures.topics(), figures.latency(0.5)) == (0, (0,), (), None)


@pytest.mark.parametrize(
    ("share", "seconds"), [(0.0, 0.02), (0.25, 0.035), (0.5, 0.05), (0.75, 0.35), (1.0, 0.5)]
)  # half of the questions within 20 to 50 ms, half within 200 to 500
def test_times_are_spread_evenly_within_a_bucket(share: float, seconds: float) -> None:
    figures = Figures(MONDAY, MONDAY, (tally(10, 50), tally(10, 500)))
    assert figures.latency(share) == pytest.approx(seconds)


def test_a_time_falls_into_the_first_bucket_that_holds_it() -> None:
    assert [bound(seconds) for seconds in (0, 0.005, 0.0051, 1.0, 1e6)] == [5, 5, 10, 1000, BOUNDS[-1]]


def test_a_period_ends_today_by_the_clocks_of_the_campaign() -> None:
    late = dt.datetime(2030, 11, 19, 20, 0, tzinfo=dt.UTC)
    east = dt.timezone(dt.timedelta(hours=8))
    assert period(3, late, east) == (MONDAY, WEDNESDAY)
    assert period(1, late, dt.UTC) == (TUESDAY, TUESDAY)
