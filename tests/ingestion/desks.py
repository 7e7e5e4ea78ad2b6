"""A knowledge folder on disk with proposals beside it, for what is written into it from chat."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.files import KnowledgeFiles
from bot.adapters.proposal_folders import ProposalFolders
from bot.domain.answers import Match, Question
from bot.domain.documents import Document
from bot.ingestion.extract import extract
from bot.ingestion.folder import Snapshot
from bot.ingestion.folder_changes import FolderChanges, Sandbox
from bot.ingestion.reading import read
from bot.ingestion.uploads import Uploads
from bot.ingestion.writing import Writing

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)

BUS = """---
title: Bus sekolah
program: sekolah
kind: pelaksanaan
---
## Jam bus
Bus berangkat pukul 06.15.[^B-1]
Bus melayani 12 rute.[^B-2]

## Syarat
- Siswa.[^B-1]

[^B-1]: per 2025
    Jadwal, Dishub, 2025-03-03. <https://dishub.contoh.id/jadwal>
[^B-2]: Panduan, Dishub.
"""
ENGLISH = """---
title: School bus
language: en
---
## Bus times
The bus leaves at 6:15.[^B-1]
The bus serves 12 routes.[^B-2]

## Conditions
- Pupils.[^B-1]

[^B-1]: per 2025
    Jadwal, Dishub, 2025-03-03. <https://dishub.contoh.id/jadwal>
[^B-2]: Panduan, Dishub.
"""
PARK = "---\ntitle: Taman\nprogram: taman\n---\n## Janji\nSepuluh taman.[^J-1]\n\n[^J-1]: Debat, Harian.\n"
ALIASES = '# yang ditanyakan\n"B-1" = ["jam bus?"]\n"B-2" = ["rute bus?"]\n"J-1" = ["taman?"]\n'
FILES = {"bus/bus.md": BUS, "bus/bus.en.md": ENGLISH, "taman.md": PARK, "phrasings.toml": ALIASES}


class Here:
    """A sandbox that reads in this process."""

    def run(self, data: bytes, file: str) -> bytes:
        return extract(data, file)


@contextmanager
def here() -> Iterator[Here]:
    yield Here()


class Unhurried(KnowledgeFiles):
    """A knowledge folder on a slow disk: whoever reads it on the event loop holds up everybody's answers."""

    def list(self) -> list[str]:
        _beside_the_loop()
        return super().list()

    def read(self, path: str) -> bytes:
        _beside_the_loop()
        return super().read(path)


def _beside_the_loop() -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    raise AssertionError("files are read on the event loop")


@dataclass(frozen=True)
class Desk:
    """The folder, what waits beside it, and those who write."""

    root: Path
    proposals: ProposalFolders
    uploads: Uploads
    writing: Writing

    def files(self, proposal: str) -> dict[str, str | None]:
        """What a proposal would lay over the folder, as text."""
        found = self.proposals.contents(proposal)
        return {path: None if data is None else data.decode("utf-8", "replace") for path, data in found.items()}

    def documents(self) -> tuple[Document, ...]:
        return read(Snapshot(KnowledgeFiles(self.root))).documents


def desk(
    folder: Path,
    files: Mapping[str, str | bytes] = FILES,
    sandbox: Callable[[], AbstractContextManager[Sandbox]] = here,
) -> Desk:
    root, numbers = folder / "knowledge", itertools.count()
    root.mkdir()
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    proposals = ProposalFolders(
        folder=folder / "proposals",
        root=root,
        backups=folder / "backups",
        still=nullcontext,
        clock=lambda: NOW,
        suffix=lambda: f"p{next(numbers)}",
    )
    knowledge = Unhurried(root)
    changes = FolderChanges(knowledge, proposals, sandbox)

    async def nearest(question: Question, count: int) -> Sequence[Match]:
        """Statements that share a word with the question."""
        words = set(question.text.lower().split())
        pairs = [
            (one, s) for d in read(Snapshot(KnowledgeFiles(root))).documents for s in d.sections for one in s.statements
        ]
        return [Match(one, s, 1, 1) for one, s in pairs if words & set(one.text.lower().strip(".").split())][:count]

    return Desk(root, proposals, Uploads(knowledge, changes), Writing(changes, nearest, lambda: NOW))
