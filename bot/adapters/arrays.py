"""Files of plain arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np


@contextmanager
def opened(file: Path) -> Iterator[Mapping[str, Any]]:
    """Lend a file's arrays by their names. Raises OSError or ValueError if it is not whole, or lacks an asked one."""
    try:
        with np.load(file) as arrays:
            yield arrays
    except (BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
        raise ValueError(f"{file.name} is garbled: {error}") from error
