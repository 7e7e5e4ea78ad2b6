"""Files from chat: who may send them, the short form, refusals in the sender's language, and the way to the plan."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from telegram import Document

from bot.telegram.abilities import Abilities, Desks
from bot.telegram.delivery.downloads import NotFetched, TooLarge, limited
from tests.fakes import Call, Person
from tests.ingestion.desks import BUS, ENGLISH, Desk, desk
from tests.ingestion.hostile.pdf import printed
from tests.telegram.conftest import House, house
from tests.telegram.membership import joined
from tests.telegram.team.test_publishing import Bench, until

HALTE = b"---\ntitle: Halte\n---\nAda 9 halte sejak 3 Mei 2026.[^H-1]\n\n[^H-1]: J, P.\n"


@dataclass
class Mail:
    """Files on their way: what they hold, by their names."""

    files: dict[str, bytes] = field(default_factory=dict)
    fails: Exception | None = None

    async def fetch(self, document: Document, most: int) -> bytes:
        if self.fails:
            raise self.fails
        return self.files[document.file_name or ""]


@dataclass
class Office:
    """The house with its desks, the workshop, and the files on their way."""

    home: House
    bench: Bench
    desk: Desk
    mail: Mail

    async def send(self, person: Person, name: str, data: bytes, size: int | None = None) -> list[Call]:
        """Send a file; return what the bot answers."""
        self.mail.files[name] = data
        document = {
            "file_id": name,
            "file_unique_id": name,
            "file_name": name,
            "file_size": len(data) if size is None else size,
        }
        return await person.send(document=document)

    async def through(self, person: Person, call: Call, *buttons: str) -> Call:
        """Tap one button after the other; return the last answer."""
        for button in buttons:
            (call,) = await person.press(call, button)
        return call


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    bench, mail, own = Bench(), Mail(), desk(tmp_path)
    home = house(Abilities(workshop=bench, desks=Desks(own.uploads, own.writing, mail.fetch)))
    async with home.application:
        await home.application.start()
        home.telegram.calls.clear()
        yield Office(home, bench, own, mail)
        await home.application.stop()


def labels(call: Call) -> Sequence[str]:
    return [one["text"] for one in call.buttons]


async def test_a_file_is_described_in_a_few_taps_and_goes_on_to_its_plan(office: Office) -> None:
    owner = office.home.owner()
    (program,) = await office.send(owner, "Halte baru.md", HALTE)
    assert labels(program) == ["sekolah", "taman", "Lewati", "✖️ Batal"]
    card = await office.through(owner, program, "sekolah", "ℹ️ Umum: lainnya", "3 Mei 2026")
    for words in ("halte-baru.md · 1 kutipan", "Judul: Halte", "Program: sekolah", "Tanggal: 3 Mei 2026"):
        assert words in card.text
    assert office.desk.proposals.folder.exists() is False
    await owner.press(card, "➡️ Lanjut")
    await until(office.home, lambda call: "boleh diterbitkan" in call.text)
    assert office.bench.planned == ["p0"]
    assert "program: sekolah\nlanguage: id\ndate: 2026-05-03\n---" in (
        office.desk.files("p0")["bus/halte-baru.md"] or ""
    )


async def test_every_field_can_be_changed_on_the_card(office: Office) -> None:
    owner = office.home.owner()
    (asked,) = await office.send(owner, "panduan.pdf", printed("Naik bus. Dan turun."))
    card = await office.through(owner, asked, "Lewati", "⚖️ Aturan: peraturan", "Lewati", "Lewati")
    assert "Sumber: belum diisi" in card.text
    (title,) = await owner.press(card, "Judul")
    assert "Sekarang: Naik bus" in title.text
    (card,) = await owner.write("Panduan naik bus")
    await owner.press(card, "Program")
    (card,) = await owner.write("TAMAN")
    await owner.press(card, "Sumber")
    (again,) = await owner.write("entah")
    assert "belum lengkap" in again.text
    (card,) = await owner.write("Panduan\nDishub\n3 Mei 2026\nwww.x.id")
    await owner.press(card, "Tanggal")
    (again,) = await owner.write("kemarin")
    assert "tidak terbaca" in again.text
    (card,) = await owner.write("17 April 2025")
    (kinds,) = await owner.press(card, "Jenis")
    card = await office.through(owner, kinds, "📌 Janji kampanye: yang dijanjikan")
    for words in (
        "Judul: Panduan naik bus",
        "Program: taman",
        "Jenis: 📌 Janji kampanye",
        "Tanggal: 17 Apr 2025",
        "Sumber: Panduan, Dishub, 2026-05-03. <https://www.x.id>",
    ):
        assert words in card.text


async def test_a_file_of_the_same_name_replaces_and_the_lost_twin_is_told(office: Office) -> None:
    owner = office.home.owner()
    (asked,) = await office.send(owner, "bus.md", BUS.replace("06.15", "05.45").encode())
    (card,) = await owner.press(asked, "Lewati")
    assert "Menggantikan: bus/bus.md" in card.text
    assert "bus/bus.en.md" in card.text
    (card,) = await office.send(owner, "bus.en.md", ENGLISH.replace("6:15", "5:45").encode())
    assert "Versi Inggris: ikut dikirim" in card.text
    (which,) = await owner.press(card, "Menggantikan")
    assert labels(which)[:3] == ["(dokumen baru)", "Bus sekolah", "Taman"]
    (found,) = await owner.write("tam")
    assert labels(found)[0] == "Taman"
    (none,) = await owner.write("tidak ada")
    assert "Tidak ada dokumen" in none.text
    card = await office.through(owner, none, "Bus sekolah")
    await owner.press(card, "➡️ Lanjut")
    await until(office.home, lambda call: "boleh diterbitkan" in call.text)
    assert set(office.desk.files("p0")) == {"bus/bus.md", "bus/bus.en.md"}


async def test_an_english_file_joins_the_document_that_it_is_a_twin_of(office: Office) -> None:
    (card,) = await office.send(office.home.owner(), "bus.en.md", ENGLISH.replace("Pupils", "Students").encode())
    assert "Bahasa: English" in card.text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.pdf", b"teks", "bukan jenis yang bisa dibaca"),
        ("x.pdf", printed("x", "rahasia"), "Dikunci dengan sandi"),
        ("x.md", b"---\ntitle: A\n---\n\xe9", "UTF-8"),
        ("x.md", b"---\ntitle: [\n---\nIsi.", "Keterangan di awal berkas"),
        ("x.txt", b" ", "Kosong"),
        ("../x.md", b"Isi.", "Nama berkasnya tidak bisa dipakai"),
        ("x.exe", b"MZ", "bukan jenis yang bisa dibaca"),
    ],
)
async def test_what_can_not_be_used_is_refused_in_the_senders_language(
    office: Office, name: str, data: bytes, words: str
) -> None:
    (told,) = await office.send(office.home.owner(), name, data)
    assert words in told.text
    assert "tidak ada yang disimpan" in told.text
    (english,) = await office.send(office.home.person(500, language_code="en"), name, data)
    assert "nothing was kept" in english.text


async def test_a_file_that_is_too_large_is_refused_before_and_while_it_comes(office: Office) -> None:
    owner = office.home.owner()
    (before,) = await office.send(owner, "x.md", b"x", size=21_000_000)
    office.mail.fails = TooLarge()
    (meanwhile,) = await office.send(owner, "x.md", b"x")
    assert "paling banyak 20 MB" in before.text
    assert "paling banyak 20 MB" in meanwhile.text
    office.mail.fails = NotFetched()
    (failed,) = await office.send(owner, "x.md", b"x")
    assert "gagal diambil" in failed.text


async def test_an_empty_file_is_not_asked_for_again(office: Office) -> None:
    office.mail.fails = NotFetched()
    (told,) = await office.send(office.home.owner(), "x.txt", b"")
    assert "Kosong" in told.text


async def test_no_more_of_a_file_is_kept_than_is_allowed() -> None:
    taken = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"x" * 1000

    with pytest.raises(TooLarge):
        await limited(pieces(), 10_000)
    assert taken == 11


async def test_anybody_elses_file_can_not_be_read(office: Office) -> None:
    (stranger,) = await office.send(office.home.person(1), "halte.md", HALTE)
    assert "berkas belum bisa kami baca" in stranger.text
    reviewer = await joined(office.home, 7, "peninjau")
    (told,) = await office.send(reviewer, "halte.md", HALTE)
    assert told.text == stranger.text


async def test_cancelling_leaves_nothing_behind(office: Office) -> None:
    owner = office.home.owner()
    (asked,) = await office.send(owner, "halte.md", HALTE)
    (gone,) = await owner.press(asked, "✖️ Batal")
    assert "Tidak ada yang disimpan" in gone.text
    (old,) = await owner.press(asked, "sekolah")
    assert "sudah tidak berlaku" in old.text
    assert not office.desk.proposals.folder.exists()


@pytest.mark.parametrize("command", ["/help", "/rilis", "/tidakada"])
async def test_another_command_leaves_the_form_open_and_says_so(office: Office, command: str) -> None:
    owner = office.home.owner()
    (asked,) = await office.send(owner, "halte.md", HALTE)
    *_, still = await owner.write(command)
    assert labels(still) == ["▶️ Teruskan isian", "✖️ Batalkan isian"]
    (again,) = await owner.press(still, "▶️ Teruskan isian")
    assert again.text == asked.text
    (kind,) = await owner.press(again, "sekolah")
    assert "Isinya apa?" in kind.text


async def test_a_form_is_forgotten_after_half_an_hour(office: Office) -> None:
    owner = office.home.owner()
    (asked,) = await office.send(owner, "halte.md", HALTE)
    office.home.clock.move(minutes=31)
    (old,) = await owner.press(asked, "sekolah")
    assert "sudah tidak berlaku" in old.text


async def test_two_admins_fill_in_their_own_forms(office: Office) -> None:
    owner, ani = office.home.owner(), await joined(office.home, 7)
    (hers,) = await office.send(ani, "taman-baru.md", b"---\ntitle: Taman baru\n---\nDua taman.")
    (his,) = await office.send(owner, "halte.md", HALTE)
    (refused,) = await office.send(owner, "lain.md", HALTE)
    assert "Satu berkas dulu" in refused.text
    assert labels(refused) == ["▶️ Teruskan isian", "✖️ Batalkan isian"]
    her_card = await office.through(ani, hers, "taman", "📌 Janji kampanye: yang dijanjikan", "Lewati")
    his_card = await office.through(owner, his, "sekolah", "ℹ️ Umum: lainnya", "Lewati")
    assert "Taman baru" in her_card.text
    assert "Halte" in his_card.text
    office.bench.finish.clear()
    await ani.press(her_card, "➡️ Lanjut")
    (busy,) = await owner.press(his_card, "➡️ Lanjut")
    assert "Ibu Ani sedang menyiapkan rilis" in busy.text
    office.bench.finish.set()
    await until(office.home, lambda call: "boleh diterbitkan" in call.text)
    await owner.press(his_card, "➡️ Lanjut")
    await until(office.home, lambda call: "boleh diterbitkan" in call.text and call.params["chat_id"] == owner.id)


async def test_what_would_break_the_documents_is_told_and_can_be_corrected(office: Office) -> None:
    owner = office.home.owner()
    (asked,) = await office.send(owner, "lain.md", b"---\ntitle: Taman\n---\nDua taman.")
    card = await office.through(owner, asked, "taman", "ℹ️ Umum: lainnya", "Lewati")
    (told,) = await owner.press(card, "➡️ Lanjut")
    assert "Judulnya sudah dipakai" in told.text
    assert office.bench.planned == []
    card = await office.through(owner, told, "‹ Kembali")
    await owner.press(card, "Judul")
    (card,) = await owner.write("Taman kedua")
    await owner.press(card, "➡️ Lanjut")
    await until(office.home, lambda call: "boleh diterbitkan" in call.text)


async def test_a_change_whose_candidate_is_gone_is_planned_again_by_itself(office: Office) -> None:
    owner = office.home.owner()
    await owner.write("/ingest")
    verdict = await until(office.home, lambda call: bool(call.buttons))
    office.bench.refuses, office.bench.proposal = True, "p0"
    gone, *_ = await owner.press(verdict, "✅ Terbitkan")
    assert "Usulan Anda tidak hilang" in gone.text
    await until(office.home, lambda call: bool(call.buttons) and call is not verdict)
    assert office.bench.planned == [None, "p0"]


async def test_how_to_send_a_document_is_told(office: Office) -> None:
    (how,) = await office.home.owner().write("/dokumen")
    assert "PDF, DOCX, MD, TXT, atau HTML, paling besar 20 MB" in how.text


async def test_the_buttons_of_an_old_form_do_nothing_to_a_new_one(office: Office) -> None:
    owner = office.home.owner()
    (old,) = await office.send(owner, "halte.md", HALTE)
    await owner.write("/batal")
    (new,) = await office.send(owner, "halte.md", HALTE)
    (told,) = await owner.press(old, "✖️ Batal")
    assert "sudah tidak berlaku" in told.text
    card = await office.through(owner, new, "sekolah", "ℹ️ Umum: lainnya", "Lewati")
    assert "Judul: Halte" in card.text
