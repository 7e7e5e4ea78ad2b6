"""↗️ under an answer: the ways to share it, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Chat, Message

from bot.domain.sharing import Shared, shown
from bot.domain.team import Right
from bot.locales import say
from bot.telegram.abilities import Sharing
from bot.telegram.delivery import replies
from bot.telegram.frontend import Asker, FrontEnd
from bot.telegram.sharing import captions, handover


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody taps: what is sent goes there, in a group in reply to the tapped message."""

    chat: Chat
    to: Message | None = None


class Shares:
    """What the taps about sharing do. Each docstring says what the person experiences."""

    def __init__(self, front: FrontEnd, sharing: Sharing) -> None:
        self._front, self._sharing, self._painter = front, sharing, front.abilities.painter

    async def offer(self, place: Place, asker: Asker, ids: Sequence[str], language: str) -> None:
        """They get a button for each way to share the answer, or read why it can't be shared now."""
        shared = await self._sharing.share(ids, language, self._front.clock())
        if shared is None:
            reason = self._front.assistant.withheld(self._front.clock())
            key = "share-quiet" if reason else "documents-changed"
            await self._front.delivery.send(place.chat, replies.notice(language, key), place.to)
            return
        await self._note(asker, shared)
        bot = place.chat.get_bot()
        inline, drawn = bool(bot.bot.supports_inline_queries), self._painter is not None
        rows = handover.ways(shared, bot.username, self._front.campaign(language), inline=inline, drawn=drawn)
        told = replies.notice(language, "share-how", *rows, code=shown(shared.code))
        await self._front.delivery.send(place.chat, told, place.to)

    async def picture(self, place: Place, code: str, language: str) -> None:
        """They get the answer as a picture to send on; one that has changed meanwhile sends them to check it."""
        checked = await self._sharing.check(code, self._front.clock())
        shared = checked.valid
        if self._painter is None or shared is None:
            key = "share-quiet" if checked.withheld else "share-changed"
            await self._front.delivery.send(place.chat, replies.notice(language, key, code=shown(code)), place.to)
            return
        bot = place.chat.get_bot().username
        link, campaign = handover.address(bot, code), self._front.campaign(shared.language)
        drawn = captions.card(shared.answer, campaign["campaign"], campaign["run_by"], link, shown(code))
        caption = f"{say(language, 'share-verify')}: {link}"
        await self._front.delivery.picture(place.chat, await self._painter.card(drawn), caption)

    async def _note(self, asker: Asker, shared: Shared) -> None:
        """Keep what one of the team has shared; of voters nothing is kept."""
        member = await self._front.roster.member(asker.person)
        if member and member.may(Right.SHARE):
            await self._sharing.note_sharer(member.person, shared, self._front.clock())
