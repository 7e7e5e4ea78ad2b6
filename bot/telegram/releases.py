"""Releases from chat: see what an ingest would change, publish that very candidate, go back to an earlier release."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import Message
from telegram.error import TelegramError

from bot.domain.errors import AlreadyRunning, FolderChanged, ProgramError, ReleaseError
from bot.domain.ports import Workshop
from bot.domain.releases import Author, Candidate, Outline, Place, Standing
from bot.domain.team import Member, Right
from bot.locales import say
from bot.telegram import planning, replies
from bot.telegram.buttons import Button
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.moves import end_of
from bot.telegram.packing import escape
from bot.telegram.replies import Reply

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two edits of the message that shows progress
BUTTONS = 8  # releases to go back to


@dataclass(slots=True)
class _Progress:
    """How far a run is."""

    text: str
    is_over: bool = False


class Releases:
    """Handlers of /ingest and /rilis. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, workshop: Workshop, pause: float = PAUSE) -> None:
        self._front, self._workshop, self._pause = front, workshop, pause
        self._at_it: str | None = None  # label of who has started the run that is under way
        self._tasks: set[asyncio.Task[None]] = set()  # held, or they may vanish half done

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
        await self.plan(errand, errand.about or None)

    async def is_free(self, errand: Errand) -> bool:
        """Return whether nobody is at it; they are told who is."""
        if self._at_it is not None:
            busy = replies.notice(errand.language, "ingest-busy", label=self._at_it)
            await self._front.delivery.send(errand.chat, busy)  # what they have tapped stays, to be tapped again
        return self._at_it is None

    async def plan(self, errand: Errand, proposal: str | None = None) -> bool:
        """Begin to build a candidate, with a proposal's files if there is one; return whether nobody else is at it."""
        if not await self.is_free(errand):
            return False
        self._at_it = errand.member.label
        # Not in the turn of this message: it takes minutes, and their other messages are to be answered meanwhile.
        self._start(self._run(errand, proposal))
        return True

    async def publish(self, errand: Errand) -> None:
        """The very candidate whose plan they have read is live."""
        await self._publish(errand, None)

    async def ask_why(self, errand: Errand) -> None:
        """They are asked for the reason to publish what does not pass the exam."""
        self._front.dialogs.ask(errand, "forcepublish", errand.about)
        no = step(say(errand.language, "button-no-delete"), errand.language, "nopublish")
        await self._front.delivery.send(errand.chat, replies.notice(errand.language, "publish-why", (no,)))

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
        decide = [_decide(one, language, named.get(one.manifest.id, "")) for one in waiting]
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
        await self._front.respond(errand, Reply((planning.shelf(standings, language, zone),), (*decide, *back)))

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

    async def _run(self, errand: Errand, proposal: str | None) -> None:
        """Let a candidate be built and show its plan; whatever goes wrong is told."""
        try:
            await self._prepare(errand, proposal)
        except AlreadyRunning:
            await self._tell(errand, replies.notice(errand.language, "ingest-elsewhere"))
        except FolderChanged as error:
            await self._tell(errand, replies.notice(errand.language, "proposal-changed", file=error.file))
        except ProgramError as error:
            failed = escape(say(errand.language, "ingest-failed"))
            await self._tell(errand, Reply((f"{failed}\n\n{escape(str(error))}",)))
        except TelegramError as error:
            log.warning("the plan of an ingest could not be shown: %s", error)
        except Exception:
            log.exception("an ingest from chat failed")
            await self._tell(errand, replies.notice(errand.language, "failed"))
        finally:
            self._at_it = None

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _prepare(self, errand: Errand, proposal: str | None) -> None:
        language = errand.language
        progress = _Progress(say(language, "ingest-started"))
        message = await errand.chat.send_message(escape(progress.text))

        def tell(name: str, done: int, total: int) -> None:
            key = "ingest-step-counted" if total else "ingest-step"
            progress.text = say(language, key, step=say(language, f"ingest-{name}"), done=done, total=total)

        self._start(self._show(message, progress))
        try:
            outline = await self._workshop.prepare(tell, proposal)
            may_read = await self._may_still(errand.member)
            progress.text = say(language, "ingest-done" if may_read else "ingest-stopped")
        except BaseException:
            progress.text = say(language, "ingest-stopped")
            raise
        finally:
            progress.is_over = True
        if not may_read:
            return
        await self._front.delivery.send(errand.chat, Reply(planning.plan(outline, language)))
        await self._front.delivery.send(errand.chat, verdict(outline, language))

    async def _may_still(self, member: Member) -> bool:
        """Return whether they have not been dismissed in the minutes that a plan takes."""
        now = await self._front.roster.member(member.person)
        return now is not None and now.may(Right.PUBLISH)

    async def _show(self, message: Message, progress: _Progress) -> None:
        """Edit the message whenever there is something new, at most once in a pause."""
        shown = progress.text
        while not progress.is_over or shown != progress.text:
            await asyncio.sleep(self._pause)
            if progress.text != shown:
                shown = progress.text
                with suppress(TelegramError):  # progress is worth no retry; the plan comes in a message of its own
                    await message.edit_text(escape(shown))

    async def _publish(self, errand: Errand, reason: str | None) -> None:
        known = self._workshop.kept(errand.about)
        try:
            moved = await self._workshop.publish(errand.about, self._author(errand.member), reason)
        except FolderChanged as error:
            await self._front.respond(errand, replies.notice(errand.language, "proposal-changed", file=error.file))
        except AlreadyRunning:
            await self._tell(errand, replies.notice(errand.language, "publish-again"))
        except ReleaseError:
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
        again = ((step(say(language, "button-replan"), language, "replan", proposal),),) if proposal else ()
        await self._front.respond(errand, Reply((escape(told),), again))

    async def _tell(self, errand: Errand, reply: Reply) -> None:
        with suppress(TelegramError):
            await self._front.delivery.send(errand.chat, reply)

    async def _of(self, release_id: str) -> Standing | None:
        return next((one for one in await self._workshop.standings() if one.manifest.id == release_id), None)

    def _author(self, member: Member) -> Author:
        return Author(self._front.roster.alias(member.person), member.label)


def verdict(outline: Outline, language: str) -> Reply:
    """Return whether a candidate may be published, with the buttons that do so or discard it."""
    text, candidate = escape(planning.verdict(outline, language)), outline.candidate
    if candidate is None:
        return Reply((text,))
    return Reply((text,), (_choices(candidate, language, is_passed=outline.is_passed),))


def _decide(standing: Standing, language: str, moment: str) -> tuple[Button, ...]:
    """What waits and can't serve can only be discarded."""
    choices = _choices(standing.manifest.id, language, is_passed=standing.is_passed, moment=moment)
    return choices[-1:] if standing.obstacle else choices


def _choices(candidate: str, language: str, *, is_passed: bool, moment: str = "") -> tuple[Button, ...]:
    """Return the buttons that publish a candidate or discard it; where several wait they say which."""
    verbs = ("publish" if is_passed else "whypublish", "discard")
    return tuple(
        step(f"{say(language, f'button-{verb}')} {moment}".rstrip(), language, verb, candidate) for verb in verbs
    )
