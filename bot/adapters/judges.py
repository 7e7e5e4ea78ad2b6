"""The judge of a release as a file of plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.adapters.arrays import opened
from bot.domain.directions import Floats
from bot.domain.documents import Sort
from bot.domain.judging import EXAMPLE_STEP, FEATURE_STEP, PRODUCT_STEP, Judge, Weights


def save(judge: Judge, file: Path) -> None:
    """Write a judge into a new file: what is a multiple of something as that number of steps, the file compressed."""
    vectors = [judge.examples[kind] for kind in judge.kinds]
    arrays: dict[str, Any] = {
        "made_of": judge.made_of,
        "centre": judge.centre,
        "axes": judge.axes,
        "vocabulary": list(judge.vocabulary),
        "sorts": [*judge.sorts],
        "kinds": list(judge.kinds),
        "of_sort": np.array([len(kinds) for kinds in judge.sorts.values()], dtype=np.intp),
        "examples": _steps(np.concatenate(vectors) if vectors else np.empty((0, 0), dtype=np.float32), EXAMPLE_STEP),
        "counts": np.array([len(some) for some in vectors], dtype=np.intp),
    }
    arrays["stepped_by"] = np.array([FEATURE_STEP, PRODUCT_STEP, EXAMPLE_STEP], dtype=np.float32)
    weights = judge.weights._asdict()
    weights["features"] = _steps(judge.weights.features.T, FEATURE_STEP)  # those of one kind are alike
    weights["products"] = _steps(judge.weights.products, PRODUCT_STEP)
    np.savez_compressed(file, allow_pickle=False, **arrays, **weights)


def load(file: Path) -> Judge:
    """Return the judge that was saved. Raises OSError or ValueError if the file isn't whole."""
    with opened(file) as arrays:
        kinds = arrays["kinds"].tolist()
        by_feature, by_product, by_example = arrays["stepped_by"].tolist()
        examples = _walked(arrays["examples"], by_example).astype(np.float16)
        parts = np.split(examples, np.cumsum(arrays["counts"])[:-1]) if kinds else []
        weights = Weights(
            bias=arrays["bias"],
            directions=arrays["directions"],
            products=_walked(arrays["products"], by_product),
            features=_walked(arrays["features"].T, by_feature),
        )
        return Judge(
            made_of=str(arrays["made_of"]),
            centre=arrays["centre"],
            axes=arrays["axes"],
            vocabulary={one: row for row, one in enumerate(arrays["vocabulary"].tolist())},
            sorts=_sorts(arrays["sorts"].tolist(), kinds, arrays["of_sort"].tolist()),
            weights=weights,
            examples=dict(zip(kinds, parts, strict=True)),
        )


def _steps(values: NDArray[np.floating[Any]], step: float) -> NDArray[np.int16]:
    found: NDArray[np.int16] = np.rint(values.astype(np.float32) / np.float32(step)).astype(np.int16)
    return found


def _walked(steps: NDArray[np.int16], step: float) -> Floats:
    """Return what so many steps add up to, in rows that lie together."""
    return np.ascontiguousarray(steps, dtype=np.float32) * np.float32(step)


def _sorts(sorts: Sequence[str], kinds: Sequence[str], counts: Sequence[int]) -> dict[Sort, tuple[str, ...]]:
    """Return the kinds of each sort, of which there are so many."""
    left = iter(kinds)
    return {Sort(sort): tuple(islice(left, count)) for sort, count in zip(sorts, counts, strict=True)}
