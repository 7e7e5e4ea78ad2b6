"""Several questions in one message, asked of the real Assistant about a campaign that does not exist."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.domain.answers import Outcome
from tests.answering.test_assistant import ask, said

THREE_QUESTIONS = "bus sekolah berangkat jam berapa? suara pasangan nomor 2 berapa? hukuman politik uang berapa lama?"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("bus skolah gratis brgkt jam brp? trs yg ngasih uang biar milih dihukum brp lama", "06.15", "36–72 bulan"),
        ("Berapa suara pasangan nomor urut 2, dan taman kota yang dijanjikan ada berapa?", "51.200", "sepuluh taman"),
    ],
)
async def test_both_of_two_questions_are_answered(assistant: Assistant, text: str, first: str, second: str) -> None:
    answer = await ask(assistant, text)
    assert answer.outcome is Outcome.QUOTED
    assert first in said(answer)
    assert second in said(answer)


async def test_a_second_question_goes_on_from_the_first(assistant: Assistant) -> None:
    answer = await ask(assistant, "siapa yang boleh naik bus sekolah gratis, terus rutenya ada berapa?")
    assert "tiga" in said(answer)
    assert "12 rute" in said(answer)


async def test_what_is_not_held_of_two_things_is_said(assistant: Assistant) -> None:
    answer = await ask(assistant, "Bus sekolah gratis berangkat jam berapa? terus berapa harga cabai di Surabaya?")
    assert "06.15" in said(answer)
    assert "Surabaya" not in said(answer)
    phrases = {phrase.key: dict(phrase.values) for phrase in answer.phrases}
    assert "Surabaya" in phrases["not-found-part"]["said"]


async def test_the_whole_message_is_declined_if_it_asks_for_advice_on_the_vote(assistant: Assistant) -> None:
    answer = await ask(assistant, "Jam berapa bus sekolah gratis berangkat? Terus aku sebaiknya pilih siapa?")
    assert answer.outcome is Outcome.DECLINED


async def test_quotes_are_few_even_for_three_questions(assistant: Assistant) -> None:
    answer = await ask(assistant, THREE_QUESTIONS)
    quotes = [quote for part in answer.parts for quote in part.quotes]
    assert len(quotes) <= 4
    assert [words for words in ("06.15", "51.200") if words not in said(answer)] == [], said(answer)


async def test_the_last_of_three_questions_is_answered_too(assistant: Assistant) -> None:
    assert "36–72" in said(await ask(assistant, THREE_QUESTIONS))
