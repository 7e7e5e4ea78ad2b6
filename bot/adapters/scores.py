"""Scores of the practice quiz, of those who want theirs kept."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.schema import SCORES
from bot.adapters.upserts import upsert
from bot.domain.quiz import Score


class SqlScores:
    """The ScoreRecords port over a database that is open."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def keep(self, person: str, round_: str, score: Score, at: datetime) -> None:
        """Keep the score of a round; what was kept of the same round before is replaced."""
        row = {"person": person, "round": round_, "right": score.right, "asked": score.asked, "at": at}
        await self._database.write(lambda connection: upsert(connection, SCORES, row))

    async def total(self, person: str) -> Score:
        """Return what somebody has kept, all rounds added."""
        sums = (sa.func.coalesce(sa.func.sum(column), 0) for column in (SCORES.c.right, SCORES.c.asked))
        query = sa.select(*sums).where(SCORES.c.person == person)
        return await self._database.read(lambda connection: Score(*connection.execute(query).one()))

    async def drop(self, person: str) -> None:
        """Delete what somebody has kept."""
        delete = SCORES.delete().where(SCORES.c.person == person)
        await self._database.write(lambda connection: connection.execute(delete))
