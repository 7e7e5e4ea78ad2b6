"""/kabar: what may be turned on by whom, what is kept for it, and that it ends with everything else."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.adapters.address_records import SqlAddresses
from bot.adapters.counters import SqlFigures
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.addresses import KEPT, Purpose
from bot.domain.privacy import person_hash
from bot.domain.weekly import Weekly
from bot.telegram.abilities import Abilities, Schedules, Views
from tests.fakes import Call
from tests.releases import document
from tests.shared_answers import make
from tests.telegram.conftest import OWNER, SECRET, House, house
from tests.telegram.membership import code_in, joined
from tests.telegram.team.test_views import FakeInsight, FakePainter

HASH = person_hash(SECRET, OWNER)


@dataclass
class Office:
    """A house in which the team can be written to, and the addresses that it keeps."""

    home: House
    addresses: SqlAddresses

    async def purposes(self, person: str = HASH) -> list[Purpose]:
        return [one.purpose for one in await self.addresses.of(person)]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    database = SqlDatabase("sqlite://")
    addresses = SqlAddresses(database)
    views = Views(SqlFigures(database), FakeInsight(), FakePainter())
    schedules, sharing = Schedules(addresses, Weekly(0, dt.time(8))), make(document()).sharing
    one = house(Abilities(views=views, schedules=schedules, sharing=sharing), records=SqlTeam(database))
    async with one.application:
        await one.application.start()
        one.telegram.calls.clear()
        yield Office(one, addresses)
        await one.application.stop()
    database.close()


def texts(call: Call) -> list[str]:
    return [button["text"] for button in call.buttons]


async def test_they_see_what_there_is_and_that_nothing_is_kept_before_they_turn_it_on(office: Office) -> None:
    (shown,) = await office.home.owner().write("/kabar")
    assert "Setiap Senin 08.00." in shown.text or "Setiap Senin 08:00." in shown.text
    assert "alamat Anda tidak disimpan" in shown.text
    assert texts(shown) == ["⬜ Laporan mingguan", "⬜ Jawaban yang saya bagikan berubah", "⬜ Anggota baru"]
    assert await office.addresses.all() == []


async def test_a_switch_is_turned_on_and_off(office: Office) -> None:
    owner = office.home.owner()
    (shown,) = await owner.write("/kabar")
    (on,) = await owner.press(shown, "⬜ Laporan mingguan")
    assert texts(on)[0] == "✅ Laporan mingguan"
    assert "dienkripsi" in on.text
    (address,) = await office.addresses.of(HASH)
    assert address.purpose is Purpose.REPORT
    assert str(OWNER) not in address.chat
    assert address.expires == office.home.clock.now() + KEPT
    (off,) = await owner.press(on, "✅ Laporan mingguan")
    assert texts(off)[0] == "⬜ Laporan mingguan"
    assert await office.purposes() == []


async def test_to_look_at_the_switches_keeps_them_on_longer(office: Office) -> None:
    owner = office.home.owner()
    (shown,) = await owner.write("/kabar")
    await owner.press(shown, "⬜ Laporan mingguan")
    office.home.clock.move(days=300)
    await owner.write("/news")
    (address,) = await office.addresses.of(HASH)
    assert address.expires == office.home.clock.now() + KEPT


async def test_each_rank_is_offered_what_it_may_know(office: Office) -> None:
    volunteer = await joined(office.home, 7, "relawan", "Budi")
    (shown,) = await volunteer.write("/kabar")
    assert texts(shown) == ["⬜ Jawaban yang saya bagikan berubah"]
    await volunteer.press(shown, "a:id:newson:report")
    assert await office.purposes(person_hash(SECRET, 7)) == []
    voter = office.home.person(8)
    (unknown,) = await voter.write("/kabar")
    assert "belum kami kenal" in unknown.text


async def test_the_week_that_has_begun_is_not_reported_to_who_turns_it_on_later(office: Office) -> None:
    owner = office.home.owner()
    (shown,) = await owner.write("/kabar")
    await owner.press(shown, "⬜ Laporan mingguan")
    (address,) = await office.addresses.of(HASH)
    assert address.told == "2026-11-23"  # the Monday before


async def test_without_schedules_there_is_no_such_command(home: House) -> None:
    (unknown,) = await home.owner().write("/kabar")
    assert "belum kami kenal" in unknown.text


async def test_who_invites_hears_who_has_joined_and_can_dismiss_them_at_once(office: Office) -> None:
    home, person = office.home, office.home.person(7)
    (link,) = await home.owner().write("/undang relawan")
    assert "Saya kabari di sini" in link.text
    await person.write(f"/start {code_in(link)}")
    (sure,) = await person.write("Budi")
    done, told = await person.press(sure, "Ya, bergabung")
    assert "Selamat datang" in done.text
    assert told.params["chat_id"] == OWNER
    assert "Budi bergabung ke tim sebagai relawan" in told.text
    (asked,) = await home.owner().press(told, "🚪 Bukan orangnya? Keluarkan")
    assert "Keluarkan Budi" in asked.text


async def test_who_has_turned_that_off_hears_nothing_of_those_who_come_later(office: Office) -> None:
    home = office.home
    (link,) = await home.owner().write("/undang relawan 2")
    (shown,) = await home.owner().write("/kabar")
    await home.owner().press(shown, "✅ Anggota baru")
    person = home.person(7)
    await person.write(f"/start {code_in(link)}")
    (sure,) = await person.write("Budi")
    assert len(await person.press(sure, "Ya, bergabung")) == 1
