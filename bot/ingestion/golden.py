"""The gate: a candidate sits the campaign's exam, and is published if nothing that was right fails and the marks hold.

What an exam is and how answers are judged is handed in: ingestion knows neither answering nor evaluation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from bot.domain.documents import Release
from bot.ingestion.calibration import Sample
from bot.ingestion.judge_fitting import Lesson
from bot.ingestion.ranker_fitting import Example

_WIDTH = 200  # characters shown of an answer
_LEAD = 60  # characters of what two answers have in common that are shown before they part
_SHOWN = 50  # changed answers that are shown; the rest is counted. Failures are all shown

Tell = Callable[[int, int], None]  # questions asked, questions in all


@dataclass(frozen=True, slots=True)
class Graded:
    """A question of the exam, and how a release answered it."""

    question: str
    expected: str  # in words: the outcome, and the facts that must carry it
    answer: str  # what a voter reads
    is_right: bool
    below: tuple[str, ...] = ()  # the marks that the release does not hold and that this answer counts against


@dataclass(frozen=True, slots=True)
class Sitting:
    """One release's exam."""

    release: str
    graded: tuple[Graded, ...]
    missed: tuple[str, ...] = ()  # a line for each mark of [marks] that it does not hold
    remarks: tuple[str, ...] = ()  # what is odd about the exam, such as a fact that the release does not hold

    @property
    def right(self) -> int:
        """How many questions were answered right."""
        return sum(one.is_right for one in self.graded)


class Exam(Protocol):
    """The campaign's questions, ready to be asked."""

    async def sit(self, release: str, tell: Tell, *, as_read: bool = True) -> Sitting:
        """Return how a release answers them, be it live or not. Raises ReleaseError if it can't serve.

        Unless `as_read`, it does not count whether quotes stand in the documents as they are now.
        """

    async def gauge(self, release: str, tell: Tell) -> tuple[Sample, ...]:
        """Return the evidence on the questions that the refusal rule may be fitted to."""

    def teaching(self) -> str:
        """Return a digest of all that `gauge` depends on besides the release."""

    def lessons(self) -> tuple[Lesson, ...]:
        """Return what the questions that may be learned from tell of what is declined."""

    def examples(self, release: Release) -> tuple[Example, ...]:
        """Return which statements of a release answer the questions that may be learned from."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that is answered otherwise than before."""

    before: Graded
    now: Graded


@dataclass(frozen=True)
class Examination:
    """A candidate's exam, beside that of the live release if this can serve."""

    candidate: Sitting
    live: Sitting | None = None

    @cached_property
    def changed(self) -> tuple[Turn, ...]:
        """The questions that a voter would get another answer to."""
        return tuple(turn for turn in self._turns if turn.before.answer != turn.now.answer)

    @cached_property
    def broken(self) -> tuple[Turn, ...]:
        """The questions that the live release answers right and the candidate does not."""
        return tuple(turn for turn in self._turns if turn.before.is_right and not turn.now.is_right)

    @cached_property
    def _turns(self) -> tuple[Turn, ...]:
        before = {one.question: one for one in self.live.graded} if self.live else {}
        return tuple(Turn(before[now.question], now) for now in self.candidate.graded if now.question in before)

    @property
    def below(self) -> tuple[Graded, ...]:
        """The other answers that keep the candidate below its marks."""
        broken = {turn.now.question for turn in self.broken}
        return tuple(one for one in self.candidate.graded if one.below and one.question not in broken)

    @property
    def is_passed(self) -> bool:
        """Whether the candidate may be published."""
        return not (self.broken or self.candidate.missed)

    def record(self) -> dict[str, object]:
        """Return what speaks against the candidate, for the audit log."""
        return {"broken": [turn.now.question for turn in self.broken], "missed": list(self.candidate.missed)}


async def examine(
    exam: Exam, candidate: str, live: str | None, progress: Callable[[str, int, int], None]
) -> Examination:
    """Let the candidate sit the exam, and the live release if there is one that can serve."""
    sat = await exam.sit(candidate, lambda done, total: progress("exam", done, total))
    if live is None:
        return Examination(sat)
    return Examination(sat, await exam.sit(live, lambda done, total: progress("compare", done, total), as_read=False))


def result(examination: Examination) -> Iterator[str]:
    """Yield the lines that tell how the exam went."""
    candidate, live = examination.candidate, examination.live
    beside = f"; {live.right} by the live release" if live else ""
    yield f"exam: {candidate.right} of {len(candidate.graded)} questions answered right{beside}"
    yield from candidate.remarks


def changes(examination: Examination) -> Iterator[str]:
    """Yield the lines that show which answers would change, old and new."""
    if examination.live is None:
        return
    changed = examination.changed
    yield f"answers that would change: {len(changed)}"
    for turn in changed[:_SHOWN]:
        yield f'  "{turn.now.question}" ({_mark(turn.before)} → {_mark(turn.now)})'
        yield from _both(turn)
    if len(changed) > _SHOWN:
        yield f"  … and {len(changed) - _SHOWN} more"


def failures(examination: Examination) -> Iterator[str]:
    """Yield the lines that name everything that keeps a candidate from being published."""
    for turn in examination.broken:
        yield f'answered right before, wrong now: "{turn.now.question}"'
        yield f"    expected: {turn.now.expected}"
        yield from _both(turn)
    for one in examination.below:
        yield f'counts against {", ".join(one.below)}: "{one.question}"'
        yield f"    expected: {one.expected}"
        yield f"    answered: {_short(' '.join(one.answer.split()), 0)}"
    yield from (f"below the mark: {line}" for line in examination.candidate.missed)
    if examination.candidate.missed:
        yield "what must be reached stands under [marks] in the config file; another campaign's marks tell nothing here"


def parted(turn: Turn) -> tuple[str, str]:
    """Return both answers in a line each, cut, from a little before the point where they part."""
    before, now = (" ".join(one.answer.split()) for one in (turn.before, turn.now))
    parting = next((place for place, (old, new) in enumerate(zip(before, now, strict=False)) if old != new), 0)
    start = max(0, parting - _LEAD) if parting > _WIDTH / 2 else 0
    return _short(before, start), _short(now, start)


def _both(turn: Turn) -> Iterator[str]:
    before, now = parted(turn)
    yield f"    before: {before}"
    yield f"    now:    {now}"


def _mark(graded: Graded) -> str:
    return "right" if graded.is_right else "wrong"


def _short(text: str, start: int) -> str:
    shown = f"…{text[start + 1 :]}" if start else text
    return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"
