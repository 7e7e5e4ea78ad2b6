"""How many questions were asked, how they ended, what they were about, and how long they took: figures of a period."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from bot.domain.answers import Outcome

KEPT_DAYS = 90  # that questions in vain and counts are kept
# Milliseconds within which an answer was ready: the buckets of the latency histogram. What takes longer than the last
# counts as that. Rows that are stored hold these numbers, so one may be added but none taken away.
BOUNDS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 60_000)


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions of one day that ended alike, in one language, about one topic, in about the same time."""

    day: dt.date
    outcome: Outcome
    language: str
    topic: str  # "" for none
    within: int  # one of BOUNDS
    count: int


@dataclass(frozen=True, slots=True)
class Verdicts:
    """👍 and 👎 of one day."""

    day: dt.date
    good: int
    bad: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was counted from one day to another, both included."""

    since: dt.date
    until: dt.date
    tallies: tuple[Tally, ...] = ()
    verdicts: tuple[Verdicts, ...] = ()

    @property
    def questions(self) -> int:
        """How many questions."""
        return sum(one.count for one in self.tallies)

    @property
    def good(self) -> int:
        """How many 👍."""
        return sum(one.good for one in self.verdicts)

    @property
    def bad(self) -> int:
        """How many 👎."""
        return sum(one.bad for one in self.verdicts)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """All days of the period, those without a question included."""
        return tuple(self.since + dt.timedelta(days=n) for n in range((self.until - self.since).days + 1))

    def by_day(self, *outcomes: Outcome) -> tuple[int, ...]:
        """Return how many questions each day had; with outcomes, how many that ended so."""
        counted: Counter[dt.date] = Counter()
        for one in self.tallies:
            if not outcomes or one.outcome in outcomes:
                counted[one.day] += one.count
        return tuple(counted[day] for day in self.days)

    def outcomes(self) -> tuple[tuple[str, int], ...]:
        """Return how many questions ended how, the most frequent first."""
        return self._ranked(lambda one: one.outcome.value)

    def languages(self) -> tuple[tuple[str, int], ...]:
        """Return how many questions were answered in which language, the most frequent first."""
        return self._ranked(lambda one: one.language)

    def topics(self) -> tuple[tuple[str, int], ...]:
        """Return how many answers were about which topic, the most frequent first."""
        return self._ranked(lambda one: one.topic)

    def latency(self, share: float) -> float | None:
        """Return the seconds within which a share (0 to 1) of the questions was answered, None if there are none.

        Within a bucket, times are taken as spread evenly, as Prometheus' histogram_quantile does.
        """
        counts = [sum(one.count for one in self.tallies if one.within == bound) for bound in BOUNDS]
        wanted, below = share * sum(counts), 0
        for low, high, count in zip((0, *BOUNDS), BOUNDS, counts, strict=False):
            if count and below + count >= wanted:
                return (low + (high - low) * (wanted - below) / count) / 1000
            below += count
        return None

    def _ranked(self, key: Callable[[Tally], str]) -> tuple[tuple[str, int], ...]:
        counted: Counter[str] = Counter()
        for one in self.tallies:
            counted[key(one)] += one.count
        return tuple(sorted(((name, n) for name, n in counted.items() if name), key=lambda pair: (-pair[1], pair[0])))


class FigureRecords(Protocol):
    """Where questions and verdicts are counted."""

    async def add(self, tallies: Iterable[Tally]) -> None:
        """Add counts to those that there are."""

    async def figures(self, since: dt.date, until: dt.date, zone: dt.tzinfo) -> Figures:
        """Return what was counted on these days, which begin at midnight in the time zone."""


def bound(seconds: float) -> int:
    """Return the bucket of a time."""
    return BOUNDS[min(bisect_left(BOUNDS, seconds * 1000), len(BOUNDS) - 1)]


def before(since: dt.date, until: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the period before, which is as long."""
    length = until - since + dt.timedelta(days=1)
    return since - length, until - length


def period(days: int, now: dt.datetime, zone: dt.tzinfo) -> tuple[dt.date, dt.date]:
    """Return the first and the last of this many days, today being the last."""
    today = now.astimezone(zone).date()
    return today - dt.timedelta(days=days - 1), today
