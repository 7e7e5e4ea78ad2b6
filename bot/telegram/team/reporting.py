"""The weekly report: once a week to everybody of the team who wants it, however often the bot is restarted."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from telegram import Bot
from telegram.error import TelegramError

from bot.domain.addresses import Purpose
from bot.domain.figures import before, period
from bot.domain.gaps import Gap
from bot.domain.weekly import Weekly
from bot.telegram.abilities import Views
from bot.telegram.delivery.address_book import AddressBook, Reader
from bot.telegram.frontend import FrontEnd
from bot.telegram.moves import moves
from bot.telegram.team import report
from bot.telegram.team.report import DAYS, Week

log = logging.getLogger(__name__)

EVERY = 60.0  # seconds between two looks at the clock
LATE = dt.timedelta(days=1)  # for which a report that was missed is still worth reading


class Reporting:
    """Sends the report. It looks at the clock often and at the records of what was sent, so that no start is missed."""

    def __init__(self, front: FrontEnd, book: AddressBook, views: Views, weekly: Weekly, bot: Bot) -> None:
        self._front, self._book, self._views, self._weekly, self._bot = front, book, views, weekly, bot

    async def send_due(self) -> None:
        """Everybody who wants the report, and has not got the week's, gets it."""
        now, zone = self._front.clock(), self._front.zone
        due = self._weekly.last(now, zone)
        if now - due > LATE:
            return
        name = self._weekly.week(now, zone)
        readers = [one for one in await self._book.readers(Purpose.REPORT) if one.address.told != name]
        if not readers:
            return
        week = await self._week(due)
        sent = [await self._book.tell(reader, name, self._sending(reader, week)) for reader in readers]
        for reader in (one for one, is_sent in zip(readers, sent, strict=True) if is_sent):
            await self._draw(reader, week)
        if any(sent):
            log.info("the weekly report was sent", extra={"readers": sum(sent)})

    def _sending(self, reader: Reader, week: Week) -> Callable[[], Awaitable[None]]:
        async def send() -> None:
            reply = report.reply(week, reader.language, self._front.zone)
            await self._front.delivery.send(reader.chat(self._bot), reply)

        return send

    async def _draw(self, reader: Reader, week: Week) -> None:
        """They see the week's charts as well; the report is as good as sent without them."""
        if picture := report.picture(week, reader.language):
            drawn = await self._views.painter.paint(picture)
            with suppress(TelegramError):
                await self._front.delivery.picture(reader.chat(self._bot), drawn, picture.title)

    async def _week(self, due: dt.datetime) -> Week:
        """Return what there is to tell about the seven whole days before."""
        zone, roster = self._front.zone, self._front.roster
        days = period(DAYS, due - dt.timedelta(days=1), zone)
        now, earlier = [await self._views.figures.figures(*each, zone) for each in (days, before(*days))]
        return Week(
            now=now,
            before=earlier,
            gaps=await self._gaps(),
            moves=await moves(roster.records, due - dt.timedelta(days=DAYS), due),
            closures=tuple((await roster.closures()).values()),
            overdue=await self._front.assistant.overdue(due.date()),
            members=len(await roster.members()),
        )

    async def _gaps(self) -> list[Gap]:
        try:
            found = await self._views.insight.gaps(DAYS)
        except Exception:  # it takes a model, and a week's figures are worth sending without
            log.exception("the gaps of a week could not be found")
            return []
        return [gap for gap in found if gap.is_open]
