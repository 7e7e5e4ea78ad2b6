import asyncio

import pytest

from bot.domain.answers import Phrase
from bot.telegram.access import BROWSING
from bot.telegram.delivery.buttons import Act, encode
from tests.fakes import STATEMENT, Call, Person
from tests.telegram.answers import part, quote, quoted
from tests.telegram.conftest import House

IDS = [STATEMENT]


def toasts(home: House) -> list[str]:
    return [call.params.get("text", "") for call in home.telegram.made("answerCallbackQuery")]


async def asked(person: Person, text: str = "Berapa batas usia?") -> Call:
    (reply,) = await person.write(text)
    return reply


async def test_sources_come_as_a_message_of_their_own(home: House) -> None:
    home.assistant.answer = quoted(part("A", quote("Isi.", 1)))
    person = home.person()
    answer = await asked(person)
    home.assistant.answer = quoted(part("A", quote("Isi.", 1)))
    (reply,) = await person.press(answer, encode(Act.LIST_SOURCES, "id", IDS))
    assert "[1] Judul 1 (https://contoh.id/1) (Harian 1, 17 Apr 2025)" in reply.text
    assert reply.params["reply_parameters"]["message_id"] == answer.result["message_id"]


async def test_sources_of_single_statements_leave_out_the_rest_of_their_list(home: House) -> None:
    home.assistant.answer = quoted(part("A", quote("Butir satu.", 1, item=True), quote("Butir dua.", 2, item=True)))
    person, second = home.person(), home.assistant.answer.leads[1]
    (reply,) = await person.press(await asked(person), encode(Act.SOURCES, "id", [second]))
    assert "[1] Judul 2" in reply.text
    assert "Judul 1" not in reply.text


async def test_a_related_question_is_answered(home: House) -> None:
    person = home.person()
    (reply,) = await person.press(await asked(person), "Kalau S2?")
    assert "25 tahun." in reply.text


async def test_thumbs_up_is_kept_and_thanked_for(home: House) -> None:
    person = home.person()
    assert await person.press(await asked(person), "👍") == []
    assert toasts(home) == ["Terima kasih! 👍"]
    (rating,) = home.assistant.ratings
    assert (rating.good, rating.statements, rating.release) == (True, (STATEMENT,), "r1")
    assert rating.text is None


async def test_thumbs_down_asks_why_and_keeps_the_question_only_after_consent(home: House) -> None:
    person = home.person()
    answer = await asked(person, "NIK saya 6472012345678901, berapa batas usia?")
    question = person.written[-1]
    (why,) = await person.press(answer, "👎", question)
    assert why.params["reply_parameters"]["message_id"] == question["message_id"]
    (consent,) = await person.press(why, "Tidak lengkap", question)
    assert "Bolehkah" in consent.text
    assert [(rating.good, rating.reason, rating.text) for rating in home.assistant.ratings] == [
        (False, None, None),
        (False, "incomplete", None),
    ]
    (done,) = await person.press(consent, "Ya, simpan", question)
    assert "Tersimpan" in done.text
    kept = home.assistant.ratings[-1]
    assert kept.reason == "incomplete"
    assert kept.text is not None
    assert "6472012345678901" not in kept.text
    assert "batas usia" in kept.text


async def test_without_consent_no_text_is_kept(home: House) -> None:
    person = home.person()
    answer, question = await asked(person), person.written[-1]
    (why,) = await person.press(answer, "👎", question)
    (consent,) = await person.press(why, "Isinya salah", question)
    (done,) = await person.press(consent, "Tidak usah", question)
    assert "tidak disimpan" in done.text
    assert all(rating.text is None for rating in home.assistant.ratings)


async def test_nothing_is_asked_about_a_question_that_is_not_there(home: House) -> None:
    person = home.person()
    (why,) = await person.press(await asked(person), "👎")
    (noted,) = await person.press(why, "Lainnya")
    assert "Tercatat" in noted.text
    assert not noted.buttons


async def test_in_a_group_thumbs_down_is_noted_without_questions(home: House) -> None:
    asker, other = home.person(1, -100), home.person(2, -100)
    answer = await asked(asker, "@contoh_bot usia?")
    assert await other.press(answer, "👎", asker.written[-1]) == []
    assert toasts(home) == ["Terima kasih, kami catat."]


