"""Rows put in place of those that there are, or left out where there are any: one clause for all databases."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

_DIALECTS: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}  # the same clause, from two modules


def upsert(
    connection: sa.Connection, table: sa.Table, row: Mapping[str, Any], added: Collection[str] = frozenset()
) -> None:
    """Insert a row, or write it over the one with the same primary key; numbers of `added` columns are added to it."""
    insert = _insert(connection, table).values(**row)
    key = [column.name for column in table.primary_key]
    rest = {
        name: table.c[name] + insert.excluded[name] if name in added else insert.excluded[name]
        for name in row
        if name not in key
    }
    connection.execute(insert.on_conflict_do_update(index_elements=key, set_=rest))


def add_new(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> int:
    """Insert the rows whose primary key is not there yet; return how many."""
    return connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows).rowcount


def _insert(connection: sa.Connection, table: sa.Table) -> Any:
    return _DIALECTS[connection.dialect.name].insert(table)
