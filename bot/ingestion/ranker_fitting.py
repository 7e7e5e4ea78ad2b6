"""The ranker of a release, fitted to people's phrasings and to questions of the exam that may be learned from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from bot.domain.directions import Floats, centred, principal_axes
from bot.domain.documents import Passage, PassageKind, Release
from bot.domain.ids import asked_of
from bot.domain.ports import Matrix
from bot.domain.ranking import UNTAUGHT, Ranker, seen

_FEWEST = 1000  # questions asked by people: phrasings alone, or with a few hundred, put no more right statements first
_AXES = 32  # with 48 or 128, hardly more are put right, and to look at them takes longer
_PENALTY = 0.1  # on the weights' squares; twice as much changes little


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and the statements that answer it, by their ids."""

    text: str
    statements: tuple[str, ...]


def fit(
    release: Release, passages: Sequence[Passage], vectors: Matrix, asked: Sequence[Example], questions: Matrix
) -> Ranker:
    """Return the ranker that ridge regression makes of passages and of the questions `asked`, with their vectors.

    It is wanted to say 1 of what answers a question alone, of several less: 1/√n of each. What it looks at are the
    2·cos + 2·cos² of centred vectors, the latter within the space of the axes, as weights of directions and products.
    UNTAUGHT of too few questions.
    """
    if len(asked) < _FEWEST:
        return UNTAUGHT
    taught = list(_taught(release, passages))
    known = [*(statements for _, statements in taught), *(one.statements for one in asked)]
    points = np.concatenate([vectors[[row for row, _ in taught]], questions])
    centre = points.mean(axis=0)
    directions = centred(points, centre)
    axes = principal_axes(directions, _AXES)
    rows = {key: row for row, key in enumerate(release.statements)}
    looks, wanted = seen(directions, directions @ axes.T), _wanted(known, rows)
    squares = looks.T @ looks + _PENALTY * np.eye(looks.shape[1], dtype=np.float32)
    return Ranker(centre, axes, rows, np.ascontiguousarray(np.linalg.solve(squares, looks.T @ wanted).T))


def _taught(release: Release, passages: Sequence[Passage]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield which statements a passage leads to, and its row; a section leads to no single one."""
    led = defaultdict[str, list[str]](list)
    for one in release.statements.values():
        for owner in (one.id, *one.asked_by, asked_of(one.id)):
            led[owner].append(one.id)
    for row, passage in enumerate(passages):
        if passage.kind is not PassageKind.SECTION:
            yield row, tuple(led[passage.owner])


def _wanted(known: Sequence[Sequence[str]], rows: dict[str, int]) -> Floats:
    """Return what is to be said of each statement at each question."""
    wanted = np.zeros((len(known), len(rows)), np.float32)
    for row, statements in enumerate(known):
        for key in statements:
            wanted[row, rows[key]] = 1 / sqrt(len(statements))
    return wanted
