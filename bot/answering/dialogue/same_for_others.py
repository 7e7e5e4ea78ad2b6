"""The same asked of others behind an answer: "kalau Poltekkes?", "buat guru sama aja?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.documents import Statement
from bot.language.classes import pattern
from bot.language.quantities import MONEY, RANK, SHARE
from bot.language.told import told_units

_SAME = pattern(r"\b{same}\b")
_SAME_TERMS = frozenset("berla sama same appli".split())
_FOR_OTHERS = re.compile(
    r"^(?i:(?:(?:nah|oh|terus|lalu|dan|and|kalau|yang) )*(?:(?:buat|untuk|bagi|for|kalau|yang)|(?:what|how) about) "
    r"(?:(?:yang|the|for|para) )*)(?:[^\W\d_]+|(?:[A-Z][\w'’]*[ –-]?){2,5})\W*$"
)
_LIKE_SELF = pattern(r"\s+(?:seperti|kayak|kaya|macam|like) {self}\b(?=\W*$)")


def asks_whether_same(text: str) -> bool:
    """Return whether a question asks if what was told applies to others, too: "buat guru sama aja?"."""
    return _SAME.search(text) is not None


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


def to_whom(own: Sequence[str]) -> Sequence[str]:
    """Return the words of a question without those that only ask whether the same applies."""
    return [word for word in own if word not in _SAME_TERMS] or own


def without_likeness(text: str) -> str:
    """Return a question without that the asker is what it asks about: "yang sudah menikah kayak kami?"."""
    return _LIKE_SELF.sub("", text)
