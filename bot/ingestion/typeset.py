"""The words on the pages of a PDF → its lines in reading order, with what their places tell of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from bot.ingestion.aligned_tables import aligned_tables
from bot.ingestion.draft import collapse
from bot.ingestion.glyphs import Glyphs, Sheet
from bot.ingestion.grids import Table, lines_of
from bot.ingestion.lines import Line
from bot.ingestion.reading_order import Item, gutters, regions
from bot.ingestion.ruled_tables import ruled_tables

_GAP = 1.25  # times the usual distance of two lines
_GAP_IN_HEADING = 1.8  # times the size of its letters
_SPACE = 0.1  # of a letter's size: less is no space
_INDENT = 0.8, 6.0  # of a letter's size: by how much a paragraph's first line is moved in
_CENTRED = 2.0  # of a letter's size, free at both sides of a line in the middle
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_VALUE = re.compile(r":( |$)")
_MARKER = re.compile(r"(?:[•●○▪■◦‣⁃∙·➢✓✔\uf0b7\uf0a7*–—-]|\(?(?:\d{1,3}|[a-z])[.)])$")
_MOST_GUTTERS = 6  # places of a file at which even a single line makes a column
_MARK_WIDTH = 0.7  # of a letter's size: what a list's mark takes at least
_USUAL_SPACES = 0.2  # of the steps from line to line: no more lie within paragraphs in a file of short ones


@dataclass(frozen=True, slots=True)
class _Printed:
    """One line of a region."""

    text: str
    left: float
    start: float  # of its text, behind a list's mark
    right: float
    base: float
    size: float
    is_bold: bool
    marks: tuple[tuple[int, str], ...]
    is_pair: bool  # "Nama : nilai", aligned by white


def body_size(sheets: Sequence[Sheet]) -> float:
    """Return the size of most letters of a file, in points."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for one in sheet.glyphs:
            letters[one.size] += len(one.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def lines(sheets: Sequence[Sheet]) -> Iterator[Line]:
    """Yield the lines of a file; a table that goes on over a page is one, and its repeated header is left out."""
    size, tables = body_size(sheets), count(1)
    items = [list(_items(sheet)) for sheet in sheets]
    known = _common([one for found in items for one in gutters(found, size)], size)
    pages = [
        (sheet, [_arranged(region) for region in regions(found, size, known)])
        for sheet, found in zip(sheets, items, strict=True)
    ]
    usual = _usual_step([region for _, arranged in pages for region in arranged])
    before: Line | None = None
    open_table: tuple[Table, int] | None = None
    for sheet, arranged in pages:
        for region in arranged:
            is_first = True
            for group in region:
                if isinstance(group, Table):
                    goes_on = open_table if open_table and _continues(open_table[0], group) else None
                    number = goes_on[1] if goes_on else next(tables)
                    for line in _table_lines(group, goes_on[0] if goes_on else None, number, sheet.number):
                        before = line
                        yield line
                    open_table = (goes_on[0] if goes_on else group), number
                else:
                    for line in _prose(group, usual, sheet.number):
                        if is_first and before:
                            line = replace(line, has_gap=bool(before.table or _ENDS.search(before.text)))
                        is_first, before, open_table = False, line, None
                        yield line
                is_first = False


def _common(places: Sequence[float], size: float) -> list[float]:
    """Return the commonest places of gutters, each once."""
    counts = Counter(round(one / max(size, 1.0)) for one in places)
    firsts = {round(one / max(size, 1.0)): one for one in reversed(places)}
    return [firsts[key] for key, _ in counts.most_common(_MOST_GUTTERS)]


def _items(sheet: Sheet) -> list[Item]:
    """Return the tables with rules of a page, and the words outside of them."""
    found = list(ruled_tables(sheet.glyphs, sheet.rules))
    inside = {id(one) for _, words in found for one in words}
    words = [one for one in sheet.glyphs if id(one) not in inside]
    return [*(table for table, _ in found), *_with_markers(words)]


def _with_markers(glyphs: Sequence[Glyphs]) -> Iterator[Glyphs]:
    """Yield words, those behind a list's mark together with it: the white between them is no gutter."""
    for line in lines_of(glyphs):
        marker: Glyphs | None = None
        for one in line:
            if marker:
                one = replace(one, text=f"{marker.text} {one.text}", left=marker.left, start=one.left)
            marker = one if _MARKER.fullmatch(one.text) and one is not line[-1] else None
            if not marker:
                yield one


def _arranged(region: Sequence[Item]) -> list[Table | list[_Printed]]:
    """Return a region's tables and the lines between them, from top to bottom."""
    words = [one for one in region if isinstance(one, Glyphs)]
    found = [one for one in region if isinstance(one, Table)]
    pairs = {id(one) for line in lines_of(words) if _is_pair(line) for one in line}
    for table, inside in aligned_tables([one for one in words if id(one) not in pairs]):
        found.append(table)
        gone = set(map(id, inside))
        words = [one for one in words if id(one) not in gone]
    groups: list[Table | list[_Printed]] = []
    every: list[Table | _Printed] = [*found, *map(_printed, lines_of(words))]
    for one in sorted(every, key=lambda each: each.base):
        last = groups[-1] if groups else None
        if isinstance(one, Table):
            groups.append(one)
        elif isinstance(last, list):
            last.append(one)
        else:
            groups.append([one])
    return groups


def _is_pair(line: Sequence[Glyphs]) -> bool:
    return len(line) == 2 and bool(_VALUE.match(line[1].text))


def _printed(line: Sequence[Glyphs]) -> _Printed:
    text, marks = "", []
    for before, one in zip([None, *line], line, strict=False):
        is_apart = before and one.left - before.right > _SPACE * one.size and not _VALUE.match(one.text)
        text += f" {one.text}" if is_apart else one.text
        marks += [(len(text), one.mark)] if one.mark else []
    letters: Counter[tuple[float, bool]] = Counter()
    for one in line:
        letters[one.size, one.is_bold] += len(one.text)
    (size, is_bold), _ = letters.most_common(1)[0]
    base = max(line, key=lambda one: one.size).base
    start = line[0].start or line[0].left + (_MARK_WIDTH * size if _is_item(text) else 0.0)
    return _Printed(
        text, line[0].left, start, max(one.right for one in line), base, size, is_bold, tuple(marks), _is_pair(line)
    )


def _usual_step(regions: Sequence[Sequence[Table | list[_Printed]]]) -> float:
    """Return how far apart the lines of a paragraph stand, in sizes of their letters."""
    steps = sorted(
        (below.base - above.base) / above.size
        for region in regions
        for group in region
        if isinstance(group, list)
        for above, below in pairwise(group)
        if (above.size, above.is_bold) == (below.size, below.is_bold)
    )
    return steps[int(_USUAL_SPACES * len(steps))] if steps else 0.0


def _prose(group: Sequence[_Printed], usual: float, page: int) -> Iterator[Line]:
    """Yield lines with what their places tell: gaps, moved-in beginnings, free room, the middle."""
    left, right = min(one.left for one in group), max(one.right for one in group)
    for number, one in enumerate(group):
        before = group[number - 1] if number else None
        after = group[number + 1] if number + 1 < len(group) else None
        text = collapse(one.text).plain
        if not text:
            continue
        letter = max((one.right - one.left) / len(one.text), 0.1)
        yield Line(
            text,
            page=page,
            has_gap=before is None or _is_gap(before, one, usual) or _is_moved_in(before, one, after, (left, right)),
            size=one.size,
            is_bold=one.is_bold,
            room=(right - one.right) / letter,
            top=one.base,
            left=one.start,
            is_centred=_is_centred(one, left, right),
            marks=one.marks,
        )


def _is_gap(before: _Printed, one: _Printed, usual: float) -> bool:
    """Whether more space than usual parts two lines, or one of them tells a name and its value."""
    if one.is_pair or (before.is_pair and one.left <= before.left + one.size):
        return True
    step = (one.base - before.base) / before.size
    is_alike = (before.size, before.is_bold) == (one.size, one.is_bold)
    if is_alike and (one.is_bold or step < _GAP_IN_HEADING) and before.size > one.size:
        return step > _GAP_IN_HEADING
    return step > _GAP * usual if is_alike else False


def _is_moved_in(before: _Printed, one: _Printed, after: _Printed | None, edges: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph by standing further in than the lines around it."""
    least, most = (times * one.size for times in _INDENT)
    left, _ = edges
    is_in = least <= one.left - left <= most and not one.text[:1].islower()
    return (
        is_in
        and not _is_centred(one, *edges)
        and not _is_item(before.text)
        and before.left - left < least / 2
        and (after is None or after.left - left < least / 2)
    )


def _is_item(text: str) -> bool:
    marker, _, rest = text.partition(" ")
    return bool(rest) and bool(_MARKER.fullmatch(marker))


def _is_centred(one: _Printed, left: float, right: float) -> bool:
    free = one.left - left, right - one.right
    return not _is_item(one.text) and min(free) > _CENTRED * one.size and abs(free[0] - free[1]) < one.size


def _table_lines(table: Table, before: Table | None, number: int, page: int) -> Iterator[Line]:
    header = before.rows[0] if before else None
    for at, row in enumerate(table.rows):
        if at == 0 and header and row.cells == header.cells:
            continue
        plain = [collapse(cell).plain for cell in row.cells]
        is_header = at == 0 and before is None and table.has_header
        yield Line(_joined(plain), page=page, size=table.size, table=number, is_header=is_header)


def _joined(cells: Sequence[str]) -> str:
    """Return cells as a row has them in statements."""
    text = ""
    for number, cell in enumerate(cells):
        text += (" |" if text else "|") if number else ""
        text += f" {cell}" if text and cell else cell
    return text


def _continues(before: Table, table: Table) -> bool:
    """Whether a table goes on with another that stands in the same columns."""
    return len(before.columns) == len(table.columns) and all(
        abs((one - before.left) - (other - table.left)) <= 2 * table.size
        for one, other in zip(before.columns, table.columns, strict=True)
    )
