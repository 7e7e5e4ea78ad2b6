"""Where in time a campaign stands, and what may be said at that moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.documents import Kind
from bot.language.registry import CODES

ALWAYS_SAID = frozenset({Kind.PEMILU, Kind.ATURAN})  # how to vote and what the rules are is no campaigning
_ALL = frozenset(Kind)


class Phase(StrEnum):
    """The stretch of a campaign that a moment falls in."""

    NONE = "none"  # the calendar holds no dates
    BEFORE = "before"
    CAMPAIGN = "campaign"
    BETWEEN = "between"  # after one dated stretch and before the next
    QUIET = "quiet"
    VOTING = "voting"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A campaign's dates: whole local days, first and last included; None where the operator gave no date."""

    time_zone: dt.tzinfo = dt.UTC
    campaign_start: dt.date | None = None
    campaign_end: dt.date | None = None
    quiet_start: dt.date | None = None
    quiet_end: dt.date | None = None
    voting_day: dt.date | None = None

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The given dates in the order in which a campaign runs."""
        days = (self.campaign_start, self.campaign_end, self.quiet_start, self.quiet_end, self.voting_day)
        return tuple(day for day in days if day is not None)


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere else to turn to."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """What front ends tell people about whose bot this is."""

    name: Mapping[str, str] = field(default_factory=dict)  # language → text
    run_by: Mapping[str, str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    languages: tuple[str, ...] = CODES  # that the bot speaks, the one that nothing tells from others first
    regional: tuple[str, ...] = ()  # regional languages that its voters mix in
    calendar: Calendar = field(default_factory=Calendar)


def in_language(text: Mapping[str, str], language: str) -> str:
    """Return a text in a language, else in the first one it exists in, "" if there is none."""
    return text.get(language) or next(iter(text.values()), "")


def local_day(calendar: Calendar, now: dt.datetime) -> dt.date:
    """Return the day that a moment falls on where the campaign is. Raises ValueError if `now` has no time zone."""
    if now.utcoffset() is None:
        raise ValueError("a moment without a time zone can't be placed in a calendar")
    return now.astimezone(calendar.time_zone).date()


def phase(calendar: Calendar, now: dt.datetime) -> Phase:
    """Return the phase of a moment. Raises ValueError if `now` has no time zone."""
    day = local_day(calendar, now)
    if day == calendar.voting_day:
        return Phase.VOTING
    if _within(day, calendar.quiet_start, calendar.quiet_end):
        return Phase.QUIET
    if _within(day, calendar.campaign_start, calendar.campaign_end):
        return Phase.CAMPAIGN
    return _outside(day, calendar.dates)


def allows(calendar: Calendar, kind: Kind, now: dt.datetime) -> bool:
    """Return whether something of this kind may be said now.

    Campaigning has to rest in the quiet period, and voting day lies outside the campaign's schedule as well.
    Raises ValueError if `now` has no time zone.
    """
    return kind in sayable(calendar, now)


def sayable(calendar: Calendar, now: dt.datetime) -> frozenset[Kind]:
    """Return the kinds that may be said now, as `allows` tells them."""
    return ALWAYS_SAID if phase(calendar, now) in (Phase.QUIET, Phase.VOTING) else _ALL


def until_change(calendar: Calendar, now: dt.datetime) -> dt.timedelta | None:
    """Return how long it is until what may be said can change: the next midnight there; None if it can't any more."""
    if phase(calendar, now) in (Phase.NONE, Phase.AFTER):
        return None
    tomorrow = local_day(calendar, now) + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, dt.time(), calendar.time_zone) - now


def _within(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    return first is not None and last is not None and first <= day <= last


def _outside(day: dt.date, dates: tuple[dt.date, ...]) -> Phase:
    if not dates:
        return Phase.NONE
    if day < min(dates):
        return Phase.BEFORE
    return Phase.AFTER if day > max(dates) else Phase.BETWEEN
