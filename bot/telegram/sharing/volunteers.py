"""/relawan: what volunteers have shared and how often it was opened, what to share next, and what has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from bot.domain.figures import period
from bot.domain.quiz import Volunteers
from bot.domain.releases import News, Tally
from bot.domain.sharing import Checked, Opened, Shared, Verdict
from bot.locales import say, say_first, show_day
from bot.telegram.abilities import Sharing
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Act, Button, button, shortened
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.roster import last_move
from bot.telegram.sharing import verdicts

WEEK, MONTH = 7, 30  # days
MOST_SHARED = 8  # answers of theirs that are listed
MOST_CHECKED = 50  # of theirs that are held against a new release
MOST_OFFERED = 5  # answers to share next
MOST_LINES, MOST_BUTTONS = 8, 3  # sections that have changed
LONGEST_LINE = 140  # characters of an answer in a list
MOST_READ = 500  # entries of the audit log


class Space:
    """Handlers of /relawan. Each docstring says what the volunteer experiences."""

    def __init__(self, front: FrontEnd, sharing: Sharing, volunteers: Volunteers) -> None:
        self._front, self._sharing, self._volunteers = front, sharing, volunteers

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons of the page do."""
        return {
            "space": self.home,
            "mine": self.mine,
            "popular": self.popular,
            "changes": self.changes,
            "seecode": self.see,
        }

    async def home(self, errand: Errand) -> None:
        """They see how often their links were opened lately, and a button for each thing there is for them."""
        language, person = errand.language, errand.member.person
        counts = [await self._sharing.opened(person, self._since(days)) for days in (WEEK, MONTH)]
        shared = await self._sharing.shared_by(person, 1)
        key = "space-opened" if shared else "space-none"
        score = await self._volunteers.scores.total(person)
        kept = [say(language, "space-score", right=score.right, asked=score.asked)] if score.asked else []
        hint = say(language, "space-hint", bot=errand.chat.get_bot().username)
        blocks = [bold(say(language, "space-title")), escape(say(language, key, week=counts[0], month=counts[1]))]
        blocks += [escape(line) for line in (*kept, hint)]
        rows = tuple((step(say(language, f"button-space-{verb}"), language, verb),)
                     for verb in ("mine", "popular", "changes", "quiz"))  # fmt: skip
        await self._front.respond(errand, Reply(pack(Block(one, "\n\n") for one in blocks), rows))

    async def mine(self, errand: Errand) -> None:
        """They see what they shared last, how often each was opened, and what of it has changed."""
        language = errand.language
        latest = await self._sharing.shared_by(errand.member.person, MOST_SHARED)
        if not latest:
            await self._front.respond(errand, _page("space-none", language, week=0, month=0))
            return
        checked = [await self._check(one.shared) for one in latest]
        lines = [_opened_line(*pair, language) for pair in zip(latest, checked, strict=True)]
        blocks = [Block(bold(say(language, "mine-title"))), Block(escape(say(language, "mine-counted")))]
        blocks += [Block(line, "\n\n" if n == 0 else "\n") for n, line in enumerate(lines)]
        rows = tuple((_again(one, language),) for one in checked if one.shared)
        await self._front.respond(errand, Reply(pack(blocks), (*rows, back(language))))

    async def popular(self, errand: Errand) -> None:
        """They see what is asked about most this week, then other topics, and tap one to get the ways to share it."""
        language, now = errand.language, self._front.clock()
        topics = await self._front.asked_about(WEEK)
        cards = await self._front.assistant.popular(topics, language, now, MOST_OFFERED)
        kept = await self._sharing.share_many(cards.groups, language, now) if cards.groups else []
        if not any(kept):
            await self._front.respond(errand, _page("share-quiet", language))
            return
        found = [one for one in kept if one]
        lines = [Block(_answer_line(one), "\n\n") for one in found]
        asked = [one for one in kept[: cards.asked] if one]
        blocks = [Block(bold(say(language, "popular-title"))), *lines[: len(asked)]] if asked else []
        if others := lines[len(asked) :]:
            blocks += [Block(bold(say(language, "popular-others" if asked else "popular-none")), "\n\n"), *others]
        rows = tuple((_share(one),) for one in found)
        await self._front.respond(errand, Reply(pack(blocks), (*rows, back(language))))

    async def changes(self, errand: Errand) -> None:
        """They see in which topics the last release says something else, and which of their own answers it touches."""
        language, now = errand.language, self._front.clock()
        move = await last_move(self._front.roster.records, MOST_READ)
        earlier = (move.before or {}).get("release") if move else None
        if move is None or earlier is None:
            await self._front.respond(errand, _page("changes-first", language))
            return
        date = show_day(move.at, self._front.zone, language)
        news = await self._volunteers.learning.news(str(earlier), language, now)
        own = await self._sharing.shared_by(errand.member.person, MOST_CHECKED)
        changed = [one for one in [await self._check(each.shared) for each in own] if one.verdict is not Verdict.VALID]
        blocks = [*_changes(news, date, language), *_own(changed, language)]
        sections = [one for one in news or () if one.section_id][:MOST_BUTTONS]
        rows = [(button(one.title, Act.SECTION, language, one.section_id),) for one in sections]
        rows += [(_again(one, language),) for one in changed[:MOST_BUTTONS] if one.shared]
        await self._front.respond(errand, Reply(pack(blocks), (*rows, back(language))))

    async def see(self, errand: Errand) -> None:
        """They read a shared answer as it was, and what it is worth today, in a message of its own."""
        language, checked = errand.language, await self._sharing.check(errand.about, self._front.clock())
        topics = replies.topics_button(language)
        if checked.shared is None:
            reply = verdicts.unknown(checked, errand.about, language, topics)
        else:
            reply = verdicts.known(checked, checked.shared, language, self._front.zone, None, topics)
        await self._front.delivery.send(errand.chat, reply)

    async def _check(self, shared: Shared) -> Checked:
        return await self._sharing.check(shared.code, self._front.clock())

    def _since(self, days: int) -> dt.date:
        return period(days, self._front.clock(), self._front.zone)[0]


