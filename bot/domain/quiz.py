"""What volunteers practise and learn: a quiz, scores of those who want theirs kept, what a release has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.answers import Answer
from bot.domain.documents import Kind
from bot.domain.ids import short_id
from bot.domain.releases import News

OPTIONS = 4
GAP = "____"  # stands in a statement for what is asked


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question with one right option; the statement that proves it is the explanation."""

    statement: str  # id
    title: str  # of its section
    kind: Kind
    as_of: str | None
    question: str  # one that people ask, or the statement with a GAP
    options: tuple[str, ...]
    right: int  # place of the right option

    @property
    def is_gap(self) -> bool:
        """Whether the question is a statement to complete."""
        return GAP in self.question

    @property
    def digest(self) -> str:
        """Six characters that are others as soon as anything of it is."""
        return short_id([self.statement, self.question, *self.options], 6)


@dataclass(frozen=True, slots=True)
class Score:
    """How many questions were answered right, of how many."""

    right: int
    asked: int


class ScoreRecords(Protocol):
    """Where scores stand, of those who want it."""

    async def keep(self, person: str, round_: str, score: Score, at: datetime) -> None:
        """Keep the score of a round; what was kept of the same round before is replaced."""

    async def total(self, person: str) -> Score:
        """Return what somebody has kept, all rounds added."""

    async def drop(self, person: str) -> None:
        """Delete what somebody has kept."""


class Learning(Protocol):
    """What a front end asks for; bot.volunteering.volunteering.Volunteering fulfils it."""

    async def exercise(self, seed: int, place: int, language: str, now: datetime) -> Exercise | None:
        """Return the exercise at a place of a round; None after the last one, or if none may be asked now."""

    async def explanation(self, statement: str, language: str, now: datetime) -> Answer:
        """Return a statement, quoted alone."""

    async def news(self, since: str, language: str, now: datetime) -> tuple[News, ...] | None:
        """Return what the live release says otherwise than an earlier one, by section; None if that one is gone."""


@dataclass(frozen=True, slots=True)
class Volunteers:
    """What there is for volunteers besides sharing."""

    learning: Learning
    scores: ScoreRecords
