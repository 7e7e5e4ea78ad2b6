"""The knowledge folder as it would be with a proposal's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.errors import KnowledgeError
from bot.ingestion.folder import Files


@dataclass(frozen=True, slots=True)
class LaidOver:
    """Reads files of a proposal where it has some, else the folder's own; nothing is written."""

    below: Files
    above: Mapping[str, bytes | None]

    def list(self) -> list[str]:
        """Return the paths of all files, sorted."""
        paths = {*self.below.list(), *self.above}
        return sorted(path for path in paths if self.above.get(path, b"") is not None)

    def read(self, path: str) -> bytes:
        """Return a file's content. Raises KnowledgeError if it can't be read."""
        if path not in self.above:
            return self.below.read(path)
        content = self.above[path]
        if content is None:
            raise KnowledgeError("is to be removed", file=path)
        return content
