"""Classes of words as data: how entries are written, and where a text says them."""

from __future__ import annotations

import re

import pytest

from bot.language.registry import REGIONAL, class_tables
from bot.language.word_classes import Said, _compiled, said, word_classes


def of(text: str, **classes: list[str]) -> Said:
    return Said(f" {text} ", {name: _compiled(entries) for name, entries in classes.items()})


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("mau|ingin makan", "saya ingin makan"),
        ("orang_tua|wali", "orang tua saya"),
        ("gratis*", "gratiskan semua"),
        ("mau .. makan", "mau sekali lagi makan"),
        ("mau … makan", "mau a b c d e f makan"),
        ("rumah", "rumahnya jauh"),
    ],
)
def test_an_entry_is_found_however_it_may_be_said(entry: str, text: str) -> None:
    assert of(text, c=[entry]).says("c")


@pytest.mark.parametrize(
    ("entry", "text"),
    [("mau|ingin makan", "mau"), ("mau .. makan", "mau a b c makan"), ("ibu", "ibunya"), ("pil", "pilih")],
)
def test_a_word_is_whole_and_others_stand_no_farther_than_said(entry: str, text: str) -> None:
    assert not of(text, c=[entry]).says("c")


def test_classes_are_together_within_so_many_words_in_either_order() -> None:
    heard = of("bos tadi pagi maksa saya", bos=["bos"], maksa=["maksa"], kades=["kades"])
    assert heard.together(("maksa", "bos"), 3)
    assert not heard.together(("maksa", "bos"), 2)
    assert not heard.together(("maksa", "kades"), 9)


def test_what_says_something_else_together_is_not_looked_at() -> None:
    assert not said("mau beli lilin, mati lampu", "people_first").says("want_death")


def test_the_entries_of_all_languages_count_and_each_is_well_formed() -> None:
    assert len(list(class_tables("people_first"))) == 2 + len(REGIONAL)
    assert all(isinstance(one, re.Pattern) for one in word_classes("people_first").values())
