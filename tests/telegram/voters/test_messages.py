import asyncio
from dataclasses import replace

import pytest

from bot.domain.answers import Answer, Outcome, Suggestion
from tests.fakes import BOT, NOW, Person, message
from tests.telegram.answers import part, quote, quoted
from tests.telegram.conftest import House

GROUP = -100


async def test_start_says_whose_bot_this_is_and_offers_questions(home: House) -> None:
    (reply,) = await home.person().write("/start")
    assert "bot otomatis Kampanye Contoh, dijalankan oleh Tim Contoh" in reply.text
    assert "bukan layanan pemerintah" in reply.text
    assert "not a government service" in reply.text
    assert "sudah berlangsung pada 27 Nov 2024" in reply.text
    assert [button["text"] for button in reply.buttons] == ["Berapa batas usianya?", "Usia", "📚 Semua topik"]


async def test_start_follows_the_language_of_the_persons_app_and_then_their_choice(home: House) -> None:
    person = home.person(language_code="en-GB")
    (reply,) = await person.write("/start")
    assert "run by Example Team" in reply.text.split("🇮🇩")[0]
    (asked,) = await person.write("/bahasa")
    await person.press(asked, "Bahasa Indonesia")
    (reply,) = await person.write("/start")
    assert "dijalankan oleh Tim Contoh" in reply.text
    assert "🇬🇧" not in reply.text


async def test_a_deep_link_shows_its_section(home: House) -> None:
    (reply,) = await home.person().write("/start s_sectiona")
    assert "25 tahun." in reply.text


async def test_a_deep_link_to_what_has_left_the_documents_offers_the_topics(home: House) -> None:
    (reply,) = await home.person().write("/start s_sectionz")
    assert "sudah diperbarui" in reply.text
    assert [button["text"] for button in reply.buttons] == ["📚 Semua topik"]


@pytest.mark.parametrize("payload", ["ref_42", "s", "x" * 64])
async def test_an_unknown_payload_is_an_ordinary_start(home: House, payload: str) -> None:
    (reply,) = await home.person().write(f"/start {payload}")
    assert "Kampanye Contoh" in reply.text


async def test_help_says_how_to_ask_and_where_else_to_turn(home: House) -> None:
    (reply,) = await home.person().write("/help")
    assert "@contoh_bot" in reply.text
    assert "Situs resmi (https://contoh.id)" in reply.text


async def test_a_command_is_answered_in_the_language_that_it_is_in(home: House) -> None:
    (reply,) = await home.person().write("/privacy")
    assert "UU 27/2022" in reply.text
    (reply,) = await home.person(language_code="en").write("/privasi")
    assert "UU Nomor 27 Tahun 2022" in reply.text


async def test_an_unknown_command_is_met_with_the_known_ones(home: House) -> None:
    (reply,) = await home.person().write("/batasusia")
    assert "/program" in reply.text


async def test_a_question_is_answered_in_reply_to_it_while_typing_is_shown(home: House) -> None:
    person = home.person()
    (reply,) = await person.write("Berapa batas usia?")
    assert "25 tahun." in reply.text
    assert reply.params["reply_parameters"]["message_id"] == person.written[-1]["message_id"]
    assert reply.params["reply_parameters"]["allow_sending_without_reply"]
    assert reply.params["link_preview_options"] == {"is_disabled": True}
    assert [call.method for call in home.telegram.calls] == ["sendChatAction", "sendMessage"]


async def test_a_question_carries_hashes_and_no_id(home: House) -> None:
    await home.person(7).write("Satu?")
    await home.person(7, GROUP).write("@contoh_bot Dua?")
    first, second = home.assistant.questions
    assert first.person == second.person
    assert first.conversation != second.conversation
    assert all(len(value) == 32 for value in (first.person, first.conversation))
    assert first.asked_at == NOW


async def test_the_chosen_language_goes_with_the_question(home: House) -> None:
    person = home.person()
    (asked,) = await person.write("/language")
    await person.press(asked, "English")
    await person.write("Berapa?")
    assert home.assistant.questions[-1].language == "en"


async def test_questions_of_one_chat_are_answered_in_order_and_chats_do_not_wait_for_each_other(home: House) -> None:
    gate = asyncio.Event()
    order: list[str] = []

    async def before(text: str) -> None:
        if text == "lambat":
            await gate.wait()
        order.append(text)
        if text == "orang lain":
            gate.set()

    home.assistant.before = before
    slow, other = home.person(1), home.person(2)
    await slow.deliver(slow.new(text="lambat"), slow.new(text="cepat"), other.new(text="orang lain"))
    assert order == ["orang lain", "lambat", "cepat"]


