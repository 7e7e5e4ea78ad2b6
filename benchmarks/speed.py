"""How fast ingesting and answering are on this machine, stage by stage: python -m benchmarks.speed.

Each stage is one function that returns a Timing; `measure` puts them in order. Compare the multiples of the embedding
between machines, not the milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import importlib
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.adapters.chroma import ChromaStore
from bot.adapters.embeddings import BundledEngine, SentenceTransformers
from bot.domain.documents import Manifest, Passage, PassageKind, Release, Role
from bot.domain.ports import Embedder, Index, Matrix

RELEASE = "speed"
NEAREST = 200  # passages a question asks Chroma for
WORDS = (
    "warga daftar syarat sekolah kuliah gratis biaya tahun desa kota jalan air bersih listrik puskesmas dokter obat "
    "bantuan usaha modal petani nelayan pekerja rumah internet beasiswa usia paling tinggi penerima anggaran laporan"
).split()


@dataclass(frozen=True)
class Timing:
    """Seconds that one stage took, call by call."""

    stage: str
    seconds: tuple[float, ...]

    def percentile(self, share: float) -> float:
        """Return the seconds that so many of 100 calls took at most."""
        return float(np.percentile(self.seconds, share))


@dataclass(frozen=True)
class Corpus:
    """Sentences and questions of usual lengths, the same in every run."""

    passages: tuple[str, ...]
    questions: tuple[str, ...]

    @classmethod
    def make(cls, passages: int, questions: int) -> Corpus:
        """Return a corpus of these sizes."""
        chance = random.Random(2024)  # noqa: S311 — repeatable, not secret
        return cls(
            tuple(" ".join(chance.choices(WORDS, k=chance.randint(8, 40))) for _ in range(passages)),
            tuple(" ".join(chance.choices(WORDS, k=chance.randint(4, 12))) + "?" for _ in range(questions)),
        )


async def ingest_rate(corpus: Corpus) -> tuple[float, float]:
    """Return seconds to load sentence-transformers with the bundled model, and passages embedded a second."""
    started = time.perf_counter()
    embedder: Embedder = SentenceTransformers()
    loaded = time.perf_counter()
    await embedder.embed(corpus.passages, Role.PASSAGE)
    return loaded - started, len(corpus.passages) / (time.perf_counter() - loaded)


def loading() -> tuple[BundledEngine, list[Timing]]:
    """What a starting bot waits for before it can open a release."""
    started = time.perf_counter()
    engine = BundledEngine()
    loaded = time.perf_counter()
    importlib.import_module("chromadb")
    imported = time.perf_counter()
    return engine, [
        Timing("load the bundled model", (loaded - started,)),
        Timing("import chromadb", (imported - loaded,)),
    ]


async def question_embedding(corpus: Corpus, embedder: Embedder) -> Timing:
    """One question a call through the bundled engine, as when answering."""
    return await timed("embed a question", lambda n: embedder.embed([corpus.questions[n]], Role.QUERY), corpus)


async def index_build(store: ChromaStore, corpus: Corpus, vectors: Matrix) -> Timing:
    """A whole release: collections, keywords, records."""
    manifest = Manifest(RELEASE, dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "speed", 1, "", {}, {})
    passages = [
        Passage(f"p{n}", f"s{n}", PassageKind.STATEMENT, corpus.passages[n % len(corpus.passages)], "id")
        for n in range(len(vectors))
    ]
    terms = {passage.owner: passage.text.split() for passage in passages}
    started = time.perf_counter()
    await store.build(Release(manifest, ()), passages, vectors, vectors[:0], terms)
    return Timing(f"build a release of {len(passages)} passages", (time.perf_counter() - started,))


async def index_open(store: ChromaStore, times: int = 5) -> Timing:
    """Opening the release, chromadb being imported already."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        index = await store.open(RELEASE)
        seconds.append(time.perf_counter() - started)
        index.close()
    return Timing("open it", tuple(seconds))


async def vector_search(corpus: Corpus, index: Index, questions: Matrix) -> Timing:
    """The nearest passages by Chroma."""
    return await timed(f"nearest {NEAREST} by Chroma", lambda n: index.nearest(questions[n], NEAREST), corpus)


async def keyword_rank(corpus: Corpus, index: Index) -> Timing:
    """The best 50 statements by BM25."""

    async def rank(n: int) -> object:
        return index.rank(corpus.questions[n].rstrip("?").split(), 50)

    return await timed("best 50 by BM25", rank, corpus)


async def timed(stage: str, ask: Callable[[int], Awaitable[object]], corpus: Corpus) -> Timing:
    """Ask every question once, after one that does not count."""
    await ask(0)
    seconds = []
    for n in range(len(corpus.questions)):
        started = time.perf_counter()
        await ask(n)
        seconds.append(time.perf_counter() - started)
    return Timing(stage, tuple(seconds))


def release_vectors(seed: Matrix, count: int) -> Matrix:
    """Return count unit vectors scattered around real ones, so that neighbourhoods are as crowded as real ones."""
    chance = np.random.default_rng(2024)
    spread = chance.normal(scale=0.4 / np.sqrt(seed.shape[1]), size=(count, seed.shape[1]))
    vectors = seed[chance.integers(0, len(seed), count)] + spread
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)  # type: ignore[no-any-return]


def table(timings: Sequence[Timing], measure: float) -> str:
    """Return stages with milliseconds at p50 and p95, and as multiples of the measure (seconds)."""
    rows = [f"{'stage':<40}{'p50 ms':>10}{'p95 ms':>10}{'× embedding':>14}"]
    for timing in timings:
        half, most = timing.percentile(50), timing.percentile(95)
        rows.append(f"{timing.stage:<40}{half * 1000:>10.2f}{most * 1000:>10.2f}{half / measure:>14.2f}")
    return "\n".join(rows)


async def measure(corpus: Corpus, size: int, folder: Path) -> None:
    """Run every stage and print what it took. Ingesting comes last: torch, once loaded, stays in the process."""
    store = ChromaStore(folder)
    engine, timings = loading()
    embedding = await question_embedding(corpus, engine)
    questions = await engine.embed(corpus.questions, Role.QUERY)
    timings.append(await index_build(store, corpus, release_vectors(questions, size)))
    timings.append(await index_open(store))
    index = await store.open(RELEASE)
    timings += [embedding, await vector_search(corpus, index, questions), await keyword_rank(corpus, index)]
    index.close()
    print(table(timings, embedding.percentile(50)))
    seconds, rate = await ingest_rate(corpus)
    print(f"\ningest: {rate:.0f} passages/s through sentence-transformers, after {seconds:.1f} s to load it")


def main() -> None:
    """Read the sizes from the command line and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--questions", type=int, default=200, help="questions asked at each stage (200)")
    parser.add_argument("--passages", type=int, default=300, help="passages embedded for the ingest rate (300)")
    parser.add_argument("--release", type=int, default=5000, help="passages in the release that is searched (5000)")
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Corpus.make(sizes.passages, sizes.questions), sizes.release, Path(folder)))


if __name__ == "__main__":
    main()
