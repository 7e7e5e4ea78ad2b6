"""Shared answers to test with: `shared("A")` quotes one statement of a small release, `make(…)` shares any."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from bot.adapters.database import SqlDatabase
from bot.adapters.shares import SqlShares
from bot.answering.composing.composer import Composer
from bot.answering.retrieval.live import LiveIndex
from bot.domain.calendar import Calendar
from bot.domain.documents import Document, Release
from bot.domain.sharing import Shared, Verdict
from bot.domain.withdrawals import Withdrawal, Withdrawals
from bot.sharing.sharing import Sharing
from bot.telegram.sharing.handover import text
from tests.answering.fakes import FakePointer, FakeStore
from tests.releases import NOW, document, release, section

LATER = NOW + dt.timedelta(days=3)
RELEASE = release(document(section("Batas usia", "Paling tua 25 tahun.")))


def shared(code: str, at: dt.datetime = NOW) -> Shared:
    statements = tuple(RELEASE.statements.values())
    answer = Composer(RELEASE, "id", Calendar(), NOW).quoted(statements)
    return Shared(code, "id", answer, statements, statements, text(answer), RELEASE.id, at)


@dataclass
class TakenBack:
    """What is withdrawn at the moment."""

    now: Withdrawals = field(default_factory=dict)

    async def withdrawals(self) -> Withdrawals:
        return self.now


@dataclass
class World:
    """Sharing over whatever release is put live."""

    store: FakeStore
    pointer: FakePointer
    sharing: Sharing
    records: SqlShares
    taken_back: TakenBack

    def publish(self, *documents: Document) -> None:
        made = release(*documents, release_id=f"r{len(self.store.indexes)}")
        self.store.indexes |= FakeStore(made).indexes
        self.pointer.live = made.id

    @property
    def live(self) -> Release:
        return self.store.indexes[str(self.pointer.live)].release

    def withdraw(self, statement_id: str) -> None:
        known = self.live.statements[statement_id]
        one = Withdrawal(statement_id, known.section, known.text, "keliru", NOW, "who")
        self.taken_back.now = {**self.taken_back.now, statement_id: one}

    async def share(self, *ids: str, language: str = "id", now: dt.datetime = NOW) -> Shared:
        found = await self.sharing.share(ids or tuple(self.live.statements), language, now)
        assert found
        return found

    async def verdict(self, one: Shared) -> Verdict:
        return (await self.sharing.check(one.code, LATER)).verdict


def make(*documents: Document, calendar: Calendar | None = None) -> World:
    store, pointer, records = FakeStore(), FakePointer(None), SqlShares(SqlDatabase("sqlite://"))
    taken_back = TakenBack()
    live = LiveIndex(store, pointer, "test", 1, taken_back.withdrawals)
    sharing = Sharing(live, records, calendar or Calendar(), b"secret", text, taken_back.withdrawals)
    world = World(store, pointer, sharing, records, taken_back)
    world.publish(*documents)
    return world
