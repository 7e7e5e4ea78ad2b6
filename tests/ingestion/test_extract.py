"""Where a file is read, what the first bytes say, and what comes back out of the sandbox."""

from __future__ import annotations

import pytest

from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.ingestion.extract import draft_of, extract
from bot.ingestion.filetype import mismatch, sniff
from bot.ingestion.reading import read_upload
from tests.ingestion.fakes import markdown

BODY = "# Bagian\n\nUsia 25 tahun.[^A] Angka 7.\n\n| a |\n|-|\n| b |\n\n[^A]: per 2025\n    J, X, 2025-04-17. <https://x.id>\n"


class Noting:
    """Extracts, and notes of which files."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def __call__(self, data: bytes, file: str) -> bytes:
        self.files.append(file)
        return extract(data, file)


def test_a_draft_comes_back_as_it_was() -> None:
    small, large = markdown(BODY), markdown(BODY + "\n" * 40_000)
    noting = Noting()
    (direct, front), (restored, same_front) = (draft_of(text.encode(), "a.md", noting) for text in (small, large))
    assert noting.files == ["a.md"]
    assert (direct.parts, direct.notes, front) == (restored.parts, restored.notes, same_front)
    assert direct.warnings == restored.warnings != []


@pytest.mark.parametrize("file", ["a.html", "a.htm"])
def test_foreign_formats_are_read_by_the_extractor_however_small(file: str) -> None:
    noting = Noting()
    draft_of(b"<p>Isi.</p>", file, noting)
    assert noting.files == [file]


def test_a_file_that_is_not_what_its_name_says_is_read_by_nobody() -> None:
    noting = Noting()
    with pytest.raises(KnowledgeError, match="it is a PDF"):
        draft_of(b"%PDF-1.7", "a.html", noting)
    assert noting.files == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Isi", "text"),
        ("Isi".encode("utf-16"), "text"),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>x", "a web page"),
        (b"<!-- x --><html>", "a web page"),
        (b"", "empty"),
        (b"\0\1\2", "of no known type"),
        (bytes(257) + b"ustar", "an archive"),
    ],
)
def test_a_file_is_known_by_its_beginning(data: bytes, what: str) -> None:
    assert sniff(data) == what


def test_a_pdf_may_begin_a_little_later_and_a_text_may_speak_of_pdfs() -> None:
    assert mismatch(b"\r\n%PDF-1.7", "a.pdf") is None
    assert mismatch(b"Berkas %PDF-1.7", "a.txt") is None


def test_a_file_that_is_sent_is_read_without_front_matter_too() -> None:
    draft, properties = read_upload(b"Isi.", "a.md", extract)
    assert ([piece.text for part in draft.parts for piece in part.pieces], properties) == (["Isi."], None)
    _, properties = read_upload(markdown("Isi.", "Judul").encode(), "a.md", extract)
    assert properties
    assert properties.title == "Judul"


@pytest.mark.parametrize(
    ("data", "file", "said"),
    [
        (markdown("Isi.[^x]", extra="warna: x\n").encode(), "a.md", ["footnote", 'unknown key "warna"']),
        (b"<p></p>", "a.html", ["empty"]),
        (b"\xe9", "a.txt", ["not UTF-8"]),
        (b"x", "a.exe", ["unsupported type"]),
    ],
)
def test_a_file_that_is_sent_is_refused_with_all_that_is_wrong(data: bytes, file: str, said: list[str]) -> None:
    with pytest.raises((KnowledgeErrors, KnowledgeError)) as caught:
        read_upload(data, file, extract)
    assert all(part in str(caught.value) for part in said)
