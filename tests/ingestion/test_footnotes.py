"""Footnotes: the as-of date, and sources read from the right."""

import pytest

from bot.domain.documents import Footnote, Source
from bot.ingestion.footnotes import footnote, source


def plainly(text: str) -> str:
    return text.replace("*", "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Batas usia, syarat dan cara, Harian Contoh, 2025-04-17. <https://contoh.id/a?b=1,2>",
            Source("Batas usia, syarat dan cara", "Harian Contoh", "2025-04-17", "https://contoh.id/a?b=1,2"),
        ),
        ("Panduan, situs resmi, 2025. <https://a.go.id>", Source("Panduan", "situs resmi", "2025", "https://a.go.id")),
        ("Perda Nomor 5 Tahun 2025. https://a.id", Source("Perda Nomor 5 Tahun 2025", "a.id", None, "https://a.id")),
        (
            "Laporan langsung. <https://www.b.co.id/x>",
            Source("Laporan langsung", "b.co.id", None, "https://www.b.co.id/x"),
        ),
        ("Laporan, 2025-01-02. <https://b.id/x>", Source("Laporan", "b.id", "2025-01-02", "https://b.id/x")),
        ("Siaran *pers*, Kantor Gubernur.", Source("Siaran pers", "Kantor Gubernur")),
        ("Siaran pers", Source("Siaran pers", "")),
        ("<https://www.b.id/x>", Source("b.id", "b.id", None, "https://www.b.id/x")),
    ],
)
def test_a_source_is_read_from_the_right(line: str, expected: Source) -> None:
    assert source(line, plainly) == expected


def test_the_first_line_may_say_for_when_the_fact_holds() -> None:
    found = footnote("A", ["per 17 Apr–2 Mei 2025", "  Satu, X.", "", "Dua, Y."], 9, plainly)
    assert found == Footnote("A", "17 Apr–2 Mei 2025", (Source("Satu", "X"), Source("Dua", "Y")), 9)


def test_a_footnote_may_do_without_a_date() -> None:
    assert footnote("A", ["Satu, X."], 9, plainly).as_of is None


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([], "is empty"),
        (["per 2025 Judul. <https://a.id>"], "a line of its own"),
        (["J. <https://[x>"], "Invalid IPv6"),
    ],
)
def test_what_can_not_be_read_is_refused_with_the_reason(lines: list[str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        footnote("A", lines, 9, plainly)


def test_a_footnote_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="names no source"):
        footnote("A", ["per 2025"], 7, str)
