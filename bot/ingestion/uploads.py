"""Files from chat: read in a child process, named safely, and proposed as a change of the knowledge folder."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol

from bot.domain.documents import Kind
from bot.domain.drafting import Sheet, Shelved, Upload
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.ids import slug
from bot.domain.paths import fault
from bot.domain.privacy import FAIR, NUMBERS
from bot.ingestion.draft import Draft
from bot.ingestion.filetype import sniff
from bot.ingestion.folder import (
    SUFFIXES,
    TWIN_ENDINGS,
    Contents,
    Files,
    is_twin,
    original_of,
    sort_out,
    suffix,
    twin_language,
)
from bot.ingestion.folder_changes import FolderChanges
from bot.ingestion.front_matter import as_yaml, front_matter, with_front_matter
from bot.ingestion.intruders import private_sort
from bot.ingestion.plain_text import decode
from bot.ingestion.properties import Properties, read_properties
from bot.ingestion.reading import read_upload
from bot.ingestion.sourcing import days_in, source_line
from bot.ingestion.titles import titles
from bot.language.registry import CODES
from bot.language.tokens import detect

LONGEST_NAME = 60  # characters of a file's name, its ending not counted
LONGEST_TITLE = 120
HEAD = 3000  # characters in which a document tells what it is and of when
MOST_PROPOSED = 3
AT_ONCE = 2  # files that are read at a time
_ENDINGS = {"a PDF": ".pdf", "a web page": ".html"}  # of files whose names have none
_TWIN_ENDING, _TWIN_LANGUAGE = next(iter(TWIN_ENDINGS.items()))
_NAMELESS = "Dokumen"


class Accepting(Files, Protocol):
    """The knowledge folder, which says what it would take."""

    @property
    def most_bytes(self) -> int:
        """How large a file may be."""

    def accept(self, name: str, data: bytes) -> str:
        """Return the name under which a file can be kept. Raises KnowledgeError if it has none or is too large."""


class Uploads:
    """The UploadDesk port."""

    def __init__(self, files: Accepting, changes: FolderChanges, languages: Sequence[str] = CODES) -> None:
        self._files, self._changes, self._languages = files, changes, languages
        self._turns = asyncio.Semaphore(AT_ONCE)

    @property
    def most_bytes(self) -> int:
        """How large a file may be."""
        return self._files.most_bytes

    def day(self, words: str) -> dt.date | None:
        """Return the first whole day that a text names."""
        return next(days_in(words), None)

    def source(self, words: str) -> str:
        """Return a source as typed in the form that documents have it. Raises ValueError if it can't be read as one."""
        return source_line(words)

    async def read(self, name: str, data: bytes) -> Upload:
        """Return what a file holds. Raises KnowledgeErrors with all that is wrong with it."""
        try:
            safe = safe_name(name, data)
            draft, properties = await self._draft(self._files.accept(safe, data), data)
        except KnowledgeError as error:
            raise KnowledgeErrors([error]) from None
        return _upload(safe, data, draft, properties, self._languages)

    async def shelf(self) -> Sequence[Shelved]:
        """Return the documents that there are; one whose front matter can't be read is not shown."""
        return await asyncio.to_thread(lambda: tuple(self._shelved()))

    async def with_twin(self, upload: Upload, name: str, data: bytes) -> Upload:
        """Return an upload with its English twin. Raises KnowledgeErrors if that can't be read."""
        await self.read(name, data)
        return replace(upload, twin=data)

    async def propose(self, upload: Upload, sheet: Sheet, replaces: str | None) -> str:
        """Let the folder's change wait as a proposal; return its id.

        Raises KnowledgeErrors with what would be wrong with the folder then.
        """
        path = await asyncio.to_thread(self._path, upload, sheet, replaces)
        contents = sort_out(await asyncio.to_thread(self._files.list))
        files = {**_removed(replaces, contents), **_files(upload, sheet, path)}
        what = {"document": path, "title": sheet.title}
        return await self._changes.keep(files, {}, {"document": replaces} if replaces else {}, what)

    def _path(self, upload: Upload, sheet: Sheet, replaces: str | None) -> str:
        """Return where it would lie: in place of what it replaces, else beside the documents of its program."""
        shelf = tuple(self._shelved())
        if is_twin(upload.name) and (original := _named(original_of(upload.name), shelf)):
            return original.path.removesuffix(".md") + _TWIN_ENDING
        if replaces is not None:
            return str(PurePosixPath(replaces).with_suffix(suffix(upload.name)))
        folder, taken = _folder(sheet.program, shelf), set(self._files.list())
        return next(path for path in _paths(folder, upload.name) if path not in taken)

    async def _draft(self, name: str, data: bytes) -> tuple[Draft, Properties | None]:
        async with self._turns:
            return await asyncio.to_thread(self._read, name, data)

    def _read(self, name: str, data: bytes) -> tuple[Draft, Properties | None]:
        with self._changes.sandbox() as sandbox:
            draft, properties = read_upload(data, name, sandbox.run)
        text = decode(data, name) if suffix(name) == ".md" else ""
        if text.startswith("---") and front_matter(text) is None:  # though the parser may take an indented line for it
            raise KnowledgeErrors([KnowledgeError("front matter has no closing line ---", file=name, line=1)])
        if draft.empty:
            raise KnowledgeErrors([KnowledgeError("no page of it has text", file=name)])
        return draft, properties

    def _shelved(self) -> Iterator[Shelved]:
        contents = sort_out(self._files.list())
        for path in contents.documents:
            if properties := self._properties(path, contents):
                yield Shelved(path, properties.title, properties.program, contents.twins.get(path))

    def _properties(self, path: str, contents: Contents) -> Properties | None:
        beside = contents.properties.get(path)
        try:
            if suffix(path) == ".md":
                text = front_matter(decode(self._files.read(path), path))
            else:
                text = decode(self._files.read(beside), beside) if beside else None
        except KnowledgeError:
            return None
        return read_properties(text, path)[0] if text else None


