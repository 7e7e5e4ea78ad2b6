"""What may be said when: the edges of days, where the campaign is and not where the server stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Calendar, Phase, allows, in_language, local_day, phase
from bot.domain.documents import Kind

MAKASSAR = ZoneInfo("Asia/Makassar")  # UTC+8
CALENDAR = Calendar(
    time_zone=MAKASSAR,
    campaign_start=dt.date(2030, 9, 25),
    campaign_end=dt.date(2030, 11, 21),
    quiet_start=dt.date(2030, 11, 24),
    quiet_end=dt.date(2030, 11, 26),
    voting_day=dt.date(2030, 11, 27),
)


def local(day: str, clock: str = "12:00:00") -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=MAKASSAR)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local("2030-09-24", "23:59:59"), Phase.BEFORE),
        (local("2030-09-25", "00:00:00"), Phase.CAMPAIGN),
        (local("2030-11-21", "23:59:59"), Phase.CAMPAIGN),
        (local("2030-11-22", "00:00:00"), Phase.BETWEEN),
        (local("2030-11-23", "23:59:59"), Phase.BETWEEN),
        (local("2030-11-24", "00:00:00"), Phase.QUIET),
        (local("2030-11-26", "23:59:59"), Phase.QUIET),
        (local("2030-11-27", "00:00:00"), Phase.VOTING),
        (local("2030-11-27", "23:59:59"), Phase.VOTING),
        (local("2030-11-28", "00:00:00"), Phase.AFTER),
    ],
)
def test_a_day_begins_and_ends_at_local_midnight(moment: dt.datetime, expected: Phase) -> None:
    assert phase(CALENDAR, moment) is expected
    assert phase(CALENDAR, moment.astimezone(dt.UTC)) is expected


def test_the_quiet_period_begins_while_it_is_still_the_day_before_in_utc() -> None:
    assert phase(CALENDAR, dt.datetime(2030, 11, 23, 15, 59, 59, tzinfo=dt.UTC)) is Phase.BETWEEN
    assert phase(CALENDAR, dt.datetime(2030, 11, 23, 16, 0, 0, tzinfo=dt.UTC)) is Phase.QUIET
    assert local_day(CALENDAR, dt.datetime(2030, 11, 23, 16, 0, tzinfo=dt.UTC)) == dt.date(2030, 11, 24)


@pytest.mark.parametrize("day", ["2030-11-24", "2030-11-25", "2030-11-26", "2030-11-27"])
def test_only_how_to_vote_and_the_rules_are_said_in_the_quiet_period_and_on_voting_day(day: str) -> None:
    assert {kind for kind in Kind if allows(CALENDAR, kind, local(day))} == {Kind.PEMILU, Kind.ATURAN}


@pytest.mark.parametrize("day", ["2030-01-01", "2030-10-10", "2030-11-23", "2030-11-28", "2035-01-01"])
def test_everything_is_said_on_all_other_days(day: str) -> None:
    assert all(allows(CALENDAR, kind, local(day)) for kind in Kind)


def test_without_dates_no_calendar_applies() -> None:
    assert phase(Calendar(), local("2030-11-25")) is Phase.NONE
    assert all(allows(Calendar(), kind, local("2030-11-25")) for kind in Kind)


def test_a_voting_day_alone_is_enough_to_say_before_and_after() -> None:
    calendar = Calendar(time_zone=MAKASSAR, voting_day=dt.date(2030, 11, 27))
    days = ["2030-11-26", "2030-11-27", "2030-11-28"]
    assert [phase(calendar, local(day)) for day in days] == [Phase.BEFORE, Phase.VOTING, Phase.AFTER]


@pytest.mark.parametrize("ask", [phase, local_day, lambda calendar, now: allows(calendar, Kind.UMUM, now)])
def test_a_moment_without_a_time_zone_is_refused(ask: Callable[[Calendar, dt.datetime], object]) -> None:
    with pytest.raises(ValueError, match="time zone"):
        ask(CALENDAR, dt.datetime(2030, 11, 25, 12, 0))


def test_a_text_in_a_missing_language_is_said_in_the_one_there_is() -> None:
    assert in_language({"id": "Tim A", "en": "Team A"}, "en") == "Team A"
    assert in_language({"id": "Tim A"}, "en") == "Tim A"
    assert in_language({}, "id") == ""
