"""What was done to releases, by whom and when, as the audit log tells it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

from bot.domain.ports import Action, TeamRecords
from bot.domain.releases import WAITS, Candidate

PUBLISH, DISCARD = "publish", "discard"
MOVES = (PUBLISH, "rollback")
AT_ONCE = 50  # entries of the audit log


async def entries(records: TeamRecords, *, most: int | None = None) -> AsyncIterator[Action]:
    """Yield the entries of the audit log, the newest first, at most so many."""
    seen = 0
    while some := await records.actions(AT_ONCE, seen):
        for one in some:
            if most is not None and seen >= most:
                return
            seen += 1
            yield one


async def moves(records: TeamRecords, since: dt.datetime, until: dt.datetime) -> list[Action]:
    """Return by whom and when the live release was changed, the last time first."""
    found: list[Action] = []
    async for one in entries(records):
        if one.at < since:
            break
        if one.at < until and one.what in MOVES:
            found.append(one)
    return found


async def last_move(records: TeamRecords, most: int) -> Action | None:
    """Return how the live release was changed last, as far as so many entries tell."""
    async for one in entries(records, most=most):
        if one.what in MOVES:
            return one
    return None


async def end_of(records: TeamRecords, release_id: str, known: Candidate | None, now: dt.datetime) -> Action | None:
    """Return who has published or discarded a candidate, or else made another release live; None if nobody has.

    What is `known` of a candidate tells which move overtook it.
    """
    async for one in entries(records):
        if one.at < now - WAITS:
            break
        after, before = ((side or {}).get("release") for side in (one.after, one.before))
        if (one.what == PUBLISH and after == release_id) or (one.what == DISCARD and before == release_id):
            return one
        if known and one.what in MOVES and before == known.since and one.at >= known.built:
            return one
    return None
