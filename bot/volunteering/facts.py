"""The numbers and dates of a statement that can be asked for, each with what it can be compared with."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal

from bot.language.quantities import MONEY, RANK, UNITS, dates, quantities

DAY = "day"  # unit of a whole date
_COUNTED = (frozenset(UNITS.values()) | {"usia"}) - {MONEY}
_LONGER = re.compile(r"[×/\u2013\u2014-]|[.,](?=\d)")  # beside a number: it is part of something longer
_SCALE = re.compile(r"\d\s*(?:ribu|juta|miliar|triliun|thousand|million|billion|trillion)\b", re.IGNORECASE)
# A date that only tells of when the rest holds, or who said it when, is nothing to learn.
_AS_OF = re.compile(
    r"\b(?:menurut|laporan|kabar|keterangan|data|kata|bercerita|tulisan|per|tertanggal|bertanggal|menyebut|mengatakan|"
    r"according to|reports?|reported|said|says|recounted|told|wrote|piece|quoted|as of|dated)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:pada|saat|dalam|sejak|per|di|hingga|on|at|as of|in|since|until|when|under)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value as a document writes it."""

    text: str
    unit: str  # only values of the same unit can be taken for each other
    value: Decimal | dt.date
    size: float  # two that differ by less are near: orders of magnitude, or years

    @property
    def look(self) -> tuple[bool, bool, bool]:
        """How it is written: with a word for thousands or millions, with marks within digits, with decimals."""
        marks = re.findall(r"[.,](\d+)", self.text)
        return bool(_SCALE.search(self.text)), any(len(one) == 3 for one in marks), any(len(one) < 3 for one in marks)


def facts(text: str, language: str) -> Iterator[Fact]:
    """Yield the values of a text in reading order, those in parentheses and of mere circumstance with them."""
    for one in quantities(text, language):
        is_money = one.unit == MONEY and re.match(r"(?:rp|idr)", one.text, re.IGNORECASE)
        is_count = one.unit in _COUNTED and one.text[0].isdigit()
        if one.unit != RANK and one.value > 0 and (is_money or is_count):
            yield Fact(one.text, one.unit, one.value, math.log10(one.value))
    for day in dates(text):
        if (value := _day(day.year, day.month, day.day)) is not None:
            yield Fact(day.text, DAY, value, value.toordinal() / 365)


def is_about(one: Fact, other: Fact) -> bool:
    """Return whether one value is the other, rounded: both may be said of the same thing."""
    if isinstance(one.value, dt.date) or isinstance(other.value, dt.date):
        return one.value == other.value
    fine, rough = sorted(
        (one.value.normalize(), other.value.normalize()), key=lambda value: -len(value.as_tuple().digits)
    )
    return Context(prec=len(rough.as_tuple().digits)).plus(fine) == rough


def telling(text: str, language: str) -> Iterator[Fact]:
    """Yield the values that a text is there to tell: the only one of its unit, said once, outside parentheses."""
    found = list(facts(text, language))
    for one in found:
        is_alone = sum(other.unit == one.unit for other in found) == 1 and text.count(one.text) == 1
        if is_alone and _is_told(one, text):
            yield one


def _is_told(fact: Fact, text: str) -> bool:
    before, _, after = text.partition(fact.text)
    in_parentheses = before.count("(") > before.count(")")
    is_part = bool(_LONGER.match(after.lstrip()) or _LONGER.match(before.rstrip()[-1:]))
    is_circumstance = fact.unit == DAY and (_AS_OF.search(before) or (_OPENING.match(before) and "," not in before))
    return not (in_parentheses or is_part or is_circumstance)


def _day(year: int | None, month: int, day: int | None) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year and day else None
    except ValueError:  # a day that no calendar has
        return None
