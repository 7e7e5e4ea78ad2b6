"""Levels of education by their names."""

from __future__ import annotations

import pytest

from bot.language.levels import called, levels, name_levels


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("umur magister berapa", "umur magister S2 berapa"),
        ("Is the master's degree free too?", "Is the master's S2 degree free too?"),
        ("PhD age limit", "PhD S3 age limit"),
        ("mahasiswa sarjana (S1)", "mahasiswa sarjana (S1)"),
        ("Fakultas Kedokteran, dokter", "Fakultas Kedokteran, dokter"),
        ("strata dua gratis?", "strata dua S2 gratis?"),
    ],
)
def test_the_short_name_stands_behind_the_long_one(question: str, named: str) -> None:
    assert name_levels(question) == named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Batas usia S2 35 tahun", {"s2"}),
        ("mahasiswa D3 sampai S3", {"d3", "d4", "s1", "s2", "s3"}),
        ("S1–S3 gratis", {"s1", "s2", "s3"}),
        ("S1 s/d S2", {"s1", "s2"}),
        ("kelas X dan Rp5 juta", set()),
    ],
)
def test_levels_of_a_text_and_those_within_a_span(text: str, expected: set[str]) -> None:
    assert levels(text) == expected


def test_a_level_is_called_as_the_asker_calls_it() -> None:
    assert called("S3", "yang doktoral berapa orang?") == "doktoral"
    assert called("S3", "S3 berapa orang?") == "S3"
    assert called("2028", "kuota magister 2028?") == "2028"


def test_postgraduate_says_no_more_than_the_level_behind_it() -> None:
    assert name_levels("kalau pascasarjana S2?") == "kalau S2?"


def test_a_doctor_is_no_level_but_a_doctor_degree_is() -> None:
    assert name_levels("free doctor visits?") == "free doctor visits?"
    assert levels(name_levels("aid for a doctor degree")) == {"s3"}
