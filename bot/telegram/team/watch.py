"""Watch mode: a changed knowledge folder becomes a candidate, and those who want to know are asked to publish it."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from telegram import Bot, InaccessibleMessage
from telegram.error import TelegramError

from bot.domain.addresses import Purpose
from bot.domain.errors import AlreadyRunning, ProgramError, ReleaseError
from bot.domain.ports import Workshop
from bot.domain.releases import Author, Outline, Place
from bot.domain.watching import Folder, Handled
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.address_book import AddressBook, Reader
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.frontend import FrontEnd
from bot.telegram.team import planning
from bot.telegram.team.refusals import why

log = logging.getLogger(__name__)

EVERY = 10.0  # seconds between two looks: what is the same in both has been saved
PAUSE = dt.timedelta(minutes=1)  # until what could not be done is tried again

Replies = Callable[[str], Sequence[Reply]]  # language → what to say, the last with the buttons


class Watch:
    """Looks at the folder. Each state of it is told once, whoever publishes it and however often the bot starts."""

    def __init__(self, front: FrontEnd, book: AddressBook, workshop: Workshop, folder: Folder, bot: Bot) -> None:
        self._front, self._book, self._workshop, self._folder, self._bot = front, book, workshop, folder, bot
        self._stamp: str | None = None
        self._state: str | None = None  # of what has this stamp, once it is known
        self._done: str | None = None  # the state that needs nothing any more
        self._unheard: str | None = None  # the state that nobody wants to know of
        self._resume = front.clock()
        self._asked: list[tuple[InaccessibleMessage, str]] = []  # messages about the candidate, and their languages
        self._task: asyncio.Task[None] | None = None  # not in the look: it takes minutes, and must not hold up an end

    async def look(self) -> None:
        """Begin to deal with a change that has been saved whole, unless one is being dealt with."""
        if self._task is not None and not self._task.done():
            return
        stamp = await self._folder.stamp()
        if stamp != self._stamp:
            self._stamp, self._state = stamp, None
            return
        if self._state is None:
            self._state = await self._folder.state()
        if self._state != self._done and self._front.clock() >= self._resume:
            await self._consider(self._state)

    async def _consider(self, state: str) -> None:
        handled, standings = await self._folder.handled(), await self._workshop.standings()
        if handled.state != state:
            await self._withdraw(handled.candidate)
        elif handled.is_told:
            self._done = state
            return
        # A waiting candidate of the same documents is somebody else's, who has been asked; unless this was cut short.
        places = (Place.LIVE, Place.WAITING) if handled.state != state else (Place.LIVE,)
        if state in {one.manifest.knowledge for one in standings if one.place in places}:
            await self._finish(Handled(state))
        elif await self._book.readers(Purpose.INGEST):
            self._task = asyncio.create_task(self._announce(state, handled))
        else:
            self._wait()
            if self._unheard != state:
                log.info("the knowledge has changed, and nobody wants to be asked: /ingest publishes it")
            self._unheard = state

    async def _announce(self, state: str, before: Handled) -> None:
        """Build a candidate and ask; whatever fails is tried again."""
        try:
            await self._folder.note(Handled(state, is_told=False))
            candidate = await self._ask(state)
        except AlreadyRunning:
            await self._folder.note(before)
            self._wait()
        except Exception:
            log.exception("a change of the knowledge could not be told")
            self._wait()
        else:
            await self._finish(Handled(state, candidate))

    async def _ask(self, state: str) -> str | None:
        """Tell what the change would change, or what is wrong with it; return the candidate."""
        try:
            outline = await self._workshop.prepare(lambda step, done, total: None)
        except AlreadyRunning:
            raise
        except ProgramError as error:
            wrong = error
            await self._tell(state, lambda language: [_broken(wrong, language)])
            return None
        if outline.candidate:
            await self._tell(state, lambda language: _plan(outline, language))
        return outline.candidate

    async def _tell(self, state: str, to_say: Replies) -> None:
        self._asked = []
        for reader in await self._book.readers(Purpose.INGEST):
            await self._book.tell(reader, state, self._sending(reader, to_say))

    def _sending(self, reader: Reader, to_say: Replies) -> Callable[[], Awaitable[None]]:
        async def send() -> None:
            chat, sent = reader.chat(self._bot), 0
            for reply in to_say(reader.language):
                sent = (await self._front.delivery.send(chat, reply))[-1]
            self._asked.append((InaccessibleMessage(chat, sent), reader.language))

        return send

    async def _withdraw(self, candidate: str | None) -> None:
        """Discard the candidate of what the folder held before, if it still waits, and say so where it was told."""
        asked, self._asked = self._asked, []
        if candidate is None:
            return
        try:
            await self._workshop.discard(candidate, Author(label=say(self._front.languages[0], "watch-author")))
        except ReleaseError:  # it was published or discarded, and whoever did so has been told
            return
        for message, language in asked:
            with suppress(TelegramError):
                await self._front.delivery.replace(message, replies.notice(language, "watch-replaced"))

    async def _finish(self, handled: Handled) -> None:
        await self._folder.note(handled)
        self._done = handled.state

    def _wait(self) -> None:
        self._resume = self._front.clock() + PAUSE


def _plan(outline: Outline, language: str) -> list[Reply]:
    decide = planning.decision(outline, language)
    changed = escape(say(language, "watch-changed"))
    return [Reply(planning.plan(outline, language)), Reply((f"{changed} {decide.messages[0]}",), decide.keyboard)]


def _broken(wrong: ProgramError, language: str) -> Reply:
    return Reply((f"{escape(say(language, 'watch-broken'))}\n\n{why(wrong, language)}",))
