"""What a question takes for granted and the documents say otherwise, told only where it is certain."""

from __future__ import annotations

import pytest

from bot.answering.composing.difference import Difference, find
from bot.domain.documents import Kind, Release
from tests.releases import document, release, section, statement

VOTE = "Ani–Budi mendapat nomor urut 2 (02) di pemilihan."
OTHERS = "Cici–Dodi mendapat nomor urut 1 (01) di pemilihan."
PAY = "Insentif guru besarnya Rp500 ribu per bulan."
PROMISE = "Insentif guru dijanjikan Rp1 juta per bulan."
SWORN = "Gubernur dilantik di Jakarta pada 20 Februari 2025."
LIMIT = "Penerima bantuan berpenghasilan paling banyak Rp9 juta."
PENALTY = "Kampanye di masa tenang dipidana penjara 15 hari."
AGE = "Batas usia penerima S3 adalah 40 tahun."
SPAN = "Bantuan S1 dibayar 8 semester–10 semester."
ABOUT = "Peserta program sekitar 159 ribu orang."


def known(*texts: str) -> Release:
    promise = section("Janji", *(one for one in texts if one == PROMISE), kind=Kind.JANJI)
    rest = section("Kini", *(one for one in texts if one != PROMISE), "Deklarasi digelar di Bandung.")
    return release(document(*((promise,) if PROMISE in texts else ()), rest))


def told(question: str, *texts: str) -> Difference | None:
    held = known(*texts)
    chosen = [one for text in texts for one in held.statements.values() if one.text == text]
    return find(question, "id", chosen, held, "id")


@pytest.mark.parametrize(
    ("question", "text", "held", "asked"),
    [
        ("ani budi nomor urut 01 kan", VOTE, "nomor urut 2", "nomor urut 01"),
        ("insentif guru 1 juta kan", PAY, "Rp500 ribu", "1 juta"),
        ("gubernur dilantik 20 januari 2025 kan", SWORN, "20 Februari 2025", "20 januari 2025"),
        ("gubernur dilantik di bandung kan", SWORN, "Jakarta", "Bandung"),
        ("batas usia S3 35 tahun kan", AGE, "40 tahun", "35 tahun"),
    ],
)
def test_another_number_date_or_place_is_told(question: str, text: str, held: str, asked: str) -> None:
    assert told(question, text) == Difference(held, asked)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("insentif guru 500rb kan", [PAY]),  # the same in other words
        ("insentif guru 1 juta kan", [PAY, PROMISE]),  # it was promised
        ("gaji 10 juta bantuan kan", [LIMIT]),  # a limit is not a claim's contrary
        ("umur saya 45, batas usia penerima S3 kan", [AGE]),  # the asker's own age
        ("masa tenang 3 hari kan", [PENALTY]),  # a penalty's length
        ("bantuan S1 dibayar 6 semester kan", [SPAN]),
        ("peserta program 160 ribu orang kan", [ABOUT]),
        ("harga beras 1 juta kan", [PAY]),  # another subject
        ("gubernur dilantik Februari 2025 kan", [SWORN]),
        ("gubernur dilantik di jakarta kan", [SWORN]),
    ],
)
def test_what_is_not_certain_is_not_told(question: str, texts: list[str]) -> None:
    assert told(question, *texts) is None


def test_what_holds_for_somebody_else_does_not_settle_it() -> None:
    assert told("ani budi nomor urut 01 kan", OTHERS, VOTE) == Difference("nomor urut 2", "nomor urut 01")


def test_an_english_answer_names_what_its_quote_says() -> None:
    held = release(document(section("Pay", statement(PAY, "F-1", english="The teachers' pay is Rp500 thousand."))))
    (one,) = held.statements.values()
    assert find("is the teachers pay Rp1 million", "en", [one], held, "en") == Difference(
        "Rp500 thousand", "Rp1 million"
    )
    assert find("insentif guru 1 juta kan", "id", [one], held, "en") == Difference("Rp500 thousand", "1 juta")
