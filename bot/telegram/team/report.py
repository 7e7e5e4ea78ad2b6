"""What has happened in a week, for the team's phones: text, buttons, picture. Pure: no bot, no update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.figures import Figures
from bot.domain.gaps import Gap
from bot.domain.pictures import Picture
from bot.domain.ports import Action
from bot.domain.team import Closure
from bot.locales import say, say_first, say_reason, show_date, show_moment
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import step
from bot.telegram.team import counts

MOST = 3  # of each sort that are named; the rest is counted
LONGEST = 120  # characters of a name
DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """All that a report tells."""

    now: Figures
    before: Figures
    gaps: Sequence[Gap] = ()  # that nobody has dealt with, the most frequent first
    moves: Sequence[Action] = ()  # of the live release, the last one first
    closures: Sequence[Closure] = ()
    overdue: Sequence[str] = ()  # titles of documents past their review_by
    members: int = 0

    @property
    def is_asked(self) -> bool:
        """Whether anybody asked or judged anything, in this week or the one before."""
        return any(each.questions or each.good or each.bad for each in (self.now, self.before))


def reply(week: Week, language: str, zone: dt.tzinfo) -> Reply:
    """Return the message of a week; what there is nothing of takes no line."""
    blocks = [Block(bold(title(week, language)))]
    if week.is_asked:
        blocks += [Block(escape(line)) for line in counts.lines(week.now, week.before, language)]
    else:
        blocks.append(Block(escape(say(language, "report-quiet"))))
    for key, lines in _sections(week, language, zone):
        blocks.append(Block(bold(say(language, key)), "\n\n", leads=True))
        blocks += [Block(escape(f"• {line}")) for line in lines]
    blocks.append(Block(escape(say(language, "report-team", count=week.members)), "\n\n"))
    more = (
        step(say(language, "report-stats"), language, "stats", DAYS),
        step(say(language, "report-gaps-all"), language, "gaps", DAYS),
    )
    return Reply(pack(blocks), (more,))


def picture(week: Week, language: str) -> Picture | None:
    """Return the week's charts, None if there is nothing to draw."""
    return counts.picture(week.now, language) if week.now.questions else None


def title(week: Week, language: str) -> str:
    """Return what stands above a report: its days."""
    since, until = (show_date(day.isoformat(), language) for day in (week.now.since, week.now.until))
    return say(language, "report-title", days=f"{since} – {until}")


def _sections(week: Week, language: str, zone: dt.tzinfo) -> Iterator[tuple[str, list[str]]]:
    found = {
        "report-gaps": (_gap(gap, language) for gap in week.gaps),
        "report-moves": (_move(action, language, zone) for action in week.moves),
        "report-closed": (_closure(one, language, zone) for one in week.closures),
        "report-overdue": (shortened(name, LONGEST) for name in week.overdue),
    }
    for key, lines in found.items():
        every = list(lines)
        if shown := say_first(language, every, len(every), MOST):
            yield key, shown


def _gap(gap: Gap, language: str) -> str:
    count = say(language, "gaps-count", count=gap.count, trend=counts.trend(gap.count, gap.before))
    return f"{shortened(gap.question, LONGEST)} · {count}"


def _move(action: Action, language: str, zone: dt.tzinfo) -> str:
    who = action.label or say(language, "audit-shell")
    return f"{show_moment(action.at, zone, language)} · {who}: {say(language, f'audit-{action.what}')}"


def _closure(closure: Closure, language: str, zone: dt.tzinfo) -> str:
    since = show_moment(closure.since, zone, language)
    feature = say(language, f"feature-{closure.feature}")
    reason = shortened(say_reason(language, closure.reason), LONGEST)
    return say(language, "report-closure", feature=feature, since=since, reason=reason)
