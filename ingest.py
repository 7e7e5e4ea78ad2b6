"""python ingest.py: reads the knowledge folder and publishes a release of it, or says what is wrong with it."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

if TYPE_CHECKING:
    from bot.ingestion.ingestion import Ingestion, Progress, Report

OK, WRONG_KNOWLEDGE, WRONG_CONFIG, RUNNING, NOT_PASSED, STOPPED = 0, 1, 2, 3, 4, 130
STEPS = {
    "read": "reading the documents",
    "load": "loading the embedding model",
    "embed": "embedding",
    "write": "writing the release",
    "exam": "sitting the exam",
    "compare": "asking the live release the same",
}
SHOWN = 100  # warnings; a folder with more has one cause for most of them
QUIET = 5.0  # seconds between two lines of progress where there is no terminal

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def main(
    config: Annotated[Path, typer.Option(help="The campaign's config file.")] = Path("config.toml"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, answers to the exam included; publish nothing.")
    ] = False,
    if_needed: Annotated[
        bool, typer.Option("--if-needed", help="Ingest only if there is no release that can serve.")
    ] = False,
    force: Annotated[
        str | None,
        typer.Option(help="Publish although the exam is not passed; the reason is recorded.", metavar="REASON"),
    ] = None,
) -> None:
    """Read the knowledge folder and publish it as a release that the bot serves.

    A new release sits the exam (golden.toml) first: it is not published if it fails a question that the live one
    answers right, or if a mark of the config file is not held.

    Ends with 0 if all is well, 1 if the knowledge is not, 2 if the config is not, 3 if another ingest is running,
    4 if the exam is not passed.
    """
    if force is not None and not force.strip():
        raise typer.BadParameter("--force needs a reason")
    from bot.app import open_ingestion
    from bot.config import load

    def opened() -> AbstractAsyncContextManager[Ingestion]:
        return open_ingestion(load(config, os.environ))

    try:
        status = asyncio.run(run(opened, Wish(dry_run, if_needed, force), sys.stdout, sys.stderr, time.monotonic))
    except KeyboardInterrupt:
        typer.echo("stopped; the next run goes on from here", err=True)
        status = STOPPED
    raise typer.Exit(status)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: without any of it, whatever has changed is ingested."""

    dry_run: bool = False
    if_needed: bool = False
    force: str | None = None  # why to publish what does not pass the exam


async def run(
    opened: Callable[[], AbstractAsyncContextManager[Ingestion]],
    wish: Wish,
    out: TextIO,
    err: TextIO,
    clock: Callable[[], float],
) -> int:
    """Ingest, or only plan, and return the exit status; what people should know goes to `out` and `err`."""
    from bot.domain.errors import AlreadyRunning, ConfigError, KnowledgeErrors, ProgramError

    try:
        async with opened() as ingestion:
            if wish.if_needed and await ingestion.obstacle() is None:
                if await ingestion.newer():
                    print("the knowledge has changed since the last ingest: `make ingest` publishes it", file=out)
                return OK
            with shown_progress(out, clock) as progress:
                report = await (
                    ingestion.rehearse(progress) if wish.dry_run else ingestion.publish(progress, wish.force)
                )
        print(*summary(report, wish), sep="\n", file=out)
        for line in objections(report):
            print(line, file=err)
        return OK if report.release or report.may_be_published else NOT_PASSED
    except KnowledgeErrors as error:
        print(error, f"{len(error.errors)} to correct; nothing was published", sep="\n", file=err)
        return WRONG_KNOWLEDGE
    except ProgramError as error:
        print(error, file=err)
        return {AlreadyRunning: RUNNING, ConfigError: WRONG_CONFIG}.get(type(error), WRONG_KNOWLEDGE)
    except (OSError, sqlite3.Error) as error:
        print(f"the data folder can't be used: {error}; nothing was published", file=err)
        return WRONG_CONFIG


def summary(report: Report, wish: Wish) -> Iterator[str]:
    """Yield the lines that say what was found and what was done."""
    from bot.ingestion import golden
    from bot.ingestion.plan import describe

    yield from describe(report.plan)
    if report.warnings:
        yield f"{len(report.warnings)} to look at:"
        yield from (f"  {warning}" for warning in report.warnings[:SHOWN])
        yield from [f"  … and {len(report.warnings) - SHOWN} more"] * (len(report.warnings) > SHOWN)
    if not report.has_exam:
        yield "no golden.toml: no exam was sat"
    if report.examination:
        yield from golden.result(report.examination)
        yield from golden.changes(report.examination) if wish.dry_run else ()
    if not report.reasons:
        yield "nothing has changed; the live release serves as it is"
    elif wish.dry_run and report.may_be_published:
        yield f"a new release would be published, as {' and '.join(report.reasons)}"
    elif report.release:
        forced = "" if report.may_be_published else f", although it does not pass the exam: {wish.force}"
        yield f"published release {report.release}{forced}"


def objections(report: Report) -> Iterator[str]:
    """Yield the lines that say what speaks against a new release, and what to do."""
    from bot.ingestion import golden

    if report.examination is None or report.may_be_published:
        return
    yield from golden.failures(report.examination)
    if not report.release:
        remedy = 'correct the documents or golden.toml, or publish it all the same with --force "reason"'
        yield f"the exam is not passed, nothing was published: {remedy}"


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


if __name__ == "__main__":
    app()
