"""Years by the clock ("tahun ini", "tahun depan") and counted from what was told ("tahun sebelumnya")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.quantities import years

_YEAR = r"\b(?:tahun|taun|thn)"
_COUNTS = (("dua|2|two", 2), ("tiga|3|three", 3), ("empat|4|four", 4), ("lima|5|five", 5))
_MEANT = (
    *(
        (re.compile(rf"\b(?:{count}) (?:tahun|taun|thn) (?:yang )?lalu\b|\b(?:{count}) years ago\b", re.I), -step)
        for count, step in _COUNTS
    ),
    (re.compile(rf"{_YEAR} (?:ini|sekarang|berjalan)\b|\bthis year\b", re.IGNORECASE), 0),
    (re.compile(rf"{_YEAR} (?:lalu|kemarin)\b|\blast year\b", re.IGNORECASE), -1),
)
_OF_YEARS = re.compile(rf"{_YEAR}|\byears?\b", re.IGNORECASE)  # most questions say nothing of them
_YEAR_NEXT_TO = (
    (re.compile(r"\b(?:(?:tahun|taun|thn) sebelum(?:nya|e)?|(?:the )?(?:year before|previous year))\b", re.I), -1),
    (re.compile(r"\b(?:(?:tahun|taun|thn) (?:berikut|sesudah)(?:nya|e)?|(?:the )?year after)\b", re.I), 1),
)
_NEXT = re.compile(rf"(?P<word>{_YEAR} )(?:depan|besok)\b|\bnext year\b", re.IGNORECASE)


def named(text: str, year: int) -> str:
    """Return a question with the next year's number in place of "tahun depan": what no document holds is then told."""
    return _NEXT.sub(lambda said: f"{said['word'] or ''}{year + 1}", text)


def meant(text: str, year: int) -> str | None:
    """Return the year that a question means by the clock, if it means one that has begun ("tahun ini"), else None."""
    if not _OF_YEARS.search(text):
        return None
    return next((str(year + step) for pattern, step in _MEANT if pattern.search(text)), None)


def in_numbers(text: str, year: int) -> str:
    """Return a text with the numbers of the years that it means by the clock."""
    for pattern, step in _MEANT:
        text = pattern.sub(str(year + step), text)
    return named(text, year)


def dated(text: str, told: Sequence[str]) -> str:
    """Return a text with the year that it counts from what was told: after "UMP 2026", "tahun sebelumnya" is 2025.

    Counted from is the first of some texts that names a year; one that names several is nothing to count from.
    """
    named = next(filter(None, (set(years(one)) for one in told)), set())
    if len(named) == 1:
        for pattern, step in _YEAR_NEXT_TO:
            text = pattern.sub(str(int(min(named)) + step), text)
    return text
