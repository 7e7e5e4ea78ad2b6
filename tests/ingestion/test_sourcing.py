"""Sources as people type them on a phone."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.ingestion.sourcing import days_in, source_line


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Jadwal, Dishub, 2025-03-03. <https://x.id/j>", "Jadwal, Dishub, 2025-03-03. <https://x.id/j>"),
        ("Jadwal\nDishub\n3 Maret 2025\nhttps://x.id/j", "Jadwal, Dishub, 2025-03-03. <https://x.id/j>"),
        ("Jadwal, Dishub (3/3/2025) www.x.id/j.", "Jadwal, Dishub, 2025-03-03. <https://www.x.id/j>"),
        ("Jadwal, Dishub, 3 Mar 2025, https://x.id/j", "Jadwal, Dishub, 2025-03-03. <https://x.id/j>"),
        ("Jadwal https://x.id/j", "Jadwal, x.id. <https://x.id/j>"),
        ("https://www.berita.id/2025/j", "berita.id. <https://www.berita.id/2025/j>"),
        ("SK 17 April 2025, Pemprov, 18/4/2025", "SK 17 April 2025, Pemprov, 2025-04-18"),
        ("Panduan, edisi 2, Pemprov", "Panduan, edisi 2, Pemprov"),
    ],
)
def test_a_source_is_read_however_it_is_set_out(typed: str, line: str) -> None:
    assert source_line(typed) == line


@pytest.mark.parametrize("typed", ["", " \n", "2025-04-17", "Judul saja", "Sebuah kalimat biasa.", "a" * 600 + ", b"])
def test_what_names_no_publisher_and_no_address_is_none(typed: str) -> None:
    with pytest.raises(ValueError, match=r"source|title"):
        source_line(typed)


def test_whole_days_are_found_wherever_they_stand() -> None:
    text = "Surakarta, 17 April 2025 (2025-05-01). Mei 2025, 31/2/2025, 1 Mei"
    assert list(days_in(text)) == [dt.date(2025, 5, 1), dt.date(2025, 4, 17)]
