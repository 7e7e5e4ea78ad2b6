"""Plain text: paragraphs between blank lines, and bytes that are no text."""

from tests.ingestion.fakes import complaints, reading


def test_blank_lines_separate_paragraphs_and_sentences_know_their_lines() -> None:
    found = reading({"a.txt": "Satu. Dua\npanjang. Tiga\n\n \nEmpat.", "a.txt.yaml": "title: Catatan"})
    assert found.errors == ()
    (section,) = found.documents[0].sections
    assert (section.slug, section.title) == ("catatan", "Catatan")
    assert [(each.text, each.line) for each in section.statements] == [
        ("Satu.", 1),
        ("Dua panjang.", 1),
        ("Tiga", 2),
        ("Empat.", 5),
    ]


def test_a_file_in_another_encoding_is_an_error_with_byte_and_line() -> None:
    assert complaints({"a.txt": "Satu\ncafé".encode("cp1252"), "a.txt.yaml": "title: A"}) == [
        "a.txt:2: not UTF-8: byte 8 of the file is 0xe9; open it in an editor and save it with the encoding UTF-8"
    ]


def test_a_huge_single_line_is_read() -> None:
    found = reading({"a.txt": "kata " * 200_000, "a.txt.yaml": "title: A"})
    assert sum(len(each.text) + 1 for each in found.documents[0].statements) == 1_000_000
