"""The team's records: members, invitations, closures, each change with its entry in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.schema import AUDIT, CLOSURES, INVITATIONS, MEMBERS
from bot.adapters.upserts import upsert
from bot.domain.ports import Action
from bot.domain.team import INVITED, Closure, Feature, Invitation, Member, Rank

INVITATION = "invitation"  # under which an entry about joining names the link that was used

Change = Callable[[sa.Connection], bool]


class SqlTeam:
    """The TeamRecords port over a database that is open."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def member(self, person: str) -> Member | None:
        """Return somebody's record, None if there is none."""
        return await self._database.read(lambda connection: _member(connection, person))

    async def members(self) -> list[Member]:
        """Return all records, the longest-serving first."""
        query = sa.select(MEMBERS).order_by(MEMBERS.c.since, MEMBERS.c.person)
        return await self._database.read(lambda connection: [_as_member(row) for row in connection.execute(query)])

    async def save(self, member: Member, action: Action) -> None:
        """Keep a member's record, in place of the one that there is."""
        await act(self._database, puts(MEMBERS, asdict(member)), action)

    async def dismiss(self, person: str, action: Action) -> bool:
        """End somebody's membership; return whether there was one."""
        return await act(self._database, deletes(MEMBERS.delete().where(MEMBERS.c.person == person)), action)

    async def invite(self, invitation: Invitation, action: Action) -> None:
        """Keep a new invitation, and drop those that have expired."""

        def keep(connection: sa.Connection) -> bool:
            connection.execute(INVITATIONS.delete().where(INVITATIONS.c.expires <= action.at))
            connection.execute(INVITATIONS.insert(), asdict(invitation))
            return True

        await act(self._database, keep, action)

    async def invitation(self, digest: str, now: datetime) -> Invitation | None:
        """Return an invitation that can still be used, None otherwise."""
        query = sa.select(INVITATIONS).where(INVITATIONS.c.digest == digest)

        def look(connection: sa.Connection) -> Invitation | None:
            row = connection.execute(query).one_or_none()
            found = Invitation(row.digest, Rank(row.rank), row.uses, row.expires, row.invited_by) if row else None
            return found if found and found.is_open(now) else None

        return await self._database.read(look)

    async def join(self, digest: str, member: Member, action: Action) -> bool:
        """Use an invitation up by one and make somebody a member.

        Return False, and change nothing, if it can't be used (any more), if the same person (`action.who`) has used it
        before, or if they have a rank that covers what it gives.
        """
        spent = (
            INVITATIONS.update()
            .where(INVITATIONS.c.digest == digest, INVITATIONS.c.uses > 0, INVITATIONS.c.expires > action.at)
            .values(uses=INVITATIONS.c.uses - 1)
        )

        def admit(connection: sa.Connection) -> bool:
            known = _member(connection, member.person)
            is_above = known is not None and known.rank in INVITED and known.covers(member.rank)
            if is_above or _has_used(connection, digest, action):
                return False
            return bool(connection.execute(spent).rowcount) and puts(MEMBERS, asdict(member))(connection)

        return await act(self._database, admit, replace(action, after={**(action.after or {}), INVITATION: digest}))

    async def revoke(self, digest: str, action: Action) -> bool:
        """Make an invitation unusable; return whether it could still be used."""
        open_now = (INVITATIONS.c.digest == digest) & (INVITATIONS.c.uses > 0) & (INVITATIONS.c.expires > action.at)
        return await act(self._database, deletes(INVITATIONS.delete().where(open_now)), action)

    async def closures(self) -> dict[Feature, Closure]:
        """Return what is closed for the moment."""

        def look(connection: sa.Connection) -> dict[Feature, Closure]:
            rows = connection.execute(sa.select(CLOSURES))
            return {Feature(row.feature): Closure(Feature(row.feature), row.reason, row.since) for row in rows}

        return await self._database.read(look)

    async def close(self, closure: Closure, action: Action) -> None:
        """Close a feature in every process, or give it another reason."""
        await act(self._database, puts(CLOSURES, asdict(closure)), action)

    async def reopen(self, feature: Feature, action: Action) -> bool:
        """Open a feature again in every process; return whether it was closed."""
        return await act(self._database, deletes(CLOSURES.delete().where(CLOSURES.c.feature == feature)), action)

    async def note(self, action: Action) -> None:
        """Keep an entry of the audit log by itself."""
        await self._database.note(action)

    async def actions(self, count: int, skip: int = 0) -> list[Action]:
        """Return entries of the audit log, the newest first, after the `skip` newest."""
        return await self._database.actions(count, skip)


async def act(database: SqlDatabase, change: Change, action: Action) -> bool:
    """Make a change and its entry in one transaction; return whether there was anything to change."""

    def both(connection: sa.Connection) -> bool:
        changed = change(connection)
        if changed:
            connection.execute(AUDIT.insert(), asdict(action))
        return changed

    return await database.write(both)


def puts(table: sa.Table, row: Mapping[str, Any]) -> Change:
    """Return the change that keeps a row, in place of the one with the same primary key."""

    def put(connection: sa.Connection) -> bool:
        upsert(connection, table, row)
        return True

    return put


def deletes(statement: sa.Delete) -> Change:
    """Return the change that deletes rows, if there are any."""
    return lambda connection: bool(connection.execute(statement).rowcount)


def _member(connection: sa.Connection, person: str) -> Member | None:
    row = connection.execute(sa.select(MEMBERS).where(MEMBERS.c.person == person)).one_or_none()
    return _as_member(row) if row else None


def _as_member(row: sa.Row[Any]) -> Member:
    return Member(row.person, Rank(row.rank), row.label, row.since)


def _has_used(connection: sa.Connection, digest: str, action: Action) -> bool:
    """Whoever was dismissed does not come back through the link that they came by."""
    joined = sa.select(AUDIT.c.after).where(AUDIT.c.what == action.what, AUDIT.c.who == action.who)
    return any(after and after.get(INVITATION) == digest for after in connection.scalars(joined))
