"""Years that a question pins down."""

from __future__ import annotations

import pytest

from bot.answering.pinned import missing_year, years
from tests.releases import footnote, statement


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
    held = [statement("UMP 2026 Rp3.762.431.", "W-2"), statement("UMP 2025 Rp3.579.313.", "W-1")]
    assert missing_year("UMP 2027 berapa", held) == "2027"
    assert missing_year("UMP 2025 berapa", held) is None
    assert missing_year("UMP berapa", held) is None


def test_the_date_a_fact_holds_for_counts() -> None:
    dated = statement("Penerima 21.903 mahasiswa.")
    with_date = type(dated)("", "", "", dated.text, (footnote("G-18", "31 Jan 2026"),))
    assert missing_year("berapa penerima 2026", [with_date]) is None
    assert missing_year("berapa penerima 2028", [with_date]) == "2028"
