"""The first line that chosen statements give a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.facts.answering import first_line
from bot.answering.understanding.query import parse
from bot.domain.answers import FirstLine
from bot.domain.documents import Kind, Release
from bot.domain.facts import Operation
from tests.releases import document, release, section, statement

AGE_S1 = "Batas usia beasiswa untuk S1 adalah 25 tahun."
AGE_S2 = "Batas usia beasiswa untuk S2 adalah 35 tahun."
PAID = "Beasiswa S2 paling banyak Rp9 juta per semester menurut situs, sedangkan koran menulis Rp10 juta."
LENGTH_S1, LENGTH_S2 = "Lama beasiswa untuk S1 adalah 8 semester.", "Lama beasiswa untuk S2 adalah 4 semester."
LEVELS = "Beasiswa berlaku untuk mahasiswa D3 sampai S3."
BOARD = "Uang kos tidak ditanggung beasiswa."
TRIP = "Perjalanan gratis diberikan kepada marbot."
TEACHERS = "Insentif diberikan kepada guru non-PNS PAUD sampai SMP."
PENDING = "Insentif Rp1 juta per bulan bagi guru SMA masih dalam proses."
PROMISE = "Beasiswa S1 dijanjikan Rp20 juta per semester."
INCOME = "Batas penghasilan untuk rumah adalah Rp9 juta bagi yang lajang dan Rp11 juta bagi yang menikah."
SWORN = "Wali kota dilantik pada 20 Februari 2025."
HELD = release(
    document(
        section("Batas usia", AGE_S1, AGE_S2),
        section("Besaran beasiswa", PAID),
        section("Lama beasiswa", LENGTH_S1, LENGTH_S2),
        section("Syarat", LEVELS, BOARD, TRIP, INCOME, TEACHERS, PENDING),
        section("Janji", PROMISE, kind=Kind.JANJI),
        section("Pelantikan", SWORN),
        section(
            "Upah",
            statement("Upah Kota Utara 2026 | Rp3.983.882", "F-1", headers="Kota | Upah"),
            statement("Upah Kota Selatan 2026 | Rp3.856.694,43", "F-1", headers="Kota | Upah"),
        ),
    )
)


def asked(question: str, *texts: str, held: Release = HELD, taught: bool | None = None) -> FirstLine | None:
    chosen = [one for text in texts for one in held.statements.values() if one.text.startswith(text)]
    allows: Callable[[Kind], bool] = lambda kind: True  # noqa: E731
    return first_line(parse(question, "id", held), chosen, held, "id", allows, taught=taught)


def said(first: FirstLine | None) -> list[str]:
    """Return what a first line says: keys without their beginning, and the values."""
    assert first
    return [" ".join((one.key.removeprefix("first-"), *(text for _, text in one.values))) for one in first.phrases]


@pytest.mark.parametrize(
    ("question", "texts", "says"),
    [
        ("umur 26 masih bisa beasiswa S1?", [AGE_S1], ["no", "at-most-age 25 tahun (S1)"]),
        ("umur 25 masih bisa beasiswa S1?", [AGE_S1], ["yes-age", "at-most-age 25 tahun (S1)"]),
        ("umur 30 bisa beasiswa?", [AGE_S1, AGE_S2], ["depends 25 tahun (S1); 35 tahun (S2)"]),
        ("umur 40 bisa beasiswa?", [AGE_S1, AGE_S2], ["no", "at-most-age 35 tahun (S2)"]),
        (
            "beasiswa S2 cuma 5 juta kan?",
            [PAID],
            ["not-so", "at-most Rp9 juta per semester (S2)", "otherwise Rp10 juta"],
        ),
        ("gaji 12 juta bisa rumah?", [INCOME], ["no", "at-most Rp11 juta (bagi yang menikah)"]),
        ("gaji 10 juta bisa rumah?", [INCOME], ["depends Rp9 juta (bagi yang lajang); Rp11 juta (bagi yang menikah)"]),
        ("beasiswa sampai S3 kah", [LEVELS], ["yes", "exactly D3 sampai S3"]),
        ("uang kos ditanggung tidak?", [BOARD], ["no"]),
        ("wali kota dilantik 20 februari 2025 kan", [SWORN], ["yes", "exactly 20 Februari 2025"]),
        ("perjalanan gratis buat guru?", [TRIP], ["unnamed Guru"]),
        ("berapa lama beasiswa S1", [LENGTH_S1], ["exactly 8 semester (S1)"]),
        ("kapan wali kota dilantik", [SWORN], ["exactly 20 Februari 2025"]),
        ("janji beasiswa S1 berapa per semester", [PROMISE], ["promised", "exactly Rp20 juta per semester (S1)"]),
    ],
)
def test_the_facts_of_what_is_chosen_answer(question: str, texts: list[str], says: list[str]) -> None:
    assert said(asked(question, *texts)) == says


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("berapa beasiswa S1 per semester", [PROMISE]),  # a promise is no delivery
        ("saya guru umur 40 mau beasiswa S2, bisa?", [AGE_S2]),  # for them there may be another limit
        ("kartu keluarga saya 20 tahun, bisa beasiswa S1?", [AGE_S1]),  # no age
        ("uang kos di asrama ditanggung semua tidak?", [BOARD]),
        ("kos ditanggung beasiswa mana", [BOARD]),
        ("guru PNS dapat insentif?", [TEACHERS]),
        ("guru SMA dapat insentif Rp1 juta kan?", [PENDING]),
    ],
)
def test_what_is_not_settled_gets_no_yes_or_no_and_no_value(question: str, texts: list[str]) -> None:
    first = asked(question, *texts)
    assert first is None or said(first) == ["unsettled"]


def test_nothing_that_quotes_hardly_tell_is_confirmed() -> None:
    first = asked("yang tidak memilih tidak dapat apa apa kan?", TRIP, taught=False)
    assert said(first) == ["unsettled"]
    assert first
    assert not first.statements


def test_a_sum_names_what_it_is_of_and_every_source() -> None:
    first = asked("total beasiswa S2 selama 4 semester", LENGTH_S2)
    assert said(first) == ["sum-at-most 4 × Rp9 juta Rp36 juta", "otherwise 4 × Rp10 juta = Rp40 juta"]
    assert first
    assert first.calculation == "4 × Rp9 juta = Rp36 juta"
    assert [fact.value.text for fact in first.facts] == ["Rp9 juta", "Rp10 juta"]


def test_nothing_is_reckoned_beyond_what_lasts() -> None:
    assert asked("total beasiswa S2 selama 6 semester", LENGTH_S2) is None


def test_a_difference_is_shown_as_a_sum() -> None:
    first = asked("upah kota utara sama kota selatan selisih berapa", "Upah Kota Utara", "Upah Kota Selatan")
    assert said(first) == ["sum Rp3.983.882 − Rp3.856.694,43 Rp127.187,57"]


def test_two_levels_stand_side_by_side() -> None:
    first = asked("beda S1 sama S2 apa", LENGTH_S1)
    assert first
    assert first.operation is Operation.COMPARE
    assert first.rows == (
        ("Batas usia", "S1: 25 tahun", "S2: 35 tahun"),
        ("Lama beasiswa", "S1: 8 semester", "S2: 4 semester"),
    )


def test_one_attribute_is_compared_in_the_line_with_the_most_first() -> None:
    assert said(asked("bandingkan lama beasiswa S1 dan S2", LENGTH_S1, LENGTH_S2)) == [
        "values S1: 8 semester; S2: 4 semester"
    ]
    assert said(asked("upah Selatan sama Utara, mana yang lebih tinggi?", "Upah Kota")) == [
        "values Utara: Rp3.983.882; Selatan: Rp3.856.694,43"
    ]


def test_only_what_is_asked_is_compared() -> None:
    found = asked("apa bedanya S1 dan S2", AGE_S1, AGE_S2)
    assert found
    assert [of for of, *_ in found.rows] == ["Batas usia", "Lama beasiswa"]
    assert said(asked("apa beda batas usia S1 dan S2", AGE_S1, AGE_S2)) == ["values S2: 35 tahun; S1: 25 tahun"]
