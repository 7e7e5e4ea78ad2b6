"""The judge of a release as a file of plain arrays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bot.adapters.arrays import opened
from bot.domain.documents import Sort
from bot.domain.judging import Judge, Weights


def save(judge: Judge, file: Path) -> None:
    """Write a judge into a new file."""
    vectors = [judge.examples[kind] for kind in judge.kinds]
    arrays: dict[str, Any] = {
        "made_of": judge.made_of,
        "centre": judge.centre,
        "axes": judge.axes,
        "vocabulary": list(judge.vocabulary),
        "examples": np.concatenate(vectors) if vectors else np.empty((0, 0), dtype=np.float16),
        "counts": np.array([len(some) for some in vectors], dtype=np.intp),
    }
    for sort, weights in judge.weights.items():
        arrays |= {f"{sort}_{name}": part for name, part in _saved(weights)._asdict().items()}
    np.savez(file, allow_pickle=False, **arrays)


def load(file: Path) -> Judge:
    """Return the judge that was saved. Raises OSError or ValueError if the file isn't whole."""
    with opened(file) as arrays:
        weights = {sort: _weights(arrays, sort) for sort in Sort}
        kinds = (kind for each in weights.values() for kind in each.kinds)
        parts = np.split(arrays["examples"], np.cumsum(arrays["counts"])[:-1]) if len(arrays["counts"]) else []
        return Judge(
            made_of=str(arrays["made_of"]),
            centre=arrays["centre"],
            axes=arrays["axes"],
            vocabulary={one: row for row, one in enumerate(arrays["vocabulary"].tolist())},
            weights=weights,
            examples=dict(zip(kinds, parts, strict=True)),
        )


def _saved(weights: Weights) -> Weights:
    """Return weights as they are kept on disk, where the many that features have take half the room."""
    return weights._replace(features=weights.features.astype(np.float16))


def _weights(arrays: Mapping[str, Any], sort: Sort) -> Weights:
    kinds, bias, directions, products, features = (arrays[f"{sort}_{name}"] for name in Weights._fields)
    return Weights(tuple(kinds.tolist()), bias, directions, products, features.astype(np.float32))
