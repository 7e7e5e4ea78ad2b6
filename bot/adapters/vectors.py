"""The cache of vectors in one SQLite file: a killed ingest goes on where it was, and nothing is embedded twice."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np

from bot.domain.documents import Role
from bot.domain.ports import Embedder, Matrix, Vector, VectorCache

T = TypeVar("T")
_log = logging.getLogger(__name__)

_CHUNK = 500  # parameters a statement: every SQLite takes 999
_PAGE = 16384  # bytes, of a new file: in pages of 4096, each vector would take one of its own
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (
    fingerprint TEXT NOT NULL, role TEXT NOT NULL, digest BLOB NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (fingerprint, role, digest)
) WITHOUT ROWID
"""


class SqliteVectorCache:
    """Vectors by fingerprint, role and the text's SHA-256; may be deleted at any time, at the cost of embedding again.

    A file that is no longer a database is moved aside (".broken") and begun anew; `warn` is told in one line.
    Another process's write is waited for up to `timeout` seconds, then sqlite3.OperationalError is raised.
    """

    def __init__(self, path: Path, warn: Callable[[str], None] = _log.warning, timeout: float = 30) -> None:
        self._path = path
        self._warn = warn
        self._timeout = timeout

    def get(self, fingerprint: str, role: Role, texts: Sequence[str]) -> list[Vector | None]:
        """Return the vector of each text, None where there is none."""
        digests = [_digest(text) for text in texts]
        found = self._with_database(lambda database: dict(_select(database, fingerprint, role, digests)))
        return [found.get(digest) for digest in digests]

    def put(self, fingerprint: str, role: Role, texts: Sequence[str], vectors: Matrix) -> None:
        """Keep vectors; when this returns they are on disk."""
        rows = [
            (fingerprint, role.value, _digest(text), vector.astype("<f4").tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        ]

        def write(database: sqlite3.Connection) -> None:
            with database:
                database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", rows)

        self._with_database(write)

    def _with_database(self, use: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return self._once(use)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _BROKEN:
                raise  # locked, full or read-only: nothing that a new file would mend
            self._begin_anew(error)
            return self._once(use)

    def _once(self, use: Callable[[sqlite3.Connection], T]) -> T:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=self._timeout)) as database:
            database.execute(f"PRAGMA page_size = {_PAGE}")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute(_SCHEMA)
            return use(database)

    def _begin_anew(self, error: sqlite3.DatabaseError) -> None:
        aside = self._path.with_name(self._path.name + ".broken")
        self._path.replace(aside)
        for ending in ("-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        self._warn(f"{self._path.name}: {error}; moved to {aside.name} and begun anew, texts are embedded again")


class CachedEmbedder:
    """An Embedder for what is asked again and again, as in an exam: vectors are made once, the model loaded late."""

    def __init__(self, fingerprint: str, load: Callable[[], Embedder], cache: VectorCache) -> None:
        self.fingerprint = fingerprint
        self._load = load
        self._cache = cache

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), dimension)."""
        found = await asyncio.to_thread(self._cache.get, self.fingerprint, role, texts)
        known = {text: vector for text, vector in zip(texts, found, strict=True) if vector is not None}
        if missing := [text for text in dict.fromkeys(texts) if text not in known]:
            made = await self._embedder.embed(missing, role)
            await asyncio.to_thread(self._cache.put, self.fingerprint, role, missing, made)
            known |= dict(zip(missing, made, strict=True))
        return np.stack([known[text] for text in texts]) if texts else np.empty((0, 0), dtype=np.float32)

    @cached_property
    def _embedder(self) -> Embedder:
        return self._load()


def _select(
    database: sqlite3.Connection, fingerprint: str, role: Role, digests: Sequence[bytes]
) -> Iterator[tuple[bytes, Vector]]:
    for start in range(0, len(digests), _CHUNK):
        chunk = digests[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        query = f"SELECT digest, vector FROM vectors WHERE fingerprint = ? AND role = ? AND digest IN ({marks})"  # noqa: S608
        for digest, vector in database.execute(query, (fingerprint, role.value, *chunk)):
            yield digest, np.frombuffer(vector, dtype="<f4")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
