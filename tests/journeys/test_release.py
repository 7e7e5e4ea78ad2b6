"""New releases beside a running bot: followed without a gap, never half published, whatever happens to the ingest."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing

from bot.answering.assistant import Assistant
from bot.app import open_assistant
from bot.config import Config
from bot.domain.answers import Answer, Outcome, Question
from tests.fakes import NOW
from tests.processes import PATIENCE, ROOT, command, environment, run

AT_ONCE = 4  # people who ask without a pause
QUESTION = "jam berapa bus sekolah berangkat?"
OK, WRONG_KNOWLEDGE, RUNNING = 0, 1, 3
BATCH = 8  # texts embedded at a time: small, so that there are many moments between


class Run:
    """`python ingest.py` under way."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.said: list[str] = []

    async def until(self, step: str) -> None:
        """Wait for a line of its progress that tells of a step in these words."""
        while not self.said or f"· {step}" not in self.said[-1]:
            assert self._process.stdout
            line = await self._process.stdout.readline()
            assert line, f"ended before {step!r}: {self.said}"
            self.said.append(line.decode().strip())

    async def end(self) -> tuple[int, str]:
        """Wait for its end; return its status and what it complained of."""
        out, err = await self._process.communicate()
        self.said += out.decode().splitlines()
        assert self._process.returncode is not None
        return self._process.returncode, err.decode()

    async def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        assert (await self.end())[0] == -signal.SIGKILL


