"""The ranker of a release as a file of plain arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bot.adapters.arrays import opened
from bot.domain.ranking import Ranker


def save(ranker: Ranker, file: Path) -> None:
    """Write a ranker into a new file."""
    arrays = {"centre": ranker.centre, "axes": ranker.axes, "ids": np.array([*ranker.rows], dtype=np.str_)}
    np.savez_compressed(file, allow_pickle=False, weights=ranker.weights.astype(np.float16), **arrays)


def load(file: Path) -> Ranker:
    """Return the ranker that was saved. Raises OSError or ValueError if the file isn't whole."""
    with opened(file) as arrays:
        rows = {key: row for row, key in enumerate(arrays["ids"].tolist())}
        return Ranker(arrays["centre"], arrays["axes"], rows, arrays["weights"].astype(np.float32))
