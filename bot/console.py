"""The same Application in a terminal, without a token: lines are messages, numbers press buttons."""

from __future__ import annotations

import asyncio
import codecs
import itertools
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, TextIO

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.domain.ports import TeamRecords
from bot.telegram.abilities import ONLY_ANSWERING, Abilities
from bot.telegram.application import App, build
from bot.telegram.delivery.packing import plain
from bot.telegram.frontend import Assistant, Settings
from bot.telegram.polling import stopped_by_signals

Json = dict[str, Any]

TOKEN = "0:terminal"  # noqa: S105 - nobody's
BOT: Json = {"id": 2, "is_bot": True, "first_name": "Bot", "username": "terminal_bot"}
PERSON: Json = {"id": 1, "is_bot": False, "first_name": "Terminal"}
CHAT: Json = {"id": 1, "type": "private", "first_name": "Terminal"}
NO_LIMIT = 1_000_000  # questions a minute: a file of questions may be piped in
PROMPT = "> "
AT_ONCE = 65536  # bytes of input


async def chat(
    settings: Settings,
    assistant: Assistant,
    records: TeamRecords,
    abilities: Abilities = ONLY_ANSWERING,
    *,
    clock: Callable[[], datetime],
    source: TextIO | None = None,
    target: TextIO | None = None,
) -> None:
    """Let a person talk with the bot until their input ends or they press Ctrl-C; print the conversation, nothing else.

    `source` and `target` are standard input and output if not given. Where somebody sits in front of them, the bot
    introduces itself and a prompt is shown.
    Raises BrokenPipeError if nobody reads the output any more.
    """
    settings = replace(settings, token=TOKEN, questions_per_minute=NO_LIMIT)
    terminal = Terminal(clock, target or sys.stdout)
    application = build(settings, assistant, records, abilities, clock=clock, request=terminal)
    async with application:
        await application.start()
        try:
            await _until_signal(_talk(application, terminal, source or sys.stdin))
        finally:
            await application.stop()


async def _until_signal(work: Coroutine[Any, Any, None]) -> None:
    """Do the work until it is done or somebody presses Ctrl-C."""
    ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    task = asyncio.ensure_future(work)
    try:
        with stopped_by_signals(ended):
            await asyncio.wait({task, ended}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _talk(application: App, terminal: Terminal, source: TextIO) -> None:
    """Take one line after the other, each when the one before has been dealt with."""
    prompt, ending = (PROMPT, "\n") if source.isatty() else ("", "")
    try:
        if prompt:
            await _deal_with(terminal.update("/start"), application)
        terminal.show(prompt, end="")
        async for line in lines(source):
            if line.strip():
                await _deal_with(terminal.update(line.strip()), application)
            if terminal.is_closed:
                raise BrokenPipeError
            terminal.show(prompt, end="")
    finally:
        terminal.show("", end=ending)


async def _deal_with(update: Json, application: App) -> None:
    await application.update_queue.put(Update.de_json(update, application.bot))
    await application.update_queue.join()


async def lines(source: TextIO) -> AsyncIterator[str]:
    """Yield the lines of a terminal or pipe as they come, without holding up anything else; those of a file at once."""
    if not _can_be_waited_for(source):
        for line in source:
            yield line
        return
    decoder, rest = codecs.getincrementaldecoder("utf-8")("replace"), ""
    while chunk := await _read(source.fileno()):
        *whole, rest = (rest + decoder.decode(chunk)).split("\n")
        for line in whole:
            yield line
    if rest:
        yield rest


def _can_be_waited_for(source: TextIO) -> bool:
    """A file is always ready: no event loop waits for one."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_reader(source.fileno(), lambda: None)
    except (OSError, NotImplementedError):
        return False
    return loop.remove_reader(source.fileno())


async def _read(descriptor: int) -> bytes:
    """Return what can be read as soon as there is something, b"" at the end."""
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    loop.add_reader(descriptor, ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(descriptor)
    return os.read(descriptor, AT_ONCE)


class Terminal(BaseRequest):
    """Telegram for one person: prints what the bot sends, and makes updates of what they type."""

    def __init__(self, clock: Callable[[], datetime], target: TextIO) -> None:
        self._clock, self._target = clock, target
        self._numbers = itertools.count(1)
        self._messages: dict[int, Json] = {}
        self._buttons: list[tuple[Json, str]] = []  # the last keyboard: message and data of each button
        self.is_closed = False

    def update(self, line: str) -> Json:
        """Return what a line means: the number of a button a tap on it, anything else a message."""
        number = {"update_id": next(self._numbers)}
        if line.isascii() and line.isdigit() and 0 < int(line) <= len(self._buttons):
            message, data = self._buttons[int(line) - 1]
            tap = {"id": str(next(self._numbers)), "from": PERSON, "chat_instance": "1", "message": message}
            return number | {"callback_query": tap | {"data": data}}
        command = line.split()[0] if line.startswith("/") else ""
        entities = [{"type": "bot_command", "offset": 0, "length": len(command)}] if command[1:] else []
        return number | {"message": self._message(PERSON, {"text": line, "entities": entities})}

    def show(self, text: str, end: str = "\n") -> None:
        """Print; once nobody reads any more, do nothing."""
        try:
            self._target.write(text + end)
            self._target.flush()
        except BrokenPipeError:
            self.is_closed = True

    @property
    def read_timeout(self) -> float | None:
        """There is nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **timeouts: Any
    ) -> tuple[int, bytes]:
        """Answer one call as Telegram would."""
        params: Json = dict(request_data.parameters) if request_data else {}
        result = self._result(url.rpartition("/")[2], params)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _result(self, name: str, params: Json) -> Json | bool:
        if name == "getMe":
            return BOT
        if name == "sendMessage":
            return self._shown(self._message(BOT, self._content(params)))
        if name == "sendPhoto":
            return self._shown(self._message(BOT, {"text": f"[{plain(params['caption'])}]"}))
        if name == "editMessageText":
            message = self._messages[int(params["message_id"])]
            message.pop("reply_markup", None)
            message |= self._content(params)
            return self._shown(message, edited=True)
        if name == "answerCallbackQuery" and params.get("text"):
            self.show(f"‹{params['text']}›\n")
        return True

    def _message(self, author: Json, content: Json) -> Json:
        number, date = next(self._numbers), int(self._clock().timestamp())
        self._messages[number] = {"message_id": number, "date": date, "chat": CHAT, "from": author} | content
        return self._messages[number]

    def _content(self, params: Json) -> Json:
        replied = self._messages.get(params.get("reply_parameters", {}).get("message_id"))
        content = {
            "text": plain(params["text"]),
            "reply_markup": params.get("reply_markup"),
            "reply_to_message": replied,
        }
        return {key: value for key, value in content.items() if value is not None}

    def _shown(self, message: Json, edited: bool = False) -> Json:
        """Print a message, an edited one marked, and number its buttons."""
        self.show(("✎ " if edited else "") + message["text"] + "\n")
        rows: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
        if rows:
            self._buttons = [(message, button["callback_data"]) for row in rows for button in row]
            numbers = itertools.count(1)
            for row in rows:
                self.show("   ".join(f"[{next(numbers)}] {button['text']}" for button in row))
            self.show("")
        return message
