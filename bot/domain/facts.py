"""Facts: the values that statements tell, each with what it is of, for whom, how far it binds and of when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.language.quantities import AGE, MONEY, RANK, SHARE
from bot.language.specifics import DURATIONS


class Operation(StrEnum):
    """What is done with facts to answer a question."""

    VALUE = "value"
    VERIFY = "verify"
    COMPARE = "compare"
    COMPUTE = "compute"
    QUOTE = "quote"


class Comparator(StrEnum):
    """How a value binds."""

    EXACTLY = "exactly"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    BELOW = "below"
    ABOVE = "above"
    ABOUT = "about"
    AVERAGE = "average"


class Measure(StrEnum):
    """What sort of value it is; only values of one measure can be compared."""

    MONEY = "money"
    AGE = "age"
    DURATION = "duration"
    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"
    LIST = "list"
    TEXT = "text"


class Scope(StrEnum):
    """What a qualifier says of a value."""

    LEVEL = "level"
    PLACE = "place"
    YEAR = "year"
    GROUP = "group"
    FOR = "for"  # for whom, in the document's words
    ROW = "row"  # of a table


@dataclass(frozen=True, slots=True)
class Qualifier:
    """For whom, where or when a value holds."""

    scope: Scope
    name: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is written, and what it compares by."""

    measure: Measure
    text: str  # as it is written
    number: Decimal | None = None
    unit: str = ""
    per: str = ""  # "per semester", as it is written
    per_unit: str = ""  # "semester"
    day: dt.date | None = None
    items: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The value with what it is per, as written."""
        return f"{self.text} {self.per}".strip()

    @property
    def kind(self) -> tuple[Measure, str, str]:
        """What two values must share to be compared: measure, unit and what it is per."""
        return self.measure, self.unit, self.per_unit


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that a statement tells."""

    statement: str  # its id
    attribute: str  # what it is of: a table's column, a section's title
    qualifiers: tuple[Qualifier, ...]
    value: Value
    comparator: Comparator = Comparator.EXACTLY
    bound: str = ""  # the word beside it that says so, as written: "rata-rata"
    as_of: str | None = None
    labels: tuple[str, ...] = ()
    disputed: bool = False  # another source than the first one of the sentence says it
    certain: bool = True  # nothing in its sentence is denied, excepted, planned or conditional

    def names(self, scope: Scope) -> frozenset[str]:
        """Return the names of its qualifiers of a scope."""
        return frozenset(one.name for one in self.qualifiers if one.scope is scope)


def measure_of(unit: str) -> Measure:
    """Return the measure of a quantity's unit."""
    known = {MONEY: Measure.MONEY, SHARE: Measure.PERCENT, AGE: Measure.AGE, RANK: Measure.TEXT}
    if unit in known:
        return known[unit]
    return Measure.DURATION if unit in DURATIONS else Measure.COUNT
