"""What taps on buttons do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, MaybeInaccessibleMessage, Message, Update
from telegram.error import TelegramError

from bot.domain.answers import Answer, Outcome
from bot.domain.ports import Feedback
from bot.domain.privacy import scrub
from bot.locales import say
from bot.telegram import addressing
from bot.telegram.access import Admission
from bot.telegram.delivery import menu, replies, sources
from bot.telegram.delivery.buttons import Act, Button, Reason, Tap, button, decode
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.frontend import Asker, Context, FrontEnd
from bot.telegram.sharing.offering import Place, Shares
from bot.telegram.voters.messages import counts
from bot.telegram.voters.verifying import Verifying


@dataclass(frozen=True, slots=True)
class _Press:
    """A tap, decoded: by whom, on what, and in which language to react."""

    tap: Tap
    asker: Asker
    message: MaybeInaccessibleMessage
    user_id: int

    @property
    def language(self) -> str:
        return self.asker.language(self.tap.language)

    @property
    def chat(self) -> Chat:
        return self.message.chat

    @property
    def is_private(self) -> bool:
        return addressing.is_private(self.chat)

    @property
    def place(self) -> Place:
        """Where to answer it."""
        return Place(self.chat, self.message if isinstance(self.message, Message) and not self.is_private else None)

    @property
    def question(self) -> Message | None:
        """The message that the tapped one replies to, if the same person wrote it."""
        replied = self.message.reply_to_message if isinstance(self.message, Message) else None
        return replied if replied and replied.from_user and replied.from_user.id == self.user_id else None


class Taps:
    """Handlers of buttons. Each docstring says what the person experiences."""

    def __init__(self, front: FrontEnd, shares: Shares | None = None, verifying: Verifying | None = None) -> None:
        self._shares, self._verifying = shares, verifying
        self._front, self._assistant, self._delivery = front, front.assistant, front.delivery
        self._acts: dict[Act, Callable[[_Press], Awaitable[None]]] = {
            Act.SECTION: self._section,
            Act.STATEMENT: self._statement,
            Act.SOURCES: self._sources,
            Act.LIST_SOURCES: self._sources,
            Act.GOOD: self._good,
            Act.BAD: self._bad,
            Act.REASON: self._reason,
            Act.KEEP: self._keep,
            Act.KEEP_NOT: self._keep_not,
            Act.TOPICS: self._topics,
            Act.MENU: self._menu,
            Act.BRANCH: self._branch,
            Act.READ: self._read,
            Act.OPEN: self._open,
            Act.LANGUAGE: self._language,
            Act.SHARE: self._share,
            Act.PICTURE: self._picture,
            Act.CHECKED_SOURCES: self._checked_sources,
            Act.DELETE: self._delete,
            Act.DELETE_NOT: self._delete_not,
        }

    async def acknowledge(self, query: CallbackQuery, admission: Admission) -> None:
        """The button stops spinning at once, with a word where nothing else would show that it worked."""
        with suppress(TelegramError):  # "query is too old": they have stopped waiting
            await query.answer(_toast(query, admission, self._front.app_language(query.from_user)) or None)

    async def pressed(self, update: Update, context: Context) -> None:
        """What the button says happens; one from before an update of the program was explained by its toast."""
        query = update.callback_query
        assert query is not None
        tap = decode(query.data or "")
        if tap is None or query.message is None:
            return
        asker = await self._front.asker(query.from_user, query.message.chat)
        await self._acts[tap.act](_Press(tap, asker, query.message, query.from_user.id))

    async def _section(self, press: _Press) -> None:
        """They read all that a section says."""
        await self._show(press, await self._read_section(press))

    async def _statement(self, press: _Press) -> None:
        """They read what answers the question on the button."""
        await self._show(press, await self._quoted(press))

    async def _sources(self, press: _Press) -> None:
        """They see title, publisher, date and link behind each [n] of the answer."""
        answer = await self._quoted(press)
        if answer.outcome is not Outcome.QUOTED:
            await self._show(press, answer)
            return
        if press.tap.act is Act.SOURCES:
            answer = sources.only(answer, press.tap.ids)
        to = press.message if isinstance(press.message, Message) else None
        await self._delivery.send(press.chat, Reply(sources.messages(answer)), to)

    async def _good(self, press: _Press) -> None:
        """They are thanked by the toast."""
        await self._rate(press, good=True)

    async def _bad(self, press: _Press) -> None:
        """They are asked why; in a group, where others would be asked as well, the toast thanks them.

        The team's verdict counts for nothing: they read what they can do instead.
        """
        if press.is_private and await self._front.roster.is_team(press.asker.person):
            await self._delivery.send(press.chat, replies.notice(press.language, "rated-by-team"), press.question)
            return
        await self._rate(press, good=False)
        if not press.is_private:
            return
        language = press.language
        rows = [
            (button(say(language, f"reason-{reason.name.lower()}"), Act.REASON, language, reason, press.tap.ids),)
            for reason in Reason
        ]
        await self._delivery.send(press.chat, replies.notice(language, "reason-ask", *rows), press.question)

    async def _reason(self, press: _Press) -> None:
        """They are asked whether their question may be kept, if it is known which one it was."""
        reason, language = press.tap.values[0], press.language
        await self._rate(press, good=False, reason=reason)
        if press.question is None or not press.question.text:
            await self._delivery.replace(press.message, replies.notice(language, "reason-noted"))
            return
        keep = button(say(language, "button-yes-keep"), Act.KEEP, language, reason, press.tap.ids)
        no = button(say(language, "button-no-keep"), Act.KEEP_NOT, language)
        await self._delivery.replace(press.message, replies.notice(language, "keep-ask", (keep, no)))

    async def _keep(self, press: _Press) -> None:
        """Their question is kept from this tap on, without what tells who they are."""
        if press.question is None or not press.question.text:
            await self._delivery.replace(press.message, replies.notice(press.language, "reason-noted"))
            return
        await self._rate(press, good=False, reason=press.tap.values[0], text=scrub(press.question.text))
        await self._delivery.replace(press.message, replies.notice(press.language, "keep-done"))

    async def _keep_not(self, press: _Press) -> None:
        """They read that their question is not kept."""
        await self._delivery.replace(press.message, replies.notice(press.language, "keep-declined"))

    async def _topics(self, press: _Press) -> None:
        """They get the menu as a new message."""
        tree = await self._assistant.programs(press.language, self._front.clock())
        await self._delivery.send(press.chat, menu.root(tree, press.language))

    async def _menu(self, press: _Press) -> None:
        """The menu shows its first level."""
        tree = await self._assistant.programs(press.language, self._front.clock())
        await self._delivery.replace(press.message, menu.root(tree, press.language, int(press.tap.values[0])))

    async def _branch(self, press: _Press) -> None:
        """The menu shows what belongs to a program or document."""
        branch_id, page = press.tap.values
        tree = await self._assistant.programs(press.language, self._front.clock())
        reply = menu.branch(tree, branch_id, press.language, int(page)) or self._missing(press.language)
        await self._delivery.replace(press.message, reply)

    def _missing(self, language: str) -> Reply:
        """What the menu shows in place of a branch: why it may not be shown now, or that it has left the documents."""
        reason = self._assistant.withheld(self._front.clock())
        return replies.answer(Answer(Outcome.QUIET, language, (reason,))) if reason else _changed(language)

    async def _read(self, press: _Press) -> None:
        """The menu shows what a section says, page by page."""
        await self._delivery.replace(press.message, await self._page(press, int(press.tap.values[1])))

    async def _open(self, press: _Press) -> None:
        """They get the first page of a section that was too long for an answer."""
        await self._delivery.send(press.chat, await self._page(press, 0))

    async def _language(self, press: _Press) -> None:
        """They are told, in the language they chose, that it is used from now on."""
        chosen = press.tap.language
        await self._assistant.choose_language(press.asker.person, chosen, self._front.clock())
        await self._delivery.replace(press.message, replies.notice(chosen, "language-chosen"))

    async def _delete(self, press: _Press) -> None:
        """They see how much was held about them before, and how much is now."""
        person, language = press.asker.person, press.language
        before = await self._front.held(person, press.chat)
        await self._front.roster.leave(person)
        await self._front.forget(person)
        self._front.dialogs.leave(press.chat)
        self._delivery.forget(press.chat)
        self._front.traces.forget(press.chat)
        after = dict.fromkeys(before, 0) | await self._front.held(person, press.chat)
        lines = [say(language, "delete-done"), ""]
        lines += [say(language, "delete-before"), counts(before, language), ""]
        lines += [say(language, "delete-after"), counts(after, language)]
        await self._delivery.replace(press.message, Reply((escape("\n".join(lines)),)))

    async def _delete_not(self, press: _Press) -> None:
        """They read that nothing was deleted."""
        await self._delivery.replace(press.message, replies.notice(press.language, "delete-cancelled"))

    async def _share(self, press: _Press) -> None:
        """They choose how to share the answer."""
        if self._shares:
            await self._shares.offer(press.place, press.asker, press.tap.ids, press.language)

    async def _picture(self, press: _Press) -> None:
        """They get the shared answer as a picture."""
        if self._shares:
            await self._shares.picture(press.place, press.tap.values[0], press.language)

    async def _checked_sources(self, press: _Press) -> None:
        """They see the sources of a shared answer as it was."""
        if self._verifying:
            await self._verifying.sources(press.place, press.tap.values[0], press.language)

    async def _show(self, press: _Press, answer: Answer) -> None:
        """They get an answer, in a group in reply to the tapped message, or read why there is none any more."""
        await self._delivery.send(press.chat, replies.answer(answer, self._topics_button(press)), press.place.to)

    async def _page(self, press: _Press, page: int) -> Reply:
        answer = await self._read_section(press)
        tree = await self._assistant.programs(press.language, self._front.clock())
        return menu.section(tree, press.tap.values[0], answer, page)

    async def _read_section(self, press: _Press) -> Answer:
        asker, section_id = press.asker, press.tap.values[0]
        return await self._assistant.section(
            section_id, press.language, self._front.clock(), asker.conversation, asker.person
        )

    async def _quoted(self, press: _Press) -> Answer:
        asker, ids = press.asker, press.tap.ids
        return await self._assistant.quote(ids, press.language, self._front.clock(), asker.conversation, asker.person)

    async def _rate(self, press: _Press, *, good: bool, reason: str | None = None, text: str | None = None) -> None:
        name = Reason(reason).name.lower() if reason else None
        person, release, now = press.asker.person, self._assistant.release_id, self._front.clock()
        if await self._front.roster.is_team(person):  # figures are of voters only
            return
        await self._assistant.rate(Feedback(good, press.tap.ids, release, person, now, name, text))

    def _topics_button(self, press: _Press) -> Button:
        if isinstance(press.message, Message):
            return self._front.topics(press.message, press.language)
        return replies.topics_button(press.language)


def _toast(query: CallbackQuery, admission: Admission, app: str) -> str:
    """What the person reads for a moment when they have tapped."""
    tap = decode(query.data or "")
    language = tap.language if tap else app
    if admission is not Admission.ADMITTED:
        return say(language, "limit-reached")
    if tap is None or query.message is None:
        return say(language, "button-old")
    in_group = not addressing.is_private(query.message.chat)
    if tap.act is Act.GOOD:
        return say(language, "rated-good")
    return say(language, "rated-bad") if tap.act is Act.BAD and in_group else ""


def _changed(language: str) -> Reply:
    """What the menu shows in place of something that has left the documents."""
    topics = button(say(language, "button-topics"), Act.MENU, language, 0)
    return replies.notice(language, "documents-changed", (topics,))
