"""The campaign's exam, sat by one release: what the gate of an ingest and `python -m bot eval` share."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Protocol

from bot.domain.answers import Answer, Evidence, Outcome, Question
from bot.domain.calendar import Calendar, allows, local_day, phase
from bot.domain.documents import Kind, Release, Sort
from bot.domain.errors import ConfigError, KnowledgeError, KnowledgeErrors
from bot.evaluation import report
from bot.evaluation.evidence import reduced
from bot.evaluation.questions import GoldenQuestion, Split, check_facts
from bot.evaluation.results import Results
from bot.evaluation.running import Examinee, Progress, each, sit
from bot.evaluation.scoring import MEASURES, NUMBERS, Verdict, counts_against
from bot.ingestion.calibration import Sample
from bot.ingestion.golden import Graded, Sitting
from bot.ingestion.judge_fitting import Lesson
from bot.ingestion.ranker_fitting import Example
from bot.sittings import UNREAD, Ground, KeptSittings, digest_of, key
from bot.telegram.delivery.replies import plainly

_HELD, _LACKED = (Outcome.QUOTED,), (Outcome.NOT_FOUND,)
PROGRAM = Path(__file__).parent
DECIDES = frozenset({".py", ".toml", ".ftl", ".md"})  # files of the program that an answer may depend on
AT_ONCE = 16  # questions asked at once, to be embedded together: of more, what answers keep at hand is lost meanwhile


class Examined(Protocol):
    """What is asked: an Assistant."""

    async def ask(self, question: Question) -> Answer:
        """Answer a question."""

    async def evidence(self, question: Question) -> Evidence:
        """Return what speaks for the documents holding an answer."""


Lend = Callable[[str], AbstractAsyncContextManager[tuple[Examined, Release]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenExam:
    """The exam as an ingest needs it."""

    name: str  # of the folders, for reports
    questions: tuple[GoldenQuestion, ...]
    knowledge: Path
    marks: Mapping[str, float]
    calendar: Calendar
    lend: Lend  # a release by its id, to be asked
    read: Callable[[str], Awaitable[Release]]  # only what it holds
    contents: Callable[[str], str]  # a digest that only releases share that answer alike
    kept: KeptSittings
    clock: Callable[[], dt.datetime]
    over: Mapping[str, bytes | None] = field(default_factory=dict)  # files laid over those of the folder
    is_whole: bool = False  # asks what is learned from, too

    async def gauge(self, release: str, tell: Progress) -> tuple[Sample, ...]:
        """Return the evidence on the tune half's single questions. Raises ReleaseError if the release can't serve."""
        async with self.lend(release) as (examined, _):
            return await samples(examined, self.questions, moment(self.calendar, self.clock()), tell, AT_ONCE)

    def teaching(self) -> str:
        """Return a digest of the questions that `gauge` asks, and of the program."""
        asked = [(one.turns[0], one.expect) for one in self.questions if _tells_holding(one)]
        return hashlib.sha256(f"{asked!r} {_program()}".encode("utf-8", "surrogatepass")).hexdigest()

    def lessons(self) -> tuple[Lesson, ...]:
        """Return what the tune half's single questions tell of what is declined."""
        return lessons(self.questions)

    def examples(self, release: Release) -> tuple[Example, ...]:
        """Return which statements answer the tune half's single questions."""
        return examples(self.questions, release)

    async def sit(self, release: str, tell: Progress, *, as_read: bool = True) -> Sitting:
        """Return how a release answers the held-out half, if there is one; the other half, too, if the exam is whole.

        What a release that holds the same has answered to the same program is not asked again. Quotes are looked up in
        the folder's documents; unless `as_read`, it counts as well what was found in those of an earlier day.
        Raises ReleaseError if it can't serve.
        """
        now, held = moment(self.calendar, self.clock()), await self.read(release)
        texts = documents(self.knowledge, held, self.over) if as_read else {}
        ground = Ground(self._answers(release, now), digest_of(texts) if as_read else UNREAD)
        verdicts = self.kept.known(self._asked, ground)
        if missing := [one for one in self._asked if key(one) not in verdicts]:
            async with self.lend(release) as (examined, _):
                found = await sit(Examinee(examined.ask, plainly, held, texts), missing, now, tell, AT_ONCE)
            verdicts |= {key(one.question): one for one in found}
        else:
            tell(len(self._asked), len(self._asked))
        if missing or self.kept.score(release) is None:
            self.kept.keep(release, ground, verdicts)
        return self._sitting(held, [verdicts[key(one)] for one in self._asked], now)

    @property
    def _asked(self) -> Sequence[GoldenQuestion]:
        """The questions that a release is asked."""
        held_out = [one for one in self.questions if one.split is Split.EXAM]
        return self.questions if self.is_whole or not held_out else held_out

    def _sitting(self, release: Release, verdicts: Sequence[Verdict], now: dt.datetime) -> Sitting:
        """Return verdicts as the gate looks at them: beside the marks."""
        results = Results(release.id, self.name, now.date().isoformat(), tuple(verdicts), self.marks)
        judged, missed = set(map(id, results.examined)), results.missed
        graded = tuple(_graded(one, missed if id(one) in judged else ()) for one in verdicts)
        return Sitting(release.id, graded, tuple(report.missed_lines(results)), self._remarks(release))

    def _answers(self, release: str, now: dt.datetime) -> str:
        """Return a digest of all that an answer depends on, except the question."""
        year = local_day(self.calendar, now).year
        parts = [self.contents(release), repr(self.calendar), phase(self.calendar, now), str(year)]
        return hashlib.sha256("\0".join([*parts, _program()]).encode()).hexdigest()

    def _remarks(self, release: Release) -> tuple[str, ...]:
        try:
            check_facts(self.questions, release)
        except KnowledgeErrors as errors:
            return tuple(map(str, errors.errors))
        return ()


