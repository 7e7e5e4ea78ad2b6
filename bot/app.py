"""The composition root: Config → adapters → Assistant, Ingestion → front ends. The only place that knows everything."""

from __future__ import annotations

import datetime as dt
import logging
import os
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import assembly, log
from bot.assembly import Clock, now
from bot.config import Config
from bot.domain.answers import Answered, Question
from bot.domain.documents import Sort
from bot.domain.figures import KEPT_DAYS

if TYPE_CHECKING:
    from bot.adapters.database import SqlDatabase
    from bot.answering.assistant import Assistant
    from bot.domain.documents import Boundary, Release
    from bot.domain.quiz import Volunteers
    from bot.domain.withdrawals import WithdrawalRecords
    from bot.ingestion.ingestion import Ingestion
    from bot.retriever import StatementRetriever
    from bot.sharing.sharing import Sharing
    from bot.telegram.abilities import Abilities, Schedules
    from bot.telegram.frontend import Settings
    from bot.watching import WatchedFolder

events = logging.getLogger(__name__)

_INTENTS = Path(__file__).with_name("intents")  # examples, a file each kind
_SORTS = {Sort.DECLINED: _INTENTS, Sort.SMALL_TALK: _INTENTS / "small_talk"}


@asynccontextmanager
async def open_assistant(
    config: Config, observers: Sequence[Callable[[Answered], None]] = ()
) -> AsyncIterator[Assistant]:
    """Lend the Assistant of a campaign. Raises ReleaseError if there is no usable release."""
    async with assembly.serving(config, assembly.answering_embedder(config), observers) as lent:
        yield lent.assistant


@asynccontextmanager
async def open_ingestion(
    config: Config, proposal: str | None = None, *, whole_exam: bool = False
) -> AsyncIterator[Ingestion]:
    """Lend the Ingestion of a campaign, of its folder as it would be with a proposal's files.

    Its exam is the held-out half; the `whole_exam` asks what is learned from, too.
    Raises ConfigError if a folder or a mark can't be used, ReleaseError if there is no such proposal.
    """
    from bot.adapters.files import only_one
    from bot.adapters.sandbox import Sandbox
    from bot.adapters.scratch import FileScratch
    from bot.adapters.shares import SqlShares
    from bot.answering.retrieval import refusal
    from bot.exam import check_marks
    from bot.ingestion.extract import extract
    from bot.ingestion.ingestion import Ingestion
    from bot.ingestion.laid_over import LaidOver
    from bot.language.facets import facets
    from bot.sharing.sharing import overtaken

    data = config.paths.data
    files = assembly.knowledge(config)
    over = assembly.proposals(config).contents(proposal) if proposal else {}
    check_marks(config.marks, config.file)
    cache = assembly.vector_cache(config)
    with closing(assembly.database(config)) as database, closing(Sandbox(extract)) as sandbox:
        yield Ingestion(
            files=LaidOver(files, over) if proposal else files,
            general_boundaries=general_boundaries(),
            facets=facets(),
            general_rule=refusal.general,
            load_embedder=partial(assembly.ingesting_embedder, config),
            cache=cache,
            releases=assembly.releases(config, database),
            open_exam=lambda: assembly.exam(config, cache, database, over, is_whole=whole_exam),
            lock=lambda: only_one(data / "ingest.lock", "Another ingest is running; wait until it has ended."),
            clock=now,
            suffix=lambda: secrets.token_hex(3),
            extractor=sandbox.run,
            batch=config.ingest.batch,
            still=lambda: assembly.still(config),
            overtakes=partial(overtaken, SqlShares(database)),
            languages=config.campaign.languages,
            regional=config.campaign.regional,
            over=proposal,
            scratch=partial(FileScratch, data),
        )


def retriever(config: str | Path = "config.toml", **fields: Any) -> StatementRetriever:
    """Return the campaign's retrieval as a LangChain retriever, to be closed after use; `fields` are LangChain's own.

    Raises ConfigError if the config file can't be used, ReleaseError if nothing has been ingested yet.
    """
    from bot.config import load
    from bot.retriever import StatementRetriever

    loaded = load(Path(config), os.environ)
    return StatementRetriever(lambda: open_assistant(loaded), now, **fields)


def note(event: Answered) -> None:
    """Observe an answered question: one line in the log, without its text."""
    events.info(
        "answered",
        extra={"outcome": event.outcome.value, "language": event.language, "seconds": round(event.seconds, 3)},
    )


async def run(config: Config) -> int:
    """Answer on Telegram until told to stop, or in this terminal if there is no token; return the exit status."""
    return await (_telegram(config) if config.token else chat(config))


