"""The pipeline: its order, what is left out, what is counted, where it stops."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from bot.answering.composing.composer import Composer
from bot.answering.pipeline import NAMES, PIPELINE, Pipeline
from bot.answering.turn import Setting, Turn
from bot.answering.understanding.boundaries import Boundaries
from bot.domain.answers import Outcome, Question, Reason
from bot.domain.calendar import Calendar
from tests.answering.fakes import FakeEmbedder, FakeIndex
from tests.releases import document, release, section

NOW = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
RELEASE = release(document(section("Batas usia", "Paling tua 25 tahun."), section("Bus", "Bus sekolah gratis.")))


def turn(text: str) -> Turn:
    composer = Composer(RELEASE, "id", Calendar(), NOW)
    setting = Setting(FakeIndex(RELEASE), composer, Boundaries(()), FakeEmbedder())
    return Turn(Question(text, NOW), "id", setting)


def ticking() -> Iterator[float]:
    yield from map(float, range(10_000))


def pipeline(stages: dict[str, float] | None = None) -> Pipeline:
    return Pipeline(ticking().__next__, {} if stages is None else stages)


def test_components_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(one.run.__doc__ for one in PIPELINE)


@pytest.mark.parametrize("text", ["halo", "bus sekolah gratis?", "berapa, dan siapa yang menerima bus sekolah?", ""])
async def test_every_message_is_ended_by_a_component_that_says_why(text: str) -> None:
    ended = await pipeline().run(turn(text))
    assert ended.answer is not None
    assert ended.decisions[-1].component in NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name != "compose"])
async def test_any_component_can_be_left_out_by_its_name(name: str) -> None:
    ended = await pipeline().run(turn("bus sekolah gratis?"), without={name})
    assert ended.answer is not None
    assert name not in {decision.component for decision in ended.decisions}


async def test_what_ends_a_message_keeps_the_rest_from_running() -> None:
    ended = await pipeline().run(turn("terima kasih banyak"))
    assert (ended.answer.outcome if ended.answer else None) is Outcome.SMALL_TALK
    assert [(one.component, one.reason) for one in ended.decisions] == [("small_talk", Reason.SMALL_TALK)]
    assert ended.vector is None


async def test_a_run_can_stop_behind_a_component() -> None:
    stopped = await pipeline().run(turn("bus sekolah gratis?"), until="embed")
    assert stopped.vector is not None
    assert not stopped.findings.found
    assert stopped.answer is None


async def test_the_time_of_what_a_component_runs_itself_is_counted_once() -> None:
    stages: dict[str, float] = {}
    ticks = ticking()
    await Pipeline(ticks.__next__, stages).run(turn("bus sekolah gratis? dan siapa yang paling tua?"))
    assert sum(stages.values()) <= next(ticks)
    assert stages["embed"] > 0
