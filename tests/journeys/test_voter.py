"""A voter's ways through the bot, from /start to /hapus."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing

import pytest

from bot import log
from bot.config import Config
from tests.fakes import Call, Json
from tests.journeys.conftest import Bot, button, ingest, running

QUIET = dt.datetime(2024, 11, 25, 5, 0, tzinfo=dt.UTC)
NIK = "6472055203997793"
PROMISE = "60 bus"


@pytest.fixture
async def bot(own_campaign: Config) -> AsyncIterator[Bot]:
    async with running(own_campaign) as one:
        yield one


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What the bot writes into its log, set up as for Telegram."""
    root = logging.getLogger()
    handlers, level, stream = root.handlers, root.level, io.StringIO()
    log.configure(stream)
    yield stream
    root.handlers = handlers
    root.setLevel(level)
    logging.getLogger(log.OURS).setLevel(logging.NOTSET)


def rows(config: Config, table: str) -> list[Json]:
    """All rows of one of the database's tables."""
    with closing(sqlite3.connect(config.paths.data / "bot.db")) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"SELECT * FROM {table}")]


def texts(call: Call) -> list[str]:
    return [str(one["text"]) for one in call.buttons]


def drop_section(config: Config, *headings: str) -> None:
    """Take the section with one of these headings out of each of the documents about the school bus."""
    for file in config.paths.knowledge.glob("bus-sekolah*.md"):
        body, notes, rest = file.read_text(encoding="utf-8").partition("\n[^B-1]:")
        kept = [one for one in body.split("\n## ") if not one.startswith(headings)]
        text = "\n## ".join(kept) + notes + rest
        file.write_text(text.partition("[^B-4]:")[0], encoding="utf-8")
    (config.paths.knowledge / "clarify.toml").unlink()  # it names the section


async def test_start_introduces_the_bot_and_a_question_that_is_tapped_there_is_answered(own_campaign: Config) -> None:
    aliases = own_campaign.paths.knowledge / "phrasings.toml"
    aliases.write_text('"B-1" = ["Jam berapa bus sekolah berangkat?"]\n', encoding="utf-8")
    await ingest(own_campaign)
    async with running(own_campaign) as bot:
        person = bot.person()
        (welcome,) = await person.write("/start")
        assert "bot otomatis Sari Wulan–Bayu Pratama, dijalankan oleh Tim Sari–Bayu" in welcome.text
        assert "bukan layanan pemerintah" in welcome.text
        assert "Pemungutan suara sudah berlangsung pada 27 Nov 2024" in welcome.text
        assert texts(welcome)[0] == "Jam berapa bus sekolah berangkat?"
        assert len(welcome.buttons) == 4
        (answer,) = await person.press(welcome, "Jam berapa bus sekolah berangkat?")
        assert "berangkat pukul 06.15 setiap hari sekolah. [1]" in answer.text


async def test_a_question_in_slang_its_sources_and_what_follows(bot: Bot) -> None:
    person = bot.person()
    (answer,) = await person.write("bus skolah brgkt jam brp min")
    assert "Pelaksanaan · per 3 Mar 2025" in answer.text
    assert "06.15" in answer.text
    assert "Yang terbaru: bus.contoh.id" in answer.text
    (sources,) = await person.press(answer, "📄 Sumber")
    assert "Jadwal Bus Sekolah (https://dishub.contoh.id/jadwal)" in sources.text
    assert "Dinas Perhubungan Kota Contoh, 3 Mar 2025" in sources.text
    assert "bus-sekolah.md" in sources.text
    (more,) = await person.write("terus syaratnya?")
    assert "Membawa kartu pelajar yang masih berlaku." in more.text


async def test_what_is_said_in_one_chat_is_not_carried_into_another(bot: Bot) -> None:
    await bot.person(1).write("jam berapa bus sekolah berangkat?")
    (answer,) = await bot.person(2).write("emang bener?")
    assert "06.15" not in answer.text


async def test_a_bad_mark_stores_the_question_only_with_consent_and_scrubbed(bot: Bot) -> None:
    person = bot.person()
    (answer,) = await person.write("jam berapa bus sekolah berangkat, nomor saya 0812-3456-7890")
    question = person.written[-1]
    (why,) = await person.press(answer, "👎", question)
    (keep,) = await person.press(why, "Tidak lengkap", question)
    assert "Bolehkah teks pertanyaan Anda kami simpan" in keep.text
    (mark,) = rows(bot.config, "feedback")
    assert (mark["good"], mark["reason"], mark["text"]) == (0, "incomplete", None)
    (kept,) = await person.press(keep, "Ya, simpan", question)
    assert "Tersimpan" in kept.text
    (mark,) = rows(bot.config, "feedback")
    assert mark["text"] == "jam berapa bus sekolah berangkat, nomor saya [nomor]"


