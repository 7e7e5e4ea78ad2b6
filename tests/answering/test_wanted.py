"""What a question wants to hear."""

from __future__ import annotations

import pytest

from bot.answering.wanted import fit


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("berapa suara pasangan itu", "Pasangan itu memperoleh 996.399 suara.", 1.0),
        ("berapa suara pasangan itu", "Pasangan itu mendapat nomor urut 2.", 0.5),
        ("umurnya berapa", "Paling tua 35 tahun.", 1.0),
        ("berapa insentif guru", "Insentif guru dibayar tiap triwulan sejak Juni 2025.", 0.0),
        ("bantuan S2 berapa", "Bantuan S2 diberikan untuk mahasiswa.", 0.0),
        ("how many students are there", "There are 30,943 new students.", 1.0),
        ("kapan dilantik", "Dilantik 20 Februari 2025 di Jakarta.", 1.0),
        ("kapan dilantik", "Dilantik di Jakarta.", 0.0),
        ("apa syaratnya", "Usia paling tua 35 tahun.", 0.0),
    ],
)
def test_numbers_of_the_asked_thing_and_dates_fit(question: str, text: str, expected: float) -> None:
    assert fit(question, text) == expected
