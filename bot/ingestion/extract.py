"""A file of any type → its draft; what is large or of a foreign format is left to an extractor in a sandbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from bot.domain.documents import Footnote
from bot.domain.errors import KnowledgeError
from bot.domain.findings import Finding
from bot.ingestion.draft import Draft, Part
from bot.ingestion.filetype import mismatch
from bot.ingestion.folder import SUFFIXES, suffix
from bot.ingestion.markdown import read_markdown
from bot.ingestion.pdf import read_pdf
from bot.ingestion.plain_text import decode, read_text
from bot.ingestion.webpage import read_html
from bot.ingestion.word import read_docx

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Extractor = Callable[[bytes, str], bytes]  # a file's content and name → what `extract` returns

# Markdown and text of so many bytes take at worst about two seconds and are read at once, without a child process.
_SMALL = 32_000

_READERS: dict[str, Callable[[bytes, str], Draft]] = {
    ".docx": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".pdf": read_pdf,
    ".txt": read_text,
}


@dataclass(frozen=True, slots=True)
class _Remark:
    """An error as data."""

    reason: str
    line: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class _Extract:
    """A draft as data."""

    parts: list[Part]
    notes: dict[str, Footnote]
    errors: list[_Remark]
    warnings: list[Finding]
    front: str | None


def draft_of(data: bytes, file: str, extractor: Extractor, small: int = _SMALL) -> tuple[Draft, str | None]:
    """Return a file's draft and its front matter, if it is Markdown that has some.

    Markdown and text of at most `small` bytes is read here. Raises KnowledgeError if it is not what its name says, or
    takes more than the extractor allows.
    """
    if suffix(file) not in SUFFIXES:
        raise KnowledgeError(f'unsupported type "{suffix(file)}"; supported are {", ".join(SUFFIXES)}', file=file)
    if reason := mismatch(data, file):
        raise KnowledgeError(reason, file=file)
    if suffix(file) in (".md", ".txt") and len(data) <= small:
        return _read(data, file)
    return _restored(extractor(data, file), file)


def extract(data: bytes, file: str) -> bytes:
    """Return the draft of a file as JSON, with whatever is wrong with it. Raises MemoryError only."""
    draft, front = Draft(file), None
    try:
        draft, front = _read(data, file)
    except MemoryError:
        raise
    except KnowledgeError as error:
        draft.errors.append(error)
    except Exception:  # whatever a parser lets out; its own words would help nobody who wrote the file
        draft.error("can't be read: damaged, or not what its name says; save it anew")
    found = _Extract(draft.parts, draft.notes, _remarks(draft.errors), draft.warnings, front)
    return _adapter().dump_json(found)


def _read(data: bytes, file: str) -> tuple[Draft, str | None]:
    if suffix(file) == ".md":
        return read_markdown(decode(data, file), file)
    return _READERS[suffix(file)](data, file), None


def _restored(answer: bytes, file: str) -> tuple[Draft, str | None]:
    found = _adapter().validate_json(answer)
    draft = Draft(file, found.parts, found.notes)
    draft.errors += _complaints(found.errors, file)
    draft.warnings += [replace(each, file=file) for each in found.warnings]
    return draft, found.front


def _remarks(complaints: Iterable[KnowledgeError]) -> list[_Remark]:
    return [_Remark(each.reason, each.line, each.page) for each in complaints]


def _complaints(remarks: Iterable[_Remark], file: str) -> list[KnowledgeError]:
    return [KnowledgeError(each.reason, file=file, line=each.line, page=each.page) for each in remarks]


@cache
def _adapter() -> TypeAdapter[_Extract]:
    from pydantic import TypeAdapter

    return TypeAdapter(_Extract)
