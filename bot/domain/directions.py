"""Vectors as directions from a centre: along which axes they differ most, and the products of their coordinates."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def direction(vector: Floats, centre: Floats) -> Floats:
    """Return the unit vector that points from the centre to another."""
    apart = vector - centre
    found: Floats = apart / max(sqrt(np.vdot(apart, apart)), 1e-9)
    return found


def centred(vectors: Floats, centre: Floats) -> Floats:
    """Return unit vectors that point from the centre to others."""
    apart = vectors - centre
    found: Floats = apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9)
    return found


def principal_axes(directions: Floats, count: int) -> Floats:
    """Return the unit vectors, a row each, along which directions differ most, at most so many."""
    axes: Floats = np.linalg.eigh(directions.T @ directions)[1].T[::-1][:count].astype(np.float32)
    return axes


def products(coordinates: Floats) -> Floats:
    """Return all products of two coordinates, so weighed that their dot product is that of both rows squared."""
    first, second, weight = _pairs(coordinates.shape[-1])
    found: Floats = coordinates.take(first, axis=-1) * coordinates.take(second, axis=-1) * weight
    return found


def dots(rows: Floats, vector: Floats) -> Floats:
    """Return the dot product of each row with a vector.

    Not @: its threads wait for each other, 40 times slower on a busy machine. Nor einsum: it takes twice as long.
    """
    found: Floats = np.vecdot(rows, vector)
    return found


def highest(scores: Floats, count: int) -> NDArray[np.intp]:
    """Return the places of the highest, in order, equal ones as they stand; sorting all takes four times as long."""
    if count >= len(scores):
        return (-scores).argsort(kind="stable")
    place = len(scores) - max(count, 1)
    least = np.partition(scores, place)[place]
    candidates = np.flatnonzero(scores >= least)
    return candidates[(-scores[candidates]).argsort(kind="stable")][:count]


@lru_cache(maxsize=2)
def _pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    first, second = np.triu_indices(count)
    return first, second, np.where(first == second, 1, sqrt(2)).astype(np.float32)
