"""Kinds of things and their instances as data: `<kind>.toml` of every language folder, by the default one's names."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bot.language.registry import DEFAULT

_LANGUAGES = Path(__file__).parent


def things(kind: str, table: str) -> tuple[tuple[str, ...], ...]:
    """Return the things of a table by all their names, in all languages; things keep the order of the first file."""
    return tuple(by_thing(kind, table).values())


def by_thing(kind: str, table: str) -> dict[str, tuple[str, ...]]:
    """Return the same by the name that stands for each thing in all files."""
    named: dict[str, tuple[str, ...]] = {}
    for content in _contents(kind):
        for thing, names in content.get(table, {}).items():
            named[thing] = tuple(dict.fromkeys((*named.get(thing, ()), *names)))
    return named


def listed(kind: str, key: str) -> frozenset[str]:
    """Return the words of a list that stands outside of the tables, in all languages."""
    return frozenset(word for content in _contents(kind) for word in content.get(key, ()))


@cache
def _contents(kind: str) -> tuple[dict[str, Any], ...]:
    files = sorted(_LANGUAGES.glob(f"*/{kind}.toml"), key=lambda file: (file.parent.name != DEFAULT, file))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
