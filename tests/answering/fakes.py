"""A release's index, its store and the live pointer, without Chroma and SQLite."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence

import numpy as np

from bot.domain import ranking
from bot.domain.documents import Release, Role
from bot.domain.errors import ReleaseError
from bot.domain.facets import NO_FACETS
from bot.domain.judging import UNTAUGHT
from bot.domain.ports import Hit, Matrix, Near, Vector


def near(known: Release, hits: Sequence[tuple[str, float]]) -> Near:
    """Return passages with their owners and scores, best first, as an index finds them."""
    scores = np.array([score for _, score in hits])
    return Near(np.arange(len(hits)), known.layout.slots(owner for owner, _ in hits), scores)


class FakeIndex:
    def __init__(self, known: Release) -> None:
        self.release, self.closed = known, False
        self.judge, self.ranker, self.facets = UNTAUGHT, ranking.UNTAUGHT, NO_FACETS
        self.passage_ids: Sequence[str] = ()

    async def nearest(self, vector: Vector, count: int) -> Near:
        return near(self.release, [])

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        return []

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        return 0.0

    def close(self) -> None:
        self.closed = True


class FakeStore:
    def __init__(self, *releases: Release) -> None:
        self.indexes = {one.id: FakeIndex(one) for one in releases}
        self.opened: list[str] = []

    async def open(self, release_id: str) -> FakeIndex:
        self.opened.append(release_id)
        await asyncio.sleep(0)
        if release_id not in self.indexes:
            raise ReleaseError(f"no release {release_id}")
        return self.indexes[release_id]


class FakePointer:
    def __init__(self, live: str | None) -> None:
        self.live = live

    async def live_release(self) -> str | None:
        return self.live

    async def publish(self, release_id: str, at: dt.datetime) -> None:
        self.live = release_id


class FakeEmbedder:
    """Every text is the same to it."""

    fingerprint = "fake"

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        return np.full((len(texts), 3), 3**-0.5, np.float32)
