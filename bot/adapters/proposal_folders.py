"""Proposals as folders beside the releases; placing one is a step that a kill can interrupt but not halve."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.adapters import records
from bot.adapters.file_edits import keep_copy, put
from bot.domain.errors import FolderChanged, KnowledgeError, ProposalGone
from bot.domain.paths import fault
from bot.domain.proposals import Change, Laid, Proposal, digest

_RECORD, _PLACING = "proposal", "placing"
_ID = re.compile("[a-z0-9]{1,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFolders:
    """Proposals in `<data>/proposals`: a folder each, with the files as they would be laid over the knowledge."""

    folder: Path
    root: Path  # the knowledge folder
    backups: Path
    still: Callable[[], AbstractAsyncContextManager[None]]  # held by whoever reads the whole knowledge, or places
    clock: Callable[[], datetime]
    suffix: Callable[[], str]  # something new each time

    def keep(self, change: Change) -> str:
        """Let a change wait; return its id. Raises KnowledgeError if it can't be written."""
        proposal_id = self.suffix()
        draft = self.folder / f".{proposal_id}"
        for path in change.files:
            _check(path)
        try:
            for path, content in change.files.items():
                if content is not None:
                    file = draft / "files" / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(content)
            files = {path: Laid(digest(new), digest(change.made_from[path])) for path, new in change.files.items()}
            records.keep(draft, _RECORD, Proposal(proposal_id, files, change.before, change.after))
            draft.rename(self.folder / proposal_id)
        except OSError as error:
            raise KnowledgeError(f"can't be kept: {error.strerror}", file=str(self.folder)) from error
        return proposal_id

    def find(self, proposal_id: str) -> Proposal | None:
        """Return a proposal, None if there is none (any more)."""
        found = records.find(self.folder / proposal_id, _RECORD, Proposal) if _ID.fullmatch(proposal_id) else None
        return found if found and found.id == proposal_id else None

    def contents(self, proposal_id: str) -> dict[str, bytes | None]:
        """Return a proposal's files, None for those to be removed. Raises ProposalGone if there is no such proposal."""
        proposal = self._found(proposal_id)
        return {path: self._content(proposal, path) for path in proposal.files}

    def check(self, proposal_id: str) -> None:
        """Raise FolderChanged or ProposalGone if a proposal can't be placed (any more)."""
        proposal = self._found(proposal_id)
        _check_unchanged(proposal, {path: self._now(path) for path in proposal.files})

    @asynccontextmanager
    async def placed(self, proposal_id: str | None) -> AsyncIterator[Proposal | None]:
        """Have a proposal's files in the folder from here on, or not at all; see the port."""
        if proposal_id is None:
            yield None
            return
        async with self.still():
            proposal = self._found(proposal_id)
            before = {path: self._now(path) for path in proposal.files}
            _check_unchanged(proposal, before)
            mark = self.folder / proposal_id / _PLACING
            mark.touch()
            try:
                await asyncio.to_thread(self._put, proposal)
                yield proposal
            except BaseException:
                for path, content in before.items():
                    self._write(path, content)
                mark.unlink()
                raise
            self.drop(proposal_id)

    def drop(self, proposal_id: str | None) -> None:
        """Forget a proposal, if there is one."""
        if proposal_id and _ID.fullmatch(proposal_id):
            shutil.rmtree(self.folder / proposal_id, ignore_errors=True)

    async def tidy(self, before: datetime) -> None:
        """Finish what a killed process was placing, and forget proposals that are older."""
        if not self.folder.is_dir():
            return
        async with self.still():
            for folder in list(self.folder.iterdir()):
                proposal = self.find(folder.name)
                if proposal and (folder / _PLACING).exists():
                    await asyncio.to_thread(self._finish, proposal)
                elif folder.stat().st_mtime < before.timestamp():
                    shutil.rmtree(folder, ignore_errors=True)

    def _found(self, proposal_id: str) -> Proposal:
        if found := self.find(proposal_id):
            return found
        raise ProposalGone(f"there is no proposal {proposal_id} (any more)")

    def _finish(self, proposal: Proposal) -> None:
        """Put the rest of its files in place, except where somebody has changed what stands there."""
        for path, laid in proposal.files.items():
            if digest(self._now(path)) == laid.replaces:
                self._write(path, self._content(proposal, path))
        self.drop(proposal.id)

    def _put(self, proposal: Proposal) -> None:
        moment = self.clock()
        for path in proposal.files:
            if (old := self._now(path)) is not None:
                keep_copy(self.backups, path, old, moment)
        for path in proposal.files:
            self._write(path, self._content(proposal, path))

    def _content(self, proposal: Proposal, path: str) -> bytes | None:
        if proposal.files[path].digest is None:
            return None
        return (self.folder / proposal.id / "files" / path).read_bytes()

    def _place(self, path: str) -> Path:
        _check(path)
        file = (self.root / path).resolve()
        if not file.is_relative_to(self.root.resolve()):
            raise KnowledgeError("a link that leads out of the knowledge folder", file=path)
        return file

    def _now(self, path: str) -> bytes | None:
        file = self._place(path)
        return file.read_bytes() if file.is_file() else None

    def _write(self, path: str, content: bytes | None) -> None:
        file = self._place(path)
        if content is None:
            file.unlink(missing_ok=True)
        elif self._now(path) != content:
            put(file, content)


def _check(path: str) -> None:
    if reason := fault(path):
        raise KnowledgeError(reason, file=path)


def _check_unchanged(proposal: Proposal, now: Mapping[str, bytes | None]) -> None:
    for path, laid in proposal.files.items():
        if digest(now[path]) != laid.replaces:
            raise FolderChanged(path)
