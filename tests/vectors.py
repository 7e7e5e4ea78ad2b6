"""Vectors that outlive a run of the tests: on one machine, a text is embedded once."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from bot.adapters.embeddings import BUNDLED, BundledEngine, fingerprint
from bot.adapters.vectors import CachedEmbedder, SqliteVectorCache
from bot.domain.documents import Role
from bot.domain.ports import Vector


@dataclass(frozen=True)
class KeptVectors:
    """The program's own caches, each under a name, in a folder that may be deleted at any time."""

    folder: Path

    @contextmanager
    def at(self, cache: Path, name: str) -> Iterator[None]:
        """Let a cache begin with what was kept, if anything was, and keep what it then holds; one process at a time."""
        kept = self.folder / f"{name}.db"
        cache.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{kept}.lock"):
            if kept.exists():
                shutil.copy(kept, cache)
            yield
            whole = kept.with_suffix(".new")
            shutil.copy(cache, whole)
            whole.replace(kept)


def embedded(texts: Iterable[str], cache: Path) -> dict[str, Vector]:
    """Return each text's vector as a question, by the bundled model, from the cache where it is known."""
    wanted = list(dict.fromkeys(texts))
    embedder = CachedEmbedder(fingerprint(BUNDLED), BundledEngine, SqliteVectorCache(cache))
    return dict(zip(wanted, asyncio.run(embedder.embed(wanted, Role.QUERY)), strict=True))
