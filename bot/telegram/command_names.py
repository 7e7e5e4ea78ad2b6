"""What commands are called in each language; a command of another language than the reader's works as well."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from bot.locales import LANGUAGES, say

SHOWN = ("start", "help", "program", "cek", "bahasa", "privasi", "hapus")  # keys of everybody's, in the menu's order


def names(key: str) -> Mapping[str, str]:
    """Return a command's name by language."""
    return {language: say(language, f"name-{key}") for language in LANGUAGES}


@cache
def every_name(*keys: str) -> tuple[str, ...]:
    """Return all names of some commands, each once."""
    return tuple(dict.fromkeys(name for key in keys for name in names(key).values()))


def language_of(name: str, keys: Collection[str] = SHOWN) -> str | None:
    """Return the one language in which a command has a name, None if it has it in several, or none."""
    said = [language for key in keys for language, one in names(key).items() if one == name]
    return said[0] if len(said) == 1 else None
