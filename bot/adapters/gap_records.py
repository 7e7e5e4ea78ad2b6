"""What people asked in vain, read from the records, and what the team did about it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.schema import AUDIT, FEEDBACK, GAPS, UNANSWERED
from bot.adapters.upserts import upsert
from bot.domain.gaps import AskedInVain, Dealt, Remedy
from bot.domain.ports import Action
from bot.language.tokens import detect


class SqlGaps:
    """The GapRecords port over a database that is open."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def asked(self, since: datetime, until: datetime) -> list[AskedInVain]:
        """Return the questions of a time, oldest first: unanswered ones, and those kept with a 👎."""
        unanswered = sa.select(UNANSWERED.c.text, UNANSWERED.c.language, UNANSWERED.c.at).where(
            UNANSWERED.c.at >= since, UNANSWERED.c.at < until
        )
        disliked = sa.select(FEEDBACK.c.text, FEEDBACK.c.at).where(
            FEEDBACK.c.at >= since, FEEDBACK.c.at < until, ~FEEDBACK.c.good, FEEDBACK.c.text.is_not(None)
        )

        def read(connection: sa.Connection) -> list[AskedInVain]:
            found = [AskedInVain(*row) for row in connection.execute(unanswered)]
            found += [AskedInVain(text, detect(text), at, True) for text, at in connection.execute(disliked)]
            return sorted(found, key=lambda one: one.at)

        return await self._database.read(read)

    async def dealt(self) -> list[Dealt]:
        """Return the gaps that were dealt with, the last one first."""

        def read(connection: sa.Connection) -> list[Dealt]:
            rows = connection.execute(sa.select(GAPS).order_by(GAPS.c.at.desc(), GAPS.c.id))
            return [Dealt(**{**row._mapping, "remedy": Remedy(row.remedy)}) for row in rows]

        return await self._database.read(read)

    async def deal(self, dealt: Dealt, action: Action | None) -> None:
        """Keep what was done about a gap, with its entry in the audit log if there is one to make."""

        def write(connection: sa.Connection) -> None:
            upsert(connection, GAPS, asdict(dealt))
            if action:
                connection.execute(AUDIT.insert(), asdict(action))

        await self._database.write(write)
