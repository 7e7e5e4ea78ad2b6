"""Files from chat: read, described in a short dialogue, planned, and published as part of the documents."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Message

from bot.domain.documents import Kind
from bot.domain.drafting import Sheet, Shelved, Upload, UploadDesk
from bot.domain.errors import KnowledgeErrors
from bot.locales import LANGUAGES, say, show_date
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.downloads import Fetch, NotFetched, TooLarge
from bot.telegram.delivery.packing import bold, escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.delivery.sending import show_typing
from bot.telegram.dialogs import Draft
from bot.telegram.duties import Errand, Handler
from bot.telegram.frontend import FrontEnd
from bot.telegram.team.forms import Choice, Field, Form, FormKind, Offer, Unfit, made, new_draft
from bot.telegram.team.publishing import Releases
from bot.telegram.team.refusals import told
from bot.telegram.team.waiting import ways_on
from bot.telegram.team.wording import line_of

NAME = "doc"
MEGABYTE = 1_000_000
LONGEST_TITLE, LONGEST_PROGRAM = 120, 40
MOST_PROGRAMS = 18
NEW = ""  # in place of a document to replace: none
TWIN = ".en.md"  # ends the name of an English twin
CARD = ("title", "program", "kind", "language", "date", "source")  # in the order of the card


class Documents:
    """Handlers of files and /dokumen. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, desk: UploadDesk, releases: Releases, fetch: Fetch) -> None:
        self._front, self._desk, self._releases, self._fetch = front, desk, releases, fetch
        self._form = Form(front, FormKind(NAME, NAME, self._fields(), self._card, self._propose))

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons of the dialogue do."""
        return self._form.steps

    async def explain(self, errand: Errand) -> None:
        """They read which files they can send here, and how large."""
        size = f"{self._desk.most_bytes / MEGABYTE:g}"
        await self._front.respond(errand, replies.notice(errand.language, "doc-how", size=size))

    async def receive(self, errand: Errand) -> None:
        """Their file is read, and they are asked what is to be known about it; or they read why it can't be used."""
        message = errand.message
        assert isinstance(message, Message)
        if (document := message.document) is None:
            return
        name = document.file_name or "dokumen"
        try:
            if (document.file_size or 0) > self._desk.most_bytes:
                raise TooLarge
            if document.file_size == 0:  # Telegram hands out no such file
                await self._refuse(errand, name, say(errand.language, "refused-empty"))
                return
            await show_typing(errand.chat)
            await self._take(errand, name, await self._fetch(document, self._desk.most_bytes))
        except TooLarge:
            await self._refuse(errand, name, self._too_large(errand.language))
        except NotFetched:
            await self._refuse(errand, name, say(errand.language, "doc-not-fetched"))
        except KnowledgeErrors as several:
            await self._refuse(errand, name, told(several.errors, errand.language))

    async def try_out(self, errand: Errand, name: str, data: bytes) -> None:
        """A file that is only an example is asked about like any other; at the end nothing of it is kept."""
        await self._begin(errand, await self._desk.read(name, data), is_example=True)

    async def _take(self, errand: Errand, name: str, data: bytes) -> None:
        """Begin the dialogue about a file; the English twin of one that is being described joins it."""
        draft = self._front.dialogs.draft(errand.chat, NAME)
        if draft is None or draft.is_planned:
            await self._begin(errand, await self._desk.read(name, data))
        elif _is_twin_of(name, draft.about):
            draft.about = await self._desk.with_twin(draft.about, name, data)
            await self._form.begin(errand, draft)
        else:
            told = replies.notice(errand.language, "doc-one-at-a-time", ways_on(errand.language))
            await self._front.respond(errand, told)

    async def _begin(self, errand: Errand, upload: Upload, *, is_example: bool = False) -> None:
        shelf = await self._desk.shelf()
        sheet = upload.sheet
        same = _named(upload.name, shelf)
        values: dict[str, Any] = {key: getattr(sheet, key) for key in CARD}
        values["replaces"] = same.path if same else NEW
        if same and sheet.program is None:
            values["program"] = same.program
        wanted = ["program", "kind", "date", *([] if upload.name.endswith(".md") else ["source"])]
        still_open = [key for key in wanted if key not in upload.says and not (key == "program" and same)]
        if upload.name.endswith(TWIN) and _named(upload.name.removesuffix(TWIN) + ".md", shelf):
            still_open = []  # its original says it
        more = {"shelf": shelf, "example": is_example}
        await self._form.begin(errand, new_draft(errand, upload, values | more, still_open))

    async def _propose(self, errand: Errand, draft: Draft) -> None:
        """They see what would change, and publish it or not; until then nothing is in the documents."""
        if draft.values["example"]:
            self._front.dialogs.leave(errand.chat)
            await self._front.respond(errand, replies.notice(errand.language, "tour-done"))
            return
        sheet, replaces = Sheet(**{key: draft.values[key] for key in CARD}), draft.values["replaces"] or None
        await self._form.plan(errand, draft, self._releases, lambda: self._desk.propose(draft.about, sheet, replaces))

    async def _refuse(self, errand: Errand, name: str, reason: str) -> None:
        head = say(errand.language, "doc-refused", name=shortened(name))
        await self._front.respond(errand, Reply((f"{escape(head)}\n{escape(reason)}",)))

    def _too_large(self, language: str) -> str:
        return say(language, "refused-too-large", place="", reason="", size=f"{self._desk.most_bytes / MEGABYTE:g}")

    def _fields(self) -> Sequence[Field]:
        return (
            Field("title", _titles, _title),
            Field("program", _programs, _program),
            Field("kind", _kinds),
            Field("language", _languages),
            Field("date", self._dates, self._date),
            Field("source", _sources, self._source),
            Field("replaces", _replaced, _search),
        )

    def _card(self, draft: Draft, language: str) -> str:
        """All that is known about the file, one line a field."""
        upload: Upload = draft.about
        head = say(language, "doc-card", name=upload.name, statements=upload.statements)
        lines = [f"{say(language, f'doc-field-{key}')}: {_shown(draft, key, language)}" for key in (*CARD, "replaces")]
        if upload.twin is not None:
            lines.append(say(language, "doc-with-twin"))
        elif twin := _lost_twin(draft):
            lines.append(say(language, "doc-twin-goes", twin=twin))
        return "\n".join([bold(head), "", *(escape(line) for line in lines), "", escape(say(language, "form-check"))])

    async def _dates(self, draft: Draft, language: str) -> Sequence[Choice]:
        today = self._front.clock().astimezone(self._front.zone).date()
        days = dict.fromkeys([*draft.about.dates, today])
        return [*(Choice(show_date(day.isoformat(), language), day) for day in days), _skip(language)]

    async def _date(self, draft: Draft, words: str, language: str) -> dt.date:
        if found := self._desk.day(words):
            return found
        raise Unfit("form-bad-date")

    async def _source(self, draft: Draft, words: str, language: str) -> str:
        return made(self._desk.source, words, "form-bad-source")


