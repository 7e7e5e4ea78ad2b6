"""An amount asked of others behind an answer: "yang buat guru?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.documents import Statement
from bot.language.quantities import MONEY, RANK, SHARE
from bot.language.told import told_units

_FOR_OTHERS = re.compile(
    r"^(?i:(?:(?:nah|oh|terus|lalu|dan|and|kalau|yang) )*(?:(?:buat|untuk|bagi|for|kalau|yang)|(?:what|how) about) "
    r"(?:(?:yang|the|for|para) )*)(?:[^\W\d_]+|(?:[A-Z][\w'’]*[ –-]?){2,5})\W*$"
)


def is_for_others(text: str) -> bool:
    """Return whether a question only names for whom else it is asked: "yang buat guru?", "what about farmers?"."""
    return _FOR_OTHERS.search(text) is not None


def unit_told(statements: Sequence[Statement]) -> str | None:
    """Return of what the first of some statements tells a number: money before all else; None if it tells none."""
    told = told_units(statements[0].text) if statements else ()
    units = [unit for unit in told if unit and unit not in (RANK, SHARE)]
    return MONEY if MONEY in units else next(iter(units), None)


def tells(statement: Statement, unit: str) -> bool:
    """Return whether a statement tells a number of something."""
    return unit in told_units(statement.text)
