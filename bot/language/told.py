"""What a document's text tells in numbers, kept; a voter's question must not stay in memory."""

from __future__ import annotations

from functools import lru_cache

from bot.language.quantities import quantities, years


@lru_cache(maxsize=2000)
def told_units(text: str) -> tuple[str, ...]:
    """Return what each number of a document's text is of, in their order."""
    return tuple(one.unit for one in quantities(text))


@lru_cache(maxsize=2000)
def told_years(text: str) -> frozenset[str]:
    """Return the years of a document's text."""
    return frozenset(years(text))
