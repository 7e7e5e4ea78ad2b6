"""The kill switch: what is closed, to whom, how soon, and what goes on."""

from __future__ import annotations

import pytest

from bot.domain.team import Feature
from bot.telegram.delivery.buttons import Act
from bot.telegram.team.closing import feature_named
from bot.telegram.voters.gate import TAPS
from tests.fakes import Person
from tests.telegram.conftest import House, house
from tests.telegram.membership import invited

CLOSED = "sedang ditutup sementara oleh tim kami. Alasannya: angka salah."


async def text_of(person: Person, words: str) -> str:
    (reply,) = await person.write(words)
    return reply.text


NEVER_CLOSED = {
    Act.GOOD,
    Act.BAD,
    Act.REASON,
    Act.KEEP,
    Act.KEEP_NOT,
    Act.LANGUAGE,
    Act.DELETE,
    Act.DELETE_NOT,
    Act.JOIN,
    Act.TEAM,
}


def test_of_every_tap_it_is_decided_whether_it_can_be_closed() -> None:
    assert set(TAPS) | NEVER_CLOSED == set(Act)
    assert not set(TAPS) & NEVER_CLOSED


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("pertanyaan angka salah", (Feature.QUESTIONS, "angka salah")),
        ("Questions wrong numbers", (Feature.QUESTIONS, "wrong numbers")),
        ("semua", (Feature.ALL, "")),
        ("angka salah di menu", (None, "angka salah di menu")),
        ("", (None, "")),
    ],
)
def test_a_feature_may_be_named_first(words: str, named: tuple[Feature | None, str]) -> None:
    assert feature_named(words) == named


async def test_everything_is_closed_with_a_reason_and_opened_again(home: House) -> None:
    voter = home.person()
    done = await text_of(home.owner(), "/tutup angka salah")
    assert "Ditutup: semuanya" in done
    for words in ("Berapa batas usia?", "/program", "/start s_sectiona", "/start program"):
        assert CLOSED in await text_of(voter, words)
    assert home.assistant.questions == []
    assert "Dibuka lagi: semuanya" in await text_of(home.owner(), "/buka")
    assert "25 tahun." in await text_of(voter, "Berapa batas usia?")


async def test_while_all_is_closed_a_few_things_go_on(home: House) -> None:
    voter = home.person()
    payload = await invited(home)
    await home.owner().write("/tutup angka salah")
    (start,) = await voter.write("/start")
    assert "Kampanye Contoh" in start.text
    assert CLOSED in start.text
    assert [button["text"] for button in start.buttons] == ["📚 Semua topik"]
    assert "Cara bertanya" in await text_of(voter, "/help")
    assert "UU Nomor 27" in await text_of(voter, "/privasi")
    assert "Hapus semuanya?" in await text_of(voter, "/hapus")
    assert "belum kami kenal" in await text_of(voter, "/tidakada")
    assert "👥 Tim" in await text_of(home.owner(), "/siapa")
    assert "Anda diundang" in await text_of(voter, f"/start {payload}")
    assert "Bergabung sebagai admin" in await text_of(voter, "Ani")


async def test_taps_obey_and_verdicts_and_ones_own_data_are_never_closed(home: House) -> None:
    voter = home.person()
    (answer,) = await voter.write("Berapa?")
    (topics,) = await voter.write("/program")
    (delete,) = await voter.write("/hapus")
    await home.owner().write("/tutup angka salah")
    for call, words in ((answer, "📄 Sumber"), (answer, "Kalau S2?"), (topics, "Pendidikan")):
        assert words in [button["text"] for button in call.buttons]
        (told,) = await voter.press(call, words)
        assert (told.method, CLOSED in told.text) == ("sendMessage", True)
    await voter.press(answer, "👍")
    assert len(home.assistant.ratings) == 1
    (deleted,) = await voter.press(delete, "🗑 Ya, hapus")
    assert "Sudah dihapus." in deleted.text


