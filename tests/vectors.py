"""Vectors that outlive a run of the tests: on one machine, a text is embedded once."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from bot.adapters.embeddings import BUNDLED, BundledEngine, fingerprint
from bot.adapters.vectors import CachedEmbedder, SqliteVectorCache
from bot.config import ENGINES
from bot.domain.documents import Role
from bot.domain.ports import Vector


@dataclass(frozen=True)
class KeptVectors:
    """The program's own caches, each under a name, in a folder that may be deleted at any time."""

    folder: Path
    engine: str = ENGINES[0]  # what makes those that are missing

    @contextmanager
    def at(self, cache: Path, name: str, *others: str) -> Iterator[None]:
        """Let a cache begin as it was kept, and keep it; one process at a time. If none was kept, another serves."""
        kept, *more = (self.folder / f"{one}.db" for one in (name, *others))
        cache.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{kept}.lock"):
            if begin := next((file for file in (kept, *more) if file.exists()), None):
                shutil.copy(begin, cache)
            yield
            whole = kept.with_suffix(".new")
            shutil.copy(cache, whole)
            whole.replace(kept)

    def embedded(self, texts: Iterable[str], name: str, *others: str) -> dict[str, Vector]:
        """Return each text's vector as a question, by the bundled model, from a cache where it is known."""
        wanted = list(dict.fromkeys(texts))
        with TemporaryDirectory() as folder, self.at(cache := Path(folder) / "vectors.db", name, *others):
            embedder = CachedEmbedder(
                fingerprint(BUNDLED), lambda: BundledEngine(self.engine), SqliteVectorCache(cache)
            )
            return dict(zip(wanted, asyncio.run(embedder.embed(wanted, Role.QUERY)), strict=True))
