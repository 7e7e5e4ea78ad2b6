"""The Assistant: one method for each thing that a voter can do. Read this first."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice

from bot.answering import tracing
from bot.answering.composing import composer as composing
from bot.answering.composing.composer import Composer
from bot.answering.composing.heard import Help
from bot.answering.composing.shareable import shareable
from bot.answering.composing.suggestions import asked_about, popular, starters
from bot.answering.dialogue.memory import Memory
from bot.answering.dialogue.subject import quoted
from bot.answering.pipeline import NAMES, Pipeline, Stages
from bot.answering.retrieval.found import Found
from bot.answering.retrieval.live import LiveIndex
from bot.answering.selection import lists
from bot.answering.turn import Setting, Turn
from bot.answering.understanding.boundaries import boundaries_of
from bot.domain import programs
from bot.domain.answers import (
    Answer,
    Answered,
    Branch,
    Cards,
    Decision,
    Evidence,
    Match,
    Outcome,
    Phrase,
    Question,
    Reason,
    Suggestion,
)
from bot.domain.calendar import Calendar
from bot.domain.documents import Release, Section, Statement
from bot.domain.ports import Database, Embedder, Feedback, Index, Unanswered
from bot.domain.privacy import scrub
from bot.domain.traces import Keep
from bot.domain.withdrawals import whole
from bot.language.tokens import detect

log = logging.getLogger(__name__)

SECTIONS = 10  # best sections that an answer names
_ENDING = (
    "people_first",
    "small_talk",
    "hard_boundary",
    "confirm",
)  # components that end a message before it is looked up
_FAILED = (Decision("assistant", Reason.FAILED),)
LONGEST = 1000  # characters of a question that are looked at: a pasted text would take seconds to embed


class Assistant:
    """Answers from the live release. Every method is safe to call from many conversations at once."""

    def __init__(
        self,
        live: LiveIndex,
        embedder: Embedder,
        database: Database,
        calendar: Calendar,
        timer: Callable[[], float],
        observers: Sequence[Callable[[Answered], None]] = (),
        without: Collection[str] = (),
        help_lines: Help | None = None,
    ) -> None:
        """Answer from `live`, without the components, constraints and features of these names: to see their worth.

        `help_lines` are the operator's own for who may be hurt.
        """
        self._live, self._embedder, self._database = live, embedder, database
        self._calendar, self._timer, self._observers = calendar, timer, observers
        self._without, self._help = frozenset(without), help_lines or {}
        self._memory = Memory()

    @property
    def release_id(self) -> str:
        """The id of the release that is open, "" before the first question."""
        return self._live.release_id

    @property
    def live(self) -> LiveIndex:
        """The open release, for what else stands on it."""
        return self._live

    async def ask(self, question: Question, keep: Keep | None = None) -> Answer:
        """Return the answer to a question; a part of the program that fails makes it FAILED, never NOT_FOUND.

        `keep` gets the way that the question went; for a voter's question there is none.
        """
        started = self._timer()
        question = dataclasses.replace(question, text=question.text[:LONGEST])
        stages: Stages = {}
        try:
            async with self._live.reading() as index:
                previous = question.about or self._memory.recall(question.conversation, question.asked_at)
                turn = await self._run(self._turn(question, index, previous), stages)
                answer = _answer(turn)
                self._remember(answer, question.conversation, question.person, index.release, question.asked_at)
                if keep:
                    keep(tracing.trace(turn, answer, stages))
            await self._note_unanswered(answer, question, turn.language)
        except Exception:
            log.exception("question failed")
            answer = Answer(Outcome.FAILED, question.language or detect(question.text), decisions=_FAILED)
        answer = dataclasses.replace(answer, seconds=self._timer() - started)
        for observe in self._observers:
            observe(_answered(answer, stages, of_person=bool(question.person)))
        return answer

    async def evidence(self, question: Question) -> Evidence:
        """Return what speaks for the documents holding an answer to a question; the refusal rule is fitted to it."""
        async with self._live.reading() as index:
            turn = await self._run(self._turn(question, index), until="retrieve", without=_ENDING)
            findings = turn.findings.within(turn.release)
            return Evidence(turn.language, findings.nearness, findings.coverage)

    async def nearest(self, question: Question, count: int) -> tuple[Match, ...]:
        """Return the `count` statements nearest to a question, whether they answer it or not, best first."""
        async with self._live.reading() as index:
            turn = await self._run(self._turn(question, index), until="best_clause", without=_ENDING)
            return tuple(_match(one, turn.release) for one in turn.findings.within(turn.release).found[:count])

    async def statements(self, ids: Sequence[str]) -> tuple[tuple[Statement, Section], ...]:
        """Return statements by their ids, withdrawn ones with them, and their sections; what is gone is left out."""
        async with self._live.reading() as index:
            release = whole(index.release)
            found = (release.statements[key] for key in ids if key in release.statements)
            return tuple((one, release.sections[one.section]) for one in found)

    async def search(self, question: Question, count: int) -> tuple[Match, ...]:
        """Return at most `count` statements that fit a question where `ask` answers it by quotes, best first.

        None where it answers otherwise: what is no question or crosses a boundary, what the documents don't hold, what
        may not be said now.
        """
        async with self._live.reading() as index:
            turn = await self._run(self._turn(question, index, question.about))
            if _answer(turn).outcome is not Outcome.QUOTED:
                return ()
            found = (one for one in turn.findings.found if one.statement.id in turn.release.statements)
            said = (_match(one, turn.release) for one in found)
            return tuple(islice((one for one in said if turn.composer.allows(one.section.kind)), count))

    async def cards(self, question: Question, count: int) -> Cards:
        """Return how a question ends and what can be shared of its answer; nothing is remembered or kept."""
        async with self._live.reading() as index:
            turn = await self._run(self._turn(question, index, question.about))
            return shareable(_answer(turn), turn.findings.within(turn.release), turn.composer, count)

    async def popular(self, topics: Sequence[str], language: str, now: dt.datetime, count: int) -> Cards:
        """Return what can be shared where nothing was asked, of the given topics first; QUIET if nothing may be now."""
        async with self._live.reading() as index:
            allows = self._composer(index.release, language, now).allows
            groups = popular(index.release, topics, allows, count)
            asked = asked_about(groups, topics, index.release)
        return Cards(Outcome.QUOTED if groups else Outcome.QUIET, language, groups, asked)

    async def section(
        self, section_id: str, language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        """Return all that a section says; NOT_FOUND if the live release has no such section."""
        async with self._live.reading() as index:
            section = index.release.section_ids.get(section_id)
            statements, asked = (section.statements, (section.key,)) if section else ((), ())
            answer = self._composer(index.release, language, now).quoted(statements, asked=asked)
            self._remember(answer, conversation, person, index.release, now)
            return answer

    async def quote(
        self, ids: Sequence[str], language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        """Return statements as an answer, lists whole; NOT_FOUND if none of them is in the live release."""
        async with self._live.reading() as index:
            listed = lists.menu_lists(ids, index.release)
            answer = self._composer(index.release, language, now).quoted(listed, asked=ids)
            self._remember(answer, conversation, person, index.release, now)
            return answer

    async def programs(self, language: str, now: dt.datetime) -> tuple[Branch, ...]:
        """Return the /program menu: programs, their documents, their sections."""
        async with self._live.reading() as index:
            return programs.tree(index.release, language, self._composer(index.release, language, now).allows)

    async def starters(self, language: str, now: dt.datetime) -> tuple[Suggestion, ...]:
        """Return three questions to begin with, of three different programs."""
        async with self._live.reading() as index:
            return starters(index.release, language, self._composer(index.release, language, now).allows)

    async def overdue(self, today: dt.date) -> tuple[str, ...]:
        """Return the titles of the live release's documents whose `review_by` has passed."""
        async with self._live.reading() as index:
            documents = index.release.documents
            return tuple(one.title for one in documents if one.review_by and one.review_by < today)

    async def rate(self, feedback: Feedback) -> None:
        """Keep a 👍 or 👎."""
        await self._database.note_feedback(feedback)

    async def language(self, person: str) -> str | None:
        """Return the language a person chose, None if they never did."""
        return await self._database.language(person)

    async def choose_language(self, person: str, language: str, now: dt.datetime) -> None:
        """Answer a person in this language from now on."""
        await self._database.choose_language(person, language, now)

    async def held(self, person: str, now: dt.datetime) -> dict[str, int]:
        """Return how many records of each sort are held about a person."""
        return await self._database.held(person) | {"memory": self._memory.count(person, now)}

    async def forget(self, person: str) -> None:
        """Delete everything held about a person."""
        self._memory.forget(person)
        await self._database.forget(person)

    def withheld(self, now: dt.datetime) -> Phrase | None:
        """Return why parts of the documents may not be shown now, None if all may."""
        return composing.withheld(self._calendar, now)

    def standing(self, now: dt.datetime) -> Phrase | None:
        """Return where in time the campaign stands, None where no voting day is configured."""
        return composing.standing(self._calendar, now)

    async def close(self) -> None:
        """Close the open release."""
        await self._live.close()

    async def _run(
        self, turn: Turn, stages: Stages | None = None, until: str = NAMES[-1], without: Collection[str] = ()
    ) -> Turn:
        """Return a turn as the pipeline leaves it; `stages` gets the seconds of each."""
        pipeline = Pipeline(self._timer, {} if stages is None else stages)
        return await pipeline.run(turn, until, {*self._without, *without})

    def _turn(self, question: Question, index: Index, previous: Sequence[str] = ()) -> Turn:
        """Return a question on its way; `previous` is what it may be about."""
        release = index.release
        language = detect(question.text, release.languages)
        composer = self._composer(release, question.language or language, question.asked_at)
        setting = Setting(index, composer, boundaries_of(whole(release)), self._embedder, self._without, self._help)
        return Turn(question, language, setting, previous, quoted(previous, release), text=question.text)

    def _composer(self, release: Release, language: str, now: dt.datetime) -> Composer:
        return Composer(release, language, self._calendar, now)

    def _remember(self, answer: Answer, conversation: str, person: str, release: Release, now: dt.datetime) -> None:
        """Keep what an answer was about: the statements it quotes, or the sections that it offers instead."""
        if answer.outcome in (Outcome.QUOTED, Outcome.NOT_FOUND, Outcome.CLARIFY) and not answer.boundary:
            quoted = [citation.statement for citation in answer.citations]
            offered = [release.section_ids[one.section_id].key for one in answer.suggestions if one.section_id]
            self._memory.remember(conversation, quoted or offered, person, now)

    async def _note_unanswered(self, answer: Answer, question: Question, spoken: str) -> None:
        """Keep what somebody asked in vain, scrubbed; neither nobody's questions nor known unknowns are kept."""
        if answer.outcome is Outcome.NOT_FOUND and not answer.boundary and question.person:
            text, person = scrub(question.text), question.person
            await self._database.note_unanswered(Unanswered(text, spoken, answer.release, person, question.asked_at))


def _answered(answer: Answer, stages: Mapping[str, float], *, of_person: bool) -> Answered:
    outcome, language, seconds, release = answer.outcome, answer.language, answer.seconds, answer.release
    return Answered(outcome, language, seconds, release, tuple(stages.items()), answer.topic, of_person)


def _answer(turn: Turn) -> Answer:
    """The answer that ended a turn, with the sections that were found and the decisions that led to it."""
    sections = turn.findings.within(turn.release).sections[:SECTIONS]
    assert turn.answer, "compose ends every turn"
    return dataclasses.replace(turn.answer, retrieved=sections, decisions=turn.decisions)


def _match(found: Found, release: Release) -> Match:
    return Match(found.statement, release.sections[found.statement.section], found.score, found.cosine)
