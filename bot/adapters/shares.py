"""Shared answers, how often they are opened, and which of the team have shared them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.records import from_json, to_json
from bot.adapters.schema import OPENINGS, SHARED, SHARERS
from bot.adapters.upserts import add_new, upsert
from bot.domain.sharing import Opened, Shared, Sharer

_COLUMNS = [SHARED.c[field.name] for field in fields(Shared)]
_TIMES = sa.func.coalesce(
    sa.select(sa.func.sum(OPENINGS.c.count)).where(OPENINGS.c.code == SHARED.c.code).scalar_subquery(), 0
).label("times")


class SqlShares:
    """The ShareRecords port over a database that is open."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def keep(self, answers: Sequence[Shared]) -> list[Shared]:
        """Keep those answers whose code is not kept yet; return all of them as they were kept first."""
        kept = await self._database.write(lambda connection: _keep(connection, answers))
        return [kept[one.code] for one in answers]

    async def shared(self, code: str) -> Shared | None:
        """Return the answer of a code, None if there is none."""
        return (await self._database.read(lambda connection: _found(connection, [code]))).get(code)

    async def count_opening(self, code: str, day: date) -> None:
        """Count that the link of a kept answer was followed."""
        row = {"code": code, "day": day, "count": 1}
        await self._database.write(lambda connection: upsert(connection, OPENINGS, row, added={"count"}))

    async def most_opened(self, count: int) -> list[Opened]:
        """Return at most `count` answers, the most opened first, then the latest."""
        query = sa.select(*_COLUMNS, _TIMES).order_by(_TIMES.desc(), SHARED.c.at.desc(), SHARED.c.code).limit(count)
        return await self._opened(query)

    async def note_sharer(self, person: str, code: str, at: datetime) -> None:
        """Keep that one of the team has shared a kept answer."""
        row = {"person": person, "code": code, "at": at}
        await self._database.write(lambda connection: upsert(connection, SHARERS, row))

    async def shared_by(self, person: str, count: int) -> list[Opened]:
        """Return at most `count` answers that somebody has shared, the latest first, opened by whomever."""
        theirs = sa.select(*_COLUMNS, _TIMES).join(SHARERS, SHARERS.c.code == SHARED.c.code)
        query = theirs.where(SHARERS.c.person == person).order_by(SHARERS.c.at.desc(), SHARED.c.code).limit(count)
        return await self._opened(query)

    async def opened(self, person: str, since: date) -> int:
        """Return how often the links of what somebody has shared were followed since a day, by whomever."""
        theirs = sa.select(sa.func.coalesce(sa.func.sum(OPENINGS.c.count), 0)).join(
            SHARERS, SHARERS.c.code == OPENINGS.c.code
        )
        query = theirs.where(SHARERS.c.person == person, OPENINGS.c.day >= since)
        return await self._database.read(lambda connection: connection.scalar(query) or 0)

    async def untold(self, persons: Collection[str]) -> list[Sharer]:
        """Return what these have shared, the first first, except what they were told has changed."""
        wanted = SHARERS.c.told.is_(None) & SHARERS.c.person.in_(persons)
        query = (
            sa.select(SHARERS.c.person, SHARERS.c.code)
            .where(wanted)
            .order_by(SHARERS.c.at, SHARERS.c.person, SHARERS.c.code)
        )
        return await self._database.read(lambda connection: [Sharer(*row) for row in connection.execute(query)])

    async def note_told(self, sharers: Sequence[Sharer], at: datetime) -> None:
        """Keep that they were told."""

        def write(connection: sa.Connection) -> None:
            for one in sharers:
                theirs = (SHARERS.c.person == one.person) & (SHARERS.c.code == one.code)
                connection.execute(SHARERS.update().where(theirs).values(told=at))

        await self._database.write(write)

    async def _opened(self, query: sa.Select[Any]) -> list[Opened]:
        def read(connection: sa.Connection) -> list[Opened]:
            return [Opened(_as_shared(row), row["times"]) for row in connection.execute(query).mappings()]

        return await self._database.read(read)


def _found(connection: sa.Connection, codes: Sequence[str]) -> dict[str, Shared]:
    rows = connection.execute(sa.select(*_COLUMNS).where(SHARED.c.code.in_(codes))).mappings()
    return {row["code"]: _as_shared(row) for row in rows}


def _keep(connection: sa.Connection, answers: Sequence[Shared]) -> dict[str, Shared]:
    codes = [one.code for one in answers]
    kept = _found(connection, codes)
    if missing := {one.code: one for one in answers if one.code not in kept}:
        added = add_new(connection, SHARED, [json.loads(to_json(one)) | {"at": one.at} for one in missing.values()])
        # Where writers don't wait for each other, another process may have been quicker.
        kept |= missing if added == len(missing) else _found(connection, codes)
    return kept


def _as_shared(row: sa.RowMapping) -> Shared:
    stored = {column.name: row[column.name] for column in _COLUMNS}
    return from_json(Shared, json.dumps(stored | {"at": row["at"].isoformat()}).encode())
