"""python ingest.py: reads the knowledge folder and publishes a release of it, or says what is wrong with it."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.progress import json_progress, shown_progress

if TYPE_CHECKING:
    from bot.domain.errors import KnowledgeError
    from bot.ingestion.ingestion import Ingestion, Report
    from bot.ingestion.release_moves import Releases

OK, WRONG_KNOWLEDGE, WRONG_CONFIG, RUNNING, NOT_PASSED, STOPPED = 0, 1, 2, 3, 4, 130
LANGUAGE = "en"  # an operator's commands speak English
SHOWN = 100  # warnings; a folder with more has one cause for most of them

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
    whole: Annotated[
        bool, typer.Option("--whole", help="Ask the whole exam, what is learned from (training/) with it.")
    ] = False,
    candidate: Annotated[
        bool, typer.Option("--candidate", help="Build a release and let it wait, for a day, to be published by its id.")
    ] = False,
    proposal: Annotated[
        str | None, typer.Option(help="With --candidate: with the files of this proposal from chat.", metavar="ID")
    ] = None,
    publish: Annotated[
        str | None, typer.Option(help="Publish this very candidate (with --force, if it failed).", metavar="ID")
    ] = None,
    discard: Annotated[str | None, typer.Option(help="Remove a candidate that waits.", metavar="ID")] = None,
    listing: Annotated[
        bool, typer.Option("--list", help="List the releases: live, earlier ones, candidates that wait.")
    ] = False,
    rollback: Annotated[
        bool, typer.Option("--rollback", help="Go back to RELEASE; if none is named, to the one before the live one.")
    ] = False,
    prune: Annotated[
        int | None, typer.Option(help="Remove all but the N newest releases, never the live one.", metavar="N", min=1)
    ] = None,
    converting: Annotated[
        bool, typer.Option("--convert", help="Turn the data files of an earlier layout into today's; do nothing else.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Progress and report as a JSON object a line; so is the list.")
    ] = False,
    release: Annotated[
        str | None, typer.Argument(help="With --rollback: what to go back to.", metavar="RELEASE")
    ] = None,
) -> None:
    """Read the knowledge folder and publish it as a release that the bot serves, or look after the releases.

    A new release sits the exam (exam/held_out/; with --whole, training/ too) first: it is not published if it fails a
    question that the live one answers right, or if a mark of the config file is not held.

    Ends with 0 if all is well, 1 if the knowledge is not, 2 if the config is not, 3 if another ingest is running,
    4 if the exam is not passed.
    """
    if force is not None and not force.strip():
        raise typer.BadParameter("--force needs a reason")
    if release is not None and not rollback:
        raise typer.BadParameter(f"{release!r}: only --rollback takes a release")
    if proposal is not None and not candidate:
        raise typer.BadParameter("--proposal: a proposal's files come into the folder with a candidate only")
    chosen = (
        dry_run,
        if_needed,
        candidate,
        publish is not None,
        discard is not None,
        listing,
        rollback,
        prune is not None,
        converting,
    )
    if sum(chosen) > 1:
        raise typer.BadParameter("one thing at a time: each of these options is a command of its own")
    from bot.app import open_ingestion
    from bot.config import load

    def opened() -> AbstractAsyncContextManager[Ingestion]:
        return open_ingestion(load(config, os.environ), proposal, whole_exam=whole)

    if converting:
        raise typer.Exit(convert(config, sys.stdout, sys.stderr))
    back_to = release or "" if rollback else None
    wish = Wish(dry_run, if_needed, force, candidate, as_json, listing, back_to, prune, publish, discard)
    try:
        status = asyncio.run(run(opened, wish, sys.stdout, sys.stderr, time.monotonic))
    except KeyboardInterrupt:
        typer.echo("stopped; the next run goes on from here", err=True)
        status = STOPPED
    raise typer.Exit(status)


def convert(config: Path, out: TextIO, err: TextIO) -> int:
    """Turn a folder of an earlier layout into today's, say what was done, and return the exit status."""
    from bot.config import load
    from bot.converting import convert as turn
    from bot.domain.errors import ConfigError, ProgramError

    try:
        print(*turn(load(config, os.environ)), sep="\n", file=out)
    except ProgramError as error:
        print(error, file=err)
        return WRONG_CONFIG if isinstance(error, ConfigError) else WRONG_KNOWLEDGE
    return OK


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: without any of it, whatever has changed is ingested."""

    dry_run: bool = False
    if_needed: bool = False
    force: str | None = None  # why to publish what does not pass the exam
    candidate: bool = False
    as_json: bool = False
    listing: bool = False
    back_to: str | None = None  # a release to go back to, "" for the one before the live one
    prune: int | None = None  # how many releases to leave
    publish: str | None = None  # id of a candidate
    discard: str | None = None

    @property
    def is_about_releases(self) -> bool:
        """Whether it concerns releases that are there, and nothing is ingested."""
        return self.listing or any(one is not None for one in (self.back_to, self.prune, self.publish, self.discard))


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
            if wish.is_about_releases:
                print(*[line async for line in look_after(ingestion.releases, wish)], sep="\n", file=out)
                return OK
            if wish.if_needed and await ingestion.obstacle() is None:
                if await ingestion.newer():
                    print("the knowledge has changed since the last ingest: `make ingest` publishes it", file=out)
                return OK
            report = await ingested(ingestion, wish, out, clock)
        return tell(report, wish, out, err)
    except KnowledgeErrors as error:
        if wish.as_json:
            print(json.dumps({"errors": [_record(one) for one in error.errors]}), file=out, flush=True)
        print(error, f"{len(error.errors)} to correct; nothing was published", sep="\n", file=err)
        return WRONG_KNOWLEDGE
    except ProgramError as error:
        print(error, file=err)
        return {AlreadyRunning: RUNNING, ConfigError: WRONG_CONFIG}.get(type(error), WRONG_KNOWLEDGE)
    except (OSError, sqlite3.Error) as error:
        print(f"the data folder can't be used: {error}; nothing was published", file=err)
        return WRONG_CONFIG


async def ingested(ingestion: Ingestion, wish: Wish, out: TextIO, clock: Callable[[], float]) -> Report:
    """Return what was planned, prepared or published, having shown progress meanwhile."""
    with json_progress(out, clock) if wish.as_json else shown_progress(out, clock, staged=True) as progress:
        if wish.dry_run:
            return await ingestion.rehearse(progress)
        return await (ingestion.prepare(progress) if wish.candidate else ingestion.publish(progress, wish.force))


def _record(error: KnowledgeError) -> dict[str, str | int | None]:
    return {"reason": error.reason, "file": error.file, "line": error.line, "page": error.page}


def tell(report: Report, wish: Wish, out: TextIO, err: TextIO) -> int:
    """Say what was found and done, and return the exit status."""
    if wish.as_json:
        from bot.ingestion.outline import outline

        told = {"report": asdict(outline(report)), "published": report.release}
        print(json.dumps(told, ensure_ascii=False), file=out, flush=True)
    else:
        print(*summary(report, wish), sep="\n", file=out)
    for line in objections(report, wish):
        print(line, file=err)
    return OK if report.release or report.may_be_published else NOT_PASSED


async def look_after(releases: Releases, wish: Wish) -> AsyncIterator[str]:
    """Do to releases what was asked for, and yield the lines that say so. Raises ReleaseError if it can't be done."""
    from bot import releasing

    if wish.listing:
        standings = await releases.list()
        for line in [releasing.as_json(standings)] if wish.as_json else releasing.table(standings):
            yield line
    elif wish.back_to is not None:
        moved = await releases.roll_back(wish.back_to or None)
        yield f"release {moved.after} is live again; before it was {moved.before}"
    elif wish.prune is not None:
        removed = await releases.prune(wish.prune)
        yield f"removed: {', '.join(removed)}" if removed else "there is nothing to remove"
    elif wish.publish is not None:
        moved = await releases.publish(releases.waiting(wish.publish), force=wish.force)
        yield f"published release {moved.after}"
    elif wish.discard is not None:
        await releases.discard(wish.discard)
        yield f"candidate {wish.discard} is removed"


