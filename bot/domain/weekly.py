"""A moment that comes once a week, by the clocks of a time zone."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK = dt.timedelta(days=7)

_WRITTEN = re.compile(rf"({'|'.join(DAYS)}) ([01]?\d|2[0-3]):([0-5]\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weekly:
    """A day of the week and a time of day."""

    weekday: int  # 0 is Monday
    time: dt.time

    def last(self, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
        """Return when it was so last, `now` included."""
        local = now.astimezone(zone)
        day = local.date() - dt.timedelta(days=(local.weekday() - self.weekday) % 7)
        moment = dt.datetime.combine(day, self.time, zone)
        # By the calendar, not by 168 hours: clocks may have been put forward or back in between.
        return moment if moment <= local else dt.datetime.combine(day - WEEK, self.time, zone)

    def week(self, now: dt.datetime, zone: dt.tzinfo) -> str:
        """Return what names the week that began with it last."""
        return self.last(now, zone).date().isoformat()

    def __str__(self) -> str:
        return f"{DAYS[self.weekday]} {self.time:%H:%M}"


def weekly(text: str) -> Weekly | None:
    """Return what "mon 08:00" says, None if a text says nothing of the kind."""
    found = _WRITTEN.fullmatch(text.strip())
    return Weekly(DAYS.index(found[1].lower()), dt.time(int(found[2]), int(found[3]))) if found else None
