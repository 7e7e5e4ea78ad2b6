"""The team's ways through the bot: from an owner's first invitation to the day somebody leaves."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.config import Admins, Config
from tests.fakes import Call, Person
from tests.journeys.conftest import Bot, running

OWNER, ADMIN, VOTER = 500, 7, 1


@pytest.fixture
def config(own_campaign: Config) -> Config:
    return replace(own_campaign, admins=Admins((OWNER,)))


@pytest.fixture
async def bot(config: Config) -> AsyncIterator[Bot]:
    async with running(config) as one:
        yield one


async def invited(owner: Person, words: str) -> str:
    (link,) = await owner.write(f"/undang {words}")
    found = re.search(r"start=(i_\S+)", link.text)
    assert found
    return found[1]


async def join(bot: Bot, number: int, words: str, label: str) -> Person:
    person = bot.person(number)
    await person.write(f"/start {await invited(bot.person(OWNER), words)}")
    (sure,) = await person.write(label)
    done, *_ = await person.press(sure, "Ya, bergabung")
    assert f"Selamat datang di tim, {label}!" in done.text
    return person


async def text(person: Person, words: str) -> str:
    calls = await person.write(words)
    return "\n".join(call.text for call in calls)


async def test_an_owner_invites_an_admin_who_closes_the_bot_in_every_process(bot: Bot, config: Config) -> None:
    admin, voter = await join(bot, ADMIN, "admin", "Ibu Ani"), bot.person(VOTER)
    question = "jam berapa bus sekolah berangkat?"
    assert "06.15" in await text(voter, question)
    async with running(config) as other:
        assert "Ditutup: semuanya" in await text(admin, "/tutup jadwalnya sedang dicek")
        for one in (bot, other):
            closed = await text(one.person(VOTER), question)
            assert "jadwalnya sedang dicek" in closed
            assert "06.15" not in closed
    assert "Dibuka lagi" in await text(admin, "/buka")
    assert "06.15" in await text(voter, question)
    log = await text(admin, "/catatan")
    assert [line for line in log.split("\n") if "·" not in line and ":" not in line and line] == [
        "📋 Catatan tindakan",
        "membuka",
        "menutup",
        "bergabung",
        "mengundang",
        "menerbitkan",
    ]


async def test_who_is_dismissed_is_a_stranger_at_once_in_every_process(bot: Bot, config: Config) -> None:
    admin, owner = await join(bot, ADMIN, "admin", "Ibu Ani"), bot.person(OWNER)
    async with running(config) as other:
        assert "👥 Tim (2)" in await text(other.person(ADMIN), "/siapa")
        (sure,) = await owner.write("/keluarkan ani")
        await owner.press(sure, "Ya, keluarkan")
        unknown = await text(other.person(ADMIN), "/tidakada")
        assert await text(other.person(ADMIN), "/siapa") == unknown
        assert await text(admin, "/tutup sesuatu") == unknown


async def test_a_member_who_deletes_their_data_leaves_and_only_the_log_remembers(bot: Bot) -> None:
    person = await join(bot, ADMIN, "relawan", "Budi")
    assert menus(bot, "deleteMyCommands") == []
    (ask,) = await person.write("/hapus")
    assert "keanggotaan tim: 1" in ask.text
    assert "Anda relawan" in ask.text
    (gone,) = await person.press(ask, "🗑 Ya, hapus")
    assert "keanggotaan tim: 0" in gone.text.partition("Sekarang:")[2]
    assert len(menus(bot, "deleteMyCommands")) == 3
    owner = bot.person(OWNER)
    assert "Budi" not in await text(owner, "/siapa")
    assert "Budi\nkeluar sendiri" in await text(owner, "/catatan")


async def test_neither_codes_nor_ids_are_stored(bot: Bot) -> None:
    code = (await invited(bot.person(OWNER), "admin")).removeprefix("i_")
    person = bot.person(987654321)
    await person.write(f"/start i_{code}")
    (sure,) = await person.write("Budi")
    await person.press(sure, "Ya, bergabung")
    stored = bot.database()
    assert code.encode() not in stored
    assert b"987654321" not in stored
    assert b"Budi" in stored


def menus(bot: Bot, method: str) -> list[Call]:
    return bot.telegram.made(method)
