"""Tables on a printed page: rows of cells, made of words that stand in the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bot.ingestion.glyphs import Glyphs
from bot.ingestion.lines import Line, joined
from bot.ingestion.table_headers import names_columns

_SAME_BASE = 0.35  # of the letters' size
_SPACE = 0.1  # of the letters' size: less is no space
_LARGER_STEP = 1.12  # times the smallest distance of two lines: a new row begins


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, the height it stands at, and whether most of its letters are bold."""

    cells: tuple[str, ...]
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells and where they stand; how many of the first ones name the columns."""

    rows: tuple[Row, ...]
    columns: tuple[float, ...]  # where they begin
    left: float
    top: float
    right: float
    bottom: float
    size: float = 0.0
    is_bold: bool = False
    text: str = ""

    @property
    def lines(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def base(self) -> float:
        """Where it ends, as the line that words stand on."""
        return self.bottom

    @property
    def has_header(self) -> bool:
        """Whether the first row names the columns."""
        return names_columns([row.cells for row in self.rows], [row.is_bold for row in self.rows])


def gutters(glyphs: Sequence[Glyphs], apart: float) -> list[float]:
    """Return the middles of the white strips that no word stands in."""
    size = median(one.size for one in glyphs)
    found, end = [], None
    for one in sorted(glyphs, key=lambda each: each.left):
        if end is not None and one.left - end >= apart * size:
            found.append((one.left + end) / 2)
        end = one.right if end is None else max(end, one.right)
    return found


def cells_of(glyphs: Iterable[Glyphs], columns: Sequence[float]) -> list[list[Glyphs]]:
    """Return words in their columns: what stands across an edge belongs to where it begins."""
    found: list[list[Glyphs]] = [[] for _ in columns[1:]]
    for one in glyphs:
        at = max(0, sum(edge <= one.left + 1 for edge in columns) - 1)
        found[min(at, len(found) - 1)].append(one)
    return found


def row_of(cells: Sequence[Sequence[Glyphs]]) -> Row:
    """Return the row that the words of its cells make."""
    every = [one for cell in cells for one in cell]
    bold = sum(len(one.text) for one in every if one.is_bold)
    return Row(tuple(map(_told, cells)), bool(every) and 2 * bold > sum(len(one.text) for one in every))


def _told(cell: Sequence[Glyphs]) -> str:
    """Return a cell's text."""
    lines = [Line(text_of(line)) for line in lines_of(cell)]
    return joined(lines, frozenset()).plain if lines else ""


def text_of(line: Sequence[Glyphs]) -> str:
    """Return the words of a line as one text: what stands close together is one word."""
    text = line[0].text
    for before, one in pairwise(line):
        text += f" {one.text}" if one.left - before.right > _SPACE * one.size else one.text
    return text


def lines_of(glyphs: Iterable[Glyphs]) -> list[list[Glyphs]]:
    """Return words in lines, from top to bottom, each from left to right."""
    lines: list[list[Glyphs]] = []
    for one in sorted(glyphs, key=lambda each: each.base):
        if lines and one.base - lines[-1][0].base <= _SAME_BASE * max(one.size, lines[-1][0].size):
            lines[-1].append(one)
        else:
            lines.append([one])
    return [sorted(line, key=lambda each: each.left) for line in lines]


def rows_of(glyphs: Sequence[Glyphs], columns: Sequence[float]) -> Iterator[Row]:
    """Yield the rows that lines make: a filled first column begins one, after more space if there is some."""
    lines = lines_of(glyphs)
    steps = [below[0].base - above[0].base for above, below in pairwise(lines)]
    smallest, largest = min(steps, default=0.0), max(steps, default=0.0)
    is_uneven = largest > _LARGER_STEP * smallest
    row: list[list[Glyphs]] = []
    for number, line in enumerate(lines):
        cells = cells_of(line, columns)
        is_far = number == 0 or not is_uneven or steps[number - 1] > _LARGER_STEP * smallest
        if number == 0 or (cells[0] and is_far) or (is_uneven and is_far):
            if row:
                yield row_of(row)
            row = cells
        else:
            row = [[*above, *below] for above, below in zip(row, cells, strict=True)]
    if row:
        yield row_of(row)
