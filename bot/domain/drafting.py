"""What the team writes into the documents from chat: whole files, and single statements with their sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.documents import Footnote, Kind
from bot.language.registry import DEFAULT


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is said about a document as a whole; None: not known (yet)."""

    title: str = ""
    program: str | None = None
    kind: Kind | None = None
    language: str = DEFAULT
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

    async def with_twin(self, upload: Upload, name: str, data: bytes) -> Upload:
        """Return an upload with its English twin. Raises KnowledgeErrors if that can't be read."""

    async def propose(self, upload: Upload, sheet: Sheet, replaces: str | None) -> str:
        """Let the folder's change wait as a proposal; return its id.

        Raises KnowledgeErrors with what would be wrong with the folder then.
        """


@dataclass(frozen=True, slots=True)
class Spot:
    """A section of a Markdown document that can take another statement, or the document itself for a new section."""

    document: str
    document_title: str
    section: str | None = None  # its slug; None: a new one
    title: str = ""
    twin: str | None = None  # path of the document's English twin
    notes: tuple[Footnote, ...] = ()  # that its statements stand on


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that fits what somebody has typed."""

    id: str
    title: str  # of its section
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """A statement as it stands in the knowledge folder now."""

    document: str
    section: str  # slug
    title: str  # of the section
    text: str
    labels: tuple[str, ...]
    as_of: str | None
    sources: tuple[str, ...]  # of the first label, as lines of a footnote
    shared: int  # other statements that stand on it
    twin: str | None
    english: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """What a statement is to say, and on what it stands."""

    text: str
    english: str | None = None  # None: the twin, if there is one, says it in the document's language
    label: str | None = None  # a footnote that there is; None: a new one
    as_of: str | None = None
    sources: tuple[str, ...] = ()
    heading: str = ""  # of a new section, and in English
    english_heading: str = ""
    phrasings: tuple[str, ...] = ()


class WritingDesk(Protocol):
    """Writes single statements into the documents, as proposals."""

    async def spots(self, words: str) -> Sequence[Spot]:
        """Return the sections nearest to some words, best first."""

    async def hits(self, words: str) -> Sequence[Hit]:
        """Return the statements nearest to some words, best first."""

    async def written(self, statement_id: str) -> Written | None:
        """Return a statement as the folder has it now, None if it isn't there (any more)."""

    def sentence(self, words: str) -> str:
        """Return what is typed as a sentence. Raises ValueError if it can't be one."""

    def source(self, words: str) -> str:
        """Return a source as typed in the form that documents have it. Raises ValueError if it can't be read as one."""

    async def add(self, spot: Spot, wording: Wording) -> str:
        """Propose a new statement; return the proposal's id. Raises KnowledgeErrors if it can't be written."""

    async def change(self, written: Written, wording: Wording) -> str:
        """Propose other words or sources of a statement; return the proposal's id.

        Raises KnowledgeErrors if it can't be written, FolderChanged if the statement isn't there any more.
        """
