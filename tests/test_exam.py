"""The exam as an ingest needs it: sat by one release, judged, kept as long as nothing it depends on changes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.domain.answers import Answer, Evidence, Outcome, Question
from bot.domain.calendar import Calendar
from bot.domain.documents import Release, Sort
from bot.domain.errors import ConfigError, KnowledgeError
from bot.evaluation.questions import GoldenQuestion, Split, read_questions
from bot.exam import GoldenExam, check_marks, moment
from bot.exam import read as text_of
from bot.ingestion.golden import Sitting
from bot.ingestion.judge_fitting import Lesson
from bot.ingestion.ranker_fitting import Example
from bot.sittings import KeptSittings
from tests.evaluation.made import BUS, RELEASE, ended, quoted
from tests.releases import document, release, section, statement

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
Entry = dict[str, object]
HELD_OUT: Entry = {
    "text": "jam bus?",
    "expect": ["QUOTED"],
    "facts": ["B-1"],
    "must": ["06[.]15"],
    "register": "formal",
}
ABSENT: Entry = {"text": "harga emas?", "expect": ["NOT_FOUND"], "register": "absent"}


@dataclass
class Hall:
    """Releases that all answer alike, and how often one was asked."""

    answers: dict[str, Answer] = field(default_factory=lambda: {"jam bus?": quoted("B-1")})
    asked: list[Question] = field(default_factory=list)
    lent: int = 0
    contents: dict[str, str] = field(default_factory=dict)  # of releases that hold the same

    async def evidence(self, question: Question) -> Evidence:
        return Evidence("id", 0.9 if question.text in self.answers else 0.8, 0.5)

    async def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        return self.answers.get(question.text, ended(Outcome.NOT_FOUND))

    async def read(self, release: str) -> Release:
        return RELEASE

    @asynccontextmanager
    async def lend(self, release: str) -> AsyncIterator[tuple[Hall, Release]]:
        self.lent += 1
        yield self, RELEASE
        self.lent -= 1


def exam(
    hall: Hall,
    folder: Path,
    held_out: Sequence[Entry] = (HELD_OUT,),
    training: Sequence[Entry] = (ABSENT,),
    there: tuple[str, ...] = ("r-1", "r-2"),
    *,
    is_whole: bool = True,
) -> GoldenExam:
    return GoldenExam(
        name="exam/held_out and training",
        questions=(*read(held_out, "exam.jsonl", Split.EXAM), *read(training, "training.jsonl", Split.TUNE)),
        knowledge=folder,
        marks={"right": 0.9},
        calendar=Calendar(),
        lend=hall.lend,
        read=hall.read,
        contents=lambda release: hall.contents.get(release, release),
        kept=KeptSittings(folder / "exams", lambda: there),
        clock=lambda: NOW,
        is_whole=is_whole,
    )


def read(entries: Sequence[Entry], file: str, split: Split) -> tuple[GoldenQuestion, ...]:
    return read_questions("\n".join(map(json.dumps, entries)), file, split)


def entry(text: str, expect: str, **more: object) -> Entry:
    """Return one question."""
    return {"text": text, "expect": [expect], **more}


async def sit(one: GoldenExam, release: str = "r-1") -> Sitting:
    return await one.sit(release, lambda done, total: None)


async def test_the_refusal_rule_may_learn_from_training_and_single_questions_only(tmp_path: Path) -> None:
    two_turns: Entry = {"turns": ["jam bus?", "kalau minggu?"], "expect": ["QUOTED"]}
    training = [ABSENT, two_turns, entry("pilih siapa?", "DECLINED"), entry("bus jam brp?", "QUOTED")]
    found = await exam(Hall(), tmp_path, training=training).gauge("r-1", lambda done, total: None)
    assert [(one.answerable, one.evidence.nearness) for one in found] == [(False, 0.8), (True, 0.8)]


def test_a_judge_may_learn_what_single_questions_are_unless_several_outcomes_are_right(tmp_path: Path) -> None:
    training: list[dict[str, object]] = [
        entry("pilih siapa?", "DECLINED", kind="vote_advice"),
        entry("ongkos bus?", "NOT_FOUND", kind="detail"),
        entry("halte mana?", "QUOTED", kind="personal_data"),
        entry("makasih ya kak", "SMALL_TALK", kind="thanks"),
        {"text": "sopir siapa?", "expect": ["NOT_FOUND", "DECLINED"], "kind": "detail"},
        {"turns": ["jam?", "kalau minggu?"], "expect": ["QUOTED"]},
    ]
    held_out = [entry("pilih aku?", "DECLINED", kind="vote_advice")]
    assert exam(Hall(), tmp_path, held_out, training).lessons() == (
        Lesson("pilih siapa?", "vote_advice", fair=False, sort=Sort.DECLINED, of_topics=False),
        Lesson("ongkos bus?", "", fair=True, sort=None, of_topics=False),
        Lesson("halte mana?", "", fair=True, sort=None, of_topics=False),
        Lesson("makasih ya kak", "thanks", fair=False, sort=Sort.SMALL_TALK, of_topics=False),
    )


def test_an_answerable_question_that_looks_like_no_boundary_teaches_a_judge_nothing(tmp_path: Path) -> None:
    assert exam(Hall(), tmp_path, training=[entry("halte mana?", "QUOTED")]).lessons() == ()


def test_a_ranker_may_learn_which_statements_answer_single_questions(tmp_path: Path) -> None:
    times = section("Jam", statement("Bus berangkat pukul 06.15.", "B-1"), statement("Bus pulang pukul 14.", "B-1"))
    known = release(document(times, section("Rute", statement("Bus lewat pasar.", "B-2"))))
    leaving, returning, route = known.statements
    training = [
        entry("jam bus?", "QUOTED", facts=["B-1"], must=["06"]),
        entry("bus?", "QUOTED", facts=["B-1", "B-2"]),
        entry("rutenya?", "QUOTED", facts=[known.statements[route].section]),
        entry("jam kereta?", "NOT_FOUND"),
        entry("sore?", "QUOTED", facts=["B-1"], must=["malam"]),
    ]
    held_out = [entry("pulangnya?", "QUOTED", facts=["B-1"])]
    assert exam(Hall(), tmp_path, held_out, training).examples(known) == (
        Example("jam bus?", (leaving,)),
        Example("bus?", (leaving, returning, route)),
        Example("rutenya?", (route,)),
    )


async def test_every_question_is_graded_with_what_was_expected_and_what_a_voter_reads(tmp_path: Path) -> None:
    hall = Hall()
    sitting = await sit(exam(hall, tmp_path))
    first, second = sitting.graded
    assert (first.question, first.is_right) == ("jam bus?", True)
    assert first.expected == "QUOTED; from B-1; saying 06[.]15"
    assert BUS in first.answer
    assert (second.is_right, second.expected) == (True, "NOT_FOUND")
    assert (sitting.missed, sitting.remarks, hall.lent) == ((), (), 0)
    assert {question.person for question in hall.asked} == {""}  # nobody's: nothing is stored


async def test_marks_are_judged_on_the_exam_split(tmp_path: Path) -> None:
    hall = Hall({"jam bus?": ended(Outcome.NOT_FOUND)})
    sitting = await sit(exam(hall, tmp_path))
    assert sitting.right == 1
    assert sitting.missed == ("right is 0.0% in 1 questions of the exam split, wanted ≥ 90.0%",)
    assert [one.below for one in sitting.graded] == [("right",), ()]


async def test_only_questions_that_marks_are_judged_on_are_named_as_what_keeps_it_below_them(tmp_path: Path) -> None:
    hall = Hall({"jam bus?": ended(Outcome.NOT_FOUND), "harga emas?": ended(Outcome.DECLINED)})
    sitting = await sit(exam(hall, tmp_path))
    assert [(one.is_right, one.below) for one in sitting.graded] == [(False, ("right",)), (False, ())]


async def test_a_fact_that_the_release_does_not_hold_is_remarked(tmp_path: Path) -> None:
    sitting = await sit(exam(Hall(), tmp_path, [HELD_OUT | {"facts": ["B-9"]}]))
    assert sitting.remarks == (f'exam.jsonl:1: no statement of release {RELEASE.id} carries "B-9"',)
    assert not sitting.graded[0].is_right


async def test_a_sitting_is_kept_and_not_sat_again(tmp_path: Path) -> None:
    hall = Hall()
    first = await sit(exam(hall, tmp_path))
    assert await sit(exam(hall, tmp_path)) == first
    assert len(hall.asked) == 2
    await sit(exam(hall, tmp_path), "r-2")
    assert len(hall.asked) == 4


async def test_only_questions_of_which_something_else_is_expected_are_asked_again(tmp_path: Path) -> None:
    hall, more = Hall(), entry("halte mana?", "NOT_FOUND")
    await sit(exam(hall, tmp_path))
    sitting = await sit(exam(hall, tmp_path, [HELD_OUT | {"must": ["7"]}], [ABSENT, more]))
    assert [one.text for one in hall.asked[2:]] == ["jam bus?", "halte mana?"]
    assert [one.is_right for one in sitting.graded] == [False, True, True]


async def test_other_marks_are_judged_on_the_answers_that_are_kept(tmp_path: Path) -> None:
    hall = Hall({"jam bus?": ended(Outcome.NOT_FOUND)})
    lenient = replace(exam(hall, tmp_path), marks={})
    assert (await sit(lenient)).missed == ()
    assert (await sit(exam(hall, tmp_path))).missed
    assert len(hall.asked) == 2


async def test_another_calendar_is_sat_anew(tmp_path: Path) -> None:
    hall = Hall()
    await sit(exam(hall, tmp_path))
    await sit(replace(exam(hall, tmp_path), calendar=Calendar(voting_day=dt.date(2030, 1, 1))))
    assert len(hall.asked) == 4


async def test_a_release_that_holds_the_same_is_not_asked_again_though_the_other_is_gone(tmp_path: Path) -> None:
    hall = Hall(contents={"planned": "same", "r-1": "same", "r-2": "other"})
    first = await sit(exam(hall, tmp_path), "planned")
    assert await sit(exam(hall, tmp_path), "r-1") == first
    assert len(hall.asked) == 2
    assert exam(hall, tmp_path).kept.score("r-1") == (2, 2)
    await sit(exam(hall, tmp_path), "r-2")
    assert len(hall.asked) == 4


async def test_quotes_of_a_live_release_may_have_been_looked_up_in_documents_of_an_earlier_day(tmp_path: Path) -> None:
    hall, document = Hall(), tmp_path / RELEASE.documents[0].path
    document.write_text(BUS, encoding="utf-8")
    assert (await sit(replace(exam(hall, tmp_path), marks={"quotes_not_found": 0}))).missed == ()
    document.write_text("", encoding="utf-8")
    changed = replace(exam(hall, tmp_path), marks={"quotes_not_found": 0})
    await changed.sit("r-1", lambda done, total: None, as_read=False)
    assert len(hall.asked) == 2
    assert (await sit(changed)).missed
    assert len(hall.asked) == 4


async def test_a_question_at_which_the_program_failed_is_asked_again(tmp_path: Path) -> None:
    await sit(exam(Hall({"jam bus?": ended(Outcome.FAILED)}), tmp_path))
    hall = Hall()
    assert (await sit(exam(hall, tmp_path))).right == 2
    assert [one.text for one in hall.asked] == ["jam bus?"]


async def test_what_is_learned_from_is_asked_in_a_whole_exam_only_and_not_what_is_known_by_then(tmp_path: Path) -> None:
    hall, told = Hall(), list[tuple[int, int]]()
    half = await sit(exam(hall, tmp_path, is_whole=False))
    assert [one.question for one in half.graded] == ["jam bus?"]
    whole = await exam(hall, tmp_path).sit("r-1", lambda done, total: told.append((done, total)))
    assert [one.question for one in whole.graded] == ["jam bus?", "harga emas?"]
    assert [one.text for one in hall.asked] == ["jam bus?", "harga emas?"]
    assert told == [(0, 1), (1, 1)]


async def test_a_campaign_that_holds_no_questions_out_asks_what_is_learned_from(tmp_path: Path) -> None:
    sitting = await sit(exam(Hall(), tmp_path, (), is_whole=False))
    assert [one.question for one in sitting.graded] == ["harga emas?"]


async def test_a_kept_sitting_that_is_damaged_is_sat_anew(tmp_path: Path) -> None:
    hall = Hall()
    first = await sit(exam(hall, tmp_path))
    (tmp_path / "exams" / "r-1.json").write_text("{", encoding="utf-8")
    assert await sit(exam(hall, tmp_path)) == first
    assert len(hall.asked) == 4


async def test_of_releases_that_are_gone_only_what_the_newest_did_is_kept(tmp_path: Path) -> None:
    for number in range(4):
        await sit(exam(Hall(), tmp_path, there=("live",)), f"gone-{number}")
    await sit(exam(Hall(), tmp_path, there=("live",)), "live")
    left = {file.name for file in (tmp_path / "exams").iterdir()}
    assert left == {"gone-2.json", "gone-3.json", "live.json"}


def test_an_exam_is_never_sat_as_of_a_day_on_which_most_is_withheld() -> None:
    day = dt.datetime(2024, 11, 25, 12, tzinfo=dt.UTC)
    calendar = Calendar(quiet_start=dt.date(2024, 11, 24), quiet_end=dt.date(2024, 11, 26))
    assert moment(calendar, day) == dt.datetime(2024, 11, 27, 12, tzinfo=dt.UTC)
    assert moment(replace(calendar, voting_day=dt.date(2024, 11, 27)), day).day == 28
    assert moment(calendar, NOW) == NOW


def test_a_mark_that_does_not_exist_is_named() -> None:
    check_marks({"right": 0.9, "quotes_not_found": 0}, Path("config.toml"))
    with pytest.raises(ConfigError, match=r"config\.toml: marks\.rihgt is not a known mark"):
        check_marks({"rihgt": 0.9}, Path("config.toml"))


def test_a_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="there is no such file"):
        text_of(tmp_path / "a.jsonl")
    (tmp_path / "a.jsonl").write_bytes(b"\xff")
    with pytest.raises(KnowledgeError, match="UTF-8"):
        text_of(tmp_path / "a.jsonl")
