"""The parts that app.py puts together: what a config file describes, made."""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
import time
from collections.abc import AsyncIterator, Callable, Collection, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.config import Config
from bot.domain.answers import Answered

if TYPE_CHECKING:
    from bot.adapters.chroma import ChromaStore
    from bot.adapters.database import SqlDatabase
    from bot.adapters.embeddings import BundledEngine, SentenceTransformers
    from bot.adapters.files import KnowledgeFiles
    from bot.adapters.proposal_folders import ProposalFolders
    from bot.adapters.vectors import CachedEmbedder
    from bot.adapters.withdrawal_records import SqlWithdrawals
    from bot.answering.assistant import Assistant
    from bot.domain.documents import Release
    from bot.domain.ports import Database, Embedder, Index, LivePointer, VectorCache
    from bot.domain.withdrawals import WithdrawalRecords
    from bot.evaluation.questions import GoldenQuestion
    from bot.exam import GoldenExam
    from bot.ingestion.release_moves import Releases
    from bot.sittings import KeptSittings

Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """Return this moment: the one clock of the program."""
    return dt.datetime.now(dt.UTC)


def answering_embedder(config: Config, *, ingesting: bool = False) -> BundledEngine | SentenceTransformers:
    """Return the bundled model's own engine, or sentence-transformers for any other."""
    from bot.adapters.embeddings import BUNDLED, BundledEngine, SentenceTransformers

    if config.embedding.model != BUNDLED:
        return SentenceTransformers(*model(config))
    return BundledEngine(config.embedding.engine, ingesting=ingesting)


def ingesting_embedder(config: Config) -> BundledEngine | SentenceTransformers:
    """Return the same, on all processors."""
    return answering_embedder(config, ingesting=True)


def model(config: Config) -> tuple[str, str, str]:
    """Return the model's name and its prompts for questions and for passages."""
    chosen = config.embedding
    return chosen.model, chosen.query_prompt, chosen.passage_prompt


def database(config: Config) -> SqlDatabase:
    """Return the records, brought up to date; to be closed after use."""
    from bot.adapters.database import SqlDatabase

    return SqlDatabase(f"sqlite:///{config.paths.data / 'bot.db'}")


def withdrawals(records: SqlDatabase) -> SqlWithdrawals:
    """Return what the team has taken back; one for all of a process."""
    from bot.adapters.withdrawal_records import SqlWithdrawals

    return SqlWithdrawals(records, time.monotonic)


def knowledge(config: Config) -> KnowledgeFiles:
    """Return the knowledge folder. Raises ConfigError if there is none."""
    from bot.adapters.files import KnowledgeFiles

    return KnowledgeFiles(config.paths.knowledge, config.ingest.max_file_mb)


def store(config: Config) -> ChromaStore:
    """Return where the releases are kept."""
    from bot.adapters.chroma import ChromaStore

    return ChromaStore(config.paths.data / "releases")


def kept_sittings(config: Config) -> KeptSittings:
    """Return the exams that releases have sat."""
    from bot.sittings import KeptSittings

    return KeptSittings(config.paths.data / "exams", store(config).list)


def releases(config: Config, records: SqlDatabase) -> Releases:
    """Return the releases of a campaign, and the way to point to another one."""
    from bot.adapters.candidates import CandidateFiles
    from bot.adapters.embeddings import fingerprint
    from bot.adapters.files import in_turn
    from bot.ingestion.release_moves import Releases

    data = config.paths.data
    return Releases(
        store=store(config),
        database=records,
        candidates=CandidateFiles(data / "candidates"),
        proposals=proposals(config),
        scores=kept_sittings(config).score,
        fingerprint=fingerprint(*model(config)),
        alone=lambda: in_turn(data / "releases.lock", "Another process is changing the releases; try again."),
        clock=now,
        keep=config.ingest.keep,
    )


def proposals(config: Config) -> ProposalFolders:
    """Return where changes of the knowledge folder wait until they are published."""
    from bot.adapters.proposal_folders import ProposalFolders

    data = config.paths.data
    return ProposalFolders(
        folder=data / "proposals",
        root=config.paths.knowledge,
        backups=data / "backups",
        still=lambda: still(config),
        clock=now,
        suffix=lambda: secrets.token_hex(4),
    )


def still(config: Config) -> AbstractAsyncContextManager[None]:
    """Hold the knowledge folder still for a moment: for whoever reads all of it, or puts a proposal's files there."""
    from bot.adapters.files import in_turn

    return in_turn(config.paths.data / "knowledge.lock", "Another process is reading or changing the documents.")


def vector_cache(config: Config) -> VectorCache:
    """Return where vectors are kept that were made once: the general examples' come with the program."""
    from bot.adapters.learned import LearnedVectors
    from bot.adapters.vectors import SqliteVectorCache

    return LearnedVectors(SqliteVectorCache(config.paths.data / "vectors.db"))


def cached_embedder(config: Config, cache: VectorCache) -> CachedEmbedder:
    """Return an embedder that makes each vector once: for questions that are asked again and again, as an exam's."""
    from bot.adapters.embeddings import fingerprint
    from bot.adapters.vectors import CachedEmbedder

    return CachedEmbedder(fingerprint(*model(config)), lambda: ingesting_embedder(config), cache)


