"""The judge of a release as a file of plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from bot.adapters.arrays import opened
from bot.domain.documents import Sort
from bot.domain.judging import Judge, Weights


def save(judge: Judge, file: Path) -> None:
    """Write a judge into a new file. The many weights that features have take half the room there."""
    vectors = [judge.examples[kind] for kind in judge.kinds]
    arrays: dict[str, Any] = {
        "made_of": judge.made_of,
        "centre": judge.centre,
        "axes": judge.axes,
        "vocabulary": list(judge.vocabulary),
        "sorts": [*judge.sorts],
        "kinds": list(judge.kinds),
        "of_sort": np.array([len(kinds) for kinds in judge.sorts.values()], dtype=np.intp),
        "examples": np.concatenate(vectors) if vectors else np.empty((0, 0), dtype=np.float16),
        "counts": np.array([len(some) for some in vectors], dtype=np.intp),
    }
    weights = judge.weights._replace(features=judge.weights.features.astype(np.float16))
    np.savez(file, allow_pickle=False, **arrays, **weights._asdict())


def load(file: Path) -> Judge:
    """Return the judge that was saved. Raises OSError or ValueError if the file isn't whole."""
    with opened(file) as arrays:
        kinds = arrays["kinds"].tolist()
        parts = np.split(arrays["examples"], np.cumsum(arrays["counts"])[:-1]) if kinds else []
        weights = Weights(*(arrays[name] for name in Weights._fields))
        return Judge(
            made_of=str(arrays["made_of"]),
            centre=arrays["centre"],
            axes=arrays["axes"],
            vocabulary={one: row for row, one in enumerate(arrays["vocabulary"].tolist())},
            sorts=_sorts(arrays["sorts"].tolist(), kinds, arrays["of_sort"].tolist()),
            weights=weights._replace(features=weights.features.astype(np.float32)),
            examples=dict(zip(kinds, parts, strict=True)),
        )


def _sorts(sorts: Sequence[str], kinds: Sequence[str], counts: Sequence[int]) -> dict[Sort, tuple[str, ...]]:
    """Return the kinds of each sort, of which there are so many."""
    left = iter(kinds)
    return {Sort(sort): tuple(islice(left, count)) for sort, count in zip(sorts, counts, strict=True)}
