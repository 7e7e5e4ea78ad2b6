"""Releases from chat: an ingest runs as a child process, so that the one that answers never embeds in bulk."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.records import from_json
from bot.domain.errors import AlreadyRunning, KnowledgeError, KnowledgeErrors, ProgramError
from bot.domain.ports import Tell
from bot.domain.releases import Author, Candidate, Move, Outline, Standing
from bot.ingestion.release_moves import Releases

ROOT = Path(__file__).resolve().parent.parent
LONGEST_LINE = 2**24  # bytes of a line that the child may write
LONGEST_COMPLAINT = 3000  # characters that are told of what it complains of
RUNNING, PASSED, NOT_PASSED = 3, 0, 4  # how ingest.py ends


def ingest_command(config: Path) -> tuple[str, ...]:
    """Return what builds a candidate from the same config and says so in JSON."""
    return sys.executable, str(ROOT / "ingest.py"), "--config", str(config.resolve()), "--candidate", "--json"


@dataclass(frozen=True, slots=True)
class ReleaseWorkshop:
    """The Workshop port."""

    command: Sequence[str]
    releases: Releases

    async def prepare(self, tell: Tell, proposal: str | None = None) -> Outline:
        """Build a candidate that waits, and return what there is to know about it; it ends with whoever waits for it.

        With a proposal's files in it, if there is one, which is over if no candidate comes of it. Raises AlreadyRunning
        beside another ingest, FolderChanged if the proposal is overtaken, KnowledgeErrors if files are broken, else
        ProgramError with the child's complaint.
        """
        outline = None
        try:
            if proposal:
                self.releases.proposals.check(proposal)  # before anybody waits for minutes
            outline = await self._built(tell, ("--proposal", proposal) if proposal else ())
        finally:
            if outline is None or outline.candidate is None:
                self.releases.proposals.drop(proposal)
        return outline

    async def _built(self, tell: Tell, more: Sequence[str]) -> Outline:
        process = await asyncio.create_subprocess_exec(
            *self.command,
            *more,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
            cwd=ROOT,
        )
        assert process.stdout
        assert process.stderr
        try:
            async with asyncio.TaskGroup() as both:
                complaint = both.create_task(process.stderr.read())
                report = both.create_task(_report(process.stdout, tell))
            status = await process.wait()
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        told = report.result()
        if told.errors:
            raise KnowledgeErrors(told.errors)
        if told.outline is None or status not in (PASSED, NOT_PASSED):
            raise _failure(status, complaint.result().decode("utf-8", "replace"))
        return told.outline

    async def standings(self) -> list[Standing]:
        """Return all releases, the newest first."""
        return await self.releases.list()

    async def publish(self, release_id: str, author: Author, force: str | None = None) -> Move:
        """Publish the very candidate of this id. Raises ReleaseError if it can't be."""
        return await self.releases.publish(self.releases.waiting(release_id), author, force)

    def kept(self, release_id: str) -> Candidate | None:
        """Return what is known of a candidate, though it may be too old to be published; None if nothing is."""
        return self.releases.candidates.find(release_id)

    async def discard(self, release_id: str, author: Author) -> None:
        """Remove a candidate. Raises ReleaseError if none of this id waits."""
        await self.releases.discard(release_id, author)

    async def roll_back(self, release_id: str, author: Author) -> Move:
        """Point every process to an earlier release. Raises ReleaseError if it isn't there or can't serve."""
        return await self.releases.roll_back(release_id, author)


@dataclass(slots=True)
class _Told:
    """What a child has reported: a candidate, or what is wrong with the folder's files."""

    outline: Outline | None = None
    errors: Sequence[KnowledgeError] = ()


async def _report(lines: asyncio.StreamReader, tell: Tell) -> _Told:
    """Pass progress on until the child's output ends; return its report."""
    found = _Told()
    async for line in lines:
        with suppress(ValueError):  # whatever a library prints
            told = json.loads(line)
            if "step" in told:
                tell(told["step"], told["done"], told["total"])
            elif "report" in told:
                found.outline = from_json(Outline, json.dumps(told["report"]).encode())
            elif "errors" in told:
                found.errors = [KnowledgeError(**one) for one in told["errors"]]
    return found


def _failure(status: int, complaint: str) -> ProgramError:
    if status == RUNNING:
        return AlreadyRunning(complaint.strip())
    told = complaint.strip()[:LONGEST_COMPLAINT]
    is_clear = status > 0 and told and "Traceback" not in told
    return ProgramError(told if is_clear else f"ingest.py ended with {status}")
