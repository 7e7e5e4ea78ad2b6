"""Which facet of a topic a question asks for, and which ones each statement tells, as examples have taught it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

import numpy as np

from bot.domain.directions import Floats, direction, dots
from bot.domain.judging import features

_LIKELY = 2  # facets of a question that count: the second likeliest is often meant, too


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A linear model of texts: by what they mean and how they are worded. `ingestion.facet_fitting` fits it."""

    centre: Floats  # mean of the examples' vectors
    vocabulary: Mapping[str, int]  # feature of wording → its row
    directions: Floats  # a row each class: weights of the direction in which a text points from the centre
    wording: Floats  # a row each feature, a column each class
    bias: Floats

    def probabilities(self, text: str, vector: Floats) -> Floats:
        """Return how likely each class is for a text, in plain spelling and embedded: they add up to 1."""
        found = features(text)
        rows = sorted(row for one in found if (row := self.vocabulary.get(one)) is not None)
        worded = self.wording.take(rows, axis=0).sum(axis=0) / sqrt(len(found))
        return likelihoods(self.bias + worded + dots(self.directions, direction(vector, self.centre)))


SURE = 0.7  # probability of a facet from which nothing else is meant


class Asked(NamedTuple):
    """The likeliest facets of a question, with how likely each is, the likeliest first; none where none is known."""

    likely: tuple[tuple[str, float], ...] = ()

    @property
    def surely(self) -> str | None:
        """The facet that is surely asked for, if any is."""
        return next((facet for facet, probability in self.likely[:1] if probability >= SURE), None)


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """What a release knows of facets."""

    names: tuple[str, ...]
    questions: Classifier | None
    rows: Mapping[str, int]  # statement id → its row
    told: Floats  # how far each statement tells each facet: 1 of the one that it tells first

    def asked(self, text: str, vector: Floats) -> Asked:
        """Return which facets a question asks for."""
        if self.questions is None:
            return NOTHING_ASKED
        found = self.questions.probabilities(text, vector)
        best = np.argsort(-found, kind="stable")[:_LIKELY].tolist()
        return Asked(tuple((self.names[place], float(found[place])) for place in best))

    def fit(self, asked: Asked, statement: str) -> float:
        """Return how far a statement tells what is asked for: 0 to 1."""
        row = self.rows.get(statement)
        if row is None:
            return 0.0
        return sum(share * float(self.told[row, self.names.index(facet)]) for facet, share in asked.likely)

    def of(self, statement: str) -> str:
        """Return the facet that a statement tells first, "" if none is known."""
        row = self.rows.get(statement)
        return "" if row is None else self.names[int(self.told[row].argmax())]


NO_FACETS = Facets((), None, {}, np.zeros((0, 0), np.float32))


def likelihoods(scores: Floats) -> Floats:
    """Return the softmax of scores: of each row, of several."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return found
