"""The Assistant: one method for each thing that a voter can do. Read this first."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answering import extractive, followup, pinned, programs, smalltalk
from bot.answering.boundaries import Boundaries
from bot.answering.retrieval import Findings, LiveIndex, find
from bot.answering.suggestions import related, starters, topics
from bot.domain.answers import Answer, Answered, Branch, Outcome, Phrase, Question, Suggestion
from bot.domain.calendar import Calendar, Phase, allows, phase
from bot.domain.documents import Boundary, Kind, Release, Role, Statement
from bot.domain.language import detect, fold, terms, words
from bot.domain.levels import name_levels
from bot.domain.ports import Database, Embedder, Feedback, Index, Unanswered
from bot.domain.privacy import scrub

log = logging.getLogger(__name__)

# Below these the documents don't hold the answer. Phrasings that people use are nearer to questions than statements.
# Of 152 answerable and 24 absent questions 3 % and 58 % stay below; of the cosine alone it would be 3 % and 38 %.
CONFIDENT = {"id": 0.895, "en": 0.885}
CONFIDENT_WITHOUT_ALIASES = 0.865
LONGEST = 1000  # characters of a question that are looked at: a pasted text would take seconds to embed
MOST_CITED = 2  # statements of each fact that a boundary cites
_OPENS_YES_NO = frozenset("apakah is are was were did does do can will has have".split())
_MARKS_YES_NO = frozenset("kan benar benarkah betul betulkah bukan isnt right true".split())
_OPEN = frozenset("berapa kapan siapa mana bagaimana kenapa mengapa what when who where how why which".split())
_NOTHING = Findings(())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way: who, in which language, and the release it is asked of."""

    question: Question
    language: str  # of the answer
    spoken: str  # language of the text
    index: Index

    @property
    def release(self) -> Release:
        return self.index.release


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
    ) -> None:
        self._live, self._embedder, self._database = live, embedder, database
        self._calendar, self._timer, self._observers = calendar, timer, observers
        self._memory = followup.Memory()

    @property
    def release_id(self) -> str:
        """The id of the release that is open, "" before the first question."""
        return self._live.release_id

    async def ask(self, question: Question) -> Answer:
        """Return the answer to a question; a part of the program that fails makes it FAILED, never NOT_FOUND."""
        started = self._timer()
        question = dataclasses.replace(question, text=question.text[:LONGEST])
        spoken = detect(question.text)
        language = question.language or spoken
        try:
            async with self._live.reading() as index:
                asked = _Asked(question, language, spoken, index)
                answer = dataclasses.replace(await self._answer(asked), release=index.release.id)
        except Exception:
            log.exception("question failed")
            answer = Answer(Outcome.FAILED, language)
        answer = dataclasses.replace(answer, seconds=self._timer() - started)
        for observe in self._observers:
            observe(Answered(answer.outcome, answer.language, answer.seconds, answer.release))
        return answer

    async def section(
        self, section_id: str, language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        """Return all that a section says; NOT_FOUND if the live release has no such section."""
        async with self._live.reading() as index:
            section = index.release.section_ids.get(section_id)
            statements = section.statements if section else ()
            return self._quoted(statements, index.release, language, now, conversation, person)

    async def quote(
        self, ids: Sequence[str], language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        """Return statements as an answer, lists whole; NOT_FOUND if none of them is in the live release."""
        async with self._live.reading() as index:
            known = [index.release.statements[key] for key in ids if key in index.release.statements]
            whole = dict.fromkeys(one for statement in known for one in _menu_list(statement, index.release))
            return self._quoted(tuple(whole), index.release, language, now, conversation, person)

    async def programs(self, language: str, now: dt.datetime) -> tuple[Branch, ...]:
        """Return the /program menu: programs, their documents, their sections."""
        async with self._live.reading() as index:
            return programs.tree(index.release, language, self._allows(now))

    async def starters(self, language: str, now: dt.datetime) -> tuple[Suggestion, ...]:
        """Return three questions to begin with, of three different programs."""
        async with self._live.reading() as index:
            return starters(index.release, language, self._allows(now))

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
        if self._allows(now)(Kind.JANJI):
            return None
        until = self._calendar.voting_day or self._calendar.quiet_end
        return Phrase("quiet", (("until", until.isoformat()),) if until else ())

    def standing(self, now: dt.datetime) -> Phrase | None:
        """Return where in time the campaign stands, None where no voting day is configured."""
        day = self._calendar.voting_day
        if day is None:
            return None
        key = "answer-after-vote" if phase(self._calendar, now) is Phase.AFTER else "answer-before-vote"
        return Phrase(key, (("date", day.isoformat()),))

    async def close(self) -> None:
        """Close the open release."""
        await self._live.close()

    async def _answer(self, asked: _Asked) -> Answer:
        text, release = asked.question.text, asked.release
        if kind := smalltalk.match(text):
            return Answer(Outcome.SMALL_TALK, asked.language, (Phrase(f"smalltalk-{kind}"),))
        boundaries = Boundaries(release.boundaries)
        if boundary := boundaries.exact(text):
            return self._declined(boundary, asked)
        previous = self._memory.recall(asked.question.conversation, asked.question.asked_at)
        if previous and followup.asks_to_confirm(text):
            known = [release.statements[key] for key in previous if key in release.statements]
            return self._quoted_for(asked, known, (Phrase("answer-docs-say"),))
        folded = smalltalk.question(fold(text, release.vocabulary) if asked.spoken == "id" else text)
        if previous and followup.continues(folded, asked.spoken):
            folded = followup.whole(folded, previous, release)
        folded = name_levels(folded)
        vector = (await self._embedder.embed([folded], Role.QUERY))[0]
        findings = await find(asked.index, vector, terms(folded, asked.spoken), asked.spoken)
        if boundary := await boundaries.match(folded, vector, asked.index, findings.cosine):
            answer = self._declined(boundary, asked)
        else:
            answer = await self._from(findings, asked, folded)
        return dataclasses.replace(answer, retrieved=findings.sections[:10])

    async def _from(self, findings: Findings, asked: _Asked, folded: str) -> Answer:
        if findings.confidence < _least_confidence(asked):
            return await self._not_found(findings, asked)
        chosen = extractive.choose(findings, asked.release, folded)
        if _asks_yes_or_no(folded):
            return self._quoted_for(asked, chosen, (Phrase("answer-docs-say"),), findings)
        year = pinned.missing_year(folded, chosen, asked.release)
        answer = self._quoted_for(asked, chosen, (), findings)
        if answer.parts and year:
            await self._note_unanswered(asked)
            phrase = Phrase("not-found-year", (("year", year),))
            return dataclasses.replace(answer, outcome=Outcome.NOT_FOUND, phrases=(phrase, *answer.phrases))
        return answer

    def _quoted_for(
        self,
        asked: _Asked,
        statements: Sequence[Statement],
        lead: tuple[Phrase, ...],
        findings: Findings = _NOTHING,
    ) -> Answer:
        question = asked.question
        answer = self._quoted(
            statements, asked.release, asked.language, question.asked_at, question.conversation, question.person
        )
        shown = {part.section for part in answer.parts}
        more = related(findings, shown, asked.release, asked.language, self._allows(question.asked_at))
        if answer.outcome is not Outcome.QUOTED:
            return answer
        return dataclasses.replace(answer, phrases=(*answer.phrases, *lead), suggestions=more)

    def _quoted(
        self,
        statements: Sequence[Statement],
        release: Release,
        language: str,
        now: dt.datetime,
        conversation: str,
        person: str = "",
    ) -> Answer:
        """Set statements out as an answer: QUIET if none may be said now, NOT_FOUND if there are none."""
        if not statements:
            return Answer(Outcome.NOT_FOUND, language, (Phrase("documents-changed"),), release=release.id)
        parts, citations = extractive.quote(statements, release, language, self._allows(now))
        if not parts:
            reason = self.withheld(now)
            return Answer(Outcome.QUIET, language, (reason,) if reason else (), release=release.id)
        self._memory.remember(conversation, [citation.statement for citation in citations], person, now)
        kinds = {part.kind for part in parts}
        phrases = [Phrase("answer-twin-missing")] if any(part.language != language for part in parts) else []
        if {Kind.JANJI, Kind.PELAKSANAAN} <= kinds:
            phrases.append(Phrase("answer-both-kinds"))
        standing = self.standing(now) if Kind.PEMILU in kinds else None
        return Answer(
            Outcome.QUOTED,
            language,
            phrases=tuple(phrases),
            parts=parts,
            citations=citations,
            closing=(standing,) if standing else (),
            release=release.id,
        )

    def _declined(self, boundary: Boundary, asked: _Asked) -> Answer:
        """Say what is said instead, with the facts that help; an unknown topic ends as NOT_FOUND."""
        release, now = asked.release, asked.question.asked_at
        cited = [one for label in boundary.cite for one in release.by_label.get(label, ())[:MOST_CITED]]
        parts, citations = extractive.quote(dict.fromkeys(cited), release, asked.language, self._allows(now))
        text = boundary.instead.get(asked.language) or boundary.instead.get("id", "")
        key = f"boundary-{boundary.kind.replace('_', '-')}" if boundary.declines else "not-found"
        return Answer(
            Outcome.DECLINED if boundary.declines else Outcome.NOT_FOUND,
            asked.language,
            phrases=() if text and boundary.declines else (Phrase(key),),
            text=text,
            parts=parts,
            citations=citations,
            boundary=boundary.kind,
        )

    async def _not_found(self, findings: Findings, asked: _Asked) -> Answer:
        question, release = asked.question, asked.release
        nearest = topics(findings, release, asked.language, self._allows(question.asked_at))
        offered = [release.section_ids[one.section_id].key for one in nearest]
        self._memory.remember(question.conversation, offered, question.person, question.asked_at)
        await self._note_unanswered(asked)
        return Answer(Outcome.NOT_FOUND, asked.language, (Phrase("not-found"),), suggestions=nearest)

    async def _note_unanswered(self, asked: _Asked) -> None:
        """Keep what somebody asked in vain, without personal data; nobody's questions are not kept."""
        one = asked.question
        if one.person:
            unanswered = Unanswered(scrub(one.text), asked.spoken, asked.release.id, one.person, one.asked_at)
            await self._database.note_unanswered(unanswered)

    def _allows(self, now: dt.datetime) -> Callable[[Kind], bool]:
        return lambda kind: allows(self._calendar, kind, now)


def _least_confidence(asked: _Asked) -> float:
    has_aliases = asked.release.manifest.counts.get("aliases")
    return CONFIDENT[asked.spoken] if has_aliases else CONFIDENT_WITHOUT_ALIASES


def _asks_yes_or_no(text: str) -> bool:
    spoken = words(text)
    marked = spoken[:1] and (spoken[0] in _OPENS_YES_NO or spoken[-1] == "ya" or _MARKS_YES_NO & set(spoken))
    return bool(marked) and not _OPEN & set(spoken)


def _menu_list(statement: Statement, release: Release) -> tuple[Statement, ...]:
    """A list is quoted whole again when its first item comes back; a table's row stays a row."""
    return (statement,) if statement.headers else extractive.whole_list(statement, release)
