"""The address book: who is in it, what stands in it, who leaves it, and that the same is told once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
import os
from collections.abc import Awaitable, Callable, Iterator

import pytest
from telegram.error import BadRequest, Forbidden, TelegramError, TimedOut

from bot.adapters.address_records import SqlAddresses
from bot.adapters.database import SqlDatabase
from bot.domain.addresses import KEPT, Purpose
from bot.domain.team import Member, Rank
from bot.telegram.delivery.address_book import AddressBook
from tests.fakes import NOW

ANI, CHAT = Member("p1", Rank.ADMIN, "Ibu Ani"), 712345678


@dataclasses.dataclass
class Desk:
    """An address book, the team it serves, and the time."""

    records: SqlAddresses
    team: dict[str, Member] = dataclasses.field(default_factory=lambda: {"p1": ANI})
    chosen: dict[str, str] = dataclasses.field(default_factory=dict)
    now: dt.datetime = NOW

    def book(self, secret: bytes = b"secret") -> AddressBook:
        return AddressBook(self.records, secret, self._member, self._language, lambda: self.now, os.urandom)

    async def _member(self, person: str) -> Member | None:
        return self.team.get(person)

    async def _language(self, person: str) -> str | None:
        return self.chosen.get(person)


@pytest.fixture
def desk() -> Iterator[Desk]:
    database = SqlDatabase("sqlite://")
    yield Desk(SqlAddresses(database))
    database.close()


def sends(to: list[str], error: TelegramError | None = None) -> Callable[[], Awaitable[None]]:
    async def send() -> None:
        to.append("sent")
        if error:
            raise error

    return send


async def test_a_reader_is_written_to_in_their_language_and_no_id_stands_in_the_records(desk: Desk) -> None:
    await desk.book().put("p1", CHAT, Purpose.REPORT, "id")
    (reader,) = await desk.book().readers(Purpose.REPORT)
    assert (reader.member, reader.chat_id, reader.language) == (ANI, CHAT, "id")
    (kept,) = await desk.records.all()
    assert str(CHAT) not in str(kept)
    desk.chosen["p1"] = "en"
    assert [one.language for one in await desk.book().readers(Purpose.REPORT)] == ["en"]
    assert await desk.book().readers(Purpose.INGEST) == []


async def test_an_address_serves_in_no_other_row(desk: Desk) -> None:
    await desk.book().put("p1", CHAT, Purpose.REPORT, "id")
    (kept,) = await desk.records.all()
    await desk.records.keep(dataclasses.replace(kept, purpose=Purpose.INGEST))
    assert await desk.book().readers(Purpose.INGEST) == []


async def test_with_another_secret_all_are_dropped_and_one_line_says_so(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    for purpose in Purpose:
        await desk.book().put("p1", CHAT, purpose, "id")
    with caplog.at_level(logging.WARNING):
        assert await desk.book(b"another").tidy() == len(Purpose)
    assert len(caplog.records) == 1
    assert await desk.records.all() == []


async def test_who_has_lost_the_rank_is_written_to_no_more(desk: Desk) -> None:
    await desk.book().put("p1", CHAT, Purpose.REPORT, "id")
    await desk.book().put("p1", CHAT, Purpose.SHARED, "id")
    desk.team["p1"] = Member("p1", Rank.VOLUNTEER, "Ibu Ani")
    assert await desk.book().readers(Purpose.REPORT) == []
    assert await desk.book().wishes("p1") == {Purpose.SHARED}
    desk.team.clear()
    assert await desk.book().tidy() == 1


async def test_wishes_end_in_time_unless_they_are_renewed(desk: Desk) -> None:
    for purpose in (Purpose.REPORT, Purpose.INGEST):
        await desk.book().put("p1", CHAT, purpose, "id")
    desk.now += KEPT / 2
    await desk.book().renew("p1")
    desk.now += KEPT - dt.timedelta(seconds=1)
    assert await desk.book().wishes("p1") == {Purpose.REPORT, Purpose.INGEST}
    desk.now += dt.timedelta(seconds=1)
    assert await desk.book().wishes("p1") == frozenset()
    assert await desk.book().readers(Purpose.REPORT) == []
    assert await desk.book().tidy() == 1


async def test_the_same_is_told_once(desk: Desk) -> None:
    sent: list[str] = []
    await desk.book().put("p1", CHAT, Purpose.REPORT, "id", told="week 1")
    (reader,) = await desk.book().readers(Purpose.REPORT)
    assert not await desk.book().tell(reader, "week 1", sends(sent))
    assert await desk.book().tell(reader, "week 2", sends(sent))
    assert not await desk.book().tell(reader, "week 2", sends(sent))
    assert sent == ["sent"]


@pytest.mark.parametrize(
    "error",
    [Forbidden("Forbidden: bot was blocked by the user"), BadRequest("Chat not found")],
)
async def test_who_has_blocked_the_bot_leaves_the_book(desk: Desk, error: TelegramError) -> None:
    for purpose in Purpose:
        await desk.book().put("p1", CHAT, purpose, "id")
    (reader,) = await desk.book().readers(Purpose.REPORT)
    assert not await desk.book().tell(reader, "week 1", sends([], error))
    assert await desk.records.all() == []


async def test_what_did_not_get_through_is_told_again(desk: Desk) -> None:
    sent: list[str] = []
    await desk.book().put("p1", CHAT, Purpose.REPORT, "id")
    (reader,) = await desk.book().readers(Purpose.REPORT)
    assert not await desk.book().tell(reader, "week 1", sends(sent, TimedOut()))
    assert await desk.book().tell(reader, "week 1", sends(sent))
    assert sent == ["sent", "sent"]


async def test_where_an_ingest_is_shown_is_kept_for_a_day_whatever_else_is_renewed(desk: Desk) -> None:
    book = desk.book()
    await book.put_run("p1", CHAT, "id", 17)
    desk.now += dt.timedelta(hours=23)
    await book.renew("p1")
    assert [one.address.told for one in await book.readers(Purpose.RUN)] == ["17"]
    desk.now += dt.timedelta(hours=1)
    assert await book.readers(Purpose.RUN) == []


async def test_an_address_that_is_put_back_takes_no_newer_ones_place(desk: Desk) -> None:
    book = desk.book()
    await book.put_run("p1", CHAT, "id", 17)
    (old,) = await desk.records.all()
    await book.drop("p1", Purpose.RUN)
    assert await book.put_back(old)
    await book.drop("p1", Purpose.RUN)
    await book.put_run("p1", CHAT, "id", 18)
    assert not await book.put_back(old)
    assert [one.told for one in await desk.records.all()] == ["18"]
