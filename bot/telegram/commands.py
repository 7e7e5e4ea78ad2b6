"""Telegram's menu of commands: the same for everybody, and longer in the private chats of the team."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator, Sequence

from telegram import BotCommand, BotCommandScope, BotCommandScopeChat, Update
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.domain.team import Member, Rank
from bot.locales import LANGUAGES, say
from bot.telegram import addressing
from bot.telegram.command_names import SHOWN
from bot.telegram.duties import Duty
from bot.telegram.frontend import Context, FrontEnd

log = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds for a menu: nobody's turn waits longer for a thing of no importance
MOST_REMEMBERED = 10_000


async def introduce(bot: ExtBot[None], languages: Sequence[str] = LANGUAGES) -> None:
    """Show everybody's commands in Telegram's menu, in the language of each person's app."""
    for code, language in _versions(languages):
        try:
            await bot.set_my_commands(_commands(language), language_code=code or None)
        except TelegramError as error:
            log.warning("the commands could not be put into Telegram's menu", exc_info=error)


class CommandMenus:
    """Keeps the menus in the team's chats to their ranks; what is shown where is remembered in memory only."""

    def __init__(self, front: FrontEnd, duties: Sequence[Duty]) -> None:
        self._front, self._duties = front, duties
        self._names = {name for duty in duties for name in duty.names.values()}
        self._shown: dict[str, tuple[int, Rank | None]] = {}  # person → their chat, and the rank whose menu it shows

    async def fit(self, update: Update, context: Context) -> None:
        """After a step that may change ranks, the menus of the sender and of whom it concerns fit what they may do."""
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None or not addressing.is_private(chat):
            return
        command = addressing.command_name(update.message) if update.message else ""
        person = self._front.person(user)
        team = {member.person: member for member in await self._front.roster.members()}
        is_news = person not in self._shown and (person in team or command in self._names)
        if is_news or (person in team and command == "start"):
            await self._show(context.bot, person, chat.id, team.get(person))
        for one, (chat_id, shown) in list(self._shown.items()):
            if shown != (team[one].rank if one in team else None):
                await self._show(context.bot, one, chat_id, team.get(one))

    async def _show(self, bot: ExtBot[None], person: str, chat_id: int, member: Member | None) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                for code, language in _versions(self._front.languages):
                    await self._put(bot, BotCommandScopeChat(chat_id), code, language, member)
        except (TelegramError, TimeoutError) as error:
            log.warning("a chat's menu of commands could not be changed", exc_info=error)
        self._shown.pop(person, None)
        self._shown[person] = (chat_id, member.rank if member else None)
        if len(self._shown) > MOST_REMEMBERED:
            self._shown.pop(next(iter(self._shown)))

    async def _put(
        self, bot: ExtBot[None], scope: BotCommandScope, code: str, language: str, member: Member | None
    ) -> None:
        if member is None:
            await bot.delete_my_commands(scope, language_code=code or None)
        else:
            allowed = [duty for duty in self._duties if member.may(duty.right)]
            await bot.set_my_commands(_commands(language, allowed), scope, language_code=code or None)


def _versions(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield languages of a person's app ("": any other) with that of the menu."""
    yield "", languages[0]
    yield from zip(languages, languages, strict=True)


def _commands(language: str, duties: Iterable[Duty] = ()) -> list[BotCommand]:
    """The team's commands come first: a phone shows the beginning."""
    keys = (*(duty.key for duty in duties), *SHOWN)
    return [BotCommand(say(language, f"name-{key}"), say(language, f"command-{key}")) for key in keys]