async def test_buttons_in_a_group_work_for_anyone_and_are_answered_in_reply(home: House) -> None:
    answer = await asked(home.person(1, -100), "@contoh_bot usia?")
    (reply,) = await home.person(2, -100).press(answer, "Kalau S2?")
    assert reply.params["reply_parameters"]["message_id"] == answer.result["message_id"]


async def test_the_menu_is_one_message_edited_in_place_with_ways_back(home: House) -> None:
    person = home.person()
    (page,) = await person.write("/program")
    for button, words in (
        ("Pendidikan", "Pendidikan"),
        ("Kuliah", "Kuliah"),
        ("ℹ️ Usia", "25 tahun."),
        ("⬅ Kembali", "Kuliah"),
        ("⬅ Kembali", "Pendidikan"),
        ("⬅ Kembali", "📚 Topik"),
    ):
        (after,) = await person.press(page, button)
        assert after.method == "editMessageText"
        assert after.result["message_id"] == page.result["message_id"]
        assert words in after.text
        page = after


async def test_all_topics_open_a_menu_of_their_own(home: House) -> None:
    person = home.person()
    (start,) = await person.write("/start")
    (menu,) = await person.press(start, "📚 Semua topik")
    assert menu.method == "sendMessage"


async def test_a_second_tap_changes_nothing_while_or_after_the_first_is_in_work(home: House) -> None:
    person = home.person()
    (page,) = await person.write("/program")
    taps = [{"callback_query": person.tap(page.result, page.buttons[0]["callback_data"])} for _ in range(3)]
    assert len(await person.deliver(*taps[:2])) == 1
    assert await person.deliver(taps[2]) == []
    assert len(toasts(home)) == 3


async def test_a_message_that_telegram_finds_not_modified_is_fine(home: House) -> None:
    person = home.person()
    (page,) = await person.write("/program")
    home.telegram.fail("editMessageText", 400)
    (reply,) = await person.press(page, "Pendidikan")
    assert reply.method == "sendMessage"


@pytest.mark.parametrize("data", ["", "xyz", "s:id:zu-alt", "c:id:", "section=12", "9:en:abcdefgh"])
async def test_old_and_foreign_buttons_are_answered_kindly(home: House, data: str) -> None:
    person = home.person()
    answer = await asked(person)
    assert await person.deliver({"callback_query": person.tap(answer.result, data)}) == []
    (toast,) = toasts(home)
    assert "tidak berlaku" in toast


async def test_a_tap_on_a_message_that_is_too_old_to_be_given_is_answered(home: House) -> None:
    person = home.person()
    assert await person.deliver({"callback_query": person.tap(None, encode(Act.GOOD, "id", IDS))}) == []
    assert "tidak berlaku" in toasts(home)[0]
    gone = {"chat": {"id": 1, "type": "private"}, "message_id": 5, "date": 0}
    (reply,) = await person.deliver({"callback_query": person.tap(gone, encode(Act.SOURCES, "id", IDS))})
    assert reply.method == "sendMessage"


@pytest.mark.parametrize(
    "data",
    [
        encode(Act.SECTION, "id", "sectiona"),
        encode(Act.STATEMENT, "id", STATEMENT),
        encode(Act.SOURCES, "id", IDS),
        encode(Act.OPEN, "id", "sectiona"),
        encode(Act.BRANCH, "id", "dabc", 0),
        encode(Act.READ, "id", "sectiona", 0),
    ],
)
async def test_what_has_left_the_documents_leads_to_the_topics(home: House, data: str) -> None:
    person = home.person()
    answer = await asked(person)
    home.assistant.gone = True
    (reply,) = await person.press(answer, data)
    assert "sudah diperbarui" in reply.text
    assert [button["text"] for button in reply.buttons] == ["📚 Semua topik"]


async def test_buttons_speak_the_language_of_the_message_they_stand_under(home: House) -> None:
    person = home.person()
    (reply,) = await person.press(await asked(person), encode(Act.BRANCH, "en", "pabc", 0))
    assert "Choose a topic" in reply.text


async def test_an_old_menu_button_tells_why_its_topics_rest_in_the_quiet_period(home: House) -> None:
    home.assistant.quiet = Phrase("quiet", (("until", "2024-11-27"),))
    person = home.person()
    (reply,) = await person.press(await asked(person), encode(Act.BRANCH, "id", "pgone", 0))
    assert "masa tenang" in reply.text
    assert "diperbarui" not in reply.text


