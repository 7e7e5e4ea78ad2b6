"""What is asked of others behind an answer: whether the same applies to them, and for whom else it is asked."""

from __future__ import annotations

import pytest

from bot.answering.dialogue.same_for_others import asks_whether_same, is_for_others, to_whom, without_likeness
from bot.language.tokens import terms


@pytest.mark.parametrize("question", ["buat guru sama saja kah?", "berlaku buat guru?", "does it apply to teachers?"])
def test_whether_the_same_applies_is_asked_of_those_who_are_named(question: str) -> None:
    language = "en" if "does" in question else "id"
    assert asks_whether_same(question)
    assert to_whom(terms(question, language))[-1:] == terms("teachers" if language == "en" else "guru", language)
    assert list(to_whom(["sama"])) == ["sama"]


def test_that_the_asker_is_one_of_them_is_left_out() -> None:
    assert without_likeness("kalau yang sudah menikah seperti kami") == "kalau yang sudah menikah"
    assert without_likeness("for couples like us?") == "for couples?"


@pytest.mark.parametrize(
    "question", ["yang buat guru?", "kalau marbot?", "what about farmers?", "kalau Candra Tua–Dedi Muda?"]
)
def test_for_whom_else_is_asked_without_saying_what(question: str) -> None:
    assert is_for_others(question)


@pytest.mark.parametrize("question", ["buat apa saja uangnya?", "kalau marbot syaratnya apa?", "guru dapat berapa?"])
def test_a_question_that_says_what_asks_that(question: str) -> None:
    assert not is_for_others(question)
