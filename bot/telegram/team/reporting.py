"""The weekly report: once a week to everybody of the team who wants it, however often the bot is restarted."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from bot.domain.addresses import Purpose
from bot.domain.figures import Figures, before, period
from bot.domain.gaps import Gap
from bot.domain.pictures import Picture
from bot.domain.ports import Action
from bot.domain.team import Closure
from bot.domain.weekly import Weekly
from bot.locales import say, say_first, say_reason, show_date, show_moment
from bot.telegram.abilities import Views
from bot.telegram.delivery.address_book import AddressBook, Reader
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import step
from bot.telegram.frontend import FrontEnd
from bot.telegram.roster import moves
from bot.telegram.team import counts

log = logging.getLogger(__name__)

EVERY = 60.0  # seconds between two looks at the clock
LATE = dt.timedelta(days=1)  # for which a report that was missed is still worth reading
MOST = 3  # of each sort that are named; the rest is counted
LONGEST = 120  # characters of a name
DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """All that a report tells."""

    now: Figures
    before: Figures
    gaps: Sequence[Gap] = ()  # that nobody has dealt with, the most frequent first
    moves: Sequence[Action] = ()  # of the live release, the last one first
    closures: Sequence[Closure] = ()
    overdue: Sequence[str] = ()  # titles of documents past their review_by
    members: int = 0

    @property
    def is_asked(self) -> bool:
        """Whether anybody asked or judged anything, in this week or the one before."""
        return any(each.questions or each.good or each.bad for each in (self.now, self.before))


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
            reply = told(week, reader.language, self._front.zone)
            await self._front.delivery.send(reader.chat(self._bot), reply)

        return send

    async def _draw(self, reader: Reader, week: Week) -> None:
        """They see the week's charts as well; the report is as good as sent without them."""
        if picture := charts(week, reader.language):
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


def told(week: Week, language: str, zone: dt.tzinfo) -> Reply:
    """Return the message of a week; what there is nothing of takes no line."""
    blocks = [Block(bold(_heading(week, language)))]
    if week.is_asked:
        blocks += [Block(escape(line)) for line in counts.lines(week.now, week.before, language)]
    else:
        blocks.append(Block(escape(say(language, "report-quiet"))))
    for key, lines in _sections(week, language, zone):
        blocks.append(Block(bold(say(language, key)), "\n\n", leads=True))
        blocks += [Block(escape(f"• {line}")) for line in lines]
    blocks.append(Block(escape(say(language, "report-team", count=week.members)), "\n\n"))
    more = (
        step(say(language, "report-stats"), language, "stats", DAYS),
        step(say(language, "report-gaps-all"), language, "gaps", DAYS),
    )
    return Reply(pack(blocks), (more,))


def charts(week: Week, language: str) -> Picture | None:
    """Return the week's charts, None if there is nothing to draw."""
    return counts.picture(week.now, language) if week.now.questions else None


def _heading(week: Week, language: str) -> str:
    """Return what stands above a report: its days."""
    since, until = (show_date(day.isoformat(), language) for day in (week.now.since, week.now.until))
    return say(language, "report-title", days=f"{since} – {until}")


def _sections(week: Week, language: str, zone: dt.tzinfo) -> Iterator[tuple[str, list[str]]]:
    found = {
        "report-gaps": (_gap(gap, language) for gap in week.gaps),
        "report-moves": (_move(action, language, zone) for action in week.moves),
        "report-closed": (_closure(one, language, zone) for one in week.closures),
        "report-overdue": (shortened(name, LONGEST) for name in week.overdue),
    }
    for key, lines in found.items():
        every = list(lines)
        if shown := say_first(language, every, len(every), MOST):
            yield key, shown


def _gap(gap: Gap, language: str) -> str:
    count = say(language, "gaps-count", count=gap.count, trend=counts.trend(gap.count, gap.before))
    return f"{shortened(gap.question, LONGEST)} · {count}"


def _move(action: Action, language: str, zone: dt.tzinfo) -> str:
    who = action.label or say(language, "audit-shell")
    return f"{show_moment(action.at, zone, language)} · {who}: {say(language, f'audit-{action.what}')}"


def _closure(closure: Closure, language: str, zone: dt.tzinfo) -> str:
    since = show_moment(closure.since, zone, language)
    feature = say(language, f"feature-{closure.feature}")
    reason = shortened(say_reason(language, closure.reason), LONGEST)
    return say(language, "report-closure", feature=feature, since=since, reason=reason)
