"""Two or more levels or places side by side: a row for each attribute that is told of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.facts import Fact, Measure, Scope

MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute, and the facts that tell it of each: those of one source after another."""

    attribute: str
    cells: tuple[tuple[Fact, ...], ...]  # in the order in which they are compared


def compare(facts: Iterable[Fact], scope: Scope, names: Sequence[str]) -> tuple[Row, ...]:
    """Return a row for each attribute of which every name has values of one measure, in the order of the facts."""
    by_attribute: dict[tuple[str, Measure, str], dict[str, list[Fact]]] = {}
    for fact in facts:
        for name in names:
            if name in fact.names(scope) and fact.value.measure is not Measure.DATE:
                key = (fact.attribute, *fact.value.kind[:2])
                cells = by_attribute.setdefault(key, {}).setdefault(name, [])
                if not any(_same(fact, other) for other in cells):
                    cells.append(fact)
    whole = [(key[0], cells) for key, cells in by_attribute.items() if len(cells) == len(names)]
    rows = [Row(title, tuple(tuple(cells[name]) for name in names)) for title, cells in whole]
    return tuple(one for one in rows if not any(_tells_less(one, other) for other in rows))[:MOST_ROWS]


def _tells_less(row: Row, other: Row) -> bool:
    """Whether a row holds values that another one holds too, which is told more narrowly: of fewer people each."""
    if row is other or any(not _holds(there, here) for here, there in zip(row.cells, other.cells, strict=True)):
        return False
    return _breadth(other) < _breadth(row)


def _holds(cell: Iterable[Fact], part: Iterable[Fact]) -> bool:
    told = {(one.value.number, one.value.unit) for one in cell}
    return all((one.value.number, one.value.unit) in told for one in part)


def _breadth(row: Row) -> int:
    return sum(len(fact.qualifiers) for cell in row.cells for fact in cell)


def _same(fact: Fact, other: Fact) -> bool:
    return fact.value.number is not None and fact.value.number == other.value.number
