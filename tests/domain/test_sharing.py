"""Codes of shared answers."""

import re

import pytest

from bot.domain.sharing import ALPHABET, LENGTH, code, read_code, shown

SECRET = b"s" * 32
CODE = code(SECRET, ["abcdefghij"], "Kuliah gratis.", "id")


def test_the_same_answer_has_one_code_and_any_other_another() -> None:
    assert code(SECRET, ["abcdefghij"], "Kuliah gratis.", "id") == CODE
    others = [
        code(b"t" * 32, ["abcdefghij"], "Kuliah gratis.", "id"),
        code(SECRET, ["abcdefghik"], "Kuliah gratis.", "id"),
        code(SECRET, ["abcdefghij"], "Kuliah gratis!", "id"),
        code(SECRET, ["abcdefghij"], "Kuliah gratis.", "en"),
    ]
    assert len({CODE, *others}) == 5


def test_a_code_fits_into_a_deep_link_and_is_shown_in_groups() -> None:
    assert re.fullmatch(rf"[{ALPHABET}]{{{LENGTH}}}", CODE)
    assert re.fullmatch(r"\w{4}-\w{4}-\w{4}", shown(CODE))


@pytest.mark.parametrize(
    "typed", [shown(CODE), CODE.lower(), f" {shown(CODE).lower()} ", CODE.replace("0", "O").replace("1", "l")]
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == CODE


def test_every_wrong_symbol_and_every_two_that_changed_places_are_noticed() -> None:
    for at, right in enumerate(CODE):
        wrong = [CODE[:at] + symbol + CODE[at + 1 :] for symbol in ALPHABET if symbol != right]
        assert not any(map(read_code, wrong))
    swapped = [CODE[:at] + CODE[at + 1] + CODE[at] + CODE[at + 2 :] for at in range(LENGTH - 1)]
    assert not any(read_code(one) for one in swapped if one != CODE)


@pytest.mark.parametrize("typed", ["", "halo", CODE[:-1], CODE + "0", "*" * LENGTH, "é" * LENGTH])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None
