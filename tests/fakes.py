"""Stand-ins for the outside: a Telegram without network, the people on it, and an Assistant with canned answers."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

from bot.domain.answers import (
    Answer,
    Branch,
    Cards,
    Decision,
    Match,
    Outcome,
    Part,
    Phrase,
    Question,
    Quote,
    Reason,
    Suggestion,
)
from bot.domain.documents import Kind, Section, Statement
from bot.domain.ports import Feedback
from bot.domain.traces import Keep, Trace
from bot.telegram.delivery.packing import plain, units

Json = dict[str, Any]
NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
BOT: Json = {"id": 99, "is_bot": True, "first_name": "Bot", "username": "contoh_bot"}


@dataclass
class Call:
    """One call of the Bot API and what it was answered with."""

    method: str
    params: Json
    result: Any = None

    @property
    def text(self) -> str:
        """The text as people read it."""
        return plain(str(self.params.get("text", "")))

    @property
    def buttons(self) -> list[Json]:
        """All buttons, row by row."""
        markup = self.params.get("reply_markup") or {}
        return [button for row in markup.get("inline_keyboard", []) for button in row]


class FakeTelegram(BaseRequest):
    """A record of calls; answers like Telegram, or with what `fail` planned."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.updates: deque[Json] = deque()
        self.reached: dict[str, asyncio.Event] = {}  # method → set as soon as one of its calls is answered
        self._planned: dict[str, deque[int | Exception]] = {}
        self._numbers = itertools.count(1000)

    def fail(self, method: str, *how: int | Exception) -> None:
        """Plan the next failures of a method: a status, or an exception instead of an answer."""
        self._planned.setdefault(method, deque()).extend(how)

    def made(self, method: str) -> list[Call]:
        """The calls of a method that were answered."""
        return [call for call in self.calls if call.method == method and call.result is not None]

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **timeouts: Any
    ) -> tuple[int, bytes]:
        call = Call(url.rpartition("/")[2], request_data.parameters if request_data else {})
        self.calls.append(call)
        await asyncio.sleep(0.005 if call.method == "getUpdates" else 0)
        if planned := self._planned.get(call.method):
            how = planned.popleft()
            if isinstance(how, Exception):
                raise how
            body: Json = {"ok": False, "error_code": how, "description": "Bad Request: planned"}
            return how, json.dumps(body | ({"parameters": {"retry_after": 0.05}} if how == 429 else {})).encode()
        call.result = self._result(call)
        if call.method in self.reached:
            self.reached[call.method].set()
        return 200, json.dumps({"ok": True, "result": call.result}).encode()

    def _result(self, call: Call) -> Any:
        if call.method == "getMe":
            return BOT
        if call.method == "getUpdates":
            return [self.updates.popleft() for _ in range(len(self.updates))]
        if call.method in ("sendMessage", "editMessageText"):
            assert units(call.params["text"]) <= 4096
            number = call.params.get("message_id") or next(self._numbers)
            return message(
                number, call.params["chat_id"], BOT, text=call.text, reply_markup=call.params.get("reply_markup")
            )
        if call.method == "sendPhoto":
            return message(next(self._numbers), call.params["chat_id"], BOT, caption=call.params.get("caption"))
        return True


def message(number: int, chat_id: int, author: Json, **content: Any) -> Json:
    """A message as the Bot API gives it."""
    kind = {"type": "private", "first_name": "Orang"} if chat_id > 0 else {"type": "supergroup", "title": "Warga"}
    head = {"message_id": number, "date": int(NOW.timestamp()), "chat": {"id": chat_id} | kind, "from": author}
    return head | {key: value for key, value in content.items() if value is not None}


