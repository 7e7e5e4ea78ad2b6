import dataclasses

from bot.domain.answers import Answer, Outcome, Phrase
from bot.evaluation.evidence import numbers_without_source, quotes_not_found, reduced
from tests.evaluation.made import BUS, DOCUMENTS, ended, quoted, render

MARKDOWN = """---
title: Bus
---
## Jam [bus](https://contoh.id/bus)
Bus **sekolah** berangkat
pukul 06.15.[^B-1]

- Membawa *kartu*.[^B-2]

| Rute | Bus |
|---|---|
| A–B | 12[^B-3] |

[^B-1]: per 2025
    Judul, Harian Contoh. <https://contoh.id>
"""
ANSWER = quoted("B-1")


def loose(answer: Answer, *turns: str) -> tuple[str, ...]:
    return numbers_without_source(answer, turns, render)


def test_a_document_is_reduced_to_what_quotes_hold() -> None:
    text = reduced(MARKDOWN)
    assert "title" not in text
    for quote in ("Jam bus", BUS, "Membawa kartu.", "A–B | 12"):
        assert quote in text


def test_of_front_matter_only_the_summary_is_text_of_the_document() -> None:
    front = "---\ntitle: Bus\nsummary: |\n  Bus *sekolah* gratis.[^B-1]\n  Ada 12 kursi.[^B-2]\nkind: umum\n---\nIsi.\n"
    for markdown in (front, front.replace("summary: |\n  ", "summary: ")):
        assert reduced(markdown) == "Bus sekolah gratis. Ada 12 kursi. Isi."


def test_a_quote_that_stands_in_the_document_is_found() -> None:
    assert quotes_not_found(ANSWER, DOCUMENTS) == ()


def test_a_quote_with_another_word_or_of_another_document_is_not_found() -> None:
    (citation,) = ANSWER.citations
    for changed in (
        dataclasses.replace(citation, quote="Bus sekolah berangkat pukul 07.15."),
        dataclasses.replace(citation, document="janji.md"),
        dataclasses.replace(citation, document="gone.md"),
    ):
        assert len(quotes_not_found(dataclasses.replace(ANSWER, citations=(changed,)), DOCUMENTS)) == 1


def test_numbers_of_cited_quotes_their_sources_and_marks_have_a_source() -> None:
    assert "2025-06-05" in render(ANSWER)
    assert loose(ANSWER) == ()


def test_a_number_of_a_quote_without_citation_has_no_source() -> None:
    assert loose(dataclasses.replace(ANSWER, citations=())) == ("6.15",)


def test_a_number_of_a_quote_that_differs_from_its_citation_has_no_source() -> None:
    (part,) = ANSWER.parts
    altered = dataclasses.replace(part.quotes[0], text="Bus sekolah berangkat pukul 07.30.")
    wrong = dataclasses.replace(ANSWER, parts=(dataclasses.replace(part, quotes=(altered,)),))
    assert loose(wrong) == ("7.30",)


def test_a_number_that_the_rendering_adds_has_no_source() -> None:
    def careless(answer: Answer) -> str:
        return render(answer) + ("\n99" if answer.parts else "")

    assert numbers_without_source(ANSWER, (), careless) == ("99",)


def test_a_number_that_the_program_fills_in_must_be_quoted_or_the_askers_own() -> None:
    answer = quoted("B-1", phrases=[Phrase("not-as-asked", (("asked", "07.00"),))])
    assert loose(answer, "berangkat 07.00 kan?") == ()
    assert loose(answer, "berangkat jam berapa?") == ("7.00",)


def test_the_programs_own_frame_needs_no_source() -> None:
    assert loose(ended(Outcome.NOT_FOUND, "Dokumen memuat tahun 2026.")) == ()
