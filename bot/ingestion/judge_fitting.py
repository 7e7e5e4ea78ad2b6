"""The judge of a release, fitted to its boundaries' examples and to questions that are known to be fair or not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain
from math import sqrt
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.domain.directions import Floats, centred, principal_axes, products
from bot.domain.documents import Release, Sort, boundary_examples
from bot.domain.judging import EXAMPLE_STEP, FEATURE_STEP, PRODUCT_STEP, UNTAUGHT, Judge, Weights, features, stepped
from bot.domain.ports import Matrix
from bot.language.registry import DEFAULT, Glossary
from bot.language.tokens import detect, fold

_VERSION = 7  # raised whenever the same examples make another judge
_SORTS = (Sort.DECLINED, Sort.SMALL_TALK, Sort.UNKNOWN)  # unknown topics last: not all lessons tell of them
_EVERYDAY = "everyday"  # kind of fair examples that speak against misconduct, but not against an unknown topic
_AXES = 128  # more of them tell hardly more
_FEWEST = 2  # examples that hold a feature: what one alone holds tells nothing
_PENALTY = 0.2  # on the weights' squares; half or twice as much changes little
_MEANING = float(np.exp(-2))  # what 1 + 2·cos + 2·cos² weighs beside the wording: it stands for exp(2·cos - 2)
_ROWS = 200  # of large matrices made at a time
_BLOCK = 1000  # rows of the kernel decomposed at a time: fewer take longer, more take more memory
_COMMONEST = 512  # features that so many lessons share that they are multiplied faster as if all shared them


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question of which it is known what it is."""

    text: str
    kind: str  # "" for a question that the documents answer
    fair: bool
    sort: Sort | None  # of its kind, None for a question of no kind
    of_topics: bool = True  # whether it tells of unknown topics, too; one that the documents lack may be of any


class Scratch(Protocol):
    """Where large arrays are put away for a while: a list, or a file where there is little memory."""

    def append(self, array: Floats, /) -> None:
        """Put one away."""

    def __getitem__(self, place: int, /) -> Floats:
        """One of them, as it was put away."""


Scratches = Callable[[], AbstractContextManager[Scratch]]


def in_memory() -> AbstractContextManager[Scratch]:
    """Return a scratch that takes a gigabyte at 20,000 lessons, but no file."""
    return nullcontext(list[Floats]())


def lessons(release: Release, asked: Sequence[Lesson] = ()) -> list[Lesson]:
    """Return what is known of the boundaries, in the order of `boundary_examples`; then what else was `asked`.

    Of that, what is known already is left out, and what is declined for a reason that the release doesn't know.
    """
    sorts = {boundary.kind: boundary.sort for boundary in release.boundaries}
    drawn = [Lesson(text, kind, fair, sorts.get(kind)) for kind, fair, text in boundary_examples(release)]
    known = {one.text for one in drawn}
    return [*drawn, *(one for one in asked if one.text not in known and (one.fair or sorts.get(one.kind) is one.sort))]


def digest(known: Sequence[Lesson], fingerprint: str, regional: tuple[str, ...] = ()) -> str:
    """Return what a judge is made of, in short."""
    return hashlib.sha256(repr((_VERSION, fingerprint, known, regional)).encode()).hexdigest()


