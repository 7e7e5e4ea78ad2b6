"""Ranks, right texts, thresholds."""

import pytest

from benchmarks.measures import Asked, Held, area, quality, rank, shows_proof, threshold
from benchmarks.systems import Reply


def asked(held: Held = Held.ANSWERABLE, *, is_tune: bool = False) -> Asked:
    is_held = held is Held.ANSWERABLE
    return Asked("?", held, is_tune, frozenset("b") if is_held else frozenset(), ("usia 25",) if is_held else ())


def reply(*sections: str, confidence: float | None = None, text: str = "", answered: bool | None = None) -> Reply:
    return Reply(tuple((section, text) for section in sections), confidence, answered)


def test_a_section_found_in_several_pieces_takes_one_place() -> None:
    assert rank(reply("a", "a", "a", "b"), asked()) == 2


def test_a_section_that_was_not_found_has_no_rank() -> None:
    assert rank(reply("a", "c"), asked()) is None


def test_the_right_text_counts_only_in_a_right_section_among_the_first_three() -> None:
    assert shows_proof(reply("a", "b", text="Batas  USIA 25 tahun"), asked())
    assert not shows_proof(reply("a", text="Batas usia 25 tahun"), asked())
    assert not shows_proof(reply("b", text="Batas usia 35 tahun"), asked())
    assert not shows_proof(reply("a", "c", "d", "b", text="Batas usia 25 tahun"), asked())


def test_a_threshold_refuses_no_more_answerable_questions_than_allowed() -> None:
    confidences = [place / 100 for place in range(100)]
    line = threshold(confidences, allowed=0.05)
    assert line is not None
    assert sum(one < line for one in confidences) == 5


def test_of_no_questions_there_is_no_threshold() -> None:
    assert threshold([]) is None


def test_the_area_is_how_often_an_answerable_question_is_above_an_absent_one() -> None:
    assert area([0.9, 0.5], [0.5, 0.1]) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert area([0.9], []) is None


def test_tune_chooses_the_threshold_and_the_others_show_what_it_does() -> None:
    questions = [asked(is_tune=True), asked(), asked(), asked(Held.ABSENT, is_tune=True), asked(Held.ABSENT)]
    replies = [
        reply("b", confidence=0.8),
        reply("b", confidence=0.9),
        reply("a", "b", confidence=0.7),
        reply("a", confidence=0.9),
        reply("a", confidence=0.5),
    ]
    found = quality(questions, replies, ranks_of_tune=False)
    assert found.threshold == 0.8
    assert found.false_refusals is not None
    assert (found.false_refusals.hits, found.false_refusals.total) == (1, 2)
    assert found.absent_caught is not None
    assert (found.absent_caught.hits, found.absent_caught.total) == (1, 1)
    assert (found.questions, found.recall_1, found.recall_5, found.mrr) == (2, 0.5, 1.0, 0.75)
    assert quality(questions, replies, ranks_of_tune=True).questions == 3


def test_a_system_without_scores_refuses_nothing() -> None:
    found = quality([asked(is_tune=True), asked()], [reply("b"), reply("b")], ranks_of_tune=False)
    assert (found.threshold, found.false_refusals, found.absent_caught, found.auc) == (None, None, None, None)


def test_a_rule_of_its_own_is_counted_beside_the_threshold() -> None:
    replies = [reply("b", answered=True), reply("a", answered=True), reply("a", answered=False)]
    found = quality([asked(), asked(Held.ABSENT), asked(Held.ABSENT)], replies, ranks_of_tune=False)
    assert found.own_absent_caught is not None
    assert (found.own_absent_caught.hits, found.own_absent_caught.total) == (1, 2)
    assert found.own_false_refusals is not None
    assert found.own_false_refusals.hits == 0
