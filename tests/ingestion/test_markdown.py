"""Markdown: what becomes a statement, with which footnotes, from which line."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.documents import Kind
from bot.domain.ids import normalise
from bot.ingestion.markdown import read_markdown, reduce_markdown
from tests.ingestion.fakes import complaints, document, markdown, statements, texts, warnings

NOTES = "\n[^A]: per 2025\n    Judul A, Harian Contoh, 2025-04-17. <https://contoh.id/a>\n[^B]: Judul B, Kantor B.\n"


def test_each_sentence_carries_the_footnotes_that_follow_it() -> None:
    found = statements(
        "Usia paling tinggi 25 tahun.[^A] Untuk S2 usia 35 tahun.[^A][^B] Daftar di situs kampus." + NOTES
    )
    assert [(each.text, each.labels) for each in found] == [
        ("Usia paling tinggi 25 tahun.", ("A",)),
        ("Untuk S2 usia 35 tahun.", ("A", "B")),
        ("Daftar di situs kampus.", ()),
    ]


def test_a_mark_before_the_full_stop_or_after_a_space_belongs_to_its_sentence() -> None:
    found = statements("Usianya 25 tahun[^A]. Biayanya nol. [^B] Selesai." + NOTES)
    assert [(each.text, each.labels) for each in found] == [
        ("Usianya 25 tahun.", ("A",)),
        ("Biayanya nol.", ("B",)),
        ("Selesai.", ()),
    ]


def test_a_list_item_is_one_statement_however_many_sentences_it_holds() -> None:
    assert texts("- Punya KTP. Sudah tiga tahun tinggal.\n- Sehat.\n\n  Ada surat.") == [
        "Punya KTP. Sudah tiga tahun tinggal.",
        "Sehat. Ada surat.",
    ]


def test_items_and_the_sentence_that_leads_to_them_are_one_group() -> None:
    found = statements("Ada dua jalur. Syaratnya:\n\n- KTP\n- Ijazah\n  - asli\n\nLalu tunggu.\n\n1. Masuk\n2. Isi")
    assert [(each.text, each.group) for each in found] == [
        ("Ada dua jalur.", None),
        ("Syaratnya:", 1),
        ("KTP", 1),
        ("Ijazah", 1),
        ("asli", 1),
        ("Lalu tunggu.", None),
        ("Masuk", 2),
        ("Isi", 2),
    ]


def test_groups_are_counted_within_their_section() -> None:
    found = statements("## Satu\n- a\n\n## Dua\n- b")
    assert [each.group for each in found] == [1, 1]


def test_a_table_row_is_one_statement_with_its_headers_and_their_footnotes() -> None:
    body = "Besarannya:\n\n| Jenjang | Besaran[^A] |\n|---|---|\n| S1 | 5 juta |\n| S2[^B] | |\n" + NOTES
    lead, *rows = statements(body)
    assert lead.group == 1
    assert [(row.text, row.headers, row.labels, row.group, row.line) for row in rows] == [
        ("S1 | 5 juta", "Jenjang | Besaran", ("A",), 1, 8),
        ("S2 |", "Jenjang | Besaran", ("A", "B"), 1, 9),
    ]


def test_quotes_are_without_markdown_but_otherwise_as_written() -> None:
    body = (
        "Gratis *penuh* untuk **S1** di [situs resmi](https://contoh.id), kode `A-1`,\\\nRp5&nbsp;juta &amp; \\*ini\\*."
    )
    assert texts(body) == ["Gratis penuh untuk S1 di situs resmi, kode A-1, Rp5 juta & *ini*."]


def test_indented_text_quotes_and_code_are_read_as_text() -> None:
    assert texts("    Empat spasi di depan.\n\n> Sebuah kutipan.\n\n```\nbaris satu\nbaris dua\n```") == [
        "Empat spasi di depan.",
        "Sebuah kutipan.",
        "baris satu baris dua",
    ]


def test_pictures_and_comments_are_not_read() -> None:
    assert texts("![gambar](a.png)\n\n<!-- catatan -->\n\nIsi<br>nya.") == ["Isi nya."]


def test_statements_know_their_lines() -> None:
    found = statements("Satu. Dua\npanjang. Tiga.\n\n- Empat")
    assert [(each.text, each.line) for each in found] == [
        ("Satu.", 4),
        ("Dua panjang.", 4),
        ("Tiga.", 5),
        ("Empat", 7),
    ]


def test_sections_have_the_slug_of_their_heading_path_and_repeated_ones_a_number() -> None:
    found = document("Awal.\n## Syarat\nA.\n### Usia\nB.\n## Syarat\nC.\n## Syarat\nD.\n## Kosong\n### Isi\nE.")
    assert [(section.slug, section.title, section.path) for section in found.sections] == [
        ("kuliah-gratis", "Kuliah gratis", ()),
        ("syarat", "Syarat", ()),
        ("syarat-usia", "Usia", ("Syarat",)),
        ("syarat-2", "Syarat", ()),
        ("syarat-3", "Syarat", ()),
        ("kosong-isi", "Isi", ("Kosong",)),
    ]
    assert found.sections[1].key == "a.md#syarat"
    assert found.sections[1].line == 5


def test_a_first_heading_that_repeats_the_title_is_the_title() -> None:
    found = document("# Kuliah gratis\nAwal.\n## Usia\nB.")
    assert [(section.slug, section.path) for section in found.sections] == [("kuliah-gratis", ()), ("usia", ())]


def test_a_heading_may_give_a_kind_which_holds_for_the_headings_below_it() -> None:
    body = "Awal.\n## Janji 2024 {kind=janji}\nA.\n### Usia\nB.\n### Biaya {kind=aturan}\nC.\n## Kini\nD."
    found = document(body, extra="kind: pelaksanaan\n")
    assert [(section.title, section.kind) for section in found.sections] == [
        ("Kuliah gratis", Kind.PELAKSANAAN),
        ("Janji 2024", Kind.JANJI),
        ("Usia", Kind.JANJI),
        ("Biaya", Kind.ATURAN),
        ("Kini", Kind.PELAKSANAAN),
    ]


def test_a_sentence_that_stands_twice_in_a_section_has_two_ids() -> None:
    first, second = statements("Sama saja. Sama saja.")
    assert first.id != second.id


def test_an_id_stays_when_other_sentences_and_lines_change() -> None:
    (one,) = statements("Usia 25.")
    assert one.id in [each.id for each in statements("\n\nBaru.\n\nUsia\n25.")]


def test_an_unknown_kind_or_attribute_of_a_heading_is_an_error_with_its_line() -> None:
    assert complaints({"a.md": markdown("A.\n## B {kind=jani}\n## C {warna=biru}\nD.")}) == [
        'a.md:5: kind is "jani"; it must be one of janji, pelaksanaan, pemilu, aturan, umum',
        'a.md:6: a heading may have {kind=… facet=…}, not "warna"',
    ]


def test_a_mark_without_a_definition_is_an_error_with_the_line_of_the_mark() -> None:
    assert complaints({"a.md": markdown("Satu.\nDua[^A] dan\ntiga.[^Q]\n" + NOTES)}) == [
        "a.md:6: footnote [^Q] has no definition"
    ]


def test_a_mark_without_any_definition_in_the_file_is_an_error_too() -> None:
    assert complaints({"a.md": markdown("Satu.[^Q]")}) == ["a.md:4: footnote [^Q] has no definition"]


def test_a_second_definition_is_an_error_that_names_both_lines() -> None:
    assert complaints({"a.md": markdown("Satu.[^A]\n\n[^A]: Judul, X.\n[^A]: Judul, Y.")}) == [
        "a.md:7: footnote [^A] is defined twice, first in line 6"
    ]


def test_a_label_with_a_space_and_an_empty_footnote_are_errors() -> None:
    assert complaints({"a.md": markdown("Satu.[^A]\nDua [^b c] tiga.\n\n[^A]:\n")}) == [
        "a.md:4: [^b c] can't be read as a footnote; a label has no spaces",
        "a.md:7: footnote [^A] is empty",
    ]


def test_unused_footnotes_and_numbers_without_one_are_warnings() -> None:
    assert warnings({"a.md": markdown("Usia 25 tahun. Gratis.[^A]\n" + NOTES)}) == [
        'a.md:4: a number without a footnote: "Usia 25 tahun."',
        "a.md:8: footnote [^B] is defined, but no statement carries it",
    ]


def test_html_blocks_are_not_lost_silently() -> None:
    assert warnings({"a.md": markdown("Isi.\n\n<div>Hilang</div>")}) == ["a.md:6: HTML inside Markdown is not read"]


def test_text_nested_too_deeply_to_be_read_is_an_error() -> None:
    assert complaints({"a.md": markdown("> " * 3000 + "dalam")}) == [
        "a.md:4: lists or quotes are nested too deeply to be read"
    ]


def test_a_sentence_too_long_to_be_shown_is_cut_between_words_and_keeps_its_footnotes() -> None:
    found = statements("kata " * 100_000 + "selesai.[^A]\n" + NOTES)
    assert max(len(each.text) for each in found) <= 2000
    assert " ".join(each.text for each in found) == "kata " * 100_000 + "selesai."
    assert {each.labels for each in found} == {("A",)}


def reduced_by_hand(source: str) -> str:
    """What a reader without our parser would make of a document."""
    source = re.sub(r"\[\^[^\]]+\]", "", source)
    source = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", source)
    return normalise(re.sub(r"[*`]", "", source))


def test_every_quote_stands_word_for_word_in_the_document() -> None:
    source = markdown(
        "Gratis *penuh* untuk\n**S1**.[^A] Lihat [situs](https://contoh.id).[^B]\n\n"
        "Syarat:\n\n- Punya `KTP`,\n  asli.[^A]\n"
        "- Sehat.\n\n| Jenjang | Besaran |\n|---|---|\n| S1 | *5* juta[^A] |\n" + NOTES
    )
    draft, _ = read_markdown(source, "a.md")
    quotes = [piece.text for part in draft.parts for piece in part.pieces]
    assert len(quotes) == 6
    for quote in quotes:
        assert quote in reduced_by_hand(source)
        assert quote in reduce_markdown(source)


words = st.text("ab é.*_[]^|`<>&\\5:-", min_size=1, max_size=12)
lines = st.builds(
    "{}{}".format, st.sampled_from(["", "- ", "1. ", "> ", "## ", "| a | b |", "|---|---|", "[^A]: ", "    "]), words
)


@settings(max_examples=150, derandomize=True)
@given(st.lists(st.one_of(lines, st.just("")), max_size=12))
def test_any_text_is_read_into_quotes_that_the_reduced_document_holds(source: list[str]) -> None:
    text = "\n".join(source)
    draft, _ = read_markdown(text, "a.md")
    for part in draft.parts:
        for piece in part.pieces:
            assert piece.text in reduce_markdown(text)
            assert normalise(piece.text) == piece.text
