"""DOCX: headings by style, lists, tables with their first row as header."""

import io
import zipfile

import docx
import pytest

from tests.ingestion.fakes import complaints, reading, told


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Kuliah gratis", 0)
    document.add_paragraph("Awal.  Untuk\nsemua. Syarat:")
    document.add_paragraph("KTP. Asli.", style="List Bullet")
    document.add_paragraph("Ijazah", style="List Number")
    document.add_paragraph("")
    document.add_heading("Besaran", 1)
    document.add_heading("Rinci", 2)
    table = document.add_table(2, 2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Jenjang", "Rp", "S1", "5 juta"], strict=True):
        cell.text = text
    document.add_paragraph("Akhir.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_document_becomes_sections_and_statements_in_its_order() -> None:
    found = reading({"a.docx": word_file(), "a.docx.yaml": "title: Kuliah gratis"})
    assert found.errors == ()
    lead, detail = found.documents[0].sections
    assert [(each.text, each.group) for each in lead.statements] == [
        ("Awal.", None),
        ("Untuk semua.", None),
        ("Syarat:", 1),
        ("KTP. Asli.", 1),
        ("Ijazah", 1),
    ]
    assert (detail.slug, detail.path) == ("besaran-rinci", ("Besaran",))
    assert [(each.text, each.headers, each.group) for each in detail.statements] == [
        ("S1 | 5 juta", "Jenjang | Rp", 1),
        ("Akhir.", "", None),
    ]


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x.txt", "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [zipped(), b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0 encrypted", word_file()[:2000]]
)
def test_what_is_no_word_document_is_an_error(data: bytes) -> None:
    (complaint,) = complaints({"a.docx": data, "a.docx.yaml": "title: A"})
    assert complaint.startswith("a.docx: not a readable DOCX file")


def test_characters_that_hide_or_turn_text_are_told_and_left_out() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Gra\u202etis."
    buffer = io.BytesIO()
    document.save(buffer)
    found = reading({"a.docx": buffer.getvalue(), "a.docx.yaml": "title: A"})
    assert [each.text for each in found.documents[0].statements] == ["Gratis."]
    assert told(found.warnings) == ["a.docx: a character that hides text or turns it round (U+202E) is left out"]
