"""The composition root: Config → adapters → Assistant, Ingestion → front ends. The only place that knows everything."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import secrets
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot import log
from bot.config import Config
from bot.domain.answers import Answered, Question

if TYPE_CHECKING:
    from bot.adapters.chroma import ChromaStore
    from bot.adapters.database import SqlDatabase
    from bot.adapters.embeddings import BundledEngine, SentenceTransformers
    from bot.answering.assistant import Assistant
    from bot.ingestion.ingestion import Ingestion
    from bot.telegram.frontend import Settings

events = logging.getLogger(__name__)

GENERAL_BOUNDARIES = Path(__file__).with_name("answering") / "general_boundaries.toml"
KEPT = dt.timedelta(days=90)  # how long the text of an unanswered question is kept


def now() -> dt.datetime:
    """Return this moment: the one clock of the program."""
    return dt.datetime.now(dt.UTC)


@asynccontextmanager
async def open_assistant(
    config: Config, observers: Sequence[Callable[[Answered], None]] = ()
) -> AsyncIterator[Assistant]:
    """Lend the Assistant of a campaign. Raises ReleaseError if there is no usable release."""
    from bot.answering.assistant import Assistant
    from bot.answering.retrieval import LiveIndex
    from bot.ingestion.chunking import VERSION

    embedder = _answering_embedder(config)
    database = _database(config)
    live = LiveIndex(_store(config), database, embedder.fingerprint, VERSION)
    assistant = Assistant(live, embedder, database, config.campaign.calendar, time.perf_counter, observers)
    try:
        async with live.reading():
            pass
        yield assistant
    finally:
        await assistant.close()
        database.close()


@asynccontextmanager
async def open_ingestion(config: Config) -> AsyncIterator[Ingestion]:
    """Lend the Ingestion of a campaign."""
    from bot.adapters.embeddings import SentenceTransformers, fingerprint
    from bot.adapters.files import KnowledgeFiles, only_one
    from bot.adapters.vectors import SqliteVectorCache
    from bot.ingestion.campaign import read_boundaries
    from bot.ingestion.ingestion import Ingestion

    data, chosen = config.paths.data, config.embedding
    model = (chosen.model, chosen.query_prompt, chosen.passage_prompt)
    files = KnowledgeFiles(config.paths.knowledge, config.ingest.max_file_mb)
    database = _database(config)
    try:
        yield Ingestion(
            files=files,
            general_boundaries=read_boundaries(GENERAL_BOUNDARIES.read_text(encoding="utf-8"), GENERAL_BOUNDARIES.name),
            fingerprint=fingerprint(*model),
            load_embedder=lambda: SentenceTransformers(*model),
            cache=SqliteVectorCache(data / "vectors.db"),
            store=_store(config),
            database=database,
            lock=lambda: only_one(data / "ingest.lock", "Another ingest is running; wait until it has ended."),
            clock=now,
            suffix=lambda: secrets.token_hex(3),
            keep=config.ingest.keep,
            batch=config.ingest.batch,
        )
    finally:
        database.close()


def note(event: Answered) -> None:
    """Observe an answered question: one line in the log, without its text."""
    events.info(
        "answered",
        extra={"outcome": event.outcome.value, "language": event.language, "seconds": round(event.seconds, 3)},
    )


def _answering_embedder(config: Config) -> BundledEngine | SentenceTransformers:
    """The bundled model's own engine, or sentence-transformers for any other."""
    from bot.adapters.embeddings import BUNDLED, BundledEngine, SentenceTransformers

    chosen = config.embedding
    if chosen.model == BUNDLED:
        return BundledEngine()
    return SentenceTransformers(chosen.model, chosen.query_prompt, chosen.passage_prompt)


def _database(config: Config) -> SqlDatabase:
    from bot.adapters.database import SqlDatabase

    return SqlDatabase(f"sqlite:///{config.paths.data / 'bot.db'}")


def _store(config: Config) -> ChromaStore:
    from bot.adapters.chroma import ChromaStore

    return ChromaStore(config.paths.data / "releases")


async def run(config: Config) -> int:
    """Answer on Telegram until told to stop, or in this terminal if there is no token; return the exit status."""
    return await (_telegram(config) if config.token else chat(config))


async def _telegram(config: Config) -> int:
    from bot.telegram import application

    assert config.token
    log.configure(sys.stderr, secrets=[config.token.reveal()])
    async with open_assistant(config, [note]) as assistant, _expiring(_database(config)):
        await application.run(application.build(settings(config), assistant, clock=now))
    return 0


@asynccontextmanager
async def _expiring(database: SqlDatabase) -> AsyncIterator[None]:
    """Delete question texts when their time is over: at the start, then once a day."""

    async def daily() -> None:
        while True:
            deleted = await database.expire(now() - KEPT)
            events.info("old question texts deleted", extra={"texts": deleted})
            await asyncio.sleep(dt.timedelta(days=1).total_seconds())

    task = asyncio.create_task(daily())
    try:
        yield
    finally:
        task.cancel()
        database.close()


async def chat(config: Config) -> int:
    """Talk in this terminal until the input ends; return the exit status."""
    from bot import console

    log.configure(sys.stderr, logging.WARNING)
    async with open_assistant(config) as assistant:
        await console.chat(settings(config), assistant, clock=now, source=sys.stdin, target=sys.stdout)
    return 0


async def ask(config: Config, questions: Iterator[str], *, as_json: bool) -> int:
    """Answer questions on standard output, storing nothing; return the exit status."""
    from bot import asking

    log.configure(sys.stderr, logging.WARNING)
    async with open_assistant(config) as assistant:
        for question in questions:
            answer = await assistant.ask(Question(question, now()))
            print(asking.as_json(question, answer) if as_json else asking.as_text(answer), flush=True)  # noqa: T201
    return 0


def settings(config: Config) -> Settings:
    """Return what the Telegram front end gets; makes the secret on first use."""
    from bot.adapters.database import secret
    from bot.config import owners
    from bot.telegram.frontend import Settings

    given = config.secret.reveal() if config.secret else None
    key = secret(config.paths.data / "secret", os.urandom, given)
    return Settings(
        secret=key,
        campaign=config.campaign,
        token=config.token.reveal() if config.token else "",
        api_url=config.telegram.api_url,
        owners=owners(config, key),
        questions_per_minute=config.limits.questions_per_minute,
    )
