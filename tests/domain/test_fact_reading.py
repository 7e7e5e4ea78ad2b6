"""Facts as they are read from sentences and from rows of tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from bot.domain.fact_reading import facts_in, facts_of
from bot.domain.facts import Comparator, Fact, Measure, Scope
from tests.releases import document, release, section, statement


def read(text: str, title: str = "", headers: str = "", language: str = "id") -> list[Fact]:
    return list(facts_of(statement(text, "F-1", headers=headers), title, language))


@pytest.mark.parametrize(
    ("text", "number", "unit", "comparator", "levels"),
    [
        ("Batas usia beasiswa untuk S1 adalah 25 tahun.", 25, "usia", Comparator.AT_MOST, {"s1"}),
        ("Beasiswa untuk S2 rata-rata Rp5 juta per semester.", 5_000_000, "rupiah", Comparator.AVERAGE, {"s2"}),
        ("Biaya yang ditanggung paling banyak Rp10 juta.", 10_000_000, "rupiah", Comparator.AT_MOST, set()),
        ("Penerima sudah mengabdi minimal dua tahun.", 2, "tahun", Comparator.AT_LEAST, set()),
        ("Data keluarganya lebih dari 3 tahun.", 3, "tahun", Comparator.ABOVE, set()),
        ("Pesertanya sekitar 159 ribu orang.", 159_000, "orang", Comparator.ABOUT, set()),
        (
            "Lama beasiswa untuk D3 sampai S2 adalah 4 semester.",
            4,
            "semester",
            Comparator.EXACTLY,
            {"d3", "d4", "s1", "s2"},
        ),
    ],
)
def test_a_sentence_tells_one_value_for_whom_it_is_and_how_it_binds(
    text: str, number: int, unit: str, comparator: Comparator, levels: set[str]
) -> None:
    (fact,) = read(text)
    assert (fact.value.number, fact.value.unit) == (Decimal(number), unit)
    assert fact.comparator is comparator
    assert fact.names(Scope.LEVEL) == levels


def test_several_values_are_told_apart_by_who_each_is_for() -> None:
    facts = read("Penerima paling tua 25 tahun untuk D3 dan S1 (media menulis 23 tahun untuk D3), 35 tahun untuk S2.")
    told = {(fact.value.text, *sorted(fact.names(Scope.LEVEL)), fact.disputed) for fact in facts}
    assert told == {("25 tahun", "d3", "s1", False), ("35 tahun", "s2", False), ("23 tahun", "d3", True)}
    assert {fact.value.measure for fact in facts} == {Measure.AGE}


@pytest.mark.parametrize(
    "text",
    [
        "Anggarannya Rp5 miliar, lalu Rp6 miliar.",  # whose is which?
        "Untuk biaya Rp6 juta, bantuannya Rp5 juta.",
        "Larangan itu ada di Pasal 63 ayat 2.",  # numbers of articles
        "Insentif dibayar tiap tiga bulan.",  # how often, not how long
        "Syaratnya:",
    ],
)
def test_what_is_not_understood_tells_no_fact(text: str) -> None:
    assert not read(text)


def test_what_another_source_says_is_of_the_same_people_and_marked() -> None:
    first, other = read("Beasiswa S2 adalah Rp9 juta per semester menurut situs, sedangkan koran menulis Rp10 juta.")
    assert (first.value.written, first.disputed) == ("Rp9 juta per semester", False)
    assert (other.value.text, other.disputed) == ("Rp10 juta", True)
    assert other.names(Scope.LEVEL) == {"s2"}
    assert first.value.kind == other.value.kind


def test_a_span_is_one_value_that_cannot_be_compared() -> None:
    (prison,) = read("Pelanggarnya dipidana penjara 36–72 bulan.")
    assert (prison.value.text, prison.value.number) == ("36–72 bulan", None)
    (villages,) = read("Internet terpasang di 802 dari 841 desa.")
    assert (villages.value.text, villages.value.number) == ("802 dari 841 desa", None)


def test_the_day_of_a_report_is_no_value() -> None:
    (launched,) = read("Programnya diluncurkan pada 21 April 2025, menurut laporan 3 Mei 2025.")
    assert launched.value.text == "21 April 2025"
    assert not read("Per 21 Juni 2025, warga bisa berobat gratis.")


def test_what_is_planned_or_denied_is_not_certain() -> None:
    (denied,) = read("Program ini tidak memakai syarat minimal 3 tahun.")
    (planned,) = read("Bantuan direncanakan Rp5 juta.")
    (told,) = read("Bantuan besarnya Rp5 juta.")
    assert [denied.certain, planned.certain, told.certain] == [False, False, True]


def test_a_row_tells_a_fact_a_column() -> None:
    facts = read("S2 | 35 tahun | Rp9 juta; Rp10 juta", headers="Jenjang | Paling tua | Bantuan per semester")
    told = [(fact.attribute, fact.value.text, fact.value.measure, fact.disputed) for fact in facts]
    assert told == [
        ("Paling tua", "35 tahun", Measure.AGE, False),
        ("Bantuan per semester", "Rp9 juta", Measure.MONEY, False),
        ("Bantuan per semester", "Rp10 juta", Measure.MONEY, True),
    ]
    assert all(fact.names(Scope.LEVEL) == {"s2"} and fact.names(Scope.ROW) == {"S2"} for fact in facts)


def test_a_title_tells_what_its_sentences_leave_out() -> None:
    (fact,) = read("Besarnya Rp3 juta.", title="Upah minimum 2026")
    assert fact.names(Scope.YEAR) == {"2026"}


def test_an_english_reader_gets_the_facts_of_the_twin() -> None:
    held = release(
        document(section("Umur", statement("Batas usia S1 25 tahun.", "F-1", english="The age limit for S1 is 25.")))
    )
    (key,) = held.statements
    (fact,) = facts_in(held)["en"](key)
    assert (fact.value.text, fact.value.measure, fact.labels, fact.as_of) == (
        "25",
        Measure.AGE,
        ("F-1",),
        "19 Jun 2025",
    )


def test_a_day_is_a_date() -> None:
    (fact,) = read("Pencoblosan berlangsung pada Rabu, 27 November 2024.")
    assert fact.value.day == dt.date(2024, 11, 27)
