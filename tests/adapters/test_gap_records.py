"""The circle of a gap over real records and files: asked in vain, dealt with, asked again, forgotten in time."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.adapters.database import SqlDatabase
from bot.adapters.embeddings import BundledEngine
from bot.adapters.file_edits import KnowledgeEdits
from bot.adapters.gap_records import SqlGaps
from bot.domain.answers import Answer, Match, Outcome, Phrase, Question
from bot.domain.documents import Boundary, Release, Sort
from bot.domain.errors import KnowledgeError
from bot.domain.gaps import Place, Remedy
from bot.domain.ports import Action, Feedback, Unanswered
from bot.ingestion.gap_remedies import Insight
from tests.releases import document, release, section, statement

NOW = dt.datetime(2030, 11, 20, 12, 0, tzinfo=dt.UTC)
ALIASES = '# how people ask\n"B-1" = ["jam berapa"]  # short\n'
PLACE = Place("statementa", "B-1", "Armada", "60 bus.")


@dataclass
class Live:
    """A live release, what it answers, and how often it was asked."""

    answer: Answer = field(default_factory=lambda: Answer(Outcome.NOT_FOUND, "id", release="r1"))
    asked: int = 0
    withdrawn: frozenset[str] = frozenset()
    release: Release | None = None

    async def released(self) -> Release | None:
        return self.release

    async def taken_back(self) -> frozenset[str]:
        return self.withdrawn

    async def live_release(self) -> str | None:
        return self.answer.release

    async def ask(self, question: Question) -> Answer:
        self.asked += 1
        is_withdrawn = self.withdrawn and "bus" in question.text
        return replace(self.answer, phrases=(Phrase("withdrawn-of"),)) if is_withdrawn else self.answer


@dataclass
class Desk:
    """The team's desk over a folder, and what the live release answers."""

    insight: Insight
    database: SqlDatabase
    folder: Path
    live: Live


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = SqlDatabase("sqlite://")
    (tmp_path / "phrasings.toml").write_text(ALIASES, encoding="utf-8")
    edits = KnowledgeEdits(tmp_path, tmp_path / "backups", lambda: NOW)

    async def nearest(question: Question, count: int) -> tuple[Match, ...]:
        return ()

    live = Live()
    insight = Insight(
        SqlGaps(database), BundledEngine, live.ask, nearest, edits, lambda: NOW, live, live.taken_back, live.released
    )
    yield Desk(insight, database, tmp_path, live)
    database.close()


async def asked(desk: Desk, text: str, days: int = 1) -> None:
    at = NOW - dt.timedelta(days=days)
    await desk.database.note_unanswered(Unanswered(text, "id", "r1", "p1", at))


def action(what: str) -> Action:
    return Action(what, NOW, "somebody", "Ibu Ani")


async def test_questions_and_thumbs_down_with_a_text_are_gaps(desk: Desk) -> None:
    await asked(desk, "ada bantuan kapal?")
    for good, text in ((False, "harga beras kapan turun"), (False, None), (True, "bagus")):
        await desk.database.note_feedback(Feedback(good, (str(text),), "r1", "p2", NOW, None, text))
    assert {gap.question: gap.disliked for gap in await desk.insight.gaps(30)} == {
        "ada bantuan kapal?": 0,
        "harga beras kapan turun": 1,
    }


