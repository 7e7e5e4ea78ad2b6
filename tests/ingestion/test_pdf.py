"""PDF: headings by their letters, statements with their pages; broken and locked files refused."""

import pytest
from fpdf import FPDF

from bot.domain.ids import normalise
from bot.locales.faults import say_fault
from tests.ingestion.fakes import complaints, reading, told
from tests.ingestion.hostile.pdf import many_pages

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


def typeset(*pages: tuple[tuple[str, int, str], ...], footer: str = "") -> bytes:
    """A PDF of pages of texts, each with the size of its letters and "B" if they are bold."""
    document = FPDF()
    for number, page in enumerate(pages, start=1):
        document.add_page()
        for text, size, style in page:
            document.set_font("helvetica", style, size)
            document.multi_cell(180, text=text, new_x="LMARGIN", new_y="NEXT")
        if footer:
            document.set_y(-25)
            document.cell(text=footer.format(number))
    return bytes(document.output())


def outline(data: bytes) -> list[tuple[str, str, int | None]]:
    """The headings, statements and pages that a PDF is read into."""
    found = reading({"a.pdf": data, **YAML})
    assert found.errors == ()
    return [
        (" / ".join((*section.path, section.title)), one.text, one.page)
        for section in found.documents[0].sections
        for one in section.statements
    ]


def test_statements_know_their_pages_and_a_page_is_no_topic() -> None:
    found = reading({"a.pdf": pdf("Pasal satu. Pasal dua\nberlanjut.", "Halaman akhir."), **YAML})
    assert found.errors == ()
    (section,) = found.documents[0].sections
    assert (section.slug, section.title, section.kind) == ("panduan", "Panduan", "aturan")
    assert [(each.text, each.page, each.line) for each in section.statements] == [
        ("Pasal satu.", 1, None),
        ("Pasal dua berlanjut.", 1, None),
        ("Halaman akhir.", 2, None),
    ]


@pytest.mark.parametrize(("size", "style"), [(16, ""), (11, "B"), (14, "B")])
def test_headings_are_told_by_their_letters(size: int, style: str) -> None:
    data = typeset(
        (("Syarat peserta", size, style), ("Usia paling tua 25 tahun. Warga\nKota Contoh.", 11, "")),
        (("Biaya", size, style), ("Gratis.", 11, "")),
    )
    assert outline(data) == [
        ("Syarat peserta", "Usia paling tua 25 tahun.", 1),
        ("Syarat peserta", "Warga Kota Contoh.", 1),
        ("Biaya", "Gratis.", 2),
    ]


def test_headings_of_other_sizes_stand_over_each_other() -> None:
    data = typeset((("Panduan bus", 20, "B"), ("Jadwal", 14, "B"), ("Bus berangkat pukul 6 dari terminal.", 11, "")))
    assert outline(data) == [("Panduan bus / Jadwal", "Bus berangkat pukul 6 dari terminal.", 1)]


def test_a_heading_without_letters_of_its_own_is_told_by_its_line() -> None:
    prose = "Bantuan diberikan kepada siswa dari keluarga yang tercatat di dalam data desa sejak tahun lalu."
    assert outline(pdf(f"Bantuan sekolah\n{prose}")) == [("Bantuan sekolah", prose, 1)]


def test_headers_and_footers_are_left_out_and_a_sentence_goes_on_over_the_page() -> None:
    pages = [(("Laporan bus", 8, ""), (text, 11, "")) for text in ("Bus berangkat dari terminal", "kota. Gratis.")]
    data = typeset(*pages, footer="Halaman {} dari 2")
    assert [(text, page) for _, text, page in outline(data)] == [
        ("Bus berangkat dari terminal kota.", 1),
        ("Gratis.", 2),
    ]
    assert "4 lines that number the pages" in str(told(reading({"a.pdf": data, **YAML}).warnings))


def test_the_rows_of_a_table_are_statements_under_its_header() -> None:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=11)
    with document.table() as table:
        for cells in (("Jenjang", "Bantuan"), ("S1", "Rp5 juta"), ("S2", "Rp9 juta")):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    found = reading({"a.pdf": bytes(document.output()), **YAML})
    assert [(one.text, one.headers) for one in found.documents[0].statements] == [
        ("S1 | Rp5 juta", "Jenjang | Bantuan"),
        ("S2 | Rp9 juta", "Jenjang | Bantuan"),
    ]


def test_a_list_of_sources_is_no_answer() -> None:
    data = typeset((("Bus gratis.", 11, ""), ("Daftar Pustaka", 14, "B"), ("Budi, A. (2020). Bus. Jaya.", 11, "")))
    assert [text for _, text, _ in outline(data)] == ["Bus gratis."]


def test_text_without_full_stops_is_cut_into_pieces_that_the_page_holds() -> None:
    page = "uraian kegiatan dan anggaran; " * 60
    found = reading({"a.pdf": pdf(page), **YAML})
    pieces = [each.text for each in found.documents[0].statements]
    assert len(pieces) > 2
    assert max(map(len, pieces)) <= 600
    assert all(piece in normalise(page) for piece in pieces)


def test_a_page_without_text_is_a_warning_that_names_it() -> None:
    found = reading({"a.pdf": pdf("Isi.", "", "Isi lagi."), **YAML})
    assert told(found.warnings) == [
        "a.pdf, page 2: no text on this page: scanned? Recognise its text first, such as with ocrmypdf (see README)"
    ]
    assert [each.page for each in found.documents[0].statements] == [1, 3]


def test_a_scanned_document_is_left_out_with_warnings() -> None:
    found = reading({"a.pdf": pdf("", ""), **YAML})
    assert (found.documents, found.errors, len(found.warnings)) == ((), (), 3)
    assert told(found.warnings)[0].startswith("a.pdf: left out: no page of it has text")


def test_a_locked_pdf_is_an_error_but_one_that_only_forbids_printing_is_read() -> None:
    assert complaints({"a.pdf": pdf("Isi.", password="rahasia"), **YAML}) == [
        "a.pdf: protected by a password; save it without one"
    ]
    assert complaints({"a.pdf": pdf("Isi.", owner="rahasia"), **YAML}) == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nbroken", pdf("Isi.")[:300], b"\x00" * 5000])
def test_what_is_no_pdf_is_an_error(data: bytes) -> None:
    (complaint,) = complaints({"a.pdf": data, **YAML})
    assert complaint.startswith("a.pdf: not a readable PDF")
    reason = complaint.removeprefix("a.pdf: ")
    assert "Error" not in reason
    assert say_fault("id", reason) != reason


def test_a_pdf_of_too_many_pages_is_refused_in_a_sentence_of_our_own() -> None:
    (complaint,) = complaints({"a.pdf": many_pages(2001), **YAML})
    assert complaint.endswith("holds more than 2,000 pages; split it")