def safe_name(name: str, data: bytes) -> str:
    """Return a name under which a file can lie anywhere: a slug, with the ending that says what it is.

    Raises KnowledgeError if the name tries to lead elsewhere, or nothing reads such a file.
    """
    name = name.strip()
    if "/" in name or "\\" in name or ".." in name.split("."):
        raise KnowledgeError("its path leads out of the knowledge folder", file=name)
    ending = _TWIN_ENDING if is_twin(name.lower()) else suffix(name)
    if ending not in (*SUFFIXES, _TWIN_ENDING):
        ending = _ENDINGS.get(sniff(data), ending)
    if ending not in (*SUFFIXES, _TWIN_ENDING):
        supported = ", ".join(SUFFIXES)
        raise KnowledgeError(f'unsupported type "{ending}"; supported are {supported}', file=name)
    stem = name[: -len(ending)] if name.lower().endswith(ending) else name
    short = slug(stem)[:LONGEST_NAME].strip("-") or "dokumen"
    safe = f"{short}{ending}"
    return f"dokumen-{safe}" if fault(safe) or short.startswith("readme") else safe


def _upload(name: str, data: bytes, draft: Draft, properties: Properties | None, languages: Sequence[str]) -> Upload:
    head = "\n".join(_head(draft))[:HEAD]
    proposed = tuple(dict.fromkeys(_titles(name, draft, properties)))[:MOST_PROPOSED]
    says = {
        "title": properties.title if properties else None,
        "program": properties.program if properties else None,
        "kind": properties.kind if properties and _says_kind(name, data) else None,
        "language": properties.language if properties else None,
        "date": properties.date if properties else None,
        "source": properties.source if properties else None,
    }
    known = {key: value for key, value in says.items() if value}
    guessed = {"title": proposed[0], "language": twin_language(name) or detect(head, languages)}
    return Upload(
        name=name,
        data=data,
        sheet=Sheet(**{**guessed, **known}),  # type: ignore[arg-type]  # by their names
        says=frozenset(known),
        titles=proposed,
        dates=tuple(days_in(head))[:MOST_PROPOSED],
        statements=sum(len(part.pieces) for part in draft.parts),
    )


