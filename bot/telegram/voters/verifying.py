"""Codes that anyone can verify: /cek, the link of a shared answer, and a card's text that is pasted or forwarded."""

from __future__ import annotations

import asyncio

from telegram import Message, MessageEntity, Update

from bot.domain.alterations import compare
from bot.domain.pasted import codes_in
from bot.domain.sharing import PAYLOAD, read_code
from bot.language.tokens import detect
from bot.telegram import addressing
from bot.telegram.abilities import Sharing
from bot.telegram.command_names import SHOWN, every_name, language_of
from bot.telegram.delivery import replies, sources
from bot.telegram.delivery.replies import Reply
from bot.telegram.frontend import Asker, Context, FrontEnd
from bot.telegram.sharing import verdicts
from bot.telegram.sharing.offering import Place
from bot.telegram.voters.messages import sent


class Verifying:
    """Handlers for whoever wants to know what a shared answer is worth. Each docstring says what they experience."""

    def __init__(self, front: FrontEnd, sharing: Sharing) -> None:
        self._front, self._sharing = front, sharing

    async def opened(self, update: Update, context: Context) -> None:
        """They followed a shared answer's link: they read it as it was, and what it is worth today.

        A link whose code was cut off tells them how to check one.
        """
        message, asker = await sent(self._front, update)
        if code := addressing.behind_command(message).removeprefix(PAYLOAD):
            await self._verify(message, asker, None, code, is_opening=True)
        else:
            await self._send(message, replies.notice(asker.language(), "check-ask"))

    async def command(self, update: Update, context: Context) -> None:
        """They read what a code is worth, or the message that they reply to; without either, how to check one."""
        message, asker = await sent(self._front, update)
        language = asker.language(language_of(addressing.command_name(message)))
        given, replied = addressing.behind_command(message), message.reply_to_message
        if given:
            codes = codes_in(given, _addresses(message)) or (given,)
            await self._verify_all(message, asker, language, codes, given)
        elif replied and (codes := codes_of(replied)):
            await self._verify_all(message, asker, language, codes, _text(replied))
        else:
            await self._send(message, replies.notice(language, "check-ask"))

    async def pasted(self, update: Update, context: Context) -> None:
        """They sent what somebody gave them: they read whether it is ours, was altered, and still holds."""
        message, asker = await sent(self._front, update)
        if update.edited_message and not self._front.is_recent(message):
            return
        text = addressing.heard(message, context.bot.bot, every_name(*SHOWN)) or ""
        await self._verify_all(message, asker, None, codes_of(message), text)

    async def sources(self, place: Place, code: str, language: str) -> None:
        """They see title, publisher, date and link behind each [n] of the answer as it was shared."""
        checked = await self._sharing.check(code, self._front.clock())
        if checked.shared is None or not checked.shared.answer.citations:
            reply = replies.notice(language, "documents-changed")
        else:
            reply = Reply(sources.messages(checked.shared.answer))
        await self._front.delivery.send(place.chat, reply, place.to)

    async def _verify_all(
        self, message: Message, asker: Asker, language: str | None, codes: tuple[str, ...], pasted: str
    ) -> None:
        """One altered code is enough to confirm nothing."""
        wrong = next((code for code in codes if read_code(code) is None), None)
        if wrong is None and len(codes) > 1:
            await self._send(message, replies.notice(language or asker.language(detect(pasted)), "check-several"))
        else:
            await self._verify(message, asker, language, wrong or codes[0], pasted)

    async def _verify(
        self,
        message: Message,
        asker: Asker,
        language: str | None,
        code: str,
        pasted: str = "",
        *,
        is_opening: bool = False,
    ) -> None:
        """`language` is that of their command; without one, the answer's own is used unless they chose another."""
        checked = await self._sharing.check(code, self._front.clock())
        shared = checked.shared
        spoken = shared.language if shared else detect(pasted) if " " in pasted.strip() else None
        language = language or asker.language(spoken)
        topics = self._front.topics(message, language)
        if shared is None:
            await self._send(message, verdicts.unknown(checked, code, language, topics))
            return
        if is_opening:
            await self._sharing.note_opening(shared, self._front.clock())
        frame = verdicts.frame(shared, message.get_bot().username, self._front.campaign(shared.language))
        comparison = await asyncio.to_thread(compare, pasted, shared.text, frame) if pasted else None
        reply = verdicts.known(checked, shared, language, self._front.zone, comparison, topics)
        await self._send(message, reply)

    async def _send(self, message: Message, reply: Reply) -> None:
        await self._front.delivery.answer(message, reply)


def is_opening(message: Message) -> bool:
    """Return whether a message is /start with the code of a shared answer."""
    return addressing.command_name(message) == "start" and addressing.behind_command(message).startswith(PAYLOAD)


def is_pasted(message: Message) -> bool:
    """Return whether a message holds the code of a shared answer, or what was one."""
    return not addressing.named_command(message) and bool(codes_of(message))


def codes_of(message: Message) -> tuple[str, ...]:
    """Return what stands in a message, or behind its links, where a code would."""
    return codes_in(_text(message), _addresses(message))


def _text(message: Message) -> str:
    return message.text or message.caption or ""


def _addresses(message: Message) -> list[str]:
    entities = (*message.entities, *message.caption_entities)
    return [one.url for one in entities if one.type == MessageEntity.TEXT_LINK and one.url]
