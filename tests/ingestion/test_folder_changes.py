"""What a change of documents does to the files of phrasings."""

from __future__ import annotations

from bot.ingestion.folder_changes import changed_phrasings
from tests.ingestion.fakes import document, markdown, reading

NOTES = "\n\n[^A]: J, X.\n"
KNOWN = b'"A" = ["usia?"]\n"A: paling tua" = ["maksimal umur?"]\n'


def test_phrasings_of_one_statement_stay_with_it_while_its_words_tell_it() -> None:
    now = document("Penerima paling tua 25 tahun.[^A] Biayanya nol.[^A]" + NOTES)
    assert changed_phrasings({"phrasings.toml": KNOWN}, [now], {}, {}) == {}


def test_phrasings_of_a_statement_that_is_no_longer_found_go_to_its_fact() -> None:
    now = document("Penerima di bawah 25 tahun.[^A] Biayanya nol.[^A]" + NOTES)
    assert changed_phrasings({"phrasings.toml": KNOWN}, [now], {}, {}) == {
        "phrasings.toml": b'"A" = ["usia?",\n  "maksimal umur?",\n]\n'
    }


def test_a_new_fact_gets_its_phrasings_beside_its_document_and_a_known_one_where_it_has_some() -> None:
    text = markdown("## Usia\nPenerima paling tua 25 tahun.[^A] Biayanya nol.[^B]\n\n[^A]: J, X.\n[^B]: J, X.\n")
    files, asked = {"phrasings.toml": b'"A" = ["usia?"]\n'}, {"A": ["umur?"]}
    assert changed_phrasings(files, reading({"bus/a.md": text}).documents, {"bus/a.md": b""}, asked) == {
        "phrasings.toml": b'"A" = ["usia?",\n  "umur?",\n]\n',
        "bus/phrasings.toml": b'"B" = [\n  "Usia",\n]\n',
    }


def test_what_a_document_takes_away_leaves_every_file() -> None:
    now = document("Penerima paling tua 25 tahun.[^A]" + NOTES)
    files = {"phrasings.toml": b'"A" = ["usia?"]\n"B" = ["x"]\n', "bus/phrasings.toml": b'"C" = ["y"]\n'}
    assert changed_phrasings(files, [now], {}, {}) == {
        "phrasings.toml": b'"A" = ["usia?"]\n',
        "bus/phrasings.toml": b"",
    }
