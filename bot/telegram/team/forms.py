"""A short form by chat: field after field with buttons for likely values, then a card on which all of it can change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.errors import FolderChanged, KnowledgeErrors
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Button
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.dialogs import Draft
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.team.publishing import Releases
from bot.telegram.team.refusals import told

MOST_CHOICES = 20
LONGEST_NOW = 2000  # letters of what a field holds that are shown with its question
NARROW = 18  # letters on a button that leave room for another beside it


class Unfit(Exception):
    """What somebody has written can't be the value of a field."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Choice:
    """A value on a button."""

    text: str
    value: Any


class Offer(Exception):
    """What somebody has written leads to values to choose from, but is none."""

    def __init__(self, choices: Sequence[Choice], key: str) -> None:
        super().__init__(key)
        self.choices, self.key = tuple(choices), key


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what may stand on buttons, and what is made of a text and the language (None: it takes none)."""

    key: str
    choices: Callable[[Draft, str], Awaitable[Sequence[Choice]]]
    read: Callable[[Draft, str, str], Awaitable[Any]] | None = None  # raises Unfit or Offer
    asks: str = ""  # ends the key of its question, if that isn't the field's own
    applies: Callable[[Draft], bool] = lambda draft: True
    settled: Callable[[Draft], Awaitable[None]] | None = None  # what follows from a new value; raises Unfit
    may_be_question: bool = False  # what they write for it may look like a question


@dataclass(frozen=True, slots=True)
class FormKind:
    """What a kind of form shows on its card, and what becomes of it."""

    name: str  # begins its verbs
    says: str  # begins the keys of its sentences
    fields: Sequence[Field]
    card: Callable[[Draft, str], str]  # HTML
    complete: Callable[[Errand, Draft], Awaitable[None]]


def new_draft(errand: Errand, about: Any, values: dict[str, Any], wanted: Sequence[str]) -> Draft:
    """Return a draft that is begun with a message, and named by it: the buttons of an older one do nothing to it."""
    return Draft(f"{errand.message.message_id:x}"[-6:], about, values, list(wanted))


def made(read: Callable[[str], str], words: str, key: str) -> str:
    """Return what is made of a text. Raises Unfit with a key where that raises ValueError."""
    try:
        return read(words)
    except ValueError:
        raise Unfit(key) from None


class Form:
    """Leads through one kind of form. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, kind: FormKind) -> None:
        self._front, self._kind = front, kind
        self._fields = {one.key: one for one in kind.fields}

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What its buttons do, and the texts that it asks for."""
        name = self._kind.name
        return {
            f"{name}card": self.card,
            f"{name}ask": self.ask,
            f"{name}set": self.set,
            f"{name}go": self.go,
            f"{name}stop": self.stop,
        }

    async def begin(self, errand: Errand, draft: Draft) -> None:
        """They are asked for the first field that is not known."""
        self._front.dialogs.keep(errand.chat, self._kind.name, draft)
        await self._next(errand, draft)

    async def tell(self, errand: Errand, draft: Draft, html: str) -> None:
        """They read what keeps the form from going on, and can go back to it."""
        language = errand.language
        back = step(say(language, "form-back"), language, f"{self._kind.name}card", draft.id)
        await self._front.ask(errand, "", Reply((html,), ((back,), (self._stop(draft, language),))))

    async def plan(
        self, errand: Errand, draft: Draft, releases: Releases, propose: Callable[[], Awaitable[str]]
    ) -> None:
        """They see what would change, and publish it or not, or read what is wrong with it; nothing is changed yet."""
        language = errand.language
        if not await releases.is_free(errand):
            return
        try:
            proposal = await propose()
        except FolderChanged as error:
            await self.tell(errand, draft, escape(say(language, "proposal-changed", file=error.file)))
        except KnowledgeErrors as several:
            text = f"{say(language, 'doc-would-break')}\n{told(several.errors, language)}"
            await self.tell(errand, draft, escape(text))
        else:
            draft.is_planned = await releases.plan(errand, proposal, propose)
            if draft.is_planned:
                self._front.dialogs.drop(errand.chat)

    async def card(self, errand: Errand) -> None:
        """They see all that is filled in, with a button for each field."""
        if draft := await self._draft(errand):
            await self._show(errand, draft)

    async def ask(self, errand: Errand) -> None:
        """They are asked for one field."""
        draft = await self._draft(errand)
        found = self._fields.get(errand.about.partition(",")[2])
        if draft and found:
            await self._ask(errand, draft, found)

    async def set(self, errand: Errand) -> None:
        """What they have tapped or written is filled in, or they read why it can't be and are asked again."""
        draft = await self._draft(errand)
        _, key, number = (*errand.about.split(","), "", "")[:3]
        found = self._fields.get(key)
        if draft is None or found is None:
            return
        try:
            value = self._offered(draft, key, number) if errand.is_tap else await _read(found, draft, errand)
            draft.values[key] = value
            draft.open = [one for one in draft.open if one != key]
            if found.settled:
                await found.settled(draft)
        except Unfit as reason:
            await self._ask(errand, draft, found, say(errand.language, reason.key, **reason.values))
        except Offer as offer:
            await self._offer(errand, draft, found, say(errand.language, offer.key), offer.choices)
        else:
            await self._next(errand, draft)

    async def go(self, errand: Errand) -> None:
        """What they have filled in goes on to its plan, once nothing is missing."""
        if draft := await self._draft(errand):
            if self._wanted(draft):
                await self._next(errand, draft)
            else:
                await self._kind.complete(errand, draft)

    async def stop(self, errand: Errand) -> None:
        """All of it is forgotten, and nothing has changed; what has gone on to its plan is discarded there."""
        if await self._draft(errand):
            await self._front.end(errand)

    async def _draft(self, errand: Errand) -> Draft | None:
        """Return the draft that a button or question is about; tell if it is gone."""
        draft = self._front.dialogs.draft(errand.chat, self._kind.name)
        if draft is None or draft.id != errand.about.partition(",")[0]:
            await self._front.respond(errand, replies.notice(errand.language, "form-gone"))
            return None
        return draft

    async def _next(self, errand: Errand, draft: Draft) -> None:
        if found := self._wanted(draft):
            await self._ask(errand, draft, found)
        else:
            await self._show(errand, draft)

    def _wanted(self, draft: Draft) -> Field | None:
        """Return the next field that is to be asked for; whether one applies may depend on those before it."""
        return next((one for one in map(self._fields.__getitem__, draft.open) if one.applies(draft)), None)

    async def _ask(self, errand: Errand, draft: Draft, found: Field, first: str = "") -> None:
        language = errand.language
        question = say(language, f"{self._kind.says}-ask-{found.asks or found.key}")
        text = "\n\n".join(part for part in (_now(draft.values[found.key], language), question) if part)
        await self._offer(errand, draft, found, text, await found.choices(draft, language), first)

    async def _offer(
        self, errand: Errand, draft: Draft, found: Field, text: str, choices: Sequence[Choice], first: str = ""
    ) -> None:
        language, name, shown = errand.language, self._kind.name, choices[:MOST_CHOICES]
        draft.offered[found.key] = tuple(one.value for one in shown)
        numbered = enumerate(shown)
        buttons = [step(one.text, language, f"{name}set", f"{draft.id},{found.key},{n}") for n, one in numbered]
        rows = _paired(buttons)
        if self._wanted(draft) is None:
            rows.append((step(say(language, "form-back"), language, f"{name}card", draft.id),))
        rows.append((self._stop(draft, language),))
        verb, reply = f"{name}set" if found.read else "", Reply((escape(text),), tuple(rows))
        about = f"{draft.id},{found.key}"
        remark, may_be_question = escape(first), found.may_be_question
        await self._front.ask(errand, verb, reply, about, may_be_question=may_be_question, remark=remark)

    async def _show(self, errand: Errand, draft: Draft) -> None:
        language, name = errand.language, self._kind.name
        fields = [one for one in self._kind.fields if one.applies(draft)]
        buttons = [
            step(say(language, f"{self._kind.says}-field-{one.key}"), language, f"{name}ask", f"{draft.id},{one.key}")
            for one in fields
        ]
        rows = _paired(buttons)
        rows.append((step(say(language, "form-go"), language, f"{name}go", draft.id), self._stop(draft, language)))
        await self._front.ask(errand, "", Reply((self._kind.card(draft, language),), tuple(rows)))

    def _stop(self, draft: Draft, language: str) -> Button:
        return step(say(language, "form-stop"), language, f"{self._kind.name}stop", draft.id)

    def _offered(self, draft: Draft, key: str, number: str) -> Any:
        values = draft.offered.get(key, ())
        if not number.isdigit() or int(number) >= len(values):
            raise Unfit("form-old-choice")
        return values[int(number)]


def _now(value: Any, language: str) -> str:
    """Return what a field holds already, to be copied and changed; "" where that is no text."""
    texts = value if isinstance(value, tuple) else (value,)
    lines = [one for one in texts if type(one) is str and one]
    shown = "\n".join(lines)
    shown = shown if len(shown) <= LONGEST_NOW else shown[:LONGEST_NOW] + "…"
    return say(language, "form-now", value=shown) if lines else ""


def _paired(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Return rows: narrow neighbours share one."""
    rows: list[tuple[Button, ...]] = []
    for one in buttons:
        is_narrow = len(one.text) <= NARROW
        if is_narrow and rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= NARROW:
            rows[-1] = (rows[-1][0], one)
        else:
            rows.append((one,))
    return rows


async def _read(found: Field, draft: Draft, errand: Errand) -> Any:
    if found.read is None or not errand.words.strip():
        raise Unfit("form-needs-text")
    return await found.read(draft, errand.words, errand.language)
