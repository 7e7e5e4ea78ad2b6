"""One statement from chat: /tambah and /ubah, question by question, and the way from a gap."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.counters import SqlFigures
from bot.adapters.database import SqlDatabase
from bot.domain.gaps import Gap
from bot.telegram.abilities import Abilities, Desks, Views
from tests.fakes import Call, Json, Person, message
from tests.ingestion.desks import BUS, ENGLISH, desk
from tests.telegram.conftest import house
from tests.telegram.membership import joined
from tests.telegram.team.test_publishing import Bench, until
from tests.telegram.team.test_uploading import Mail, Office, labels
from tests.telegram.team.test_views import FakeInsight, FakePainter

SOURCE = "Libur\nDishub\n5 Mei 2025\nhttps://dishub.contoh.id/libur"
LINE = "Libur, Dishub, 2025-05-05. <https://dishub.contoh.id/libur>"
GAP = Gap(
    "bus berangkat hari minggu?", "id", ("bus berangkat hari minggu?", "minggu [nama] libur?", "bus libur?"), 3, 1
)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    bench, mail, own = Bench(), Mail(), desk(tmp_path)
    views = Views(SqlFigures(SqlDatabase("sqlite://")), FakeInsight((GAP,)), FakePainter())
    home = house(Abilities(workshop=bench, views=views, desks=Desks(own.uploads, own.writing, mail.fetch)))
    async with home.application:
        await home.application.start()
        home.telegram.calls.clear()
        yield Office(home, bench, own, mail)
        await home.application.stop()


async def planned(office: Office) -> dict[str, str | None]:
    """What is proposed, once its plan is shown."""
    await until(office.home, lambda call: "boleh diterbitkan" in call.text)
    (proposal,) = office.bench.planned
    assert proposal
    return office.desk.files(proposal)


async def test_a_statement_is_written_question_by_question(office: Office) -> None:
    owner = office.home.owner()
    (where,) = await owner.write("/tambah bus berangkat")
    assert labels(where)[0] == "Jam bus · Bus sekolah"
    assert "➕ Bagian baru di: Bus sekolah" in labels(where)
    (text,) = await owner.press(where, "Jam bus · Bus sekolah")
    assert "Tulis satu kalimat" in text.text
    (english,) = await owner.write("Bus libur sejak 5 Mei 2025")
    assert "bahasa Inggris" in english.text
    (source,) = await owner.write("No bus since 5 May 2025")
    assert labels(source)[:2] == ["Jadwal (B-1)", "Panduan (B-2)"]
    (date,) = await owner.write(SOURCE)
    await owner.press(date, "5 Mei 2025")
    (card,) = await owner.write("bus libur kapan?\nlibur bus?")
    for words in (
        "Jam bus · Bus sekolah",
        "Bus libur sejak 5 Mei 2025. [1]",
        "Inggris: No bus",
        "per 5 Mei 2025",
        "• libur bus?",
    ):
        assert words in card.text
    await owner.press(card, "➡️ Lanjut")
    files = await planned(office)
    assert "Bus libur sejak 5 Mei 2025.[^B-3]\n" in (files["bus/bus.md"] or "")
    assert f"[^B-3]: per 5 Mei 2025\n    {LINE}\n" in (files["bus/bus.en.md"] or "")
    assert '"B-3" = [\n  "bus libur kapan?",' in (files["bus/phrasings.toml"] or "")


async def test_where_it_belongs_is_searched_for_by_words(office: Office) -> None:
    owner = office.home.owner()
    (ask,) = await owner.write("/tambah")
    assert labels(ask) == ["✖️ Batal"]
    (none,) = await owner.write("entahlah")
    assert "Tidak ada bagian" in none.text
    (found,) = await owner.write("siswa")
    assert labels(found)[0] == "Syarat · Bus sekolah"


async def test_a_new_section_gets_a_heading_in_both_languages(office: Office) -> None:
    owner = office.home.owner()
    (where,) = await owner.write("/tambah berangkat")
    await owner.press(where, "➕ Bagian baru di: Bus sekolah")
    (english,) = await owner.write("Hari libur")
    assert "Inggris" in english.text
    await owner.press(english, "Hari libur")
    (english,) = await owner.write("Bus libur.")
    await owner.press(english, labels(english)[0])
    (date,) = await owner.write(SOURCE)
    (asked,) = await owner.press(date, "Lewati")
    (card,) = await owner.press(asked, "Lewati")
    assert "(kalimat Indonesianya)" in card.text
    await owner.press(card, "➡️ Lanjut")
    files = await planned(office)
    assert "## Hari libur\nBus libur.[^B-3]\n" in (files["bus/bus.en.md"] or "")


async def test_a_source_that_there_is_asks_for_no_more(office: Office) -> None:
    owner = office.home.owner()
    (where,) = await owner.write("/tambah sepuluh")
    await owner.press(where, "Janji · Taman")
    (source,) = await owner.write("Taman itu gratis.")
    (card,) = await owner.press(source, "Debat (J-1)")
    await owner.press(card, "➡️ Lanjut")
    assert set(await planned(office)) == {"taman.md"}


async def test_a_source_without_publisher_or_address_is_asked_for_again(office: Office) -> None:
    owner = office.home.owner()
    (where,) = await owner.write("/tambah sepuluh")
    await owner.press(where, "Janji · Taman")
    await owner.write("Taman itu gratis.")
    (again,) = await owner.write("kata teman")
    assert "belum lengkap" in again.text
    (date,) = await owner.write("Debat, Harian, https://x.id")
    assert "berlaku per kapan" in date.text


async def test_a_statement_is_changed_and_its_english_sentence_asked_for(office: Office) -> None:
    owner = office.home.owner()
    (which,) = await owner.write("/ubah berangkat")
    (card,) = await owner.press(which, "Bus berangkat pukul 06.15.")
    assert "Inggris: The bus leaves at 6:15." in card.text
    (same,) = await owner.press(card, "➡️ Lanjut")
    assert "Belum ada yang diubah" in same.text
    (card,) = await owner.press(same, "‹ Kembali")
    (text,) = await owner.press(card, "Kalimat")
    assert "Sekarang: Bus berangkat pukul 06.15." in text.text
    (english,) = await owner.write("Bus berangkat pukul 05.45.")
    assert "Kalimat Inggrisnya tetap" in labels(english)
    (card,) = await owner.write("The bus leaves at 5:45.")
    assert "<s>Bus berangkat pukul 06.15.</s>" in card.params["text"]
    await owner.press(card, "➡️ Lanjut")
    assert await planned(office) == {
        "bus/bus.md": BUS.replace("06.15", "05.45"),
        "bus/bus.en.md": ENGLISH.replace("6:15", "5:45"),
    }


@pytest.mark.parametrize(
    ("button", "kept"), [("Tambahkan di samping yang lama", True), ("Ganti semua dengan yang ini", False)]
)
async def test_a_new_source_joins_the_old_ones_or_replaces_them(office: Office, button: str, kept: bool) -> None:
    owner = office.home.owner()
    (which,) = await owner.write("/ubah berangkat")
    (card,) = await owner.press(which, "Bus berangkat pukul 06.15.")
    await owner.press(card, "Sumber")
    (how,) = await owner.write(SOURCE)
    (card,) = await owner.press(how, button)
    assert "1 kalimat lain memakai sumber yang sama" in card.text
    await owner.press(card, "➡️ Lanjut")
    text = (await planned(office))["bus/bus.md"] or ""
    assert LINE in text
    assert ("dishub.contoh.id/jadwal" in text) is kept


def answer_with(owner: Person, data: str) -> Json:
    """An answer of the bot's whose button names what it quotes."""
    rows = [[{"text": "👍", "callback_data": data}]]
    bot = {"id": 99, "is_bot": True, "first_name": "Bot"}
    return message(999, owner.id, bot, text="x", reply_markup={"inline_keyboard": rows})


