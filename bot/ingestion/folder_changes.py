"""Changes of the knowledge folder as proposals: looked through as an ingest would, before anybody waits for a plan."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.documents import Document
from bot.domain.errors import KnowledgeErrors
from bot.domain.proposals import Change, Proposals
from bot.ingestion.campaign import heading_of, label_before, labels_of, pointed_at, read_campaign
from bot.ingestion.data_edits import with_aliases, without_owners
from bot.ingestion.folder import Files, Snapshot
from bot.ingestion.laid_over import LaidOver
from bot.ingestion.reading import read

ALIASES = "aliases.toml"

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
        """Let a change wait, and return its id; aliases.toml follows what it adds and takes away.

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
        above = dict(files)
        made_from = {path: self.now(path) for path in (*files, ALIASES)}
        with self.sandbox() as sandbox:
            reading = read(Snapshot(LaidOver(self.files, above)), sandbox.run)
        if reading.errors:
            raise KnowledgeErrors(reading.errors)
        if above.get(ALIASES) is None:
            aliases = made_from[ALIASES] or b""
            above |= changed_aliases(aliases, reading.documents, files, phrasings)
        _, mistakes = read_campaign(Snapshot(LaidOver(self.files, above)), reading.documents)
        if mistakes:
            raise KnowledgeErrors(mistakes)
        return above, {path: made_from[path] for path in above}


def changed_aliases(
    data: bytes, documents: Sequence[Document], changed: Mapping[str, bytes | None], phrasings: Phrasings
) -> dict[str, bytes]:
    """Return aliases.toml as a change of documents needs it: owners that are gone leave it, new facts come in.

    As long as nearly every fact has phrasings they are searched by meaning; new facts without any could end that for
    all (`Knowledge.embedded_aliases`). So each gets its section's heading as one, unless better ones are given.
    """
    try:
        text = data.decode("utf-8")
        known = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return {}  # the reading of the data files tells what is wrong with it
    labels, sections = labels_of(documents), {one.key for each in documents for one in each.sections}
    others = labels_of([one for one in documents if one.path not in changed])
    is_whole = bool(known) and all(known.get(label) for label in others)
    wanted = {label: list(texts) for label, texts in phrasings.items() if label in labels and texts}
    if is_whole:
        wanted |= {
            label: [heading_of(label, documents)] for label in labels if not (known.get(label) or label in wanted)
        }
    gone = [one for one in known if one not in labels and one not in sections and not pointed_at(one, documents)]
    after = without_owners(text, gone, ALIASES) if gone else text
    for owner in gone:  # the questions for a statement that is no longer found are still asked for its fact
        if (label := label_before(owner)) in labels:
            wanted[label] = [*wanted.get(label, ()), *known[owner]]
    for label, texts in wanted.items():
        after, _ = with_aliases(after, label, texts, ALIASES)
    return {} if after == text else {ALIASES: after.encode("utf-8")}
