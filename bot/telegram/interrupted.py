"""An ingest from chat that ended with the process: whoever has begun it reads so, once, where its progress stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable

from telegram import Bot, InaccessibleMessage

from bot.domain.addresses import RUNS, Purpose
from bot.domain.ports import Workshop
from bot.domain.releases import Place
from bot.telegram import replies
from bot.telegram.addresses import AddressBook, Reader
from bot.telegram.frontend import FrontEnd

EVERY = 60.0  # seconds between two looks: the first finds what there is, later ones what could not be told
CUT = "cut"


class Interrupted:
    """Tells what has become of the ingests that were under way when the bot ended."""

    def __init__(self, front: FrontEnd, book: AddressBook, workshop: Workshop, bot: Bot) -> None:
        self._front, self._book, self._workshop, self._bot = front, book, workshop, bot
        self._started = front.clock()

    async def tell(self) -> None:
        """In place of its progress, or in a new message, they read that it was cut short."""
        for reader in await self._book.readers(Purpose.RUN):
            begun = reader.address.expires - RUNS
            if begun < self._started:  # a later one is this process's own, and under way
                told = reader.address.told == CUT or await self._book.tell(reader, CUT, self._sending(reader, begun))
                if told:
                    await self._book.drop(reader.address.person, Purpose.RUN)

    def _sending(self, reader: Reader, begun: dt.datetime) -> Callable[[], Awaitable[None]]:
        async def send() -> None:
            waits = any(
                one.place is Place.WAITING and one.manifest.created >= begun for one in await self._workshop.standings()
            )
            reply = replies.notice(reader.language, "ingest-cut-waits" if waits else "ingest-cut")
            chat = reader.chat(self._bot)
            await self._front.delivery.replace(InaccessibleMessage(chat, int(reader.address.told)), reply)

        return send
