"""Progress of an ingest or an exam, as a bar in a terminal, as lines in a log, as JSON for another program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

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


@contextmanager
def shown_progress(out: TextIO, clock: Callable[[], float]) -> Iterator[Progress]:
    """Lend what shows progress: a bar in a terminal, else a line for each step and now and then one between."""
    if not out.isatty():
        yield Lines(out, clock)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Progress(*columns, console=Console(file=out), transient=True) as bar:
        task = bar.add_task("", total=None, pace="")
        pace = Pace(clock)

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=STEPS[step], completed=done, total=total or None, pace=pace(step, done, total))

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


class Pace:
    """Tells the rate of a step and the time that is left of it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._step = ""
        self._began = 0.0

    def __call__(self, step: str, done: int, total: int) -> str:
        """Return "62 a second, 12 s left", "" as long as it can't be known."""
        now = self._clock()
        if step != self._step:
            self._step, self._began = step, now
        seconds = now - self._began
        if not done or seconds <= 0:
            return ""
        left = (total - done) * seconds / done
        return f"{done / seconds:.0f} a second, {int(left // 60)}:{int(left % 60):02} left"


class Lines:
    """Progress as plain lines, for logs and pipes."""

    def __init__(self, out: TextIO, clock: Callable[[], float]) -> None:
        self._out = out
        self._clock = clock
        self._pace = Pace(clock)
        self._step = ""
        self._said = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Print a line if the step is new, or if the last line is some seconds old."""
        pace, now = self._pace(step, done, total), self._clock()
        if step == self._step and now - self._said < QUIET:
            return
        self._step, self._said = step, now
        count = f" {done}/{total}" if total else ""
        print(f"{STEPS[step]}{count}{f', {pace}' if pace else ''}", file=self._out, flush=True)
