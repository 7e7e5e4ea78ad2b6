"""How far an ingest is, for whoever waits for it: which of its stages it is at, and how long that still takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

# Each step, by the stage that it belongs to: what is one thing to whoever waits is one stage.
STAGES = {"read": 1, "load": 2, "embed": 2, "write": 3, "gauge": 4, "exam": 5, "compare": 5}
LAST = max(STAGES.values())
MINUTE = 100  # seconds from which minutes are told


class Left(NamedTuple):
    """A time that is still to be waited, in round figures."""

    number: int
    unit: str  # "seconds" or "minutes"


@dataclass(frozen=True, slots=True)
class Along:
    """How far a run is."""

    step: str
    done: int
    total: int  # 0: not known
    left: Left | None  # of this step; None as long as it can't be known
    is_skipped: bool  # all of the step was known before


class Pace:
    """Tells from the reports of a run how long its steps still take."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._step, self._began, self._begun_at = "", 0.0, 0
        self._is_skipped = False

    def __call__(self, step: str, done: int, total: int) -> Along:
        """Return how far a run is that has done so much of a step."""
        now = self._clock()
        if step != self._step:
            self._step, self._began, self._begun_at = step, now, done
            self._is_skipped = 0 < total == done
        seconds, made = now - self._began, done - self._begun_at
        left = _rounded((total - done) * seconds / made) if made > 0 and seconds > 0 and total else None
        return Along(step, done, total, left, self._is_skipped)


def _rounded(seconds: float) -> Left:
    return Left(round(seconds), "seconds") if seconds < MINUTE else Left(round(seconds / 60), "minutes")
