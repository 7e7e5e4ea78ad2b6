"""What "the year before" means behind an answer."""

from __future__ import annotations

from bot.answering.understanding.relative_dates import dated


def test_a_year_before_or_after_is_counted_from_what_was_told() -> None:
    assert dated("tahun sebelumnya?", ["Upah 2026"]) == "2025?"
    assert dated("what about the year after?", ["Upah 2026"]) == "what about 2027?"
    assert dated("tahun sesudahnya?", ["Kuota rumah", "Pada 2025 ada 9 rumah.", "Pada 2026 ada 20."]) == "2026?"


def test_nothing_is_counted_from_several_years_or_none() -> None:
    for told in (["Upah 2025 dan 2024", "Upah 2026 naik."], ["Upah"], []):
        assert dated("tahun sebelumnya?", told) == "tahun sebelumnya?"
