"""Years that a question pins down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.pinned import missing_year, years
from tests.releases import document, footnote, release, section, statement


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


def test_a_year_that_no_statement_is_about_is_missing() -> None:
    known = release(document(section("Upah", statement("UMP 2026 naik."), statement("UMP 2025 naik.")), title="UMP"))
    held = tuple(known.statements.values())
    assert missing_year("UMP 2027 berapa", held, known) == "2027"
    assert missing_year("UMP 2025 berapa", held, known) is None
    assert missing_year("UMP berapa", held, known) is None


def test_the_date_a_fact_holds_for_counts() -> None:
    dated = replace(statement("Penerima 21.903 mahasiswa."), footnotes=(footnote("G-18", "31 Jan 2026"),))
    known = release(document(section("Penerima", dated)))
    held = tuple(known.statements.values())
    assert missing_year("berapa penerima 2026", held, known) is None
    assert missing_year("berapa penerima 2028", held, known) == "2028"


def test_a_heading_s_year_counts() -> None:
    known = release(document(section("Gugatan", statement("Putusan 5 Februari 2025.")), title="Hasil Pilgub 2024"))
    assert missing_year("apa putusan atas hasil Pilgub 2024", tuple(known.statements.values()), known) is None
