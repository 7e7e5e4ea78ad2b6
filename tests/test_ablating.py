"""Answering without one part: what an altered index leaves out, on the campaign that does not exist."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest

from bot.ablating import Altered, ablate, ablations, head, row
from bot.assembly import examined
from bot.config import Config
from bot.domain.answers import Outcome, Question
from bot.domain.errors import ConfigError
from bot.domain.ports import Near, Vector
from bot.evaluation.questions import GoldenQuestion, Split, read_questions
from bot.evaluation.scoring import figures
from tests.answering.fakes import FakeIndex, near
from tests.answering.test_assistant import NOW
from tests.releases import document, release, section

QUESTIONS = read_questions('{"text": "jam brangkat bus skolah", "expect": ["QUOTED"]}', "a.jsonl", Split.TUNE)

RELEASE = release(document(section("Bus", "Bus berangkat pukul 06.15.")))


class Passages(FakeIndex):
    """Three kinds of passages in turn, a dozen in all."""

    def __init__(self) -> None:
        super().__init__(RELEASE)
        self.passage_ids = [f"{kind}:x:{n}" for n, kind in enumerate(("section", "alias", "statement") * 4)]

    async def nearest(self, vector: Vector, count: int) -> Near:
        return near(RELEASE, [("x", 1 - n / 100) for n in range(len(self.passage_ids))][:count])


async def outcome(campaign: Config, part: str, text: str, questions: Sequence[GoldenQuestion] = QUESTIONS) -> Outcome:
    left_out = ablations(questions)[part]
    async with examined(campaign, left_out.alter, {left_out.without}) as lent:
        return (await lent.assistant.ask(Question(text, NOW))).outcome


@pytest.mark.parametrize("part", list(ablations(QUESTIONS)))
async def test_a_question_ends_in_an_answer_whatever_is_left_out(campaign: Config, part: str) -> None:
    assert await outcome(campaign, part, "jam berapa bus sekolah berangkat?") is not Outcome.FAILED


async def test_without_its_neighbours_in_meaning_nothing_is_near_enough(campaign: Config) -> None:
    assert await outcome(campaign, "nothing", "jam berapa bus sekolah berangkat?") is Outcome.QUOTED
    assert await outcome(campaign, "index.vectors", "jam berapa bus sekolah berangkat?") is Outcome.NOT_FOUND


@pytest.mark.parametrize(("part", "kind"), [("index.sections", "section"), ("index.phrasings", "alias")])
async def test_without_a_kind_of_passages_the_next_nearest_take_their_places(part: str, kind: str) -> None:
    altered = ablations(QUESTIONS)[part].alter(Passages())
    places = (await altered.nearest(np.zeros(3, np.float32), 4)).passages
    found = [altered.passage_ids[place].partition(":")[0] for place in places]
    assert len(found) == 4
    assert kind not in found


def test_without_spelling_every_word_of_the_exam_counts_as_known() -> None:
    whole = FakeIndex(RELEASE)
    altered = ablations(QUESTIONS)["index.spelling"].alter(whole)
    assert isinstance(altered, Altered)
    assert {"brangkat", "skolah", "bus"} <= altered.release.vocabulary
    assert "skolah" not in whole.release.vocabulary
    assert dataclasses.replace(whole.release.manifest) == altered.release.manifest


def test_the_table_is_markdown_with_a_cell_for_each_figure() -> None:
    titles, line = list(head(3))[2], row("keywords", figures(()))
    assert titles.count("|") == line.count("|") == list(head(3))[3].count("|")
    assert line.startswith("| keywords | – | – ")


async def test_a_constraint_that_is_left_out_pins_nothing_down(campaign: Config) -> None:
    question = "berapa rute bus sekolah tahun 2019?"
    assert await outcome(campaign, "nothing", question) is Outcome.NOT_FOUND
    assert await outcome(campaign, "constraint.year", question) is Outcome.QUOTED
    assert await outcome(campaign, "constrain", question) is Outcome.QUOTED


async def test_a_name_that_no_part_has_is_told_with_those_that_have_one(campaign: Config) -> None:
    with pytest.raises(ConfigError, match=r"nothing is called planets; known are nothing, .*feature\.level"):
        await ablate(campaign, ["planets"])
