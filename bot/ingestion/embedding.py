"""Texts → vectors, from the cache where they are known; what is embedded is kept batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from bot.domain.documents import Role
from bot.domain.ports import Embedder, Matrix, Vector, VectorCache


class PassageEmbedder(Embedder, Protocol):
    """An embedder that also says how long a passage may be."""

    @property
    def most_tokens(self) -> int:
        """How many tokens of a passage it reads."""

    def tokens(self, text: str) -> int:
        """Return how many tokens a passage with this text has, prompt and end marks included."""


async def embed(
    wanted: Mapping[Role, Sequence[str]],
    embedder: Embedder,
    cache: VectorCache,
    batch: int,
    tell: Callable[[int, int], None],
) -> dict[Role, Matrix]:
    """Return the vectors of each role's texts, row by row; `tell` hears how many of the unknown texts are done.

    Where none is unknown it hears once that all are.
    A killed run loses at most one batch.
    """
    known = {role: _known(cache, embedder.fingerprint, role, texts) for role, texts in wanted.items()}
    missing = {role: _missing(texts, known[role]) for role, texts in wanted.items()}
    total, done = sum(map(len, missing.values())), 0
    every = sum(map(len, known.values()))
    tell(*((done, total) if total else (every, every)))
    for role, texts in missing.items():
        for some in _batches(texts, batch):
            vectors = await embedder.embed(some, role)
            cache.put(embedder.fingerprint, role, some, vectors)
            known[role].update(zip(some, vectors, strict=True))
            done += len(some)
            tell(done, total)
    return {role: _matrix([known[role][text] for text in texts]) for role, texts in wanted.items()}


def _known(cache: VectorCache, fingerprint: str, role: Role, texts: Sequence[str]) -> dict[str, Vector]:
    found = zip(texts, cache.get(fingerprint, role, texts), strict=True)
    return {text: vector for text, vector in found if vector is not None}


def _missing(texts: Sequence[str], known: Mapping[str, Vector]) -> list[str]:
    """Return unknown texts once each, those of like length together: a batch is as slow as its longest."""
    return sorted({text for text in texts if text not in known}, key=lambda text: (len(text), text))


def _batches(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield batches of short and of long texts in turns, so that the rate so far tells the time that is left."""
    batches = [texts[start : start + size] for start in range(0, len(texts), size)]
    while batches:
        yield batches.pop(0)
        if batches:
            yield batches.pop()


def _matrix(vectors: Sequence[Vector]) -> Matrix:
    return np.stack(vectors) if vectors else np.empty((0, 0), dtype=np.float32)
