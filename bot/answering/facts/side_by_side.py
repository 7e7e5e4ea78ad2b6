"""The first line of a comparison: the values of several levels or places beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.facts.asked import Asked
from bot.answering.facts.compare import Row, compare
from bot.answering.facts.saying import line
from bot.domain.answers import MOST_FIRST_WORDS, FirstLine, Phrase
from bot.domain.facts import Fact, Operation, Scope
from bot.language.tokens import terms


def side_by_side(asked: Asked, facts: Iterable[Fact], language: str) -> FirstLine | None:
    """Return what is asked of all levels or places that are named: in the line, or as a small table of several rows."""
    scope = asked.compared
    if scope is None:
        return None
    names = sorted(asked.names[scope])
    units = asked.units
    told = [fact for fact in facts if asked.fits(fact) and (not units or fact.value.unit in units)]
    rows = _asked_for(compare(told, scope, names), asked, language)
    if not rows:
        return None
    shown_rows = tuple(_row(row, scope, names) for row in rows)
    used = [fact for row in rows for cell in row.cells for fact in cell]
    if len(rows) == 1:
        in_line = "; ".join(text for _, text in sorted(zip(rows[0].cells, shown_rows[0][1:], strict=True), key=_least))
        if len(in_line.split()) <= MOST_FIRST_WORDS:
            return line(Operation.COMPARE, (Phrase("first-values", (("values", in_line),)),), used)
    return replace(line(Operation.COMPARE, (Phrase("first-compared"),), used), rows=shown_rows)


def _asked_for(rows: Sequence[Row], asked: Asked, language: str) -> Sequence[Row]:
    """Return the rows whose attribute says most of what is asked; all of them where none says any of it."""
    wanted = {*terms(asked.question, language)}
    said = [len(wanted.intersection(terms(row.attribute, language))) for row in rows]
    return [row for row, held in zip(rows, said, strict=True) if held == max(said)]


def _least(cell: tuple[tuple[Fact, ...], str]) -> Decimal:
    """Return what puts the most first: who asks "which is more" reads it first."""
    return -max((one.value.number or Decimal() for one in cell[0]), default=Decimal())


def _row(row: Row, scope: Scope, names: Sequence[str]) -> tuple[str, ...]:
    named = [name.upper() if scope is Scope.LEVEL else name.title() for name in names]
    cells = (
        " / ".join(dict.fromkeys(f"{one.bound} {one.value.written}".strip() for one in cell)) for cell in row.cells
    )
    return (row.attribute, *(f"{name}: {cell}" for name, cell in zip(named, cells, strict=True)))