async def test_long_answers_come_as_several_messages_with_one_keyboard(home: House) -> None:
    home.assistant.answer = quoted(part("A", *(quote("kata " * 400 + str(n), n) for n in range(1, 5))))
    replies = await home.person().write("Semuanya?")
    assert len(replies) > 1
    assert [bool(reply.buttons) for reply in replies] == [False] * (len(replies) - 1) + [True]


async def test_a_failure_says_try_again_and_is_logged_without_the_question(
    home: House, caplog: pytest.LogCaptureFixture
) -> None:
    (reply,) = await home.person().write("gagal")
    assert "coba lagi" in reply.text
    assert "gagal" not in " ".join(record.getMessage() for record in caplog.records)
    assert caplog.records


async def test_somebody_who_has_blocked_the_bot_is_no_error(home: House, caplog: pytest.LogCaptureFixture) -> None:
    home.telegram.fail("sendMessage", 403)
    assert await home.person().write("Halo?") == []
    assert not caplog.records


async def test_not_found_offers_topics(home: House) -> None:
    home.assistant.answer = Answer(Outcome.NOT_FOUND, "id", suggestions=(Suggestion("Usia", section_id="sectiona"),))
    (reply,) = await home.person().write("Cuaca?")
    assert [button["text"] for button in reply.buttons] == ["Usia", "📚 Semua topik"]


async def test_an_edited_question_changes_its_answer(home: House) -> None:
    person = home.person()
    (first,) = await person.write("Batas usia S1?")
    home.assistant.answer = quoted(part("B", quote("35 tahun.", 1)))
    (changed,) = await person.edit("Batas usia S2?")
    assert changed.method == "editMessageText"
    assert changed.params["message_id"] == first.result["message_id"]
    assert "35 tahun." in changed.text
    assert home.assistant.questions[-1].text == "Batas usia S2?"


async def test_an_edit_that_leaves_the_answer_as_it_is_changes_nothing(home: House) -> None:
    person = home.person()
    await person.write("Batas usia?")
    assert await person.edit("Batas usia??") == []


async def test_an_answer_that_gets_longer_or_shorter_by_an_edit_stays_whole(home: House) -> None:
    person = home.person()
    short = home.assistant.answer
    await person.write("Usia?")
    home.assistant.answer = quoted(part("A", *(quote("kata " * 400 + str(n), n) for n in range(1, 4))))
    longer = await person.edit("Semua?")
    assert [call.method for call in longer] == ["editMessageText", "sendMessage"]
    assert longer[1].buttons
    home.assistant.answer = short
    (again,) = await person.edit("Usia saja?")
    assert again.method == "editMessageText"
    assert again.buttons
    assert [call.params["message_id"] for call in home.telegram.made("deleteMessage")] == [
        longer[1].result["message_id"]
    ]


async def test_an_edit_of_a_message_that_was_deleted_meanwhile_is_answered_anew(home: House) -> None:
    person = home.person()
    await person.write("Usia?")
    home.assistant.answer = quoted(part("B", quote("35 tahun.", 1)))
    home.telegram.fail("editMessageText", 400)
    (reply,) = await person.edit("Usia S2?")
    assert reply.method == "sendMessage"


async def test_an_old_message_that_is_edited_is_left_alone(home: House) -> None:
    old = message(5, 1, home.person().user, text="Lama?") | {"date": int(NOW.timestamp()) - 3600, "edit_date": 1}
    assert await home.person().deliver({"edited_message": old}) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}}, "suara"),
        ({"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}], "caption": "Ini?"}, "gambar"),
        (
            {
                "sticker": {
                    "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
                    "is_animated": False, "is_video": False,
                }
            },
            "tulisan",
        ),
        ({"location": {"latitude": 0.0, "longitude": 117.0}}, "lokasi"),
        ({"document": {"file_id": "a", "file_unique_id": "b"}}, "berkas"),
        ({"contact": {"phone_number": "08123", "first_name": "X"}}, "tulisan"),
    ],
)  # fmt: skip
async def test_what_is_no_text_gets_a_kind_word(home: House, content: dict[str, object], words: str) -> None:
    (reply,) = await home.person().send(**content)
    assert words in reply.text
    assert not home.assistant.questions


async def test_an_album_gets_one_word(home: House) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    person = home.person()
    shown = [await person.send(photo=photo, media_group_id="77") for _ in range(3)]
    assert [len(calls) for calls in shown] == [1, 0, 0]


async def test_service_messages_are_passed_over(home: House) -> None:
    assert await home.person(1, GROUP).send(new_chat_members=[BOT]) == []
    assert await home.person().send(pinned_message=message(1, 1, BOT, text="x")) == []


