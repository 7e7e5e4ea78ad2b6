"""A release of thousands of made-up passages: building it, opening it, searching it."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.timing import Timing, timed
from bot.adapters.chroma import ChromaStore
from bot.domain import judging, ranking
from bot.domain.documents import Manifest, Passage, PassageKind, Release, Role
from bot.domain.facets import NO_FACETS
from bot.domain.ports import Embedder, Index, Matrix

RELEASE = "speed"
NEAREST = 200  # passages a question asks Chroma for
OPENINGS = 5
SEEDS = 200  # embedded texts around which the made-up vectors are scattered
WORDS = (
    "warga daftar syarat sekolah kuliah gratis biaya tahun desa kota jalan air bersih listrik puskesmas dokter obat "
    "bantuan usaha modal petani nelayan pekerja rumah internet beasiswa usia paling tinggi penerima anggaran laporan"
).split()


@dataclass(frozen=True)
class Corpus:
    """Questions of usual lengths with their vectors, and passages of usual lengths: the same in every run."""

    questions: tuple[str, ...]
    vectors: Matrix
    passages: tuple[str, ...]

    @classmethod
    async def make(cls, passages: int, embedder: Embedder) -> Corpus:
        """Return a corpus with so many passages."""
        chance = random.Random(2024)  # noqa: S311 — repeatable, not secret
        questions = tuple(" ".join(chance.choices(WORDS, k=chance.randint(4, 12))) + "?" for _ in range(SEEDS))
        texts = tuple(" ".join(chance.choices(WORDS, k=chance.randint(8, 40))) for _ in range(passages))
        return cls(questions, await embedder.embed(questions, Role.QUERY), texts)


async def measure(size: int, folder: Path, embedder: Embedder) -> list[Timing]:
    """Return what it took to build, open and search a release of so many passages in a folder."""
    corpus, store = await Corpus.make(size, embedder), ChromaStore(folder)
    timings = [await _build(store, corpus), await _opening(store)]
    index = await store.open(RELEASE)
    timings += [await _nearest(corpus, index), await _rank(corpus, index)]
    index.close()
    return timings


async def _build(store: ChromaStore, corpus: Corpus) -> Timing:
    """A whole release: collections, keywords, records."""
    manifest = Manifest(RELEASE, dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "speed", 1, "", {}, {})
    passages = [Passage(f"p{n}", f"s{n}", PassageKind.STATEMENT, text, "id") for n, text in enumerate(corpus.passages)]
    terms = {passage.owner: passage.text.split() for passage in passages}
    vectors = _scattered(corpus.vectors, len(passages))
    started = time.perf_counter()
    await store.build(Release(manifest, ()), passages, vectors, judging.UNTAUGHT, ranking.UNTAUGHT, NO_FACETS, terms)
    return Timing(f"build a release of {len(passages)} passages", (time.perf_counter() - started,))


async def _opening(store: ChromaStore) -> Timing:
    """Opening the release, chromadb being imported already."""
    seconds = []
    for _ in range(OPENINGS):
        started = time.perf_counter()
        index = await store.open(RELEASE)
        seconds.append(time.perf_counter() - started)
        index.close()
    return Timing("open it", tuple(seconds))


async def _nearest(corpus: Corpus, index: Index) -> Timing:
    name = f"nearest {NEAREST} by Chroma"
    return await timed(name, lambda n: index.nearest(corpus.vectors[n], NEAREST), len(corpus.questions))


async def _rank(corpus: Corpus, index: Index) -> Timing:
    async def rank(n: int) -> Sequence[object]:
        return index.rank(corpus.questions[n].rstrip("?").split(), 50)

    return await timed("best 50 by BM25", rank, len(corpus.questions))


def _scattered(seed: Matrix, count: int) -> Matrix:
    """Return count unit vectors scattered around real ones, so that neighbourhoods are as crowded as real ones."""
    chance = np.random.default_rng(2024)
    spread = chance.normal(scale=0.4 / np.sqrt(seed.shape[1]), size=(count, seed.shape[1]))
    vectors = seed[chance.integers(0, len(seed), count)] + spread
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)  # type: ignore[no-any-return]
