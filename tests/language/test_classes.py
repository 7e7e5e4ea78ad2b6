"""Classes of words: each is spelled once for a language, and patterns name it."""

from __future__ import annotations

import re

import pytest

from bot.language.classes import members, pattern, spelled, word_set
from bot.language.registry import HERE


def test_a_pattern_finds_the_words_of_its_classes_in_any_language() -> None:
    asks = pattern(r"^{interrogative}\b")
    assert asks.search("Berapa?")
    assert asks.search("why not")
    assert not asks.search("bus")


def test_repetitions_are_no_classes() -> None:
    assert spelled("a{2,3}") == "a{2,3}"


def test_a_class_may_hold_another() -> None:
    assert "anak" in word_set("close_kin")
    assert word_set("close_kin") <= word_set("kin")
    assert pattern("^{kin}$").search("anak")


def test_a_class_that_no_language_has_is_an_error_that_tells_where_to_add_it() -> None:
    with pytest.raises(LookupError, match=r"'aunts'.*classes"):
        members("aunts")


def test_no_word_stands_twice_in_a_class_of_a_language() -> None:
    for file in HERE.glob("*/classes/*.toml"):
        for line in re.findall(r"= \"+\n?([^\"]+)\"", file.read_text(encoding="utf-8")):
            assert len(set(line.split())) == len(line.split()), (file, line)
