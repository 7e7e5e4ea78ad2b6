"""The facets of a release as a file of plain arrays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from bot.adapters.arrays import opened
from bot.domain.facets import NO_FACETS, Classifier, Facets


def save(facets: Facets, file: Path) -> None:
    """Write the facets into a new file; of a release that knows none, an empty one."""
    arrays: dict[str, Any] = {"names": np.array(facets.names, dtype=np.str_)}
    if one := facets.questions:
        arrays |= {"centre": one.centre, "directions": one.directions, "bias": one.bias}
        arrays |= {"wording": one.wording.astype(np.float16), "vocabulary": np.array([*one.vocabulary], dtype=np.str_)}
        arrays |= {"ids": np.array([*facets.rows], dtype=np.str_), "told": facets.told.astype(np.float16)}
    np.savez_compressed(file, allow_pickle=False, **arrays)


def load(file: Path) -> Facets:
    """Return the facets that were saved. Raises OSError or ValueError if the file isn't whole."""
    with opened(file) as arrays:
        names = tuple(arrays["names"].tolist())
        if not names:
            return NO_FACETS
        questions = Classifier(
            centre=arrays["centre"],
            vocabulary={one: row for row, one in enumerate(arrays["vocabulary"].tolist())},
            directions=arrays["directions"],
            wording=arrays["wording"].astype(np.float32),
            bias=arrays["bias"],
        )
        rows = {key: row for row, key in enumerate(arrays["ids"].tolist())}
        return Facets(names, questions, rows, arrays["told"].astype(np.float32))
