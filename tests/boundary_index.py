"""Boundaries to test with: read from their files, and an index of their examples that lives in memory."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.domain.documents import Boundary
from bot.domain.ports import ExampleHit, Matrix, Vector
from tests.answering.fakes import FakeIndex
from tests.releases import release

ROOT = Path(__file__).resolve().parent.parent


def boundaries(*files: str) -> tuple[Boundary, ...]:
    """Return the boundaries and unknown topics of data files, those of one kind together."""
    found: dict[str, Boundary] = {}
    for file in files:
        content = tomllib.loads((ROOT / file).read_text(encoding="utf-8"))
        for one in content.get("boundary", ()):
            known = found.get(one["kind"], Boundary(one["kind"], ()))
            examples = (*known.examples, *one.get("examples", ()))
            fair = (*known.counter_examples, *one.get("counter_examples", ()))
            found[one["kind"]] = Boundary(one["kind"], examples, fair)
        for one in content.get("topic", ()):
            found[one["name"]] = Boundary(one["name"], tuple(one["phrasings"]), declines=False)
    return tuple(found.values())


class ExampleIndex(FakeIndex):
    """Ranks examples by cosine."""

    def __init__(self, known: Sequence[Boundary], asked: Sequence[str], vectors: dict[str, Vector]) -> None:
        super().__init__(release(boundaries=known))
        self._rows = [
            (boundary.kind, fair, text)
            for boundary in known
            for fair, texts in ((False, boundary.examples), (True, boundary.counter_examples))
            for text in texts
        ] + [("", True, text) for text in asked]
        self._matrix: Matrix = np.stack([vectors[text] for *_, text in self._rows])

    async def examples(self, vector: Vector, count: int) -> list[ExampleHit]:
        scores = self._matrix @ vector
        best = np.argsort(-scores)[:count]
        return [ExampleHit(self._rows[row][0], self._rows[row][1], float(scores[row])) for row in best]
