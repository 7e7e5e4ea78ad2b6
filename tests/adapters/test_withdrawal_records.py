"""What the team has withdrawn: in every process, with each change in the audit log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.database import SqlDatabase
from bot.adapters.withdrawal_records import SqlWithdrawals
from bot.domain.ports import Action
from bot.domain.withdrawals import Withdrawal, WithdrawalRecords

NOW = datetime(2030, 11, 20, 12, 0, tzinfo=UTC)
ONE = Withdrawal("aaaaaaaaaa", "kuliah.md#usia", "Paling tua 25 tahun.", "ada kesalahan", NOW, "hash")


@dataclass
class Timer:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def timer() -> Timer:
    return Timer()


@pytest.fixture
def records(database: SqlDatabase, timer: Timer) -> WithdrawalRecords:
    return SqlWithdrawals(database, timer)


def action(what: str) -> Action:
    return Action(what, NOW, "hash", "Ibu Ani", ONE.reason)


async def test_what_is_withdrawn_comes_back_as_it_was_put_and_is_noted(
    records: WithdrawalRecords, database: SqlDatabase
) -> None:
    later = replace(ONE, statement="bbbbbbbbbb", at=NOW + timedelta(minutes=1))
    await records.withdraw(ONE, action("withdraw"))
    await records.withdraw(later, action("withdraw"))
    assert list((await records.withdrawals()).items()) == [("bbbbbbbbbb", later), ("aaaaaaaaaa", ONE)]
    assert await database.actions(9) == [action("withdraw"), action("withdraw")]


async def test_a_second_reason_takes_the_place_of_the_first(records: WithdrawalRecords) -> None:
    await records.withdraw(ONE, action("withdraw"))
    await records.withdraw(replace(ONE, reason="data sudah berubah"), action("withdraw"))
    assert [one.reason for one in (await records.withdrawals()).values()] == ["data sudah berubah"]


async def test_only_what_is_withdrawn_is_put_back_and_noted(records: WithdrawalRecords, database: SqlDatabase) -> None:
    await records.withdraw(ONE, action("withdraw"))
    assert await records.restore(ONE.statement, action("restore"))
    assert not await records.restore(ONE.statement, action("restore"))
    assert await records.withdrawals() == {}
    assert [one.what for one in await database.actions(9)] == ["restore", "withdraw"]


async def test_another_process_sees_it_half_a_second_later(
    records: WithdrawalRecords, database: SqlDatabase, timer: Timer
) -> None:
    elsewhere = SqlWithdrawals(database, timer)
    before = await elsewhere.withdrawals()
    await records.withdraw(ONE, action("withdraw"))
    assert await elsewhere.withdrawals() is before
    timer.seconds += 0.5
    assert list(await elsewhere.withdrawals()) == [ONE.statement]


async def test_as_long_as_nothing_changes_the_same_object_is_lent(records: WithdrawalRecords, timer: Timer) -> None:
    await records.withdraw(ONE, action("withdraw"))
    before = await records.withdrawals()
    timer.seconds += 5
    assert await records.withdrawals() is before
