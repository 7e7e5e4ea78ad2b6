"""What the team has withdrawn, each change with its entry in the audit log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.schema import WITHDRAWALS
from bot.adapters.team_records import act, deletes, puts
from bot.domain.ports import Action
from bot.domain.withdrawals import Withdrawal, Withdrawals

FRESH = 0.5  # seconds for which a look serves: with the next question, two are kept on a busy machine, too


class SqlWithdrawals:
    """The WithdrawalRecords port over a database that is open: a change here shows at once, one elsewhere soon.

    All of a process ask the same one of these, or what one of them changes the others see late.
    """

    def __init__(self, database: SqlDatabase, timer: Callable[[], float]) -> None:
        self._database, self._timer = database, timer
        self._known: Withdrawals = {}
        self._looked_at: float | None = None

    async def withdrawals(self) -> Withdrawals:
        """Return what is withdrawn, the latest first; it costs a read at most twice a second."""
        now = self._timer()
        if self._looked_at is None or now - self._looked_at >= FRESH:
            found = await self._database.read(_all)
            if found != self._known:  # else the same object, by which others know that nothing has changed
                self._known = found
            self._looked_at = now
        return self._known

    async def withdraw(self, withdrawal: Withdrawal, action: Action) -> None:
        """Take a statement back in every process, or give it another reason."""
        await act(self._database, puts(WITHDRAWALS, asdict(withdrawal)), action)
        self._looked_at = None

    async def restore(self, statement: str, action: Action) -> bool:
        """Let a statement be said again; return whether it was withdrawn."""
        delete = WITHDRAWALS.delete().where(WITHDRAWALS.c.statement == statement)
        was_withdrawn = await act(self._database, deletes(delete), action)
        self._looked_at = None
        return was_withdrawn


def _all(connection: sa.Connection) -> dict[str, Withdrawal]:
    columns = [WITHDRAWALS.c[name] for name in Withdrawal.__dataclass_fields__]
    query = sa.select(*columns).order_by(WITHDRAWALS.c.at.desc(), WITHDRAWALS.c.statement)
    return {row.statement: Withdrawal(*row) for row in connection.execute(query)}
