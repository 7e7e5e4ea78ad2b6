"""The audit log as the team reads it: who did what, when, and what it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from bot.domain.ports import Action
from bot.locales import knows, say, show_moment
from bot.telegram.delivery.buttons import Act
from bot.telegram.delivery.menu import Page, moves
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, page_of
from bot.telegram.frontend import FrontEnd

ON_A_PAGE = 8
LONGEST = 160  # characters of a value
HIDDEN = ("invitation", "member")  # hashes, for those who look into the database


class Audit:
    """Handler of /catatan; its docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd) -> None:
        self._front, self._records = front, front.roster.records

    async def show(self, errand: Errand) -> None:
        """They read the last entries, page by page."""
        language, page = errand.language, page_of(errand.about)
        found = await self._records.actions(ON_A_PAGE + 1, page * ON_A_PAGE)
        blocks = [Block(bold(say(language, "audit-title")))]
        blocks += [Block(entry(one, language, self._front.zone), "\n\n") for one in found[:ON_A_PAGE]]
        if not found:
            blocks.append(Block(escape(say(language, "audit-empty")), "\n\n"))
        pages = page + 1 + (len(found) > ON_A_PAGE)
        ways = moves(Page(page, pages, Act.TEAM, ("audit",)), language)
        await self._front.respond(errand, Reply(pack(blocks), ways))


def entry(action: Action, language: str, zone: dt.tzinfo) -> str:
    """Return an entry as HTML: its head, then a line for everything that it changed."""
    what = say(language, f"audit-{action.what}") if knows(language, f"audit-{action.what}") else action.what
    who = action.label or say(language, "audit-shell")
    head = f"{escape(show_moment(action.at, zone, language))} · {escape(who)}\n{bold(what)}"
    reason = [f"{say(language, 'audited-reason')}: {action.reason}"] if action.reason else []
    return "\n".join([head, *(escape(_short(line)) for line in (*_changes(action, language, zone), *reason))])


def _changes(action: Action, language: str, zone: dt.tzinfo) -> Iterator[str]:
    before, after = action.before or {}, action.after or {}
    for key in {**before, **after}:
        if key in HIDDEN:
            continue
        name = say(language, f"audited-{key}") if knows(language, f"audited-{key}") else key
        old, new = (_value(side[key], language, zone) if side.get(key) is not None else "" for side in (before, after))
        yield f"{name}: {old} → {new}" if old and new and old != new else f"{name}: {new or old}"


def _value(value: Any, language: str, zone: dt.tzinfo) -> str:
    """Return a value as people read it: a rank or feature by its name, a moment by its date, all else as it is."""
    if isinstance(value, list):
        return ", ".join(_value(one, language, zone) for one in value)
    text = str(value)
    for kind in ("rank", "feature"):
        if knows(language, f"{kind}-{text}"):
            return say(language, f"{kind}-{text}")
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return show_moment(moment, zone, language) if moment.utcoffset() is not None else text


def _short(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
