"""The knowledge folder on disk, and the lock that keeps two ingests apart."""

from __future__ import annotations

import asyncio
import os
import unicodedata
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bot.domain.errors import AlreadyRunning, ConfigError, KnowledgeError
from bot.domain.paths import fault

_LEFT_BEHIND = ("thumbs.db", "desktop.ini")  # by Windows
_POLL = 0.02  # seconds between two looks at a lock
_DEEPEST = 20  # folders that are looked into, one within the other


class KnowledgeFiles:
    """Lists and reads the files below one folder, and nothing outside it.

    Raises ConfigError if there is no such folder.
    """

    def __init__(self, root: Path, max_megabytes: float = 20) -> None:
        if not root.is_dir():
            raise ConfigError(f"[paths] knowledge: there is no folder {root}")
        self._root = root.resolve()
        self._most = int(max_megabytes * 1_000_000)

    @property
    def most_bytes(self) -> int:
        """How large a file may be."""
        return self._most

    def list(self) -> list[str]:
        """Return the paths of all files that are not hidden, with forward slashes, sorted."""
        found: list[str] = []
        for folder, below, names in os.walk(self._root):
            below[:] = [name for name in below if not _is_hidden(name)]
            unread = [name for name in below if os.path.islink(os.path.join(folder, name))]
            place = Path(folder).relative_to(self._root)
            if len(place.parts) >= _DEEPEST:
                unread, below[:] = list(below), []
            found += [(place / name).as_posix() for name in (*names, *unread) if not _is_hidden(name)]
        return sorted(found)

    def stamp(self) -> str:
        """Return a text that is another one as soon as a file is saved, added, renamed or gone; none is read."""
        return "\n".join(map(self._stamped, self.list()))

    def read(self, path: str) -> bytes:
        """Return a file's content.

        Raises KnowledgeError if it is gone, unreadable, too large, or a link that leads out of the folder.
        """
        shown = path.encode("utf-8", "replace").decode()
        if shown != path:
            raise KnowledgeError("its name is not UTF-8; rename it", file=shown)
        try:
            return self._read(path)
        except OSError as error:
            raise KnowledgeError(f"can't be read: {error.strerror}", file=path) from error

    def accept(self, name: str, data: bytes) -> str:
        """Return the name under which a file that somebody sends can be kept; nothing is written.

        Raises KnowledgeError if it has none or is too large. Whether its content is what the name says, and can be
        read, is for the reading of documents to say.
        """
        path = unicodedata.normalize("NFC", name.strip())
        reason = fault(path) or ("a name, not a path, is needed; rename it" if "/" in path else None)
        if reason is None and _is_hidden(path):
            reason = "hidden and temporary files are not read; rename it"
        if reason is None and len(data) > self._most:
            reason = self._too_large
        if reason:
            raise KnowledgeError(reason, file=name)
        return path

    @property
    def _too_large(self) -> str:
        return f"larger than {self._most / 1_000_000:g} MB; split it, or raise [ingest] max_file_mb"

    def _stamped(self, path: str) -> str:
        try:
            status = (self._root / path).stat()
        except (OSError, RuntimeError, ValueError):  # gone since it was listed, a circle of links
            return path
        return f"{path}\0{status.st_size}\0{status.st_mtime_ns}"

    def _read(self, path: str) -> bytes:
        try:
            file = (self._root / path).resolve()
        except (RuntimeError, ValueError):  # a circle of links, a zero byte
            raise KnowledgeError("leads to no file", file=path) from None
        if not file.is_relative_to(self._root):
            raise KnowledgeError("a link that leads out of the knowledge folder; put the file itself there", file=path)
        if not file.is_file():
            raise KnowledgeError("not a file; links to folders are not followed", file=path)
        with file.open("rb") as stream:
            data = stream.read(self._most + 1)
        if len(data) > self._most:
            raise KnowledgeError(self._too_large, file=path)
        return data


@contextmanager
def only_one(path: Path, reason: str) -> Iterator[None]:
    """Hold a lock file, which ends with the process however that ends. Raises AlreadyRunning at once if it is held."""
    from filelock import FileLock, Timeout

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyRunning(reason) from None
    try:
        yield
    finally:
        lock.release()


@asynccontextmanager
async def in_turn(path: Path, reason: str, patience: float = 10.0) -> AsyncIterator[None]:
    """Hold a lock file that is held for moments only. Raises AlreadyRunning if it isn't free for `patience` seconds."""
    from filelock import FileLock, Timeout

    path.parent.mkdir(parents=True, exist_ok=True)
    # Waiting in `acquire` would stop the event loop, on which whoever holds it in this process goes on.
    lock, waits = FileLock(path), iter(range(round(patience / _POLL)))
    while True:
        try:
            lock.acquire(timeout=0)
            break
        except Timeout:
            if next(waits, None) is None:
                raise AlreadyRunning(reason) from None
            await asyncio.sleep(_POLL)
    try:
        yield
    finally:
        lock.release()


def _is_hidden(name: str) -> bool:
    """Whether a name is hidden, an editor's copy, Word's own lock file or left behind by Windows."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _LEFT_BEHIND
