"""Years that are counted from what was told: "tahun sebelumnya"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.quantities import years

_NEXT_TO = (
    (re.compile(r"\b(?:(?:tahun|taun|thn) sebelum(?:nya|e)?|(?:the )?(?:year before|previous year))\b", re.I), -1),
    (re.compile(r"\b(?:(?:tahun|taun|thn) (?:berikut|sesudah)(?:nya|e)?|(?:the )?year after)\b", re.I), 1),
)


def dated(text: str, told: Sequence[str]) -> str:
    """Return a text with the year that it counts from what was told: after "UMP 2026", "tahun sebelumnya" is 2025.

    Counted from is the first of some texts that names a year; one that names several is nothing to count from.
    """
    named = next(filter(None, (set(years(one)) for one in told)), set())
    if len(named) == 1:
        for pattern, step in _NEXT_TO:
            text = pattern.sub(str(int(min(named)) + step), text)
    return text