async def test_an_alias_is_written_with_a_backup_and_ticked_off_once_it_is_answered(desk: Desk) -> None:
    await asked(desk, "ada bantuan kapal?")
    await asked(desk, "bantuan kapal untuk [nama] ada?")
    (gap,) = await desk.insight.gaps(30)
    assert await desk.insight.alias(gap, PLACE, action("gap-alias")) == 1
    text = (desk.folder / "phrasings.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"B-1": ["jam berapa", "ada bantuan kapal?"]}
    assert "# short" in text
    (backup,) = (desk.folder / "backups").glob("*.bak")
    assert backup.read_text(encoding="utf-8") == ALIASES
    assert [(one.remedy, one.answered) for one in await desk.insight.check()] == [(Remedy.ALIAS, False)]
    desk.live.answer = Answer(Outcome.QUOTED, "id", release="r2")
    (ticked,) = await desk.insight.check()
    assert (ticked.answered, ticked.asked_of, ticked.target) == (True, "r2", "B-1")
    (gap,) = await desk.insight.gaps(30)
    assert gap.dealt == ticked
    assert "kapal" not in str(await desk.database.actions(10))


async def test_out_of_scope_is_closed_when_voters_read_where_to_ask(desk: Desk) -> None:
    await asked(desk, "ada bantuan kapal?")
    (gap,) = await desk.insight.gaps(30)
    assert await desk.insight.rule_out(gap, "Tanya dinas.", action("gap-topic")) == 1
    topics = tomllib.loads((desk.folder / "absent.toml").read_text(encoding="utf-8"))["topic"]
    assert topics == [{"name": "ada-bantuan-kapal", "phrasings": ["ada bantuan kapal?"], "ask": "Tanya dinas."}]
    assert [one.answered for one in await desk.insight.check()] == [False]
    desk.live.answer = Answer(Outcome.NOT_FOUND, "id", boundary="ada-bantuan-kapal", release="r2")
    assert [one.answered for one in await desk.insight.check()] == [True]


async def test_phrasings_go_beside_the_document_that_tells_the_fact_and_a_topic_gets_a_name_of_its_own(
    desk: Desk,
) -> None:
    topic = Boundary("ada-bantuan-kapal", ("kapal?",), sort=Sort.UNKNOWN)
    told = document(section("Armada", statement("60 bus.", "B-1")), path="bus/bus.md")
    desk.live.release = release(told, boundaries=(topic,))
    await asked(desk, "ada bantuan kapal?")
    (gap,) = await desk.insight.gaps(30)
    await desk.insight.alias(gap, PLACE, action("gap-alias"))
    added = tomllib.loads((desk.folder / "bus" / "phrasings.toml").read_text(encoding="utf-8"))
    assert added == {"B-1": ["ada bantuan kapal?"]}
    assert (desk.folder / "phrasings.toml").read_text(encoding="utf-8") == ALIASES
    await desk.insight.rule_out(gap, "Tanya dinas.", action("gap-topic"))
    (kept,) = tomllib.loads((desk.folder / "absent.toml").read_text(encoding="utf-8"))["topic"]
    assert kept["name"] == "ada-bantuan-kapal_2"


async def test_a_broken_file_stays_as_it_is_and_nothing_counts_as_dealt_with(desk: Desk) -> None:
    await asked(desk, "ada bantuan kapal?")
    (gap,) = await desk.insight.gaps(30)
    (desk.folder / "phrasings.toml").write_text('"B-1" = [', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"phrasings\.toml: not valid TOML"):
        await desk.insight.alias(gap, PLACE, action("gap-alias"))
    assert (desk.folder / "phrasings.toml").read_text(encoding="utf-8") == '"B-1" = ['
    assert await desk.insight.check() == []


async def test_what_is_asked_in_vain_as_its_answer_is_withdrawn_is_no_open_gap(desk: Desk) -> None:
    await asked(desk, "jam berapa bus berangkat?")
    await asked(desk, "jam berapa bus berangkat?")
    await asked(desk, "ada bantuan kapal nelayan?")
    assert [gap.question for gap in await desk.insight.gaps(30) if gap.is_open] == [
        "jam berapa bus berangkat?",
        "ada bantuan kapal nelayan?",
    ]
    assert desk.live.asked == 0
    desk.live.withdrawn = frozenset({"s1"})
    other, taken = await desk.insight.gaps(30)
    assert (other.question, other.is_open) == ("ada bantuan kapal nelayan?", True)
    assert (taken.question, taken.is_open) == ("jam berapa bus berangkat?", False)
    await desk.insight.gaps(30)
    assert desk.live.asked == 2
    desk.live.withdrawn = frozenset()
    assert all(gap.is_open for gap in await desk.insight.gaps(30))


async def test_each_release_is_asked_once(desk: Desk) -> None:
    await asked(desk, "ada bantuan kapal?")
    (gap,) = await desk.insight.gaps(30)
    await desk.insight.await_statement(gap, action("gap-statement"))
    for live in ("r1", "r2"):
        desk.live.answer, desk.live.asked = Answer(Outcome.QUIET, "id", release=live), 0
        await desk.insight.check()
        desk.live.answer = Answer(Outcome.QUOTED, "id", release=live)
        for _ in range(3):
            assert [one.answered for one in await desk.insight.check()] == [True]
        assert desk.live.asked == 2, "once in the quiet period, which tells nothing, and once after it"


@pytest.mark.parametrize("by_wish", [True, False])
async def test_what_was_dealt_with_is_forgotten_with_the_question_itself(desk: Desk, by_wish: bool) -> None:
    await asked(desk, "ada  bantuan kapal?", days=89)
    (gap,) = await desk.insight.gaps(90)
    await desk.insight.await_statement(gap, action("gap-statement"))
    assert len(await desk.insight.check()) == 1
    await desk.database.expire(NOW - dt.timedelta(days=90))
    await desk.database.forget("somebody else")
    assert len(await desk.insight.check()) == 1
    if by_wish:
        await desk.database.forget("p1")
    else:
        await desk.database.expire(NOW - dt.timedelta(days=88))
    assert (await desk.insight.check(), await desk.insight.gaps(90)) == ([], ())