@dataclass
class Person:
    """Somebody who writes to the bot and taps its buttons; everything is dealt with when a call returns."""

    application: Application[Any, Any, Any, Any, Any, Any]
    telegram: FakeTelegram
    id: int = 1
    language_code: str = "id"
    chat: int = 0  # 0: the private one
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    written: list[Json] = field(default_factory=list)

    @property
    def user(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": "Orang", "language_code": self.language_code}

    async def write(self, text: str, **content: Any) -> list[Call]:
        """Send a text; return what the bot sent then."""
        return await self.deliver(self.new(text=text, entities=_entities(text), **content))

    async def send(self, **content: Any) -> list[Call]:
        """Send something that is no text."""
        return await self.deliver(self.new(**content))

    async def edit(self, text: str, number: int = -1) -> list[Call]:
        """Change an earlier message, the last one by default."""
        changed = self.written[number] | {"text": text, "entities": _entities(text), "edit_date": int(NOW.timestamp())}
        return await self.deliver({"edited_message": changed})

    async def press(self, call: Call, button: str, question: Json | None = None) -> list[Call]:
        """Tap the button with this text under a message that the bot sent, maybe in reply to a question."""
        data = next((one["callback_data"] for one in call.buttons if one["text"] == button), button)
        shown = call.result | ({"reply_to_message": question} if question else {})
        return await self.deliver({"callback_query": self.tap(shown, data)})

    def tap(self, shown: Json | None, data: str) -> Json:
        """A callback query, to be delivered by hand."""
        head = {"id": str(next(self.numbers)), "from": self.user, "chat_instance": "1", "data": data}
        return head | ({"message": shown} if shown else {})

    async def deliver(self, *updates: Json) -> list[Call]:
        """Deliver updates at once; return the messages that the bot sent or edited then."""
        before = len(self.telegram.calls)
        for update in updates:
            numbered = {"update_id": next(self.numbers)} | update
            await self.application.update_queue.put(Update.de_json(numbered, self.application.bot))
        await self.application.update_queue.join()
        shown = self.telegram.calls[before:]
        return [call for call in shown if call.method in ("sendMessage", "editMessageText") and call.result]

    async def inline(self, text: str) -> Json:
        """Write behind the bot's name in another chat; return what it answers with."""
        query = {"id": str(next(self.numbers)), "from": self.user, "query": text, "offset": ""}
        await self.deliver({"inline_query": query})
        return self.telegram.calls[-1].params

    async def choose(self, result: str, text: str = "") -> None:
        """Insert one of the answers offered inline."""
        await self.deliver({"chosen_inline_result": {"result_id": result, "from": self.user, "query": text}})

    def new(self, **content: Any) -> Json:
        """An update with a message of this person."""
        self.written.append(message(next(self.numbers), self.chat or self.id, self.user, **content))
        return {"message": self.written[-1]}


def _entities(text: str) -> list[Json]:
    """Commands and mentions as a Telegram app marks them."""
    found: list[Json] = []
    offset = 0
    for word in text.split(" "):
        kind = {"/": "bot_command", "@": "mention"}.get(word[:1])
        if kind:
            found.append({"type": kind, "offset": offset, "length": len(word.rstrip(",.?"))})
        offset += len(word) + 1
    return found


TREE = (
    Branch("pabc", "Pendidikan", None, (Branch("dabc", "Kuliah", None, (Branch("sectiona", "Usia", Kind.UMUM),)),)),
)
STATEMENT = "statementa"


@dataclass
class CannedAssistant:
    """Answers every question with the same statement, "gagal" with an exception, and writes down what it was asked."""

    answer: Answer = field(
        default_factory=lambda: Answer(
            Outcome.QUOTED,
            "id",
            parts=(
                Part("kuliah.md#usia", "sectiona", "Usia", Kind.UMUM, None, "id", (Quote(STATEMENT, "25 tahun.", ()),)),
            ),
            suggestions=(Suggestion("Kalau S2?", statement=STATEMENT),),
        )
    )
    before: Callable[[str], Awaitable[None]] | None = None
    release_id: str = "r1"
    gone: bool = False
    fails: bool = False
    quiet: Phrase | None = None
    old: tuple[str, ...] = ()
    questions: list[Question] = field(default_factory=list)
    ratings: list[Feedback] = field(default_factory=list)
    languages: dict[str, str] = field(default_factory=dict)

    async def ask(self, question: Question, keep: Keep | None = None) -> Answer:
        self.questions.append(question)
        if self.before:
            await self.before(question.text)
        if question.text == "gagal":
            raise RuntimeError("planned")
        if keep:
            keep(Trace(question.text, self.answer.outcome, (Decision("compose", Reason.QUOTED),)))
        return self.answer

    async def section(
        self, section_id: str, language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        return self._found(language, section_id == "sectiona")

    async def quote(
        self, ids: Sequence[str], language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        return self._found(language, bool(set(ids) & {STATEMENT, *self.answer.leads}))

    async def programs(self, language: str, now: dt.datetime) -> tuple[Branch, ...]:
        return () if self.gone else TREE

    async def statements(self, ids: Sequence[str]) -> tuple[tuple[Statement, Section], ...]:
        return ()

    async def nearest(self, question: Question, count: int) -> tuple[Match, ...]:
        return ()

    async def cards(self, question: Question, count: int) -> Cards:
        self.questions.append(question)
        if question.text == "gagal":
            raise RuntimeError("planned")
        return Cards(self.answer.outcome, self.answer.language, ((STATEMENT,),) if self.answer.parts else ())

    async def popular(self, topics: Sequence[str], language: str, now: dt.datetime, count: int) -> Cards:
        return Cards(Outcome.QUOTED, language, ((STATEMENT,),))

    async def starters(self, language: str, now: dt.datetime) -> tuple[Suggestion, ...]:
        return (Suggestion("Berapa batas usianya?", statement=STATEMENT), Suggestion("Usia", section_id="sectiona"))

    async def overdue(self, today: dt.date) -> tuple[str, ...]:
        return self.old

    async def rate(self, feedback: Feedback) -> None:
        if self.fails:
            raise RuntimeError("planned")
        self.ratings.append(feedback)

    async def language(self, person: str) -> str | None:
        return self.languages.get(person)

    async def choose_language(self, person: str, language: str, now: dt.datetime) -> None:
        self.languages[person] = language

    async def held(self, person: str, now: dt.datetime) -> dict[str, int]:
        return {
            "preferences": int(person in self.languages),
            "memory": len([q for q in self.questions if q.person == person]),
        }

    async def forget(self, person: str) -> None:
        self.languages.pop(person, None)
        self.questions = [question for question in self.questions if question.person != person]

    def withheld(self, now: dt.datetime) -> Phrase | None:
        return self.quiet

    def standing(self, now: dt.datetime) -> Phrase | None:
        return Phrase("answer-after-vote", (("date", "2024-11-27"),))

    def _found(self, language: str, known: bool) -> Answer:
        if self.gone or not known:
            return Answer(Outcome.NOT_FOUND, language, (Phrase("documents-changed"),))
        return Answer(Outcome.QUOTED, language, parts=self.answer.parts, citations=self.answer.citations)
