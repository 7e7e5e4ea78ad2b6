"""Sets statements, refusals and what is not held out as answers; what may not be said now is left out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering.composing import quoting, taken_back
from bot.answering.composing.citing import cited
from bot.answering.composing.suggestions import related, topics
from bot.answering.retrieval.found import Findings
from bot.domain.answers import Answer, FirstLine, Outcome, Phrase, Suggestion
from bot.domain.calendar import Calendar, Phase, allows, in_language, phase, sayable
from bot.domain.documents import Boundary, Kind, Release, Sort, Statement
from bot.domain.programs import topic_of
from bot.domain.withdrawals import among, listed, whole


@dataclass(frozen=True)
class Composer:
    """Composes answers from one release, in one language, at one moment of the campaign."""

    release: Release
    language: str
    calendar: Calendar
    now: dt.datetime

    @cached_property
    def allows(self) -> Callable[[Kind], bool]:
        """Which kinds of documents may be said now."""
        return sayable(self.calendar, self.now).__contains__

    def quoted(
        self,
        statements: Sequence[Statement],
        lead: tuple[Phrase, ...] = (),
        findings: Findings | None = None,
        asked: Iterable[str] = (),
        firsts: Sequence[FirstLine] = (),
    ) -> Answer:
        """Return statements as an answer; QUIET if none may be said now, NOT_FOUND if there are none.

        `firsts` answer before all else, `lead` is said before them, related questions come from `findings`. What is
        withdrawn of the statements (by id) and sections (by key) that were asked for, and of the lists that are quoted,
        is told behind them.
        """
        taken = among((*asked, *listed(statements)), self.release)
        if not statements:
            return self.taken_back(taken, findings)
        parts, citations = quoting.quote(statements, self.release, self.language, self.allows)
        if not parts:
            return self._quiet()
        kinds = {part.kind for part in parts}
        phrases = [Phrase("answer-twin-missing")] if any(part.language != self.language for part in parts) else []
        if {Kind.JANJI, Kind.PELAKSANAAN} <= kinds:
            phrases.append(Phrase("answer-both-kinds"))
        closing = standing(self.calendar, self.now) if Kind.PEMILU in kinds else None
        shown = {part.section: part for part in parts}
        quoted = [self.release.statements[quote.statement] for part in parts for quote in part.quotes]
        return dataclasses.replace(
            self._answer(Outcome.QUOTED, phrases=(*phrases, *lead)),
            firsts=quoting.marked(firsts, citations),
            parts=parts,
            citations=citations,
            suggestions=related(findings, quoted, self.release, self.language, self.allows) if findings else (),
            closing=(*self._withdrawn(taken, tuple(shown)), *((closing,) if closing else ())),
            topic=self._topic(parts[0].section),
        )

    def taken_back(self, ids: Sequence[str], findings: Findings | None = None) -> Answer:
        """Return that all of it is withdrawn and why, with near topics; that the documents have changed if none is."""
        said = self._withdrawn(ids)
        if ids and not said:
            return self._quiet()
        answer = self._answer(Outcome.NOT_FOUND, phrases=said or (Phrase("documents-changed"),))
        nearest = topics(findings, self.release, self.language, self.allows) if findings else ()
        return dataclasses.replace(answer, suggestions=nearest)

    def small_talk(self, kind: str) -> Answer:
        """Return the friendly word for what asks nothing."""
        return self._answer(Outcome.SMALL_TALK, phrases=(Phrase(f"smalltalk-{kind}"),))

    def declined(self, boundary: Boundary) -> Answer:
        """Return what is said instead, with the facts that help; an unknown topic ends as NOT_FOUND."""
        if boundary.sort is Sort.SMALL_TALK:
            return self.small_talk(boundary.kind)
        meant = cited(boundary.cite, self.release)
        parts, citations = quoting.quote(meant, self.release, self.language, self.allows)
        text = in_language(boundary.instead, self.language)
        key = f"boundary-{boundary.kind.replace('_', '-')}" if boundary.declines else "not-found"
        return dataclasses.replace(
            self._answer(
                Outcome.DECLINED if boundary.declines else Outcome.NOT_FOUND,
                phrases=() if text and boundary.declines else (Phrase(key),),
            ),
            text=text,
            parts=parts,
            citations=citations,
            boundary=boundary.kind,
        )

    def clarify(self, choices: tuple[Suggestion, ...]) -> Answer:
        """Return the question which of several things is meant, with these to tap."""
        return dataclasses.replace(self._answer(Outcome.CLARIFY, phrases=(Phrase("clarify"),)), suggestions=choices)

    def not_found(self, findings: Findings) -> Answer:
        """Return that the documents don't hold it, with the nearest topics to tap."""
        nearest = topics(findings, self.release, self.language, self.allows)
        return dataclasses.replace(self._answer(Outcome.NOT_FOUND, phrases=(Phrase("not-found"),)), suggestions=nearest)

    def partly(
        self, missing: Phrase, statements: Sequence[Statement], findings: Findings, asked: Iterable[str] = ()
    ) -> Answer:
        """Return which part the documents don't hold, with what is nearest; QUIET if that may not be said now."""
        answer = self.quoted(statements, (), findings, asked)
        if not answer.parts:
            return answer
        return dataclasses.replace(answer, outcome=Outcome.NOT_FOUND, phrases=(missing, *answer.phrases))

    def _withdrawn(self, ids: Sequence[str], shown: Sequence[str] = ()) -> tuple[Phrase, ...]:
        """What is said of withdrawn statements beside the sections shown: nothing of what may not be said now."""
        sections, statements = self.release.sections, whole(self.release).statements
        sayable = [key for key in ids if self.allows(sections[statements[key].section].kind)]
        return taken_back.lines(sayable, self.release, shown, self.language, self.calendar.time_zone)

    def _quiet(self) -> Answer:
        reason = withheld(self.calendar, self.now)
        return self._answer(Outcome.QUIET, phrases=(reason,) if reason else ())

    def _topic(self, section: str) -> str:
        return topic_of(self.release.by_path[self.release.sections[section].document])

    def _answer(self, outcome: Outcome, phrases: tuple[Phrase, ...]) -> Answer:
        return Answer(outcome, self.language, phrases, release=self.release.id)


def withheld(calendar: Calendar, now: dt.datetime) -> Phrase | None:
    """Return why parts of the documents may not be shown now, None if all may."""
    if allows(calendar, Kind.JANJI, now):
        return None
    until = calendar.voting_day or calendar.quiet_end
    return Phrase("quiet", (("until", until.isoformat()),) if until else ())


def standing(calendar: Calendar, now: dt.datetime) -> Phrase | None:
    """Return where in time the campaign stands, None where no voting day is configured."""
    day = calendar.voting_day
    if day is None:
        return None
    key = "answer-after-vote" if phase(calendar, now) is Phase.AFTER else "answer-before-vote"
    return Phrase(key, (("date", day.isoformat()),))
