"""Releases from chat: see what an ingest would change, publish that very candidate, go back to an earlier release."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from telegram.error import TelegramError

from bot.domain.errors import AlreadyRunning, FolderChanged, KnowledgeErrors, ProgramError, ReleaseError
from bot.domain.ports import Workshop
from bot.domain.releases import Author, Candidate, Place, Standing
from bot.domain.team import Member
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.roster import end_of, published
from bot.telegram.team import planning
from bot.telegram.team.preparing import Preparing

log = logging.getLogger(__name__)

BUTTONS = 8  # releases to go back to
MOST_READ = 500  # entries of the audit log
MOST_REMAKES = 100  # changes whose plans were asked for lately

Remake = Callable[[], Awaitable[str]]  # returns the id of a proposal


class Releases:
    """Handlers of /ingest and /rilis. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, workshop: Workshop) -> None:
        self._front, self._workshop, self._preparing = front, workshop, Preparing(front, workshop)
        self._remakes: dict[str, Remake] = {}  # proposal → what makes it anew, in memory only

    @property
    def plan_steps(self) -> Mapping[str, Handler]:
        """What the buttons under a plan do, and the reason that is asked for."""
        return {
            "publish": self.publish,
            "whypublish": self.ask_why,
            "forcepublish": self.force,
            "nopublish": self.give_up,
            "discard": self.discard,
            "replan": self.replan,
        }

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons under the list of releases do."""
        return {"releases": self.show, "rollback": self.confirm, "rollbackyes": self.roll_back}

    async def ingest(self, errand: Errand) -> None:
        """They see how far a new release is, then what it would change; if another is at it, who that is."""
        await self.plan(errand)

    async def replan(self, errand: Errand) -> None:
        """The change whose candidate could not be published, or the folder as it is, is planned anew."""
        await (self._anew(errand, errand.about) if errand.about else self.plan(errand))

    async def is_free(self, errand: Errand) -> bool:
        """Return whether nobody is at it; they are told who is."""
        return await self._preparing.is_free(errand)

    async def plan(self, errand: Errand, proposal: str | None = None, remake: Remake | None = None) -> bool:
        """Begin to build a candidate, with a proposal's files if there is one; return whether nobody else is at it.

        `remake` makes the proposal anew from the documents as they are by then, if another publish overtakes it.
        """
        if proposal and remake:
            self._remakes[proposal] = remake
            if len(self._remakes) > MOST_REMAKES:
                self._remakes.pop(next(iter(self._remakes)))
        return await self._preparing.begin(errand, proposal)

    async def publish(self, errand: Errand) -> None:
        """The very candidate whose plan they have read is live."""
        await self._publish(errand, None)

    async def ask_why(self, errand: Errand) -> None:
        """They are asked for the reason to publish what does not pass the exam."""
        no = step(say(errand.language, "button-no-delete"), errand.language, "nopublish")
        beside = replace(errand, is_tap=False)  # what they have tapped stays, to be tapped again
        await self._front.ask(
            beside, "forcepublish", replies.notice(errand.language, "publish-why", (no,)), errand.about
        )

    async def give_up(self, errand: Errand) -> None:
        """What they write next is no reason; the candidate can still be published or discarded."""
        self._front.dialogs.drop(errand.chat)
        await self._front.respond(errand, replies.notice(errand.language, "form-stopped"))

    async def force(self, errand: Errand) -> None:
        """What they wrote is noted as the reason, and the candidate is live."""
        if errand.reason:  # a tap has none
            await self._publish(errand, errand.reason)

    async def discard(self, errand: Errand) -> None:
        """The candidate is gone, and nothing has changed; if it was gone already, they read by whose doing."""
        try:
            await self._workshop.discard(errand.about, self._author(errand.member))
        except AlreadyRunning:
            await self._tell(errand, replies.notice(errand.language, "publish-again"))
        except ReleaseError:
            await self._gone(errand, None)
        else:
            self._front.dialogs.leave(errand.chat)
            await self._front.respond(errand, replies.notice(errand.language, "discard-done"))

    async def show(self, errand: Errand) -> None:
        """They see which releases there are, with buttons to decide on what waits and to go back to an earlier one."""
        standings = await self._workshop.standings()
        language, zone = errand.language, self._front.zone
        waiting = [one for one in standings if one.place is Place.WAITING][:BUTTONS]
        usable = [one for one in standings if one.place is Place.EARLIER and one.obstacle is None][:BUTTONS]
        moments = {one.manifest.id: planning.moment(one, language, zone) for one in (*waiting, *usable)}
        named = moments if len(waiting) > 1 else {}
        decide = [planning.decide(one, language, named.get(one.manifest.id, "")) for one in waiting]
        back = [
            (
                step(
                    say(language, "button-back-to", moment=moments[one.manifest.id]),
                    language,
                    "rollback",
                    one.manifest.id,
                ),
            )
            for one in usable
        ]
        moves = await published(self._front.roster.records, MOST_READ)
        await self._front.respond(errand, Reply((planning.shelf(standings, moves, language, zone),), (*decide, *back)))

    async def confirm(self, errand: Errand) -> None:
        """They are asked whether they are sure."""
        language, found = errand.language, await self._of(errand.about)
        if found is None:
            await self._front.respond(errand, replies.notice(language, "rollback-failed"))
            return
        yes = step(say(language, "button-rollback"), language, "rollbackyes", errand.about)
        no = step(say(language, "button-no-delete"), language, "releases")
        moment = planning.moment(found, language, self._front.zone)
        await self._front.respond(errand, replies.notice(language, "rollback-sure", (yes, no), moment=moment))

    async def roll_back(self, errand: Errand) -> None:
        """Voters are answered from the earlier release, at once and everywhere."""
        language = errand.language
        try:
            moved = await self._workshop.roll_back(errand.about, self._author(errand.member))
        except AlreadyRunning:
            await self._tell(errand, replies.notice(language, "publish-again"))
        except ProgramError as error:
            log.warning("no roll back: %s", error)
            await self._front.respond(errand, replies.notice(language, "rollback-failed"))
        else:
            await self._front.respond(errand, replies.notice(language, "rollback-done", release=moved.after))

    async def _publish(self, errand: Errand, reason: str | None) -> None:
        known = self._workshop.kept(errand.about)
        try:
            moved = await self._workshop.publish(errand.about, self._author(errand.member), reason)
        except AlreadyRunning:
            await self._tell(errand, replies.notice(errand.language, "publish-again"))
        except (FolderChanged, ReleaseError):
            await self._gone(errand, known)
        else:
            self._front.dialogs.leave(errand.chat)  # what was filled in for it is done with
            await self._front.respond(errand, replies.notice(errand.language, "publish-done", release=moved.after))

    async def _gone(self, errand: Errand, known: Candidate | None) -> None:
        """They read by whose doing; a change of the documents is not lost with its candidate."""
        language, now = errand.language, self._front.clock()
        end = await end_of(self._front.roster.records, errand.about, known, now)
        proposal = known.over if known else None
        told = planning.gone(end, errand.about, language, self._front.zone, is_kept=proposal is not None)
        await self._front.respond(errand, Reply((escape(told),)))
        if proposal and not await self._anew(errand, proposal):
            again = step(say(language, "button-replan"), language, "replan", proposal)
            await self._tell(errand, replies.notice(language, "candidate-later", (again,)))

    async def _anew(self, errand: Errand, proposal: str) -> bool:
        """What is proposed is planned on top of the documents as they are now, or is over; return if it is settled."""
        if not await self.is_free(errand):
            return False
        remake = self._remakes.get(proposal)
        try:
            return await self.plan(errand, await remake() if remake else proposal, remake)
        except (FolderChanged, KnowledgeErrors):
            await self._tell(errand, replies.notice(errand.language, "proposal-over"))
        return True

    async def _tell(self, errand: Errand, reply: Reply) -> None:
        with suppress(TelegramError):
            await self._front.delivery.send(errand.chat, reply)

    async def _of(self, release_id: str) -> Standing | None:
        return next((one for one in await self._workshop.standings() if one.manifest.id == release_id), None)

    def _author(self, member: Member) -> Author:
        return Author(self._front.roster.alias(member.person), member.label)
