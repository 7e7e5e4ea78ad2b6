"""A campaign's own documents: ingesting them step by step, and answering questions about them stage by stage."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.timing import Timing
from bot import assembly
from bot.app import open_ingestion
from bot.config import Config, load
from bot.domain.answers import Answered, Question
from bot.domain.documents import Release


@dataclass(frozen=True)
class Ingested:
    """How many texts an ingest embedded, and the seconds of its steps."""

    texts: int
    seconds: dict[str, float]


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


async def answering(config: Config, count: int) -> list[Timing]:
    """Return what the stages of a question took, and the whole of it, for count questions."""
    taken: dict[str, list[float]] = {}

    def note(event: Answered) -> None:
        for stage, seconds in (*event.stages, ("the whole question", event.seconds)):
            taken.setdefault(stage, []).append(seconds)

    async with assembly.serving(config, assembly.answering_embedder(config), [note]) as lent:
        questions = questions_of(lent.release, count)
        await lent.assistant.ask(Question(questions[0], assembly.now()))  # reads word lists and the like
        taken.clear()
        for text in questions:
            await lent.assistant.ask(Question(text, assembly.now()))
    return [Timing(stage, tuple(seconds)) for stage, seconds in taken.items()]


def questions_of(release: Release, count: int) -> Sequence[str]:
    """Return phrasings of the release's facts, or headings where it has none; the same in every run."""
    phrasings = {alias for statement in release.statements.values() for alias in statement.aliases}
    known = sorted(phrasings or {section.title for section in release.sections.values()})
    return random.Random(2024).choices(known, k=count)  # noqa: S311 — repeatable, not secret
