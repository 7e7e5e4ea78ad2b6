"""Found without a manual: commands by purpose, where to begin, and what somebody meant."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.counters import SqlFigures
from bot.adapters.database import SqlDatabase
from bot.telegram.abilities import Abilities, Desks, Views
from tests.fakes import Call, Person
from tests.ingestion.desks import desk
from tests.telegram.conftest import House, house
from tests.telegram.membership import invited, joined
from tests.telegram.team.test_publishing import Bench
from tests.telegram.team.test_uploading import Mail, labels
from tests.telegram.team.test_views import FakeInsight, FakePainter


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    own = desk(tmp_path)
    views = Views(SqlFigures(SqlDatabase("sqlite://")), FakeInsight(), FakePainter())
    one = house(Abilities(workshop=Bench(), views=views, desks=Desks(own.uploads, own.writing, Mail().fetch)))
    async with one.application:
        await one.application.start()
        one.telegram.calls.clear()
        yield one
        await one.application.stop()


async def welcomed(home: House, words: str) -> tuple[Person, Call]:
    """Somebody who has just joined, and what they read then."""
    person = home.person(7)
    await person.write(f"/start {await invited(home, words)}")
    (sure,) = await person.write("Budi")
    done, *_ = await person.press(sure, "Ya, bergabung")
    return person, done


@pytest.mark.parametrize(
    ("rank", "offered"),
    [
        (
            "admin",
            ["🧭 Tur singkat: kirim satu PDF untuk mencoba", "🔎 Yang belum terjawab", "📊 Statistik pertanyaan"],
        ),
        ("peninjau", ["🔎 Yang belum terjawab", "📊 Statistik pertanyaan", "👥 Siapa saja di tim"]),
        ("relawan", ["🏷 Ganti label saya"]),
    ],
)
async def test_joining_ends_with_what_the_rank_begins_with(home: House, rank: str, offered: list[str]) -> None:
    person, done = await welcomed(home, rank)
    assert labels(done) == offered
    first, *_ = await person.press(done, offered[0])
    assert first.method == "sendMessage"
    assert "sudah tidak berlaku" not in first.text


async def test_a_button_does_no_more_than_its_command_would(home: House) -> None:
    volunteer, done = await welcomed(home, "relawan")
    (told,) = await volunteer.press(done, "a:id:run:stats")
    assert "sudah tidak berlaku" in told.text
    assert await volunteer.press(done, "a:id:run:nosuch") == []


async def test_help_shows_ones_own_commands_by_purpose(home: House) -> None:
    (help_,) = await home.owner().write("/help")
    assert help_.text.index("Dokumen: isi") < help_.text.index("/tambah:") < help_.text.index("/rilis:")
    assert "Cara bertanya" in help_.text
    (reviewers,) = await (await joined(home, 7, "peninjau")).write("/help")
    assert "/celah" in reviewers.text
    assert "/tambah" not in reviewers.text
    (voters,) = await home.person().write("/help")
    assert voters.text.startswith("Cara bertanya")
    owner = home.owner()
    owner.language_code = "en"
    (english,) = await owner.write("/help")
    assert "/releases: " in english.text
    assert "Your commands as owner" in english.text


@pytest.mark.parametrize(("typed", "meant"), [("/statistk", "/statistik"), ("/hlep", "/help"), ("/relases", "/rilis")])
async def test_a_wrong_command_proposes_the_nearest(home: House, typed: str, meant: str) -> None:
    (told,) = await home.owner().write(typed)
    assert f"Maksud Anda {meant}?" in told.text


async def test_a_voter_is_proposed_nothing_of_the_teams(home: House) -> None:
    for typed in ("/statistk", "/statistik", "/xyzzy"):
        (told,) = await home.person().write(typed)
        assert "belum kami kenal. Coba /program" in told.text
    (told,) = await home.person().write("/privsi")
    assert "Maksud Anda /privasi?" in told.text


async def test_the_tour_is_tried_on_an_example_of_which_nothing_is_kept(home: House) -> None:
    owner = home.owner()
    (tour,) = await owner.write("/tur")
    assert "tidak ada yang terbit" in tour.text
    (asked,) = await owner.press(tour, "▶️ Coba dengan contoh")
    while "➡️ Lanjut" not in labels(asked):
        (asked,) = await owner.press(asked, labels(asked)[-2])
    assert "Judul: Perpustakaan keliling (contoh)" in asked.text
    (done,) = await owner.press(asked, "➡️ Lanjut")
    assert "tidak ada yang disimpan atau terbit" in done.text
    assert home.records is not None
    (answer,) = await owner.write("Berapa batas usia?")
    assert "25 tahun." in answer.text
