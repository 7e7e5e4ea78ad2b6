"""/cek, a shared answer's link, and cards that are pasted or forwarded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.domain.sharing import Shared, shown
from bot.telegram.abilities import Abilities
from bot.telegram.sharing import handover
from tests.releases import document, section, statement
from tests.shared_answers import World, make
from tests.telegram.conftest import House, house

AGE = statement("Paling tua 25 tahun untuk S1.", "A")
MONEY = statement("Uang kuliahnya ditanggung sampai Rp5 juta.", "B")
GROUP = -100


@dataclass
class Scene:
    """A bot beside which an answer has been shared."""

    home: House
    world: World
    shared: Shared

    @property
    def card(self) -> str:
        """The text that travels."""
        return handover.plain(self.shared, "contoh_bot", {"campaign": "Kampanye Contoh", "run_by": "Tim Contoh"})

    @property
    def wrong(self) -> str:
        """Its code with one letter changed."""
        code = self.shared.code
        return code[:5] + ("A" if code[5] != "A" else "B") + code[6:]

    async def openings(self) -> int:
        return (await self.world.records.most_opened(1))[0].times


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    world = make(document(section("Usia", AGE), section("Biaya", MONEY)))
    home = house(Abilities(sharing=world.sharing))
    async with home.application:
        await home.application.start()
        yield Scene(home, world, await world.share())
        await home.application.stop()


async def test_the_command_reads_a_code_in_any_case_and_answers_in_its_own_language(scene: Scene) -> None:
    person = scene.home.person()
    (reply,) = await person.write(f"/cek {shown(scene.shared.code).lower()}")
    assert reply.text.startswith("✅ Masih berlaku")
    assert "Paling tua 25 tahun untuk S1. [1]" in reply.text
    (reply,) = await person.write(f"/check {scene.shared.code}")
    assert reply.text.startswith("✅ Still valid")


async def test_the_command_alone_explains_and_in_reply_to_a_card_checks_that(scene: Scene) -> None:
    person = scene.home.person(chat=GROUP)
    (reply,) = await person.write("/cek")
    assert "12 huruf dan angka" in reply.text
    card = person.new(text=scene.card.replace("25", "35"))["message"]
    (reply,) = await person.write("/cek", reply_to_message=card)
    assert reply.text.startswith("⚠️ DIUBAH")


async def test_a_link_opens_the_answer_and_is_counted_and_other_ways_are_not(scene: Scene) -> None:
    person = scene.home.person()
    (reply,) = await person.write(f"/start a_{scene.shared.code}")
    assert reply.text.startswith("✅ Masih berlaku")
    await person.write(f"/cek {scene.shared.code}")
    await person.write(scene.card)
    assert await scene.openings() == 1
    (reply,) = await person.write(f"/start a_{scene.wrong}")
    assert reply.text.startswith("❌ Bukan dari bot ini")
    assert await scene.openings() == 1


async def test_a_link_without_its_code_explains_how_to_check_one(scene: Scene) -> None:
    (reply,) = await scene.home.person().write("/start a_")
    assert "12 huruf dan angka" in reply.text
    assert await scene.openings() == 0


async def test_a_pasted_card_is_the_same_or_altered(scene: Scene) -> None:
    person = scene.home.person()
    (reply,) = await person.write(scene.card)
    assert reply.text.startswith("☑️ Kata dan angka di pesan itu sama persis")
    (reply,) = await person.write(scene.card.replace("Rp5 juta", "Rp50 juta"))
    assert "• «Rp50 juta» → aslinya «Rp5 juta»" in reply.text
    assert not scene.home.assistant.questions


async def test_a_card_whose_code_was_altered_anywhere_confirms_nothing(scene: Scene) -> None:
    person = scene.home.person()
    for card in (
        scene.card.replace(scene.shared.code, scene.wrong),
        scene.card.replace(shown(scene.shared.code), shown(scene.wrong)),
        f"Kode: {shown(scene.wrong)}\nPaling tua 25 tahun untuk S1.",
    ):
        (reply,) = await person.write(card)
        assert reply.text.startswith("❌ Bukan dari bot ini: kodenya tidak cocok")
        assert "25" not in reply.text


async def test_cards_of_two_answers_are_to_be_sent_one_by_one(scene: Scene) -> None:
    other = await scene.world.share(next(iter(scene.world.live.statements)))
    (reply,) = await scene.home.person().write(f"{shown(scene.shared.code)}\n{shown(other.code)}")
    assert "satu per satu" in reply.text


async def test_a_forwarded_message_carries_its_code_behind_a_link_and_a_picture_in_its_caption(scene: Scene) -> None:
    person, link = scene.home.person(), handover.address("contoh_bot", scene.shared.code)
    entity = {"type": "text_link", "offset": 0, "length": 3, "url": link}
    (reply,) = await person.send(text="Cek keasliannya di sini", entities=[entity])
    assert reply.text.startswith("✅ Masih berlaku")
    picture = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
    (reply,) = await person.send(photo=[picture], caption=f"Cek keasliannya: {link}")
    assert reply.text.startswith("✅ Masih berlaku")


async def test_what_the_documents_say_now_stands_beside_what_was_shared(scene: Scene) -> None:
    scene.world.publish(document(section("Usia", statement("Paling tua 27 tahun untuk S1.", "A"))))
    (reply,) = await scene.home.person().write(f"/cek {scene.shared.code}")
    assert reply.text.startswith("➖ Tidak lagi ada di dokumen")
    assert "Dulu: Paling tua 25 tahun untuk S1. [1]\n👉 Sekarang: Paling tua 27 tahun untuk S1." in reply.text


async def test_its_sources_are_those_of_the_day_on_which_it_was_shared(scene: Scene) -> None:
    person = scene.home.person()
    scene.world.publish(document(section("Lain", "Lain.")))
    (reply,) = await person.write(f"/cek {scene.shared.code}")
    (listed,) = await person.press(reply, "📄 Sumber")
    assert "[1] Judul A" in listed.text
    assert "[2] Judul B" in listed.text


async def test_an_edited_paste_is_checked_again_in_place(scene: Scene) -> None:
    person = scene.home.person()
    (first,) = await person.write(f"Kode: {shown(scene.wrong)}")
    (second,) = await person.edit(f"Kode: {shown(scene.shared.code)}")
    assert (second.method, second.result["message_id"]) == ("editMessageText", first.result["message_id"])
    assert second.text.startswith("✅ Masih berlaku")


async def test_questions_are_still_questions(scene: Scene) -> None:
    person = scene.home.person()
    for text in ("guru dari desa", "apa itu pilkada2024?", "nomor saya 0812-3456-7890"):
        await person.write(text)
    assert len(scene.home.assistant.questions) == 3


async def test_what_is_closed_is_closed_here_too_and_questions_stay_open(scene: Scene) -> None:
    await scene.home.owner().write("/tutup tautan sedang diperiksa")
    person = scene.home.person()
    for text in (f"/cek {scene.shared.code}", f"/start a_{scene.shared.code}", scene.card, shown(scene.shared.code)):
        (reply,) = await person.write(text)
        assert "sedang diperiksa" in reply.text, text
    await person.write("berapa batas usia?")
    assert len(scene.home.assistant.questions) == 1


async def test_without_sharing_the_command_is_unknown(home: House) -> None:
    (reply,) = await home.person().write("/cek ABCD")
    assert "belum kami kenal" in reply.text
