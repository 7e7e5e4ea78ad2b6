"""What is asked of others behind an answer: whether the same applies to them, and for whom else it is asked."""

from __future__ import annotations

import pytest

from bot.answering.dialogue.same_for_others import is_for_others


@pytest.mark.parametrize(
    "question", ["yang buat guru?", "kalau marbot?", "what about farmers?", "kalau Candra Tua–Dedi Muda?"]
)
def test_for_whom_else_is_asked_without_saying_what(question: str) -> None:
    assert is_for_others(question)


@pytest.mark.parametrize("question", ["buat apa saja uangnya?", "kalau marbot syaratnya apa?", "guru dapat berapa?"])
def test_a_question_that_says_what_asks_that(question: str) -> None:
    assert not is_for_others(question)
