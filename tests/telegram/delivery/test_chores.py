"""What is done unasked: from the start on, again and again, whatever fails."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.adapters.address_records import SqlAddresses
from bot.adapters.database import SqlDatabase
from bot.telegram.abilities import Abilities, Schedules
from bot.telegram.delivery.chores import Chore
from tests.telegram.conftest import house


async def test_a_chore_is_done_at_the_start_and_again_although_it_fails(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    thrice = asyncio.Event()

    async def fail() -> None:
        done.append(len(done))
        if len(done) == 3:
            thrice.set()
        raise RuntimeError("planned")

    database = SqlDatabase("sqlite://")
    one = house(Abilities(schedules=Schedules(SqlAddresses(database), chores=(Chore("failing", 0.02, fail),))))
    async with one.application:
        await one.application.start()
        with caplog.at_level(logging.ERROR):
            await asyncio.wait_for(thrice.wait(), 5)
        await one.application.stop()
    database.close()
    assert "the chore 'failing' failed" in caplog.text
    assert one.telegram.made("sendMessage") == []


async def test_what_is_being_done_is_finished_before_the_end() -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        await asyncio.sleep(0.05)
        ended.set()

    database = SqlDatabase("sqlite://")
    one = house(Abilities(schedules=Schedules(SqlAddresses(database), chores=(Chore("working", 60, work),))))
    async with one.application:
        await one.application.start()
        await asyncio.wait_for(begun.wait(), 5)
        await one.application.stop()
    database.close()
    assert ended.is_set()