@asynccontextmanager
async def answering(
    config: Config,
    pointer: LivePointer,
    embedder: Embedder,
    records: Database,
    observers: Sequence[Callable[[Answered], None]] = (),
    alter: Callable[[Index], Index] = lambda index: index,
    withdrawals: WithdrawalRecords | None = None,
    opened: Callable[[], None] = lambda: None,
    without: Collection[str] = (),
) -> AsyncIterator[tuple[Assistant, Release]]:
    """Lend an Assistant of the release that is pointed at, and this release. Raises ReleaseError if it can't serve.

    Without `withdrawals` it says what the team has taken back, too: an exam is about the documents. `opened` is called
    whenever a release has been opened. `without` names parts of answering that are left out.
    """
    from bot.answering.assistant import Assistant
    from bot.answering.retrieval.live import LiveIndex
    from bot.ingestion.chunking import VERSION

    taken_back = withdrawals.withdrawals if withdrawals else None
    live = LiveIndex(_Altering(store(config), alter), pointer, embedder.fingerprint, VERSION, taken_back, opened)
    calendar, lines = config.campaign.calendar, config.help.lines
    assistant = Assistant(live, embedder, records, calendar, time.perf_counter, observers, without, lines)
    try:
        async with live.reading() as index:
            release = index.release
        async with _beside(live.follow()):
            yield assistant, release
    finally:
        await assistant.close()


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let something go on meanwhile, and end it."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()


@dataclass(frozen=True, slots=True)
class _Altering:
    """A store whose releases are altered when they are opened."""

    store: ChromaStore
    alter: Callable[[Index], Index]

    async def open(self, release_id: str) -> Index:
        return self.alter(await self.store.open(release_id))


@dataclass(frozen=True, slots=True)
class _Pinned:
    """Points at one release, live or not."""

    release: str

    async def live_release(self) -> str:
        return self.release


def answering_of(
    config: Config, release_id: str, embedder: Embedder, records: Database
) -> AbstractAsyncContextManager[tuple[Assistant, Release]]:
    """Lend an Assistant of a release, live or not, and this release. Raises ReleaseError if it can't serve."""
    return answering(config, _Pinned(release_id), embedder, records)


def exam(
    config: Config,
    cache: VectorCache,
    records: Database,
    over: Mapping[str, bytes | None] = {},
    *,
    is_whole: bool = False,
) -> GoldenExam | None:
    """Return the campaign's exam, None if there are no questions; they are embedded once. Raises KnowledgeErrors."""
    from bot.adapters.batching import BatchedEmbedder
    from bot.exam import GoldenExam
    from bot.question_files import named, questions_of

    embedder, paths, there = BatchedEmbedder(cached_embedder(config, cache)), config.paths, store(config)
    questions = questions_of(paths.exam, paths.training)
    if not questions:
        return None
    return GoldenExam(
        name=named(paths.exam, paths.training),
        questions=questions,
        knowledge=config.paths.knowledge,
        marks=config.marks,
        calendar=config.campaign.calendar,
        lend=lambda release_id: answering_of(config, release_id, embedder, records),
        read=there.read,
        contents=lambda release_id: f"{there.contents(release_id)} {config.help!r}",
        kept=kept_sittings(config),
        clock=now,
        over=over,
        is_whole=is_whole,
    )


def training(config: Config, place: Path | None = None) -> tuple[GoldenQuestion, ...]:
    """Return the questions that may be learned from, or those of a file or folder. Raises KnowledgeErrors."""
    from bot.evaluation.questions import Split
    from bot.question_files import questions_in

    return questions_in(place or config.paths.training, Split.TUNE)


def held_out(config: Config, place: Path | None = None) -> tuple[GoldenQuestion, ...]:
    """Return the questions that nothing learns from, or those of a file or folder. Raises KnowledgeErrors."""
    from bot.evaluation.questions import Split
    from bot.question_files import HELD_OUT, questions_in

    return questions_in(place or config.paths.exam / HELD_OUT, Split.EXAM)


@dataclass(frozen=True, slots=True)
class Serving:
    """The Assistant of the live release, with what it stands on."""

    assistant: Assistant
    release: Release  # that was live when it was opened
    records: SqlDatabase
    withdrawals: SqlWithdrawals


@asynccontextmanager
async def serving(
    config: Config,
    embedder: Embedder,
    observers: Sequence[Callable[[Answered], None]] = (),
    alter: Callable[[Index], Index] = lambda index: index,
    *,
    as_made: bool = False,
    without: Collection[str] = (),
) -> AsyncIterator[Serving]:
    """Lend the Assistant of a campaign, and its records. Raises ReleaseError if there is no usable release.

    `as_made` is for whoever examines the release: it says what the team has taken back, too.
    """
    from bot.adapters.allocator import settle, unsettle

    records = database(config)
    taken_back = withdrawals(records)
    curtailed = None if as_made else taken_back
    answers = answering(config, records, embedder, records, observers, alter, curtailed, settle, without)
    try:
        async with answers as (assistant, release):
            yield Serving(assistant, release, records, taken_back)
    finally:
        records.close()
        unsettle()


def examined(
    config: Config, alter: Callable[[Index], Index], without: Collection[str] = ()
) -> AbstractAsyncContextManager[Serving]:
    """Lend an Assistant of the live release, altered; its questions are embedded once. Raises ReleaseError."""
    embedder = cached_embedder(config, vector_cache(config))
    return serving(config, embedder, alter=alter, as_made=True, without=without)