async def test_in_reply_to_an_answer_its_own_statements_are_offered(office: Office) -> None:
    owner = office.home.owner()
    (leaves,), (park,) = [await office.desk.writing.hits(word) for word in ("berangkat", "sepuluh")]
    answer = answer_with(owner, f"g:id:{leaves.id},{park.id}")
    (which,) = await owner.write("/ubah", reply_to_message=answer)
    assert labels(which) == ["Bus berangkat pukul 06.15.", park.text, "✖️ Batal"]


async def test_in_reply_to_an_answer_of_one_statement_that_one_is_changed(office: Office) -> None:
    owner = office.home.owner()
    (hit,) = await office.desk.writing.hits("berangkat")
    (card,) = await owner.write("/ubah", reply_to_message=answer_with(owner, f"g:id:{hit.id}"))
    assert "Bus berangkat pukul 06.15." in card.text
    (ask,) = await owner.press(card, "Kalimat")
    assert "06.15" in ask.text
    await owner.write("Bus berangkat pukul 05.45.")
    (card,) = await owner.write("The bus leaves at 5:45.")
    await owner.press(card, "➡️ Lanjut")
    assert "Bus berangkat pukul 05.45." in ((await planned(office))["bus/bus.md"] or "")


async def test_of_an_answer_what_is_gone_is_left_out_and_the_rest_can_be_changed(office: Office) -> None:
    owner = office.home.owner()
    (hit,) = await office.desk.writing.hits("berangkat")
    answer = answer_with(owner, f"w:id:aaaaaaaaaa,{hit.id}")
    (card,) = await owner.write("/ubah", reply_to_message=answer)
    assert "Inggris: The bus leaves at 6:15." in card.text


