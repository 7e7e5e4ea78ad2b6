"""What kind of question a question is: told by what it means and how it is worded, as examples have taught it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.domain.language import words

_BEGINNING = 5  # letters of a word that count: its ending seldom tells, and is where people err
_PIECES = 3, 4, 5  # letters of the pieces of words, which tell something of words that no example holds
_BEST = 2  # examples of a kind whose mean similarity counts: a single one is too easily a stranger's

Floats = NDArray[np.float32]


class Weights(NamedTuple):
    """What speaks for a sort of questions as a whole (the first) and for each of its kinds (the others)."""

    kinds: tuple[str, ...]
    bias: Floats
    directions: Floats  # a column each of them
    products: Floats  # a column for each two coordinates on the axes
    features: NDArray[np.float16]  # a row each of them


class Evidence(NamedTuple):
    """What speaks for a sort of questions: 1 as for its examples, -1 as for others; less or more is possible."""

    sort: float
    kind: str  # the likeliest of it, "" if there is none
    of_kind: float


@dataclass(frozen=True, slots=True)
class Sight:
    """A question as a judge sees it."""

    vector: Floats
    directions: Floats
    products: Floats
    features: list[int]
    share: float  # of each feature


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """What examples have taught of the declined and the unknown; `bot.ingestion.judging` fits it, once a release."""

    made_of: str  # digest of the examples and the model: another one is fitted anew
    centre: Floats  # mean of the examples' vectors
    axes: Floats  # a row each: unit vectors along which the examples differ most
    vocabulary: Mapping[str, int]  # feature → its row
    declined: Weights
    unknown: Weights
    examples: Mapping[str, NDArray[np.float16]]  # kind → its examples' vectors

    def look(self, text: str, vector: Floats) -> Sight:
        """Return a question, in plain spelling and embedded as one, as evidence is taken from it."""
        directions = centred(vector[None], self.centre)
        found = set(features(text))
        known = [row for one in found if (row := self.vocabulary.get(one)) is not None]
        return Sight(vector, directions[0], products(directions, self.axes)[0], known, 1 / sqrt(len(found)))

    @property
    def kinds(self) -> tuple[str, ...]:
        """All that it tells apart: what is declined, then unknown topics."""
        return (*self.declined.kinds, *self.unknown.kinds)

    def nearest(self, vector: Floats) -> tuple[str, float]:
        """Return the kind of the example that is nearest to a question, and its cosine; "" and 0 without any."""
        cosines = {kind: float((self.examples[kind].astype(np.float32) @ vector).max()) for kind in self.kinds}
        return max(cosines.items(), key=lambda pair: pair[1], default=("", 0.0))

    def similarity(self, sight: Sight, kind: str) -> float:
        """Return the mean cosine of a kind's examples that are nearest to a question."""
        cosines = np.sort(self.examples[kind].astype(np.float32) @ sight.vector)
        return float(cosines[-_BEST:].sum()) / _BEST


_NONE = np.zeros((1, 0), np.float32)
_NOTHING = Weights((), np.full(1, -1, np.float32), _NONE, _NONE, np.zeros((0, 1), np.float16))
UNTAUGHT = Judge("", np.zeros(0, np.float32), np.zeros((0, 0), np.float32), {}, _NOTHING, _NOTHING, {})


def evidence(weights: Weights, sight: Sight, possible: Collection[str]) -> Evidence:
    """Return what speaks for a sort of questions, of which only some kinds are possible."""
    scores = weights.bias + weights.features[sight.features].sum(axis=0, dtype=np.float32) * sight.share
    # Not @: its threads wait for each other, 40 times slower on a busy machine.
    scores += np.einsum("ij,j->i", weights.directions, sight.directions)
    scores += np.einsum("ij,j->i", weights.products, sight.products)
    sort, *of_kinds = scores.tolist()
    kinds = dict(zip(weights.kinds, of_kinds, strict=True))
    sort -= sum(1 + score for kind, score in kinds.items() if kind not in possible)
    kind = max((one for one in kinds if one in possible), key=kinds.__getitem__, default="")
    return Evidence(sort, kind, kinds.get(kind, -1.0))


def features(text: str) -> Iterator[str]:
    """Yield what a text is worded with: words, pairs of neighbours, and pieces of words."""
    spoken = words(text)
    line = ["^", *(word[:_BEGINNING] for word in spoken), "$"]
    yield from line
    yield from (f"{first} {second}" for first, second in pairwise(line))
    for word in spoken:
        marked = f"<{word}>"
        yield from (f"#{marked[at : at + size]}" for size in _PIECES for at in range(len(marked) - size + 1))


def centred(vectors: Floats, centre: Floats) -> Floats:
    """Return unit vectors that point from the centre to others."""
    apart = vectors - centre
    found: Floats = apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9)
    return found


def products(directions: Floats, axes: Floats) -> Floats:
    """Return all products of two coordinates on the axes, so weighed that their dot product is that of both squared."""
    coordinates = directions @ axes.T
    first, second, weight = _pairs(len(axes))
    found: Floats = coordinates[:, first] * coordinates[:, second] * weight
    return found


@lru_cache(maxsize=2)
def _pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    first, second = np.triu_indices(count)
    return first, second, np.where(first == second, 1, sqrt(2)).astype(np.float32)