def fit(
    known: Sequence[Lesson],
    vectors: Matrix,
    made_of: str,
    regional: tuple[Glossary, ...] = (),
    scratch: Scratches = in_memory,
) -> Judge:
    """Return the judge that ridge regression makes of lessons and their vectors.

    Unknown topics are told by those lessons alone that tell of them: by the first ones, as Cholesky's method solves
    these on its way to all.

    The kernel of two questions is e⁻² · (1 + 2·cos + 2·cos²) of their centred vectors, the squared one within the
    space of the axes, plus the cosine of their features. It is solved where it is small, over the lessons, and told as
    weights of directions, products and features, so that no example has to be looked at to judge a question.
    """
    if not known:
        return replace(UNTAUGHT, made_of=made_of)
    order = sorted(range(len(known)), key=lambda row: not known[row].of_topics)
    known, vectors, telling = [known[row] for row in order], vectors[order], sum(one.of_topics for one in known)
    centre = vectors.mean(axis=0)
    directions = centred(vectors, centre)
    axes = principal_axes(directions, _AXES)
    vocabulary, worded = shares([plain(one.text, regional) for one in known])
    sorts = {sort: _kinds(known, sort) for sort in _SORTS}
    wanted = np.concatenate([_wanted(known, kinds, sort) for sort, kinds in sorts.items()], axis=1)
    wholes = np.cumsum([0, *(1 + len(kinds) for kinds in sorts.values())]).tolist()[:-1]
    mean = wanted.mean(axis=0)
    mean[wholes[-1] :] = wanted[:telling, wholes[-1] :].mean(axis=0)
    kernel = _Kernel.of(directions, axes, worded)
    with scratch() as away:
        duals = _solved(kernel, away, wanted - mean, (telling, wholes[-1]))
    order_of_weights = [*wholes, *(column for column in range(len(mean)) if column not in wholes)]
    mean, duals = mean[order_of_weights], duals[:, order_of_weights]
    squares = reduce(np.add, (products(directions[at] @ axes.T).T @ duals[at] for at in _slices(len(known))))
    weights = Weights(
        bias=mean + _MEANING * duals.sum(axis=0),
        directions=np.ascontiguousarray(2 * _MEANING * (directions.T @ duals).T, dtype=np.float32),
        products=stepped(2 * _MEANING * squares.T, PRODUCT_STEP),
        features=stepped(worded.T @ duals, FEATURE_STEP),
    )
    return Judge(
        made_of=made_of,
        centre=centre,
        axes=axes,
        vocabulary=vocabulary,
        sorts=sorts,
        weights=weights,
        examples={kind: _vectors_of(kind, known, vectors) for kind in chain.from_iterable(sorts.values())},
    )


def plain(example: str, regional: tuple[Glossary, ...]) -> str:
    """Return an example in plain spelling."""
    return fold(example, frozenset(), regional) if detect(example) == DEFAULT else example


def shares(texts: Sequence[str]) -> tuple[dict[str, int], Any]:
    """Return the features' rows in a judge, and a sparse matrix of their shares in each text."""
    from scipy.sparse import csr_matrix

    met: dict[str, int] = {}  # as numbers they take a tenth of the memory that their texts would
    held = [np.array([met.setdefault(one, len(met)) for one in features(text)], np.int32) for text in texts]
    counts = np.bincount(np.concatenate(held))
    vocabulary = {one: row for row, one in enumerate(sorted(one for one, at in met.items() if counts[at] >= _FEWEST))}
    row_of = np.full(len(met), -1, np.int32)
    row_of[[met[one] for one in vocabulary]] = np.arange(len(vocabulary))
    rows = [np.sort(known[known >= 0]) for known in (row_of[found] for found in held)]
    sizes = [len(known) for known in rows]
    share = np.repeat(np.array([1 / sqrt(len(found)) for found in held], dtype=np.float32), sizes)
    places = np.concatenate(rows), np.cumsum([0, *sizes])
    return vocabulary, csr_matrix((share, *places), shape=(len(texts), len(vocabulary)))


def _kinds(known: Sequence[Lesson], sort: Sort) -> tuple[str, ...]:
    return tuple(sorted({one.kind for one in known if not one.fair and one.sort is sort}))


def _wanted(known: Sequence[Lesson], kinds: Sequence[str], sort: Sort) -> Floats:
    """Return what is to be said of each question: of the sort as a whole, and of each of its kinds."""
    rows = [[_of_sort(one, sort), *(_of_kind(one, kind) for kind in kinds)] for one in known]
    return np.array(rows, dtype=np.float32)


def _of_sort(one: Lesson, sort: Sort) -> float:
    if not one.fair and one.sort is sort:
        return 1.0
    return 0.0 if one.kind == _EVERYDAY and sort is Sort.UNKNOWN else -1.0


