"""Who belongs to the team, what is closed, and what was done to releases, as the team's records tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.ports import Action, TeamRecords
from bot.domain.privacy import person_hash
from bot.domain.releases import WAITS, Candidate
from bot.domain.team import Closure, Feature, Member, Rank, Right
from bot.locales import DEFAULT, say

FRESH = 1.0  # seconds for which a look at what is closed serves
PUBLISH, DISCARD = "publish", "discard"
MOVES = (PUBLISH, "rollback")
AT_ONCE = 50  # entries of the audit log


class Roster:
    """The team's records, joined with the owners that config.toml names."""

    def __init__(
        self,
        records: TeamRecords,
        secret: bytes,
        owners: frozenset[str],
        clock: Callable[[], dt.datetime],
        timer: Callable[[], float],
        language: str = DEFAULT,  # in which owners are called so
    ) -> None:
        self.records, self._language = records, language
        self._secret, self._owners, self._clock, self._timer = secret, owners, clock, timer
        self._closures: Mapping[Feature, Closure] = {}
        self._looked_at: float | None = None
        self._team: dict[str, Member] = {}
        self._counted_at: float | None = None

    async def member(self, person: str) -> Member | None:
        """Return a member by their hash as of this moment, None for anybody else."""
        record = await self.records.member(person)
        if person in self._owners:
            return self._owner(person, record)
        return record if record and record.rank is not Rank.OWNER else None

    async def members(self) -> list[Member]:
        """Return the whole team, the highest rank first, within a rank the longest-serving first."""
        records = {one.person: one for one in await self.records.members()}
        owners = [self._owner(person, records.get(person)) for person in sorted(self._owners)]
        others = [one for one in records.values() if one.person not in self._owners and one.rank is not Rank.OWNER]
        return sorted([*owners, *others], key=lambda one: list(Rank).index(one.rank))

    async def reviews(self, person: str) -> bool:
        """Return whether somebody may review, not older than a second; for what is no matter of rights."""
        member = (await self._lately()).get(person)
        return member is not None and member.may(Right.REVIEW)

    async def is_team(self, person: str) -> bool:
        """Return whether somebody belongs to the team, not older than a second; for what is no matter of rights."""
        return person in await self._lately()

    def alias(self, person: str) -> str:
        """Return the hash that stands for a person in the audit log: no other record holds it, so /hapus unlinks it."""
        return person_hash(self._secret, "audit", person)

    def entry(
        self,
        member: Member,
        what: str,
        *,
        reason: str | None = None,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> Action:
        """Return an entry of the audit log about what a member does now."""
        return Action(what, self._clock(), self.alias(member.person), member.label, reason, before, after)

    async def leave(self, person: str) -> None:
        """Note that a member, if it is one, is about to end their membership themselves."""
        if member := await self.member(person):
            before = {"label": member.label, "rank": member.rank}
            await self.records.note(self.entry(member, "leave", before=before))

    async def closed(self, feature: Feature) -> Closure | None:
        """Return why a feature can't be used at the moment, None if it can; it costs a read at most once a second."""
        closures = await self.closures()
        return closures.get(Feature.ALL) or closures.get(feature)

    async def closures(self) -> Mapping[Feature, Closure]:
        """Return what is closed, not older than a second."""
        now = self._timer()
        if self._looked_at is None or now - self._looked_at >= FRESH:
            self._closures = await self.records.closures()
            self._looked_at = now
        return self._closures

    async def close(self, member: Member, feature: Feature, reason: str) -> None:
        """Close a feature in all processes: here at once, elsewhere as soon as they look."""
        earlier = (await self.records.closures()).get(feature)
        before = {"feature": feature, "closed": earlier.reason} if earlier else None
        entry = self.entry(member, "close", reason=reason, before=before, after={"feature": feature})
        await self.records.close(Closure(feature, reason, entry.at), entry)
        self._looked_at = None

    async def reopen(self, member: Member, feature: Feature) -> bool:
        """Open a feature again, likewise; return whether it was closed."""
        earlier = (await self.records.closures()).get(feature)
        before = {"feature": feature, "closed": earlier.reason} if earlier else None
        was_closed = await self.records.reopen(feature, self.entry(member, "open", before=before))
        self._looked_at = None
        return was_closed

    async def _lately(self) -> dict[str, Member]:
        now = self._timer()
        if self._counted_at is None or now - self._counted_at >= FRESH:
            self._team = {one.person: one for one in await self.members()}
            self._counted_at = now
        return self._team

    def _owner(self, person: str, record: Member | None) -> Member:
        if record is None:
            return Member(person, Rank.OWNER, say(self._language, "rank-owner"))
        return replace(record, rank=Rank.OWNER)


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


async def published(records: TeamRecords, most: int) -> dict[str, Action]:
    """Return how each release was published last, as far as so many entries tell."""
    found: dict[str, Action] = {}
    async for one in entries(records, most=most):
        if one.what == PUBLISH:
            found.setdefault(str((one.after or {}).get("release")), one)
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
