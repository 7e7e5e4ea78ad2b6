"""Large arrays put away in a file for a while, where there is little memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Self

import numpy as np

from bot.domain.directions import Floats


class FileScratch:
    """Arrays in a file without a name, which is gone when this is left.

    Raises OSError if `folder` can't be written to, or is full.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed in __exit__
        self._places: list[tuple[int, tuple[int, ...]]] = []

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Delete the file."""
        self._file.close()

    def append(self, array: Floats, /) -> None:
        """Put an array away."""
        self._places.append((self._file.seek(0, 2), array.shape))
        np.ascontiguousarray(array, dtype=np.float32).tofile(self._file)

    def __getitem__(self, place: int, /) -> Floats:
        """An array as it was put away, read from the file."""
        start, shape = self._places[place]
        self._file.seek(start)
        return np.fromfile(self._file, np.float32, int(np.prod(shape))).reshape(shape)
