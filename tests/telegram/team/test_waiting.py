"""A text while a form waits: it ends the form, is asked back, or is what was waited for; nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.telegram.abilities import Abilities, Desks
from tests.fakes import Call, Person
from tests.ingestion.desks import desk
from tests.telegram.conftest import House, house
from tests.telegram.membership import invited, joined
from tests.telegram.team.test_publishing import Bench
from tests.telegram.team.test_uploading import Mail, Office, labels

WAITS = "Saya menunggu jawaban Anda"
ENDED = "Dibatalkan. Tidak ada yang disimpan atau berubah."
ASKED = "Jam berapa busnya berangkat?"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    bench, mail, own = Bench(), Mail(), desk(tmp_path)
    home = house(Abilities(workshop=bench, desks=Desks(own.uploads, own.writing, mail.fetch)))
    async with home.application:
        await home.application.start()
        home.telegram.calls.clear()
        yield Office(home, bench, own, mail)
        await home.application.stop()


async def taken_there(person: Person, steps: Sequence[str]) -> Call:
    """The last message of a form, after so many steps: texts, and taps on buttons that begin with ">"."""
    calls: list[Call] = []
    for one in steps:
        calls = await (person.press(calls[-1], one[1:]) if one.startswith(">") else person.write(one))
    return calls[-1]


FORMS = (
    ("/tambah berangkat",),
    ("/tambah berangkat", ">Jam bus · Bus sekolah"),
    ("/tambah berangkat", ">Jam bus · Bus sekolah", "Bus libur sejak Mei."),
    ("/ubah berangkat",),
    ("/ubah berangkat", ">Bus berangkat pukul 06.15."),
    ("/ubah berangkat", ">Bus berangkat pukul 06.15.", ">Kalimat"),
    ("/tutup menu",),
    ("/label",),
)


@pytest.mark.parametrize("steps", FORMS)
@pytest.mark.parametrize("words", ["batal", "/batal", "ga jadi deh", "/cancel"])
async def test_any_form_says_that_it_waits_and_is_ended_by_a_word_at_any_step(
    office: Office, steps: Sequence[str], words: str
) -> None:
    owner = office.home.owner()
    assert WAITS in (await taken_there(owner, steps)).text
    (ended,) = await owner.write(words)
    assert ended.text in (ENDED, "Cancelled. Nothing was kept or changed.")
    (answer,) = await owner.write(ASKED)
    assert "25 tahun." in answer.text
    assert await office.home.records.closures() == {}


async def test_a_question_in_a_form_is_asked_back_and_answered_first(office: Office) -> None:
    owner = office.home.owner()
    text = await taken_there(owner, FORMS[1])
    (back,) = await owner.write(ASKED)
    assert "tampak seperti pertanyaan" in back.text
    assert office.home.assistant.questions == []
    answer, again = await owner.press(back, "💬 Jawab dulu sebagai pertanyaan")
    assert "25 tahun." in answer.text
    assert again.text == text.text
    (english,) = await owner.write("Bus libur sejak Mei.")
    assert "bahasa Inggris" in english.text


async def test_what_looked_like_a_question_is_the_answer_if_they_say_so(office: Office) -> None:
    owner = office.home.owner()
    await owner.write("/tutup menu")
    (back,) = await owner.write("siapa yang mengubah jadwalnya?")
    (done,) = await owner.press(back, "✍️ Itu jawaban saya untuk isian")
    assert "alasan: siapa yang mengubah jadwalnya?" in done.text
    (over,) = await owner.press(back, "✍️ Itu jawaban saya untuk isian")
    assert "tidak berlaku" in over.text


async def test_what_was_asked_back_can_end_the_form(office: Office) -> None:
    owner = office.home.owner()
    await owner.write("/tutup menu")
    (back,) = await owner.write("siapa yang mengubah jadwalnya?")
    (ended,) = await owner.press(back, "✖️ Batalkan isian")
    assert ended.text == ENDED
    assert await office.home.records.closures() == {}


async def test_where_only_a_tap_answers_a_text_is_not_lost_and_a_question_is_answered(office: Office) -> None:
    owner = office.home.owner()
    card = await taken_there(owner, FORMS[4])
    (told,) = await owner.write("Bus berangkat pukul 05.45.")
    assert "menunggu ketukan, jadi “Bus berangkat pukul 05.45.” belum dipakai" in told.text
    answer, again = await owner.write(ASKED)
    assert "25 tahun." in answer.text
    assert again.text == card.text


async def test_questions_that_lead_to_a_statement_are_not_asked_back(office: Office) -> None:
    owner = office.home.owner()
    (where,) = await owner.write("/tambah sepuluh")
    await owner.press(where, "Janji · Taman")
    await owner.write("Taman itu gratis.")
    (date,) = await owner.write("Debat, Harian, https://x.id")
    await owner.press(date, "Lewati")
    (card,) = await owner.write("taman bayar berapa?")
    assert "• taman bayar berapa?" in card.text


@pytest.mark.parametrize("words", ["Ini.", "halo", "terima kasih ya"])
async def test_what_tells_nothing_is_no_statement_and_they_read_why(office: Office, words: str) -> None:
    owner = office.home.owner()
    await taken_there(owner, FORMS[1])
    (again,) = await owner.write(words)
    assert "belum menjelaskan apa-apa" in again.text
    assert WAITS in again.text
    (back,) = await owner.write(ASKED)
    _, put_again = await owner.press(back, "💬 Jawab dulu sebagai pertanyaan")
    assert "belum menjelaskan apa-apa" not in put_again.text
    (english,) = await owner.write("Bus libur sejak Mei.")
    assert "bahasa Inggris" in english.text


async def test_without_a_form_there_is_nothing_to_end(home: House) -> None:
    for person in (home.owner(), home.person()):
        (told,) = await person.write("/batal")
        assert "Tidak ada yang sedang menunggu" in told.text


async def test_who_is_being_invited_can_end_it_or_ask_first(home: House) -> None:
    person, payload = home.person(7), await invited(home)
    await person.write(f"/start {payload}")
    answer, again = await person.write("Data apa saja yang disimpan?")
    assert "25 tahun." in answer.text
    assert [question.person for question in home.assistant.questions] == [""]
    assert "Pilih label" in again.text
    (ended,) = await person.write("ga jadi")
    assert "tidak ada yang disimpan" in ended.text
    await person.write(f"/start {payload}")
    (ended,) = await person.write("/batal")
    assert "tidak ada yang disimpan" in ended.text
    (answer,) = await person.write("Budi")
    assert "25 tahun." in answer.text


async def test_two_forms_are_ended_one_by_one(office: Office) -> None:
    owner, ani = office.home.owner(), await joined(office.home, 7)
    await owner.write("/tambah berangkat")
    (hers,) = await ani.write("/tambah berangkat")
    await owner.write("batal")
    (text,) = await ani.press(hers, labels(hers)[0])
    assert "Tulis satu kalimat" in text.text
