"""The judge of a release, fitted to the examples of its boundaries and to the questions that its documents answer."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.domain.documents import Release, boundary_examples
from bot.domain.judging import UNTAUGHT, Floats, Judge, Weights, centred, features, products
from bot.domain.language import detect, fold
from bot.domain.ports import Matrix

_VERSION = 2  # raised whenever the same examples make another judge
_EVERYDAY = "everyday"  # kind of fair examples that speak against misconduct, but not against an unknown topic
_AXES = 128  # more of them tell hardly more
_FEWEST = 2  # examples that hold a feature: what one alone holds tells nothing
_PENALTY = 0.2  # on the weights' squares; half or twice as much changes little
_MEANING = float(np.exp(-2))  # what 1 + 2·cos + 2·cos² weighs beside the wording: it stands for exp(2·cos - 2)
_ROWS = 500  # of large matrices made at a time


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question of which it is known what it is."""

    text: str
    kind: str  # "" for a question that the documents answer
    fair: bool
    declines: bool  # whether questions of its kind are declined, or of an unknown topic


def lessons(release: Release) -> list[Lesson]:
    """Return what is known of the boundaries, in the order of `boundary_examples`."""
    declining = {boundary.kind for boundary in release.boundaries if boundary.declines}
    return [Lesson(text, kind, fair, kind in declining) for kind, fair, text in boundary_examples(release)]


def digest(known: Sequence[Lesson], fingerprint: str) -> str:
    """Return what a judge is made of, in short."""
    return hashlib.sha256(repr((_VERSION, fingerprint, known)).encode()).hexdigest()


def fit(known: Sequence[Lesson], vectors: Matrix, made_of: str) -> Judge:
    """Return the judge that ridge regression makes of lessons and their vectors.

    The kernel of two questions is e⁻² · (1 + 2·cos + 2·cos²) of their centred vectors, the squared one within the
    space of the axes, plus the cosine of their features. It is solved where it is small, over the lessons, and told as
    weights of directions, products and features, so that no example has to be looked at to judge a question.
    """
    if not known:
        return replace(UNTAUGHT, made_of=made_of)
    centre = vectors.mean(axis=0)
    directions = centred(vectors, centre)
    axes = np.linalg.eigh(directions.T @ directions)[1].T[::-1][:_AXES].astype(np.float32)
    vocabulary, shares = _shares([_plain(one.text) for one in known])
    declined, unknown = _kinds(known, declines=True), _kinds(known, declines=False)
    wanted = np.concatenate([_wanted(known, declined, declines=True), _wanted(known, unknown, declines=False)], axis=1)
    mean = wanted.mean(axis=0)
    duals = _solved(directions, axes, shares, wanted - mean)
    bias = mean + _MEANING * duals.sum(axis=0)
    squares = np.sum([products(directions[at] @ axes.T).T @ duals[at] for at in _slices(len(known))], axis=0)
    parts = bias, 2 * _MEANING * (directions.T @ duals), 2 * _MEANING * squares, shares.T @ duals
    split = 1 + len(declined)
    return Judge(
        made_of=made_of,
        centre=centre,
        axes=axes,
        vocabulary=vocabulary,
        declined=_weights(declined, [part[..., :split] for part in parts]),
        unknown=_weights(unknown, [part[..., split:] for part in parts]),
        examples={kind: _vectors_of(kind, known, vectors) for kind in (*declined, *unknown)},
    )


def _plain(example: str) -> str:
    return fold(example, frozenset()) if detect(example) == "id" else example


def _shares(texts: Sequence[str]) -> tuple[dict[str, int], Any]:
    """Return the features' rows in a judge, and a sparse matrix of their shares in each text."""
    from scipy.sparse import csr_matrix

    held = [features(text) for text in texts]
    counts = Counter(one for found in held for one in found)
    vocabulary = {one: row for row, one in enumerate(sorted(one for one in counts if counts[one] >= _FEWEST))}
    places = [(row, vocabulary[one]) for row, found in enumerate(held) for one in found if one in vocabulary]
    rows, columns = np.array(places, dtype=np.int32).reshape(-1, 2).T
    share = np.array([1 / sqrt(len(found)) for found in held], dtype=np.float32)
    return vocabulary, csr_matrix((share[rows], (rows, columns)), shape=(len(texts), len(vocabulary)))


def _kinds(known: Sequence[Lesson], *, declines: bool) -> list[str]:
    return sorted({one.kind for one in known if not one.fair and one.declines is declines})


def _wanted(known: Sequence[Lesson], kinds: Sequence[str], *, declines: bool) -> Floats:
    """Return what is to be said of each question: of the sort as a whole, and of each of its kinds."""
    rows = [[_of_sort(one, declines=declines), *(_of_kind(one, kind) for kind in kinds)] for one in known]
    return np.array(rows, dtype=np.float32)


def _of_sort(one: Lesson, *, declines: bool) -> float:
    if not one.fair and one.declines is declines:
        return 1.0
    return 0.0 if one.kind == _EVERYDAY and not declines else -1.0


def _of_kind(one: Lesson, kind: str) -> float:
    """What looks like a kind and is fair is told from it more sharply than others are."""
    if one.kind != kind:
        return -1.0
    return -2.0 if one.fair else 1.0


def _solved(directions: Floats, axes: Floats, shares: Any, wanted: Floats) -> Floats:
    """Return the weight of each question in each column that is wanted."""
    from scipy.linalg import cho_factor, cho_solve

    coordinates = directions @ axes.T
    kernel = np.empty((len(wanted), len(wanted)), dtype=np.float32)  # the one large matrix: nothing is copied
    for at in _slices(len(wanted)):
        on = slice(at.start, None)  # what is before it is the same the other way round, and is not read
        cosines, flat = directions[at] @ directions[on].T, coordinates[at] @ coordinates[on].T
        kernel[at, on] = _MEANING * (1 + 2 * cosines + 2 * flat**2) + (shares[at] @ shares[on].T).toarray()
    kernel[np.diag_indices(len(wanted))] += _PENALTY
    factor = cho_factor(kernel.T, lower=True, overwrite_a=True, check_finite=False)
    return np.asarray(cho_solve(factor, wanted, check_finite=False), dtype=np.float32)


def _weights(kinds: Sequence[str], parts: Sequence[Floats]) -> Weights:
    bias, directions, squares, wording = parts
    columns = np.ascontiguousarray(directions.T), np.ascontiguousarray(squares.T)
    return Weights(tuple(kinds), bias, *columns, wording.astype(np.float16).astype(np.float32))  # as it is saved


def _vectors_of(kind: str, known: Sequence[Lesson], vectors: Matrix) -> NDArray[np.float16]:
    rows = [row for row, one in enumerate(known) if one.kind == kind and not one.fair]
    return vectors[rows].astype(np.float16)


def _slices(count: int) -> Iterator[slice]:
    return (slice(start, start + _ROWS) for start in range(0, count, _ROWS))