async def test_a_statement_that_has_moved_on_is_told(office: Office) -> None:
    owner = office.home.owner()
    (which,) = await owner.write("/ubah berangkat")
    file = office.desk.root / "bus/bus.md"
    file.write_text(BUS.replace("06.15", "07.00"))
    (told,) = await owner.press(which, "Bus berangkat pukul 06.15.")
    assert "sudah berubah" in told.text
    file.write_text(BUS)
    (found,) = await owner.write("berangkat")
    (card,) = await owner.press(found, "Bus berangkat pukul 06.15.")
    await owner.press(card, "Kalimat")
    await owner.write("Bus berangkat pukul 05.45.")
    (card,) = await owner.write("The bus leaves at 5:45.")
    file.write_text(BUS.replace("06.15", "07.00"))
    (told,) = await owner.press(card, "➡️ Lanjut")
    assert "bus/bus.md sudah diubah orang lain" in told.text
    assert office.bench.planned == []


async def test_a_gap_leads_to_a_statement_and_brings_its_questions(office: Office) -> None:
    owner = office.home.owner()
    (gaps,) = [call for call in await owner.write("/celah") if call.buttons]
    (gap,) = await owner.press(gaps, "1")
    (where,) = await owner.press(gap, "✍️ Tulis pernyataan")
    assert labels(where)[0] == "Jam bus · Bus sekolah"
    await owner.press(where, "Jam bus · Bus sekolah")
    (english,) = await owner.write("Bus libur.")
    await owner.press(english, labels(english)[0])
    (date,) = await owner.write(SOURCE)
    (asked,) = await owner.press(date, "Lewati")
    (card,) = await owner.press(asked, "Pertanyaan dari celah (2): bus berangkat hari minggu?")
    assert "• bus libur?" in card.text
    assert "nama" not in card.text


async def test_who_may_not_publish_reads_how_statements_are_written(office: Office) -> None:
    reviewer = await joined(office.home, 7, "peninjau")
    (gaps,) = [call for call in await reviewer.write("/celah") if call.buttons]
    (gap,) = await reviewer.press(gaps, "1")
    (told,) = await reviewer.press(gap, "✍️ Tulis pernyataan")
    assert "folder knowledge" in told.text
    (unknown,) = await reviewer.write("/tidakada")
    for command in ("/tambah", "/ubah", "/dokumen"):
        (reply,) = await reviewer.write(command)
        assert reply.text == unknown.text


async def changed(office: Office, sentence: str, wording: str) -> Call:
    """The verdict under the plan of a change that an owner has made."""
    owner = office.home.owner()
    before = len(office.home.telegram.calls)
    (which,) = await owner.write("/ubah sepuluh")
    (card,) = await owner.press(which, sentence)
    await owner.press(card, "Kalimat")
    (card,) = await owner.write(wording)
    await owner.press(card, "➡️ Lanjut")
    return await until(office.home, lambda call: "boleh" in call.text and call in office.home.telegram.calls[before:])


PARK, NEW_PARK = "Sepuluh taman.", "Dua belas taman."


async def overtaken(office: Office, text: str) -> list[Call]:
    """What is read at "publish" after somebody else has published a document like this meanwhile."""
    verdict = await changed(office, PARK, NEW_PARK)
    file = office.desk.root / "taman.md"
    file.write_text(file.read_text().replace(PARK, text))
    office.bench.refuses, office.bench.proposal = True, office.bench.planned[-1]
    return await office.home.owner().press(verdict, "✅ Terbitkan")


async def test_a_change_that_another_publish_has_overtaken_is_made_anew_on_top_of_it(office: Office) -> None:
    gone, *_ = await overtaken(office, f"{PARK} Taman itu gratis.")
    assert "Usulan Anda tidak hilang" in gone.text
    async with asyncio.timeout(5):
        while len(office.bench.planned) < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    first, second = office.bench.planned
    assert second
    assert second != first
    text = office.desk.files(second)["taman.md"] or ""
    assert NEW_PARK in text
    assert "Taman itu gratis." in text


async def test_a_change_of_what_is_gone_is_over(office: Office) -> None:
    *_, told = await overtaken(office, "Tidak ada janji.")
    assert "Usulan itu sudah berakhir" in told.text
    assert len(office.bench.planned) == 1
