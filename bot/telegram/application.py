"""Builds the Application: the ordered list of what is handled by whom."""

from __future__ import annotations

import datetime as dt
import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from stamina.instrumentation import set_on_retry_hooks
from telegram import LinkPreviewOptions, Message, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
    ExtBot,
    InlineQueryHandler,
    JobQueue,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.domain.answers import Answer, Outcome
from bot.domain.ports import TeamRecords
from bot.telegram.abilities import ONLY_ANSWERING, Abilities
from bot.telegram.access import Access
from bot.telegram.command_names import every_name
from bot.telegram.commands import CommandMenus
from bot.telegram.delivery import replies
from bot.telegram.delivery.address_book import AddressBook
from bot.telegram.delivery.buttons import Act
from bot.telegram.delivery.chores import schedule
from bot.telegram.delivery.sending import Delivery, Recent
from bot.telegram.delivery.transport import PatientRequest
from bot.telegram.dialogs import Dialogs
from bot.telegram.frontend import Assistant, Context, FrontEnd, Settings
from bot.telegram.guide import Guide
from bot.telegram.roster import Roster
from bot.telegram.schedules import chores
from bot.telegram.sharing.inline import Inline
from bot.telegram.sharing.offering import Shares
from bot.telegram.team.admins import Admins, duties
from bot.telegram.team.joining import Joining
from bot.telegram.voters.gate import Gate
from bot.telegram.voters.messages import Voters
from bot.telegram.voters.order import Turns
from bot.telegram.voters.taps import Taps
from bot.telegram.voters.verifying import Verifying, is_opening, is_pasted
from bot.telegram.ways import Traces

log = logging.getLogger(__name__)

App = Application[ExtBot[None], Context, None, None, None, JobQueue[Context]]

BEFORE, AFTER = -1, 1  # groups of handlers around the list
NEW = filters.UpdateType.MESSAGE
ANSWERED = 20.0  # seconds that a call may take: a slow reply must not be taken for a lost one


def build(
    settings: Settings,
    assistant: Assistant,
    records: TeamRecords,
    abilities: Abilities = ONLY_ANSWERING,
    *,
    clock: Callable[[], dt.datetime],
    timer: Callable[[], float] = time.monotonic,
    random_bytes: Callable[[int], bytes] = os.urandom,
    request: BaseRequest | None = None,
) -> App:
    """Return the Application, not yet started; without a request object it speaks HTTP with `settings.api_url`."""
    set_on_retry_hooks([])  # the transport tells of outages itself, in one line each
    roster = Roster(records, settings.secret, settings.owners, clock, timer, settings.campaign.languages[0])
    book = None
    if schedules := abilities.schedules:
        book = AddressBook(schedules.addresses, settings.secret, roster.member, assistant.language, clock, random_bytes)
    delivery, dialogs, traces = Delivery(timer), Dialogs(timer), Traces(timer)
    front = FrontEnd(settings, assistant, delivery, clock, roster, dialogs, traces, abilities, book)
    return _equipped(front, timer, random_bytes, request)


def _equipped(
    front: FrontEnd, timer: Callable[[], float], random_bytes: Callable[[int], bytes], request: BaseRequest | None
) -> App:
    """The Application with all that handles updates, and what is done unasked."""
    sharing, access = front.abilities.sharing, Access(front.settings.questions_per_minute)
    shares = Shares(front, sharing) if sharing else None
    verifying = Verifying(front, sharing) if sharing else None
    listed = duties(front, random_bytes)
    guide = Guide(listed)
    voters, taps = Voters(front, Recent(timer), guide), Taps(front, shares, verifying)
    inline = Inline(front, sharing, access, timer) if sharing else None
    admins = Admins(front, listed, voters.unknown_command, voters.unreadable, voters.answer)
    joining = Joining(front, timer, voters.answer, guide)
    application = _empty(front.settings, Turns(front, access, voters, taps), request)
    application.add_handler(TypeHandler(Update, Gate(front, joining.is_labelling).check), BEFORE)
    application.add_handler(MessageHandler(NEW & filters.COMMAND, admins.moved_on), BEFORE - 1)
    application.add_handlers(handlers(voters, taps, admins, joining, front.dialogs, inline, verifying))
    application.add_handlers(afterwards(CommandMenus(front, listed), admins), AFTER)
    application.add_handlers(behind(admins), AFTER + 1)
    application.add_error_handler(partial(explain, front))
    schedule(application, chores(front, application.bot))
    return application


def _empty(settings: Settings, turns: Turns, request: BaseRequest | None) -> App:
    """The Application as it speaks with Telegram; nothing is handled yet."""
    return (
        Application.builder()
        .token(settings.token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(PatientRequest(request or HTTPXRequest(read_timeout=ANSWERED, pool_timeout=ANSWERED)))
        .get_updates_request(PatientRequest(request or HTTPXRequest(read_timeout=ANSWERED)))
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True),
                           allow_sending_without_reply=True))
        .context_types(ContextTypes(CallbackContext, type(None), type(None), type(None)))
        .concurrent_updates(turns)
        .job_queue(JobQueue[Context]())
        .build()
    )  # fmt: skip


