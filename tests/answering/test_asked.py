"""Whether a question that was looked up is answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np

from bot.answering.asked import Asked, LookedUp, answerable, composed
from bot.answering.composing.composer import Composer
from bot.answering.retrieval.findings import Findings, Found
from bot.answering.understanding.boundaries import Boundaries
from bot.answering.understanding.query import seek
from bot.domain.answers import Question
from bot.domain.calendar import Calendar
from bot.domain.documents import COVERAGE
from bot.domain.ranking import Ranker
from tests.answering.fakes import FakeIndex
from tests.releases import document, release, section

NOW = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
PLAIN = release(document(section("Batas usia", "Paling tua 25 tahun.")))
RELEASE = replace(PLAIN, manifest=replace(PLAIN.manifest, calibration={COVERAGE: 0.1, "id": 0.9}))
STATEMENT = next(iter(RELEASE.statements.values()))
ASKED = Asked(
    Question("umur berapa", NOW), "id", FakeIndex(RELEASE), Composer(RELEASE, "id", Calendar(), NOW), Boundaries(()),
    lambda: 0.0, {},
)  # fmt: skip


def found(cosine: float) -> Findings:
    return Findings((Found(STATEMENT, 1.0, cosine),))


def looked_up(whole: float, clause: float | None = None) -> LookedUp:
    of_clause = None if clause is None else found(clause)
    return LookedUp(seek("umur berapa", "id", RELEASE), found(whole), found(whole), None, clause=of_clause)


def test_a_question_is_answered_if_it_or_its_best_clause_is_near_enough() -> None:
    assert answerable(ASKED, looked_up(whole=0.91))
    assert answerable(ASKED, looked_up(whole=0.85, clause=0.91))


def test_a_question_is_not_answered_if_neither_is_near_enough() -> None:
    assert not answerable(ASKED, looked_up(whole=0.85))
    assert not answerable(ASKED, looked_up(whole=0.85, clause=0.85))


def said_before(taught: float, coverage: float) -> list[str]:
    """Keys of what is said before the statement, of which questions taught that it answers so far."""
    index = FakeIndex(RELEASE)
    weights = np.array([[taught, 0]], np.float32)
    index.ranker = Ranker(np.zeros(2, np.float32), np.zeros((0, 2), np.float32), {STATEMENT.id: 0}, weights)
    findings = replace(found(0.95), coverage=coverage, is_taught=True)
    looked = replace(looked_up(0.95), everything=findings, findings=findings, vector=np.array([1, 0], np.float32))
    return [phrase.key for phrase in composed(replace(ASKED, index=index), looked).phrases]


def test_what_no_like_question_is_answered_by_is_only_called_the_nearest() -> None:
    assert said_before(taught=0.1, coverage=0.5) == ["answer-nearest"]
    assert said_before(taught=0.4, coverage=0.5) == []


def test_what_holds_most_of_a_question_is_not_doubted() -> None:
    assert said_before(taught=0.1, coverage=0.8) == []