def _says_kind(name: str, data: bytes) -> bool:
    """Whether the kind is written down, not only understood."""
    return bool(re.search(r"^kind[ \t]*:", front_matter(decode(data, name)) or "", re.MULTILINE))


def _head(draft: Draft) -> Iterator[str]:
    for part in draft.parts:
        yield from part.path[-1:]
        yield from (piece.text for piece in part.pieces)


def _titles(name: str, draft: Draft, properties: Properties | None) -> Iterator[str]:
    if properties:
        yield properties.title
    yield from filter(_can_name, titles(draft))
    stem = re.sub(r"-+", " ", name.removesuffix(suffix(name)).removesuffix(".en")).capitalize()
    yield stem if _is_public(stem) else _NAMELESS


def _can_name(text: str) -> bool:
    """Whether a text may be proposed as a title."""
    return bool(re.search(r"\w{3}", text)) and len(text) <= LONGEST_TITLE and _is_public(text)


def _is_public(text: str) -> bool:
    """Whether a text may stand everywhere: it holds nobody's number, not even an office's, and no private address."""
    return private_sort(text) is None and all(found.lastgroup in FAIR for found in NUMBERS.finditer(text))


def _folder(program: str | None, shelf: Sequence[Shelved]) -> str:
    """Return the folder where most documents of a program lie; one of its own for a program without any."""
    if not program:
        return ""
    folders = Counter(str(PurePosixPath(one.path).parent) for one in shelf if one.program == program)
    folder = folders.most_common(1)[0][0] if folders else slug(program)
    return "" if folder == "." else folder


def _named(name: str, shelf: Sequence[Shelved]) -> Shelved | None:
    return next((one for one in shelf if PurePosixPath(one.path).name == name), None)


def _paths(folder: str, name: str) -> Iterator[str]:
    ending = _TWIN_ENDING if is_twin(name) else suffix(name)
    stem = f"{folder}/{name.removesuffix(ending)}".removeprefix("/")
    yield f"{stem}{ending}"
    yield from (f"{stem}-{number}{ending}" for number in range(2, 1000))


def _files(upload: Upload, sheet: Sheet, path: str) -> Mapping[str, bytes]:
    properties = Properties(
        sheet.title, sheet.program, sheet.kind or Kind.UMUM, sheet.language, sheet.date, source=sheet.source
    )
    if suffix(path) != ".md":
        return {path: upload.data, f"{path}.yaml": as_yaml(properties).encode("utf-8")}
    files = {path: _marked(upload.data, properties, path, keeps_title=is_twin(path))}
    if upload.twin is not None:
        twin = path.removesuffix(".md") + _TWIN_ENDING
        files[twin] = _marked(upload.twin, replace(properties, language=_TWIN_LANGUAGE), twin, keeps_title=True)
    return files


def _marked(data: bytes, wanted: Properties, path: str, *, keeps_title: bool = False) -> bytes:
    """Return Markdown that says these properties of itself, and keeps what else it says."""
    text = decode(data, path)
    own = read_properties(front_matter(text) or "", path)[0]
    if own:
        kept = {"latest": own.latest, "review_by": own.review_by}
        if keeps_title:
            kept |= {"title": own.title, "program": own.program or wanted.program}
        wanted = replace(wanted, **kept)  # type: ignore[arg-type]  # by their names
    marked = with_front_matter(text, wanted, path)
    return data if marked == text else marked.encode("utf-8")


def _removed(replaces: str | None, contents: Contents) -> dict[str, None]:
    """Return what goes with a document that is replaced: also its twin, which says what the old one said."""
    if replaces is None:
        return {}
    beside = (replaces, contents.properties.get(replaces), contents.twins.get(replaces))
    return {path: None for path in beside if path}
