"""What a follow-up is, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.answering.dialogue.ballot import Contestant
from bot.answering.dialogue.subject import (
    Subject,
    asks_of_number,
    continued,
    may_continue,
    subject,
    whole,
)
from bot.answering.retrieval.found import Findings, Found
from bot.answering.retrieval.merging import goes_on, merge
from bot.domain.documents import Kind, Release
from bot.domain.ports import Hit
from bot.language.tokens import terms
from tests.answering.fakes import FakeIndex
from tests.releases import document, release, section

AMOUNTS = section("Besaran bantuan", "Bantuan S2 Rp9 juta.", "Bantuan S3 Rp15 juta.")
RULES = section("Syarat", "Syarat kuliah gratis bagi guru ada dua.")
COLLEGE = document(AMOUNTS, RULES, path="kuliah.md", program="kuliah")
LATER = document(section("Batas usia", "Batas usia S3 40 tahun."), path="usia.md", program="kuliah")
TRIPS = document(section("Umrah", "Umrah gratis untuk 880 marbot.", "Syarat umrah gratis ada tiga."), path="umrah.md")
KNOWN = release(COLLEGE, LATER, TRIPS)
S2, S3, GUIDE, AGE, TRIP, TRIP_RULES = KNOWN.statements.values()
ABOUT = Subject((KNOWN.sections[S2.section],), KNOWN)
STRONG, WEAK, LEAST = 1.1, 0.93, 0.91  # evidence that the documents hold an answer, and the least of it


class WordIndex(FakeIndex):
    """Counts words: what Chroma and BM25 would weigh."""

    def __init__(self, known: Release) -> None:
        super().__init__(known)
        self._held = {key: set(terms(one.text, "id")) for key, one in known.statements.items()}

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        scores = {key: float(len(held & set(terms))) for key, held in self._held.items()}
        return [Hit(key, score) for key, score in sorted(scores.items(), key=lambda one: -one[1]) if score][:count]

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        return len(self._held[statement] & set(terms)) / len(set(terms))


@pytest.mark.parametrize(
    "text",
    ["kalau S3?", "terus syaratnya?", "itu sampai kapan?", "yang buat guru?", "terus?", "lamun gasan guru?", "nek S3?"],
)
def test_short_questions_whose_words_the_subject_holds_may_continue(text: str) -> None:
    assert may_continue(text, "id", ABOUT, WordIndex(KNOWN))


@pytest.mark.parametrize(
    "text", ["harga sembako?", "umrah gimana?", "Berapa bantuan kuliah gratis bagi guru S2?", "", "?"]
)
def test_questions_with_another_topic_and_long_ones_do_not(text: str) -> None:
    assert not may_continue(text, "id", ABOUT, WordIndex(KNOWN))


@pytest.mark.parametrize(
    ("text", "is_number"), [("kalau 2025?", True), ("tahun 2025-nya berapa?", True), ("kuota tahun 2025?", False)]
)
def test_a_year_by_itself_asks_the_same_of_another_year(text: str, is_number: bool) -> None:
    assert asks_of_number(terms(text, "id")) is is_number


def test_a_follow_up_is_also_looked_up_with_the_title_of_the_subject() -> None:
    assert whole("kalau S3?", ABOUT) == "kalau S3 Besaran bantuan?"


def test_statements_near_the_subject_come_first() -> None:
    alone = found((TRIP_RULES.id, 0.9, 0.8), (AGE.id, 0.8, 0.8), (S3.id, 0.7, 0.8))
    merged = merge(alone, alone, (), "id", ABOUT)
    assert [one.statement for one in merged.found] == [S3, AGE, TRIP_RULES]


def test_what_holds_all_words_of_a_follow_up_is_meant_more_than_what_was_quoted() -> None:
    with_subject = found((S2.id, 1.0, 0.9), (GUIDE.id, 0.6, 0.8))
    merged = merge(
        found((GUIDE.id, 0.9, 0.9), (S2.id, 0.6, 0.9)), with_subject, terms("kalau guru?", "id"), "id", ABOUT
    )
    assert [one.statement for one in merged.found] == [GUIDE, S2]


def test_what_goes_on_by_its_first_word_only_borrows_the_subject_s_words() -> None:
    loosely = continued("kalau umrah?", "id", ABOUT, WordIndex(KNOWN))
    assert loosely
    assert loosely.loosely
    tentatively = continued("umrah?", "id", ABOUT, WordIndex(KNOWN))
    assert tentatively
    assert tentatively.tentatively
    assert continued("umrah gratis marbot syarat dana kapal laut", "id", ABOUT, WordIndex(KNOWN)) is None
    assert continued("kalau S3?", "id", ABOUT, WordIndex(KNOWN)) == ABOUT
    merged = merge(found((TRIP.id, 0.9, 0.8)), found((S2.id, 0.9, 0.95)), terms("kalau umrah?", "id"), "id", loosely)
    assert [one.statement for one in merged.found] == [TRIP]
    assert merged.cosine == 0.8


PROMISE = document(section("Janji insentif", "Janji insentif guru Rp1 juta.", kind=Kind.JANJI), path="janji.md")
DONE = document(section("Insentif", "Insentif guru Rp500 ribu.", kind=Kind.PELAKSANAAN), path="insentif.md")


def test_what_came_of_a_promise_is_told_by_what_was_delivered() -> None:
    known = release(PROMISE, DONE)
    promise, delivered = known.statements.values()
    about = continued("realisasinya?", "id", Subject((known.sections[promise.section],), known), WordIndex(known))
    assert about
    assert about.side is Kind.PELAKSANAAN
    both = Findings((Found(promise, 1.0, 0.9), Found(delivered, 0.4, 0.8)))
    merged = merge(both, both, terms("realisasinya?", "id"), "id", about)
    assert [one.statement for one in merged.found] == [delivered]


def test_what_finds_nothing_by_itself_goes_on_where_the_subject_s_program_is_as_near() -> None:
    text, beside, far = "ongkos kirim barang", found((S3.id, 1.0, 0.8)), found((TRIP.id, 1.0, 0.8), (S3.id, 0.5, 0.7))
    assert goes_on(text, "id", beside, ABOUT, LEAST - 0.01, LEAST)
    assert not goes_on(text, "id", beside, ABOUT, LEAST, LEAST)
    assert not goes_on(text, "id", far, ABOUT, LEAST - 0.01, LEAST)


def test_the_title_loses_its_year_where_another_is_asked_about() -> None:
    known = release(document(section("Anggaran 2026", "Anggaran 2026 naik."), path="a.md"))
    budget = Subject(tuple(known.sections.values()), known)
    assert whole("lebih besar mana sama 2025?", budget) == "lebih besar mana sama 2025 Anggaran?"
    assert whole("berapa?", budget) == "berapa Anggaran 2026?"


def test_another_year_is_asked_of_the_same() -> None:
    trips = continued("and in 2026?", "en", Subject((KNOWN.sections[TRIP.section],), KNOWN), WordIndex(KNOWN))
    assert trips
    assert not trips.loosely
    both = found((AGE.id, 1.0, 0.9), (TRIP.id, 0.4, 0.8))
    assert [one.statement for one in merge(both, both, ["2026"], "en", trips).found] == [TRIP]
    assert len(merge(both, both, ["umrah"], "en", ABOUT).found) == 2


def test_a_section_that_lacks_what_is_wanted_is_not_looked_for_first() -> None:
    rules = Subject((KNOWN.sections[GUIDE.section],), KNOWN)
    about = continued("dapat berapa?", "id", rules, WordIndex(KNOWN))
    assert about
    assert about.nearness(GUIDE) == about.nearness(S2)


def test_what_only_one_of_the_two_ways_finds_counts_half() -> None:
    merged = merge(found((TRIP.id, 1.0, 0.9)), found((TRIP_RULES.id, 0.6, 0.7)), (), "id", ABOUT)
    assert [(one.statement, one.score) for one in merged.found] == [(TRIP, 0.5), (TRIP_RULES, 0.3)]


def test_after_an_offer_of_topics_the_first_one_is_the_subject() -> None:
    about = subject(["kuliah.md#syarat", "umrah.md#umrah"], KNOWN)
    assert about
    assert [one.title for one in about.sections] == ["Syarat", "Umrah"]


def test_what_has_left_the_documents_is_no_subject() -> None:
    assert subject(["gone"], KNOWN) is None
    assert subject([], KNOWN) is None


def found(*scored: tuple[str, float, float]) -> Findings:
    return Findings(tuple(Found(KNOWN.statements[key], score, cosine) for key, score, cosine in scored))


FEES = section(
    "Potongan iuran", "Potongan iuran bagi ojek berlaku Maret.", "Potongan iuran bagi yang bukan ojek berlaku April."
)
FEES_KNOWN = release(document(FEES, path="iuran.md"))
ABOUT_FEES = Subject(tuple(FEES_KNOWN.sections.values()), FEES_KNOWN)


def test_what_tells_of_the_side_that_was_told_of_comes_first() -> None:
    results = section("Hasil", "Ani Susi–Budi Anto mendapat 900.", "Candra Tua–Dedi Muda mendapat 800.")
    known = release(document(results))
    mine, theirs = known.statements.values()
    about = Subject(tuple(known.sections.values()), known, contestant=Contestant("Candra Tua–Dedi Muda"))
    findings = Findings((Found(mine, 0.9, 0.9), Found(theirs, 0.8, 0.9)))
    merged = merge(findings, findings, terms("dapat berapa", "id"), "id", about)
    assert merged.found[0].statement.id == theirs.id
    assert whole("dapat berapa?", about) == "dapat berapa Candra Tua–Dedi Muda Hasil?"


def test_an_amount_that_was_told_is_told_of_others_first() -> None:
    grants = section("Insentif", "Insentif marbot Rp500 ribu.", "Insentif guru bagi guru honorer.", "Guru Rp470 ribu.")
    known = release(document(grants))
    told, whom, paid = known.statements.values()
    about = subject([told.id], known)
    assert about
    findings = Findings((Found(whom, 0.9, 0.9), Found(paid, 0.7, 0.9)))
    for text, first in (("yang buat guru?", paid), ("guru itu siapa?", whom)):
        going_on = continued(text, "id", about, WordIndex(known))
        assert going_on
        assert merge(findings, findings, terms("guru", "id"), "id", going_on).found[0].statement.id == first.id
