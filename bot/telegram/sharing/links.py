"""/tautan: a link that opens a program, a section or a shared answer, with a poster to print."""

from __future__ import annotations

from collections.abc import Mapping

from telegram.helpers import create_deep_linked_url

from bot.domain.answers import Branch, Question
from bot.domain.pictures import CardPainter
from bot.domain.sharing import PAYLOAD, read_code, shown
from bot.locales import say
from bot.telegram.abilities import Sharing
from bot.telegram.delivery import menu, replies
from bot.telegram.delivery.buttons import Button
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.sharing import captions

MOST = 6  # sections offered for some words


class Links:
    """Handlers of /tautan. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, sharing: Sharing, painter: CardPainter) -> None:
        self._front, self._sharing, self._painter = front, sharing, painter

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons under /tautan do."""
        return {"linkto": self.link, "linkwords": self.find}

    async def choose(self, errand: Errand) -> None:
        """They choose a program; words behind the command offer sections, a code is linked at once."""
        if errand.words:
            await self.find(errand)
            return
        tree = await self._tree(errand)
        rows = tuple((self._to(one.title, errand, f"{menu.PROGRAM}{one.id}"),) for one in tree)
        await self._front.ask(errand, "linkwords", replies.notice(errand.language, "link-choose", *rows))

    async def find(self, errand: Errand) -> None:
        """Their words bring up sections to choose from, or the link of the code that they are."""
        if code := read_code(errand.words):
            await self._answer(errand, code)
            return
        rows = [(self._to(title, errand, f"{menu.SECTION}{key}"),) for key, title in await self._sections(errand)]
        await self._front.respond(errand, replies.notice(errand.language, "link-found" if rows else "link-none", *rows))

    async def link(self, errand: Errand) -> None:
        """They get the link as a poster, below it as text to copy, and the poster once more as a file to print."""
        tree = await self._tree(errand)
        found = next((one for one in menu.branches(tree) if errand.about[len(menu.PROGRAM) :] == one.id), None)
        is_program = errand.about.startswith(menu.PROGRAM)
        payload = f"{menu.PROGRAM}{found.slug}" if is_program and found else errand.about
        await self._send(errand, payload, found.title if found else None)

    async def _answer(self, errand: Errand, code: str) -> None:
        """What no longer holds, or may not be said now, is not printed."""
        checked = await self._sharing.check(code, self._front.clock())
        if valid := checked.valid:
            await self._send(errand, f"{PAYLOAD}{code}", valid.answer.parts[0].title)
            return
        key = "share-quiet" if checked.withheld else "share-changed" if checked.shared else "inline-unknown-told"
        await self._front.respond(errand, replies.notice(errand.language, key, code=shown(code)))

    async def _send(self, errand: Errand, payload: str, title: str | None) -> None:
        language, chat = errand.language, errand.chat
        if title is None:
            await self._front.respond(errand, replies.notice(language, "documents-changed"))
            return
        campaign = self._front.campaign(language)
        link = create_deep_linked_url(chat.get_bot().username, payload)
        drawn = captions.poster(title, campaign["campaign"], campaign["run_by"], link, language)
        poster, caption = await self._painter.poster(drawn), say(language, "link-caption", title=title, link=link)
        await self._front.delivery.picture(chat, poster, caption)
        await self._front.delivery.file(chat, poster, f"poster-{payload}.png", say(language, "link-print"))

    async def _sections(self, errand: Errand) -> list[tuple[str, str]]:
        """Ids and titles of the sections nearest to their words that the menu shows now."""
        question = Question(errand.words, self._front.clock(), errand.language)
        nearest = await self._front.assistant.nearest(question, 5 * MOST)
        titles = {one.id: one.title for one in menu.branches(await self._tree(errand))}
        keys = dict.fromkeys(match.section.id for match in nearest)
        return [(key, titles[key]) for key in keys if key in titles][:MOST]

    async def _tree(self, errand: Errand) -> tuple[Branch, ...]:
        return await self._front.assistant.programs(errand.language, self._front.clock())

    def _to(self, title: str, errand: Errand, about: str) -> Button:
        return step(title, errand.language, "linkto", about)
