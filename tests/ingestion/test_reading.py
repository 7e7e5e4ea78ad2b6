"""The whole folder: what is a document, and what one broken file does to the others."""

from __future__ import annotations

import time

import pytest

from bot.ingestion.folder import Snapshot
from bot.ingestion.reading import read
from tests.ingestion.fakes import complaints, markdown, reading

GOOD = {"a.md": markdown("Gratis.")}


def test_documents_come_in_the_order_of_their_paths() -> None:
    found = reading({"b/c.md": markdown("Satu.", "C"), "a.md": markdown("Dua.", "A"), "b/a.md": markdown("Tiga.", "B")})
    assert [document.path for document in found.documents] == ["a.md", "b/a.md", "b/c.md"]


def test_readmes_and_data_files_are_not_documents() -> None:
    others = {
        "README.md": "# x",
        "readme.en.md": "x",
        "readme": "x",
        "phrasings.toml": "",
        "x/phrasings.toml": "",
        "x/absent.toml": "",
        "names.toml": "",
    }
    found = reading(GOOD | others)
    assert (len(found.documents), found.errors) == (1, ())


def test_the_files_of_an_earlier_layout_are_one_mistake_that_names_what_converts_them() -> None:
    (error,) = reading(GOOD | {"aliases.toml": "", "golden.toml": "", "unknown.toml": ""}).errors
    assert str(error) == (
        "aliases.toml: of an earlier layout: aliases.toml, golden.toml, unknown.toml; "
        "`python ingest.py --convert` puts what they hold where it is read now"
    )


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("b.xlsx", b"x", 'b.xlsx: unsupported type ".xlsx"; supported are .md, .pdf, .docx, .html, .htm, .txt'),
        ("berkas", b"x", 'berkas: unsupported type ""; supported are .md'),
        (
            "alias.toml",
            b"",
            "alias.toml: unknown data file; known are phrasings.toml, absent.toml, short.toml, names.toml",
        ),
        ("x/names.toml", b"", "x/names.toml: belongs at the top of the knowledge folder"),
        ("b.pdf.yaml", b"title: B", "b.pdf.yaml: no PDF, DOCX, HTML or text file b.pdf beside it"),
        ("a.md.yaml", b"title: B", "a.md.yaml: no PDF, DOCX, HTML or text file a.md beside it"),
        ("b.txt", b"Isi.", 'b.txt: no b.txt.yaml beside it: make that file with the line "title: …"'),
        ("b.md", b"Isi.", "b.md:1: front matter is missing: begin the file with the lines ---, title: …, ---"),
        ("b.md", b"---\ntitle: B\n\nIsi.", "b.md:1: front matter has no closing line ---"),
        ("b.md", b"---\ntitle: B\nwarna: x\n---\nIsi.", 'b.md:3: unknown key "warna"'),
        ("b.md", b"---\ntitle: B\ntitle: C\n---\nIsi.", 'b.md:3: "title" is given twice'),
        ("b.md", b"---\ntitle: B\n---\n\n", "b.md: empty: there is nothing in it to quote"),
        ("b.md", b"", "b.md:1: front matter is missing"),
        (
            "b.md",
            b"---\ntitle: B\n---\nIsi\xe9.",
            "b.md:4: not UTF-8: byte 20 of the file is 0xe9; open it in an editor",
        ),
        ("b.md", "---\ntitle: B\n---\nIsi.".encode("utf-16-le"), "b.md:1: not a text file: it holds zero bytes"),
        (
            "b.md",
            "---\ntitle: B\n---\nIsi.".encode("utf-16")[:-1],
            "b.md:4: not UTF-16-LE: byte 42 of the file is 0x2e",
        ),
        ("b.md", b"---\ntitle: B\n---\nIsi\0.", "b.md:4: not a text file: it holds zero bytes"),
        ("b.md", markdown("Lain.", "kuliah GRATIS"), 'b.md: the title "kuliah GRATIS" is also that of a.md'),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line_and_spoils_no_other_file(
    path: str, content: str | bytes, expected: str
) -> None:
    found = reading(GOOD | {path: content})
    assert [str(error)[: len(expected)] for error in found.errors] == [expected]
    assert found.documents[0].path == "a.md"


def test_all_mistakes_of_all_files_come_at_once_sorted_by_place() -> None:
    files = {"c.xyz": "", "b.md": markdown("A.[^x]\nB.[^y]"), "a.md": markdown("A.", extra="kind: x\nlanguage: y\n")}
    assert [complaint.partition(": ")[0] for complaint in complaints(files)] == [
        "a.md:3",
        "a.md:4",
        "b.md:4",
        "b.md:5",
        "c.xyz",
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    found = reading({"a.md": b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nSatu. Dua\r\nlagi.\r\n"})
    assert [(each.text, each.line) for each in found.documents[0].statements] == [("Satu.", 4), ("Dua lagi.", 4)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_text_of_another_encoding_is_read_if_its_mark_says_which(encoding: str) -> None:
    found = reading({"a.md": "---\ntitle: A\n---\nSatu é.\n".encode(encoding)})
    assert [each.text for each in found.documents[0].statements] == ["Satu é."]


def test_whatever_goes_wrong_with_a_file_is_an_error_of_that_file() -> None:
    class Fickle:
        def list(self) -> list[str]:
            return ["a.md"]

        def read(self, path: str) -> bytes:
            raise RuntimeError("surprise")

    assert [str(error) for error in read(Snapshot(Fickle())).errors] == [
        "a.md: can't be read: damaged, or not what its name says; save it anew"
    ]


def test_a_thousand_small_documents_are_read_in_seconds() -> None:
    body = "Usia paling tinggi 25 tahun.[^A] Untuk S2 usia 35 tahun.[^A]\n\n- KTP[^A]\n- Ijazah\n\n[^A]: J, X. <https://a.id>\n"
    began = time.perf_counter()
    found = reading({f"{number}.md": markdown(body, f"Judul {number}") for number in range(1000)})
    assert len(found.documents) == 1000
    assert time.perf_counter() - began < 20  # 0.9 s alone on the machine it was written on
