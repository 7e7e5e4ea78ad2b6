"""/tarik and /lacak in chat: an admin takes a statement back and puts it back, and sees why an answer is as it is."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.config import Admins, Config
from bot.domain import sharing
from bot.domain.ids import section_id
from tests.fakes import Call, Person
from tests.journeys.conftest import Bot, button, running

OWNER, VOTER = 500, 1
QUESTION = "jam berapa bus sekolah berangkat?"
DEPARTS = "berangkat pukul 06.15"


@pytest.fixture
async def bot(own_campaign: Config) -> AsyncIterator[Bot]:
    async with running(replace(own_campaign, admins=Admins((OWNER,)))) as one:
        yield one


async def text(person: Person, words: str) -> str:
    return "\n".join(call.text for call in await person.write(words))


async def chosen(owner: Person, words: str) -> Call:
    """The message that shows the statement chosen, which asks for a reason."""
    (listed,) = await owner.write(words)
    line = next(one for one in re.split(r"\n\n", listed.text) if DEPARTS in one)
    (shown,) = await owner.press(listed, line.partition(".")[0])
    assert DEPARTS in shown.text
    return shown


async def taken_back(owner: Person) -> Call:
    shown = await chosen(owner, "/tarik jam berangkat bus sekolah")
    (sure,) = await owner.press(shown, "menunggu kepastian")
    (done,) = await owner.press(sure, "⛔ Tarik sekarang")
    return done


async def test_a_statement_is_taken_back_by_a_few_words_and_put_back(bot: Bot) -> None:
    owner, voter = bot.person(OWNER), bot.person(VOTER)
    assert DEPARTS in await text(voter, QUESTION)
    shown = await chosen(owner, "/tarik jam berangkat bus sekolah")
    assert "Dinas Perhubungan Kota Contoh, 3 Mar 2025" in shown.text
    (sure,) = await owner.press(shown, "ada kesalahan")
    assert "1 pernyataan di bagian ini ditarik tim kami pada 24 Nov 2026: ada kesalahan" in sure.text
    assert DEPARTS in await text(voter, QUESTION)
    (done,) = await owner.press(sure, "⛔ Tarik sekarang")
    assert "Sudah ditarik" in done.text
    answer = await text(voter, QUESTION)
    assert DEPARTS not in answer
    assert "ditarik tim kami pada 24 Nov 2026: ada kesalahan" in answer
    (listed,) = await owner.write("/tarik")
    assert DEPARTS in listed.text
    assert "ada kesalahan" in listed.text
    (restored,) = await owner.press(listed, "↩️ Pulihkan 1")
    assert "Sudah dipulihkan" in restored.text
    assert DEPARTS in await text(voter, QUESTION)
    log = await text(owner, "/catatan")
    for said in ("memulihkan pernyataan", "menarik pernyataan", "pernyataan: Bus sekolah gratis", "alasan: ada kesala"):
        assert said in log


async def test_a_reply_to_an_answer_names_the_statement_and_the_reason_may_be_typed(bot: Bot) -> None:
    owner = bot.person(OWNER)
    (answer,) = await owner.write(QUESTION)
    (listed,) = await owner.write("/tarik", reply_to_message=answer.result)
    assert DEPARTS in listed.text
    if "Kenapa ditarik?" not in listed.text:  # the answer quotes more than one
        (listed,) = await owner.press(listed, "1")
    (sure,) = await owner.write("jadwalnya sedang dihitung ulang")
    assert "24 Nov 2026: jadwalnya sedang dihitung ulang" in sure.text
    (cancelled,) = await owner.press(sure, "Batal")
    assert "Tidak ada yang ditarik" in cancelled.text
    assert DEPARTS in await text(owner, QUESTION)
    (again,) = await owner.press(sure, "⛔ Tarik sekarang")
    assert "Belum ada yang ditarik" in again.text


async def test_a_second_tap_and_a_second_admin_change_nothing(bot: Bot) -> None:
    owner = bot.person(OWNER)
    shown = await chosen(owner, "/tarik jam berangkat bus sekolah")
    (sure,) = await owner.press(shown, "menunggu kepastian")
    await owner.press(sure, "⛔ Tarik sekarang")
    assert await owner.press(sure, "⛔ Tarik sekarang") == []
    (known,) = await owner.press(shown, "ada kesalahan")
    assert "sudah ditarik" in known.text
    assert "menunggu kepastian" in await text(owner, "/tarik")


async def test_what_is_asked_in_vain_because_of_it_is_no_open_gap(bot: Bot) -> None:
    owner, voter = bot.person(OWNER), bot.person(1)
    await taken_back(owner)
    (told,) = await voter.write(QUESTION)
    assert "ditarik tim kami" in told.text
    (listed,) = await owner.write("/celah")
    assert "jawabannya sedang ditarik" in listed.text


async def test_voters_meet_an_unknown_command(bot: Bot) -> None:
    voter = bot.person(VOTER)
    for command in ("/tarik", "/withdraw", "/lacak", "/trace"):
        assert "belum kami kenal" in await text(voter, command)


async def test_buttons_of_old_answers_links_and_the_menu_say_what_is_withdrawn(bot: Bot) -> None:
    owner, voter = bot.person(OWNER), bot.person(VOTER)
    (answer,) = await voter.write(QUESTION)
    await taken_back(owner)
    statement = re.findall("[a-z2-7]{10}", button(answer, "📄"))[0]
    (gone,) = await voter.press(answer, f"q:id:{statement}")
    assert "menunggu kepastian" in gone.text
    assert DEPARTS not in gone.text
    section = section_id("bus-sekolah.md", "jam-dan-rute-bus-sekolah")
    for shown in (await voter.write(f"/start s_{section}"), await voter.press(answer, f"v:id:{section}:0")):
        assert "1 pernyataan di bagian ini ditarik tim kami pada 24 Nov 2026: menunggu kepastian" in shown[0].text
        assert DEPARTS not in shown[0].text


async def test_the_way_of_ones_own_question_is_told_for_a_quarter_of_an_hour_and_nobody_elses(bot: Bot) -> None:
    owner, voter = bot.person(OWNER), bot.person(VOTER)
    (first,) = await owner.write(QUESTION)
    await owner.write("siapa wakilnya?")
    told = [call.text for call in await owner.write("/lacak", reply_to_message=first.result)]
    assert len(told) == 1
    for said in (
        "Dibaca: jam berapa bus sekolah berangkat",
        "Bukti",
        "≥ batas",
        DEPARTS,
        "cos",
        "BM25 #1",
        "cari",
        "📦",
    ):
        assert said in told[0]
    assert "wakilnya" in await text(owner, "/lacak")
    (votes,) = await voter.write(QUESTION)
    (none,) = await owner.write("/lacak", reply_to_message=votes.result)
    assert "Tidak ada jejaknya" in none.text


async def test_the_way_tells_what_was_refused_withdrawn_or_a_greeting(bot: Bot) -> None:
    owner = bot.person(OWNER)
    await owner.write("berapa harga emas antam sekarang?")
    assert "Penentu:" in await text(owner, "/lacak")
    await owner.write("halo")
    assert "Penentu: sapaan" in await text(owner, "/lacak")
    await taken_back(owner)
    await owner.write(QUESTION)
    told = await text(owner, "/lacak")
    assert "Penentu: jawabannya sedang ditarik" in told
    assert "⛔" in told


async def test_deleting_ones_data_drops_the_ways(bot: Bot) -> None:
    owner = bot.person(OWNER)
    await owner.write(QUESTION)
    (asked,) = await owner.write("/hapus")
    assert "jejak pertanyaan untuk /lacak (hilang setelah 15 menit): 1" in asked.text
    (done,) = await owner.press(asked, button(asked, "hapus"))
    assert "(hilang setelah 15 menit): 0" in done.text
    assert "Tidak ada jejaknya" in await text(owner, "/lacak")
    (asked,) = await bot.person(VOTER).write("/hapus")
    assert "jejak" not in asked.text


async def test_it_is_all_in_english_too(bot: Bot) -> None:
    owner = bot.person(OWNER, language_code="en")
    shown = await owner.write("/withdraw school bus leaves")
    assert "06:15" in shown[0].text
    await owner.write("What time does the school bus leave?")
    assert "Decided by: enough evidence, quoted" in await text(owner, "/trace")


async def test_a_poster_is_made_of_an_answer_that_holds_and_of_no_other(bot: Bot) -> None:
    owner = bot.person(OWNER)
    (answer,) = await owner.write(QUESTION)
    (ways,) = await owner.press(answer, "↗️")
    code = button(ways, "Gambar").rpartition(":")[2]
    await owner.write(f"/tautan {code}")
    await taken_back(owner)
    (changed,) = await owner.write(f"/tautan {code}")
    foreign = sharing.code(b"another secret", ["a"], "text", "id")
    (unknown,) = await owner.write(f"/tautan {foreign}")
    posters = [call for call in bot.telegram.calls if call.method == "sendPhoto"]
    assert [f"start=a_{code}" in call.params["caption"] for call in posters] == [True]
    assert "sudah berubah" in changed.text
    assert "bukan dari bot ini" in unknown.text
