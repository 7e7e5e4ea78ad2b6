"""A candidate is built for whoever asks from a chat: one at a time, in a message that shows how far it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import Message
from telegram.error import TelegramError

from bot.domain.addresses import Purpose
from bot.domain.errors import AlreadyRunning, FolderChanged, ProgramError, ProposalGone
from bot.domain.pace import LAST, STAGES, Along, Pace
from bot.domain.ports import Workshop
from bot.domain.releases import Outline
from bot.domain.team import Member, Right
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand
from bot.telegram.frontend import FrontEnd
from bot.telegram.team import planning
from bot.telegram.team.interrupted import Interrupted
from bot.telegram.team.refusals import why

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two edits of the message that shows progress


def _said(along: Along, language: str) -> str:
    """Return how far a run is, in a line."""
    where: dict[str, str | int] = {
        "stage": STAGES[along.step],
        "last": LAST,
        "step": say(language, f"ingest-{along.step}"),
    }
    if along.is_skipped:
        return say(language, "ingest-step-skipped", **where)
    if along.left is None:
        return say(language, "ingest-step", **where)
    left = say(language, f"ingest-left-{along.left.unit}", count=along.left.number)
    return say(language, "ingest-step-left", **where, left=left)


@dataclass(slots=True)
class _Progress:
    """How far a run is."""

    text: str
    is_over: bool = False


class Preparing:
    """Lets candidates be built and shows their plans."""

    def __init__(self, front: FrontEnd, workshop: Workshop, pause: float = PAUSE) -> None:
        self._front, self._workshop, self._pause = front, workshop, pause
        self._at_it: str | None = None  # label of who has started the run that is under way
        self._tasks: set[asyncio.Task[None]] = set()  # held, or they may vanish half done

    async def is_free(self, errand: Errand) -> bool:
        """Return whether nobody is at it; they are told who is."""
        if self._at_it is not None:
            busy = replies.notice(errand.language, "ingest-busy", label=self._at_it)
            await self._front.delivery.send(errand.chat, busy)  # what they have tapped stays, to be tapped again
        return self._at_it is None

    async def begin(self, errand: Errand, proposal: str | None) -> bool:
        """Begin to build a candidate, with a proposal's files if there is one; return whether nobody else is at it."""
        if not await self.is_free(errand):
            return False
        self._at_it = errand.member.label
        # Not in the turn of this message: it takes minutes, and their other messages are to be answered meanwhile.
        self._start(self._run(errand, proposal))
        return True

    async def _run(self, errand: Errand, proposal: str | None) -> None:
        """Let a candidate be built and show its plan; whatever goes wrong is told."""
        try:
            await self._prepare(errand, proposal)
        except AlreadyRunning:
            await self._tell(errand, replies.notice(errand.language, "ingest-elsewhere"))
        except FolderChanged as error:
            await self._tell(errand, replies.notice(errand.language, "proposal-changed", file=error.file))
        except ProposalGone:
            await self._tell(errand, replies.notice(errand.language, "proposal-over"))
        except ProgramError as error:
            failed = escape(say(errand.language, "ingest-failed"))
            await self._tell(errand, Reply((f"{failed}\n\n{why(error, errand.language)}",)))
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
        self._start(self._show(message, progress))
        try:
            if outline := await self._built(errand, proposal, message, progress):
                await self._front.delivery.send(errand.chat, Reply(planning.plan(outline, language)))
                await self._front.delivery.send(errand.chat, planning.decision(outline, language))
        except Exception:  # where the bot ends (CancelledError), the next one tells what has become of it
            await self._forget(errand)
            raise
        await self._forget(errand)

    async def _built(
        self, errand: Errand, proposal: str | None, message: Message, progress: _Progress
    ) -> Outline | None:
        """Return what there is to know about the candidate, None if they may not know it any more."""
        language = errand.language

        pace = Pace(asyncio.get_running_loop().time)

        def tell(name: str, done: int, total: int) -> None:
            progress.text = _said(pace(name, done, total), language)

        try:
            await self._remember(errand, message)
            outline = await self._workshop.prepare(tell, proposal)
            may_read = await self._may_still(errand.member)
            progress.text = say(language, "ingest-done" if may_read else "ingest-stopped")
        except BaseException:
            progress.text = say(language, "ingest-stopped")
            raise
        finally:
            progress.is_over = True
        return outline if may_read else None

    async def _remember(self, errand: Errand, message: Message) -> None:
        """Keep where the progress is shown: a process that is killed can't say so there, but the next one can."""
        if book := self._front.book:
            cut = Interrupted(self._front, book, self._workshop, errand.chat.get_bot())
            await cut.tell_before(errand.member.person)
            await book.put_run(errand.member.person, errand.chat.id, errand.language, message.message_id)

    async def _forget(self, errand: Errand) -> None:
        if book := self._front.book:
            await book.drop(errand.member.person, Purpose.RUN)

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

    async def _tell(self, errand: Errand, reply: Reply) -> None:
        with suppress(TelegramError):
            await self._front.delivery.send(errand.chat, reply)
