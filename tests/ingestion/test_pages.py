"""One statement written or reworded: what is read back, and every byte that stays as it was."""

from __future__ import annotations

import difflib

import pytest

from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.ingestion.pages import Page, fresh_label, note_of, opened, sentence_of

TEXT = """---
title: Bus sekolah
# catatan redaksi
---
## Jam

Bus berangkat pukul 06.15.[^B-1]
Bus **melayani** 12 rute. Bus gratis.[^B-1][^B-2]

## Syarat
Syaratnya:[^B-2]

- Siswa.[^B-2]
- Kartu
  pelajar.[^B-2]

## Tarif
| Rute | Tarif |
|---|---|
| Satu | Rp0[^B-1] |

[^B-1]: per 2025
    Jadwal, Dishub, 2025-03-03. <https://dishub.contoh.id/jadwal>
[^B-2]: Panduan, Dishub.
"""


def page(text: str = TEXT) -> Page:
    return opened(text.encode(), "bus.md")


def changes(before: str, after: str) -> list[str]:
    found = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in found if line[0] in "+-"]


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (1, ["+ Bus libur pada hari Minggu.[^B-1]\n"]),
        (2, ["+ \n", "+ Bus libur pada hari Minggu.[^B-1]\n"]),
        (3, ["+ \n", "+ Bus libur pada hari Minggu.[^B-1]\n"]),
    ],
)
def test_a_statement_comes_at_the_end_of_its_section_and_nothing_else_changes(part: int, lines: list[str]) -> None:
    one = page()
    after = one.with_statement(part, "Bus libur pada hari Minggu.", "B-1")
    assert sorted(changes(TEXT, after.text)) == sorted(lines)
    assert after.parts[part].pieces[-1].text == "Bus libur pada hari Minggu."


def test_a_new_section_stands_before_the_footnotes_with_a_heading_like_the_others() -> None:
    after = page().with_section("Halte", "Ada 9 halte.", "B-2").text
    assert "| Satu | Rp0[^B-1] |\n\n## Halte\nAda 9 halte.[^B-2]\n\n[^B-1]: per 2025\n" in after
    assert len(changes(TEXT, after)) == 3


def test_a_new_footnote_follows_the_others() -> None:
    after = page().with_note("B-3", note_of("Mei 2025", ["Judul, Penerbit. <https://x.id>"]))
    assert after.text == TEXT + "[^B-3]: per Mei 2025\n    Judul, Penerbit. <https://x.id>\n"


def test_a_first_footnote_stands_apart_from_the_text() -> None:
    after = page("---\ntitle: A\n---\nGratis.").with_note("F-1", "J, P.").text
    assert after == "---\ntitle: A\n---\nGratis.\n\n[^F-1]: J, P.\n"


def test_a_footnote_is_replaced_whole_where_it_stands() -> None:
    after = page().with_note("B-1", note_of(None, ["Baru, Dishub. <https://x.id>"])).text
    assert "[^B-1]: Baru, Dishub. <https://x.id>\n[^B-2]: Panduan" in after
    assert "jadwal" not in after


@pytest.mark.parametrize(
    ("part", "number", "words", "line"),
    [
        (1, 0, "Bus berangkat pukul 05.45.", "Bus berangkat pukul 05.45.[^B-1]"),
        (1, 1, "Bus melayani 14 rute.", "Bus melayani 14 rute. Bus gratis.[^B-1][^B-2]"),
        (1, 2, "Bus tetap gratis.", "Bus **melayani** 12 rute. Bus tetap gratis.[^B-1][^B-2]"),
        (2, 2, "Kartu pelajar yang berlaku.", "- Kartu pelajar yang berlaku.[^B-2]"),
        (3, 0, "Satu | Rp1.000", "| Satu | Rp1.000[^B-1] |"),
    ],
)
def test_a_statement_is_reworded_in_its_place_and_its_marks_stay(part: int, number: int, words: str, line: str) -> None:
    after = page().reworded(part, number, words)
    assert line in after.text.splitlines()
    assert after.parts[part].pieces[number].text == words
    assert len([one for one in changes(TEXT, after.text) if one.startswith("+")]) == 1


@pytest.mark.parametrize("words", ["Satu. Dua.", "# Judul", "- Butir.", "1. Butir.", "Ada[^B-1].", "Ada[^X].", ""])
def test_what_would_be_read_as_something_else_is_not_written(words: str) -> None:
    with pytest.raises(KnowledgeError, match="not one sentence"):
        page().with_statement(1, words, "B-1")
    with pytest.raises(KnowledgeError, match="not one sentence"):
        page().reworded(1, 0, words)


@pytest.mark.parametrize("words", ["Tarif *khusus* naik 5_% [lihat] <b>.", "> Kutipan.", "| a | b |", "```"])
def test_marks_of_markdown_are_made_harmless(words: str) -> None:
    after = page().with_statement(1, words, "B-1")
    assert after.parts[1].pieces[-1].text == words


def test_a_statement_with_a_link_is_left_to_an_editor() -> None:
    one = page("---\ntitle: A\n---\nLihat [situs](https://x.id) kami.\n")
    with pytest.raises(KnowledgeError, match="holds formatting"):
        one.reworded(0, 0, "Lihat situs.")


def test_line_ends_of_windows_and_a_missing_last_one_stay_or_are_added_once() -> None:
    windows = TEXT.replace("\n", "\r\n").rstrip("\r\n")
    after = page(windows).with_statement(1, "Bus libur.", "B-1").with_note("B-3", "per 2025\n    J, P.")
    assert after.text.replace("\r\n", "").count("\n") == 0
    assert "Bus gratis.[^B-1][^B-2]\r\nBus libur.[^B-1]\r\n\r\n## Syarat" in after.text
    assert after.text.endswith("Panduan, Dishub.\r\n[^B-3]: per 2025\r\n    J, P.\r\n")


def test_a_byte_order_mark_stays() -> None:
    assert page("\ufeff" + TEXT).reworded(1, 0, "Bus libur.").text.startswith("\ufeff---")


def test_a_statement_without_footnote_gets_one() -> None:
    one = page("---\ntitle: A\n---\nGratis. Cepat.\n")
    assert one.with_note("F-1", "J, P.").marked(0, 1, "F-1").text.splitlines()[3] == "Gratis. Cepat.[^F-1]"


def test_a_broken_document_is_not_written_into() -> None:
    for data in (b"---\ntitle: A\n---\nGratis.[^X]\n", b"Gratis.", b"---\ntitle: A\n---\n\xe9", "x".encode("utf-16")):
        with pytest.raises(KnowledgeErrors):
            opened(data, "a.md")


def test_a_label_goes_on_from_the_documents_own_and_is_used_nowhere() -> None:
    assert fresh_label(["G-3", "G-9", "X"], ["G-3", "G-9", "G-40", "J-99"]) == "G-41"
    assert fresh_label([], ["G-40"]) == "F-1"
    assert fresh_label(["dasar"], ["F-1"]) == "F-2"


def test_a_sentence_ends_like_one() -> None:
    assert sentence_of(" Bus  gratis\nsetiap hari ") == "Bus gratis setiap hari."
    assert sentence_of("Gratis?") == "Gratis?"
    for words in ("", " \n", "a" * 600):
        with pytest.raises(ValueError, match="characters"):
            sentence_of(words)


def test_a_footnote_that_names_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="names no source"):
        note_of("2025", [])
