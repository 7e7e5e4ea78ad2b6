"""The team's commands in one ordered list, and the one place where the right to each is checked."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update

from bot.domain.team import Member, Right
from bot.telegram import addressing
from bot.telegram.command_names import every_name, language_of
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import decode
from bot.telegram.duties import Duty, Errand, Group, Handler
from bot.telegram.frontend import Context, FrontEnd
from bot.telegram.guide import RUN
from bot.telegram.sharing.links import Links
from bot.telegram.sharing.practice import Practice
from bot.telegram.sharing.volunteers import Space
from bot.telegram.team.audit import Audit
from bot.telegram.team.closing import Closing
from bot.telegram.team.invitations import Invitations
from bot.telegram.team.members import Team
from bot.telegram.team.news import News
from bot.telegram.team.publishing import Releases
from bot.telegram.team.statements import Drafting
from bot.telegram.team.tour import Tour
from bot.telegram.team.uploading import Documents
from bot.telegram.team.views import Insight
from bot.telegram.team.waiting import Answer, Waiting
from bot.telegram.team.why import Tracing
from bot.telegram.team.withdrawing import Withdrawing

Unknown = Callable[[Update, Context], Coroutine[Any, Any, None]]


def duties(front: FrontEnd, random_bytes: Callable[[int], bytes]) -> tuple[Duty, ...]:
    """Return what the team can ask for, in the order of Telegram's menu.

    Handlers, menus and what everybody else reads ("unknown command") all come from this list.
    """
    invitations, team = Invitations(front, random_bytes), Team(front)
    closing, audit = Closing(front), Audit(front)
    workshop, desks = front.abilities.workshop, front.abilities.desks
    releases = Releases(front, workshop) if workshop else None
    drafting = Drafting(front, desks.writing, releases) if desks and releases else None
    return (
        Duty(
            "invite",
            Right.INVITE if front.settings.admins_invite else Right.TEAM,
            invitations.invite,
            invitations.steps,
        ),
        Duty("team", Right.REVIEW, team.who, {"who": team.who}),
        Duty("dismiss", Right.TEAM, team.dismiss, team.steps),
        Duty("close", Right.PUBLISH, closing.close, closing.steps, group=Group.RELEASES),
        Duty("open", Right.PUBLISH, closing.reopen, {"open": closing.reopen_one}, group=Group.RELEASES),
        *_withdrawing(front),
        *_drafting(front, releases, drafting),
        *_releasing(releases),
        *_seeing(front, releases, drafting),
        *_writing(front),
        *_spreading(front),
        *_volunteering(front, random_bytes),
        Duty("trace", Right.REVIEW, Tracing(front).show, group=Group.ASKED),
        Duty("audit", Right.PUBLISH, audit.show, {"audit": audit.show}),
        Duty("label", Right.SHARE, team.label, {"label": team.label}),
    )


def _withdrawing(front: FrontEnd) -> tuple[Duty, ...]:
    """What takes statements back and puts them back, where that is kept."""
    if front.abilities.withdrawals is None:
        return ()
    withdrawing = Withdrawing(front, front.abilities.withdrawals)
    return (Duty("withdraw", Right.PUBLISH, withdrawing.begin, withdrawing.steps, group=Group.DOCUMENTS),)


def _releasing(releases: Releases | None) -> tuple[Duty, ...]:
    """What makes releases and goes back to them, where there is a workshop."""
    if releases is None:
        return ()
    return (
        Duty("ingest", Right.PUBLISH, releases.ingest, releases.plan_steps, group=Group.RELEASES),
        Duty("releases", Right.PUBLISH, releases.show, releases.steps, group=Group.RELEASES),
    )


def _drafting(front: FrontEnd, releases: Releases | None, drafting: Drafting | None) -> tuple[Duty, ...]:
    """What is written into the documents from chat, where there are desks for it."""
    desks = front.abilities.desks
    if desks is None or releases is None or drafting is None:
        return ()
    files = Documents(front, desks.uploads, releases, desks.fetch)
    tour = Tour(front, files)
    return (
        Duty("add", Right.PUBLISH, drafting.add, drafting.add_steps, group=Group.DOCUMENTS),
        Duty("edit", Right.PUBLISH, drafting.edit, drafting.edit_steps, group=Group.DOCUMENTS),
        Duty("document", Right.PUBLISH, files.explain, files.steps, files.receive, Group.DOCUMENTS),
        Duty("tour", Right.PUBLISH, tour.begin, tour.steps, group=Group.DOCUMENTS),
    )


def _seeing(front: FrontEnd, releases: Releases | None, drafting: Drafting | None) -> tuple[Duty, ...]:
    """What shows figures and gaps, where there are any to show."""
    if front.abilities.views is None:
        return ()
    answer, plan = drafting.answer if drafting else None, releases.plan if releases else None
    insight = Insight(front, front.abilities.views, answer, plan)
    return (
        Duty("stats", Right.REVIEW, insight.stats, insight.stats_steps, group=Group.ASKED),
        Duty("gaps", Right.REVIEW, insight.gaps, insight.gap_steps, group=Group.ASKED),
    )


def _spreading(front: FrontEnd) -> tuple[Duty, ...]:
    """What the team spreads, where anything can be shared."""
    sharing, painter = front.abilities.sharing, front.abilities.painter
    if sharing is None or painter is None:
        return ()
    links = Links(front, sharing, painter)
    return (Duty("link", Right.SHARE, links.choose, links.steps, group=Group.SHARING),)


def _volunteering(front: FrontEnd, random_bytes: Callable[[int], bytes]) -> tuple[Duty, ...]:
    """What volunteers see of what they share, and what they practise."""
    sharing, volunteers = front.abilities.sharing, front.abilities.volunteers
    if sharing is None or volunteers is None:
        return ()
    space, quiz = Space(front, sharing, volunteers), Practice(front, volunteers, random_bytes)
    return (Duty("volunteer", Right.SHARE, space.home, {**space.steps, **quiz.steps}, group=Group.SHARING),)


def _writing(front: FrontEnd) -> tuple[Duty, ...]:
    """What the team is written to about, where anybody is."""
    if front.book is None or front.abilities.schedules is None:
        return ()
    news = News(front, front.book, front.abilities.schedules)
    return (Duty("news", Right.SHARE, news.show, news.steps, group=Group.SHARING),)


@dataclass(frozen=True, slots=True)
class _Step:
    """What a verb leads to, and who may take it there."""

    right: Right
    handler: Handler


class Admins:
    """Handlers for the whole list. Whoever lacks the right at that very moment meets an unknown command."""

    def __init__(
        self, front: FrontEnd, listed: Sequence[Duty], unknown: Unknown, unreadable: Unknown, answer: Answer
    ) -> None:
        self._front, self._unknown, self._unreadable = front, unknown, unreadable
        self._waiting = Waiting(front, answer, self._take)
        self._receiving = next((duty for duty in listed if duty.receive), None)
        self._duties = {name: duty for duty in listed for name in duty.names.values()}
        self._steps = {verb: _Step(duty.right, handler) for duty in listed for verb, handler in duty.steps.items()}
        self._runs = {duty.key: _Step(duty.right, duty.run) for duty in listed}
        self._steps |= {verb: _Step(Right.SHARE, handler) for verb, handler in self._waiting.steps.items()}

    @property
    def commands(self) -> tuple[str, ...]:
        """All names of all commands."""
        return tuple(self._duties)

    async def commanded(self, update: Update, context: Context) -> None:
        """A team member gets what the command promises; anybody else, and everybody in a group, an unknown command."""
        message = update.message
        assert message is not None
        name = addressing.command_name(message)
        duty = self._duties[name]
        member = await self._allowed(update, duty.right)
        if member is None:
            await self._unknown(update, context)
            return
        assert message.from_user is not None
        asker = await self._front.asker(message.from_user, message.chat)
        language = asker.language(language_of(name, (duty.key,)))
        words = addressing.behind_command(message)
        await duty.run(Errand(member, language, message, words))

    async def moved_on(self, update: Update, context: Context) -> None:
        """A text is no answer any more as soon as they give another command; what they were filling in is kept."""
        if update.message and addressing.command_name(update.message) not in every_name("cancel"):
            self._front.dialogs.pause(update.message.chat)

    async def came_back(self, update: Update, context: Context) -> None:
        """Behind the reply to a command they read that a form of theirs is still open."""
        message = update.message
        asked = self._front.dialogs.asked(message.chat) if message else None
        if message and asked and asked.is_paused and (member := await self._allowed(update, Right.SHARE)):
            await self._waiting.remind(Errand(member, asked.language, message))

    async def cancelled(self, update: Update, context: Context) -> None:
        """Whatever waits is ended; where nothing waits, they read so."""
        message, user = update.message, update.effective_user
        assert message is not None
        assert user is not None
        asker = await self._front.asker(user, message.chat)
        language = asker.language(language_of(addressing.command_name(message), ("cancel",)))
        member = await self._allowed(update, Right.SHARE)
        if member and self._front.dialogs.is_open(message.chat):
            await self._waiting.end(Errand(member, language, message))
        else:
            await self._front.delivery.send(message.chat, replies.notice(language, "cancel-nothing"))

    async def sent(self, update: Update, context: Context) -> None:
        """A file of somebody who may change the documents is received; anybody else's can't be read."""
        message, duty = update.message, self._receiving
        assert message is not None
        member = await self._allowed(update, duty.right) if duty else None
        if duty is None or duty.receive is None or member is None or message.from_user is None:
            await self._unreadable(update, context)
            return
        asker = await self._front.asker(message.from_user, message.chat)
        await duty.receive(Errand(member, asker.language(), message))

    async def pressed(self, update: Update, context: Context) -> None:
        """A button of the team does what it says; to whom has lost the right it is one of the past."""
        query = update.callback_query
        tap = decode(query.data or "") if query else None
        if query is None or tap is None or query.message is None:
            return
        verb, about = tap.values
        found = self._runs.get(about) if verb == RUN else self._steps.get(verb)
        member = await self._allowed(update, found.right) if found else None
        asker = await self._front.asker(query.from_user, query.message.chat)
        language = asker.language(tap.language)
        if found is None or member is None:
            await self._front.delivery.replace(query.message, replies.notice(language, "button-old"))
            return
        if verb not in self._waiting.steps:
            self._front.dialogs.pause(query.message.chat)
        is_run = verb == RUN  # what a command answers stands below, not in place of what offered it
        about = "" if is_run else about
        await found.handler(Errand(member, language, query.message, about=about, is_tap=not is_run))

    async def answered(self, update: Update, context: Context) -> None:
        """What they write when they were asked goes on from there; who may not any more meets an unknown command."""
        message, user = update.message, update.effective_user
        assert message is not None
        assert user is not None
        asked = self._front.dialogs.asked(message.chat)
        found = self._steps.get(asked.verb) if asked else None
        member = await self._allowed(update, found.right if found else Right.SHARE)
        if member is None:
            self._front.dialogs.leave(message.chat)
            await self._unknown(update, context)
            return
        asker = await self._front.asker(user, message.chat)
        await self._waiting.hear(member, message, asker.language())

    async def _take(self, message: Message) -> None:
        """Hand a text to the step that waits for it."""
        asked = self._front.dialogs.take(message.chat)
        found = self._steps.get(asked.verb) if asked else None
        member = await self._front.roster.member(self._front.person(message.from_user)) if message.from_user else None
        if asked and found and member and member.may(found.right):
            await found.handler(Errand(member, asked.language, message, message.text or "", asked.about))

    async def _allowed(self, update: Update, right: Right) -> Member | None:
        """Return who this is, if they may do it now and nobody reads along."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None or not addressing.is_private(chat):
            return None
        member = await self._front.roster.member(self._front.person(user))
        return member if member and member.may(right) else None
