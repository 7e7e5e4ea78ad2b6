"""How far statements answer a question: as questions have taught of which it is known what answers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.directions import Floats, direction, dots, products


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """What questions have taught; `bot.ingestion.ranker_fitting` fits it, once a release."""

    centre: Floats  # mean of the questions' vectors
    axes: Floats  # a row each: unit vectors along which the questions differ most
    rows: Mapping[str, int]  # statement id → its row of the weights
    weights: Floats  # of the direction in which a question points from the centre, then of the products on the axes

    def scores(self, vector: Floats, ids: Sequence[str]) -> Floats:
        """Return how far each of some statements answers a question, embedded as one: 1 fully, 0 not, or about that."""
        if not self.rows:
            return np.zeros(len(ids), np.float32)
        pointed = direction(vector, self.centre)
        weights = self.weights[[self.rows[id_] for id_ in ids]]
        return dots(weights, seen(pointed, dots(self.axes, pointed)))


def seen(directions: Floats, coordinates: Floats) -> Floats:
    """Return what a ranker looks at: directions, a row each or a single one, and the products of their coordinates."""
    return np.concatenate([directions, products(coordinates)], axis=-1)


UNTAUGHT = Ranker(np.zeros(0, np.float32), np.zeros((0, 0), np.float32), {}, np.zeros((0, 0), np.float32))
