"""Single statements written into the knowledge folder, with their twins and footnotes, as proposals."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.answers import Match, Question
from bot.domain.drafting import Hit, Spot, Wording, Written
from bot.domain.errors import FolderChanged, KnowledgeError, KnowledgeErrors
from bot.domain.ids import normalise, statement_id
from bot.ingestion.folder import Contents, sort_out, suffix
from bot.ingestion.folder_changes import FolderChanges
from bot.ingestion.pages import Page, fresh_label, note_of, opened, sentence_of, source_text
from bot.ingestion.sourcing import source_line

LOOKED_AT = 30  # statements near to what is typed
MOST_SPOTS = 5
MOST_HITS = 7
_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Writing:
    """The WritingDesk port."""

    changes: FolderChanges
    nearest: Callable[[Question, int], Awaitable[Sequence[Match]]]
    clock: Callable[[], dt.datetime]

    async def spots(self, words: str) -> Sequence[Spot]:
        """Return the sections nearest to some words, best first, of documents that can be written into."""
        keys = dict.fromkeys(match.section.key for match in await self._near(words))
        return await asyncio.to_thread(lambda: tuple(self._spots(keys))[:MOST_SPOTS])

    async def hits(self, words: str) -> Sequence[Hit]:
        """Return the statements nearest to some words, best first."""
        found = [one for one in await self._near(words) if suffix(one.statement.document) == ".md"]
        return [Hit(one.statement.id, one.section.title, one.statement.text) for one in found[:MOST_HITS]]

    async def written(self, statement_id: str) -> Written | None:
        """Return a statement as the folder has it now, None if it isn't there (any more)."""
        return await asyncio.to_thread(self._written, statement_id)

    def sentence(self, words: str) -> str:
        """Return what is typed as a sentence. Raises ValueError if it can't be one."""
        return sentence_of(words)

    def source(self, words: str) -> str:
        """Return a source as typed in the form that documents have it. Raises ValueError if it can't be read as one."""
        return source_line(words)

    async def add(self, spot: Spot, wording: Wording) -> str:
        """Propose a new statement; return the proposal's id. Raises KnowledgeErrors if it can't be written."""
        label, files = await asyncio.to_thread(self._with_added, spot, wording)
        after = {"document": spot.document, "statement": wording.text, "source": "; ".join(wording.sources) or label}
        phrasings = {} if wording.label else {label: wording.phrasings}
        return await self.changes.keep(files, phrasings, {}, after)

    async def change(self, written: Written, wording: Wording) -> str:
        """Propose other words or sources of a statement; return the proposal's id.

        Raises KnowledgeErrors if it can't be written, FolderChanged if the statement isn't there any more.
        """
        files, name = await asyncio.to_thread(self._with_changed, written, wording), written.document
        before = {"document": name, "statement": written.text, "source": "; ".join(written.sources) or None}
        after = {"document": name, "statement": wording.text, "source": "; ".join(wording.sources) or None}
        return await self.changes.keep(files, {}, before, after)

    def _with_added(self, spot: Spot, wording: Wording) -> tuple[str, dict[str, bytes]]:
        """Return the new statement's label, and the files with it."""
        label = self._label(spot.document) if wording.label is None else wording.label
        page = self._page(spot.document)
        part = None if spot.section is None else _part_of(page, spot.section)
        files = {spot.document: _added(page, part, wording, label, wording.text, wording.heading)}
        if spot.twin:
            heading, english = wording.english_heading or wording.heading, wording.english or wording.text
            files[spot.twin] = _added(self._page(spot.twin), part, wording, label, english, heading)
        return label, files

    def _with_changed(self, written: Written, wording: Wording) -> dict[str, bytes]:
        """Return the files with the statement changed."""
        label = written.labels[0] if written.labels else self._label(written.document)
        page = self._page(written.document)
        part, number = _place(page, written)
        same_note = (wording.as_of, wording.sources) == (written.as_of, written.sources)
        note = None if same_note else _note(wording, page.file)
        files = {page.file: _changed(page, part, number, wording.text, label, note)}
        if written.twin:
            english = wording.english or wording.text
            files[written.twin] = _changed(self._page(written.twin), part, number, english, label, note)
        return files

    async def _near(self, words: str) -> Sequence[Match]:
        return await self.nearest(Question(words, self.clock()), LOOKED_AT)

    def _page(self, path: str) -> Page:
        """Return a document of the folder. Raises KnowledgeErrors if it can't be read, FolderChanged if it is gone."""
        data = self.changes.now(path)
        if data is None:
            raise FolderChanged(path)
        return opened(data, path)

    def _contents(self) -> Contents:
        return sort_out(self.changes.files.list())

    def _pages(self, documents: Iterable[str]) -> Iterator[Page]:
        """Yield those of the folder's documents that can be written into; one that is broken is not."""
        for path in documents:
            if suffix(path) == ".md":
                try:
                    yield opened(self.changes.files.read(path), path)
                except (KnowledgeError, KnowledgeErrors):
                    continue

    def _spots(self, keys: Collection[str]) -> Iterator[Spot]:
        contents = self._contents()
        near = {key.partition("#")[0] for key in keys}
        pages = {page.file: page for page in self._pages(path for path in contents.documents if path in near)}
        for key in keys:
            path, _, name = key.partition("#")
            page = pages.get(path)
            if page is None or name not in page.slugs:
                continue
            part = page.parts[page.slugs.index(name)]
            labels = dict.fromkeys(label for piece in part.pieces for label in piece.labels)
            notes = tuple(note for note in map(page.note, labels) if note)
            title = part.path[-1] if part.path else page.properties.title
            yield Spot(path, page.properties.title, name, title, contents.twins.get(path), notes)

    def _written(self, wanted: str) -> Written | None:
        contents = self._contents()
        for page in self._pages(contents.documents):
            for part, (name, each) in enumerate(zip(page.slugs, page.parts, strict=True)):
                seen: dict[str, int] = {}
                for number, piece in enumerate(each.pieces):
                    words = normalise(piece.text).casefold()
                    found = statement_id(page.file, name, piece.text, seen.get(words, 0))
                    seen[words] = seen.get(words, 0) + 1
                    if found == wanted:
                        return self._as_written(page, part, number, contents.twins.get(page.file))
        return None

    def _as_written(self, page: Page, part: int, number: int, twin: str | None) -> Written:
        each = page.parts[part]
        piece = each.pieces[number]
        note = page.note(piece.labels[0]) if piece.labels else None
        english = self._page(twin).parts[part].pieces[number].text if twin else None
        return Written(
            document=page.file,
            section=page.slugs[part],
            title=each.path[-1] if each.path else page.properties.title,
            text=piece.text,
            labels=piece.labels,
            as_of=note.as_of if note else None,
            sources=tuple(map(source_text, note.sources)) if note else (),
            shared=page.shares(piece.labels[0]) - 1 if piece.labels else 0,
            twin=twin,
            english=english,
        )

    def _label(self, document: str) -> str:
        """Return a label that no document of the folder uses."""
        used: set[str] = set()
        for path in self.changes.files.list():
            if suffix(path) == ".md":
                used |= set(_LABEL.findall(self.changes.files.read(path).decode("utf-8", "replace")))
        return fresh_label(self._page(document).draft.notes, used)


