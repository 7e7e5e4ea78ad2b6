"""Releases as the team meets them: who moves the live pointer, what waits to be published, what is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.documents import Kind, Manifest
from bot.domain.findings import Finding

WAITS = dt.timedelta(days=1)  # for which a candidate can be published


@dataclass(frozen=True, slots=True)
class Author:
    """Who does something to releases, as the audit log names them; without a name it is whoever has the shell."""

    who: str | None = None  # keyed hash
    label: str | None = None  # the name that they chose for themselves


SHELL = Author()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A release that was built and examined, and is not published."""

    id: str
    built: dt.datetime
    since: str | None  # the live release that it was compared with; it can be published as long as that one is live
    failed: Mapping[str, Any] | None = None  # what speaks against it, for the audit log; None: it passed the exam
    over: str | None = None  # proposal whose files it was built with; they come into the folder when it is published

    def is_open(self, live: str | None, now: dt.datetime) -> bool:
        """Return whether it can still be published."""
        return live == self.since and now - self.built < WAITS


class Place(StrEnum):
    """What a release is to voters."""

    LIVE = "live"
    EARLIER = "earlier"  # was published once: something to go back to
    WAITING = "waiting"  # a candidate


@dataclass(frozen=True, slots=True)
class Standing:
    """A release in the list of all."""

    manifest: Manifest
    place: Place
    obstacle: str | None = None  # why it can't serve
    exam: tuple[int, int] | None = None  # questions answered right, of how many, when it sat the exam last
    is_passed: bool = True  # whether a candidate may be published without a reason


@dataclass(frozen=True, slots=True)
class Move:
    """The live pointer, moved."""

    before: str | None
    after: str


class Sort(StrEnum):
    """What has become of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """Neighbouring words of a statement with the same fate."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A statement as the plan shows it: its words old and new, all of one sort if it is added or removed."""

    section: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A question of the exam that is answered otherwise than before; both answers are cut to where they part."""

    question: str
    before: str
    now: str
    was_right: bool
    is_right: bool


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A shared answer that a candidate makes another of what it is worth today."""

    code: str
    opened: int  # times
    verdict: str  # what it is worth then: a Verdict of sharing
    edits: tuple[Edit, ...]  # of its statements that change: what was shared, and what the candidate says


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are added, changed and removed."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class News:
    """How much a release says otherwise in a section than an earlier one."""

    title: str
    kind: Kind
    statements: Tally
    section_id: str  # "" if it has left the documents


@dataclass(frozen=True, slots=True)
class Score:
    """How many questions of the exam are answered right."""

    right: int
    total: int
    live: int | None = None  # by the live release, if it can serve


@dataclass(frozen=True, slots=True)
class Outline:
    """What an ingest has found and built, as one process tells another: of everything the first few, and counts."""

    candidate: str | None  # None: nothing has changed
    is_passed: bool
    documents: Tally
    statements: Tally
    changed_documents: tuple[str, ...]  # "+ path", "~ path", "- path"
    changed: tuple[Edit, ...]
    added: tuple[Edit, ...]
    removed: tuple[Edit, ...]
    warnings: tuple[Finding, ...]
    warned: int
    score: Score | None  # None: there is no exam
    turned: tuple[Turned, ...]
    turns: int
    broken: tuple[Turned, ...]
    missed: tuple[str, ...]
    overtaken: tuple[Overtaken, ...] = ()  # the most opened first
    overtakes: int = 0