async def _titles(draft: Draft, language: str) -> Sequence[Choice]:
    return [Choice(title, title) for title in draft.about.titles]


async def _title(draft: Draft, words: str, language: str) -> str:
    return line_of(words, LONGEST_TITLE)


async def _programs(draft: Draft, language: str) -> Sequence[Choice]:
    known = dict.fromkeys(one.program for one in draft.values["shelf"] if one.program)
    return [*(Choice(name, name) for name in list(known)[:MOST_PROGRAMS]), _skip(language)]


async def _program(draft: Draft, words: str, language: str) -> str:
    wanted = line_of(words, LONGEST_PROGRAM)
    known = (one.program for one in draft.values["shelf"] if one.program)
    return next((name for name in known if name.casefold() == wanted.casefold()), wanted)


async def _kinds(draft: Draft, language: str) -> Sequence[Choice]:
    return [Choice(f"{say(language, f'kind-{kind}')}: {say(language, f'doc-kind-{kind}')}", kind) for kind in Kind]


async def _languages(draft: Draft, language: str) -> Sequence[Choice]:
    return [Choice(say(language, f"language-{one}"), one) for one in LANGUAGES]


async def _sources(draft: Draft, language: str) -> Sequence[Choice]:
    return [_skip(language)]


async def _replaced(draft: Draft, language: str) -> Sequence[Choice]:
    shelf: Sequence[Shelved] = draft.values["shelf"]
    near = sorted(shelf, key=lambda one: -_likeness(draft, one))[:6]
    return [Choice(say(language, "doc-new"), NEW), *(Choice(one.title, one.path) for one in near)]


async def _search(draft: Draft, words: str, language: str) -> str:
    """What is written is looked for among titles and file names; it is chosen with a tap."""
    wanted = words.casefold().split()
    found = [
        one for one in draft.values["shelf"] if all(word in f"{one.title} {one.path}".casefold() for word in wanted)
    ]
    if not found:
        raise Unfit("doc-no-such")
    raise Offer([Choice(one.title, one.path) for one in found], "doc-which")


def _likeness(draft: Draft, one: Shelved) -> float:
    title = draft.values["title"].casefold()
    return difflib.SequenceMatcher(None, title, one.title.casefold()).ratio()


def _skip(language: str) -> Choice:
    return Choice(say(language, "form-skip"), None)


def _shown(draft: Draft, key: str, language: str) -> str:
    value = draft.values[key]
    if key == "replaces":
        return value or say(language, "doc-new")
    if value is None:
        return say(language, "form-unknown")
    if key == "kind":
        return say(language, f"kind-{value}")
    if key == "language":
        return say(language, f"language-{value}")
    return show_date(value.isoformat(), language) if key == "date" else str(value)


def _named(name: str, shelf: Sequence[Shelved]) -> Shelved | None:
    return next((one for one in shelf if one.path.rpartition("/")[2] == name), None)


def _lost_twin(draft: Draft) -> str | None:
    """The English twin of what is replaced: it says what the old document said."""
    shelf: Sequence[Shelved] = draft.values["shelf"]
    return next((one.twin for one in shelf if one.path == draft.values["replaces"]), None)


def _is_twin_of(name: str, upload: Upload) -> bool:
    return name.lower().endswith(TWIN) and upload.name.endswith(".md") and not upload.name.endswith(TWIN)