def _page(key: str, language: str, **values: int) -> Reply:
    return replies.notice(language, key, back(language), **values)


def back(language: str) -> tuple[Button, ...]:
    """Return the row that leads back to the page."""
    return (step(say(language, "button-space"), language, "space"),)


def _title(shared: Shared) -> str:
    return shared.answer.parts[0].title


def _opened_line(opened: Opened, checked: Checked, language: str) -> str:
    line = escape(f"• {_title(opened.shared)} · {say(language, 'mine-times', count=opened.times)}")
    return line if checked.verdict is Verdict.VALID else f"{line} · {bold(say(language, f'verdict-{checked.verdict}'))}"


def _answer_line(shared: Shared) -> str:
    part = shared.answer.parts[0]
    text = escape(shortened(replies.gist(part), LONGEST_LINE))
    return f"{bold(part.title)}\n{escape(replies.kind_line(part, shared.language))}\n{text}"


def _share(shared: Shared) -> Button:
    text = f"{say(shared.language, 'button-share')} {_title(shared)}"
    return button(text, Act.SHARE, shared.language, replies.leads(shared.answer))


def _again(checked: Checked, language: str) -> Button:
    """Return the button to share an answer again; to see what has become of it, if it has changed."""
    assert checked.shared
    return _share(checked.shared) if checked.valid and checked.fates else _see(checked.shared, language)


def _see(shared: Shared, language: str) -> Button:
    return step(f"🔎 {_title(shared)}", language, "seecode", shared.code)


def _changes(news: Sequence[News] | None, date: str, language: str) -> Iterator[Block]:
    yield Block(bold(say(language, "changes-title", date=date)))
    if news is None:
        yield Block(escape(say(language, "changes-gone")), "\n\n")
    elif not news:
        yield Block(escape(say(language, "changes-none")), "\n\n")
    else:
        yield Block(escape(say(language, "changes-count", count=len(news))), "\n\n")
        lines = (f"• {shortened(one.title)}: {_tally(one.statements, language)}" for one in news)
        yield from (Block(escape(line)) for line in say_first(language, lines, len(news), MOST_LINES, "changes-more"))


def _tally(tally: Tally, language: str) -> str:
    counts = {"changed": tally.changed, "added": tally.added, "removed": tally.removed}
    return ", ".join(say(language, f"changes-{key}", count=count) for key, count in counts.items() if count)


def _own(changed: Sequence[Checked], language: str) -> Iterator[Block]:
    if changed:
        yield Block(escape(say(language, "changes-own", count=len(changed))), "\n\n")
