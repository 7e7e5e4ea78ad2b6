"""Which names a text says as whole words."""

from __future__ import annotations

from bot.language.matcher import between_blanks, holds, named_in

THINGS = (("bupati", "regent"), ("wali kota", "mayor"), ("pmi",))


def test_the_names_of_each_thing_come_with_the_said_one_first() -> None:
    assert list(named_in(between_blanks("Siapa Wali Kota dan bupatinya?"), THINGS)) == [
        ("bupati", "regent"),
        ("wali kota", "mayor"),
    ]
    assert list(named_in(between_blanks("who is the mayor"), THINGS)) == [("mayor", "wali kota")]


def test_a_part_of_a_word_is_no_name() -> None:
    assert list(named_in(between_blanks("wali murid, PMII, kabupaten"), THINGS)) == []
    assert holds(("pmi",), "Kata PMI begitu.")
    assert not holds(("pmi",), "Kata PMII begitu.")


def test_whose_something_is_in_english_bears_their_own_name() -> None:
    assert between_blanks("Contoh's mayor’s wage, and what's new") == " contoh mayor wage and what new "