@asynccontextmanager
async def ingesting(config: Config) -> AsyncIterator[Run]:
    """Start an ingest; what has not ended by itself is killed."""
    process = await asyncio.create_subprocess_exec(
        *command("ingest.py", "--config", str(config.file)),
        cwd=ROOT,
        env=environment(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            yield Run(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def ask(assistant: Assistant) -> Answer:
    return await assistant.ask(Question(QUESTION, NOW))


def said(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


def leave_earlier(config: Config) -> None:
    """Let the school bus leave at another time."""
    change(config, "bus-sekolah.md", "06.15", "05.45")
    change(config, "bus-sekolah.en.md", "06:15", "05:45")


def change(config: Config, document: str, before: str, after: str) -> None:
    file = config.paths.knowledge / document
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def with_many_statements(config: Config, count: int) -> None:
    """Add a document that takes a while to embed, in small steps."""
    listed = "\n".join(f"- Halte bus sekolah nomor {n} ada di Jalan Contoh {n}." for n in range(count))
    (config.paths.knowledge / "halte.md").write_text(f"---\ntitle: Halte\n---\n## Halte\n{listed}\n", encoding="utf-8")
    config.file.write_text(config.file.read_text(encoding="utf-8") + f"\n[ingest]\nbatch = {BATCH}\n", encoding="utf-8")


def embedded(config: Config) -> int:
    """How many texts have been embedded so far."""
    with closing(sqlite3.connect(config.paths.data / "vectors.db")) as database:
        (count,) = database.execute("SELECT count(*) FROM vectors").fetchone()
        return int(count)


def releases(config: Config) -> set[str]:
    return set(os.listdir(config.paths.data / "releases"))


def has_new(config: Config, before: set[str], beginning: str) -> Callable[[], bool]:
    return lambda: any(name.startswith(beginning) for name in releases(config) - before)


def has_embedded(config: Config, goal: int) -> Callable[[], bool]:
    return lambda: embedded(config) >= goal


async def killed(config: Config, step: str, moment: Callable[[], bool] = lambda: True) -> list[str]:
    """Start an ingest and kill it as soon as the moment in one of its steps has come; return what it had said."""
    async with ingesting(config) as ingest:
        await ingest.until(step)
        while not moment():  # noqa: ASYNC110 - another process's files tell nobody
            await asyncio.sleep(0.001)
        await ingest.kill()
    return ingest.said


async def serves(config: Config, *times: str) -> None:
    """Assert that a bot that starts now says one of these times."""
    async with open_assistant(config) as assistant:
        answer = await ask(assistant)
    assert answer.outcome is Outcome.QUOTED
    assert any(time in said(answer) for time in times)


async def test_a_running_bot_follows_a_new_release_and_no_question_fails_meanwhile(own_campaign: Config) -> None:
    answers: list[Answer] = []
    over = asyncio.Event()

    async def keep_asking(assistant: Assistant) -> None:
        while not over.is_set():
            answers.append(await ask(assistant))

    async with open_assistant(own_campaign) as assistant:
        assert "06.15" in said(await ask(assistant))
        leave_earlier(own_campaign)
        async with ingesting(own_campaign) as ingest, asyncio.TaskGroup() as people:
            for _ in range(AT_ONCE):
                people.create_task(keep_asking(assistant))
            status, complaint = await ingest.end()
            over.set()
        last = await ask(assistant)
    assert (status, complaint) == (OK, "")
    assert {answer.outcome for answer in answers} == {Outcome.QUOTED}
    assert all("06.15" in said(answer) or "05.45" in said(answer) for answer in answers)
    assert "06.15" in said(answers[0])
    assert "05.45" in said(last)
    assert last.release != answers[0].release


async def test_a_broken_document_publishes_nothing_and_the_old_release_serves(own_campaign: Config) -> None:
    before = releases(own_campaign)
    leave_earlier(own_campaign)
    change(own_campaign, "bus-sekolah.md", "gratis Kota Contoh ada tiga:[^B-3]", "gratis Kota Contoh ada tiga:[^B-9]")
    async with open_assistant(own_campaign) as assistant:
        ended = run("ingest.py", "--config", str(own_campaign.file))
        assert ended.returncode == WRONG_KNOWLEDGE
        assert "bus-sekolah.md:12: footnote [^B-9] has no definition" in ended.stderr.decode()
        assert "nothing was published" in ended.stderr.decode()
        assert "06.15" in said(await ask(assistant))
    assert releases(own_campaign) == before


async def test_an_ingest_killed_at_any_moment_leaves_a_whole_release_and_the_next_goes_on(own_campaign: Config) -> None:
    with_many_statements(own_campaign, 250)
    leave_earlier(own_campaign)
    at_first, live = embedded(own_campaign), releases(own_campaign)

    await killed(own_campaign, "loading the embedding model")
    await serves(own_campaign, "06.15")
    assert embedded(own_campaign) == at_first

    for more in (1, 8 * BATCH):
        await killed(own_campaign, "embedding", has_embedded(own_campaign, embedded(own_campaign) + more))
        await serves(own_campaign, "06.15")
    so_far = embedded(own_campaign)
    assert at_first < so_far < at_first + 250

    said = await killed(own_campaign, "writing the release", has_new(own_campaign, live, ".building"))
    await serves(own_campaign, "06.15")
    missing = next(line.partition("embedding 0/")[2] for line in said if "embedding 0/" in line)
    assert embedded(own_campaign) == so_far + int(missing)

    said = await killed(own_campaign, "writing the release", has_new(own_campaign, live, "2"))  # 2026…: it has its name
    await serves(own_campaign, "06.15", "05.45")
    assert any("embedding · known from before" in line for line in said)

    async with ingesting(own_campaign) as ingest:
        assert await ingest.end() == (OK, "")
    assert not [name for name in releases(own_campaign) if name.startswith(".")]
    await serves(own_campaign, "05.45")


async def test_of_two_ingests_at_once_the_second_says_so_and_stops(own_campaign: Config) -> None:
    leave_earlier(own_campaign)
    async with ingesting(own_campaign) as first:
        await first.until("loading the embedding model")
        async with ingesting(own_campaign) as second:
            assert await second.end() == (RUNNING, "Another ingest is running; wait until it has ended.\n")
        assert (await first.end())[0] == OK
    assert first.said[-1].startswith("published release")


async def test_a_knowledge_folder_that_is_gone_is_told_and_the_bot_goes_on(own_campaign: Config) -> None:
    own_campaign.paths.knowledge.rename(own_campaign.paths.knowledge.with_name("elsewhere"))
    ended = run("ingest.py", "--config", str(own_campaign.file))
    assert ended.returncode not in (OK, RUNNING)
    assert len(ended.stderr.decode().splitlines()) == 1
    async with open_assistant(own_campaign) as assistant:
        assert "06.15" in said(await ask(assistant))
