"""What kind of question a question is: told by what it means and how it is worded, as examples have taught it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.domain.directions import Floats, direction, dots, products
from bot.domain.documents import Sort
from bot.language.tokens import words

_BEGINNING = 5  # letters of a word that count: its ending seldom tells, and is where people err
_PIECES = 3, 4, 5  # letters of the pieces of words, which tell something of words that no example holds
_REMEMBERED = 8000  # words whose pieces need not be looked up again: the commonest are most of what is said
_LONGEST = 20  # letters of a word that is remembered
# Weights and examples are multiples of these: finer ones decide nothing else, and take eight times the room.
FEATURE_STEP, PRODUCT_STEP, EXAMPLE_STEP = 0.005, 0.004, 0.0005
_BEST = 2  # examples of a kind whose mean similarity counts: a single one is too easily a stranger's


class Weights(NamedTuple):
    """What speaks for each sort of questions as a whole, then for each kind of each sort: all of them in one order."""

    bias: Floats
    directions: Floats  # a row each of them
    products: Floats  # a row each, a column for each two coordinates on the axes
    features: Floats  # a row for each feature, a column each of them


class Evidence(NamedTuple):
    """What speaks for a sort of questions: 1 as for its examples, -1 as for others; less or more is possible."""

    sort: float
    kind: str  # the likeliest of it, "" if there is none
    of_kind: float


@dataclass(frozen=True, slots=True)
class Sight:
    """A question as a judge sees it."""

    vector: Floats
    products: Floats
    meant: Floats  # what it means speaks for sorts and, without the products, for kinds
    features: NDArray[np.intp]  # rows of those that the judge knows
    share: float  # of each feature
    scores: Floats  # what it means and how it is worded speaks for them


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """What examples have taught of the declined and the unknown; ingestion's `judge_fitting` fits it once a release."""

    made_of: str  # digest of the examples and the model: another one is fitted anew
    centre: Floats  # mean of the examples' vectors
    axes: Floats  # a row each: unit vectors along which the examples differ most
    vocabulary: Mapping[str, int]  # feature → its row
    sorts: Mapping[Sort, tuple[str, ...]]  # the kinds of each, in the order of the weights
    weights: Weights
    examples: Mapping[str, NDArray[np.float16]]  # kind → its examples' vectors
    _pieces: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = field(init=False, repr=False, default_factory=dict)

    def look(self, text: str, vector: Floats) -> Sight:
        """Return a question, in plain spelling and embedded as one, as evidence is taken from it."""
        pointed = direction(vector, self.centre)
        squared, meant = products(dots(self.axes, pointed)), dots(self.weights.directions, pointed)
        meant[: len(self.sorts)] += dots(self.weights.products[: len(self.sorts)], squared)
        return Sight(vector, squared, meant, *self._worded(text, meant))

    def reworded(self, sight: Sight, text: str) -> Sight:
        """Return a question seen as if it were worded like a part of it; what it means stays."""
        return Sight(sight.vector, sight.products, sight.meant, *self._worded(text, sight.meant))

    def glance(self, sight: Sight, sort: Sort) -> tuple[float, Floats]:
        """Return what speaks for a sort of questions, and for each of its kinds as far as it is quickly told.

        That is without the kinds' products, which hold nine tenths of all weights.
        """
        return float(sight.scores[[*self.sorts].index(sort)]), sight.scores[self._columns(sort)]

    def evidence(self, sight: Sight, sort: Sort, possible: Collection[str]) -> Evidence:
        """Return what speaks for a sort of questions, of which only some kinds are possible."""
        whole, glanced = self.glance(sight, sort)
        of_kinds = glanced + dots(self.weights.products[self._columns(sort)], sight.products)
        kinds = dict(zip(self.sorts[sort], of_kinds.tolist(), strict=True))
        whole -= sum(1 + score for kind, score in kinds.items() if kind not in possible)
        kind = max((one for one in kinds if one in possible), key=kinds.__getitem__, default="")
        return Evidence(whole, kind, kinds.get(kind, -1.0))

    def _columns(self, sort: Sort) -> slice:
        """Return where the kinds of a sort stand among the weights."""
        start = len(self.sorts)
        for one, kinds in self.sorts.items():
            if one is sort:
                break
            start += len(kinds)
        return slice(start, start + len(self.sorts[sort]))

    def _worded(self, text: str, meant: Floats) -> tuple[NDArray[np.intp], float, Floats]:
        """Return a text's features, the share of each, and what its words and a meaning speak for."""
        known, count = self._features(text)
        share, weights = 1 / sqrt(count), self.weights
        return known, share, weights.bias + weights.features.take(known, axis=0).sum(axis=0) * share + meant

    def _features(self, text: str) -> tuple[NDArray[np.intp], int]:
        """Return the rows of a text's features, as far as they are known, and how many it has."""
        spoken = words(text)
        found = line(spoken)
        rows = {row for one in found if (row := self.vocabulary.get(one)) is not None}
        strange = len(found) - len(rows)
        within = [self._pieces.get(word) or self._looked_up(word) for word in spoken]
        rows.update(*(known for known, _ in within))
        count = len(rows) + strange + len({one for _, unknown in within for one in unknown})
        # In their order: the same numbers added in another give another sum.
        return np.array(sorted(rows), dtype=np.intp), count

    def _looked_up(self, word: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return the rows of a word's pieces, and those pieces that are not known."""
        if len(self._pieces) >= _REMEMBERED:
            self._pieces.clear()
        rows = [(one, self.vocabulary.get(one)) for one in pieces(word)]
        found = tuple(row for _, row in rows if row is not None), tuple(one for one, row in rows if row is None)
        if word[:_BEGINNING] in self.vocabulary and len(word) <= _LONGEST:  # no voter's name or number stays in memory
            self._pieces[word] = found
        return found

    @property
    def kinds(self) -> tuple[str, ...]:
        """All that it tells apart, in the order of the weights."""
        return tuple(kind for kinds in self.sorts.values() for kind in kinds)

    def nearest(self, vector: Floats) -> tuple[str, float]:
        """Return the kind of the example that is nearest to a question, and its cosine; "" and 0 without any."""
        cosines = {kind: float(dots(self.examples[kind].astype(np.float32), vector).max()) for kind in self.kinds}
        return max(cosines.items(), key=lambda pair: pair[1], default=("", 0.0))

    def similarity(self, sight: Sight, kind: str) -> tuple[float, float]:
        """Return the mean cosine of a kind's examples that are nearest to a question, and that of the nearest."""
        cosines = np.sort(dots(self.examples[kind].astype(np.float32), sight.vector))
        return float(cosines[-_BEST:].mean()), float(cosines[-1])


_NONE = np.zeros((len(Sort), 0), np.float32)
_NOTHING = Weights(np.full(len(Sort), -1, np.float32), _NONE, _NONE, np.zeros((0, len(Sort)), np.float32))
UNTAUGHT = Judge("", np.zeros(0, np.float32), np.zeros((0, 0), np.float32), {}, dict.fromkeys(Sort, ()), _NOTHING, {})


def halfway(sight: Sight, other: Sight) -> Sight:
    """Return a question of which another wording's scores count as much as its own."""
    if other is sight:
        return sight
    return replace(sight, scores=(sight.scores + other.scores) * np.float32(0.5))


def features(text: str) -> set[str]:
    """Return what a text is worded with: words, pairs of neighbours, and pieces of words."""
    spoken = words(text)
    return line(spoken).union(*map(pieces, spoken))


def line(spoken: Sequence[str]) -> set[str]:
    """Return the beginnings of words and the pairs of neighbours, the ends of the text among them."""
    beginnings = ["^", *(word[:_BEGINNING] for word in spoken), "$"]
    return {*beginnings, *(f"{first} {second}" for first, second in pairwise(beginnings))}


def pieces(word: str) -> list[str]:
    """Return the pieces of a word, none of which is in a line."""
    marked = f"<{word}>"
    return [f"#{marked[at : at + size]}" for size in _PIECES for at in range(len(marked) - size + 1)]


def stepped(weights: Floats, step: float) -> Floats:
    """Return numbers as they are kept: multiples of a step, in rows that lie together."""
    found: Floats = np.ascontiguousarray(np.rint(weights / np.float32(step)) * np.float32(step), dtype=np.float32)
    return found
