"""The weekly report: what it tells, to whom, when, and that it comes once however often the bot starts."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.adapters.address_records import SqlAddresses
from bot.adapters.counters import SqlFigures
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.answers import Outcome
from bot.domain.figures import Tally
from bot.domain.gaps import Gap
from bot.domain.ports import Action
from bot.domain.weekly import Weekly
from bot.telegram.abilities import Abilities, Schedules, Views
from bot.telegram.team.reporting import LATE
from tests.fakes import NOW, Call, Person
from tests.telegram.conftest import House, house
from tests.telegram.membership import joined
from tests.telegram.team.test_views import BOATS, FakeInsight, FakePainter

TUESDAY_NOON = Weekly(1, dt.time(12))  # NOW is one


class Failing(FakeInsight):
    """Where gaps can't be found."""

    async def gaps(self, days: int) -> tuple[Gap, ...]:
        raise RuntimeError("planned")


@dataclass
class Office:
    """A house whose owner wants the report, over a database that other processes open too."""

    home: House
    database: SqlDatabase
    insight: FakeInsight

    def beside(self) -> House:
        """A second process over the same records, a week later like this one."""
        other = started(self.database, self.insight)
        other.clock.passed = self.home.clock.passed
        return other

    async def reports(self, home: House | None = None) -> list[Call]:
        """Let the look at the clock happen; return the reports that were sent then."""
        one = home or self.home
        before = len(one.telegram.calls)
        assert one.application.job_queue
        (job,) = one.application.job_queue.get_jobs_by_name("weekly report")
        await job.run(one.application)
        return [call for call in one.telegram.calls[before:] if call.method == "sendMessage" and call.result]


def started(database: SqlDatabase, insight: FakeInsight) -> House:
    views = Views(SqlFigures(database), insight, FakePainter())
    schedules = Schedules(SqlAddresses(database), TUESDAY_NOON)
    return house(Abilities(views=views, schedules=schedules), records=SqlTeam(database))


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    database, insight = SqlDatabase("sqlite://"), FakeInsight()
    one = Office(started(database, insight), database, insight)
    async with one.home.application:
        await one.home.application.start()
        await wants(one.home.owner())
        one.home.clock.move(days=7)
        one.home.telegram.calls.clear()
        yield one
        await one.home.application.stop()
    database.close()


async def wants(person: Person) -> None:
    (shown,) = await person.write("/kabar")
    await person.press(shown, "⬜ Laporan mingguan")


async def test_it_tells_the_week_before_in_one_message_and_a_picture(office: Office) -> None:
    figures, team = SqlFigures(office.database), SqlTeam(office.database)
    for back, count in ((1, 4), (7, 1), (8, 3), (0, 50)):
        day = NOW.date() + dt.timedelta(days=7 - back)
        await figures.add([Tally(day, Outcome.QUOTED, "id", "sekolah", 50, count)])
    await team.note(Action("publish", NOW - dt.timedelta(days=2), "hash", "Lama"))
    await team.note(Action("publish", NOW + dt.timedelta(days=2), "hash", "Ibu Ani"))
    await office.home.owner().write("/tutup menu sedang diperbaiki")
    office.home.assistant.old = ("Bus <sekolah>",)
    (report,) = await office.reports()
    for words in (
        "Laporan pekan 24 Nov 2026 – 30 Nov 2026",
        "Pertanyaan: 5 (periode sebelumnya ↑ 3)",
        "• ada bantuan kapal? · 3× (sebelumnya ↑ 1)",
        "• 26 Nov 2026, 12.00 · Ibu Ani: menerbitkan",
        "menu topik, sejak",
        "sedang diperbaiki",
        "• Bus <sekolah>",
        "Tim: 1 orang",
    ):
        assert words.replace("12.00", "12:00") in report.text.replace("12.00", "12:00"), report.text
    assert "Lama" not in report.text
    assert [button["text"] for button in report.buttons] == ["📊 Statistik", "🔎 Semua celah"]
    assert len(office.home.telegram.made("sendPhoto")) == 1


async def test_a_week_without_anything_takes_a_line_and_no_picture(office: Office) -> None:
    office.insight.found = ()
    (report,) = await office.reports()
    assert "Tidak ada pertanyaan pekan ini" in report.text
    assert report.text.count("\n") == 3
    assert office.home.telegram.made("sendPhoto") == []


async def test_it_comes_once_a_week_to_each_who_wants_it(office: Office) -> None:
    ani = await joined(office.home, 7)
    await joined(office.home, 8, label="Pak Budi")
    assert len(await office.reports()) == 1
    assert await office.reports() == []
    await wants(ani)
    assert await office.reports() == []
    office.home.clock.move(days=7)
    assert sorted(call.params["chat_id"] for call in await office.reports()) == [7, 500]


async def test_it_comes_when_the_bot_starts_within_a_day_and_not_later(office: Office) -> None:
    office.home.clock.move(seconds=LATE.total_seconds() + 1)
    assert await office.reports() == []
    office.home.clock.move(seconds=-1)
    assert len(await office.reports()) == 1


async def test_of_two_processes_one_sends_it(office: Office) -> None:
    other = office.beside()
    async with other.application:
        assert len(await office.reports()) + len(await office.reports(other)) == 1


async def test_the_application_looks_at_the_clock_by_itself(office: Office) -> None:
    other = office.beside()
    other.telegram.reached["sendMessage"] = sent = asyncio.Event()
    async with other.application:
        await other.application.start()
        await asyncio.wait_for(sent.wait(), 5)
        await other.application.stop()
    assert len(other.telegram.made("sendMessage")) == 1


async def test_what_does_not_get_through_comes_with_the_next_look(office: Office) -> None:
    office.home.telegram.fail("sendMessage", 400)
    assert await office.reports() == []
    assert len(await office.reports()) == 1


async def test_who_has_blocked_the_bot_is_forgotten(office: Office) -> None:
    office.home.telegram.fail("sendMessage", 403)
    assert await office.reports() == []
    assert await SqlAddresses(office.database).all() == []


async def test_who_has_left_the_team_gets_none(office: Office) -> None:
    ani = await joined(office.home, 7)
    await wants(ani)
    await SqlTeam(office.database).dismiss((await SqlTeam(office.database).members())[0].person, Action("dismiss", NOW))
    office.home.clock.move(days=7)
    assert [call.params["chat_id"] for call in await office.reports()] == [500]


async def test_it_comes_without_gaps_if_these_can_not_be_found(office: Office) -> None:
    other = started(office.database, Failing((BOATS,)))
    other.clock.passed = office.home.clock.passed
    async with other.application:
        (report,) = await office.reports(other)
    assert "Belum terjawab" not in report.text