@cache
def _program() -> str:
    """Return a digest of the program's files."""
    digest = hashlib.sha256()
    for file in sorted(path for path in PROGRAM.rglob("*") if path.suffix in DECIDES):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def lessons(questions: Iterable[GoldenQuestion]) -> tuple[Lesson, ...]:
    """Return what the tune half's single questions tell of what is declined: what goes on from others is half said."""
    return tuple(filter(None, map(_lesson, questions)))


def examples(questions: Iterable[GoldenQuestion], release: Release) -> tuple[Example, ...]:
    """Return which of a release's statements answer the tune half's single questions, as far as any is known to."""
    held = (one for one in questions if _teaches(one) and one.expect == _HELD)
    found = (Example(one.turns[0], _answering(one, release)) for one in held)
    return tuple(one for one in found if one.statements)


async def verdicts_on(
    examined: Examined,
    release: Release,
    knowledge: Path,
    questions: Sequence[GoldenQuestion],
    now: dt.datetime,
    tell: Progress,
    over: Mapping[str, bytes | None] = {},
) -> tuple[Verdict, ...]:
    """Return the verdicts on what an Assistant of a release answers; quotes must stand in the folder's documents.

    `over` are files laid over those of the folder.
    """
    examinee = Examinee(examined.ask, plainly, release, documents(knowledge, release, over))
    return await sit(examinee, questions, now, tell)


def check_marks(marks: Mapping[str, float], file: Path) -> None:
    """Raise ConfigError if one of [marks] is not known."""
    known = (*MEASURES, *NUMBERS)
    for name in marks:
        if name not in known:
            raise ConfigError(f"{file}: marks.{name} is not a known mark: known are {', '.join(known)}")


def moment(calendar: Calendar, now: dt.datetime) -> dt.datetime:
    """Return the moment that an exam is sat as of: now, or the next day on which nothing is withheld."""
    while not allows(calendar, Kind.UMUM, now):
        now += dt.timedelta(days=1)
    return now


