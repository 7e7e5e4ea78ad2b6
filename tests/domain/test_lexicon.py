"""How much of a question texts hold: rare words weigh more, unknown ones most."""

from __future__ import annotations

import pytest

from bot.domain.lexicon import Lexicon, idf

TEXTS = Lexicon({"age": ["batas", "usia"], "sum": ["batas", "bantuan"], "term": ["lama", "bantuan"]})


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    shares = TEXTS.shares(["batas", "usia"], ["age", "sum", "term"])
    assert shares["age"] == pytest.approx(1.0)
    assert 0 < shares["sum"] < 0.5
    assert shares["term"] == 0.0


def test_a_word_that_no_text_holds_weighs_most() -> None:
    assert TEXTS.shares(["usia", "kuota"], ["age"])["age"] < 0.5


def test_nothing_asked_is_nothing_held() -> None:
    assert TEXTS.shares([], ["age"]) == {"age": 0.0}


def test_a_text_that_is_not_known_holds_nothing() -> None:
    assert TEXTS.shares(["usia"], ["gone"]) == {"gone": 0.0}
    assert not TEXTS.holds("gone", "usia")


def test_the_same_words_are_the_same_share_in_every_process() -> None:
    asked = ["batas", "usia", "kuota", "lama", "bantuan"]
    weights = {"batas": 2, "usia": 1, "kuota": 0, "lama": 1, "bantuan": 2}
    total = held = 0.0
    for term in asked:  # sums of other orders differ in their last digit
        total += idf(3, weights[term])
        held += idf(3, weights[term]) if term in ("batas", "bantuan") else 0.0
    assert TEXTS.shares(asked, ["sum"])["sum"] == held / total


def test_the_shares_of_all_texts_are_those_of_each() -> None:
    for asked in ([], ["batas", "usia", "kuota", "usia"], ["lama", "bantuan"]):
        assert TEXTS.shares_of_all(asked).tolist() == [*TEXTS.shares(asked, ["age", "sum", "term"]).values()]


def test_a_text_holds_the_terms_that_it_was_given_with() -> None:
    assert TEXTS.holds("age", "usia")
    assert not TEXTS.holds("sum", "usia")
