"""The records of who wants to be written to about what; the chats in them are encrypted by the front end."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.adapters.database import SqlDatabase
from bot.adapters.schema import ADDRESSES
from bot.adapters.upserts import add_new, upsert
from bot.domain.addresses import Address, Purpose

_COLUMNS = [ADDRESSES.c[field.name] for field in fields(Address)]


class SqlAddresses:
    """The AddressRecords port over a database that is open."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def keep(self, address: Address) -> None:
        """Keep a wish; of one that is there already, only what was told last stays as it was."""
        row = asdict(address)
        renewed = {name: row[name] for name in ("chat", "language", "expires")}

        def put(connection: sa.Connection) -> None:
            if not connection.execute(ADDRESSES.update().where(_is(address)).values(renewed)).rowcount:
                connection.execute(ADDRESSES.insert(), row)

        await self._database.write(put)

    async def replace(self, address: Address) -> None:
        """Keep a wish in place of the one that may be there, with what was told and claimed of it."""
        row = asdict(address) | {"claimed": None}
        await self._database.write(lambda connection: upsert(connection, ADDRESSES, row))

    async def add(self, address: Address) -> bool:
        """Keep a wish unless one is there already; return whether it was kept."""
        rows = [asdict(address)]
        return bool(await self._database.write(lambda connection: add_new(connection, ADDRESSES, rows)))

    async def drop(self, person: str, purpose: Purpose | None = None) -> None:
        """Delete somebody's wish, or all of theirs."""
        delete = ADDRESSES.delete().where(ADDRESSES.c.person == person)
        if purpose is not None:
            delete = delete.where(ADDRESSES.c.purpose == purpose)
        await self._database.write(lambda connection: connection.execute(delete))

    async def remove(self, address: Address) -> bool:
        """Delete a wish as it was read, and return whether it was there; one kept in its place since stays."""
        as_read = _is(address) & (ADDRESSES.c.told == address.told) & (ADDRESSES.c.expires == address.expires)
        delete = ADDRESSES.delete().where(as_read)
        return bool(await self._database.write(lambda connection: connection.execute(delete).rowcount))

    async def of(self, person: str) -> list[Address]:
        """Return somebody's wishes."""
        return await self._read(ADDRESSES.c.person == person)

    async def all(self, purpose: Purpose | None = None) -> list[Address]:
        """Return everybody's wishes, or those of one purpose."""
        return await self._read(sa.true() if purpose is None else ADDRESSES.c.purpose == purpose)

    async def claim(self, address: Address, what: str, now: datetime, until: datetime) -> bool:
        """Return whether the caller may tell it now: nobody has told `what`, and nobody else is about to.

        Others may try again from `until` on, unless it is settled before.
        """
        is_free = ADDRESSES.c.claimed.is_(None) | (ADDRESSES.c.claimed <= now)
        claim = ADDRESSES.update().where(_is(address), ADDRESSES.c.told != what, is_free).values(claimed=until)
        return bool(await self._database.write(lambda connection: connection.execute(claim).rowcount))

    async def settle(self, address: Address, told: str) -> None:
        """End a claim: this is what they were told last."""
        settled = ADDRESSES.update().where(_is(address)).values(told=told, claimed=None)
        await self._database.write(lambda connection: connection.execute(settled))

    async def expire(self, now: datetime) -> int:
        """Delete the wishes whose time is over; return how many."""
        delete = ADDRESSES.delete().where(ADDRESSES.c.expires <= now)
        return await self._database.write(lambda connection: connection.execute(delete).rowcount)

    async def _read(self, wanted: sa.ColumnElement[bool]) -> list[Address]:
        query = sa.select(*_COLUMNS).where(wanted).order_by(ADDRESSES.c.person, ADDRESSES.c.purpose)
        return await self._database.read(lambda connection: [_address(row) for row in connection.execute(query)])


def _is(address: Address) -> sa.ColumnElement[bool]:
    return (ADDRESSES.c.person == address.person) & (ADDRESSES.c.purpose == address.purpose)


def _address(row: sa.Row[Any]) -> Address:
    return Address(**{**row._mapping, "purpose": Purpose(row.purpose)})
