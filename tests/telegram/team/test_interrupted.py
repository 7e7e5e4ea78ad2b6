"""An ingest from chat that ended with the process: what whoever began it reads after the next start."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.adapters.address_records import SqlAddresses
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.addresses import Purpose
from bot.domain.errors import ProgramError
from bot.domain.releases import Place
from bot.telegram.abilities import Abilities, Schedules
from tests.fakes import Call
from tests.telegram.conftest import OWNER, House, house
from tests.telegram.membership import joined
from tests.telegram.team.test_publishing import THREE, Bench, standing, until

CHORE = "interrupted ingests"


@dataclass
class Office:
    """A bot in whose workshop an ingest can be stopped, and the records that outlive it."""

    home: House
    bench: Bench
    database: SqlDatabase

    async def begun(self) -> Call:
        """The message that shows how far an ingest is, which does not end."""
        self.bench.finish.clear()
        await self.home.owner().write("/ingest")
        message = await until(self.home, lambda call: "Menyiapkan calon rilis" in call.text)
        await self.keeps(message)
        return message

    async def keeps(self, message: Call) -> None:
        """Wait until it is kept that this message shows how far an ingest is."""
        async with asyncio.timeout(5):
            while await self.kept() != [str(message.result["message_id"])]:  # noqa: ASYNC110 - a task of its own
                await asyncio.sleep(0.01)

    async def kept(self) -> list[str]:
        return [one.told for one in await SqlAddresses(self.database).all(Purpose.RUN)]

    def restarted(self) -> House:
        """Another process over the same records, some time later, whose Telegram knows nothing yet."""
        return started(self.database, self.bench, minutes=1)


def started(database: SqlDatabase, bench: Bench, minutes: int = 0) -> House:
    schedules = Schedules(SqlAddresses(database))
    return house(Abilities(workshop=bench, schedules=schedules), records=SqlTeam(database), minutes=minutes)


async def looked(home: House) -> list[Call]:
    """What a look after interrupted ingests sends or edits."""
    assert home.application.job_queue
    (job,) = home.application.job_queue.get_jobs_by_name(CHORE)
    before = len(home.telegram.calls)
    await job.run(home.application)
    sent = home.telegram.calls[before:]
    return [call for call in sent if call.method in ("sendMessage", "editMessageText") and call.result]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    database, bench = SqlDatabase("sqlite://"), Bench()
    bench.waiting = []
    one = started(database, bench)
    async with one.application:
        await one.application.start()
        yield Office(one, bench, database)
        bench.finish.set()
        await one.application.stop()
    database.close()


async def test_after_a_kill_the_message_with_the_progress_says_so_once(office: Office) -> None:
    message = await office.begun()
    again = office.restarted()
    async with again.application:
        (told,) = await looked(again)
        assert (told.method, told.params["message_id"]) == ("editMessageText", message.result["message_id"])
        assert "dinyalakan ulang sebelum calon rilis ini selesai" in told.text
        assert await looked(again) == []
    assert await office.kept() == []


async def test_what_had_become_ready_is_told_with_where_it_waits(office: Office) -> None:
    await office.begun()
    office.bench.waiting = [standing(THREE, Place.WAITING)]
    again = office.restarted()
    async with again.application:
        (told,) = await looked(again)
    assert "menunggu di /rilis" in told.text


async def test_an_older_candidate_is_not_taken_for_it(office: Office) -> None:
    await office.begun()
    old = standing(THREE, Place.WAITING)
    before = old.manifest.created.replace(hour=1)
    office.bench.waiting = [replace(old, manifest=replace(old.manifest, created=before))]
    again = office.restarted()
    async with again.application:
        (told,) = await looked(again)
    assert "jadi tidak jadi dibuat" in told.text


async def test_where_the_message_is_gone_it_is_told_in_a_new_one(office: Office) -> None:
    await office.begun()
    again = office.restarted()
    async with again.application:
        again.telegram.fail("editMessageText", 400)
        (told,) = await looked(again)
    assert (told.method, told.params["chat_id"]) == ("sendMessage", OWNER)


async def test_what_can_not_be_told_yet_is_told_later(office: Office) -> None:
    await office.begun()
    again = office.restarted()
    async with again.application:
        again.telegram.fail("editMessageText", ValueError("no way to Telegram"))
        assert await looked(again) == []
        (told,) = await looked(again)
    assert "dinyalakan ulang" in told.text


async def test_another_ingest_begun_while_it_is_told_is_not_forgotten(office: Office) -> None:
    await office.begun()
    again = office.restarted()
    async with again.application:
        await again.application.start()
        await again.owner().write("/ingest")  # before the first look has ended
        message = await until(again, lambda call: call.method == "sendMessage" and "Menyiapkan" in call.text)
        await until(again, lambda call: "dinyalakan ulang" in call.text)
        await office.keeps(message)
        await again.application.stop()


async def test_of_whoever_has_blocked_the_bot_nothing_is_kept(office: Office) -> None:
    await office.begun()
    again = office.restarted()
    async with again.application:
        again.telegram.fail("editMessageText", 403)
        assert await looked(again) == []
    assert await office.kept() == []


async def test_what_is_under_way_in_this_very_process_is_left_alone(office: Office) -> None:
    await office.begun()
    assert await looked(office.home) == []
    assert len(await office.kept()) == 1


@pytest.mark.parametrize("fails", [False, True])
async def test_nothing_is_kept_of_an_ingest_that_has_ended(office: Office, fails: bool) -> None:
    if fails:
        office.bench.result = ProgramError("a.md:4: …")
    await office.begun()
    office.bench.finish.set()
    await until(office.home, lambda call: "boleh diterbitkan" in call.text or "a.md:4" in call.text)
    async with asyncio.timeout(5):
        while await office.kept():  # noqa: ASYNC110 - a task of its own
            await asyncio.sleep(0.01)


async def test_whoever_was_dismissed_meanwhile_is_not_written_to(office: Office) -> None:
    ani = await joined(office.home, 7, label="Ani")
    office.bench.finish.clear()
    await ani.write("/ingest")
    await until(office.home, lambda call: "Menyiapkan calon rilis" in call.text)
    (sure,) = await office.home.owner().write("/keluarkan ani")
    await office.home.owner().press(sure, "Ya, keluarkan")
    again = office.restarted()
    async with again.application:
        assert await looked(again) == []
    assert await office.kept() == []


async def test_the_next_ingest_is_remembered_by_its_own_message(office: Office) -> None:
    first = (await office.begun()).result["message_id"]
    again = office.restarted()
    async with again.application:
        await again.application.start()
        await until(again, lambda call: "dinyalakan ulang" in call.text)
        await again.owner().write("/rilis")
        await again.owner().write("/ingest")
        message = await until(again, lambda call: call.method == "sendMessage" and "Menyiapkan" in call.text)
        await office.keeps(message)
        await again.application.stop()
    assert first != message.result["message_id"]
