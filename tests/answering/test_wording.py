"""What the words of a question say for one of two sorts."""

from __future__ import annotations

import pytest

from bot.answering.wording import fit

SELLING = ("jual suara", "suara dijual berapa", "mau jual suara saya", "berapa harga suara")
WORKING = ("upah kerja", "berapa upah minimum", "kerja di mana", "upah saya berapa")


def test_words_of_one_sort_speak_for_it_and_those_of_the_other_against_it() -> None:
    wording = fit(SELLING, WORKING)
    assert wording.log_odds("suara kami mau dijual") > 1
    assert wording.log_odds("upah minimum tahun ini") < -1


def test_words_that_no_example_holds_say_nothing() -> None:
    wording = fit(SELLING, WORKING)
    assert wording.log_odds("hmm") == pytest.approx(wording.log_odds("lalala"))


def test_endings_do_not_matter() -> None:
    wording = fit(("dijanjikan",), ("dibayar",))
    assert wording.log_odds("dijanjinya") == pytest.approx(wording.log_odds("dijanjikan"))


def test_which_word_follows_which_tells_what_the_words_alone_do_not() -> None:
    wording = fit(("suara siapa", "suara siapa ya"), ("siapa suara", "ya siapa suara"))
    assert wording.log_odds("suara siapa") > 0 > wording.log_odds("siapa suara")


def test_a_word_that_both_sorts_hold_alike_tells_nothing() -> None:
    wording = fit(("berapa suara", "berapa amplop"), ("berapa upah", "berapa gaji"))
    assert abs(wording.log_odds("berapa")) < 1
    assert wording.log_odds("amplop") > 1


def test_the_same_texts_give_the_same_weights() -> None:
    assert fit(SELLING, WORKING) == fit(SELLING, WORKING)


def test_nothing_to_learn_from_says_nothing() -> None:
    assert fit((), ()).log_odds("suara") == 0
