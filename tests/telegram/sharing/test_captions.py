from __future__ import annotations

from collections.abc import Sequence

from bot.domain.answers import Phrase
from bot.domain.documents import Kind
from bot.domain.pictures import Card
from bot.telegram.sharing.captions import card, poster
from tests.telegram.answers import part, quote, quoted

LINK, CODE = "https://t.me/tanya_contoh_bot?start=a_K7M2R9XW4TAB", "K7M2-R9XW-4TAB"
PROMISE = part("Janji beasiswa", quote("Dijanjikan.", 1), kind=Kind.JANJI, as_of="2024")
DELIVERY = part("Beasiswa", quote("Diberikan.", 2), quote("Juga ini.", 2, item=True), as_of="17 Apr 2025")


def drawn(language: str = "id", phrases: Sequence[Phrase] = (), closing: Sequence[Phrase] = ()) -> Card:
    answer = quoted(DELIVERY, PROMISE, language=language, phrases=phrases, closing=closing)
    return card(answer, "Sari–Wira", "tim Sari–Wira", LINK, CODE)


def test_a_card_is_headed_by_the_sections_own_title_and_holds_nothing_of_the_question() -> None:
    made = drawn(phrases=[Phrase("not-found-place", (("said", "Kampungku"),))])
    assert made.title == "Beasiswa"
    assert "Kampungku" not in repr(made)


def test_every_part_says_what_kind_it_is_and_of_when() -> None:
    assert [(one.title, one.kind, one.label) for one in drawn().parts] == [
        ("Beasiswa", Kind.PELAKSANAAN, "✅ Pelaksanaan · per 17 Apr 2025"),
        ("Janji beasiswa", Kind.JANJI, "📌 Janji kampanye · 2024"),
    ]


def test_statements_stand_as_they_are_quoted_with_who_published_them() -> None:
    made = drawn()
    assert made.parts[0].quotes == DELIVERY.quotes
    assert [(one.marks, one.text) for one in made.sources] == [
        ((1,), "Harian 1, 17 Apr 2025"),
        ((2,), "Harian 2, 17 Apr 2025"),
    ]


def test_it_says_whose_bot_it_is_and_how_to_check_it_in_the_answers_language() -> None:
    made = drawn("en")
    assert (made.link, made.code) == (LINK, CODE)
    assert made.campaign == "Bot of Sari–Wira"
    assert made.run_by == "Run by tim Sari–Wira; not a government service"
    assert made.check.endswith("send this code to t.me/tanya_contoh_bot")
    assert drawn().check.startswith("Cek keasliannya: ")


def test_where_in_time_the_campaign_stands_is_said_on_the_card_too() -> None:
    made = drawn(closing=[Phrase("answer-after-vote", (("date", "2024-11-27"),))])
    assert made.notes == ("Pemungutan suara sudah berlangsung pada 27 Nov 2024.",)


def test_a_poster_says_what_happens_after_scanning() -> None:
    made = poster("Beasiswa", "Sari–Wira", "tim Sari–Wira", LINK, "id")
    assert (made.title, made.link) == ("Beasiswa", LINK)
    assert made.line.startswith("Pindai dengan kamera HP.")
    assert made.campaign == "Bot Sari–Wira"
