"""Which questions are asked back, and what they offer."""

from __future__ import annotations

import dataclasses

import pytest

from bot.answering.composing.clarify import choices
from bot.domain.documents import Kind
from tests.releases import document, release, section, statement

COLLEGE = document(
    section("Syarat kuliah gratis", "Syarat S1.", english="Conditions for college"),
    section("Jadwal kuliah", "Mulai Mei."),
    path="kuliah.md",
    title="Kuliah gratis: syarat dan jadwal",
    program="kuliah",
)
BUS = document(
    section("Syarat naik bus", "Syarat bus.", english="Conditions for riding"),
    path="bus.md",
    title="Bus",
    program="bus",
)
VOTE = document(
    section("Syarat memilih", "Syarat pemilih.", kind=Kind.PEMILU, english="Conditions for voting"),
    section("Batas usia", "Usia 17 tahun.", kind=Kind.PEMILU),
    path="pilih.md",
    title="Memilih (2024)",
    program="pilih",
)
KNOWN = dataclasses.replace(
    release(COLLEGE, BUS, VOTE), ambiguous={"umr": ("pilih.md#batas-usia", "kuliah.md#jadwal-kuliah")}
)


def offered(text: str, spoken: str = "id", only: Kind | None = None) -> list[str]:
    found = choices(text, spoken, (), KNOWN, spoken, lambda kind: only in (None, kind))
    return [one.text for one in found]


@pytest.mark.parametrize("text", ["syarat", "Syaratnya apa saja?", "apa syaratnya"])
def test_a_word_in_the_headings_of_three_programs_is_asked_back(text: str) -> None:
    assert offered(text) == ["Syarat kuliah gratis", "Bus: Syarat naik bus", "Memilih: Syarat memilih"]


def test_a_question_that_says_more_is_not() -> None:
    assert offered("syarat naik bus") == []
    assert offered("jadwal") == []
    assert offered("apa itu") == []


def test_the_campaigns_own_words_are_asked_back_and_are_no_typing_errors() -> None:
    assert offered("umr berapa") == ["Memilih: Batas usia", "Kuliah gratis: Jadwal kuliah"]
    assert offered("umr kuliah") == []
    assert "umr" in KNOWN.vocabulary


def test_a_word_that_people_ask_a_fact_by_is_answered() -> None:
    asked = dataclasses.replace(statement("Syarat S1."), aliases=("apa syaratnya?",))
    known = release(document(section("Syarat", asked), path="a.md"), BUS, VOTE, COLLEGE)
    assert choices("syarat", "id", (), known, "id", lambda kind: True) == ()


def test_english_words_are_looked_for_in_english_headings() -> None:
    assert len(offered("what are the conditions?", spoken="en")) == 3


def test_what_may_not_be_said_is_not_offered() -> None:
    assert offered("syarat", only=Kind.PELAKSANAAN) == ["Syarat kuliah gratis", "Bus: Syarat naik bus"]
    assert offered("syarat", only=Kind.PEMILU) == []


def test_what_was_delivered_comes_first_and_each_can_be_tapped() -> None:
    found = choices("syarat", "id", (), KNOWN, "id", lambda kind: True)
    assert [KNOWN.section_ids[one.section_id].kind for one in found][-1] is Kind.PEMILU


def test_a_single_word_is_asked_back_if_what_it_brings_up_is_of_three_programs() -> None:
    def brought_up(text: str, *sections: str) -> list[str]:
        return [one.text for one in choices(text, "id", sections, KNOWN, "id", lambda kind: True)]

    of_three = ("bus.md#syarat-naik-bus", "kuliah.md#jadwal-kuliah", "pilih.md#batas-usia")
    assert brought_up("gaji berapa", *of_three) == [
        "Bus: Syarat naik bus",
        "Kuliah gratis: Jadwal kuliah",
        "Memilih: Batas usia",
    ]
    assert brought_up("gaji sopir", *of_three) == []
    assert (
        brought_up("gaji", "kuliah.md#jadwal-kuliah", "kuliah.md#syarat-kuliah-gratis", "bus.md#syarat-naik-bus") == []
    )
