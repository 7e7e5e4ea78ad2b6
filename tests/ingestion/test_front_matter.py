"""What is known about a document, written into it: its own lines stay wherever they say the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.documents import Kind
from bot.ingestion.front_matter import as_yaml, front_matter, with_front_matter
from bot.ingestion.properties import Properties, read_properties

FULL = Properties(
    title='Kuliah: gratis #1 "ya"',
    program="yes",
    kind=Kind.PELAKSANAAN,
    language="id",
    date=dt.date(2025, 4, 17),
    source="Panduan, Pemprov, 2025-04-17. <https://x.id/a?b=1#c>",
)


def test_what_is_written_is_read_back_the_same() -> None:
    assert read_properties(as_yaml(FULL), "a.pdf.yaml") == (FULL, [])
    assert "date: 2025-04-17\n" in as_yaml(FULL)


def test_a_document_without_front_matter_gets_one() -> None:
    text = with_front_matter("# Judul\r\nIsi.\r\n", FULL, "a.md")
    assert text.startswith("---\r\ntitle: ")
    assert text.endswith("---\r\n# Judul\r\nIsi.\r\n")
    assert read_properties(front_matter(text) or "", "a.md")[0] == FULL


def test_only_lines_that_say_something_else_change() -> None:
    text = "---\n# catatan\ntitle:   Lama\nprogram: 'yes'  # diketik\nreview_by: 2027-01-01\n---\nIsi.\n"
    known, _ = read_properties(front_matter(text) or "", "a.md")
    assert known
    wanted = replace(known, title="Baru", kind=Kind.JANJI)
    after = with_front_matter(text, wanted, "a.md")
    expected = "---\n# catatan\ntitle: Baru\nprogram: 'yes'  # diketik\nreview_by: 2027-01-01\nkind: janji\n---\nIsi.\n"
    assert after == expected
    assert with_front_matter(text, known, "a.md") == text


def test_a_line_that_is_no_longer_true_goes() -> None:
    after = with_front_matter("---\ntitle: A\ndate: 2025-01-01\n---\nIsi.", Properties("A"), "a.md")
    assert after == "---\ntitle: A\n---\nIsi."


def test_values_over_several_lines_are_written_anew() -> None:
    after = with_front_matter("---\ntitle: >\n  Satu\n  dua\n---\nIsi.", Properties("Tiga"), "a.md")
    assert read_properties(front_matter(after) or "", "a.md")[0] == Properties("Tiga")


@pytest.mark.parametrize("text", ["Isi.", "", "--- \nx", "a\n---\ntitle: A\n---\n"])
def test_no_front_matter_is_none(text: str) -> None:
    assert front_matter(text) is None
