"""The words of many texts, and how much of a question each text holds in its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log


def idf(texts: int, holders: int) -> float:
    """Return what a term weighs that so many of so many texts hold: ln(1 + N / (df + 0.5)), most if none holds it."""
    return log(1 + texts / (holders + 0.5))


class Lexicon:
    """The terms of texts by id; a term weighs the more, the fewer texts hold it."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        self._held = {id_: frozenset(terms) for id_, terms in texts.items()}
        self._counts = Counter(term for terms in self._held.values() for term in terms)

    def shares(self, asked: Iterable[str], ids: Iterable[str]) -> dict[str, float]:
        """Return which share of the asked terms, weighed by idf, each text holds: 0 to 1, all 0 without terms."""
        weights = {term: idf(len(self._held), self._counts[term]) for term in set(asked)}
        total = sum(weights.values()) or 1.0
        return {id_: sum(weights[term] for term in weights.keys() & self._held[id_]) / total for id_ in ids}

    def rarest(self, asked: Iterable[str], most: int) -> str | None:
        """Return the asked term that the fewest texts hold, None if none is held, or all by more than so many."""
        held = [term for term in dict.fromkeys(asked) if 0 < self._counts[term] <= most]
        return min(held, key=self._counts.__getitem__, default=None)

    def held(self, id_: str, asked: Iterable[str]) -> frozenset[str]:
        """Return the asked terms that a text holds."""
        return self._held[id_].intersection(asked)

    def holds(self, id_: str, term: str) -> bool:
        """Return whether a text holds a term."""
        return term in self._held[id_]
