"""What people asked in vain, grouped by meaning, and what the team does about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import short_id
from bot.domain.ports import Action


class Remedy(StrEnum):
    """What is done about a gap."""

    ALIAS = "alias"  # its phrasings lead to a fact or section
    STATEMENT = "statement"  # somebody writes it into a document
    TOPIC = "topic"  # out of scope: voters are told where to ask


@dataclass(frozen=True, slots=True)
class AskedInVain:
    """A question that the documents did not hold, or whose answer got a 👎; scrubbed, and nobody's."""

    text: str
    language: str
    at: datetime
    disliked: bool = False


@dataclass(frozen=True, slots=True)
class Dealt:
    """A gap that was dealt with, and whether the live release answers it since."""

    id: str  # of its question's text
    question: str
    language: str
    remedy: Remedy
    target: str  # footnote label, "document#section" or the topic's name; "" for a statement
    at: datetime
    asked_of: str = ""  # release that it was asked of last
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that mean about the same, named by the most central one."""

    question: str
    language: str
    texts: tuple[str, ...]  # the question first, then what is nearest to it
    count: int  # how often asked in the period
    before: int  # and in the period before
    disliked: int = 0  # how many of them a 👎
    dealt: Dealt | None = None
    withdrawn: bool = False  # the documents answer it, and the team has taken that back: nothing is missing

    @property
    def is_open(self) -> bool:
        """Whether something is left to be done about it."""
        return self.dealt is None and not self.withdrawn

    @property
    def id(self) -> str:
        """What buttons call it."""
        return text_id(self.question)


@dataclass(frozen=True, slots=True)
class Place:
    """A fact or section that a gap's phrasings may lead to."""

    id: str  # statement's or section's, for buttons
    key: str  # what phrasings.toml calls it: a footnote label, or "document#section"
    title: str  # of the section
    text: str = ""  # of the statement; "" for a section


class GapRecords(Protocol):
    """Where questions that were asked in vain stand, and what was done about them."""

    async def asked(self, since: datetime, until: datetime) -> list[AskedInVain]:
        """Return the questions of a time, oldest first."""

    async def dealt(self) -> list[Dealt]:
        """Return the gaps that were dealt with, the last one first."""

    async def deal(self, dealt: Dealt, action: Action | None) -> None:
        """Keep what was done about a gap, with its entry in the audit log if there is one to make."""


class Insight(Protocol):
    """What the team can see and do about gaps."""

    async def gaps(self, days: int) -> tuple[Gap, ...]:
        """Return the gaps of the last days, open ones first, then the most frequent first."""

    async def find(self, gap_id: str) -> Gap | None:
        """Return the gap that holds the question of this id, None if there is none (any more)."""

    async def places(self, gap: Gap) -> Sequence[Place]:
        """Return what in the documents is nearest to a gap, best first."""

    async def alias(self, gap: Gap, place: Place, action: Action) -> int:
        """Let a gap's phrasings lead to a place from the next release on; return how many are new.

        Raises KnowledgeError if the file can't be changed.
        """

    async def rule_out(self, gap: Gap, ask: str, action: Action) -> int:
        """Answer a gap's phrasings with where to ask instead, from the next release on; return how many.

        Raises KnowledgeError if the file can't be changed.
        """

    async def await_statement(self, gap: Gap, action: Action) -> None:
        """Note that somebody writes what is missing."""

    async def check(self) -> list[Dealt]:
        """Ask the live release again what was dealt with; return all of it, the last one first."""


def text_id(text: str) -> str:
    """Return 8 characters that name a text."""
    return short_id([text], 8)
