"""The part of a longer question that the documents know best."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.answering.understanding.clauses import asking_sentences, best_clause, questions, separate
from bot.domain.ports import Hit
from bot.language.tokens import detect, terms
from tests.answering.fakes import FakeIndex
from tests.releases import document, release, section

BUS = "Bus sekolah gratis berangkat jam 06.15 dari terminal."


class WordIndex(FakeIndex):
    """Finds the one statement, and covers a question by the share of its terms that the statement holds."""

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        return [Hit(key, 1.0) for key in self.release.statements]

    def coverage(self, asked: Sequence[str], statement: str) -> float:
        held = terms(self.release.statements[statement].text, "id")
        return sum(term in held for term in asked) / len(asked)


INDEX = WordIndex(release(document(section("Bus sekolah", BUS))))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Rumah kami jauh sekali di hulu. Jam berapa bus sekolah gratis berangkat?", "bus sekolah gratis berangkat"),
        ("bus sekolah gratis berangkat jam berapa ya? lumayan banget buat ongkos pengantin baru", "bus sekolah gratis"),
        ("motor dipakai bapak ke ladang, bus sekolah gratis berangkat jam berapa", "bus sekolah gratis berangkat jam"),
    ],
)
def test_a_story_before_or_behind_a_question_is_left_out(text: str, clause: str) -> None:
    best = best_clause(text, "id", INDEX)
    assert best
    assert clause in best
    assert not {"rumah", "pengantin", "ladang"} & set(terms(best, "id"))


def test_a_question_of_one_clause_has_none_that_could_stand_alone() -> None:
    assert best_clause("Jam berapa bus sekolah gratis berangkat?", "id", INDEX) is None


def test_a_clause_of_two_words_or_of_unknown_words_does_not_stand_for_the_question() -> None:
    assert best_clause("bus sekolah, rumah makan padang buka sampai malam", "id", INDEX) is None


def test_a_number_is_not_broken_at_its_comma_or_point() -> None:
    assert best_clause("bus sekolah gratis jam 06.15 atau 3,5 berangkat", "id", INDEX) is None


@pytest.mark.parametrize(
    ("question", "asking"),
    [
        ("Di sini sinyal susah. Berapa desa yang sudah dapat internet?", "Berapa desa yang sudah dapat internet?"),
        ("warna rumah saya biru. upah kota berapa", "upah kota berapa"),
        ("Soal toefl nih. Berapa minimalnya?", "Soal toefl nih. Berapa minimalnya?"),
        ("berapa desa dapat internet", "berapa desa dapat internet"),
        ("", ""),
    ],
)
def test_only_the_sentences_that_ask_say_what_is_asked_about(question: str, asking: str) -> None:
    assert asking_sentences(question) == asking


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("guru honorer dapat berapa sebulan, sama umrah marbot tahap pertama berapa orang", 2),
        ("biaya notaris rumah ditanggung berapa? pajak bumi gratis juga tidak di sini", 2),
        ("Mohon keterangan mengenai masa kampanye pemilihan gubernur serta partai yang mengajukan pasangan itu.", 2),
        ("how much is the wage, and how many homes were built", 2),
        ("syarat dan cara daftar bus sekolah apa saja", 0),
        ("my uncle is a fisherman in the village, does the province help with boats", 0),
        ("Di kampung kami tidak ada sinyal. Berapa desa yang sudah dapat internet?", 0),
        ("siapa yang melantik gubernur, dan di mana?", 0),
    ],
)
def test_a_message_is_parted_into_questions_that_say_what_about(text: str, count: int) -> None:
    assert len(separate(text, detect(text))) == count


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("naik berapa dan siapa yang mengumumkan?", ["naik berapa", "siapa yang mengumumkan"]),
        ("insentifnya berapa terus cairnya tiap kapan", ["insentifnya berapa", "cairnya tiap kapan"]),
        ("syarat dan cara daftar apa", ["syarat dan cara daftar apa"]),
        ("siapa yang menang, Ani atau Candra", ["siapa yang menang, Ani atau Candra"]),
        ("How much? Who gets it?", ["How much", "Who gets it"]),
    ],
)
def test_two_questions_in_one_are_told_apart(text: str, each: list[str]) -> None:
    assert questions(text) == each
