"""PDF: a page is a section; pages without text are told, broken and locked files refused."""

import pytest
from fpdf import FPDF

from bot.domain.ids import normalise
from tests.ingestion.fakes import complaints, reading, told

YAML = {"a.pdf.yaml": "title: Panduan\nkind: aturan"}


def pdf(*pages: str, password: str | None = None, owner: str | None = None) -> bytes:
    document = FPDF()
    document.set_font("helvetica", size=11)
    for page in pages:
        document.add_page()
        if page:
            document.multi_cell(180, text=page)
    if password is not None or owner is not None:
        document.set_encryption(owner or "pemilik", user_password=password or "")
    return bytes(document.output())


def test_each_page_is_a_section_and_its_sentences_are_statements() -> None:
    found = reading({"a.pdf": pdf("Pasal satu. Pasal dua\nberlanjut.", "Halaman akhir."), **YAML})
    assert found.errors == ()
    first, second = found.documents[0].sections
    assert (first.slug, first.title, first.page, first.kind) == ("halaman-1", "Halaman 1", 1, "aturan")
    assert [(each.text, each.page, each.line) for each in first.statements] == [
        ("Pasal satu.", 1, None),
        ("Pasal dua berlanjut.", 1, None),
    ]
    assert (second.key, [each.page for each in second.statements]) == ("a.pdf#halaman-2", [2])


def test_text_without_full_stops_is_cut_into_pieces_that_the_page_holds() -> None:
    page = "uraian kegiatan dan anggaran; " * 60
    found = reading({"a.pdf": pdf(page), **YAML})
    pieces = [each.text for each in found.documents[0].statements]
    assert len(pieces) > 2
    assert max(map(len, pieces)) <= 600
    assert all(piece in normalise(page) for piece in pieces)


def test_a_page_without_text_is_a_warning_that_names_it() -> None:
    found = reading({"a.pdf": pdf("Isi.", "", "Isi lagi."), **YAML})
    assert told(found.warnings) == ["a.pdf, page 2: no text on this page: scanned?"]
    assert [section.slug for section in found.documents[0].sections] == ["halaman-1", "halaman-3"]


def test_a_scanned_document_is_left_out_with_warnings() -> None:
    found = reading({"a.pdf": pdf("", ""), **YAML})
    assert (found.documents, found.errors, len(found.warnings)) == ((), (), 3)
    assert told(found.warnings)[0] == "a.pdf: left out: no page of it has text"


def test_a_locked_pdf_is_an_error_but_one_that_only_forbids_printing_is_read() -> None:
    assert complaints({"a.pdf": pdf("Isi.", password="rahasia"), **YAML}) == [
        "a.pdf: protected by a password; save it without one"
    ]
    assert complaints({"a.pdf": pdf("Isi.", owner="rahasia"), **YAML}) == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nbroken", pdf("Isi.")[:300], b"\x00" * 5000])
def test_what_is_no_pdf_is_an_error(data: bytes) -> None:
    (complaint,) = complaints({"a.pdf": data, **YAML})
    assert complaint.startswith("a.pdf: not a readable PDF")
