"""Updates in order: a chat's one after another, all chats at once, and floods turned away before they queue."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, cast
from weakref import WeakValueDictionary

from telegram import CallbackQuery, Message, Update
from telegram.ext import BaseUpdateProcessor

from bot.telegram import addressing
from bot.telegram.access import Access, Admission
from bot.telegram.command_names import SHOWN, every_name
from bot.telegram.frontend import FrontEnd
from bot.telegram.voters.messages import Voters
from bot.telegram.voters.taps import Taps

MOST_AT_ONCE = 1024  # updates in work or waiting for their chat's turn


class Turns(BaseUpdateProcessor):
    """Decides when an update's handlers run, and whether.

    A person's messages and taps are counted before they wait for their chat, so that nobody's flood delays others.
    A tap is acknowledged before it waits; the same tap again while the first is in work changes nothing.
    """

    __slots__ = ("_access", "_front", "_in_work", "_locks", "_taps", "_voters")

    def __init__(self, front: FrontEnd, access: Access, voters: Voters, taps: Taps) -> None:
        super().__init__(MOST_AT_ONCE)
        self._front, self._access, self._voters, self._taps = front, access, voters, taps
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._in_work: set[tuple[int, int, int, str | None]] = set()

    async def do_process_update(self, update: object, coroutine: Any) -> None:
        """Let an update's handlers run in their chat's turn, or not at all."""
        work = cast("Coroutine[Any, Any, None]", coroutine)
        if isinstance(update, Update) and update.callback_query:
            await self._tap(update.callback_query, work)
        elif isinstance(update, Update) and update.effective_message:
            await self._message(update.effective_message, work)
        else:
            await work

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def _message(self, message: Message, work: Coroutine[Any, Any, None]) -> None:
        user = message.from_user
        if user is None or addressing.heard(message, message.get_bot().bot, every_name(*SHOWN)) is None:
            work.close()
            return
        count = self._access.asks if addressing.is_words(message) else self._access.browses
        admission = count(self._front.person(user))
        if admission is Admission.ADMITTED:
            async with self._turn(message.chat.id):
                await work
            return
        work.close()
        if admission is Admission.TOLD:
            await self._voters.refuse(message, user)

    async def _tap(self, query: CallbackQuery, work: Coroutine[Any, Any, None]) -> None:
        admission = self._access.browses(self._front.person(query.from_user))
        acknowledged = asyncio.create_task(self._taps.acknowledge(query, admission))
        message = query.message
        key = (message.chat.id, message.message_id, query.from_user.id, query.data) if message else None
        try:
            if admission is not Admission.ADMITTED or key is None or key in self._in_work:
                work.close()
                return
            self._in_work.add(key)
            try:
                async with self._turn(key[0]):
                    await work
            finally:
                self._in_work.discard(key)
        finally:
            await acknowledged

    def _turn(self, chat: int) -> asyncio.Lock:
        """The chat's lock; it lives as long as somebody holds it or waits for it."""
        lock = self._locks.get(chat)
        if lock is None:
            lock = self._locks[chat] = asyncio.Lock()
        return lock
