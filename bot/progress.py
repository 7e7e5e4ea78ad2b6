"""Progress of an ingest or an exam, as a bar in a terminal, as lines in a log, as JSON for another program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from bot.domain.pace import LAST, STAGES, Along, Pace

if TYPE_CHECKING:
    from bot.ingestion.ingestion import Progress

STEPS = {
    "read": "reading the documents",
    "load": "loading the embedding model",
    "embed": "embedding",
    "write": "writing the release",
    "gauge": "learning when to refuse",
    "exam": "sitting the exam",
    "compare": "asking the live release the same",
    "earlier": "asking the other release the same",
}
QUIET = 5.0  # seconds between two lines of progress where there is no terminal
OFTEN = 0.5  # the same for another program
_UNITS = {"seconds": "s", "minutes": "min"}


@contextmanager
def shown_progress(out: TextIO, clock: Callable[[], float], *, staged: bool = False) -> Iterator[Progress]:
    """Lend what shows progress: a bar in a terminal, else a line for each step and now and then one between.

    `staged` is for an ingest: each line tells which of its stages it is at.
    """
    if not out.isatty():
        yield Lines(out, clock, staged=staged)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[left]}"))
    with Progress(*columns, console=Console(file=out), transient=True) as bar:
        task = bar.add_task("", total=None, left="")
        pace = Pace(clock)

        def show(step: str, done: int, total: int) -> None:
            along = pace(step, done, total)
            name, left = _name(along, staged=staged), _left(along)
            bar.update(task, description=name, completed=done, total=total or None, left=left)

        yield show


@contextmanager
def json_progress(out: TextIO, clock: Callable[[], float]) -> Iterator[Progress]:
    """Lend what tells another program of progress: an object a line, for each step and now and then between."""
    step_told, told = "", 0.0

    def show(step: str, done: int, total: int) -> None:
        nonlocal step_told, told
        now = clock()
        if step != step_told or done == total or now - told >= OFTEN:
            step_told, told = step, now
            print(json.dumps({"step": step, "done": done, "total": total}), file=out, flush=True)

    yield show


class Lines:
    """Progress as plain lines, for logs and pipes."""

    def __init__(self, out: TextIO, clock: Callable[[], float], *, staged: bool = False) -> None:
        self._out = out
        self._clock = clock
        self._staged = staged
        self._pace = Pace(clock)
        self._step = ""
        self._said = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Print a line if the step is new, or if the last line is some seconds old."""
        along, now = self._pace(step, done, total), self._clock()
        if step == self._step and now - self._said < QUIET:
            return
        self._step, self._said = step, now
        count = f" {done}/{total}" if total and not along.is_skipped else ""
        left = f" · {told}" if (told := _left(along)) else ""
        print(f"{_name(along, staged=self._staged)}{count}{left}", file=self._out, flush=True)


def _name(along: Along, *, staged: bool) -> str:
    return f"{STAGES[along.step]} of {LAST} · {STEPS[along.step]}" if staged else STEPS[along.step]


def _left(along: Along) -> str:
    """Return how long a step still takes, in words; "" if it can't be known."""
    if along.is_skipped:
        return "known from before, skipped"
    return f"{along.left.number} {_UNITS[along.left.unit]} left" if along.left else ""
