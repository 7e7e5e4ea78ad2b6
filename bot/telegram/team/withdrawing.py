"""A statement is taken back at once, with a reason that voters may read, and put back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.domain.answers import Phrase, Question
from bot.domain.documents import Section, Statement
from bot.domain.withdrawals import Withdrawal, WithdrawalRecords
from bot.locales import say, say_phrase, say_reason, show_moment
from bot.telegram.delivery import replies, sources
from bot.telegram.delivery.buttons import Act, Button, Rows, shortened
from bot.telegram.delivery.menu import Page, moves
from bot.telegram.delivery.packing import Block, bold, escape, pack, titled
from bot.telegram.delivery.replies import Reply
from bot.telegram.dialogs import Draft
from bot.telegram.duties import Errand, Handler, page_of, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.team.replied_to import quoted

MOST = 6  # statements to choose from by words
MOST_LISTED = 20  # of an answer that was replied to
ON_A_PAGE = 8  # of what is withdrawn
IN_A_ROW = 5  # buttons
REASONS = ("changed", "wrong", "unsure")  # offered on buttons
FORM = "withdraw"
Found = tuple[Statement, Section]
LONGEST = 200  # characters of a statement in a list


class Withdrawing:
    """Handlers of /tarik. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, records: WithdrawalRecords) -> None:
        self._front, self._records = front, records

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons under /tarik do, and the reason that is asked for."""
        return {
            "taken": self.overview,
            "take": self.show,
            "takewhy": self.reason,
            "takequick": self.quick_reason,
            "takeyes": self.withdraw,
            "takeno": self.cancel,
            "putback": self.restore,
        }

    async def begin(self, errand: Errand) -> None:
        """They choose among what fits their words, or what the answer quotes that they reply to; bare, they see all."""
        ids = () if errand.is_tap or errand.words else await quoted(self._front, errand.message, errand.language)
        if errand.words:
            found = await self._nearest(errand)
        elif ids:
            found = list(await self._front.assistant.statements(ids[:MOST_LISTED]))
        else:
            await self.overview(errand)
            return
        withdrawn = await self._records.withdrawals()
        left = [(one, section) for one, section in found if one.id not in withdrawn]
        if not left:
            key = "withdraw-already" if found else "withdraw-nothing"
            await self._front.respond(errand, replies.notice(errand.language, key, _to_list(errand.language)))
        elif len(left) == 1:
            await self._ask(errand, left[0])
        else:
            await self._choose(errand, left)

    async def overview(self, errand: Errand) -> None:
        """They read what is withdrawn, when and why, page by page, each with a button that puts it back."""
        language, found = errand.language, list((await self._records.withdrawals()).values())
        page = Page.of(found, ON_A_PAGE, page_of(errand.about), Act.TEAM, ("taken",))
        first = page.number * ON_A_PAGE
        shown = found[first : first + ON_A_PAGE]
        texts = pack(taken(shown, first + 1, language, self._front.zone))
        buttons = (
            step(say(language, "button-put-back", number=number), language, "putback", one.statement)
            for number, one in enumerate(shown, start=first + 1)
        )
        await self._front.respond(errand, Reply(texts, (*_rows(buttons, 2), *moves(page, language))))

    async def show(self, errand: Errand) -> None:
        """They read the statement that they chose, with its source, and are asked why it is taken back."""
        if found := await self._found(errand, errand.about):
            await self._ask(errand, found)

    async def reason(self, errand: Errand) -> None:
        """What they wrote is the reason; they see how voters will read it."""
        if errand.reason:
            await self._confirm(errand, errand.about, errand.reason)

    async def quick_reason(self, errand: Errand) -> None:
        """The reason that they tapped is taken; they see how voters will read it."""
        statement, _, key = errand.about.partition(",")
        if key in REASONS:
            await self._confirm(errand, statement, say(errand.language, f"withdraw-reason-{key}"))

    async def withdraw(self, errand: Errand) -> None:
        """The statement is said no more; a second tap changes nothing."""
        form, key = self._front.dialogs.draft(errand.chat, FORM), errand.about
        known = (await self._records.withdrawals()).get(key)
        if known is None:
            found = await self._found(errand, key)
            if found is None:
                return
            if form is None or form.about != key:
                await self._front.respond(errand, replies.notice(errand.language, "withdraw-again"))
                return
            await self._take(errand, found, form.values["reason"])
        self._front.dialogs.leave(errand.chat)
        undo = step(say(errand.language, "button-undo-withdrawal"), errand.language, "putback", key)
        await self._front.respond(errand, replies.notice(errand.language, "withdraw-done", (undo,)))

    async def cancel(self, errand: Errand) -> None:
        """They read that nothing has changed."""
        self._front.dialogs.leave(errand.chat)
        await self._front.respond(errand, replies.notice(errand.language, "withdraw-cancelled"))

    async def restore(self, errand: Errand) -> None:
        """The statement is said again."""
        language, one = errand.language, (await self._records.withdrawals()).get(errand.about)
        put_back = False
        if one:
            before, after = {"withdrawn": one.reason}, {"statement": one.text, "section": one.section}
            entry = self._front.roster.entry(errand.member, "restore", before=before, after=after)
            put_back = await self._records.restore(one.statement, entry)
        key = "restore-done" if put_back else "restore-nothing"
        await self._front.respond(errand, replies.notice(language, key, _to_list(language)))

    async def _nearest(self, errand: Errand) -> list[Found]:
        question = Question(errand.words, self._front.clock())
        return [(one.statement, one.section) for one in await self._front.assistant.nearest(question, MOST)]

    async def _choose(self, errand: Errand, found: Sequence[Found]) -> None:
        language = errand.language
        buttons = (step(str(n), language, "take", one.id) for n, (one, _) in enumerate(found, start=1))
        texts = pack(choice(found, language))
        await self._front.ask(errand, "", Reply(texts, _rows(buttons, IN_A_ROW)))

    async def _ask(self, errand: Errand, found: Found) -> None:
        language, (statement, section) = errand.language, found
        quick = (
            step(say(language, f"withdraw-reason-{key}"), language, "takequick", f"{statement.id},{key}")
            for key in REASONS
        )
        blocks = [
            *whole(statement, section, language),
            Block(escape(say(language, "withdraw-why")), "\n\n"),
        ]
        reply = Reply(pack(blocks), (*_rows(quick, 1), (_cancel(language),)))
        await self._front.ask(errand, "takewhy", reply, statement.id)

    async def _confirm(self, errand: Errand, key: str, reason: str) -> None:
        if await self._found(errand, key) is None:
            return
        language, now, zone = errand.language, self._front.clock(), self._front.zone
        self._front.dialogs.keep(errand.chat, FORM, Draft(key, key, {"reason": reason}, []))
        shown = escape(line(reason, now, language, zone))
        text = f"{escape(say(language, 'withdraw-sure'))}\n\n<i>{shown}</i>"
        yes = step(say(language, "button-withdraw"), language, "takeyes", key)
        await self._front.ask(errand, "", Reply((text,), ((yes, _cancel(language)),)))

    async def _take(self, errand: Errand, found: Found, reason: str) -> None:
        statement, section = found
        before = {"statement": statement.text, "section": section.key}
        entry = self._front.roster.entry(errand.member, "withdraw", reason=reason, before=before)
        who = self._front.roster.alias(errand.member.person)
        taken = Withdrawal(statement.id, section.key, statement.text, reason, entry.at, who)
        await self._records.withdraw(taken, entry)

    async def _found(self, errand: Errand, key: str) -> Found | None:
        """Return a statement of the documents that is not withdrawn; they read which of both is not so."""
        found = await self._front.assistant.statements([key])
        is_withdrawn = key in await self._records.withdrawals()
        if found and not is_withdrawn:
            return found[0]
        notice = "withdraw-already" if is_withdrawn else "withdraw-gone"
        await self._front.respond(errand, replies.notice(errand.language, notice, _to_list(errand.language)))
        return None


def _rows(buttons: Iterable[Button], width: int) -> Rows:
    listed = tuple(buttons)
    return tuple(listed[start : start + width] for start in range(0, len(listed), width))


def _cancel(language: str) -> Button:
    return step(say(language, "button-no-delete"), language, "takeno")


def _to_list(language: str) -> tuple[Button, ...]:
    return (step(say(language, "button-withdrawn"), language, "taken"),)


def choice(found: Sequence[Found], language: str) -> Iterator[Block]:
    """Yield the statements to choose from, each with its number."""
    yield Block(bold(say(language, "withdraw-choose")))
    for number, (statement, section) in enumerate(found, start=1):
        yield Block(f"{number}. {bold(_title(statement, section, language))}", "\n\n", leads=True)
        yield Block(escape(shortened(statement.said_in(language), LONGEST)))


def whole(statement: Statement, section: Section, language: str) -> Iterator[Block]:
    """Yield a statement with its heading, what sort of thing it says, and where that was published."""
    yield Block(bold(_title(statement, section, language)), leads=True)
    yield Block(titled(say(language, f"kind-{section.kind}")), leads=True)
    yield Block(escape(statement.said_in(language)))
    for source in dict.fromkeys(source for note in statement.footnotes for source in note.sources):
        yield Block(f"📄 {sources.published(source, language)}")
    yield Block(f"📁 {escape(statement.document)}")


def taken(withdrawals: Sequence[Withdrawal], first: int, language: str, zone: dt.tzinfo) -> Iterator[Block]:
    """Yield what is withdrawn, each with its number from `first` on, and how more is."""
    yield Block(bold(say(language, "withdrawn-title")))
    if not withdrawals:
        yield Block(escape(say(language, "withdrawn-none")), "\n\n")
    for number, one in enumerate(withdrawals, start=first):
        yield Block(f"{number}. {escape(shortened(one.text, LONGEST))}", "\n\n", leads=True)
        reason = say_reason(language, one.reason)
        yield Block(escape(f"{show_moment(one.at, zone, language)} · {reason}"), leads=True)
        yield Block(f"📁 {escape(one.document)}")
    yield Block(escape(say(language, "withdraw-how")), "\n\n")


def line(reason: str, now: dt.datetime, language: str, zone: dt.tzinfo) -> str:
    """Return what voters will read where a statement stood."""
    day = now.astimezone(zone).date().isoformat()
    return say_phrase(language, Phrase("withdrawn-here", (("count", "1"), ("date", day), ("reason", reason))))


def _title(statement: Statement, section: Section, language: str) -> str:
    is_twin = statement.shown_in(language) is statement.twin
    return (section.twin_title if is_twin else None) or section.title
