"""Counts questions by day: in memory while they are answered, into the database once a second."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.schema import COUNTERS, FEEDBACK
from bot.adapters.upserts import upsert
from bot.domain.answers import Answered, Outcome
from bot.domain.errors import Unreachable
from bot.domain.figures import FigureRecords, Figures, Tally, Verdicts, bound

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds: a crash loses what was counted since the last of them


class SqlFigures:
    """The FigureRecords port over a database that is open."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def add(self, tallies: Iterable[Tally]) -> None:
        """Add counts to those that there are, in one transaction, whoever else adds at the same time."""
        rows = [asdict(one) for one in tallies]

        def write(connection: sa.Connection) -> None:
            for row in rows:
                upsert(connection, COUNTERS, row, added={"count"})

        if rows:
            await self._database.write(write)

    async def figures(self, since: dt.date, until: dt.date, zone: dt.tzinfo) -> Figures:
        """Return what was counted on these days, which begin at midnight in the time zone."""
        counted = sa.select(COUNTERS).where(COUNTERS.c.day >= since, COUNTERS.c.day <= until).order_by(COUNTERS.c.day)
        begin, end = _midnight(since, zone), _midnight(until + dt.timedelta(days=1), zone)
        judged = sa.select(FEEDBACK.c.at, FEEDBACK.c.good).where(FEEDBACK.c.at >= begin, FEEDBACK.c.at < end)

        def read(connection: sa.Connection) -> Figures:
            tallies = tuple(
                Tally(row.day, Outcome(row.outcome), row.language, row.topic, row.within, row[-1])
                for row in connection.execute(counted)
            )
            verdicts = ((row.at.astimezone(zone).date(), row.good) for row in connection.execute(judged))
            return Figures(since, until, tallies, _verdicts(verdicts))

        return await self._database.read(read)


class Counting:
    """Observes answered questions; adding to a number in memory is all that an answer waits for."""

    def __init__(self, records: FigureRecords, clock: Callable[[], dt.datetime], zone: dt.tzinfo) -> None:
        self._records, self._clock, self._zone = records, clock, zone
        self._counted: Counter[tuple[dt.date, Outcome, str, str, int]] = Counter()

    def __call__(self, event: Answered) -> None:
        """Count a question, unless nobody asked it."""
        if event.of_person:
            day = self._clock().astimezone(self._zone).date()
            self._counted[day, event.outcome, event.language, event.topic, bound(event.seconds)] += 1

    async def flush(self) -> None:
        """Write down what was counted since the last time. Raises Unreachable, and then keeps it for the next time."""
        counted, self._counted = self._counted, Counter()
        try:
            await self._records.add([Tally(*key, count) for key, count in counted.items()])
        except Unreachable:
            self._counted += counted
            raise

    @asynccontextmanager
    async def flushing(self, every: float = EVERY) -> AsyncIterator[None]:
        """Write down once in a while, and a last time at the end; a database that is away for a while loses nothing."""
        ended = asyncio.Event()
        task = asyncio.create_task(self._flush_until(ended, every))
        try:
            yield
        finally:
            ended.set()
            await task

    async def _flush_until(self, ended: asyncio.Event, every: float) -> None:
        while not ended.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), every)
            await self._try()

    async def _try(self) -> None:
        try:
            await self.flush()
        except Unreachable as error:
            log.warning("questions could not be counted yet (%s)", error)


def _midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)


def _verdicts(judged: Iterable[tuple[dt.date, bool]]) -> tuple[Verdicts, ...]:
    counted = Counter(judged)
    days = sorted({day for day, _ in counted})
    return tuple(Verdicts(day, counted[day, True], counted[day, False]) for day in days)