def documents(knowledge: Path, release: Release, over: Mapping[str, bytes | None] = {}) -> dict[str, str]:
    """Return what each document's file holds now; of other than Markdown what the release read in it."""
    texts: dict[str, str] = {}
    for document in release.documents:
        for path in filter(None, (document.path, document.twin_path)):
            file = knowledge / path
            if path.endswith(".md") and path in over:
                texts[path] = reduced((over[path] or b"").decode("utf-8-sig"))
            elif path.endswith(".md"):
                texts[path] = reduced(read(file)) if file.is_file() else ""
            else:
                texts[path] = "\n".join(statement.text for statement in document.statements)
    return texts


def read(file: Path) -> str:
    """Return a file's text. Raises KnowledgeError if it isn't there or isn't UTF-8."""
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise KnowledgeError("there is no such file", file=str(file)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"can't be read as UTF-8 text: {error}", file=str(file)) from error


async def samples(
    examined: Examined,
    questions: Iterable[GoldenQuestion],
    now: dt.datetime,
    tell: Progress = lambda done, total: None,
    at_once: int = 1,
) -> tuple[Sample, ...]:
    """Return the evidence on the tune half's questions of which it is known whether the documents answer them."""
    telling, done = [one for one in questions if _tells_holding(one)], count(1)
    tell(0, len(telling))

    async def sample(question: GoldenQuestion) -> Sample:
        found = await _sample(examined, question, now)
        tell(next(done), len(telling))
        return found

    return await each(sample, telling, at_once)


async def _sample(examined: Examined, question: GoldenQuestion, now: dt.datetime) -> Sample:
    evidence = await examined.evidence(Question(question.turns[0], now))
    return Sample(evidence, answerable=question.expect == (Outcome.QUOTED,))


def _tells_holding(question: GoldenQuestion) -> bool:
    return _teaches(question) and question.expect in (_HELD, _LACKED)


def _teaches(question: GoldenQuestion) -> bool:
    return question.split is Split.TUNE and len(question.turns) == 1


def _answering(question: GoldenQuestion, release: Release) -> tuple[str, ...]:
    """Return the statements that carry a fact which is wanted and, where words are, at least some of these."""
    wanted = {*question.facts, *question.every}
    carrying = [one for one in release.statements.values() if wanted.intersection((*one.asked_by, one.section))]
    if not question.must:
        return tuple(one.id for one in carrying)
    told = {one.id: f"{one.headers} {one.text} {one.twin.text if one.twin else ''}" for one in carrying}
    return tuple(key for key, text in told.items() if any(must.search(text) for must in question.must))


def _lesson(question: GoldenQuestion) -> Lesson | None:
    """Return what a question tells of what is declined, None if it may not be learned from or tells nothing."""
    text, expect = question.turns[0], question.expect
    if not (_teaches(question) and text.strip()):
        return None
    if expect == (Outcome.DECLINED,):
        return Lesson(text, question.kind, fair=False, sort=Sort.DECLINED, of_topics=False)
    if expect == (Outcome.SMALL_TALK,):
        return Lesson(text, question.kind, fair=False, sort=Sort.SMALL_TALK, of_topics=False)
    if expect == _LACKED or (expect == _HELD and question.kind):  # what looks like no boundary tells little of any
        return Lesson(text, "", fair=True, sort=None, of_topics=False)
    return None


def _graded(verdict: Verdict, missed: Iterable[str]) -> Graded:
    below = tuple(name for name in missed if counts_against(name, verdict))
    return Graded(verdict.question.name, _expected(verdict.question), verdict.text, verdict.is_right, below)


def _expected(question: GoldenQuestion) -> str:
    """Return what a right answer is, in words."""
    named = {
        "from": question.facts,
        "from each of": question.every,
        "saying": [one.pattern for one in question.must],
        "never saying": [one.pattern for one in question.never],
        "saying first": [question.says.pattern] if question.says else [],
        "answering": [one.pattern for one in question.parts],
    }
    return "; ".join(
        [" or ".join(question.expect), *(f"{how} {', '.join(what)}" for how, what in named.items() if what)]
    )
