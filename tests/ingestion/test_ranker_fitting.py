"""What questions teach of the statements that answer them."""

from __future__ import annotations

import numpy as np

from bot.domain.documents import Passage, PassageKind, Release
from bot.domain.ids import asked_of
from bot.domain.ports import Matrix
from bot.domain.ranking import Ranker
from bot.ingestion.ranker_fitting import Example, fit
from tests.releases import document, release, section, statement

KNOWN = release(
    document(section("Bus", statement("Bus berangkat pukul 06.15.", "B-1"), statement("Bus ada 40 unit.", "B-2")))
)
TIME, COUNT = KNOWN.statements
WHEN, HOW_MANY, ELSEWHERE = np.eye(6, dtype=np.float32)[:3]  # what three questions mean


def scattered(around: Matrix, count: int, seed: int) -> Matrix:
    """Unit vectors not far from one."""
    vectors = around + np.random.default_rng(seed).normal(0, 0.05, (count, len(around)))
    unit: Matrix = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def taught(count: int = 500, known: Release = KNOWN, passages: tuple[Passage, ...] = ()) -> Ranker:
    """The ranker of so many questions on each statement, and of passages that mean something else."""
    asked = [Example("jam berapa?", (TIME,))] * count + [Example("berapa?", (COUNT,))] * count
    questions = np.concatenate([scattered(WHEN, count, 1), scattered(HOW_MANY, count, 2)])
    return fit(known, passages, scattered(ELSEWHERE, len(passages), 3), asked, questions)


def test_a_question_leads_to_what_answers_those_that_mean_the_same() -> None:
    ranker = taught()
    for question, right in ((WHEN, TIME), (HOW_MANY, COUNT)):
        scores = dict(zip(KNOWN.statements, ranker.scores(question, [*KNOWN.statements]), strict=True))
        assert scores.pop(right) > 0.8
        assert max(scores.values()) < 0.2


def test_a_few_questions_teach_nothing() -> None:
    assert taught(499).scores(WHEN, [TIME, COUNT]).tolist() == [0, 0]


def test_phrasings_of_a_fact_or_of_a_single_statement_teach_as_well() -> None:
    for owner in (COUNT, "B-2", asked_of(COUNT)):
        phrasings = tuple(Passage(f"alias:{n}", owner, PassageKind.ALIAS, "kursinya?", "id") for n in range(20))
        time, count = taught(passages=phrasings).scores(ELSEWHERE, [TIME, COUNT])
        assert count > 0.7 > 0.2 > time


def test_a_section_teaches_nothing_of_a_single_statement() -> None:
    key = next(iter(KNOWN.sections))
    sections = tuple(Passage(f"section:{n}", key, PassageKind.SECTION, "Bus", "id") for n in range(20))
    assert np.allclose(taught(passages=sections).weights, taught().weights)


def test_of_several_right_statements_each_gets_a_part() -> None:
    asked = [Example("bus?", (TIME, COUNT))] * 500 + [Example("lain?", ())] * 500
    questions = np.concatenate([scattered(WHEN, 500, 1), scattered(ELSEWHERE, 500, 2)])
    scores = fit(KNOWN, (), scattered(WHEN, 0, 1), asked, questions).scores(WHEN, [TIME, COUNT])
    assert np.allclose(scores, 0.5**0.5, atol=0.1)
