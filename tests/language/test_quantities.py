"""Numbers and dates as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.quantities import AGE, MONEY, SHARE, dates, quantities, written, years


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("UMP Rp3.762.431", "3762431", "rupiah"),
        ("anggaran Rp1,377 triliun", "1377000000000", "rupiah"),
        ("500rb sebulan", "500000", "rupiah"),
        ("gaji 10jt", "10000000", "rupiah"),
        ("1.5 juta per bulan", "1500000", "rupiah"),
        ("sejuta", "1000000", "rupiah"),
        ("158.981 penerima", "158981", "penerima"),
        ("159 ribu orang", "159000", "orang"),
        ("naik 5,12%", "5.12", "%"),
        ("menang 55 persen", "55", "%"),
        ("paling tua 25 tahun", "25", "usia"),
        ("umur 38 boleh", "38", "usia"),
        ("penjara dua tahun", "2", "tahun"),
        ("pasangan nomor urut 02", "2", "nomor"),
        ("tujuh kampus", "7", "kampus"),
        # as chats write them
        ("setengah juta", "500000", "rupiah"),
        ("seperempat miliar", "250000000", "rupiah"),
        ("Rp1,4 T", "1400000000000", "rupiah"),
        ("5jt", "5000000", "rupiah"),
        ("gaji 10 juta boleh ikut", "10000000", "rupiah"),
        ("umur 26 th", "26", "usia"),
        ("umur 26", "26", "usia"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_slang_and_notation_compare() -> None:
    (slang,), (written,) = quantities("500rb"), quantities("Rp500.000")
    assert slang.value == written.value
    assert slang.unit == written.unit


def test_english_marks_are_the_other_way_round() -> None:
    money, share = quantities("Rp3,762,431, up 5.12%", "en")
    assert (money.value, share.value) == (Decimal(3762431), Decimal("5.12"))


def test_a_number_keeps_what_was_written() -> None:
    assert [one.text for one in quantities("dari Rp500 ribu menjadi 3 bulan")] == ["Rp500 ribu", "3 bulan"]


def test_levels_dates_and_years_are_no_quantities() -> None:
    assert quantities("S2 mulai 20 Februari 2025, tahun ajaran 2025/26, coblosan 27.11.2024") == ()


def test_a_year_before_a_comma_is_no_quantity() -> None:
    assert [one.text for one in quantities("Pada 2025, ada 20 guru")] == ["20 guru"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("coblosan 27.11.2024", ["2024"]),
        ("tahun 2024,2025", ["2024", "2025"]),
        ("pada 2025, lalu 2026.", ["2025", "2026"]),
        ("Rp2.024 dan 1.202.606", []),
        ("sebanyak 2024,5 ton", []),
    ],
)
def test_years_are_told_from_amounts(text: str, found: list[str]) -> None:
    assert list(years(text)) == found


def test_dates_are_read_in_both_languages() -> None:
    assert [(one.day, one.month, one.year) for one in dates("20 Februari 2025, lalu 3 May")] == [
        (20, 2, 2025),
        (3, 5, None),
    ]


def test_a_date_in_digits_is_read_in_its_place() -> None:
    found = dates("antara 27/11/2024 dan 3 Mei 2025, bukan 1.31.2024")
    assert [(one.day, one.month, one.year) for one in found] == [(27, 11, 2024), (3, 5, 2025)]
    assert [(one.day, one.month, one.year) for one in dates("on November 28, 2025")] == [(28, 11, 2025)]


def test_dates_differ_only_in_what_both_of_them_name() -> None:
    (month,), (day,), (other) = dates("April 2025"), dates("21 April 2025"), dates("22 April")
    assert not month.differs(day)
    assert day.differs(other[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UMP 2025 naik", {"2025"}),
        ("per 2025/26", {"2025", "2026"}),
        ("gubernur 2018–2021", {"2018", "2019", "2020", "2021"}),
        ("2025-2030", {"2025", "2026", "2027", "2028", "2029", "2030"}),
        ("Rp2.025 dan 12025 dan 3.579.313", set()),
        ("27 November 2024.", {"2024"}),
    ],
)
def test_years_of_a_text(text: str, found: set[str]) -> None:
    assert set(years(text)) == found


def test_half_a_million_and_years_of_age_are_read_in_english() -> None:
    (amount,), (age,) = quantities("half a million", "en"), quantities("a 38 year old", "en")
    assert (amount.value, age.value, age.unit) == (Decimal(500_000), Decimal(38), AGE)


def test_one_of_several_is_no_number() -> None:
    assert quantities("lulus di salah satu kampus") == ()


@pytest.mark.parametrize("language", ["id", "en"])
@given(value=st.integers(1, 10**15).map(lambda cents: Decimal(cents) / 100))
def test_money_that_is_written_is_read_as_the_same(value: Decimal, language: str) -> None:
    (found,) = quantities(written(value, MONEY, language), language)
    assert (found.value, found.unit) == (value, MONEY)


@pytest.mark.parametrize("language", ["id", "en"])
@given(value=st.integers(1, 10**8).map(lambda hundredths: Decimal(hundredths) / 100))
def test_a_percentage_that_is_written_is_read_as_the_same(value: Decimal, language: str) -> None:
    (found,) = quantities(written(value, SHARE, language), language)
    assert (found.value, found.unit) == (value, SHARE)
