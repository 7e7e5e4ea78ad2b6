"""What is counted, when it is written down, and that neither people nor texts are."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable

import pytest

from bot.adapters.counters import Counting, SqlFigures
from bot.adapters.database import SqlDatabase
from bot.domain.answers import Answered, Outcome
from bot.domain.errors import Unreachable
from bot.domain.figures import FigureRecords, Tally, Verdicts
from bot.domain.ports import Feedback

NOW = dt.datetime(2030, 11, 20, 18, 0, tzinfo=dt.UTC)
EAST = dt.timezone(dt.timedelta(hours=8))  # where it is the next day already
TODAY = dt.date(2030, 11, 21)


@pytest.fixture
def records(database: SqlDatabase) -> FigureRecords:
    return SqlFigures(database)


def answered(seconds: float = 0.04, *, of_person: bool = True) -> Answered:
    return Answered(Outcome.QUOTED, "id", seconds, "r1", (), "sekolah", of_person)


def tally(count: int, day: dt.date = TODAY) -> Tally:
    return Tally(day, Outcome.QUOTED, "id", "sekolah", 50, count)


def counting(records: FigureRecords) -> Counting:
    return Counting(records, lambda: NOW, EAST)


async def tallies(records: FigureRecords) -> tuple[Tally, ...]:
    return (await records.figures(TODAY, TODAY, EAST)).tallies


async def test_what_is_observed_is_in_the_database_within_moments(records: FigureRecords) -> None:
    observe = counting(records)
    async with observe.flushing(every=0.01):
        for _ in range(3):
            observe(answered())
        async with asyncio.timeout(5):
            while await tallies(records) != (tally(3),):  # noqa: ASYNC110 - no event tells what another connection wrote
                await asyncio.sleep(0.01)
        observe(answered())
    assert await tallies(records) == (tally(4),)


async def test_nobodys_questions_are_not_counted(records: FigureRecords) -> None:
    observe = counting(records)
    observe(answered(of_person=False))
    await observe.flush()
    assert await tallies(records) == ()


async def test_two_processes_add_up(records: FigureRecords) -> None:
    first, second = counting(records), counting(records)
    for observe in (first, second, first):
        observe(answered())
        await observe.flush()
    assert await tallies(records) == (tally(3),)


class Away(SqlFigures):
    """A database that does not answer the first time."""

    failures = 1

    async def add(self, tallies: Iterable[Tally]) -> None:
        if self.failures:
            self.failures -= 1
            raise Unreachable("planned")
        await super().add(tallies)


async def test_a_database_that_is_away_for_a_while_loses_nothing(database: SqlDatabase) -> None:
    records = Away(database)
    observe = counting(records)
    observe(answered())
    with pytest.raises(Unreachable):
        await observe.flush()
    observe(answered())
    await observe.flush()
    assert await tallies(records) == (tally(2),)


async def test_figures_are_those_of_the_days_asked_for(database: SqlDatabase, records: FigureRecords) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    await records.add([tally(1, yesterday), tally(2), tally(4, TODAY + dt.timedelta(days=1))])
    for person, good, at in (
        ("p1", True, NOW),
        ("p2", False, NOW),
        ("p3", True, NOW - dt.timedelta(hours=3)),  # 23:00 of the day before, by the campaign's clocks
        ("p4", True, NOW + dt.timedelta(days=1)),
    ):
        await database.note_feedback(Feedback(good, ("s1",), "r1", person, at))
    today = await records.figures(TODAY, TODAY, EAST)
    assert (today.tallies, today.verdicts) == ((tally(2),), (Verdicts(TODAY, 1, 1),))
    both = await records.figures(yesterday, TODAY, EAST)
    assert (both.by_day(), both.good, both.bad) == ((1, 2), 2, 1)


async def test_counts_are_deleted_with_the_texts_of_their_time(database: SqlDatabase, records: FigureRecords) -> None:
    await records.add([tally(1, TODAY - dt.timedelta(days=90)), tally(2)])
    await database.expire(NOW)
    assert (await records.figures(TODAY - dt.timedelta(days=100), TODAY, EAST)).tallies == (tally(2),)
