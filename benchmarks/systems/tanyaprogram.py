"""TanyaProgram itself: the Assistant over a release, asked as a voter's message would ask it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.campaign import live_index, look_up, with_data
from benchmarks.systems import Ask, Progress, Reply, Task
from benchmarks.timing import Stopwatch
from bot.adapters.embeddings import BundledEngine
from bot.answering.refusal import evidence
from bot.answering.retrieval import Found
from bot.app import open_assistant, open_ingestion
from bot.assembly import now
from bot.domain.answers import Outcome, Question
from bot.domain.language import detect
from bot.evaluation.scoring import ANSWERS

VECTORS = "vectors.db"  # the cache: of the same texts and model they are always the same
LISTED = 50  # statements: enough for five sections and more
SAME = 0.95  # of the questions must have the same first three sections by both ways


def build(task: Task) -> None:
    """Ingest the campaign anew, whatever its exam says of the release; of an earlier run only vectors are used."""
    for earlier in task.index.glob("*"):
        if earlier.is_dir():
            shutil.rmtree(earlier)
        elif not earlier.name.startswith(VECTORS):
            earlier.unlink()

    async def publish() -> None:
        async with open_ingestion(with_data(Path(task.config), task.index)) as ingestion:
            await ingestion.publish(Progress(), force="a benchmark measures what there is")

    asyncio.run(publish())


def open_index(task: Task) -> Ask:
    """Return the Assistant: the sections it found, and whether it answered."""
    runner = asyncio.Runner()
    assistant = runner.run(open_assistant(with_data(Path(task.config), task.index)).__aenter__())

    known = {one.section for one in task.documents}

    def ask(question: str) -> Reply:
        answer = runner.run(assistant.ask(Question(question, now())))
        if answer.outcome is Outcome.FAILED:
            raise RuntimeError(f"failed: {question}")
        return Reply(tuple((_section(key, known), "") for key in answer.retrieved), None, answer.outcome in ANSWERS)

    return ask


def complete(task: Task, replies: Sequence[Reply]) -> list[Reply]:
    """Return replies with the statements as they were ranked, and what the refusal rule looks at as confidence.

    The Assistant's answers don't carry these, so each question is looked up once more, outside of all measuring.
    Raises RuntimeError if that finds other sections than the Assistant: then `look_up` is no longer its way.
    """
    completed = asyncio.run(_completed(task, replies))
    pairs = [(old, new) for old, new in zip(replies, completed, strict=True) if old.found]
    same = sum(_sections(old) == _sections(new) for old, new in pairs)
    if same < SAME * len(pairs):
        raise RuntimeError(f"look_up finds what the Assistant finds for {same} of {len(pairs)} questions only")
    return completed


async def _completed(task: Task, replies: Sequence[Reply]) -> list[Reply]:
    index = await live_index(with_data(Path(task.config), task.index))
    engine, watch = BundledEngine(), Stopwatch()
    known = {one.section for one in task.documents}
    completed = []
    for question, reply in zip(task.questions, replies, strict=True):
        findings = (await look_up(question, index, engine, watch)).findings
        found = tuple(_passage(one, known) for one in findings.found[:LISTED])
        completed.append(
            replace(reply, found=found, confidence=evidence(findings, index.release.manifest, detect(question)))
        )
    index.close()
    return completed


def _passage(found: Found, known: Container[str]) -> tuple[str, str]:
    statement = found.statement
    texts = (statement.text, statement.twin.text if statement.twin else "")
    return _section(statement.section, known), "\n".join(filter(None, texts))


def _section(key: str, known: Container[str]) -> str:
    """Return a section's name in the comparison: of a public passage, which is a whole document, the document's."""
    return key if key in known else key.partition("#")[0]


def _sections(reply: Reply) -> list[str]:
    return list(dict.fromkeys(section for section, _ in reply.found))[:3]