async def test_deletion_shows_what_was_held_and_that_it_is_gone(home: House) -> None:
    person = home.person()
    await asked(person)
    (sure,) = await person.write("/hapus")
    assert "ingatan percakapan: 1" in sure.text
    (done,) = await person.press(sure, "🗑 Ya, hapus")
    assert "Sebelumnya:\n• pilihan bahasa: 0\n• ingatan percakapan: 1" in done.text
    assert "Sekarang:\n• pilihan bahasa: 0\n• ingatan percakapan: 0" in done.text
    assert not home.assistant.questions


async def test_after_deletion_an_edited_question_no_longer_finds_its_answer(home: House) -> None:
    person = home.person()
    await asked(person)
    (sure,) = await person.write("/hapus")
    await person.press(sure, "🗑 Ya, hapus")
    (reply,) = await person.edit("Berapa?", number=0)
    assert reply.method == "sendMessage"


async def test_deletion_can_be_called_off(home: House) -> None:
    person = home.person()
    await asked(person)
    (sure,) = await person.write("/delete")
    (kept,) = await person.press(sure, "Cancel")
    assert "nothing was deleted" in kept.text
    assert home.assistant.questions


async def test_a_long_section_can_be_read_page_by_page(home: House) -> None:
    home.assistant.answer = quoted(part("Usia", *(quote("kata " * 700 + str(n), n) for n in range(1, 10))))
    person = home.person()
    (page,) = await person.press(await asked_last(person), encode(Act.OPEN, "id", "sectiona"))
    (turned,) = await person.press(page, "▶")
    assert turned.method == "editMessageText"
    assert "[2]" in turned.text


async def asked_last(person: Person) -> Call:
    return (await person.write("Semuanya?"))[-1]


async def test_a_tap_is_acknowledged_before_its_chat_is_free(home: House) -> None:
    person = home.person()
    answer = await asked(person)
    acknowledged = home.telegram.reached["answerCallbackQuery"] = asyncio.Event()

    async def before(text: str) -> None:
        async with asyncio.timeout(5):
            await acknowledged.wait()

    home.assistant.before = before
    tap = {"callback_query": person.tap(answer.result, encode(Act.GOOD, "id", IDS))}
    (reply,) = await person.deliver(person.new(text="lambat"), tap)
    assert "25 tahun." in reply.text


async def test_a_tap_whose_work_fails_is_answered_all_the_same(home: House) -> None:
    person = home.person()
    answer = await asked(person)
    home.assistant.fails = True
    (reply,) = await person.press(answer, "👍")
    assert "coba lagi" in reply.text
    assert len(toasts(home)) == 1


async def test_a_query_that_has_become_too_old_does_no_harm(home: House) -> None:
    person = home.person()
    answer = await asked(person)
    home.telegram.fail("answerCallbackQuery", 400)
    assert await person.press(answer, "Kalau S2?")


async def test_too_many_taps_are_answered_with_a_toast_each(strict_home: House) -> None:
    person = strict_home.person()
    answer = await asked(person)
    allowed = 2 * BROWSING
    for _ in range(allowed + 5):
        await person.press(answer, "👍")
    assert len(toasts(strict_home)) == allowed + 5
    assert len(strict_home.assistant.ratings) == allowed
    assert "tunggu sebentar" in toasts(strict_home)[-1]
    assert all(len(toast) <= 200 for toast in toasts(strict_home))


async def test_verdicts_and_questions_of_the_team_count_for_nothing(home: House) -> None:
    owner, voter = home.owner(), home.person()
    (answer,) = await owner.write("Berapa?")
    await owner.press(answer, "👍")
    (told,) = await owner.press(answer, "👎")
    assert "Penilaian dari tim tidak ikut dihitung" in told.text
    assert home.assistant.ratings == []
    await voter.write("Berapa?")
    assert [bool(question.person) for question in home.assistant.questions] == [False, True]
    assert all(question.conversation for question in home.assistant.questions)


async def test_the_team_forgets_its_conversations_too(home: House) -> None:
    owner = home.owner()
    await owner.write("Berapa?")
    (ask,) = await owner.write("/hapus")
    await owner.press(ask, "🗑 Ya, hapus")
    assert home.assistant.questions == []
