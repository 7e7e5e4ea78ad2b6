"""python -m bot check: the effective configuration, and whether every part works."""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable

from bot import log
from bot.app import open_assistant, open_ingestion, settings
from bot.assembly import answering_embedder, now
from bot.config import Config
from bot.domain.answers import Outcome, Question
from bot.domain.errors import ProgramError, ReleaseError, Unreachable


async def check(config: Config) -> int:
    """Print the configuration, secrets starred, and a line for each part; return 1 if one of them fails."""
    log.configure(sys.stderr, logging.WARNING)
    lines = [*config.describe(), ""]
    failed = False
    for name, examine in PARTS.items():
        try:
            lines.append(f"ok    {name}: {await examine(config)}")
        except (ProgramError, OSError) as error:
            failed = True
            lines.append(f"FAIL  {name}: {error}")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(failed)


async def _release(config: Config) -> str:
    async with open_ingestion(config) as ingestion:
        if obstacle := await ingestion.obstacle():
            raise ReleaseError(f"{obstacle}; run `make ingest`")
        newer = await ingestion.newer()
    return "serves; the knowledge is newer: `make ingest` publishes it" if newer else "serves what the knowledge holds"


async def _embedding(config: Config) -> str:
    embedder = answering_embedder(config)
    return f"{config.embedding.model}, by {embedder.told}"


async def _question(config: Config) -> str:
    async with open_assistant(config) as assistant:
        answer = await assistant.ask(Question("apa saja programnya?", now()))
    if answer.outcome is Outcome.FAILED:
        raise ReleaseError("a question could not be answered; the log above says why")
    return f"answered in {answer.seconds:.2f} s from release {answer.release}"


async def _secret(config: Config) -> str:
    return f"people are hashed with it; {len(settings(config).owners)} owners"


async def _telegram(config: Config) -> str:
    if not config.token:
        return "no TELEGRAM_BOT_TOKEN: the bot talks in this terminal"
    from telegram import Bot
    from telegram.error import TelegramError

    try:
        async with Bot(config.token.reveal(), base_url=f"{config.telegram.api_url}/bot") as bot:
            return f"the token is @{bot.username}'s"
    except TelegramError as error:
        raise Unreachable(f"{config.telegram.api_url} does not accept the bot: {type(error).__name__}") from None


PARTS: dict[str, Callable[[Config], Awaitable[str]]] = {
    "release": _release,
    "embedding": _embedding,
    "answering": _question,
    "secret": _secret,
    "telegram": _telegram,
}
