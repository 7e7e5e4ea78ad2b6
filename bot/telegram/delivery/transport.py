"""One request object around another: waits as told, tries again, and knows what a cut connection means for a call."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
import stamina
from telegram import Update
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

log = logging.getLogger(__name__)

TRIED_ONCE = frozenset({"getMe", "deleteWebhook", "sendChatAction"})  # a start retries by itself; typing can be missed
MINUTE = 60.0
NEWCOMER = 1.5  # seconds of polling in which a conflict means that another copy was here first
FIRM = 0.3  # seconds after which a copy that was here first polls again: well within the other's time as a newcomer
SLACK = 0.1  # seconds beyond what Telegram asks for, since its clock began before ours
NOTHING, DONE = b'{"ok": true, "result": []}', b'{"ok": true, "result": true}'
ANSWERS = frozenset({"answerCallbackQuery", "answerInlineQuery"})
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

Response = tuple[int, bytes]
Send = Callable[[], Awaitable[Response]]


class _Trouble(Exception):
    """Telegram answered with what may pass: 5xx; to a poll also a conflict, or not to know the token it once knew."""

    def __init__(self, response: Response) -> None:
        super().__init__(response[0])
        self.response = response

    @property
    def is_conflict(self) -> bool:
        return self.response[0] == 409


@dataclass(slots=True)
class _Call:
    """One call on its way: what it does, how often a cut left its effect unknown, how often it met a conflict."""

    method: str
    params: Mapping[str, Any]
    cuts: int = 0
    conflicts: int = 0

    @property
    def polls(self) -> bool:
        """Whether it waits for updates; the last call of a bot that stops asks for them without waiting."""
        return self.method == "getUpdates" and bool(self.params.get("timeout"))

    @property
    def is_tried_once(self) -> bool:
        return self.method in TRIED_ONCE or (self.method == "getUpdates" and not self.polls)

    def took_effect(self, code: int) -> bool:
        """Whether a refusal means that what was cut before had taken effect: a query can be answered once only."""
        return code == 400 and self.cuts > 0 and self.method in ANSWERS

    @property
    def doubles(self) -> bool:
        """Whether making it twice shows."""
        return self.method.startswith("send")


class PatientRequest(BaseRequest):
    """Hands calls to another request object until they get through.

    A 429 is waited out as told, and nothing of the kind goes to that chat before. 5xx and cut connections are tried
    again: for ever when polling, with one log line an outage, and for a minute otherwise. A message whose connection
    was cut after it may have been sent is sent once more: a doubled answer beats a lost one. When two copies poll, the
    one that has just begun is given the conflict, and the other goes on. Updates that can't be read are left out.
    """

    def __init__(
        self, inner: BaseRequest, *, patience: float = MINUTE, pause: float = 0.5, newcomer: float = NEWCOMER
    ) -> None:
        self._inner, self._patience, self._pause, self._newcomer = inner, patience, pause, newcomer
        self._closed_until: dict[tuple[str, object], float] = {}
        self._polling_since = math.inf
        self._has_left = False
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

        call = _Call(url.rpartition("/")[2], request_data.parameters if request_data else {})
        if call.polls:
            self._polling_since = min(self._polling_since, time.monotonic())
        if self._has_left and call.method == "getUpdates":
            return 200, NOTHING  # a last poll would end the other copy's, and seem a third one to it
        try:
            code, payload = await self._until_final(call, send)
        except _Trouble as trouble:
            return trouble.response
        if call.method == "getUpdates" and code == 200:
            payload, comes_again = screened(payload)
            await asyncio.sleep(self._pause * comes_again)
        return code, payload

    async def _until_final(self, call: _Call, send: Send) -> Response:
        async for attempt in stamina.retry_context(
            on=lambda error: self._is_worth_another(call, error),
            attempts=1 if call.is_tried_once else None,
            timeout=None if call.polls else self._patience,
            wait_initial=self._pause,
            wait_max=self._pause * 20,
            wait_jitter=self._pause,
        ):
            with attempt:
                response = await self._as_told(call, send)
                if self._may_pass(call, response[0]):
                    raise _Trouble(response)
                self._note_end_of_outage(call)
                return (200, DONE) if call.took_effect(response[0]) else response
        raise AssertionError("a retry ends with a result or an error")

    def _may_pass(self, call: _Call, code: int) -> bool:
        if call.polls and code == 409:
            self._has_left = time.monotonic() - self._polling_since <= self._newcomer
            return not self._has_left
        return code >= 500 or (call.polls and code in (401, 404))

    async def _as_told(self, call: _Call, send: Send) -> Response:
        """Send, and after each 429 wait as long as it says."""
        key, now = (call.method, call.params.get("chat_id")), asyncio.get_running_loop().time
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

    def _is_worth_another(self, call: _Call, error: Exception) -> bool | float:
        """Whether to try again; a number is how many seconds to wait before."""
        if not isinstance(error, (_Trouble, NetworkError, OSError)):
            return False
        if call.polls and not self._in_outage:
            self._in_outage = True
            log.warning("Telegram can't be polled (%s); trying again until it works", _named(error))
        if isinstance(error, _Trouble):
            call.conflicts += error.is_conflict
            return FIRM * call.conflicts if error.is_conflict else True
        if not isinstance(error.__cause__, _NEVER_SENT):
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
    if isinstance(error, _Trouble):
        return "another copy of this bot polls as well" if error.is_conflict else f"status {error}"
    return type(error.__cause__ or error).__name__


def screened(payload: bytes) -> tuple[bytes, bool]:
    """Return the body of an answer to getUpdates without what can't be read, and whether that would come again at once.

    Of an unreadable update its number is left, by which it is acknowledged; one without a number can't be.
    python-telegram-bot reads a batch of updates whole or not at all, and asks for the same batch again without a pause:
    one that can't be read would hold up all that comes after it.
    """
    try:
        answer = json.loads(payload)
        sent = answer["result"]
    except (ValueError, KeyError, TypeError):
        return payload, False
    if not isinstance(sent, list) or not sent:
        return payload, False
    kept = list(_readable(sent))
    if kept == sent:
        return payload, False
    return json.dumps(answer | {"result": kept}).encode(), not kept


def _readable(sent: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for one in sent:
        known = one if isinstance(one, dict) else {}
        number = known.get("update_id")
        is_numbered = type(number) is int
        try:
            Update.de_json(dict(known), None)
        except Exception as error:  # whatever a surprise makes the library raise
            # Neither values nor the error's message: both may quote a person.
            kinds = [key for key in known if key != "update_id"]
            log.warning("an update that can't be read is left out (%s)", type(error).__name__, extra={"holds": kinds})
            if is_numbered:
                yield {"update_id": number}
        else:
            if is_numbered:
                yield known
