"""What is nearest to a vector in a Chroma collection: few vectors are held in memory, many are asked of its graph."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.adapters.exact import MOST, Exact
from bot.domain.ports import Vector

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

_PAGE = 500  # vectors read at a time: they come as lists of Python's floats, twelve times as large


class Neighbours:
    """The vectors of a collection."""

    def __init__(self, collection: Collection, ids: Sequence[str]) -> None:
        """Take the vectors of a collection; `ids` are all of its, in order."""
        self._collection, self._ids = collection, ids
        self._exact = _exact(collection) if 0 < len(ids) <= MOST else None

    async def nearest(self, vector: Vector, count: int) -> tuple[NDArray[np.intp], Vector]:
        """Return places among the ids and their cosines, best first, equal ones in the order of ids."""
        if count < 1:
            return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32)
        if self._exact:
            return self._exact.nearest(vector, count)
        query = np.asarray([vector], dtype=np.float32)
        found = await asyncio.to_thread(
            self._collection.query, query_embeddings=query, n_results=count, include=["distances"]
        )
        distances = (found["distances"] or [[]])[0]
        pairs = sorted((float(distance), id_) for id_, distance in zip(found["ids"][0], distances, strict=True))
        places = [bisect_left(self._ids, id_) for _, id_ in pairs]
        return np.array(places, dtype=np.intp), np.array([1 - distance for distance, _ in pairs], dtype=np.float32)


def _exact(collection: Collection) -> Exact:
    ids: list[str] = []
    vectors = []
    for start in range(0, collection.count(), _PAGE):
        page = collection.get(limit=_PAGE, offset=start, include=["embeddings"])
        ids += page["ids"]
        vectors.append(np.asarray(page["embeddings"], dtype=np.float32))
    return Exact(ids, np.concatenate(vectors))