async def test_too_many_questions_are_answered_once_and_politely(strict_home: House) -> None:
    person = strict_home.person()
    shown = [await person.write(f"Pertanyaan {n}?") for n in range(5)]
    assert [len(calls) for calls in shown] == [1, 1, 1, 0, 0]
    assert "tunggu sebentar" in shown[2][0].text
    assert len(strict_home.assistant.questions) == 2
    assert await strict_home.person(2).write("Saya?")


async def test_commands_are_no_questions(strict_home: House) -> None:
    person = strict_home.person()
    for _ in range(5):
        assert await person.write("/help")
    assert "25 tahun." in (await person.write("Usia?"))[0].text


async def test_a_flood_in_one_chat_does_not_hold_up_another(strict_home: House) -> None:
    gate = asyncio.Event()

    async def before(text: str) -> None:
        if text == "banjir":
            await gate.wait()
        else:
            gate.set()

    strict_home.assistant.before = before
    flooder, other = strict_home.person(1), strict_home.person(2)
    flood = [flooder.new(text="banjir") for _ in range(1500)]
    await flooder.deliver(*flood, other.new(text="satu pertanyaan"))
    assert [question.text for question in strict_home.assistant.questions] == ["banjir", "satu pertanyaan", "banjir"]


class TestInGroups:
    @pytest.fixture
    def person(self, home: House) -> Person:
        return home.person(1, GROUP)

    async def test_the_bot_keeps_silent_unless_it_is_meant(self, home: House, person: Person) -> None:
        assert await person.write("Selamat pagi semua") == []
        assert await person.write("@orang_lain apa kabar?") == []
        assert await person.write("/ban") == []
        assert await person.write("/help@bot_lain") == []
        assert await person.send(sticker=None, voice={"file_id": "a", "file_unique_id": "b", "duration": 1}) == []
        assert not home.telegram.calls

    @pytest.mark.parametrize(
        "text",
        ["@contoh_bot, batas usia S2?", "batas usia @Contoh_Bot S2?", "batas usia S2? @contoh_bot"],
    )
    async def test_a_mention_anywhere_is_a_question_without_the_name(
        self, home: House, person: Person, text: str
    ) -> None:
        (reply,) = await person.write(text)
        assert "25 tahun." in reply.text
        assert home.assistant.questions[-1].text.replace(" ", "") == "batasusiaS2?"

    async def test_a_reply_to_the_bot_is_a_question(self, home: House, person: Person) -> None:
        (reply,) = await person.write("@contoh_bot usia?")
        assert await person.write("Kalau S2?", reply_to_message=reply.result)
        assert home.assistant.questions[-1].text == "Kalau S2?"

    async def test_a_reply_to_somebody_else_is_not(self, person: Person) -> None:
        assert await person.write("Setuju", reply_to_message=message(3, GROUP, person.user, text="x")) == []

    async def test_menus_and_personal_matters_lead_to_a_private_chat(self, person: Person) -> None:
        for command, payload in (("/program", "program"), ("/hapus@contoh_bot", "hapus"), ("/bahasa", "bahasa")):
            (reply,) = await person.write(command)
            assert [button["url"] for button in reply.buttons] == [f"https://t.me/contoh_bot?start={payload}"]

    async def test_the_ways_to_a_private_chat_arrive(self, home: House) -> None:
        private = home.person(1)
        (menu,) = await private.write("/start program")
        assert menu.buttons[0]["text"] == "Pendidikan"
        (delete,) = await private.write("/start hapus")
        assert "Hapus semuanya?" in delete.text

    async def test_topics_under_an_answer_lead_there_too(self, home: House, person: Person) -> None:
        home.assistant.answer = replace(home.assistant.answer, outcome=Outcome.NOT_FOUND, parts=(), suggestions=())
        (reply,) = await person.write("@contoh_bot cuaca?")
        assert reply.buttons == [{"text": "📚 Semua topik", "url": "https://t.me/contoh_bot?start=program"}]

    async def test_a_mention_alone_is_asked_back(self, home: House, person: Person) -> None:
        await person.write("@contoh_bot")
        assert home.assistant.questions[-1].text == ""


async def test_a_reply_to_an_answer_goes_on_from_it_whoever_asked_for_it(home: House) -> None:
    (answer,) = await home.person(1, -100).write("@contoh_bot usia?")
    await home.person(2, -100).write("kalau S2?", reply_to_message=answer.result)
    assert [one.about for one in home.assistant.questions] == [(), ("statementa",)]