def handlers(
    voters: Voters,
    taps: Taps,
    admins: Admins,
    joining: Joining,
    dialogs: Dialogs,
    inline: Inline | None,
    verifying: Verifying | None,
) -> list[BaseHandler[Update, Context, None]]:
    """Return what is handled by whom, the first that fits; `Turns` has let through only what is meant for the bot.

    Before this list, `Gate` has stopped what is closed for the moment.
    """
    inserting: list[BaseHandler[Update, Context, None]] = (
        [InlineQueryHandler(inline.queried), ChosenInlineResultHandler(inline.chosen)] if inline else []
    )
    checked, pasted = checking(verifying) if verifying else ([], [])
    return [
        *inserting,
        CallbackQueryHandler(joining.pressed, f"^{Act.JOIN}:"),
        CallbackQueryHandler(admins.pressed, f"^{Act.TEAM}:"),
        CallbackQueryHandler(taps.pressed),
        MessageHandler(NEW & Fitting(joining.is_opening), joining.opened),
        *checked,
        CommandHandler(every_name("start"), voters.start, NEW),
        CommandHandler(every_name("help"), voters.help, NEW),
        CommandHandler(every_name("program"), voters.programs, NEW),
        CommandHandler(every_name("bahasa"), voters.language, NEW),
        CommandHandler(every_name("privasi"), voters.privacy, NEW),
        CommandHandler(every_name("hapus"), voters.delete, NEW),
        MessageHandler(NEW & Fitting(joining.is_cancelling), joining.cancelled),
        CommandHandler(every_name("cancel"), admins.cancelled, NEW),
        CommandHandler(admins.commands, admins.commanded, NEW),
        MessageHandler(NEW & filters.COMMAND, voters.unknown_command),
        MessageHandler(NEW & Fitting(joining.is_labelling), joining.labelled),
        MessageHandler(NEW & Fitting(dialogs.awaits), admins.answered),
        *pasted,
        MessageHandler(filters.TEXT & ~filters.COMMAND, voters.question),  # new or edited
        MessageHandler(NEW & filters.Document.ALL & ~filters.ANIMATION, admins.sent),
        MessageHandler(NEW & ~filters.TEXT & ~filters.StatusUpdate.ALL, voters.unreadable),
    ]


def checking(
    verifying: Verifying,
) -> tuple[list[BaseHandler[Update, Context, None]], list[BaseHandler[Update, Context, None]]]:
    """Return what verifies codes: among the commands, and before a text is taken for a question."""
    return [
        MessageHandler(NEW & Fitting(is_opening), verifying.opened),
        CommandHandler(every_name("cek"), verifying.command, NEW),
    ], [MessageHandler((filters.TEXT | filters.CAPTION) & Fitting(is_pasted), verifying.pasted)]


def afterwards(menus: CommandMenus, admins: Admins) -> list[BaseHandler[Update, Context, None]]:
    """Return what is done after the list: where ranks may have changed, Telegram's menus of commands follow."""
    private = NEW & filters.ChatType.PRIVATE
    return [
        CommandHandler(["start", *admins.commands], menus.fit, private),
        CallbackQueryHandler(menus.fit, f"^[{Act.JOIN}{Act.TEAM}{Act.DELETE}]:"),
    ]


def behind(admins: Admins) -> list[BaseHandler[Update, Context, None]]:
    """Return what is said last, behind the reply to a command."""
    return [MessageHandler(NEW & filters.ChatType.PRIVATE & filters.COMMAND, admins.came_back)]


class Fitting(filters.MessageFilter):
    """Lets through the messages that a function says yes to."""

    def __init__(self, fits: Callable[[Message], bool]) -> None:
        super().__init__()
        self._fits = fits

    def filter(self, message: Message) -> bool:
        """Return whether the message is let through."""
        return self._fits(message)


async def explain(front: FrontEnd, update: object, context: Context) -> None:
    """They read that something failed and may be tried again, unless it was the way to them that failed."""
    error = context.error
    if isinstance(error, Forbidden):
        return  # they have blocked the bot, or a group has removed it: their right, and no news
    failed = f"the chore {context.job.name!r} failed" if context.job else "an update could not be dealt with"
    log.error(failed, exc_info=error)
    cut_off = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    if not isinstance(update, Update) or update.effective_chat is None or update.effective_user is None or cut_off:
        return
    (html,) = replies.answer(Answer(Outcome.FAILED, front.app_language(update.effective_user))).messages
    with suppress(TelegramError):
        await update.effective_chat.send_message(html)
