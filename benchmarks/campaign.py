"""A campaign's own documents: ingesting them step by step, and answering questions about them stage by stage."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.timing import Stopwatch, Timing
from bot.adapters.chroma import ChromaStore
from bot.adapters.database import SqlDatabase
from bot.answering import extractive, smalltalk
from bot.answering.boundaries import Boundaries
from bot.answering.retrieval import Findings, find
from bot.app import open_assistant, open_ingestion
from bot.assembly import now
from bot.config import Config, load
from bot.domain.answers import Question
from bot.domain.documents import Release, Role
from bot.domain.language import detect, fold, terms
from bot.domain.levels import name_levels
from bot.domain.ports import Embedder, Index, Vector

EMBED = "embed it"


@dataclass(frozen=True)
class Ingested:
    """How many texts an ingest embedded, and the seconds of its steps."""

    texts: int
    seconds: dict[str, float]


@dataclass(frozen=True)
class LookedUp:
    """A question in plain spelling, and what it brought up."""

    spoken: str
    folded: str
    vector: Vector
    findings: Findings


async def live_index(config: Config) -> Index:
    """Open the live release of a campaign that has been ingested."""
    with closing(SqlDatabase(f"sqlite:///{config.paths.data / 'bot.db'}")) as database:
        live = await database.live_release()
    assert live, "ingest first"
    return await ChromaStore(config.paths.data / "releases").open(live)


def with_data(config_file: Path, data: Path) -> Config:
    """Return a campaign's configuration with another folder for what the program makes."""
    config = load(config_file, {})
    return replace(config, paths=replace(config.paths, data=data))


def ingested(config_file: Path, data: Path) -> Ingested:
    """Ingest a campaign in a process of its own, so that torch does not stay in this one."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as processes:
        return processes.submit(_ingest, config_file, data).result()


def _ingest(config_file: Path, data: Path) -> Ingested:
    began: list[tuple[str, float]] = []
    texts = 0

    def note(step: str, done: int, total: int) -> None:
        nonlocal texts
        texts = max(texts, total if step == "embed" else 0)
        if not began or began[-1][0] != step:
            began.append((step, time.perf_counter()))

    async def publish() -> None:
        async with open_ingestion(with_data(config_file, data)) as ingestion:
            await ingestion.publish(note)

    asyncio.run(publish())
    ends = [start for _, start in began[1:]] + [time.perf_counter()]
    return Ingested(texts, {step: end - start for (step, start), end in zip(began, ends, strict=True)})


async def answering(config: Config, embedder: Embedder, count: int) -> list[Timing]:
    """Return what the stages of a question took, and the whole of it, for count questions."""
    watch = Stopwatch()
    index = await live_index(config)
    questions = _questions(index.release, count)
    await _through(questions[0], index, embedder, Stopwatch())  # reads word lists and the like
    for text in questions:
        await _through(text, index, embedder, watch)
    index.close()
    async with open_assistant(config) as assistant:
        await assistant.ask(Question(questions[0], now()))
        for text in questions:
            with watch.stage("the whole question"):
                await assistant.ask(Question(text, now()))
    return watch.timings()


async def look_up(text: str, index: Index, embedder: Embedder, watch: Stopwatch) -> LookedUp:
    """Return what a question brings up, by the stages that the Assistant goes through."""
    release = index.release
    with watch.stage("detect the language, fold slang"):
        spoken = detect(text)
        folded = name_levels(smalltalk.question(fold(text, release.vocabulary) if spoken == "id" else text))
    with watch.stage(EMBED):
        (vector,) = await embedder.embed([folded], Role.QUERY)
    with watch.stage("nearest, keywords, fuse"):
        return LookedUp(spoken, folded, vector, await find(index, vector, terms(folded, spoken), spoken))


async def _through(text: str, index: Index, embedder: Embedder, watch: Stopwatch) -> None:
    """Lead a question through the stages that an answer by quoting takes."""
    release, one = index.release, await look_up(text, index, embedder, watch)
    with watch.stage("boundaries"):
        await Boundaries(release.boundaries).match(one.folded, one.vector, index, one.findings.cosine)
    with watch.stage("choose and quote"):
        chosen = extractive.choose(one.findings, release, one.folded)
        extractive.quote(chosen, release, one.spoken, lambda kind: True)


def _questions(release: Release, count: int) -> Sequence[str]:
    """Return phrasings of the release's facts, or headings where it has none; the same in every run."""
    phrasings = {alias for statement in release.statements.values() for alias in statement.aliases}
    known = sorted(phrasings or {section.title for section in release.sections.values()})
    return random.Random(2024).choices(known, k=count)  # noqa: S311 — repeatable, not secret
