"""Changes a data file of the knowledge folder as one step, keeping a copy of what it replaced."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.domain.errors import KnowledgeError

_PATIENCE = 10.0  # seconds for another change to end


class KnowledgeEdits:
    """Changes files of one folder; the replaced ones are kept below another."""

    def __init__(self, root: Path, backups: Path, clock: Callable[[], datetime]) -> None:
        self._root, self._backups, self._clock = root, backups, clock

    async def edit(self, name: str, change: Callable[[str], str]) -> None:
        """Replace a file (a missing one is empty) by what `change` makes of its text, one change after the other.

        Raises KnowledgeError if it can't be read or written, and whatever `change` raises; then nothing has changed.
        """
        await asyncio.to_thread(self._edit, name, change)

    def _edit(self, name: str, change: Callable[[str], str]) -> None:
        from filelock import FileLock, Timeout

        file = self._root / name
        try:
            (self._backups / name).parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._backups / f"{name}.lock", timeout=_PATIENCE):
                before = file.read_bytes() if file.exists() else b""
                after = change(before.decode("utf-8")).encode("utf-8")
                if after != before:
                    keep_copy(self._backups, name, before, self._clock())
                    put(file, after)
        except Timeout:
            raise KnowledgeError("somebody else is changing it; try again", file=name) from None
        except UnicodeDecodeError:
            raise KnowledgeError("is not UTF-8", file=name) from None
        except OSError as error:
            raise KnowledgeError(f"can't be changed: {error.strerror}", file=name) from error


def keep_copy(backups: Path, path: str, content: bytes, moment: datetime) -> None:
    """Keep what a file held until now, below the folder for such copies."""
    place = backups / path
    place.parent.mkdir(parents=True, exist_ok=True)
    prefix = f"{place.name}.{moment:%Y%m%dT%H%M%S}."
    handle, _ = tempfile.mkstemp(prefix=prefix, suffix=".bak", dir=place.parent)
    with os.fdopen(handle, "wb") as copy:
        copy.write(content)


def put(file: Path, content: bytes) -> None:
    """Put new content in place whole: whoever reads sees the old file or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.new")
    with draft.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if file.exists():
        draft.chmod(file.stat().st_mode & 0o777)
    draft.replace(file)