async def test_a_bad_mark_without_consent_leaves_no_text(bot: Bot) -> None:
    person = bot.person()
    (answer,) = await person.write("jam berapa bus sekolah berangkat?")
    question = person.written[-1]
    (why,) = await person.press(answer, "👎", question)
    (keep,) = await person.press(why, "Isinya salah", question)
    (told,) = await person.press(keep, "Tidak usah", question)
    assert "tidak disimpan" in told.text
    assert [(mark["reason"], mark["text"]) for mark in rows(bot.config, "feedback")] == [("wrong", None)]


async def test_what_the_documents_do_not_hold_leads_to_a_topic_that_they_do(bot: Bot) -> None:
    person = bot.person()
    (answer,) = await person.write("resep soto ayam yang enak dong")
    assert "belum memuat jawaban" in answer.text
    assert len(answer.buttons) == 4
    topic = texts(answer)[0]
    (section,) = await person.press(answer, topic)
    assert section.text.startswith(topic)
    assert "[1]" in section.text
    assert [row["text"] for row in rows(bot.config, "unanswered")] == ["resep soto ayam yang enak dong"]


async def test_the_menu_leads_down_to_statements_and_back_in_one_message(bot: Bot) -> None:
    person = bot.person()
    (menu,) = await person.write("/program")
    (document,) = await person.press(menu, "Bus sekolah gratis")
    (section,) = await person.press(document, button(document, "Syarat naik bus sekolah"))
    assert "• Membawa kartu pelajar yang masih berlaku. [1]" in section.text
    (back,) = await person.press(section, "⬅ Kembali")
    (root,) = await person.press(back, "⬅ Kembali")
    assert (back.text, texts(back)) == (document.text, texts(document))
    assert (root.text, texts(root)) == (menu.text, texts(menu))
    shown = [document, section, back, root]
    assert {call.method for call in shown} == {"editMessageText"}
    assert {call.params["message_id"] for call in shown} == {menu.result["message_id"]}


async def test_english_once_chosen_is_answered_from_the_english_twin(bot: Bot) -> None:
    person = bot.person()
    (asked,) = await person.write("/bahasa")
    (told,) = await person.press(asked, "English")
    assert "English" in told.text
    for question in ("What time does the school bus leave?", "jam berapa bus sekolah berangkat?"):
        (answer,) = await person.write(question)
        assert "leaves at 06:15 every school day. [1]" in answer.text
    (sources,) = await person.press(answer, "📄 Sources")
    assert "bus-sekolah.en.md" in sources.text


async def test_where_the_twin_is_missing_the_original_stands_in_an_english_frame(bot: Bot) -> None:
    person = bot.person(language_code="en")
    (answer,) = await person.write("Who is the deputy mayor of Sari Wulan?")
    assert "exists only in Indonesian" in answer.text
    assert "Wakil wali kota dari Sari Wulan adalah Bayu Pratama. [1]" in answer.text


async def test_everything_about_a_person_is_told_deleted_and_gone_from_the_file(bot: Bot) -> None:
    person, other = bot.person(1), bot.person(2)
    (privacy,) = await person.write("/privasi")
    assert "dijalankan oleh Tim Sari–Bayu" in privacy.text
    (asked,) = await person.write("/bahasa")
    await person.press(asked, "Bahasa Indonesia")
    await person.write("cara membuat layangan dari bambu")
    await other.write("cara membuat perahu dari kertas")
    (answer,) = await person.write("jam berapa bus sekolah berangkat?")
    await person.press(answer, "👍")
    (hash_,) = {row["person"] for row in rows(bot.config, "preferences")}
    assert str(hash_).encode() in bot.database()

    (ask,) = await person.write("/hapus")
    held = ["pilihan bahasa: 1", "penilaian 👍 👎: 1", "pertanyaan yang belum terjawab: 1", "ingatan percakapan: 1"]
    assert all(line in ask.text for line in held)
    (deleted,) = await person.press(ask, "🗑 Ya, hapus")
    before, _, after = deleted.text.partition("Sekarang:")
    assert all(line in before for line in held)
    assert all(line.replace(": 1", ": 0") in after for line in held)

    for trace in (str(hash_).encode(), b"layangan"):
        assert trace not in bot.database()
    assert b"perahu" in bot.database()
    (answer,) = await person.write("emang bener?")
    assert "06.15" not in answer.text


