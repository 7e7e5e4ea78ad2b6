"""Single statements from chat: written with their source, or changed, then planned and published like a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.drafting import Wording, WritingDesk, Written
from bot.domain.gaps import Gap
from bot.locales import say
from bot.telegram.delivery.packing import escape
from bot.telegram.dialogs import Draft
from bot.telegram.duties import Errand, Handler
from bot.telegram.frontend import FrontEnd
from bot.telegram.heard import says_nothing
from bot.telegram.team.forms import Choice, Field, Form, FormKind, Offer, Unfit, made, new_draft
from bot.telegram.team.publishing import Releases
from bot.telegram.team.replied_to import quoted
from bot.telegram.team.wording import (
    Same,
    as_of,
    as_of_choices,
    heading,
    heading_choices,
    new_card,
    no_choices,
    old_card,
    phrasing_choices,
    phrasings,
    source_choices,
    sources_with,
    spot_choices,
)

ADD, EDIT, SAYS = "add", "edit", "say"
MOST_ASKED = 8  # questions of a gap that lead to its statement
NEW = ("place", "heading", "englishhead", "text", "english", "source", "asof", "phrasing")  # as they are asked for
OLD = ("which", "text", "english", "source", "asof")


class Drafting:
    """Handlers of /tambah and /ubah. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, desk: WritingDesk, releases: Releases) -> None:
        self._front, self._desk, self._releases = front, desk, releases
        self._adding = Form(front, FormKind(ADD, SAYS, self._new(), new_card, self._add))
        self._editing = Form(front, FormKind(EDIT, SAYS, self._old(), old_card, self._change))

    @property
    def add_steps(self) -> Mapping[str, Handler]:
        """What the buttons and questions of /tambah do."""
        return self._adding.steps

    @property
    def edit_steps(self) -> Mapping[str, Handler]:
        """What the buttons and questions of /ubah do."""
        return self._editing.steps

    async def add(self, errand: Errand) -> None:
        """They are asked where a new statement belongs, what it says and on what it stands."""
        await self._adding.begin(errand, _draft(errand, NEW, NEW, words=errand.words, asked=()))

    async def answer(self, errand: Errand, gap: Gap) -> None:
        """The same, from a gap: its question finds the place, and all its questions lead to the statement."""
        asked = tuple(text for text in gap.texts if "[" not in text)[:MOST_ASKED]
        await self._adding.begin(errand, _draft(errand, NEW, NEW, words=gap.question, asked=asked))

    async def edit(self, errand: Errand) -> None:
        """They choose a statement, or reply to the answer that quotes it, and see it with a button for each part."""
        ids = await quoted(self._front, errand.message, errand.language)
        draft = _draft(errand, OLD, ("which",), words=errand.words, ids=ids)
        there = await self._quoted(draft)
        if len(there) == 1:
            draft.values["which"], draft.open = there[0].value, []
            await self._opened(draft)
        await self._editing.begin(errand, draft)

    async def _add(self, errand: Errand, draft: Draft) -> None:
        """They see what would change, and publish it or not; until then nothing is in the documents."""
        values = draft.values
        same = values["source"] if isinstance(values["source"], Same) else None
        wording = Wording(
            text=values["text"],
            english=values["english"],
            label=same.label if same else None,
            as_of=None if same else values["asof"],
            sources=() if same else (values["source"],),
            heading=values["heading"] or "",
            english_heading=values["englishhead"] or "",
            phrasings=values["phrasing"] or (),
        )
        await self._adding.plan(errand, draft, self._releases, lambda: self._desk.add(values["place"], wording))

    async def _change(self, errand: Errand, draft: Draft) -> None:
        """The same for a statement that there is; they are told if nothing of it has changed."""
        written, values = draft.about, draft.values
        wording = Wording(values["text"], values["english"], None, values["asof"], values["source"])
        if wording == Wording(written.text, written.english, None, written.as_of, written.sources):
            await self._editing.tell(errand, draft, escape(say(errand.language, "say-unchanged")))
            return
        await self._editing.plan(errand, draft, self._releases, lambda: self._desk.change(written, wording))

    def _new(self) -> Sequence[Field]:
        return (
            Field("place", self._places, self._place),
            Field("heading", no_choices, heading, applies=_is_new_section),
            Field(
                "englishhead", heading_choices, heading, applies=lambda draft: _is_new_section(draft) and _twin(draft)
            ),
            Field("text", no_choices, self._sentence),
            Field("english", self._no_english, self._sentence, applies=_twin),
            Field("source", source_choices, self._source),
            Field("asof", as_of_choices, as_of, applies=_is_new_note),
            Field("phrasing", phrasing_choices, phrasings, applies=_is_new_note, may_be_question=True),
        )

    def _old(self) -> Sequence[Field]:
        return (
            Field("which", self._statements, self._which, settled=self._opened),
            Field("text", no_choices, self._sentence, settled=_ask_english),
            Field("english", self._english, self._sentence, applies=_has_twin),
            Field("source", no_choices, self._sources, asks="newsource"),
            Field("asof", as_of_choices, as_of),
        )

    async def _places(self, draft: Draft, language: str) -> Sequence[Choice]:
        words = draft.values["words"]
        return spot_choices(await self._desk.spots(words), language) if words else []

    async def _place(self, draft: Draft, words: str, language: str) -> Any:
        draft.values["words"] = words
        if found := spot_choices(await self._desk.spots(words), language):
            raise Offer(found, "say-which-place")
        raise Unfit("say-no-place")

    async def _sentence(self, draft: Draft, words: str, language: str) -> str:
        if says_nothing(words):
            raise Unfit("say-nothing-said")
        return made(self._desk.sentence, words, "say-bad-sentence")

    async def _no_english(self, draft: Draft, language: str) -> Sequence[Choice]:
        return [Choice(say(language, "say-no-english"), None)]

    async def _english(self, draft: Draft, language: str) -> Sequence[Choice]:
        written: Written = draft.about
        return [Choice(say(language, "say-keep-english"), written.english), *await self._no_english(draft, language)]

    async def _source(self, draft: Draft, words: str, language: str) -> str:
        return made(self._desk.source, words, "form-bad-source")

    async def _sources(self, draft: Draft, words: str, language: str) -> tuple[str, ...]:
        """A new source joins the others or takes the place of some, as they choose."""
        line, known = await self._source(draft, words, language), draft.values["source"]
        if not known:
            return (line,)
        raise Offer(sources_with(line, known, language), "say-which-source")

    async def _statements(self, draft: Draft, language: str) -> Sequence[Choice]:
        if there := await self._quoted(draft):
            return there
        words = draft.values["words"]
        return [Choice(hit.text, hit.id) for hit in await self._desk.hits(words)] if words else []

    async def _quoted(self, draft: Draft) -> list[Choice]:
        ids = draft.values["ids"]
        return [Choice(written.text, each) for each in ids if (written := await self._desk.written(each))]

    async def _which(self, draft: Draft, words: str, language: str) -> Any:
        if found := [Choice(hit.text, hit.id) for hit in await self._desk.hits(words)]:
            raise Offer(found, "say-which-statement")
        raise Unfit("say-no-statement")

    async def _opened(self, draft: Draft) -> None:
        """Fill in what the chosen statement says now."""
        written = await self._desk.written(draft.values["which"])
        if written is None:
            raise Unfit("say-moved")
        draft.about = written
        draft.values |= {
            "text": written.text,
            "english": written.english,
            "source": written.sources,
            "asof": written.as_of,
        }


def _draft(errand: Errand, fields: Sequence[str], wanted: Sequence[str], **known: Any) -> Draft:
    return new_draft(errand, None, dict.fromkeys(fields) | known, wanted)


def _is_new_section(draft: Draft) -> bool:
    return draft.values["place"] is not None and draft.values["place"].section is None


def _twin(draft: Draft) -> bool:
    return draft.values["place"] is not None and draft.values["place"].twin is not None


def _is_new_note(draft: Draft) -> bool:
    return not isinstance(draft.values["source"], Same)


def _has_twin(draft: Draft) -> bool:
    return draft.about is not None and draft.about.twin is not None


async def _ask_english(draft: Draft) -> None:
    """Other words make the English sentence old, if there is one."""
    if _has_twin(draft) and "english" not in draft.open:
        draft.open.append("english")
