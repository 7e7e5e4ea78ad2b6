"""Wishes to be written to, over a real database: kept, claimed by one process, settled, expired, forgotten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.address_records import SqlAddresses
from bot.adapters.database import SqlDatabase
from bot.domain.addresses import Address, Purpose

NOW = dt.datetime(2030, 11, 20, 12, 0, tzinfo=dt.UTC)
SOON, LATER = NOW + dt.timedelta(minutes=5), NOW + dt.timedelta(days=400)
ANI = Address("p1", Purpose.REPORT, "secret", "id", LATER, "week 1")
BUDI = Address("p2", Purpose.REPORT, "hidden", "en", LATER)


@pytest.fixture
def addresses(database: SqlDatabase) -> SqlAddresses:
    return SqlAddresses(database)


async def test_what_is_kept_is_found_by_person_and_by_purpose(addresses: SqlAddresses) -> None:
    shared = replace(ANI, purpose=Purpose.SHARED)
    for one in (ANI, shared, BUDI):
        await addresses.keep(one)
    assert await addresses.of("p1") == [ANI, shared]
    assert await addresses.all(Purpose.REPORT) == [ANI, BUDI]
    await addresses.drop("p1", Purpose.REPORT)
    assert await addresses.all() == [shared, BUDI]
    await addresses.drop("p1")
    assert await addresses.all() == [BUDI]


async def test_only_the_wish_that_was_read_is_removed_and_not_the_one_in_its_place(addresses: SqlAddresses) -> None:
    later = replace(ANI, expires=ANI.expires + dt.timedelta(minutes=1))
    for one in (later, replace(ANI, told="other")):
        await addresses.replace(one)
        assert not await addresses.remove(ANI)
        assert await addresses.of("p1") == [one]
    assert await addresses.remove(one)
    assert await addresses.of("p1") == []


async def test_to_renew_a_wish_leaves_what_was_told(addresses: SqlAddresses) -> None:
    await addresses.keep(ANI)
    await addresses.keep(replace(ANI, language="en", told=""))
    assert await addresses.of("p1") == [replace(ANI, language="en")]


async def test_a_wish_in_place_of_another_leaves_nothing_of_it_not_even_its_claim(addresses: SqlAddresses) -> None:
    await addresses.keep(ANI)
    assert await addresses.claim(ANI, "week 2", NOW, SOON)
    await addresses.replace(replace(ANI, told="week 0"))
    assert await addresses.of("p1") == [replace(ANI, told="week 0")]
    assert await addresses.claim(ANI, "week 2", NOW, SOON)


async def test_a_wish_is_added_only_where_there_is_none(addresses: SqlAddresses) -> None:
    assert await addresses.add(ANI)
    assert not await addresses.add(replace(ANI, told="week 2"))
    assert await addresses.of("p1") == [ANI]


async def test_of_two_processes_one_may_tell_and_the_same_is_told_once(addresses: SqlAddresses, tmp_path: Path) -> None:
    other = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    try:
        await addresses.keep(ANI)
        assert await addresses.claim(ANI, "week 2", NOW, SOON)
        assert not await SqlAddresses(other).claim(ANI, "week 2", NOW, SOON)
        await addresses.settle(ANI, "week 2")
        assert not await SqlAddresses(other).claim(ANI, "week 2", LATER, LATER)
        assert await SqlAddresses(other).claim(ANI, "week 3", NOW, SOON)
    finally:
        other.close()


async def test_what_a_process_did_not_finish_telling_is_told_by_another(addresses: SqlAddresses) -> None:
    await addresses.keep(ANI)
    assert await addresses.claim(ANI, "week 2", NOW, SOON)
    assert await addresses.claim(ANI, "week 2", SOON, LATER)
    await addresses.settle(ANI, ANI.told)
    assert await addresses.claim(ANI, "week 2", NOW, SOON)


async def test_what_nobody_wishes_any_more_is_not_claimed(addresses: SqlAddresses) -> None:
    assert not await addresses.claim(ANI, "week 2", NOW, SOON)


async def test_wishes_expire_and_are_forgotten_with_their_person(
    addresses: SqlAddresses, database: SqlDatabase
) -> None:
    for one in (ANI, BUDI, replace(BUDI, purpose=Purpose.INGEST, expires=NOW)):
        await addresses.keep(one)
    assert await addresses.expire(NOW) == 1
    assert (await database.held("p2"))["addresses"] == 1
    await database.forget("p2")
    assert await addresses.all() == [ANI]