async def test_a_deep_link_opens_its_section(bot: Bot) -> None:
    person = bot.person()
    (menu,) = await person.write("/program")
    (document,) = await person.press(menu, "Bus sekolah gratis")
    section_id = button(document, "Jumlah bus sekolah").split(":")[2]
    (section,) = await person.write(f"/start s_{section_id}")
    assert "40 unit" in section.text
    assert "38 unit" in section.text


async def test_old_buttons_and_links_to_what_has_left_the_documents_say_so(bot: Bot) -> None:
    person = bot.person()
    (answer,) = await person.write("berapa jumlah bus sekolah?")
    assert "40 unit" in answer.text
    (menu,) = await person.write("/program")
    (document,) = await person.press(menu, "Bus sekolah gratis")
    section = button(document, "Jumlah bus sekolah")
    drop_section(bot.config, "Jumlah bus sekolah", "Number of school buses")
    await ingest(bot.config)

    gone = [
        await person.write(f"/start s_{section.split(':')[2]}"),
        await person.press(document, section),
        await person.press(answer, "📄 Sumber"),
    ]
    for (told,) in gone:
        assert "bagian itu tidak ada lagi" in told.text
        assert texts(told) == ["📚 Semua topik"]
    assert await person.press(answer, "👍") == []
    (again,) = await person.write("jam berapa bus sekolah berangkat?")
    assert "06.15" in again.text
    assert len(bot.telegram.made("answerCallbackQuery")) == 4


async def test_in_a_group_a_mention_is_answered_and_talk_among_people_is_not(bot: Bot) -> None:
    person = bot.person_in_group()
    assert await person.write("jam berapa bus sekolah berangkat?") == []
    (answer,) = await person.write("@contoh_bot jam berapa bus sekolah berangkat?")
    assert "06.15" in answer.text
    assert answer.params["reply_parameters"]["message_id"] == person.written[-1]["message_id"]
    (more,) = await person.write("terus syaratnya?", reply_to_message=answer.result)
    assert "kartu pelajar" in more.text


async def test_in_the_quiet_period_a_promise_reaches_nobody_on_any_way(own_campaign: Config) -> None:
    async with running(own_campaign) as bot:
        person = bot.person()
        (promise,) = await person.write("berapa bus sekolah yang dijanjikan Sari?")
        assert PROMISE in promise.text
        (menu,) = await person.write("/program")
        section = button(menu, "Janji kampanye")
        (document,) = await person.press(menu, section)
        link = button(document, "Janji bus sekolah").split(":")[2]
    async with running(own_campaign, QUIET) as bot:
        person = bot.person()
        withheld = [
            *await person.write("berapa bus sekolah yang dijanjikan Sari?"),
            *await person.press(promise, "📄 Sumber"),
            *await person.press(document, button(document, "Janji bus sekolah")),
            *await person.press(menu, section),
            *await person.write(f"/start s_{link}"),
            *await person.write("/start"),
            *await person.write("/program"),
        ]
        assert len(withheld) == 7
        assert not [call.text for call in withheld if PROMISE in json.dumps(call.params)]
        assert not [text for call in withheld for text in texts(call) if "anji" in text or "Bus" in text]
        assert "masa tenang" in withheld[0].text
        (rule,) = await person.write("apa hukuman politik uang?")
        assert "36–72 bulan" in rule.text


@pytest.mark.parametrize(
    "text",
    [
        f"NIK saya {NIK} sudah terdaftar belum?",
        f"resep soto ayam buat {NIK} dong",
        f"nik {NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]} dapat bus sekolah ga",
    ],
)
async def test_an_identity_number_is_never_echoed_stored_or_logged(bot: Bot, logged: io.StringIO, text: str) -> None:
    person = bot.person()
    replies = await person.write(text)
    replies += await person.press(replies[-1], replies[-1].buttons[0]["text"], person.written[-1])
    assert len(replies) == 2
    assert logged.getvalue().count('"event": "answered"') == 1
    for tail in (NIK[-8:], NIK[-4:], NIK[4:12]):
        assert not [call.text for call in replies if tail in json.dumps(call.params)]
        assert tail not in logged.getvalue()
        assert tail.encode() not in bot.database()