def _added(page: Page, part: int | None, wording: Wording, label: str, sentence: str, heading: str) -> bytes:
    try:
        if wording.label is None:
            page = page.with_note(label, _note(wording, page.file))
        if part is None:
            page = page.with_section(heading, sentence, label)
        else:
            page = page.with_statement(part, sentence, label)
    except KnowledgeError as error:
        raise KnowledgeErrors([error]) from None
    return page.text.encode("utf-8")


def _changed(page: Page, part: int, number: int, sentence: str, label: str, note: str | None) -> bytes:
    try:
        if page.parts[part].pieces[number].text != sentence:
            page = page.reworded(part, number, sentence)
        if note is not None:
            page = page.with_note(label, note)
            if label not in page.parts[part].pieces[number].labels:
                page = page.marked(part, number, label)
    except KnowledgeError as error:
        raise KnowledgeErrors([error]) from None
    return page.text.encode("utf-8")


def _note(wording: Wording, file: str) -> str:
    try:
        return note_of(wording.as_of, wording.sources)
    except ValueError as error:
        raise KnowledgeErrors([KnowledgeError(str(error), file=file)]) from None


def _part_of(page: Page, name: str) -> int:
    """Return which part a section is. Raises FolderChanged if there is none of this name any more."""
    if name not in page.slugs:
        raise FolderChanged(page.file)
    return page.slugs.index(name)


def _place(page: Page, written: Written) -> tuple[int, int]:
    """Return which part and piece a statement is. Raises FolderChanged if somebody has changed it meanwhile."""
    part = _part_of(page, written.section)
    texts = [piece.text for piece in page.parts[part].pieces]
    if written.text not in texts:
        raise FolderChanged(page.file)
    return part, texts.index(written.text)
