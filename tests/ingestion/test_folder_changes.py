"""What a change of documents does to phrasings.toml."""

from __future__ import annotations

from bot.ingestion.folder_changes import changed_aliases
from tests.ingestion.fakes import document

NOTES = "\n\n[^A]: J, X.\n"
KNOWN = b'"A" = ["usia?"]\n"A: paling tua" = ["maksimal umur?"]\n'


def test_phrasings_of_one_statement_stay_with_it_while_its_words_tell_it() -> None:
    now = document("Penerima paling tua 25 tahun.[^A] Biayanya nol.[^A]" + NOTES)
    assert changed_aliases(KNOWN, [now], {}, {}) == {}


def test_phrasings_of_a_statement_that_is_no_longer_found_go_to_its_fact() -> None:
    now = document("Penerima di bawah 25 tahun.[^A] Biayanya nol.[^A]" + NOTES)
    assert changed_aliases(KNOWN, [now], {}, {}) == {"phrasings.toml": b'"A" = ["usia?",\n  "maksimal umur?",\n]\n'}
