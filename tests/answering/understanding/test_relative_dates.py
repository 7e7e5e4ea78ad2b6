"""What "this year" and "next year" mean by the clock."""

from __future__ import annotations

import pytest

from bot.answering.retrieval.current_year import preferring
from bot.answering.retrieval.found import Findings, Found
from bot.answering.understanding.relative_dates import dated, in_numbers, meant, named
from tests.releases import document, release, section

EARLIER = section("Upah 2025", "Upah Contoh 2025 adalah Rp3 juta.")
CURRENT = section("Upah 2026", "Upah Contoh berlaku setahun.", "Upah Contoh 2026 adalah Rp4 juta.")
KNOWN = release(document(EARLIER, CURRENT))
OLD, LASTS, NEW = KNOWN.statements.values()


def order(question: str, *scores: float) -> list[str]:
    found = tuple(Found(one, score, 0.9) for one, score in zip((OLD, LASTS, NEW), scores, strict=True))
    year = meant(question, 2026)
    ordered = preferring(year, Findings(found), KNOWN).found if year else found
    return [one.statement.id for one in ordered]


@pytest.mark.parametrize("question", ["upah tahun ini berapa", "wage this year"])
def test_this_year_brings_what_tells_of_it_first_and_what_stands_under_such_a_heading(question: str) -> None:
    assert order(question, 0.9, 0.85, 0.8) == [LASTS.id, NEW.id, OLD.id]


def test_what_tells_of_another_year_only_falls_behind_what_tells_of_none() -> None:
    free = section("Upah", "Upah dibayar tiap bulan.")
    known = release(document(EARLIER, free))
    old, paid = known.statements.values()
    ordered = preferring("2026", Findings((Found(old, 0.9, 0.9), Found(paid, 0.8, 0.9))), known).found
    assert [one.statement.id for one in ordered] == [paid.id, old.id]


def test_last_year_is_the_one_before() -> None:
    assert order("upah tahun lalu", 0.7, 0.85, 0.8) == [OLD.id, LASTS.id, NEW.id]


@pytest.mark.parametrize("question", ["upah dua tahun lalu", "upah 3 tahun yang lalu", "wage two years ago"])
def test_several_years_ago_is_not_last_year(question: str) -> None:
    assert order(question, 0.8, 0.85, 0.7) == [LASTS.id, OLD.id, NEW.id]


@pytest.mark.parametrize("question", ["upah berapa", "upah 2025 berapa", "upah tahun depan"])
def test_a_question_that_means_no_year_by_the_clock_keeps_the_order(question: str) -> None:
    assert order(question, 0.9, 0.85, 0.8) == [OLD.id, LASTS.id, NEW.id]


def test_what_fits_badly_is_not_preferred_for_its_year() -> None:
    assert order("upah tahun ini", 0.9, 0.1, 0.1) == [OLD.id, LASTS.id, NEW.id]


def test_years_by_the_clock_are_told_in_numbers() -> None:
    assert in_numbers("kalau tahun lalu?", 2026) == "kalau 2025?"
    assert in_numbers("this year and next year?", 2026) == "2026 and 2027?"


def test_next_year_is_named_so_that_an_answer_must_be_about_it() -> None:
    assert named("upah tahun depan berapa", 2026) == "upah tahun 2027 berapa"
    assert named("wage next year?", 2026) == "wage 2027?"
    assert named("upah tahun ini", 2026) == "upah tahun ini"


def test_a_year_before_or_after_is_counted_from_what_was_told() -> None:
    assert dated("tahun sebelumnya?", ["Upah 2026"]) == "2025?"
    assert dated("what about the year after?", ["Upah 2026"]) == "what about 2027?"
    assert dated("tahun sesudahnya?", ["Kuota rumah", "Pada 2025 ada 9 rumah.", "Pada 2026 ada 20."]) == "2026?"


def test_nothing_is_counted_from_several_years_or_none() -> None:
    for told in (["Upah 2025 dan 2024", "Upah 2026 naik."], ["Upah"], []):
        assert dated("tahun sebelumnya?", told) == "tahun sebelumnya?"
