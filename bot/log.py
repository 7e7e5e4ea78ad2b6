"""One JSON line per event on standard error, without names, ids, question texts or tokens."""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import traceback
from collections.abc import Collection, Iterator
from typing import TextIO

from bot.domain.privacy import scrub

OURS = "bot"  # the loggers of this program; everybody else's are heard from WARNING up
TALKATIVE = ("httpx", "httpcore")  # log whole addresses at INFO, and Telegram's addresses hold the token
TOKEN = re.compile(r"\d+(?::|%3A)[A-Za-z0-9_-]{35,}", re.IGNORECASE)
STARS = "***"

# Extras that would tell who asked or what; the records of this program don't have them, so that one who adds some sees.
WITHHELD = frozenset({
    "chat", "chat_id", "first_name", "full_name", "last_name", "message_text", "person", "question", "secret", "text",
    "token", "update", "user", "user_id", "username",
})  # fmt: skip
# Whose exceptions may speak: their messages are about servers, files and settings, not about what people wrote.
OUTSPOKEN = ("bot.", "telegram.", "httpx", "httpcore", "sqlalchemy.", "alembic.")

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def configure(stream: TextIO, level: int = logging.INFO, secrets: Collection[str] = ()) -> None:
    """Send this program's events from `level` up, and the warnings of libraries, to a stream instead of anywhere else.

    `secrets` are starred wherever they turn up, as is whatever looks like a bot's token.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines(secrets))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object: time (UTC), level, event, then the extras, then the error."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": _event(record),
        }
        if record.name.split(".")[0] != OURS:
            line["logger"] = record.name
        line |= {key: STARS if key in WITHHELD else value for key, value in _extras(record)}
        if record.exc_info and record.exc_info[1] is not None:
            chain = list(_chain(record.exc_info[1]))
            line["error"] = " ← ".join(_said(error) for error in chain)
            line["at"] = [place for error in reversed(chain) for place in _places(error)]
        return self._starred(json.dumps(line, ensure_ascii=False, default=str))

    def _starred(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(json.dumps(secret, ensure_ascii=False)[1:-1], STARS)
        return TOKEN.sub(STARS, line)


def _event(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] != OURS:
        return _scrubbed(str(record.msg))  # without its arguments: those of python-telegram-bot may be whole messages
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # arguments that don't fit; logging would print them raw
        return str(record.msg)


def _scrubbed(text: str) -> str:
    return scrub(TOKEN.sub(STARS, text))  # in this order: half a scrubbed token looks like none


def _extras(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    return ((key, value) for key, value in vars(record).items() if key not in _STANDARD)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what led to it, the first cause last."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _said(error: BaseException) -> str:
    """Return an error's class, and its message if that can't quote a person."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name}: {_scrubbed(str(error))}" if isinstance(error, OSError) or name.startswith(OUTSPOKEN) else name


def _places(error: BaseException) -> Iterator[str]:
    """Yield "file:line function" of each call, without the source: what stands in it may be anything."""
    for frame, number in traceback.walk_tb(error.__traceback__):
        yield f"{frame.f_code.co_filename}:{number} {frame.f_code.co_name}"
