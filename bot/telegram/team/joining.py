"""Joining the team by an invitation: what the link gives, a label of one's own choice, and a yes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from telegram import Bot, Chat, MaybeInaccessibleMessage, Message, Update, User

from bot.domain.addresses import Purpose
from bot.domain.ports import Action
from bot.domain.team import LONGEST_LABEL, Invitation, Member, Rank, invitation_digest, label_of
from bot.locales import say
from bot.telegram import addressing
from bot.telegram.command_names import every_name
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Act, Button, Rows, Tap, button, decode
from bot.telegram.delivery.replies import Reply
from bot.telegram.delivery.sending import Recent, place
from bot.telegram.duties import step
from bot.telegram.frontend import Context, FrontEnd
from bot.telegram.guide import Guide
from bot.telegram.heard import asks, ends
from bot.telegram.team.invitations import PREFIX


@dataclass(frozen=True, slots=True)
class _Opened:
    """An invitation that somebody is reading: until they have said yes nothing about them is kept."""

    digest: str
    rank: Rank
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Visit:
    """Who takes a step, where, and in which language."""

    person: str
    user: User
    message: MaybeInaccessibleMessage
    language: str
    is_tap: bool

    @property
    def chat(self) -> Chat:
        return self.message.chat


class Joining:
    """Handlers for whoever opens an invitation. Each docstring says what the person experiences."""

    def __init__(
        self,
        front: FrontEnd,
        timer: Callable[[], float],
        answer: Callable[[Message, User], Awaitable[None]],
        guide: Guide,
    ) -> None:
        """`answer` answers a message as any question."""
        self._front, self._roster, self._answer, self._guide = front, front.roster, answer, guide
        self._opened: Recent[_Opened] = Recent(timer)
        self._steps = {"first": self._first, "rank": self._rank, "again": self._again, "yes": self._yes, "no": self._no}

    def is_opening(self, message: Message) -> bool:
        """Return whether a message is /start with an invitation, where nobody else reads it."""
        is_start = addressing.is_private(message.chat) and addressing.command_name(message) == "start"
        return is_start and addressing.behind_command(message).startswith(PREFIX)

    def is_labelling(self, message: Message) -> bool:
        """Return whether a text is the label that somebody was asked for."""
        is_words = addressing.is_private(message.chat) and addressing.is_words(message)
        return is_words and self._opened.get(place(message.chat)) is not None

    def is_cancelling(self, message: Message) -> bool:
        """Return whether a message is the command that ends a form, while an invitation is being read."""
        is_ending = addressing.is_private(message.chat) and addressing.command_name(message) in every_name("cancel")
        return is_ending and self._opened.get(place(message.chat)) is not None

    async def opened(self, update: Update, context: Context) -> None:
        """They read what the link gives, by whose campaign, and what is kept, and are asked for a label."""
        visit = await self._visit(update)
        code = addressing.behind_command(update.message).removeprefix(PREFIX) if update.message else ""
        digest = invitation_digest(self._front.settings.secret, code)
        invitation = await self._roster.records.invitation(digest, self._front.clock())
        member = await self._roster.member(visit.person)
        if invitation is None:
            await self._say(visit, "join-closed")
        elif member and member.covers(invitation.rank):
            await self._say(visit, "join-needless", rank=say(visit.language, f"rank-{member.rank}"))
        else:
            await self._welcome(visit, invitation)

    async def labelled(self, update: Update, context: Context) -> None:
        """The label they wrote is shown and they are asked whether to join with it, or told what a label may be.

        A question is answered, and they are asked again; "batal" ends it.
        """
        visit = await self._visit(update)
        message = update.message
        text = (message.text if message else None) or ""
        if ends(text):
            await self._no(visit)
        elif asks(text) and message:
            await self._answer(message, visit.user)
            await self._again(visit)
        else:
            await self._propose(visit, label_of(text))

    async def cancelled(self, update: Update, context: Context) -> None:
        """They read that nothing was kept."""
        await self._no(await self._visit(update))

    async def pressed(self, update: Update, context: Context) -> None:
        """The button's step is taken; after a quarter of an hour they are asked to open the link again."""
        query = update.callback_query
        tap = decode(query.data or "") if query else None
        if query is None or query.message is None or tap is None:
            return
        visit = await self._visit(update, tap)
        step = self._steps.get(tap.values[0])
        if step is None or self._opened.get(place(visit.chat)) is None:
            await self._say(visit, "join-again")
            return
        await step(visit)

    async def _welcome(self, visit: _Visit, invitation: Invitation) -> None:
        rank = invitation.rank
        self._opened.keep(place(visit.chat), _Opened(invitation.digest, rank))
        named, may = say(visit.language, f"rank-{rank}"), say(visit.language, f"rank-{rank}-may")
        values = self._front.campaign(visit.language) | {"rank": named, "may": may}
        await self._say(visit, "join-read", *self._labels(visit, rank), most=LONGEST_LABEL, **values)

    def _labels(self, visit: _Visit, rank: Rank) -> Rows:
        """Labels to choose with a tap: their first name as Telegram has it, or only their rank."""
        language, first = visit.language, label_of(visit.user.first_name)
        named = [_step(say(language, "button-label", label=first), language, "first")] if first else []
        ranked = _step(say(language, "button-label", label=say(language, f"rank-{rank}")), language, "rank")
        return *((one,) for one in (*named, ranked)), (_step(say(language, "button-join-not"), language, "no"),)

    async def _first(self, visit: _Visit) -> None:
        """Their first name is the label."""
        await self._propose(visit, label_of(visit.user.first_name))

    async def _rank(self, visit: _Visit) -> None:
        """The rank is the label, and says nothing about them."""
        opened = self._opened.get(place(visit.chat))
        await self._propose(visit, say(visit.language, f"rank-{opened.rank}") if opened else "")

    async def _propose(self, visit: _Visit, label: str) -> None:
        opened = self._opened.get(place(visit.chat))
        if opened is None or not label:
            await self._say(visit, "label-bad", most=LONGEST_LABEL)
            return
        self._opened.keep(place(visit.chat), replace(opened, label=label))
        language, rank = visit.language, say(visit.language, f"rank-{opened.rank}")
        yes, again, no = (_step(say(language, f"button-join-{one}"), language, verb) for one, verb in _ANSWERS)
        await self._say(visit, "join-sure", (yes,), (again, no), rank=rank, label=label)

    async def _again(self, visit: _Visit) -> None:
        """They choose another label."""
        opened = self._opened.get(place(visit.chat))
        if opened:
            await self._say(visit, "join-label", *self._labels(visit, opened.rank), most=LONGEST_LABEL)

    async def _yes(self, visit: _Visit) -> None:
        """They belong to the team, and read what they can do now; or the link has been used up meanwhile."""
        opened = self._opened.get(place(visit.chat))
        if opened is None or not opened.label:
            return
        self._opened.forget_chat(visit.chat.id)
        earlier, now = await self._roster.member(visit.person), self._front.clock()
        if earlier and earlier.covers(opened.rank):
            await self._say(visit, "join-needless", rank=say(visit.language, f"rank-{earlier.rank}"))
            return
        member = Member(visit.person, opened.rank, opened.label, now)
        joined = await self._roster.records.join(opened.digest, member, self._entry(member, earlier))
        if not joined:
            await self._say(visit, "join-closed")
            return
        named = {"rank": say(visit.language, f"rank-{member.rank}"), "label": member.label}
        await self._say(visit, "join-done", *self._guide.beginnings(member, visit.language), **named)
        await self._tell(member, visit.chat.get_bot())

    async def _tell(self, member: Member, bot: Bot) -> None:
        """Those who want to know read who has joined, and can end it at once."""
        if self._front.book is None:
            return
        what = f"{member.person[:12]}@{self._front.clock():%y%m%d%H%M%S}"
        for reader in await self._front.book.readers(Purpose.JOINED):
            send = partial(self._front.delivery.send, reader.chat(bot), _told(member, reader.language))
            if reader.member.person != member.person:
                await self._front.book.tell(reader, what, send)

    def _entry(self, member: Member, earlier: Member | None) -> Action:
        before = {"rank": earlier.rank, "label": earlier.label} if earlier else None
        after = {"rank": member.rank, "label": member.label}
        return self._roster.entry(member, "join", before=before, after=after)

    async def _no(self, visit: _Visit) -> None:
        """They read that nothing was kept; the link stays good."""
        self._opened.forget_chat(visit.chat.id)
        await self._say(visit, "join-declined")

    async def _visit(self, update: Update, tap: Tap | None = None) -> _Visit:
        message = update.callback_query.message if update.callback_query else update.message
        user = update.effective_user
        assert message is not None
        assert user is not None
        asker = await self._front.asker(user, message.chat)
        return _Visit(asker.person, user, message, asker.language(tap.language if tap else None), tap is not None)

    async def _say(self, visit: _Visit, key: str, *rows: tuple[Button, ...], **values: str | int) -> None:
        await self._front.respond(visit, replies.notice(visit.language, key, *rows, **values))


def _told(member: Member, language: str) -> Reply:
    end = step(say(language, "button-dismiss-joined"), language, "leaver", member.person)
    rank = say(language, f"rank-{member.rank}")
    return replies.notice(language, "joined-told", (end,), label=member.label, rank=rank)


_ANSWERS = (("yes", "yes"), ("again", "again"), ("not", "no"))


def _step(text: str, language: str, verb: str) -> Button:
    return button(text, Act.JOIN, language, verb)
