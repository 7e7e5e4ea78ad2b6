"""The words of many texts, and how much of a question each text holds in its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from math import log

import numpy as np
from numpy.typing import NDArray


def idf(texts: int, holders: int) -> float:
    """Return what a term weighs that so many of so many texts hold: ln(1 + N / (df + 0.5)), most if none holds it."""
    return log(1 + texts / (holders + 0.5))


_NONE: AbstractSet[str] = frozenset()
_NOWHERE = np.empty(0, dtype=np.int32)


class Lexicon:
    """The terms of texts by id; a term weighs the more, the fewer texts hold it."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        self._at = {id_: place for place, id_ in enumerate(texts)}
        self._holders: dict[str, set[str]] = defaultdict(set)  # term → ids of the texts that hold it
        for id_, terms in texts.items():
            for term in terms:
                self._holders[term].add(id_)
        self._places = {  # term → where the texts that hold it stand
            term: np.array(sorted(self._at[id_] for id_ in ids), dtype=np.int32) for term, ids in self._holders.items()
        }

    def shares(self, asked: Iterable[str], ids: Iterable[str]) -> dict[str, float]:
        """Return which share of the asked terms, weighed by idf, each text holds: 0 to 1, all 0 without terms."""
        held = self.shares_of_all(asked)
        return {id_: float(held[self._at[id_]]) if id_ in self._at else 0.0 for id_ in ids}

    def shares_of_all(self, asked: Iterable[str]) -> NDArray[np.float64]:
        """Return the same for all texts, in the order in which they were given."""
        held, total = np.zeros(len(self._at)), 0.0
        for term in dict.fromkeys(asked):  # in their order: the same numbers added in another give another sum
            places = self._places.get(term, _NOWHERE)
            weight = idf(len(self._at), len(places))
            total += weight
            held[places] += weight
        return held / (total or 1.0)

    def held(self, id_: str, asked: Iterable[str]) -> frozenset[str]:
        """Return the asked terms that a text holds."""
        return frozenset(term for term in asked if self.holds(id_, term))

    def holds(self, id_: str, term: str) -> bool:
        """Return whether a text holds a term."""
        return id_ in self._of(term)

    def _of(self, term: str) -> AbstractSet[str]:
        return self._holders.get(term, _NONE)
