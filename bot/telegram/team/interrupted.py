"""An ingest from chat that ended with the process: whoever has begun it reads so, once, where its progress stood."""

from __future__ import annotations

import datetime as dt
import logging

from telegram import Bot, InaccessibleMessage
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.domain.addresses import RUNS, Purpose
from bot.domain.ports import Workshop
from bot.domain.releases import Place
from bot.telegram.delivery import replies
from bot.telegram.delivery.address_book import AddressBook, Reader
from bot.telegram.frontend import FrontEnd

log = logging.getLogger(__name__)

EVERY = 60.0  # seconds between two looks: the first finds what there is, later ones what could not be told


class Interrupted:
    """Tells what has become of the ingests that were under way when the bot ended."""

    def __init__(self, front: FrontEnd, book: AddressBook, workshop: Workshop, bot: Bot) -> None:
        self._front, self._book, self._workshop, self._bot = front, book, workshop, bot
        self._started = front.clock()

    async def tell(self) -> None:
        """In place of its progress, or in a new message, they read that it was cut short."""
        for reader in await self._book.readers(Purpose.RUN):
            if _begun(reader) < self._started:  # a later one is this process's own, and under way
                await self._tell_once(reader)

    async def tell_before(self, person: str) -> None:
        """The same for somebody who begins another, which is kept in its place."""
        for reader in await self._book.readers(Purpose.RUN):
            if reader.address.person == person:
                await self._tell_once(reader)

    async def _tell_once(self, reader: Reader) -> None:
        if not await self._book.remove(reader.address):  # first: they may begin another meanwhile, or be told of it
            return
        try:
            await self._tell(reader)
        except NetworkError as error:
            again = not isinstance(error, BadRequest) and await self._book.put_back(reader.address)
            log.warning("whose ingest was cut short could not be told%s", "; later" if again else "")
        except Forbidden:  # they have blocked the bot
            return

    async def _tell(self, reader: Reader) -> None:
        standings = await self._workshop.standings()
        waits = any(one.place is Place.WAITING and one.manifest.created >= _begun(reader) for one in standings)
        reply = replies.notice(reader.language, "ingest-cut-waits" if waits else "ingest-cut")
        shown = InaccessibleMessage(reader.chat(self._bot), int(reader.address.told))
        await self._front.delivery.replace(shown, reply)


def _begun(reader: Reader) -> dt.datetime:
    return reader.address.expires - RUNS
