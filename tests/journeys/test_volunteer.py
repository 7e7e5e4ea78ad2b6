"""A volunteer's own space: what they shared and how it is doing, what to share next, what has changed, the quiz."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.config import Admins, Config
from tests.fakes import Call, Person
from tests.journeys.conftest import Bot, button, ingest, running

OWNER, VOLUNTEER, READER = 500, 7, 8
QUIET = dt.datetime(2024, 11, 25, 5, 0, tzinfo=dt.UTC)
QUESTION = "jam berapa bus sekolah berangkat?"
NOTE = "\n[^{n}]: per 1 Jul 2025\n    Perda Tarif, Pemkot Contoh, 2025-07-01. <https://contoh.id/tarif>\n"
PRICES = {
    "Parkir motor": "Rp50 ribu",
    "Kios pasar": "Rp75 ribu",
    "Angkut sampah": "Rp20 ribu",
    "Air bersih": "Rp90 ribu",
}


def with_fees(config: Config) -> Config:
    """The campaign with a document that gives a quiz."""
    lines = ["---", "title: Tarif kota", "program: tarif", "kind: pelaksanaan", "---"]
    for n, (name, price) in enumerate(PRICES.items()):
        lines += [f"## {name}", f"{name} dikenai {price} sebulan.[^T-{n}]", NOTE.format(n=f"T-{n}")]
    (config.paths.knowledge / "tarif.md").write_text("\n".join(lines), encoding="utf-8")
    return replace(config, admins=Admins((OWNER,)))


def change(config: Config) -> None:
    """Write other times and days into the document and its twin."""
    for name, old, new in (("", "06.15", "06.45"), (".en", "06:15", "06:45")):
        file = config.paths.knowledge / f"bus-sekolah{name}.md"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new).replace("31 Ju", "30 Ju"), encoding="utf-8")


@pytest.fixture
async def bot(own_campaign: Config) -> AsyncIterator[Bot]:
    async with running(replace(own_campaign, admins=Admins((OWNER,)))) as one:
        yield one


@pytest.fixture
async def training(own_campaign: Config) -> AsyncIterator[Bot]:
    config = with_fees(own_campaign)
    await ingest(config)
    async with running(config) as one:
        yield one


async def joined(bot: Bot, number: int = VOLUNTEER) -> Person:
    (link,) = await bot.person(OWNER).write("/undang relawan")
    found = re.search(r"start=(\S+)", link.text)
    assert found
    person = bot.person(number)
    await person.write(f"/start {found[1]}")
    (sure,) = await person.write("Budi")
    await person.press(sure, "Ya, bergabung")
    return person


async def tap(person: Person, call: Call, words: str) -> list[Call]:
    """Tap the button whose text holds these words."""
    return await person.press(call, button(call, words))


async def shares(person: Person, question: str = QUESTION) -> str:
    """Share an answer; return its code."""
    answer = (await person.write(question))[-1]
    (ways,) = await person.press(answer, "↗️")
    return button(ways, "Gambar").rpartition(":")[2]


async def told(bot: Bot) -> list[Call]:
    """Let the look at what has changed happen; return the messages that it sent."""
    before = len(bot.telegram.calls)
    assert bot.application.job_queue
    (job,) = bot.application.job_queue.get_jobs_by_name("shared answers")
    await job.run(bot.application)
    return [call for call in bot.telegram.calls[before:] if call.method == "sendMessage"]


async def wants_news(person: Person) -> None:
    (shown,) = await person.write("/kabar")
    await person.press(shown, "⬜ Jawaban yang saya bagikan berubah")


async def test_it_is_for_the_team_alone(bot: Bot) -> None:
    (unknown,) = await bot.person(READER).write("/relawan")
    assert "Perintah itu" in unknown.text
    (space,) = await (await joined(bot)).write("/relawan")
    assert "Belum ada yang Anda bagikan" in space.text


async def test_they_see_how_often_their_links_were_opened_and_share_again(bot: Bot) -> None:
    volunteer = await joined(bot)
    code = await shares(volunteer)
    for number in (READER, READER + 1):
        await bot.person(number).write(f"/start a_{code}")
    (space,) = await volunteer.write("/relawan")
    assert "2× dalam 7 hari, 2× dalam 30 hari" in space.text
    (mine,) = await tap(volunteer, space, "📈")
    assert "• Jam dan rute bus sekolah · dibuka 2×" in mine.text
    (ways,) = await tap(volunteer, mine, "↗️ Jam dan rute")
    assert button(ways, "Gambar").endswith(code)


async def test_what_is_asked_about_most_is_ready_to_share(bot: Bot) -> None:
    volunteer = await joined(bot)
    (space,) = await volunteer.write("/relawan")
    (offered,) = await tap(volunteer, space, "🔥")
    assert "06.15" in offered.text
    (ways,) = await tap(volunteer, offered, "↗️ Jam dan rute")
    assert "wa.me" in str(ways.buttons)


async def test_they_read_what_a_release_has_changed_and_which_of_their_answers_with_it(bot: Bot) -> None:
    volunteer = await joined(bot)
    await shares(volunteer)
    (space,) = await volunteer.write("/relawan")
    (first,) = await tap(volunteer, space, "🆕")
    assert "Belum ada pembaruan" in first.text
    change(bot.config)
    await ingest(bot.config)
    (news,) = await tap(volunteer, space, "🆕")
    assert "2 topik diperbarui" in news.text
    assert "• Jam dan rute bus sekolah: 1 diubah" in news.text
    assert "1 jawaban tidak lagi sama" in news.text
    seen = await tap(volunteer, news, "🔎")
    assert "Sudah diperbarui" in seen[0].text
    (mine,) = await tap(volunteer, space, "📈")
    assert "Sudah diperbarui" in mine.text


async def test_who_wants_it_is_told_once_that_what_they_shared_has_changed(own_campaign: Config) -> None:
    config = replace(own_campaign, admins=Admins((OWNER,)))
    async with running(config) as bot, running(config) as other:
        volunteer, silent = await joined(bot), await joined(bot, VOLUNTEER + 1)
        await wants_news(volunteer)
        for person in (volunteer, silent):
            await shares(person)
        await shares(volunteer, "apa syarat naik bus sekolah")
        assert await told(bot) == []
        change(config)
        await ingest(config)
        (notice,) = [*await told(bot), *await told(other)]
        assert notice.params["chat_id"] == VOLUNTEER
        assert "2 jawaban yang Anda bagikan berubah" in notice.text
        told_of = re.search(r"(\d)\. Jam dan rute bus sekolah\n🔄 Sudah diperbarui", notice.text)
        assert told_of
        assert "06.45" in "\n".join(call.text for call in await tap(volunteer, notice, f"🔎 {told_of[1]}"))
        (ways,) = await tap(volunteer, notice, f"{told_of[1]}. Bagikan yang baru")
        assert "Kode" in ways.text
        assert await told(bot) == await told(other) == []
        await wants_news(silent)
        assert await told(bot) == []
    async with running(config) as again:
        assert await told(again) == []


async def test_what_is_taken_back_is_told_with_the_reason(bot: Bot) -> None:
    volunteer, owner = await joined(bot), bot.person(OWNER)
    await wants_news(volunteer)
    await shares(volunteer)
    (listed,) = await owner.write("/tarik jam berangkat bus sekolah")
    line = next(one for one in listed.text.split("\n\n") if "06.15" in one)
    (shown,) = await owner.press(listed, line.partition(".")[0])
    (sure,) = await owner.press(shown, "ada kesalahan")
    await owner.press(sure, "⛔ Tarik sekarang")
    (notice,) = await told(bot)
    assert "⛔ Ditarik: ada kesalahan" in notice.text
    assert "Bagikan yang baru" not in str(notice.buttons)


async def test_a_quiz_tells_right_from_wrong_with_the_source_and_keeps_a_score_only_if_wanted(training: Bot) -> None:
    volunteer = await joined(training)
    (space,) = await volunteer.write("/relawan")
    (asked,) = await tap(volunteer, space, "🎓")
    name = next(one for one in PRICES if one in asked.text)
    assert [one["text"] for one in asked.buttons if one["text"] in PRICES.values()].count(PRICES[name]) == 1
    (right,) = await volunteer.press(asked, PRICES[name])
    assert right.method == "editMessageText"
    assert f"✅ Benar: {PRICES[name]}" in right.text
    assert f"{name} dikenai {PRICES[name]} sebulan. [1]" in right.text
    assert "Pemkot Contoh" in right.text
    (second,) = await tap(volunteer, right, "Berikutnya")
    assert "Soal 2 · skor 1/1" in second.text
    other = next(one for one in PRICES if one in second.text)
    wrong_one = next(one["text"] for one in second.buttons if one["text"] != PRICES[other])
    (wrong,) = await volunteer.press(second, wrong_one)
    assert f"Yang benar: {PRICES[other]}" in wrong.text
    (ended,) = await tap(volunteer, wrong, "🏁")
    assert "1 dari 2 benar" in ended.text
    assert "skor kuis latihan (babak): 0" in (await volunteer.write("/hapus"))[0].text
    (kept,) = await tap(volunteer, ended, "💾")
    await tap(volunteer, ended, "💾")  # a second tap counts nothing twice
    assert "Skor tersimpan semuanya: 1 dari 2" in kept.text
    assert "1 dari 2 benar" in (await volunteer.write("/relawan"))[0].text
    assert "skor kuis latihan (babak): 1" in (await volunteer.write("/hapus"))[0].text
    (dropped,) = await tap(volunteer, kept, "🗑")
    assert "dihapus" in dropped.text
    assert "skor kuis latihan (babak): 0" in (await volunteer.write("/hapus"))[0].text


async def test_a_question_that_a_release_has_overtaken_counts_no_more(training: Bot) -> None:
    volunteer = await joined(training)
    (space,) = await volunteer.write("/relawan")
    (asked,) = await tap(volunteer, space, "🎓")
    file = training.config.paths.knowledge / "tarif.md"
    file.write_text(file.read_text(encoding="utf-8").replace(" ribu", ".000"), encoding="utf-8")
    await ingest(training.config)
    (changed,) = await volunteer.press(asked, asked.buttons[0]["text"])
    assert "baru saja berubah" in changed.text
    (again,) = await tap(volunteer, changed, "Berikutnya")
    assert "Soal 1 · skor 0/0" in again.text
    assert ".000" in str(again.buttons)


async def test_in_the_quiet_period_nothing_of_the_campaign_is_asked(own_campaign: Config) -> None:
    config = with_fees(own_campaign)
    await ingest(config)
    async with running(config, QUIET) as bot:
        volunteer = await joined(bot)
        (space,) = await volunteer.write("/relawan")
        (quiet,) = await tap(volunteer, space, "🎓")
    assert "Masa tenang" in quiet.text or "masa tenang" in quiet.text
    assert "Rp" not in quiet.text
