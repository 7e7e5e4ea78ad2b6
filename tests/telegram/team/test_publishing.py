"""Releases from chat: the plan, publishing that very candidate, who is at it, failures, going back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest

from bot.domain.documents import Manifest
from bot.domain.errors import AlreadyRunning, KnowledgeError, KnowledgeErrors, ProgramError, ReleaseError
from bot.domain.findings import finding
from bot.domain.ports import Action, Tell
from bot.domain.releases import (
    Author,
    Candidate,
    Edit,
    Move,
    Outline,
    Overtaken,
    Place,
    Score,
    Sort,
    Standing,
    Tally,
    Turned,
    Words,
)
from bot.telegram.abilities import Abilities
from tests.fakes import NOW, Call
from tests.telegram.conftest import House, house
from tests.telegram.membership import joined

ONE, TWO, THREE = "20261124-110000-aaa", "20261124-120000-bbb", "20261124-130000-ccc"
EDIT = Edit("bus.md#jadwal", (Words(Sort.KEPT, "Bus"), Words(Sort.REMOVED, "<06.15>"), Words(Sort.ADDED, "05.45")))
TURN = Turned("jam bus?", "06.15", "05.45", was_right=True, is_right=False)
OVERTAKEN = Overtaken("K7F29RXM4RTA", 12, "updated", (EDIT, EDIT, EDIT))
FOUND = (finding("order", "bus.md", 4, words="<abaikan>"),)


def outline(*, is_passed: bool = True, candidate: str | None = THREE) -> Outline:
    broken = () if is_passed else (TURN,)
    return Outline(
        candidate, is_passed, Tally(0, 1, 0), Tally(0, 1, 0), ("~ bus.md",), (EDIT,), (), (), FOUND, 1,
        Score(3, 4, 4), (TURN,), 1, broken, (), (OVERTAKEN,), 1,
    )  # fmt: skip


def standing(release: str, place: Place, obstacle: str | None = None) -> Standing:
    manifest = Manifest(release, NOW, "words", 1, "", {}, {"documents": 2, "statements": 9})
    return Standing(manifest, place, obstacle, (3, 4))


class Bench:
    """A workshop that tells what it was asked to do."""

    def __init__(self) -> None:
        self.result: Outline | ProgramError = outline()
        self.finish = asyncio.Event()
        self.finish.set()
        self.done: list[tuple[object, ...]] = []
        self.refuses = False
        self.proposal: str | None = None
        self.waiting = [standing(THREE, Place.WAITING)]
        self.planned: list[str | None] = []
        self.tell: Tell = lambda step, done, total: None

    def kept(self, release_id: str) -> Candidate | None:
        return Candidate(release_id, NOW, TWO, over=self.proposal)

    async def prepare(self, tell: Tell, proposal: str | None = None) -> Outline:
        self.planned.append(proposal)
        self.tell = tell
        tell("exam", 3, 4)
        await self.finish.wait()
        if isinstance(self.result, ProgramError):
            raise self.result
        return self.result

    async def standings(self) -> list[Standing]:
        return [
            *self.waiting,
            standing(TWO, Place.LIVE),
            standing(ONE, Place.EARLIER),
            standing("20261124-100000-xxx", Place.EARLIER, "damaged"),
        ]

    async def publish(self, release_id: str, author: Author, force: str | None = None) -> Move:
        return self._note("publish", release_id, author.label, force)

    async def discard(self, release_id: str, author: Author) -> None:
        self._note("discard", release_id, author.label)

    async def roll_back(self, release_id: str, author: Author) -> Move:
        return self._note("rollback", release_id, author.label)

    def _note(self, *what: object) -> Move:
        if self.refuses:
            raise ReleaseError("gone")
        self.done.append(what)
        return Move(TWO, str(what[1]))


@pytest.fixture
async def bench() -> Bench:
    return Bench()


@pytest.fixture
async def home(bench: Bench) -> AsyncIterator[House]:
    one = house(Abilities(workshop=bench))
    async with one.application:
        await one.application.start()
        one.telegram.calls.clear()
        yield one
        await one.application.stop()


async def until(home: House, fits: Callable[[Call], bool]) -> Call:
    """The first message that fits, as soon as it is there."""
    async with asyncio.timeout(5):
        while True:
            for call in home.telegram.calls:
                if call.method in ("sendMessage", "editMessageText") and call.result and fits(call):
                    return call
            await asyncio.sleep(0.01)


async def decided(home: House) -> Call:
    """The message under the plan, which asks what is to be done."""
    await home.owner().write("/ingest")
    return await until(home, lambda call: bool(call.buttons))


async def test_the_plan_shows_what_changes_word_by_word_and_that_very_candidate_is_published(
    home: House, bench: Bench
) -> None:
    verdict = await decided(home)
    plan = await until(home, lambda call: "Rencana" in call.text and "Pernyataan" in call.text)
    for words in (
        "0 baru, 1 berubah",
        "~ bus.md",
        "Bus <s>&lt;06.15&gt;</s> <b>05.45</b>",
        "✅→❌",
        "Jawaban yang sudah dibagikan dan akan berubah (1)",
        "• K7F2-9RXM-4RTA, dibuka 12×: 🔄 Sudah diperbarui\n<i>bus.md#jadwal</i>: Bus <s>&lt;06.15&gt;</s>",
        "… dan 1 lagi",
        'bus.md:4: teks yang memerintah bot ("&lt;abaikan&gt;")',
    ):
        assert words in plan.params["text"]
    assert "boleh diterbitkan. Ujian: 3 dari 4 benar; rilis yang aktif 4." in verdict.text
    assert [one["text"] for one in verdict.buttons] == ["✅ Terbitkan", "🗑 Buang"]
    (done,) = await home.owner().press(verdict, "✅ Terbitkan")
    assert f"Terbit: rilis {THREE}" in done.text
    assert bench.done == [("publish", THREE, "pemilik", None)]


async def test_a_candidate_is_discarded(home: House, bench: Bench) -> None:
    verdict = await decided(home)
    (done,) = await home.owner().press(verdict, "🗑 Buang")
    assert "Tidak ada yang berubah" in done.text
    assert bench.done == [("discard", THREE, "pemilik")]


async def test_what_fails_the_exam_is_published_only_with_a_reason(home: House, bench: Bench) -> None:
    bench.result = outline(is_passed=False)
    verdict = await decided(home)
    assert "tidak lulus ujian" in verdict.text
    assert [one["text"] for one in verdict.buttons] == ["⚠️ Terbitkan dengan alasan", "🗑 Buang"]
    await until(home, lambda call: "Tadinya benar, sekarang salah (1)" in call.text)
    (why,) = await home.owner().press(verdict, "⚠️ Terbitkan dengan alasan")
    assert "Tulis alasan" in why.text
    assert bench.done == []
    (done,) = await home.owner().write("jadwal baru\nsudah resmi")
    assert "Terbit" in done.text
    assert bench.done == [("publish", THREE, "pemilik", "jadwal baru sudah resmi")]


async def test_whoever_thinks_better_of_it_gives_no_reason_by_their_next_words(home: House, bench: Bench) -> None:
    bench.result = outline(is_passed=False)
    verdict = await decided(home)
    (why,) = await home.owner().press(verdict, "⚠️ Terbitkan dengan alasan")
    (kept,) = await home.owner().press(why, "Batal")
    assert "Dibatalkan" in kept.text
    await home.owner().write("Berapa batas usia?")
    assert bench.done == []


@pytest.mark.parametrize("button", ["✅ Terbitkan", "🗑 Buang"])
async def test_a_candidate_that_is_gone_is_told(home: House, bench: Bench, button: str) -> None:
    verdict = await decided(home)
    bench.refuses = True
    (told,) = await home.owner().press(verdict, button)
    assert "tidak bisa dipakai lagi: sudah lewat sehari" in told.text


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (Action("publish", NOW, "x", "Ibu Ani", before={"release": TWO}, after={"release": THREE}), "diterbitkan Ibu"),
        (Action("discard", NOW, "x", "Ibu Ani", before={"release": THREE}), "dibuang Ibu Ani (24 Nov 2026, 12:00)"),
        (Action("rollback", NOW, "x", "Ibu Ani", before={"release": TWO}, after={"release": ONE}), "diganti Ibu Ani"),
        (Action("discard", NOW, before={"release": THREE}), "dibuang terminal server"),
        (Action("publish", NOW, "x", "Ibu Ani", before={"release": ONE}, after={"release": TWO}), "sudah lewat sehari"),
    ],
)
async def test_a_candidate_that_is_gone_is_told_with_who_did_it(
    home: House, bench: Bench, action: Action, told: str
) -> None:
    verdict = await decided(home)
    bench.refuses = True
    await home.records.note(action)
    (gone,) = await home.owner().press(verdict, "✅ Terbitkan")
    assert told in gone.text
    assert gone.text.endswith("Untuk membuat yang baru: /ingest")


async def test_of_what_changes_answers_without_a_changed_document_is_told_where_it_lies(
    home: House, bench: Bench
) -> None:
    nothing = Tally(0, 0, 0)
    bench.result = replace(outline(), documents=nothing, statements=nothing, changed_documents=(), changed=())
    await home.owner().write("/ingest")
    plan = await until(home, lambda call: call.text.startswith("📦"))
    assert "Isi dokumennya sama" in plan.text


async def test_nothing_new_is_told_without_buttons(home: House, bench: Bench) -> None:
    bench.result = outline(candidate=None)
    await home.owner().write("/ingest")
    told = await until(home, lambda call: "rilis yang aktif sudah sesuai" in call.text)
    assert told.buttons == []


async def test_a_second_admin_is_told_who_is_at_it_and_the_bot_answers_meanwhile(home: House, bench: Bench) -> None:
    ani = await joined(home, 7, label="Ibu Ani")
    bench.finish.clear()
    await ani.write("/ingest")
    (busy,) = await home.owner().write("/ingest")
    assert "Ibu Ani sedang menyiapkan rilis" in busy.text
    assert "25 tahun." in (await ani.write("Berapa batas usia?"))[0].text
    bench.finish.set()
    await until(home, lambda call: "boleh diterbitkan" in call.text)
    await home.owner().write("/ingest")
    await until(home, lambda call: "boleh diterbitkan" in call.text and call.params["chat_id"] != 7)


async def test_who_is_dismissed_meanwhile_reads_no_plan(home: House, bench: Bench) -> None:
    ani = await joined(home, 7, label="Ani")
    bench.finish.clear()
    await ani.write("/ingest")
    (sure,) = await home.owner().write("/keluarkan ani")
    await home.owner().press(sure, "Ya, keluarkan")
    bench.finish.set()
    await until(home, lambda call: "tidak jadi dibuat" in call.text)
    assert not [call for call in home.telegram.calls if "📦" in call.text or "boleh diterbitkan" in call.text]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (AlreadyRunning("x"), "Proses lain"),
        (ProgramError("a.md:4: footnote <b>"), "a.md:4: footnote <b>"),
        (ProgramError("ingest.py ended with -9"), "Tidak ada yang berubah bagi pemilih"),
        (ProgramError("ingest.py ended with -9"), "berhenti mendadak (status -9)"),
        (
            KnowledgeErrors(
                [
                    KnowledgeError('"kind" is "x"; it must be one of janji', file="a.md", line=4),
                    KnowledgeError("not a readable PDF: it is a picture", file="b.pdf", page=2),
                ]
            ),
            '• a.md:4: "kind" berisi "x"; pilihannya: janji\n• b.pdf, halaman 2: tidak terbaca sebagai PDF: ini gambar',
        ),
    ],
)
async def test_a_run_that_fails_is_told_and_the_next_can_begin(
    home: House, bench: Bench, error: ProgramError, words: str
) -> None:
    bench.result = error
    await home.owner().write("/ingest")
    await until(home, lambda call: words in call.text)
    bench.result = outline()
    await decided(home)


async def test_progress_edits_one_message_at_most_every_two_seconds(home: House, bench: Bench) -> None:
    bench.finish.clear()
    await home.owner().write("/ingest")
    await until(home, lambda call: "Menyiapkan calon rilis" in call.text)
    for done in range(100):
        bench.tell("embed", done, 100)
        await asyncio.sleep(0.01)
    assert home.telegram.made("editMessageText") == []
    edit = await until(home, lambda call: call.method == "editMessageText")
    assert "2 dari 5 · menghitung vektor · sisa 0 detik" in edit.text
    bench.finish.set()
    await until(home, lambda call: "boleh diterbitkan" in call.text)


async def test_the_list_leads_back_to_an_earlier_release_after_a_confirmation(home: House, bench: Bench) -> None:
    (listed,) = await home.owner().write("/rilis")
    assert listed.text.count("⭐") == 1
    for words in ("2 dokumen, 9 pernyataan", "ujian 3/4", "tidak bisa dipakai", "menunggu diterbitkan", TWO):
        assert words in listed.text
    *_, button = listed.buttons
    (sure,) = await home.owner().press(listed, button["text"])
    assert "Kembali ke rilis" in sure.text
    assert bench.done == []
    (back,) = await home.owner().press(sure, "Batal")
    assert "🗂 Rilis" in back.text
    (done,) = await home.owner().press(sure, "Ya, kembali ke rilis itu")
    assert f"Rilis {ONE} aktif lagi" in done.text
    assert bench.done == [("rollback", ONE, "pemilik")]
    bench.refuses = True
    (told,) = await home.owner().press(sure, "Ya, kembali ke rilis itu")
    assert "Tidak ada yang berubah" in told.text


async def test_the_list_says_who_has_published_what(home: House, bench: Bench) -> None:
    change = {"release": ONE, "statement": "Bus berangkat pukul 06.15."}, {"release": TWO, "statement": "Bus libur."}
    await home.records.note(Action("publish", NOW, "x", "Ibu Ani", None, {}, {"release": ONE}))
    await home.records.note(Action("publish", NOW, "x", "Ibu Ani", None, *change))
    (listed,) = await home.owner().write("/rilis")
    assert "Terbit 24 Nov 2026, 12:00 oleh Ibu Ani. Diubah: “Bus libur.”" in listed.text
    assert listed.text.count("oleh Ibu Ani") == 2


async def test_what_waits_is_published_or_discarded_from_the_list(home: House, bench: Bench) -> None:
    (listed,) = await home.owner().write("/rilis")
    assert [one["text"] for one in listed.buttons[:2]] == ["✅ Terbitkan", "🗑 Buang"]
    await home.owner().press(listed, "✅ Terbitkan")
    (listed,) = await home.owner().write("/rilis")
    await home.owner().press(listed, "🗑 Buang")
    assert bench.done == [("publish", THREE, "pemilik", None), ("discard", THREE, "pemilik")]


async def test_of_several_that_wait_each_is_named_and_what_failed_takes_a_reason(home: House, bench: Bench) -> None:
    failed = replace(standing(ONE, Place.WAITING), is_passed=False)
    bench.waiting = [standing(THREE, Place.WAITING), failed, standing(TWO, Place.WAITING, "damaged")]
    (listed,) = await home.owner().write("/rilis")
    assert [one["text"] for one in listed.buttons[:5]] == [
        "✅ Terbitkan 24 Nov 2026, 12:00",
        "🗑 Buang 24 Nov 2026, 12:00",
        "⚠️ Terbitkan dengan alasan 24 Nov 2026, 12:00",
        "🗑 Buang 24 Nov 2026, 12:00",
        "🗑 Buang 24 Nov 2026, 12:00",
    ]
    (why,) = await home.owner().press(listed, "⚠️ Terbitkan dengan alasan 24 Nov 2026, 12:00")
    assert "Tulis alasan" in why.text
    await home.owner().write("harganya memang baru")
    assert bench.done == [("publish", ONE, "pemilik", "harganya memang baru")]


async def test_who_may_not_publish_meets_unknown_commands(home: House) -> None:
    reviewer = await joined(home, 7, "peninjau")
    (unknown,) = await reviewer.write("/tidakada")
    for command in ("/ingest", "/rilis"):
        (reply,) = await reviewer.write(command)
        assert reply.text == unknown.text
