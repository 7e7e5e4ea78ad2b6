"""Where the statements, sections and facts of a release stand, so that their scores are compared as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


_NOWHERE = -1  # the slot that nothing leads to, behind all others


class Spread(NamedTuple):
    """Scores of passages as those of the statements that they lead to."""

    places: NDArray[np.intp]  # of these statements, in reading order
    text: Scores  # the best of a statement's own passages
    section: Scores  # that of its section
    phrasing: Scores  # the best of its facts


class Layout:
    """The statements of a release in reading order, each with its section and its facts."""

    def __init__(self, statements: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """Lay out statements, each as its id, its section's key and the labels of its facts."""
        known = tuple(statements)
        self.ids = tuple(id_ for id_, _, _ in known)
        sections, labels = [section for _, section, _ in known], [some for _, _, some in known]
        slots = {owner: slot for slot, owner in enumerate(dict.fromkeys((*self.ids, *sections, *chain(*labels))))}
        facts = [*zip_longest(*([slots[label] for label in some] for some in labels), fillvalue=_NOWHERE)]
        self._slots = slots
        self._sections = np.array([slots[section] for section in sections], dtype=np.intp)
        self._facts = np.array(facts, dtype=np.intp).reshape(len(facts), len(known))  # a column a statement

    def spread(self, scores: Mapping[str, float]) -> Spread:
        """Return the scores of statements (by id), sections (by key) and facts (by label) as those of statements.

        Only statements that a score of their own or of a fact leads to are among them; what they lack counts as the
        least of all scores.
        """
        every = np.full(len(self._slots) + 1, -np.inf)
        every[[self._slots.get(owner, _NOWHERE) for owner in scores]] = [*scores.values()]
        every[_NOWHERE] = -np.inf
        text, phrasing = every[: len(self.ids)], every[self._facts].max(axis=0, initial=-np.inf)
        places = np.flatnonzero(np.maximum(text, phrasing) > -np.inf)
        floor = min(scores.values(), default=0.0)
        parts = text[places], every[self._sections[places]], phrasing[places]
        return Spread(places, *(np.maximum(part, floor) for part in parts))
