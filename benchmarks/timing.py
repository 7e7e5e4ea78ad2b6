"""How long stages took, and how they are shown: in milliseconds, and as multiples of embedding one question."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Timing:
    """Seconds that one stage took, call by call."""

    stage: str
    seconds: tuple[float, ...]

    def percentile(self, share: float) -> float:
        """Return the seconds that so many of 100 calls took at most."""
        return float(np.percentile(self.seconds, share))


class Stopwatch:
    """Collects the seconds of stages that follow each other, call after call."""

    def __init__(self) -> None:
        self._seconds: dict[str, list[float]] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what happens within."""
        started = time.perf_counter()
        yield
        self._seconds.setdefault(name, []).append(time.perf_counter() - started)

    def timings(self) -> list[Timing]:
        """Return the stages in the order in which they first came."""
        return [Timing(stage, tuple(seconds)) for stage, seconds in self._seconds.items()]


async def timed(stage: str, ask: Callable[[int], Awaitable[object]], count: int) -> Timing:
    """Ask each of count questions once, after one that does not count."""
    await ask(0)
    watch = Stopwatch()
    for n in range(count):
        with watch.stage(stage):
            await ask(n)
    return watch.timings()[0]


def table(timings: Sequence[Timing], measure: float) -> str:
    """Return stages with milliseconds at p50 and p95, and as multiples of the measure (seconds)."""
    rows = [f"{'stage':<40}{'p50 ms':>10}{'p95 ms':>10}{'× embedding':>14}"]
    for timing in timings:
        half, most = timing.percentile(50), timing.percentile(95)
        rows.append(f"{timing.stage:<40}{half * 1000:>10.2f}{most * 1000:>10.2f}{half / measure:>14.2f}")
    return "\n".join(rows)
