"""python -m bot learn: what is the same for every campaign, learned by developers, so that no ingest waits."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from bot.adapters import learned
from bot.adapters.embeddings import BundledEngine
from bot.app import general_boundaries
from bot.domain.documents import Role
from bot.domain.ports import Embedder, Matrix, Vector
from bot.ingestion.embedding import embed
from bot.language.facets import facets
from bot.progress import shown_progress

_BATCH = 64  # texts embedded at a time


class _Nothing:
    """A cache that keeps nothing: what is learned anew comes from no earlier run."""

    def get(self, fingerprint: str, role: Role, texts: Sequence[str]) -> list[Vector | None]:
        """Return None of each text."""
        return [None] * len(texts)

    def put(self, fingerprint: str, role: Role, texts: Sequence[str], vectors: Matrix) -> None:
        """Do nothing."""


def general_texts() -> Mapping[Role, Sequence[str]]:
    """Return the examples of the general intents and facets, once each, by the role in which each is embedded."""
    boundaries = (text for one in general_boundaries() for text in (*one.examples, *one.counter_examples))
    asked = (text for facet in facets() for text in facet.asked)
    told = (text for facet in facets() for text in facet.told)
    return {Role.QUERY: [*dict.fromkeys([*boundaries, *asked])], Role.PASSAGE: [*dict.fromkeys(told)]}


async def learn(file: Path = learned.FILE, embedder: Embedder | None = None) -> int:
    """Write what the general examples mean to the bundled model into a file, and return 0."""
    engine, texts = embedder or BundledEngine(ingesting=True), general_texts()
    with shown_progress(sys.stderr, time.monotonic) as progress:
        vectors = await embed(texts, engine, _Nothing(), _BATCH, partial(progress, "embed"))
    size = learned.save(file, engine.fingerprint, texts, vectors)
    count = sum(map(len, texts.values()))
    sys.stdout.write(f"{file}: {count} examples, {size / 1e6:.1f} MB\n")
    return 0
