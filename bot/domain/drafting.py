"""What the team writes into the documents from chat: whole files, and single statements with their sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.documents import Kind


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is said about a document as a whole; None: not known (yet)."""

    title: str = ""
    program: str | None = None
    kind: Kind | None = None
    language: str = "id"
    date: dt.date | None = None
    source: str | None = None  # "Title, Publisher, 2025-04-17. <https://…>"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document of the knowledge folder, by what its front matter says."""

    path: str
    title: str
    program: str | None = None
    twin: str | None = None  # path of its English twin


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody has sent, read and found harmless."""

    name: str  # a safe one
    data: bytes
    sheet: Sheet  # what it says of itself, and what can be guessed
    says: frozenset[str]  # fields of the sheet that it says itself
    titles: tuple[str, ...]  # what may be its title, the likeliest first
    dates: tuple[dt.date, ...]  # that stand near its beginning
    statements: int
    twin: bytes | None = None  # the English twin that was sent after it


class UploadDesk(Protocol):
    """Takes files from chat and makes proposals of them."""

    @property
    def most_bytes(self) -> int:
        """How large a file may be."""

    def day(self, words: str) -> dt.date | None:
        """Return the first whole day that a text names."""

    def source(self, words: str) -> str:
        """Return a source as typed in the form that documents have it. Raises ValueError if it can't be read as one."""

    async def read(self, name: str, data: bytes) -> Upload:
        """Return what a file holds. Raises KnowledgeErrors with all that is wrong with it."""

    async def shelf(self) -> Sequence[Shelved]:
        """Return the documents that there are."""

    async def path(self, upload: Upload, sheet: Sheet, replaces: str | None) -> str:
        """Return where it would lie: in place of what it replaces, else beside the documents of its program."""

    async def with_twin(self, upload: Upload, name: str, data: bytes) -> Upload:
        """Return an upload with its English twin. Raises KnowledgeErrors if that can't be read."""

    async def propose(self, upload: Upload, sheet: Sheet, replaces: str | None) -> str:
        """Let the folder's change wait as a proposal; return its id.

        Raises KnowledgeErrors with what would be wrong with the folder then.
        """
