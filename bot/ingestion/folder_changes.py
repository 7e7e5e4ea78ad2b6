"""Changes of the knowledge folder as proposals: looked through as an ingest would, before anybody waits for a plan."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.documents import Document
from bot.domain.errors import KnowledgeErrors
from bot.domain.pointing import label_before, pointed_at
from bot.domain.proposals import Change, Proposals
from bot.ingestion.campaign import data_files, heading_of, home_of, labels_of, read_campaign, statements_of
from bot.ingestion.data_edits import with_aliases, without_owners
from bot.ingestion.folder import PHRASINGS, Files, Snapshot
from bot.ingestion.laid_over import LaidOver
from bot.ingestion.reading import read

Phrasings = Mapping[str, Sequence[str]]  # label → questions that people ask for it


class Sandbox(Protocol):
    """A child process that reads files."""

    def run(self, data: bytes, file: str) -> bytes:
        """Return what the reader makes of a file. Raises KnowledgeError if that takes more than is allowed."""


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """Makes proposals of changes."""

    files: Files
    proposals: Proposals
    sandbox: Callable[[], AbstractContextManager[Sandbox]]

    async def keep(
        self,
        files: Mapping[str, bytes | None],
        phrasings: Phrasings,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> str:
        """Let a change wait, and return its id; phrasings.toml follows what it adds and takes away.

        Raises KnowledgeErrors with what would be wrong with the folder then.
        """
        above, made_from = await asyncio.to_thread(self._looked_through, files, phrasings)
        return await asyncio.to_thread(self.proposals.keep, Change(above, made_from, before, after))

    def now(self, path: str) -> bytes | None:
        """Return what a file holds, None if there is none. Raises KnowledgeError if it can't be read."""
        return self.files.read(path) if path in self.files.list() else None

    def _looked_through(
        self, files: Mapping[str, bytes | None], phrasings: Phrasings
    ) -> tuple[dict[str, bytes | None], dict[str, bytes | None]]:
        """Return all files that change, and what they hold now."""
        folder = Snapshot(LaidOver(self.files, files))
        with self.sandbox() as sandbox:
            reading = read(folder, sandbox.run)
        if reading.errors:
            raise KnowledgeErrors(reading.errors)
        known = {path: folder.read(path) for path in data_files(folder, PHRASINGS)}
        above = {**files, **changed_phrasings(known, reading.documents, files, phrasings)}
        _, mistakes = read_campaign(Snapshot(LaidOver(self.files, above)), reading.documents)
        if mistakes:
            raise KnowledgeErrors(mistakes)
        return above, {path: self.now(path) for path in above}


def changed_phrasings(
    files: Mapping[str, bytes],
    documents: Sequence[Document],
    changed: Mapping[str, bytes | None],
    phrasings: Phrasings,
) -> dict[str, bytes]:
    """Return the files of phrasings that a change of documents changes: owners that are gone leave, new facts come in.

    As long as nearly every fact has phrasings they are searched by meaning; new facts without any could end that for
    all (`Knowledge.embedded_aliases`). So each gets its section's heading as one, unless better ones are given.
    """
    try:
        texts = {path: data.decode("utf-8") for path, data in files.items()}
        listed = {path: tomllib.loads(text) for path, text in texts.items()}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return {}  # the reading of the data files tells what is wrong with it
    held = {owner for known in listed.values() for owner, asked in known.items() if asked}
    wanted = _wanted(held, documents, changed, phrasings)
    after = dict(texts)
    for path, known in listed.items():
        if gone := [owner for owner in known if not _is_owner(owner, documents)]:
            after[path] = without_owners(texts[path], gone, path)
        for owner in gone:  # the questions for a statement that is no longer found are still asked for its fact
            if (label := label_before(owner)) in labels_of(documents):
                wanted[label] = [*wanted.get(label, ()), *known[owner]]
    for label, asked in wanted.items():
        path = next((path for path in after if label in listed.get(path, ())), home_of(label, documents))
        after[path], _ = with_aliases(after.get(path, ""), label, asked, path)
    return {path: text.encode("utf-8") for path, text in after.items() if text != texts.get(path, "")}


def _wanted(
    held: Collection[str], documents: Sequence[Document], changed: Mapping[str, bytes | None], phrasings: Phrasings
) -> dict[str, list[str]]:
    """Return what is to be added by label; `held` are the labels and sections that have phrasings."""
    labels = labels_of(documents)
    others = labels_of([one for one in documents if one.path not in changed])
    wanted = {label: list(texts) for label, texts in phrasings.items() if label in labels and texts}
    if held and all(label in held for label in others):
        wanted |= {label: [heading_of(label, documents)] for label in labels if label not in {*held, *wanted}}
    return wanted


def _is_owner(owner: str, documents: Sequence[Document]) -> bool:
    """Whether a document still holds the label, section or statement that is meant."""
    is_section = any(owner == section.key for document in documents for section in document.sections)
    return is_section or owner in labels_of(documents) or bool(pointed_at(owner, statements_of(documents)))
