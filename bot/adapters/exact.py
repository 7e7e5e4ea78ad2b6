"""Exact nearest neighbours over vectors held in memory: for a campaign's few thousand quicker than asking a graph."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.domain.directions import dots, highest
from bot.domain.ports import Matrix, Vector

MOST = 20_000  # vectors; their 30 MB and 2 ms a question are where a graph begins to pay


class Exact:
    """Unit vectors by id; `ids` are in order."""

    def __init__(self, ids: Sequence[str], vectors: Matrix) -> None:
        order = sorted(range(len(ids)), key=ids.__getitem__)  # a stable sort then breaks ties as ids do
        self.ids = [ids[n] for n in order]
        self._vectors = np.ascontiguousarray(np.asarray(vectors, dtype=np.float32)[order])

    def nearest(self, vector: Vector, count: int) -> tuple[NDArray[np.intp], Vector]:
        """Return at most count places among the ids and their cosines, best first, equal ones in the order of ids."""
        cosines = dots(self._vectors, np.asarray(vector, dtype=np.float32))
        best = highest(cosines, count)
        return best, cosines[best]
