"""A bot that is asked without a pause, in a process of its own: what others do beside it must not show.

python -m benchmarks.crowd --config config.toml: prints an object for each answer until its input ends.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from itertools import cycle
from pathlib import Path

from benchmarks.campaign import questions_of
from bot import assembly
from bot.answering.assistant import Assistant
from bot.config import load
from bot.domain.answers import Outcome, Question

CONVERSATIONS = 4


@dataclass(frozen=True)
class Reply:
    """What one question came to."""

    asked: float  # seconds since the epoch, as all processes of a machine count them
    answered: float
    release: str
    outcome: str

    @property
    def seconds(self) -> float:
        """How long the question took."""
        return self.answered - self.asked


@dataclass
class Crowd:
    """The answers so far of those who ask in another process."""

    replies: list[Reply] = field(default_factory=list)

    @property
    def failed(self) -> list[Reply]:
        """The answers that tell of a failure."""
        return [one for one in self.replies if one.outcome == Outcome.FAILED]

    async def until(self, release_id: str, patience: float = 60.0) -> Reply:
        """Return the first answer from a release among those to come."""
        seen = len(self.replies)
        async with asyncio.timeout(patience):
            while True:
                for one in self.replies[seen:]:
                    if one.release == release_id:
                        return one
                seen = len(self.replies)
                await asyncio.sleep(0.005)


@asynccontextmanager
async def crowd(config_file: Path) -> AsyncIterator[Crowd]:
    """Let a crowd ask meanwhile; it has begun when this is entered, and has ended by itself when it is left."""
    command = (sys.executable, "-m", "benchmarks.crowd", "--config", str(config_file))
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin
    found = Crowd()
    reading = asyncio.create_task(_read(process, found))
    while not found.replies and process.returncode is None:  # noqa: ASYNC110 - another process tells nobody
        await asyncio.sleep(0.1)
    try:
        yield found
    finally:
        process.stdin.close()
        await reading
        if status := await process.wait():
            raise RuntimeError(f"the crowd ended with {status}")


async def _read(process: asyncio.subprocess.Process, found: Crowd) -> None:
    assert process.stdout
    async for line in process.stdout:
        found.replies.append(Reply(**json.loads(line)))


async def ask_on(config_file: Path, conversations: int) -> None:
    """Ask one question after the other in each conversation, until standard input ends."""
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, lambda: (sys.stdin.read(), loop.call_soon_threadsafe(over.set)))
    config = load(config_file, os.environ)
    async with assembly.serving(config, assembly.answering_embedder(config)) as lent, asyncio.TaskGroup() as people:
        questions = questions_of(lent.release, 500)
        for number in range(conversations):
            people.create_task(_converse(lent.assistant, cycle(questions[number:]), over))


async def _converse(assistant: Assistant, questions: Iterator[str], over: asyncio.Event) -> None:
    while not over.is_set():
        asked = time.time()
        answer = await assistant.ask(Question(next(questions), assembly.now()))
        reply = Reply(asked, time.time(), answer.release, answer.outcome)
        print(json.dumps(asdict(reply)), flush=True)
        await asyncio.sleep(0)


def main() -> None:
    """Ask until the input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("config.toml"))
    asyncio.run(ask_on(parser.parse_args().config, CONVERSATIONS))


if __name__ == "__main__":
    main()
