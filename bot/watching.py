"""The knowledge folder, watched: what it holds is named as manifests name it, so that no release is asked for twice."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.files import KnowledgeFiles
from bot.adapters.records import find, keep
from bot.domain.documents import Boundary
from bot.domain.errors import KnowledgeError
from bot.domain.watching import Handled
from bot.ingestion.folder import sort_out
from bot.ingestion.knowledge import digest_of

NAME = "handled"


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """The Folder port."""

    files: KnowledgeFiles
    general: Sequence[Boundary]  # the program's own
    notes: Path  # a folder of its own

    async def stamp(self) -> str:
        """Return names, sizes and times of all files."""
        return await asyncio.to_thread(self.files.stamp)

    async def state(self) -> str:
        """Return the digest that a release of the folder would have; with what no release is made of, another."""
        return await asyncio.to_thread(self._state)

    async def handled(self) -> Handled:
        """Return what was noted last; nothing, if that can't be read."""
        return await asyncio.to_thread(find, self.notes, NAME, Handled) or Handled()

    async def note(self, handled: Handled) -> None:
        """Note what has become of a state, in one step."""
        await asyncio.to_thread(keep, self.notes, NAME, handled)

    def _state(self) -> str:
        try:
            digest, errors = digest_of(self.files, self.general), sort_out(self.files.list()).errors
        except KnowledgeError as error:
            digest, errors = "", (error,)
        return hashlib.sha256("\n".join([digest, *map(str, errors)]).encode()).hexdigest() if errors else digest
