"""A bot to play with: the real Application, Assistant, Chroma, SQLite and embedding model; only Telegram is made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from bot import assembly
from bot.adapters.address_records import SqlAddresses
from bot.adapters.cards import PillowCardPainter
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.app import abilities, note, open_ingestion, settings
from bot.config import Config
from bot.telegram.abilities import Schedules
from bot.telegram.application import App, build
from tests.fakes import NOW, Call, FakeTelegram, Person

GROUP = -100


@dataclass(frozen=True)
class Bot:
    """A running bot, and the Telegram it believes in."""

    config: Config
    application: App
    telegram: FakeTelegram

    def person(self, number: int = 1, chat: int = 0, language_code: str = "id") -> Person:
        """Somebody in their private chat with the bot, or in a group."""
        return Person(self.application, self.telegram, number, language_code, chat)

    def person_in_group(self) -> Person:
        return self.person(chat=GROUP)

    def database(self) -> bytes:
        """All that the database's files hold at this moment."""
        return b"".join(file.read_bytes() for file in self.config.paths.data.glob("bot.db*"))


@asynccontextmanager
async def running(config: Config, now: dt.datetime = NOW) -> AsyncIterator[Bot]:
    """Lend the bot of a campaign at a moment in time."""
    telegram, database = FakeTelegram(), SqlDatabase(f"sqlite:///{config.paths.data / 'bot.db'}")
    async with AsyncExitStack() as stack:
        stack.callback(database.close)
        serving = assembly.serving(config, assembly.answering_embedder(config), [note])
        lent = await stack.enter_async_context(serving)
        assistant = lent.assistant
        able = abilities(config, assistant, database, lent.withdrawals, lambda: now)
        application = build(
            replace(settings(config), token="1:test"),
            assistant,
            SqlTeam(database),
            replace(able, painter=PillowCardPainter(), schedules=Schedules(SqlAddresses(database))),
            clock=lambda: now,
            request=telegram,
        )
        async with application:
            await application.start()
            yield Bot(config, application, telegram)
            await application.stop()


async def ingest(config: Config) -> None:
    """Publish what the campaign's folder holds now."""
    async with open_ingestion(config) as ingestion:
        await ingestion.publish(lambda step, done, total: None)


def button(call: Call, words: str) -> str:
    """Return the data of the button whose text holds these words."""
    return next(str(one["callback_data"]) for one in call.buttons if words in one["text"])
