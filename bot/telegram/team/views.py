"""What the team sees: figures of a period, and what people asked in vain, with what can be done about it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.domain.errors import KnowledgeError
from bot.domain.figures import before, period
from bot.domain.gaps import Gap, Place
from bot.domain.pictures import Picture
from bot.domain.ports import Action
from bot.domain.team import Right
from bot.locales import say
from bot.telegram.abilities import Views
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Rows, shortened
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.team import counts, unanswered
from bot.telegram.team.refusals import line

PERIODS = (7, 30, 90)  # days
DEFAULT = 30
MOST_SIMILAR = 30


class Insight:
    """Handlers of /statistik and /celah. Each docstring says what the team member experiences."""

    def __init__(
        self,
        front: FrontEnd,
        views: Views,
        answer: Callable[[Errand, Gap], Awaitable[None]] | None = None,
        plan: Callable[[Errand], Awaitable[bool]] | None = None,
    ) -> None:
        self._front, self._views, self._answer, self._plan = front, views, answer, plan

    @property
    def stats_steps(self) -> Mapping[str, Handler]:
        """What the buttons under /statistik do."""
        return {"stats": self.stats}

    @property
    def gap_steps(self) -> Mapping[str, Handler]:
        """What the buttons under /celah do, and the sentence that is asked for."""
        return {
            "gaps": self.gaps,
            "gapchart": self.chart,
            "gap": self.gap,
            "gapsimilar": self.similar,
            "gapplaces": self.places,
            "gapalias": self.alias,
            "gapwrite": self.write,
            "gapwhere": self.where,
            "gapout": self.rule_out,
        }

    async def stats(self, errand: Errand) -> None:
        """They read the figures of a month, or of the days they name or tap, and get them as a picture."""
        zone, language = self._front.zone, errand.language
        days = period(_days(errand), self._front.clock(), zone)
        found, earlier = [await self._views.figures.figures(*each, zone) for each in (days, before(*days))]
        blocks = [Block(bold(counts.title(*days, language)))]
        blocks += [Block(escape(line)) for line in counts.lines(found, earlier, language)]
        await self._front.respond(errand, Reply(pack(blocks), _periods(language, "stats")))
        await self._show(errand, counts.picture(found, language))

    async def gaps(self, errand: Errand) -> None:
        """They read what people asked in vain, the most frequent first, each with a button; and what was dealt with."""
        language, days = errand.language, _days(errand)
        dealt = await self._views.insight.check()
        found = await self._views.insight.gaps(days)
        title, *lines = unanswered.lines(found, dealt, days, language)
        blocks = [Block(bold(title)), *(Block(escape(line), "\n\n") for line in lines)]
        numbered = [step(str(n), language, "gap", gap.id) for n, gap in enumerate(found[: unanswered.MOST], start=1)]
        rows = [tuple(numbered[:4]), tuple(numbered[4:])]
        rows += [(step(say(language, "gaps-chart"), language, "gapchart", days),)] * bool(found)
        await self._front.respond(
            errand, Reply(pack(blocks), (*(row for row in rows if row), *_periods(language, "gaps")))
        )

    async def chart(self, errand: Errand) -> None:
        """They get the most frequent gaps as a picture."""
        days = _days(errand)
        await self._show(errand, unanswered.picture(await self._views.insight.gaps(days), days, errand.language))

    async def gap(self, errand: Errand) -> None:
        """They read one gap and choose what to do about it."""
        if gap := await self._found(errand):
            await self._front.respond(
                errand, Reply(pack([Block(escape(unanswered.told(gap, errand.language)))]), _ways(gap, errand))
            )

    async def similar(self, errand: Errand) -> None:
        """They read all the ways in which it was asked."""
        if gap := await self._found(errand):
            blocks = [Block(f"• {escape(shortened(text, unanswered.LONGEST))}") for text in gap.texts[:MOST_SIMILAR]]
            await self._front.respond(errand, Reply(pack(blocks)[:1], _ways(gap, errand)))

    async def places(self, errand: Errand) -> None:
        """They choose among the facts and sections that are nearest."""
        if gap := await self._found(errand):
            places = await self._views.insight.places(gap)
            rows = tuple(
                (step(one.text or one.title, errand.language, "gapalias", f"{gap.id},{one.id}"),) for one in places
            )
            key = "gaps-choose-place" if places else "gaps-no-place"
            await self._front.respond(errand, replies.notice(errand.language, key, *rows, *_back(errand)))

    async def alias(self, errand: Errand) -> None:
        """The gap's phrasings lead to what they chose, once the plan that is made of it at once is published."""
        gap = await self._found(errand)
        wanted = errand.about.partition(",")[2]
        places = await self._views.insight.places(gap) if gap else ()
        place = next((one for one in places if one.id == wanted), None)
        if gap is None or place is None:
            return
        action = self._entry(errand, "gap-alias", {"place": place.key})
        try:
            count = await self._views.insight.alias(gap, place, action)
        except KnowledgeError as error:
            await self._refuse(errand, error)
            return
        await self._told(errand, "gaps-aliased" if count else "gaps-nothing-added", count, place)

    async def write(self, errand: Errand) -> None:
        """They write a statement, or read how that is done, and the gap is asked again from now on."""
        if gap := await self._found(errand):
            await self._views.insight.await_statement(gap, self._entry(errand, "gap-statement"))
            if self._answer and errand.member.may(Right.PUBLISH):
                await self._answer(errand, gap)
                return
            await self._front.respond(errand, replies.notice(errand.language, "gaps-written", *_back(errand)))

    async def where(self, errand: Errand) -> None:
        """They are asked where people should ask instead."""
        if gap := await self._found(errand):
            question = replies.notice(errand.language, "gaps-where", *_back(errand))
            await self._front.ask(errand, "gapout", question, gap.id)

    async def rule_out(self, errand: Errand) -> None:
        """What they wrote is told to whoever asks such a thing, once the plan that is made of it is published."""
        gap = await self._found(errand)
        if gap is None or not errand.reason:
            return
        try:
            count = await self._views.insight.rule_out(gap, errand.reason, self._entry(errand, "gap-topic"))
        except KnowledgeError as error:
            await self._refuse(errand, error)
            return
        await self._told(errand, "gaps-ruled-out" if count else "gaps-nothing-added", count)

    async def _found(self, errand: Errand) -> Gap | None:
        gap = await self._views.insight.find(errand.about.partition(",")[0])
        if gap is None:
            await self._front.respond(errand, replies.notice(errand.language, "gaps-gone", *_back(errand)))
        return gap

    async def _told(self, errand: Errand, key: str, count: int, place: Place | None = None) -> None:
        language = errand.language
        plan = self._plan if errand.member.may(Right.PUBLISH) else None
        # Another may be at it just now, or all have been added before: then the button makes the plan.
        again = ((step(say(language, "button-replan"), language, "replan"),),) if plan else ()
        values: dict[str, Any] = {
            "count": count,
            "place": shortened(place.text or place.title, unanswered.LONGEST) if place else "",
            "then": say(language, "gaps-planned" if plan else "gaps-waits"),
        }
        await self._front.respond(errand, replies.notice(language, key, *again, *_back(errand), **values))
        if plan and count:
            await plan(errand)

    async def _refuse(self, errand: Errand, error: KnowledgeError) -> None:
        told = replies.notice(errand.language, "gaps-failed", *_back(errand), reason=line(error, errand.language))
        await self._front.respond(errand, told)

    async def _show(self, errand: Errand, picture: Picture) -> None:
        await self._front.delivery.picture(errand.chat, await self._views.painter.paint(picture), picture.title)

    def _entry(self, errand: Errand, what: str, after: Mapping[str, Any] | None = None) -> Action:
        """What people asked never goes into the audit log: it is never deleted there."""
        return self._front.roster.entry(errand.member, what, after=after)


def _days(errand: Errand) -> int:
    """Return the days that a button or a command names, a month if neither does."""
    found = re.fullmatch(r"(\d{1,2})d?", errand.about or errand.words)
    return max(1, min(int(found[1]), PERIODS[-1])) if found else DEFAULT


def _periods(language: str, verb: str) -> Rows:
    return (tuple(step(say(language, "stats-days", days=days), language, verb, days) for days in PERIODS),)


def _ways(gap: Gap, errand: Errand) -> Rows:
    ways = {"alias": "gapplaces", "statement": "gapwrite", "topic": "gapwhere", "similar": "gapsimilar"}
    rows = (
        (step(say(errand.language, f"gaps-button-{key}"), errand.language, verb, gap.id),) for key, verb in ways.items()
    )
    return (*rows, *_back(errand))


def _back(errand: Errand) -> Rows:
    return ((step(say(errand.language, "gaps-button-back"), errand.language, "gaps"),),)
