"""One request object around another: waits as told, tries again, and knows what a cut connection means for a call."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx
import stamina
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

log = logging.getLogger(__name__)

TRIED_ONCE = frozenset(
    {"getMe", "deleteWebhook", "sendChatAction"}
)  # starting retries by itself; typing isn't worth it
MINUTE = 60.0
SLACK = 0.1  # seconds beyond what Telegram asks for, since its clock began before ours
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

Response = tuple[int, bytes]
Send = Callable[[], Awaitable[Response]]


class _ServerTrouble(Exception):
    """Telegram answered with 5xx (or, to a poll, that it does not know the token it knew at start)."""

    def __init__(self, response: Response) -> None:
        super().__init__(response[0])
        self.response = response


@dataclass(slots=True)
class _Call:
    """One call on its way: what it does, to which chat, and how often a cut left its effect unknown."""

    method: str
    chat: object
    cuts: int = 0

    @property
    def polls(self) -> bool:
        return self.method == "getUpdates"

    @property
    def doubles(self) -> bool:
        """Whether making it twice shows."""
        return self.method.startswith("send")


class PatientRequest(BaseRequest):
    """Hands calls to another request object until they get through.

    A 429 is waited out as told, and nothing of the kind goes to that chat before. 5xx and cut connections are tried
    again: for ever when polling, with one log line an outage, and for a minute otherwise. A message whose connection
    was cut after it may have been sent is sent once more: a doubled answer beats a lost one.
    """

    def __init__(self, inner: BaseRequest, *, patience: float = MINUTE, pause: float = 0.5) -> None:
        self._inner, self._patience, self._pause = inner, patience, pause
        self._closed_until: dict[tuple[str, object], float] = {}
        self._in_outage = False

    @property
    def read_timeout(self) -> float | None:
        """Seconds that a call waits for its answer unless it says otherwise."""
        return self._inner.read_timeout

    async def initialize(self) -> None:
        """Open what the inner request object needs."""
        await self._inner.initialize()

    async def shutdown(self) -> None:
        """Close it."""
        await self._inner.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *args: Any,
        **timeouts: Any,
    ) -> Response:
        """Return status and body of the first answer that is final; raise what the last attempt raised."""

        async def send() -> Response:
            return await self._inner.do_request(url, method, request_data, *args, **timeouts)

        call = _Call(url.rpartition("/")[2], request_data.parameters.get("chat_id") if request_data else None)
        try:
            return await self._until_final(call, send)
        except _ServerTrouble as trouble:
            return trouble.response

    async def _until_final(self, call: _Call, send: Send) -> Response:
        async for attempt in stamina.retry_context(
            on=lambda error: self._is_worth_another(call, error),
            attempts=1 if call.method in TRIED_ONCE else None,
            timeout=None if call.polls else self._patience,
            wait_initial=self._pause,
            wait_max=self._pause * 20,
            wait_jitter=self._pause,
        ):
            with attempt:
                code, payload = await self._as_told(call, send)
                if code >= 500 or (call.polls and code in (401, 404)):
                    raise _ServerTrouble((code, payload))
                self._note_end_of_outage(call)
                return code, payload
        raise AssertionError("a retry ends with a result or an error")

    async def _as_told(self, call: _Call, send: Send) -> Response:
        """Send, and after each 429 wait as long as it says."""
        key, now = (call.method, call.chat), asyncio.get_running_loop().time
        while True:
            if (left := self._closed_until.get(key, 0.0) - now()) > 0:
                await asyncio.sleep(left)
                continue  # meanwhile another call may have been told to wait longer
            code, payload = await send()
            if code != 429:
                return code, payload
            open_again = now() + _seconds(payload) + SLACK
            others = {one: until for one, until in self._closed_until.items() if until > now()}
            self._closed_until = others | {key: open_again}

    def _is_worth_another(self, call: _Call, error: Exception) -> bool:
        if not isinstance(error, (_ServerTrouble, NetworkError, OSError)):
            return False
        if call.polls and not self._in_outage:
            self._in_outage = True
            log.warning("Telegram can't be polled (%s); trying again until it works", _named(error))
        if not isinstance(error, _ServerTrouble) and not isinstance(error.__cause__, _NEVER_SENT):
            call.cuts += 1
        return not call.doubles or call.cuts <= 1

    def _note_end_of_outage(self, call: _Call) -> None:
        if call.polls and self._in_outage:
            self._in_outage = False
            log.info("Telegram can be polled again")


def _seconds(payload: bytes) -> float:
    """How long a 429 asks to wait; a second if it does not say."""
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 1.0


def _named(error: Exception) -> str:
    """What happened, without addresses: those of Telegram hold the token."""
    cause = error.__cause__ or error
    return f"status {error}" if isinstance(error, _ServerTrouble) else type(cause).__name__
