"""Statements to be taken back, and those that are, as text. Pure: no bot, no update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from bot.domain.answers import Phrase
from bot.domain.documents import Section, Statement
from bot.domain.withdrawals import Withdrawal
from bot.locales import say, say_phrase, say_reason, show_moment
from bot.telegram.delivery import sources
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.packing import Block, bold, escape, titled

Found = tuple[Statement, Section]

LONGEST = 200  # characters of a statement in a list


def choice(found: Sequence[Found], language: str) -> Iterator[Block]:
    """Yield the statements to choose from, each with its number."""
    yield Block(bold(say(language, "withdraw-choose")))
    for number, (statement, section) in enumerate(found, start=1):
        yield Block(f"{number}. {bold(_title(section, language))}", "\n\n", leads=True)
        yield Block(escape(shortened(statement.said_in(language), LONGEST)))


def whole(statement: Statement, section: Section, language: str) -> Iterator[Block]:
    """Yield a statement with its heading, what sort of thing it says, and where that was published."""
    yield Block(bold(_title(section, language)), leads=True)
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


def _title(section: Section, language: str) -> str:
    return section.twin_title if language == "en" and section.twin_title else section.title
