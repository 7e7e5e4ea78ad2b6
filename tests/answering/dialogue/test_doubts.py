"""What only doubts an answer, or only asks for its source."""

from __future__ import annotations

import pytest

from bot.answering.dialogue.doubts import asks_for_source, asks_to_confirm


@pytest.mark.parametrize(
    "text",
    ["emang bener?", "beneran?", "masa sih itu benar?", "apa itu benar", "really?", "are you sure?", "hoax bukan?"],
)
def test_doubt_asks_to_confirm(text: str) -> None:
    assert asks_to_confirm(text)


@pytest.mark.parametrize("text", ["apa benar S2 gratis?", "siapa yang benar", "masa tenang?", "itu apa?", ""])
def test_a_question_of_its_own_does_not(text: str) -> None:
    assert not asks_to_confirm(text)


@pytest.mark.parametrize(
    "text",
    [
        "sumbernya?", "sumbernya dari mana?", "kata siapa?", "source?", "dari media mana", "buktinya?", "linknya mana",
        "tau dari mana kak", "says who?", "jar siapa", "sumbere soko ngendi", "boleh minta sumber angka itu?",
        "where did you get that from", "how do you know?", "siapa yang bilang?", "beneran? sumbernya?",
    ],
)  # fmt: skip
def test_a_text_that_only_asks_where_the_answer_comes_from_asks_for_its_source(text: str) -> None:
    assert asks_for_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "sumber dananya dari mana?",
        "link daftarnya mana",
        "bukti lapor ke Bawaslu apa?",
        "kata siapa gratis?",
        "mana?",
        "",
    ],
)
def test_a_text_that_asks_about_something_else_does_not(text: str) -> None:
    assert not asks_for_source(text)
