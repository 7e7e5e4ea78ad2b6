"""Places by all their names, and which names are meant as places."""

from __future__ import annotations

import pytest

from bot.language.gazetteer import Kind, gazetteer


def named(text: str, *capitals: str) -> list[str]:
    return [mention.said for mention in gazetteer().mentions(f" {text} ", capitals)]


def test_it_holds_all_provinces_and_all_regencies_and_cities() -> None:
    kinds = [place.kind for place in gazetteer().places.values()]
    assert kinds.count(Kind.PROVINCE) == 38
    assert kinds.count(Kind.REGENCY) + kinds.count(Kind.CITY) == 514
    assert kinds.count(Kind.DISTRICT) > 7200


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ump jabar 2026", ["jabar"]),
        ("wage in west java", ["west java"]),
        ("tangerang selatan dan tangerang", ["tangerang selatan", "tangerang"]),
        ("umk jogja", ["jogja"]),
        ("kuliah di korea selatan", ["korea selatan"]),
        ("harga batu berapa", []),
        ("umk kota batu", ["batu"]),
        ("sumber dana dari mana", []),
        ("kecamatan sumber", ["sumber"]),
        ("berapa kota yang menang", []),
    ],
)
def test_names_are_found_and_ordinary_words_are_no_places(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_an_ordinary_word_with_a_capital_within_a_sentence_is_a_place() -> None:
    assert named("upah batu berapa", "batu") == ["batu"]


def test_a_place_lies_in_all_that_hold_it() -> None:
    (solo,) = gazetteer().called("solo")
    assert [gazetteer().places[code].kind for code in gazetteer().within(solo)] == [
        Kind.CITY,
        Kind.PROVINCE,
        Kind.ISLAND,
        Kind.COUNTRY,
    ]
