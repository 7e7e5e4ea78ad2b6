"""The ordered list of what is done without anybody asking for it, and how often."""

from __future__ import annotations

from telegram import Bot

from bot.telegram.delivery.chores import Chore
from bot.telegram.frontend import FrontEnd
from bot.telegram.sharing import telling
from bot.telegram.team import interrupted, reporting
from bot.telegram.team import watch as watching

DAY = 86_400.0  # seconds


def chores(front: FrontEnd, bot: Bot) -> list[Chore]:
    """Return what the Application's JobQueue does."""
    able, book = front.abilities, front.book
    schedules = able.schedules
    if schedules is None or book is None:
        return []
    found = [*schedules.chores, Chore("address book", DAY, book.tidy)]
    if schedules.weekly and able.views:
        report = reporting.Reporting(front, book, able.views, schedules.weekly, bot)
        found.append(Chore("weekly report", reporting.EVERY, report.send_due))
    if able.workshop:
        cut = interrupted.Interrupted(front, book, able.workshop, bot)
        found.append(Chore("interrupted ingests", interrupted.EVERY, cut.tell))
    if schedules.folder and able.workshop:
        watch = watching.Watch(front, book, able.workshop, schedules.folder, bot)
        found.append(Chore("knowledge folder", watching.EVERY, watch.look))
    if able.sharing:
        tell = telling.Telling(front, book, able.sharing, bot)
        found.append(Chore("shared answers", telling.EVERY, tell.tell_due))
    return found
