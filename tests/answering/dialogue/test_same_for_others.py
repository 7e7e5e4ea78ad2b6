"""The same asked of another town, campus or level behind an answer that gives an amount."""

from __future__ import annotations

import pytest

from bot.answering.constraints.others import untold
from bot.answering.dialogue.same_for_others import asks_whether_same, is_for_others, to_whom, without_likeness
from bot.language.tokens import terms
from tests.releases import document, release, section, statement

KNOWN = release(
    document(
        section("Pencairan", "Dana kuliah cair Rp44 miliar.", "Kampus Unko mendapat Rp22 miliar."),
        section("Mahasiswa", "Mahasiswa baru: Unko 7.714, Poltebo 997."),
        section("Usia", "Batas usia S2 35 tahun.", "Batas usia S3 40 tahun.", "Bantuan spesialis Rp9 juta."),
        section("Syarat", "Syaratnya dua."),
    ),
    document(
        section(
            "UMK",
            statement("UMK Kota Contoh Rp3 juta.", group=0),
            statement("UMK Kabupaten Lain Jaya dilaporkan berbeda.", group=0),
        ),
        path="upah.md",
    ),
)


@pytest.mark.parametrize(
    ("before", "question", "found"),
    [
        ("Dana kuliah", "kalau Poltebo?", ("place", "Poltebo")),  # whose students are counted, no money
        ("Mahasiswa baru", "kalau Poltebo?", None),
        ("Dana kuliah", "kalau Unko?", None),
        ("Dana kuliah", "di Contoh saja?", ("place", "Contoh")),
        ("Batas usia S2", "kalau S3?", None),
        ("Batas usia S2", "kalau spesialis?", ("level", "SPESIALIS")),
        ("Syaratnya", "kalau Poltebo?", None),  # no amount was told
        ("Dana kuliah", "kalau Poltebo, siapa rektornya?", None),  # something else is asked
        ("UMK Kota Contoh", "Lain Jaya?", None),  # its line of the list gives none, which is told
    ],
)
def test_an_amount_is_asked_of_another_and_must_be_told_of_that(
    before: str, question: str, found: tuple[str, str] | None
) -> None:
    quoted = [one for one in KNOWN.statements.values() if one.text.startswith(before)]
    constraint = untold(question, quoted, KNOWN)
    assert (constraint and (constraint.kind, constraint.said)) == found


def test_nothing_is_asked_again_where_nothing_was_quoted() -> None:
    assert untold("kalau Poltebo?", (), KNOWN) is None


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