def summary(report: Report, wish: Wish) -> Iterator[str]:
    """Yield the lines that say what was found and what was done."""
    from bot.ingestion import golden
    from bot.ingestion.calibration import told
    from bot.ingestion.plan import describe, describe_shared
    from bot.locales import say_finding

    yield from describe(report.plan)
    if report.warnings:
        yield f"{len(report.warnings)} to look at:"
        yield from (f"  {say_finding(LANGUAGE, one)}" for one in report.warnings[:SHOWN])
        yield from [f"  … and {len(report.warnings) - SHOWN} more"] * (len(report.warnings) > SHOWN)
    if not report.has_exam:
        yield "there are no exam questions: no exam was sat"
    if report.refusal:
        yield told(report.refusal)
    if report.is_rule_kept:
        yield "refusal rule: that of the live release, as little has changed since it was fitted"
    if report.examination:
        yield from golden.result(report.examination)
        yield from golden.changes(report.examination) if wish.dry_run or wish.candidate else ()
    yield from describe_shared(report.overtaken) if wish.dry_run or wish.candidate else ()
    if not report.reasons:
        yield "nothing has changed; the live release serves as it is"
    elif wish.candidate and report.candidate:
        yield f"candidate {report.candidate.id} waits for a day: --publish or --discard it"
    elif wish.dry_run and report.may_be_published:
        yield f"a new release would be published, as {' and '.join(report.reasons)}"
    elif report.release:
        forced = "" if report.may_be_published else f", although it does not pass the exam: {wish.force}"
        yield f"published release {report.release}{forced}"


def objections(report: Report, wish: Wish) -> Iterator[str]:
    """Yield the lines that say what speaks against a new release, and what to do."""
    from bot.ingestion import golden

    if report.examination is None or report.may_be_published:
        return
    yield from golden.failures(report.examination)
    if wish.candidate:
        yield 'the exam is not passed: --publish takes --force "reason" too'
    elif not report.release:
        remedy = 'correct the documents or the exam, or publish it all the same with --force "reason"'
        yield f"the exam is not passed, nothing was published: {remedy}"


if __name__ == "__main__":
    app()
