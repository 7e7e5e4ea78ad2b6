"""What a follow-up is, and what it becomes."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.answering.followup import LIFE, Memory, asks_to_confirm, continues, whole
from tests.releases import NOW, document, release, section

DOC = document(section("Besaran bantuan", "Bantuan S2 Rp9 juta."), title="Kuliah gratis: besaran")
KNOWN = release(DOC)
BEFORE = tuple(KNOWN.statements)


@pytest.mark.parametrize(
    "text",
    [
        "kalau S3?",
        "terus syaratnya?",
        "itu sampai kapan?",
        "yang buat guru?",
        "cara daftarnya gimana",
        "what about S3?",
    ],
)
def test_short_questions_that_point_back_continue(text: str) -> None:
    assert continues(text, "en" if text.startswith("what") else "id")


@pytest.mark.parametrize(
    "text", ["Berapa upah minimum Kota Contoh tahun 2026?", "siapa yang menang pilgub", "", "seragam gratis"]
)
def test_whole_questions_do_not(text: str) -> None:
    assert not continues(text, "id")


def test_a_new_level_keeps_the_subject() -> None:
    assert whole("kalau S3?", BEFORE, KNOWN) == "kalau S3 Besaran bantuan?"


def test_a_new_aspect_keeps_the_program() -> None:
    assert whole("terus syaratnya?", BEFORE, KNOWN) == "terus syaratnya Kuliah gratis?"


def test_after_an_offer_of_topics_the_first_one_is_the_subject() -> None:
    assert whole("kalau S3?", ("contoh.md#besaran-bantuan",), KNOWN) == "kalau S3 Besaran bantuan?"


def test_what_has_left_the_documents_is_no_subject() -> None:
    assert whole("kalau S3?", ("gone",), KNOWN) == "kalau S3?"


@pytest.mark.parametrize("text", ["emang bener?", "beneran?", "masa sih itu benar?", "apa itu benar", "really?"])
def test_doubt_asks_to_confirm(text: str) -> None:
    assert asks_to_confirm(text)


@pytest.mark.parametrize("text", ["apa benar S2 gratis?", "siapa yang benar"])
def test_a_question_of_its_own_does_not(text: str) -> None:
    assert not asks_to_confirm(text)


def test_memory_lasts_fifteen_minutes() -> None:
    memory = Memory()
    memory.remember("chat", ["a"], "person", NOW)
    assert memory.recall("chat", NOW + LIFE) == ("a",)
    assert memory.recall("chat", NOW + LIFE + dt.timedelta(seconds=1)) == ()


def test_nobody_is_remembered_without_a_conversation() -> None:
    memory = Memory()
    memory.remember("", ["a"], "", NOW)
    assert memory.recall("", NOW) == ()


def test_a_person_can_be_forgotten() -> None:
    memory = Memory()
    memory.remember("private", ["a"], "ann", NOW)
    memory.remember("group", ["a"], "ann", NOW)
    memory.remember("other", ["a"], "bob", NOW)
    assert memory.count("ann", NOW) == 2
    memory.forget("ann")
    assert memory.count("ann", NOW) == 0
    assert memory.recall("other", NOW) == ("a",)


def test_old_conversations_are_dropped() -> None:
    memory = Memory()
    memory.remember("old", ["a"], "ann", NOW)
    memory.remember("new", ["a"], "bob", NOW + 2 * LIFE)
    assert memory.count("ann", NOW + 2 * LIFE) == 0
