"""Names in the documents' spelling."""

from __future__ import annotations

import pytest

from bot.language.names import canonical

NAMES = {
    "Ani Contoh": ("ani", "any contoh"),
    "Ani Contoh–Budi Misal": ("ani budi", "ani-budi"),
    "Bantupol": ("bantu pol",),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ani itu siapa", "Ani Contoh itu siapa"),
        ("Ani Contoh itu siapa", "Ani Contoh itu siapa"),
        ("ANY CONTOH menang?", "Ani Contoh menang?"),
        ("ani-budi nomor berapa", "Ani Contoh–Budi Misal nomor berapa"),
        ("syarat bantu pol apa", "syarat Bantupol apa"),
        ("anita dan berani", "anita dan berani"),
    ],
)
def test_each_spelling_becomes_the_documents_own(text: str, expected: str) -> None:
    assert canonical(text, NAMES) == expected


def test_without_names_a_text_stays() -> None:
    assert canonical("ani itu siapa", {}) == "ani itu siapa"


def test_a_letter_that_only_passes_for_another_stops_nothing() -> None:
    assert canonical("anı dan BANTU POL", NAMES | {"Sari": ("sari",)}) == "anı dan Bantupol"
    assert canonical("ſari itu siapa", {"Sari": ("sari",)}) == "ſari itu siapa"


def test_another_release_has_names_of_its_own() -> None:
    assert canonical("ani dan bantu pol", NAMES) == "Ani Contoh dan Bantupol"
    assert canonical("ani dan bantu pol", {"Anisa": ("ani",)}) == "Anisa dan bantu pol"
    assert canonical("ani dan bantu pol", NAMES) == "Ani Contoh dan Bantupol"


def test_what_is_somebody_s_in_english_names_them() -> None:
    assert canonical("ani's votes and bantu pol’s money", NAMES) == "Ani Contoh votes and Bantupol money"