def _of_kind(one: Lesson, kind: str) -> float:
    """What looks like a kind and is fair is told from it more sharply than others are."""
    if one.kind != kind:
        return -1.0
    return -2.0 if one.fair else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class _Kernel:
    """How alike questions are; parted into what is multiplied fastest."""

    dense: Floats  # directions and shares of the commonest features, so weighed that their products add up
    squared: Floats  # coordinates on the axes
    rare: Any  # shares of all other features, sparse

    @classmethod
    def of(cls, directions: Floats, axes: Floats, shares: Any) -> _Kernel:
        """Return the kernel of questions by their directions and shares of features."""
        order = np.argsort(-shares.getnnz(axis=0), kind="stable")
        common = shares[:, order[:_COMMONEST]].toarray()
        dense = np.concatenate([directions * np.float32(sqrt(2 * _MEANING)), common], axis=1)
        return cls(dense, directions @ axes.T, shares[:, order[_COMMONEST:]].tocsr())

    def __len__(self) -> int:
        """How many questions there are."""
        return len(self.dense)

    def rows(self, here: slice, to: slice) -> Floats:
        """Return how alike some questions are to others."""
        squares = (self.squared[here] @ self.squared[to].T) ** 2
        found: Floats = self.dense[here] @ self.dense[to].T + _MEANING * (1 + 2 * squares)
        found += (self.rare[here] @ self.rare[to].T).toarray()
        return found


def _solved(kernel: _Kernel, scratch: Scratch, wanted: Floats, silent: tuple[int, int]) -> Floats:
    """Return the weight of each question in each column that is wanted.

    From the row and the column of `silent` on, questions tell nothing: these columns are solved without these rows.
    The kernel is decomposed by Cholesky's method, some rows at a time, put away in `scratch`.
    """
    from scipy.linalg import solve_triangular

    rows, found = list(_slices(len(wanted), _BLOCK)), wanted.copy()
    _decompose(kernel, scratch)
    for place, at in enumerate(rows):
        part = scratch[place]
        found[at] -= part[:, : at.start] @ found[: at.start]
        found[at] = solve_triangular(part[:, at.start :], found[at], lower=True, check_finite=False)
    found[silent[0] :, silent[1] :] = 0  # the rows before have been solved without them
    for place, at in reversed([*enumerate(rows)]):
        part = scratch[place]
        found[at] = solve_triangular(part[:, at.start :], found[at], trans="T", lower=True, check_finite=False)
        found[: at.start] -= part[:, : at.start].T @ found[at]
    return found


def _decompose(kernel: _Kernel, scratch: Scratch) -> None:
    """Put away the rows of the kernel's lower triangular factor, up to the diagonal; those of a slice together."""
    from scipy.linalg import cholesky, solve_triangular

    slices = list(_slices(len(kernel), _BLOCK))
    for number, at in enumerate(slices):
        to = slice(min(at.stop, len(kernel)))
        part = np.empty((to.stop - at.start, to.stop), dtype=np.float32)
        for few in _slices(len(part)):
            here = slice(at.start + few.start, min(at.start + few.stop, to.stop))
            part[few] = kernel.rows(here, to)
        part[:, at.start :] += _PENALTY * np.eye(len(part), dtype=np.float32)
        for place, before in enumerate(slices[:number]):
            known = scratch[place]
            part[:, before] -= part[:, : before.start] @ known[:, : before.start].T
            corner = known[:, before.start :]
            part[:, before] = solve_triangular(corner, part[:, before].T, lower=True, check_finite=False).T
        own = part[:, at.start :] - part[:, : at.start] @ part[:, : at.start].T
        part[:, at.start :] = cholesky(own, lower=True, check_finite=False)
        scratch.append(part)


def _vectors_of(kind: str, known: Sequence[Lesson], vectors: Matrix) -> NDArray[np.float16]:
    rows = [row for row, one in enumerate(known) if one.kind == kind and not one.fair]
    return stepped(vectors[rows], EXAMPLE_STEP).astype(np.float16)


def _slices(count: int, rows: int = _ROWS) -> Iterator[slice]:
    return (slice(start, start + rows) for start in range(0, count, rows))
