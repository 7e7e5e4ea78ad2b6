"""Replies on their way to a chat: sent, or put in place of what stands there already."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from telegram import Chat, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, MaybeInaccessibleMessage, Message
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.telegram.delivery.buttons import Button, Rows
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply

log = logging.getLogger(__name__)

REMEMBERED = 900.0  # seconds in which an edited question still changes its answer
MOST_REMEMBERED = 20_000
TYPING = 1.0  # seconds that "typing …" may take to be shown: it must not delay an answer

Place = tuple[int, int]  # chat, message
Value = TypeVar("Value")


def place(chat: Chat) -> Place:
    """Return the key of what is remembered about a whole chat: that of a message which no chat has."""
    return chat.id, 0


class Recent(Generic[Value]):
    """Values by message, forgotten after a while or when there are too many; in memory only."""

    def __init__(self, timer: Callable[[], float], seconds: float = REMEMBERED, most: int = MOST_REMEMBERED) -> None:
        self._timer, self._seconds, self._most = timer, seconds, most
        self._values: OrderedDict[Place, tuple[float, Value]] = OrderedDict()

    def keep(self, place: Place, value: Value) -> None:
        """Remember a value from now on."""
        self._values[place] = (self._timer(), value)
        self._values.move_to_end(place)
        while self._values and (len(self._values) > self._most or self._is_old(next(iter(self._values.values()))[0])):
            self._values.popitem(last=False)

    def get(self, place: Place) -> Value | None:
        """Return what was kept, None if that is too long ago."""
        since, value = self._values.get(place, (None, None))
        return None if since is None or self._is_old(since) else value

    def of_chat(self, chat: int) -> list[Value]:
        """Return all that is kept about a chat."""
        return [value for place, (since, value) in self._values.items() if place[0] == chat and not self._is_old(since)]

    def forget_chat(self, chat: int) -> None:
        """Drop all that was kept about a chat."""
        for place in [place for place in self._values if place[0] == chat]:
            del self._values[place]

    def _is_old(self, since: float) -> bool:
        return self._timer() - since > self._seconds


class Delivery:
    """Sends and edits; remembers for a quarter of an hour which message answers which question, and what it shows."""

    def __init__(self, timer: Callable[[], float]) -> None:
        self._answers: Recent[tuple[int, ...]] = Recent(timer)  # question → its answer's messages
        self._shown: Recent[int] = Recent(timer)  # message → hash of what stands in it

    async def answer(self, question: Message, reply: Reply) -> None:
        """Answer a message by replying to it; one that was answered before it was edited, by editing that answer."""
        chat, earlier = question.chat, self.answers_of(question)
        ids: list[int] = []
        for number, (html, rows) in enumerate(_with_keyboards(reply)):
            old = earlier[number] if number < len(earlier) else None
            if old is None or not await self._edit(chat, old, html, rows):
                old = await self._send(chat, html, rows, question)
            ids.append(old)
        for superfluous in earlier[len(ids) :]:
            with suppress(BadRequest):
                await chat.delete_message(superfluous)
        self._answers.keep((chat.id, question.message_id), tuple(ids))

    async def send(self, chat: Chat, reply: Reply, to: Message | None = None) -> list[int]:
        """Send a reply as new messages, in answer to a message if one is given; return their ids."""
        return [await self._send(chat, html, rows, to) for html, rows in _with_keyboards(reply)]

    async def picture(self, chat: Chat, data: bytes, caption: str) -> None:
        """Send a picture."""
        await chat.send_photo(data, caption=escape(caption))

    async def file(self, chat: Chat, data: bytes, name: str, caption: str) -> None:
        """Send a file as it is: Telegram makes pictures smaller."""
        await chat.send_document(data, filename=name, caption=escape(caption))

    async def replace(self, message: MaybeInaccessibleMessage, reply: Reply) -> None:
        """Put a reply in place of a message of ours; send it anew where that message can't be edited (any more)."""
        ((html, rows),) = _with_keyboards(reply)
        if not await self._edit(message.chat, message.message_id, html, rows):
            await self._send(message.chat, html, rows)

    def answers_of(self, question: Message) -> tuple[int, ...]:
        """Return the ids of the messages that answer a message, if it was answered lately."""
        return self._answers.get((question.chat.id, question.message_id)) or ()

    def was_answered(self, question: Message) -> bool:
        """Return whether a message was answered lately."""
        return bool(self.answers_of(question))

    def forget(self, chat: Chat) -> None:
        """Drop all that is remembered about a chat."""
        self._answers.forget_chat(chat.id)
        self._shown.forget_chat(chat.id)

    async def _send(self, chat: Chat, html: str, rows: Rows, to: Message | None = None) -> int:
        if to is not None:
            sent = await to.reply_text(html, reply_markup=markup(rows), do_quote=True)
        else:
            sent = await chat.send_message(html, reply_markup=markup(rows))
        self._shown.keep((chat.id, sent.message_id), hash((html, rows)))
        return sent.message_id

    async def _edit(self, chat: Chat, message_id: int, html: str, rows: Rows) -> bool:
        """Return whether the message now shows this; a second tap on the same button changes nothing."""
        place, content = (chat.id, message_id), hash((html, rows))
        if self._shown.get(place) == content:
            return True
        try:
            await chat.get_bot().edit_message_text(html, chat.id, message_id, reply_markup=markup(rows))
        except BadRequest as refusal:
            if "not modified" not in str(refusal):
                log.info("a message could not be edited (%s)", refusal)
                return False
        self._shown.keep(place, content)
        return True


async def show_typing(chat: Chat) -> None:
    """Show "typing …" in a chat if that is quickly done."""
    with suppress(TelegramError, TimeoutError):
        async with asyncio.timeout(TYPING):
            await chat.send_action(ChatAction.TYPING)


def _with_keyboards(reply: Reply) -> list[tuple[str, Rows]]:
    """Each message with its keyboard: only the last has one."""
    *first, last = reply.messages
    return [*((html, ()) for html in first), (last, reply.keyboard)]


def markup(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return rows of buttons as Telegram takes them, None for none."""
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows]) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.text, url=button.url)
    if button.query:
        return InlineKeyboardButton(button.text, switch_inline_query=button.query)
    if button.copied:
        return InlineKeyboardButton(button.text, copy_text=CopyTextButton(button.copied))
    return InlineKeyboardButton(button.text, callback_data=button.data)