async def test_one_feature_is_closed_and_the_others_are_not(home: House) -> None:
    voter = home.person()
    await home.owner().write("/tutup pertanyaan angka salah")
    assert "tidak menjawab pertanyaan. Alasannya: angka salah." in await text_of(voter, "Berapa?")
    assert "Pendidikan" in "".join(button["text"] for button in (await voter.write("/program"))[0].buttons)
    assert "25 tahun." in await text_of(voter, "/start s_sectiona")
    await home.owner().write("/buka pertanyaan")
    await home.owner().write("/close menu being mended")
    await home.owner().write("/close sharing being mended too")
    assert "Menu topik sedang ditutup sementara. Alasannya: being mended." in await text_of(voter, "/program")
    assert "Tautan dan berbagi jawaban sedang ditutup sementara. Alasannya: being mended too." in await text_of(
        voter, "/start s_x"
    )
    assert "25 tahun." in await text_of(voter, "Berapa?")
    (choose,) = await home.owner().write("/buka")
    (opened,) = await home.owner().press(choose, "menu topik")
    assert "Dibuka lagi: menu topik." in opened.text
    assert "Dibuka lagi: tautan bagikan." in await text_of(home.owner(), "/buka semua")
    assert "Tidak ada yang ditutup" in await text_of(home.owner(), "/buka")
    assert "Tidak ada yang ditutup" in await text_of(home.owner(), "/buka menu")


async def test_bare_it_asks_what_and_why(home: House) -> None:
    owner = home.owner()
    (choose,) = await owner.write("/tutup")
    assert [button["text"] for button in choose.buttons] == ["semuanya", "pertanyaan", "menu topik", "tautan bagikan"]
    (why,) = await owner.press(choose, "menu topik")
    assert "Tulis alasan menutup menu topik" in why.text
    (done,) = await owner.write("sedang <dicek>\nsebentar")
    assert "alasan: sedang <dicek> sebentar" in done.text
    (why,) = await owner.write("/tutup pertanyaan")
    (done,) = await owner.press(why, "sedang kami perbaiki")
    assert "Ditutup: pertanyaan" in done.text
    (opened,) = await owner.press(done, "Buka pertanyaan")
    assert "Dibuka lagi: pertanyaan" in opened.text
    closures = await home.records.closures()
    assert {feature: closure.reason for feature, closure in closures.items()} == {
        Feature.MENU: "sedang <dicek> sebentar"
    }


async def test_a_reason_of_any_length_is_told_in_one_message(home: House) -> None:
    await home.owner().write(f"/tutup {'sangat ' * 500}")
    text = await text_of(home.person(), "Berapa?")
    assert len(text) < 600
    assert "…" in text


async def test_another_process_obeys_within_two_seconds_and_looks_at_most_once_a_second(home: House) -> None:
    other = house(records=home.records)
    async with other.application:
        await other.application.start()
        voter = other.person()
        assert "25 tahun." in await text_of(voter, "Berapa?")
        await home.owner().write("/tutup angka salah")
        other.clock.move(seconds=0.9)
        assert "25 tahun." in await text_of(voter, "Berapa?")
        other.clock.move(seconds=0.2)
        assert CLOSED in await text_of(voter, "Berapa?")
        await home.owner().write("/buka")
        other.clock.move(seconds=1.1)
        assert "25 tahun." in await text_of(voter, "Berapa?")
        await other.application.stop()


async def test_an_edited_question_is_told_in_place_of_its_answer_and_an_old_edit_is_left_alone(home: House) -> None:
    voter = home.person()
    await voter.write("Berapa?")
    await home.owner().write("/tutup angka salah")
    (told,) = await voter.edit("Berapa usianya?")
    assert told.method == "editMessageText"
    assert CLOSED in told.text
    home.clock.move(days=2)
    assert await voter.edit("Berapa ya?") == []
    assert await voter.edit("/program") == []


async def test_in_a_group_the_notice_answers_who_asked(home: House) -> None:
    await home.owner().write("/tutup angka salah")
    voter = home.person(chat=-100)
    (told,) = await voter.write("@contoh_bot Berapa?")
    assert CLOSED in told.text
    assert told.params["reply_parameters"]["message_id"] == voter.written[-1]["message_id"]


async def test_closing_and_opening_are_noted_with_what_was_so_before(home: House) -> None:
    await home.owner().write("/tutup satu")
    await home.owner().write("/tutup dua")
    await home.owner().write("/buka")
    opened, again, first = await home.records.actions(10)
    assert (first.what, first.reason, first.before, first.after) == ("close", "satu", None, {"feature": "all"})
    assert (again.reason, again.before) == ("dua", {"feature": "all", "closed": "satu"})
    assert (opened.what, opened.before) == ("open", {"feature": "all", "closed": "dua"})
