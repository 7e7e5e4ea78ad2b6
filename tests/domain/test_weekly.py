"""A moment that comes once a week: by the clocks of a place, whatever is done to them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.domain.weekly import Weekly, weekly

MAKASSAR, BERLIN = ZoneInfo("Asia/Makassar"), ZoneInfo("Europe/Berlin")
MONDAY = Weekly(0, dt.time(8))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mon 08:00", MONDAY),
        ("Sun 7:05", Weekly(6, dt.time(7, 5))),
        (" fri 23:59 ", Weekly(4, dt.time(23, 59))),
        ("mon 24:00", None),
        ("senin 08:00", None),
        ("mon", None),
        ("", None),
    ],
)
def test_a_day_and_a_time_are_read(text: str, read: Weekly | None) -> None:
    assert weekly(text) == read


def test_it_is_written_as_it_is_read() -> None:
    assert weekly(str(MONDAY)) == MONDAY


@pytest.mark.parametrize(
    ("now", "last"),
    [
        ("2026-11-23T00:00:00+00:00", "2026-11-23T08:00:00+08:00"),  # that very moment
        ("2026-11-22T23:59:59+00:00", "2026-11-16T08:00:00+08:00"),  # a second before
        ("2026-11-29T23:00:00+00:00", "2026-11-23T08:00:00+08:00"),  # Monday there, Sunday in London
        ("2026-11-26T12:00:00+00:00", "2026-11-23T08:00:00+08:00"),
    ],
)
def test_it_was_so_last_by_the_clocks_there(now: str, last: str) -> None:
    assert MONDAY.last(dt.datetime.fromisoformat(now), MAKASSAR) == dt.datetime.fromisoformat(last)


def test_the_hour_stays_when_clocks_are_put_back() -> None:
    before, after = (dt.datetime(2026, 10, day, 9, tzinfo=BERLIN) for day in (19, 26))
    assert MONDAY.last(after, BERLIN).isoformat() == "2026-10-26T08:00:00+01:00"
    assert MONDAY.last(before, BERLIN).isoformat() == "2026-10-19T08:00:00+02:00"
    early = dt.datetime(2026, 10, 26, 7, 59, tzinfo=BERLIN)
    assert MONDAY.last(early, BERLIN).isoformat() == "2026-10-19T08:00:00+02:00"


def test_a_week_has_one_name() -> None:
    now = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
    assert MONDAY.week(now, MAKASSAR) == "2026-11-23"
    assert MONDAY.week(now + dt.timedelta(days=3, hours=12), MAKASSAR) == "2026-11-30"
