"""Boundaries to test with: read from their files, and an index of their examples that lives in memory."""

from __future__ import annotations

import asyncio
import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from bot.adapters.embeddings import BundledEngine
from bot.domain.documents import Boundary, Role
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


def embedded(texts: Iterable[str], folder: Path) -> dict[str, Vector]:
    """Return each text's vector as a query, by the bundled model; `folder` keeps them between runs."""
    engine = BundledEngine()
    file = folder / f"{hashlib.sha256(engine.fingerprint.encode()).hexdigest()[:16]}.npz"
    wanted = list(dict.fromkeys(texts))
    found = _kept(file)
    missing = [text for text in wanted if text not in found]
    if missing:
        found |= zip(missing, asyncio.run(engine.embed(missing, Role.QUERY)), strict=True)
        np.savez(file, texts=np.array(list(found)), vectors=np.stack(list(found.values())))
    return {text: found[text] for text in wanted}


def _kept(file: Path) -> dict[str, Vector]:
    if not file.exists():
        return {}
    with np.load(file) as kept:
        return dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))


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
