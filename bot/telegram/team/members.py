"""The team about itself: who belongs to it, who leaves it, and under which label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.team import LONGEST_LABEL, Member, Rank, label_of
from bot.locales import say, show_day
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Act
from bot.telegram.delivery.menu import Page, moves
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, page_of, step
from bot.telegram.frontend import FrontEnd

ON_A_PAGE = 20  # people listed
BUTTONS = 8  # people to choose from


class Team:
    """Handlers of /siapa, /keluarkan and /label. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd) -> None:
        self._front, self._roster = front, front.roster

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons under /keluarkan do."""
        return {"leavers": self.choose, "leaver": self.confirm, "leave": self.end, "stay": self.keep}

    async def who(self, errand: Errand) -> None:
        """They see who belongs to the team, by rank, and since when."""
        language, members = errand.language, await self._roster.members()
        page = Page.of(members, ON_A_PAGE, page_of(errand.about), Act.TEAM, ("who",))
        shown = members[page.number * ON_A_PAGE :][:ON_A_PAGE]
        blocks = [Block(bold(say(language, "team-title", count=len(members))))]
        for rank in Rank:
            if lines := [self._line(one, language) for one in shown if one.rank is rank]:
                blocks.append(Block(bold(say(language, f"rank-{rank}")), "\n\n", leads=True))
                blocks += [Block(escape(line)) for line in lines]
        await self._front.respond(errand, Reply(pack(blocks), moves(page, language)))

    async def dismiss(self, errand: Errand) -> None:
        """They choose whose membership ends, among all or those whose label holds what they wrote."""
        found = [one for one in await self._dismissible() if errand.words.casefold() in one.label.casefold()]
        if errand.words and len(found) == 1:
            await self._ask(errand, found[0])
        else:
            await self._offer(errand, found or await self._dismissible())

    async def choose(self, errand: Errand) -> None:
        """They turn the page of those to choose from."""
        await self._offer(errand, await self._dismissible())

    async def confirm(self, errand: Errand) -> None:
        """They are asked whether they are sure."""
        member = await self._of(errand.about)
        if member:
            await self._ask(errand, member)
        else:
            await self._front.respond(errand, replies.notice(errand.language, "dismiss-gone"))

    async def end(self, errand: Errand) -> None:
        """The membership is over, at once and everywhere."""
        member = await self._of(errand.about)
        if member is None or not await self._dismissed(errand, member):
            await self._front.respond(errand, replies.notice(errand.language, "dismiss-gone"))
            return
        rank = say(errand.language, f"rank-{member.rank}")
        await self._front.respond(
            errand, replies.notice(errand.language, "dismiss-done", label=member.label, rank=rank)
        )

    async def keep(self, errand: Errand) -> None:
        """Nothing has changed."""
        await self._front.respond(errand, replies.notice(errand.language, "dismiss-cancelled"))

    async def label(self, errand: Errand) -> None:
        """They take another label: the one they wrote, or bare, they are asked for it."""
        language, member = errand.language, errand.member
        if not errand.words:
            question = replies.notice(language, "label-ask", label=member.label, most=LONGEST_LABEL)
            await self._front.ask(errand, "label", question)
        elif label := label_of(errand.words):
            before, after = {"label": member.label}, {"label": label}
            entry = self._roster.entry(replace(member, label=label), "label", before=before, after=after)
            await self._roster.records.save(replace(member, label=label, since=member.since or entry.at), entry)
            await self._front.respond(errand, replies.notice(language, "label-done", label=label))
        else:
            await self._front.respond(errand, replies.notice(language, "label-bad", most=LONGEST_LABEL))

    async def _dismissible(self) -> list[Member]:
        return [one for one in await self._roster.members() if one.rank is not Rank.OWNER]

    async def _of(self, person: str) -> Member | None:
        return next((one for one in await self._dismissible() if one.person == person), None)

    async def _dismissed(self, errand: Errand, member: Member) -> bool:
        before = {"member": self._roster.alias(member.person), "label": member.label, "rank": member.rank}
        entry = self._roster.entry(errand.member, "dismiss", before=before)
        return await self._roster.records.dismiss(member.person, entry)

    async def _offer(self, errand: Errand, members: list[Member]) -> None:
        language = errand.language
        if not members:
            await self._front.respond(errand, replies.notice(language, "dismiss-nobody"))
            return
        page = Page.of(members, BUTTONS, page_of(errand.about), Act.TEAM, ("leavers",))
        shown = members[page.number * BUTTONS :][:BUTTONS]
        rows = [(step(self._line(one, language, with_rank=True), language, "leaver", one.person),) for one in shown]
        choice = replies.notice(language, "dismiss-choose", *rows, *moves(page, language))
        await self._front.respond(errand, choice)

    async def _ask(self, errand: Errand, member: Member) -> None:
        language = errand.language
        yes = step(say(language, "button-dismiss"), language, "leave", member.person)
        no = step(say(language, "button-no-delete"), language, "stay")
        rank = say(language, f"rank-{member.rank}")
        await self._front.ask(
            errand, "", replies.notice(language, "dismiss-sure", (yes, no), label=member.label, rank=rank)
        )

    def _line(self, member: Member, language: str, *, with_rank: bool = False) -> str:
        zone = self._front.zone
        rank = f" · {say(language, f'rank-{member.rank}')}" if with_rank else ""
        since = f" · {show_day(member.since, zone, language)}" if member.since else ""
        return f"{'' if with_rank else '• '}{member.label}{rank}{since}"
