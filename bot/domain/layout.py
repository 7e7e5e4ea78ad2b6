"""Where the statements, sections and facts of a release stand, so that their scores are compared as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


_NOWHERE = -1  # the slot that nothing leads to, behind all others
OTHERS = 4  # sections beside the nearest one: by how much it is nearer than all of these, it stands out


class Spread(NamedTuple):
    """Scores of passages as those of the statements that they lead to."""

    places: NDArray[np.intp]  # of these statements, in reading order
    text: Scores  # the best of a statement's own passages
    section: Scores  # that of its section
    phrasing: Scores  # the best of its facts
    sections: Scores  # of all statements that of their sections, 0 where nothing leads to it
    nearest_section: float  # the best of all sections, 0 without any
    lead: float  # how much nearer the nearest section or what it holds is than the fifth, 0 without any


class Layout:
    """The statements of a release in reading order, each with its section and its facts."""

    def __init__(self, statements: Iterable[tuple[str, str, tuple[str, ...]]], bare: Iterable[str] = ()) -> None:
        """Lay out statements, each as its id, its section's key and the labels of its facts, and sections without."""
        known = tuple(statements)
        self.ids = tuple(id_ for id_, _, _ in known)
        sections, labels = [section for _, section, _ in known], [some for _, _, some in known]
        every = dict.fromkeys((*sections, *bare))
        slots = {owner: slot for slot, owner in enumerate(dict.fromkeys((*self.ids, *every, *chain(*labels))))}
        self._every_section = np.array([slots[section] for section in every], dtype=np.intp)
        facts = [*zip_longest(*([slots[label] for label in some] for some in labels), fillvalue=_NOWHERE)]
        self._slots = slots
        self._sections = np.array([slots[section] for section in sections], dtype=np.intp)
        self._facts = np.array(facts, dtype=np.intp).reshape(len(facts), len(known))  # a column a statement

    def slots(self, owners: Iterable[str]) -> NDArray[np.intp]:
        """Return where statements (by id), sections (by key) and facts (by label) stand among all of them."""
        return np.array([self._slots.get(owner, _NOWHERE) for owner in owners], dtype=np.intp)

    def spread(self, owners: NDArray[np.intp], scores: NDArray[np.floating]) -> Spread:
        """Return scores that come best first, each with the slot of its owner, as those of statements.

        Only statements that a score of their own or of a fact leads to are among them; what they lack counts as the
        least of all owners' best scores.
        """
        every = np.full(len(self._slots) + 1, -np.inf)
        every[owners[::-1]] = scores[::-1]  # the best of an owner comes last, and stays
        floor = every.min(where=every > -np.inf, initial=np.inf)
        every[_NOWHERE] = -np.inf
        text, phrasing = every[: len(self.ids)], every[self._facts].max(axis=0, initial=-np.inf)
        either = np.maximum(text, phrasing)
        places, sections = np.flatnonzero(either > -np.inf), every[self._sections]
        lead = self._lead(every, either)
        text, section, phrasing = (np.maximum(part[places], floor) for part in (text, sections, phrasing))
        nearest = every[self._every_section].max(initial=-np.inf)
        return Spread(places, text, section, phrasing, _or_zero(sections), float(_or_zero(nearest)), lead)

    def _lead(self, every: Scores, statements: Scores) -> float:
        """Return how much nearer the nearest section, or one of its statements, is than the last of a few others."""
        best = every.copy()
        np.maximum.at(best, self._sections, statements)
        near = best[self._every_section]
        near = np.sort(near[near > -np.inf])[::-1][: OTHERS + 1]
        return float(near[0] - near[-1]) if len(near) else 0.0


def _or_zero(scores: Scores) -> Scores:
    """Return scores, 0 for those that there are not."""
    return np.where(scores > -np.inf, scores, 0.0)
