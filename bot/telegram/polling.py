"""Runs the Application: polls Telegram until told to stop, then answers what has come in by then."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import stamina
from telegram.constants import UpdateType
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.domain.errors import AlreadyRunning, ConfigError, Unreachable
from bot.locales import LANGUAGES
from bot.telegram.application import App
from bot.telegram.commands import introduce
from bot.telegram.delivery.transport import NEWCOMER

log = logging.getLogger(__name__)

UPDATES = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
    UpdateType.CHOSEN_INLINE_RESULT,
)
BOOTSTRAP_RETRIES = 5  # with PAUSE, about a quarter of a minute until a start without network is given up
PAUSE = 0.5
POLL = 25  # seconds that Telegram holds a poll


async def run(application: App, languages: Sequence[str] = LANGUAGES, *, pause: float = PAUSE) -> None:
    """Answer people until SIGTERM or SIGINT, then answer what has come in by then, and return.

    `languages` are those of Telegram's menu, `pause` is what the first retry of the start waits, in seconds.
    Raises ConfigError if Telegram does not know the token, AlreadyRunning if another copy polls with it, and
    Unreachable if Telegram can't be reached at the start; later outages are waited out.
    """
    ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    async with _connected(application, pause):
        await introduce(application.bot, languages)
        with stopped_by_signals(ended):
            await _polled(application, ended)


@asynccontextmanager
async def _connected(application: App, pause: float) -> AsyncIterator[None]:
    """The application, initialized: Telegram has accepted the token."""
    try:
        async for attempt in stamina.retry_context(
            on=NetworkError,
            attempts=1 + BOOTSTRAP_RETRIES,
            timeout=None,
            wait_initial=pause,
            wait_max=10 * pause,
            wait_jitter=pause,
        ):
            with attempt:
                await application.initialize()
        yield
    except InvalidToken:
        raise ConfigError("Telegram does not accept TELEGRAM_BOT_TOKEN: copy it again from @BotFather") from None
    except NetworkError as error:
        cause = type(error.__cause__ or error).__name__  # its message may hold the address, and that the token
        raise Unreachable(f"Telegram can't be reached ({cause}): check the network and start again") from None
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # the application leaves this out if it was never initialized


async def _polled(application: App, ended: asyncio.Future[None]) -> None:
    assert application.updater is not None

    def on_error(error: TelegramError) -> None:
        if not isinstance(error, Conflict):
            log.warning("polling failed", exc_info=error)
        elif not ended.done():
            ended.set_exception(AlreadyRunning("another copy of this bot is already running with the same token"))

    await application.updater.start_polling(
        timeout=POLL, allowed_updates=UPDATES, bootstrap_retries=BOOTSTRAP_RETRIES, error_callback=on_error
    )
    await application.start()
    try:
        await asyncio.wait({ended}, timeout=NEWCOMER)
        if not ended.done():
            log.info("the bot answers on Telegram")
        await ended
    finally:
        await application.updater.stop()
        await application.stop()


@contextmanager
def stopped_by_signals(ended: asyncio.Future[Any]) -> Iterator[None]:
    """SIGTERM and SIGINT end what waits for the future instead of killing the process."""
    loop = asyncio.get_running_loop()

    def end() -> None:
        if not ended.done():
            ended.set_result(None)

    with suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt there
        for sort in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sort, end)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for sort in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(sort)
