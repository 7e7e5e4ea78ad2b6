"""Exams that have been sat, kept as files: what a release like another answered is not asked again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters import records
from bot.domain.answers import Answer, Outcome
from bot.evaluation.questions import GoldenQuestion
from bot.evaluation.scoring import Verdict
from bot.evaluation.seeing import Seen

VERSION = 2  # raised whenever a kept sitting holds something else
UNREAD = ""
SPARE = 2  # sittings of releases that are gone that are kept: a plan's, until the same is published


@dataclass(frozen=True, slots=True)
class Ground:
    """All that the answers to an exam depend on besides the questions, as digests."""

    answers: str  # the program, the calendar's phase, and everything that the release holds
    documents: str  # the texts that quotes were looked up in; UNREAD: it does not count whether they stand there

    def bears(self, other: Ground) -> bool:
        """Return whether what was judged on this ground stands on another one."""
        return self.answers == other.answers and other.documents in (self.documents, UNREAD)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict without its question, and without what of the answer no figure needs."""

    outcome: Outcome
    language: str
    text: str
    topic: str
    faults: tuple[str, ...]
    rank: int | None
    seen: Seen
    lost_quotes: tuple[str, ...]
    loose_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A sitting as a file."""

    version: int
    ground: Ground
    judged: Mapping[str, Judged]  # by the digest of the question with all that is expected of it


@dataclass(frozen=True, slots=True)
class KeptSittings:
    """Sittings in a folder, one a release."""

    folder: Path  # <data>/exams
    releases: Callable[[], Sequence[str]]  # ids of those that are there

    def known(self, questions: Sequence[GoldenQuestion], ground: Ground) -> dict[str, Verdict]:
        """Return the verdicts on questions, by their keys, that were passed on the same ground on whichever release.

        What failed is not among them: it may go well another time.
        """
        judged: dict[str, Judged] = {}
        for kept in self._all():
            if kept.ground.bears(ground):
                judged |= {one: told for one, told in kept.judged.items() if told.outcome is not Outcome.FAILED}
        keys = {key(one): one for one in questions}
        return {known: _verdict(one, judged[known]) for known, one in keys.items() if known in judged}

    def score(self, release: str) -> tuple[int, int] | None:
        """Return how many questions a release answered right, and of how many, when it sat the exam last."""
        kept = records.find(self.folder, release, Kept)
        if kept is None or kept.version != VERSION:
            return None
        return sum(not one.faults for one in kept.judged.values()), len(kept.judged)

    def keep(self, release: str, ground: Ground, verdicts: Mapping[str, Verdict]) -> None:
        """Write a sitting whole, and delete those of releases that are gone but for the newest."""
        judged = {known: _judged(one) for known, one in verdicts.items()}
        records.keep(self.folder, release, Kept(VERSION, ground, judged))
        there = set(self.releases())
        gone = [file for file in self.folder.glob("*.json") if file.stem not in there]
        for file in sorted(gone, key=lambda file: file.stat().st_mtime)[:-SPARE]:
            file.unlink(missing_ok=True)

    def _all(self) -> Iterator[Kept]:
        for file in sorted(self.folder.glob("*.json")):
            kept = records.find(self.folder, file.stem, Kept)
            if kept and kept.version == VERSION:
                yield kept


def digest_of(documents: Mapping[str, str]) -> str:
    """Return a digest of documents' texts by their paths."""
    return hashlib.sha256(repr(sorted(documents.items())).encode("utf-8", "surrogatepass")).hexdigest()


def key(question: GoldenQuestion) -> str:
    """Return a digest of a question and of all that a verdict on it depends on."""
    patterns = (question.must, question.never, (question.says,) if question.says else (), question.parts)
    parts = [
        *(question.turns, question.expect, question.facts, question.every),
        *(tuple(one.pattern for one in some) for some in patterns),
    ]
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _judged(verdict: Verdict) -> Judged:
    answer = verdict.answer
    return Judged(
        outcome=answer.outcome,
        language=answer.language,
        text=verdict.text,
        topic=verdict.topic,
        faults=verdict.faults,
        rank=verdict.rank,
        seen=verdict.seen,
        lost_quotes=verdict.lost_quotes,
        loose_numbers=verdict.loose_numbers,
    )


def _verdict(question: GoldenQuestion, judged: Judged) -> Verdict:
    return Verdict(
        question=question,
        answer=Answer(judged.outcome, judged.language),
        text=judged.text,
        topic=judged.topic,
        faults=judged.faults,
        rank=judged.rank,
        seen=judged.seen,
        lost_quotes=judged.lost_quotes,
        loose_numbers=judged.loose_numbers,
    )