async def _telegram(config: Config) -> int:
    from bot.adapters.cards import PillowCardPainter
    from bot.adapters.counters import Counting, SqlFigures
    from bot.adapters.team_records import SqlTeam
    from bot.desks import desks
    from bot.telegram import application, polling
    from bot.workshop import ReleaseWorkshop, ingest_command

    assert config.token
    log.configure(sys.stderr, secrets=[config.token.reveal()])
    with closing(assembly.database(config)) as database:
        count = Counting(SqlFigures(database), now, config.campaign.calendar.time_zone)
        embedder, withdrawals = assembly.answering_embedder(config), assembly.withdrawals(database)
        answering = assembly.answering(config, database, embedder, database, [note, count], withdrawals=withdrawals)
        async with answering as (assistant, _), count.flushing():
            able = replace(
                abilities(config, assistant, database, withdrawals),
                workshop=ReleaseWorkshop(ingest_command(config.file), assembly.releases(config, database)),
                desks=desks(config, assistant),
                painter=PillowCardPainter(),
                schedules=_schedules(config, database),
            )
            built = application.build(settings(config), assistant, SqlTeam(database), able, clock=now)
            await polling.run(built, config.campaign.languages)
    return 0


def _schedules(config: Config, database: SqlDatabase) -> Schedules:
    """Return what the bot does without anybody asking for it."""
    from bot.adapters.address_records import SqlAddresses
    from bot.telegram.abilities import Schedules
    from bot.telegram.delivery.chores import Chore

    async def expire() -> None:
        deleted = await database.expire(now() - dt.timedelta(days=KEPT_DAYS))
        events.info("old question texts deleted", extra={"texts": deleted})

    daily = Chore("old texts", dt.timedelta(days=1).total_seconds(), expire)
    folder = _watched(config) if config.ingest.watch else None
    return Schedules(SqlAddresses(database), config.reports.weekly, folder, (daily,))


def _watched(config: Config) -> WatchedFolder:
    """Return the knowledge folder, to be watched. Raises ConfigError if there is none."""
    from bot.watching import WatchedFolder

    return WatchedFolder(assembly.knowledge(config), general_boundaries(), config.paths.data / "watch")


def general_boundaries() -> tuple[Boundary, ...]:
    """Return the program's own boundaries, small talk with them."""
    from bot.ingestion.campaign import read_intent

    files = [(file, sort) for sort, folder in _SORTS.items() for file in sorted(folder.glob("*.toml"))]
    return tuple(read_intent(file.stem, file.read_text(encoding="utf-8"), file.name, sort) for file, sort in files)


async def chat(config: Config) -> int:
    """Talk in this terminal until the input ends; return the exit status."""
    from bot import console
    from bot.adapters.team_records import SqlTeam

    log.configure(sys.stderr, logging.WARNING)
    async with assembly.serving(config, assembly.answering_embedder(config)) as lent:
        await console.chat(
            settings(config),
            lent.assistant,
            SqlTeam(lent.records),
            abilities(config, lent.assistant, lent.records, lent.withdrawals),
            clock=now,
            source=sys.stdin,
            target=sys.stdout,
        )
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


def abilities(
    config: Config, assistant: Assistant, records: SqlDatabase, withdrawals: WithdrawalRecords, clock: Clock = now
) -> Abilities:
    """Return what the bot can do wherever it runs; on Telegram there is more."""
    from bot.insight import views
    from bot.telegram.abilities import Abilities

    return Abilities(
        views=views(config, assistant, records, clock),
        withdrawals=withdrawals,
        sharing=sharing(config, assistant, records, withdrawals),
        volunteers=volunteers(config, assistant, records),
    )


def sharing(config: Config, assistant: Assistant, records: SqlDatabase, withdrawals: WithdrawalRecords) -> Sharing:
    """Return what is shared from the Assistant's release."""
    from bot.adapters.shares import SqlShares
    from bot.sharing.sharing import Sharing
    from bot.telegram.sharing.handover import text

    calendar, secret = config.campaign.calendar, settings(config).secret
    return Sharing(assistant.live, SqlShares(records), calendar, secret, text, withdrawals.withdrawals)


def volunteers(config: Config, assistant: Assistant, records: SqlDatabase) -> Volunteers:
    """Return what volunteers practise and learn from the Assistant's release."""
    from bot.adapters.scores import SqlScores
    from bot.domain.quiz import Volunteers
    from bot.volunteering.volunteering import Volunteering

    store = assembly.store(config)

    async def opened(release_id: str) -> Release:
        index = await store.open(release_id)
        index.close()
        return index.release

    return Volunteers(Volunteering(assistant.live, opened, config.campaign.calendar), SqlScores(records))


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
        admins_invite=config.admins.invite_volunteers,
    )
