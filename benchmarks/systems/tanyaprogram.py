"""TanyaProgram itself: the Assistant over a release, asked as a voter's message would ask it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.campaign import with_data
from benchmarks.systems import Ask, Progress, Reply, Task
from bot.answering.retrieval.refusal import evidence
from bot.app import open_assistant, open_ingestion
from bot.assembly import examined, now
from bot.domain.answers import Match, Outcome, Question
from bot.evaluation.scoring import ANSWERS

VECTORS = "vectors.db"  # the cache: of the same texts and model they are always the same
LISTED = 50  # statements: enough for five sections and more


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
    """
    return asyncio.run(_completed(task, replies))


async def _completed(task: Task, replies: Sequence[Reply]) -> list[Reply]:
    known = {one.section for one in task.documents}
    completed = []
    async with examined(with_data(Path(task.config), task.index), lambda index: index) as lent:
        for text, reply in zip(task.questions, replies, strict=True):
            question = Question(text, now())
            found = tuple(_passage(one, known) for one in await lent.assistant.nearest(question, LISTED))
            one = await lent.assistant.evidence(question)
            certainty = evidence(one, lent.release.manifest, one.language)
            completed.append(replace(reply, found=found, confidence=certainty))
    return completed


def _passage(found: Match, known: Container[str]) -> tuple[str, str]:
    statement = found.statement
    texts = (statement.text, statement.twin.text if statement.twin else "")
    return _section(statement.section, known), "\n".join(filter(None, texts))


def _section(key: str, known: Container[str]) -> str:
    """Return a section's name in the comparison: of a public passage, which is a whole document, the document's."""
    return key if key in known else key.partition("#")[0]
