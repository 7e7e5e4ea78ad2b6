"""BM25 over the words of one release: built once, saved beside its passages, opened to rank."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.domain.directions import highest
from bot.domain.lexicon import idf
from bot.domain.ports import Hit

_NO_PLACES, _NO_SCORES = np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32)


class Keywords:
    """Statements' words, indexed. Terms come folded and stemmed: here they only have to be equal."""

    def __init__(self, ids: Sequence[str], index: Any) -> None:
        self._ids = tuple(ids)
        self._index = index  # a bm25s.BM25, None where no statement has a term
        self._holders: dict[str, tuple[frozenset[int], float]] = {}  # of known terms that were asked: the vocabulary
        self._unknown = frozenset[int](), idf(len(self._ids), 0)
        self._bounds = [] if index is None else index.scores["indptr"].tolist()

    @classmethod
    def build(cls, terms: Mapping[str, Sequence[str]]) -> Keywords:
        """Return the index of each statement's terms, by its id."""
        ids = sorted(terms)  # position then breaks ties as ids do
        vocabulary = {term: n for n, term in enumerate(sorted({term for id_ in ids for term in terms[id_]}))}
        if not vocabulary:
            return cls(ids, None)
        index = _bm25s().BM25(method="lucene")
        numbers = [[vocabulary[term] for term in terms[id_]] for id_ in ids]
        index.index((numbers, vocabulary), create_empty_token=False, show_progress=False)
        return cls(ids, index)

    def save(self, folder: Path) -> None:
        """Write the index into a folder, which is made."""
        folder.mkdir(parents=True)
        (folder / "ids.json").write_text(json.dumps(self._ids), encoding="utf-8")
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    @classmethod
    def open(cls, folder: Path) -> Keywords:
        """Return the index that was saved into a folder."""
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        if not (folder / "params.index.json").exists():
            return cls(ids, None)
        return cls(ids, _bm25s().BM25.load(folder, show_progress=False))

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        """Return at most count statements by BM25, best first, equal ones in the order of their ids."""
        scores = np.zeros(len(self._ids), dtype=np.float32)
        for term in terms:
            holders, weights = self._posting(term)
            scores[holders] += weights
        found = np.flatnonzero(scores > 0)
        best = found[highest(scores[found], count)]
        return [Hit(self._ids[n], score) for n, score in zip(best.tolist(), scores[best].tolist(), strict=True)]

    def coverage(self, terms: Sequence[str], id_: str) -> float:
        """Return which share of the terms, weighed by their idf, stand in what was indexed under an id.

        1.0 without terms; a term that stands nowhere weighs most.
        """
        place, total, held = bisect_left(self._ids, id_), 0.0, 0.0
        for term in dict.fromkeys(terms):  # in their order: the same numbers added in another give another sum
            places, weight = self._weighed(term)
            total += weight
            held += weight * (place in places)
        return held / total if total else 1.0

    def _weighed(self, term: str) -> tuple[frozenset[int], float]:
        """Return the positions in `ids` of everything that holds a term, and the term's idf."""
        if term in self._holders:
            return self._holders[term]
        found, _ = self._posting(term)
        if not len(found):
            return self._unknown
        return self._holders.setdefault(term, (frozenset(found.tolist()), idf(len(self._ids), len(found))))

    def _posting(self, term: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the positions in `ids` of everything that holds a term, and the term's BM25 score in each."""
        number = self._index.vocab_dict.get(term) if self._index is not None else None
        if number is None:
            return _NO_PLACES, _NO_SCORES
        part = slice(*self._bounds[number : number + 2])
        return self._index.scores["indices"][part], self._index.scores["data"][part]


def _bm25s() -> Any:
    import logging

    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it asks for DEBUG when it is imported
    return bm25s
