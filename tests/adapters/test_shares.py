"""Shared answers in the database."""

import datetime as dt
from pathlib import Path

import pytest

from bot.adapters.database import SqlDatabase
from bot.adapters.shares import SqlShares
from bot.domain.sharing import Sharer
from tests.shared_answers import shared

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture
def shares() -> SqlShares:
    return SqlShares(SqlDatabase("sqlite://"))


async def test_an_answer_is_kept_exactly_as_it_was(shares: SqlShares) -> None:
    one = shared("A")
    assert await shares.keep([one]) == [one]
    assert await shares.shared("A") == one
    assert await shares.shared("B") is None


async def test_the_same_code_has_one_row_the_first(shares: SqlShares) -> None:
    first, later = shared("A", at=NOW), shared("A", at=LATER)
    await shares.keep([first])
    assert await shares.keep([later, shared("B"), later]) == [first, shared("B"), first]


async def test_two_processes_may_keep_the_same_answer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    one, other = SqlShares(SqlDatabase(url)), SqlShares(SqlDatabase(url))
    assert await one.keep([shared("A", at=NOW)]) == await other.keep([shared("A", at=LATER)])


async def test_openings_are_counted_and_put_answers_in_order(shares: SqlShares) -> None:
    await shares.keep([shared("A"), shared("B"), shared("C", at=LATER)])
    for code, day in (("B", 1), ("B", 1), ("B", 2), ("A", 1)):
        await shares.count_opening(code, dt.date(2026, 11, day))
    assert [(one.shared.code, one.times) for one in await shares.most_opened(5)] == [("B", 3), ("A", 1), ("C", 0)]
    assert [one.shared.code for one in await shares.most_opened(1)] == ["B"]


async def test_who_shared_is_told_once(shares: SqlShares) -> None:
    await shares.keep([shared("A"), shared("B")])
    await shares.note_sharer("p", "A", NOW)
    await shares.note_sharer("p", "B", LATER)
    await shares.note_sharer("q", "A", LATER)
    assert await shares.untold(["p", "q"]) == [Sharer("p", "A"), Sharer("p", "B"), Sharer("q", "A")]
    await shares.note_told([Sharer("p", "A")], LATER)
    await shares.note_sharer("p", "A", LATER)
    assert await shares.untold(["p", "q"]) == [Sharer("p", "B"), Sharer("q", "A")]


async def test_somebody_sees_how_often_what_they_shared_was_opened(shares: SqlShares) -> None:
    await shares.keep([shared("A"), shared("B"), shared("C")])
    await shares.note_sharer("p", "A", NOW)
    await shares.note_sharer("p", "B", LATER)
    await shares.count_opening("A", NOW.date())
    assert [(one.shared.code, one.times) for one in await shares.shared_by("p", 5)] == [("B", 0), ("A", 1)]
    assert [await shares.opened(who, NOW.date()) for who in ("p", "q")] == [1, 0]
    assert await shares.opened("p", NOW.date() + dt.timedelta(days=1)) == 0


async def test_openings_and_who_shared_expire_and_the_answers_stay_to_be_verified() -> None:
    database = SqlDatabase("sqlite://")
    shares = SqlShares(database)
    await shares.keep([shared("A")])
    await shares.count_opening("A", NOW.date())
    await shares.count_opening("A", LATER.date() + dt.timedelta(days=1))
    await shares.note_sharer("p", "A", NOW)
    await shares.note_sharer("q", "A", LATER + dt.timedelta(days=1))
    await database.expire(NOW + dt.timedelta(days=1))
    assert [(one.shared.code, one.times) for one in await shares.most_opened(5)] == [("A", 1)]
    assert await shares.untold(["p", "q"]) == [Sharer("q", "A")]
    await database.forget("q")
    assert await shares.untold(["p", "q"]) == []
