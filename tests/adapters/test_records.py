"""Records survive the way to JSON and back unchanged."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.records import from_json, to_json
from bot.domain.documents import (
    Boundary,
    Document,
    Footnote,
    Kind,
    Manifest,
    Release,
    Section,
    Sort,
    Source,
    Statement,
    Twin,
)

NOTE = Footnote(
    "F-1", "per 2025", (Source("Judul", "Penerbit", "2025-04-17", "https://contoh.id"), Source("B", "C")), 9
)
STATEMENT = Statement(
    "abcdefghij",
    "biaya.md",
    "biaya.md#besaran",
    'Biaya "penuh" | Rp2.000.000 – 😀\n',
    (NOTE,),
    line=7,
    page=2,
    group=1,
    headers="Jenjang | Besaran",
    twin=Twin("biaya.en.md", "Fee", (NOTE,), "Level | Amount"),
    aliases=("berapa biayanya?", "1"),
)
DOCUMENT = Document(
    "biaya.md",
    "Biaya",
    (Section("12345678", "biaya.md", "besaran", "Besaran", Kind.JANJI, (STATEMENT,), ("Biaya",), twin_title="Amount"),),
    "digest",
    program="pendidikan",
    kind=Kind.PELAKSANAAN,
    date=dt.date(2025, 6, 1),
    review_by=dt.date(2026, 12, 31),
    twin_path="biaya.en.md",
    twin_title="Fees",
)
MANIFEST = Manifest(
    "r1",
    dt.datetime(2025, 7, 1, 12, 30, 15, 123456, ZoneInfo("Asia/Makassar")),
    "model",
    1,
    "digest",
    {"biaya.md": "digest"},
    {"passages": 2},
    {"threshold": 0.8375},
)
RELEASE = Release(
    MANIFEST,
    (DOCUMENT,),
    {"Nama": ("nma", "nama")},
    (
        Boundary(
            "pilihan", ("pilih siapa?",), ("siapa calonnya?",), {"id": "Tidak.", "en": "No."}, ("F-1",), Sort.UNKNOWN
        ),
    ),
)


@pytest.mark.parametrize("record", [MANIFEST, DOCUMENT, RELEASE, Release(MANIFEST, ())])
def test_a_record_comes_back_equal(record: Manifest | Document | Release) -> None:
    assert from_json(type(record), to_json(record)) == record


def test_what_a_release_has_worked_out_is_left_behind_and_works_again() -> None:
    assert RELEASE.statements  # cached from here on
    back = from_json(Release, to_json(RELEASE))
    assert b"section_ids" not in to_json(RELEASE)
    assert back.statements == {"abcdefghij": STATEMENT}
    assert isinstance(back.documents[0].sections[0].kind, Kind)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"id": 3}', b"\xff"])
def test_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="Manifest"):
        from_json(Manifest, content)
