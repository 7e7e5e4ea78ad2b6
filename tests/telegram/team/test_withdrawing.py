"""/tarik on its own: the list of what is withdrawn, page by page. (What voters read then: tests/journeys.)"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.adapters.withdrawal_records import SqlWithdrawals
from bot.domain.ports import Action
from bot.domain.withdrawals import Withdrawal
from bot.telegram.abilities import Abilities
from tests.fakes import NOW, Call
from tests.telegram.conftest import House, house

MANY = 19


@pytest.fixture
async def home() -> AsyncIterator[House]:
    database = SqlDatabase("sqlite://")
    records = SqlWithdrawals(database, lambda: 0.0)
    for number in range(1, MANY + 1):
        at = NOW - dt.timedelta(minutes=number)
        one = Withdrawal(f"s{number:09}", "bus.md#jam", f"Kalimat nomor {number}.", "salah ketik", at, "hash")
        await records.withdraw(one, Action("withdraw", NOW))
    home = house(Abilities(withdrawals=records), records=SqlTeam(database))
    async with home.application:
        await home.application.start()
        yield home
        await home.application.stop()
    database.close()


def texts(call: Call) -> list[str]:
    return [button["text"] for button in call.buttons]


async def test_all_that_is_withdrawn_is_listed_page_by_page_the_latest_first(home: House) -> None:
    (first,) = await home.owner().write("/tarik")
    assert "1. Kalimat nomor 1." in first.text
    assert "8. Kalimat nomor 8." in first.text
    assert "nomor 9." not in first.text
    (second,) = await home.owner().press(first, texts(first)[-1])
    assert "9. Kalimat nomor 9." in second.text
    assert second.method == "editMessageText"
    (third,) = await home.owner().press(second, texts(second)[-1])
    assert "19. Kalimat nomor 19." in third.text
    assert len([one for one in texts(third) if "19" in one]) == 1


async def test_what_stands_on_a_later_page_is_put_back(home: House) -> None:
    (first,) = await home.owner().write("/tarik")
    (second,) = await home.owner().press(first, texts(first)[-1])
    number = next(one for one in texts(second) if "12" in one)
    (done,) = await home.owner().press(second, number)
    (again,) = await home.owner().press(done, texts(done)[-1])
    (page,) = await home.owner().press(again, texts(again)[-1])
    assert "Kalimat nomor 12." not in page.text
    assert "12. Kalimat nomor 13." in page.text
