"""What a turn knows, and what its last components make of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np

from bot.answering import components
from bot.answering.composing.composer import Composer
from bot.answering.retrieval.found import Findings, Found
from bot.answering.turn import Setting, Turn
from bot.answering.understanding.boundaries import Boundaries
from bot.domain.answers import Outcome, Question, Reason
from bot.domain.calendar import Calendar
from bot.domain.documents import COVERAGE
from bot.domain.ranking import Ranker
from tests.answering.fakes import FakeEmbedder, FakeIndex
from tests.releases import document, release, section

NOW = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
PLAIN = release(document(section("Batas usia", "Paling tua 25 tahun.")))
RELEASE = replace(PLAIN, manifest=replace(PLAIN.manifest, calibration={COVERAGE: 0.1, "id": 0.9}))
STATEMENT = next(iter(RELEASE.statements.values()))


def turn(whole: float, clause: float | None = None, index: FakeIndex | None = None) -> Turn:
    composer = Composer(RELEASE, "id", Calendar(), NOW)
    setting = Setting(index or FakeIndex(RELEASE), composer, Boundaries(()), FakeEmbedder())
    asked = Turn(Question("umur berapa", NOW), "id", setting, text="umur berapa", findings=found(whole))
    return asked if clause is None else replace(asked, clause=found(clause))


def found(cosine: float) -> Findings:
    return Findings((Found(STATEMENT, 1.0, cosine),))


async def outcome(asked: Turn) -> Outcome | None:
    refused = await components.refuse(asked)
    return refused.answer.outcome if refused.answer else None


async def test_a_question_is_answered_if_it_or_its_best_clause_is_near_enough() -> None:
    assert await outcome(turn(whole=0.91)) is None
    assert await outcome(turn(whole=0.85, clause=0.91)) is None


async def test_a_question_is_not_answered_if_neither_is_near_enough() -> None:
    assert await outcome(turn(whole=0.85)) is Outcome.NOT_FOUND
    assert await outcome(turn(whole=0.85, clause=0.85)) is Outcome.NOT_FOUND


async def test_a_question_that_brings_up_nothing_is_not_answered() -> None:
    assert await outcome(replace(turn(whole=0.91), findings=Findings(()))) is Outcome.NOT_FOUND


async def said_before(taught: float, coverage: float) -> list[str]:
    """Keys of what is said before the statement, of which questions taught that it answers so far."""
    index = FakeIndex(RELEASE)
    weights = np.array([[taught, 0]], np.float32)
    index.ranker = Ranker(np.zeros(2, np.float32), np.zeros((0, 2), np.float32), {STATEMENT.id: 0}, weights)
    findings = replace(found(0.95), coverage=coverage, is_taught=True)
    chosen = replace(
        turn(0.95, index=index), findings=findings, chosen=[STATEMENT], vector=np.array([1, 0], np.float32)
    )
    return [phrase.key for phrase in (await components.doubt(chosen)).lead]


async def test_what_no_like_question_is_answered_by_is_only_called_the_nearest() -> None:
    assert await said_before(taught=0.1, coverage=0.5) == ["answer-nearest"]
    assert await said_before(taught=0.4, coverage=0.5) == []


async def test_what_holds_most_of_a_question_is_not_doubted() -> None:
    assert await said_before(taught=0.1, coverage=0.8) == []


def test_a_decision_says_which_component_took_it_and_why() -> None:
    noted = turn(0.9).noted("best_clause", Reason.CLAUSE, "umur")
    assert [(one.component, one.reason, one.about) for one in noted.decisions] == [
        ("best_clause", Reason.CLAUSE, "umur")
    ]
