"""The way of a question: what was read, decided and found, for those of the team who asked it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.answers import Decision, Outcome


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A statement that a question brought up: withdrawn ones as well."""

    title: str  # of its section
    text: str
    score: float  # fused
    cosine: float
    keyword_rank: int | None  # 1 is the best by BM25; None: not among these
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """The way of one question."""

    read: str  # the question as it was looked up: folded, names and levels as the documents write them
    outcome: Outcome
    decisions: tuple[Decision, ...] = ()  # in their order; the last one gave the answer
    continued: str = ""  # title of the section that it was taken to be about
    evidence: float | None = None  # what speaks for an answer, and the least that suffices
    threshold: float | None = None
    boundary: str = ""  # kind of the nearest example of what is declined or known to be absent
    boundary_cosine: float = 0.0
    retrieved: tuple[Retrieved, ...] = ()
    stages: tuple[tuple[str, float], ...] = ()  # name, seconds
    release: str = ""


Keep = Callable[[Trace], None]
