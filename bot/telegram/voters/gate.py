"""What is closed for the moment is not done: one look at every update, before any handler of the list."""

from __future__ import annotations

from collections.abc import Callable

from telegram import CallbackQuery, Message, Update
from telegram.ext import ApplicationHandlerStop

from bot.domain.sharing import PAYLOAD
from bot.domain.team import Closure, Feature
from bot.telegram import addressing
from bot.telegram.command_names import every_name
from bot.telegram.delivery import menu, replies
from bot.telegram.delivery.buttons import Act, decode
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.frontend import Context, FrontEnd
from bot.telegram.voters import verifying

SHARED = (menu.SECTION, menu.PROGRAM, PAYLOAD)  # what the payload of a link into the documents begins with

# What a tap uses. All others (verdicts, one's own data and language, the team's) are never closed.
TAPS = {
    Act.STATEMENT: Feature.QUESTIONS,
    Act.SOURCES: Feature.ALL,
    Act.LIST_SOURCES: Feature.ALL,
    Act.SECTION: Feature.MENU,
    Act.TOPICS: Feature.MENU,
    Act.MENU: Feature.MENU,
    Act.BRANCH: Feature.MENU,
    Act.READ: Feature.MENU,
    Act.OPEN: Feature.MENU,
    Act.SHARE: Feature.SHARING,
    Act.PICTURE: Feature.SHARING,
    Act.CHECKED_SOURCES: Feature.SHARING,
}


class Gate:
    """Stops what uses a closed feature, and tells its sender so."""

    def __init__(self, front: FrontEnd, is_labelling: Callable[[Message], bool]) -> None:
        self._front, self._is_labelling = front, is_labelling

    async def check(self, update: Update, context: Context) -> None:
        """They read that this is closed for the moment, and why, if it is."""
        feature = self._used(update)
        closure = await self._front.roster.closed(feature) if feature else None
        if closure is None:
            return
        if update.callback_query:
            await self._turn_away(update.callback_query, closure)
        elif update.effective_message and update.effective_user:
            message = update.effective_message
            asker = await self._front.asker(update.effective_user, message.chat)
            await self._front.delivery.answer(message, notice(closure, asker.language()))
        raise ApplicationHandlerStop

    async def _turn_away(self, query: CallbackQuery, closure: Closure) -> None:
        tap, message = decode(query.data or ""), query.message
        if tap is None or message is None:
            return
        asker = await self._front.asker(query.from_user, message.chat)
        to = message if isinstance(message, Message) and not addressing.is_private(message.chat) else None
        await self._front.delivery.send(message.chat, notice(closure, asker.language(tap.language)), to)

    def _used(self, update: Update) -> Feature | None:
        """Return what an update uses, None for what is never closed."""
        if update.callback_query:
            tap = decode(update.callback_query.data or "")
            return TAPS.get(tap.act) if tap else None
        message = update.effective_message
        if message is None:
            return None
        if update.edited_message:
            asks = self._front.is_recent(message) and addressing.is_words(message)
            return used_by_text(message) if asks else None
        is_awaited = self._front.dialogs.awaits(message) or self._is_labelling(message)
        return None if is_awaited else used_by_text(message)


def used_by_text(message: Message) -> Feature | None:
    """Return what a text uses: a question, a code, or one of the commands that show documents."""
    name = addressing.command_name(message)
    payload = addressing.behind_command(message) if name == "start" else ""
    if not name:
        is_code = verifying.is_pasted(message)
        return Feature.SHARING if is_code else Feature.QUESTIONS if message.text else None
    if "program" in (name, payload):
        return Feature.MENU
    return Feature.SHARING if name in every_name("cek") or payload.startswith(SHARED) else None


def notice(closure: Closure, language: str) -> Reply:
    """Return what voters read about something that is closed."""
    return Reply((escape(replies.closed(closure, language)),))
