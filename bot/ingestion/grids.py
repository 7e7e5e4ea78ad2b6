"""Tables on a printed page: cells by the rules that are drawn around them, or by how their text stands in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bot.ingestion.glyphs import Glyphs, Rule
from bot.ingestion.lines import Line, joined
from bot.ingestion.table_headers import names_columns

_NEAR = 3.0  # points: rules that stand no further apart are one, or touch
_FEWEST_RULES = 3  # level ones of a table without upright ones
_APART = 0.7  # of the letters' size: the white between two columns
_UNRULED_APART = 0.8  # where no rule says that it is a table
_SAME_BASE = 0.35  # of the letters' size
_LARGER_STEP = 1.12  # times the smallest distance of two lines: a new row begins
_LARGEST_STEP = 2.6  # times the letters' size from line to line within a table without rules
_FEWEST_ROWS = 3  # of a table without rules: two justified lines may part at one place by chance
_SHORT = 0.5  # of a table's width that a rule may leave out


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
        return self.bottom

    @property
    def has_header(self) -> bool:
        """Whether the first row names the columns."""
        return names_columns([row.cells for row in self.rows], [row.is_bold for row in self.rows])


@dataclass(slots=True)
class _Frame:
    """Rules that belong together."""

    level: list[Rule]
    upright: list[Rule]

    @property
    def edges(self) -> tuple[float, float, float, float]:
        every = [*self.level, *self.upright]
        return (
            min(one.left for one in every),
            min(one.top for one in every),
            max(one.right for one in every),
            max(one.bottom for one in every),
        )


def ruled_tables(glyphs: Sequence[Glyphs], rules: Sequence[Rule]) -> Iterator[tuple[Table, list[Glyphs]]]:
    """Yield each table that rules are drawn for, and the words that stand in it."""
    taken: set[int] = set()
    for frame in _frames(rules):
        left, top, right, bottom = frame.edges
        inside = [
            one
            for one in glyphs
            if id(one) not in taken
            and left - _NEAR <= (one.left + one.right) / 2 <= right + _NEAR
            and top - _NEAR <= one.base - 0.3 * one.size <= bottom + _NEAR
        ]
        if not frame.upright:
            inside += _outer_lines(inside, [one for one in glyphs if id(one) not in taken], frame)
        if inside and (table := _ruled(inside, frame)):
            taken |= set(map(id, inside))
            yield table, inside


def _outer_lines(inside: Sequence[Glyphs], glyphs: Sequence[Glyphs], frame: _Frame) -> list[Glyphs]:
    """Return the first and the last row of a table that has rules between its rows only; its frame takes them in."""
    gutters = _gutters(inside, _APART) if inside else []
    left, top, right, bottom = frame.edges
    height = max(below.top - above.top for above, below in pairwise(frame.level))
    found: list[Glyphs] = []
    for line in lines_of(glyphs):
        base, is_row = line[0].base, len(line) > 1 and left - _NEAR <= line[0].left and line[-1].right <= right + _NEAR
        if is_row and gutters and not any(one.left < at < one.right for one in line for at in gutters):
            if top - height < base <= top:
                frame.level.insert(0, frame.level[0]._replace(top=line[0].top - 1, bottom=line[0].top - 1))
                found += line
            elif bottom <= base - line[0].size < bottom + height and base < bottom + height:
                frame.level.append(frame.level[-1]._replace(top=line[0].bottom + 1, bottom=line[0].bottom + 1))
                found += line
    return found


def _frames(rules: Sequence[Rule]) -> list[_Frame]:
    """Return the rules in groups that touch; parallel level rules of one width belong together, too."""
    level = _merged([one for one in rules if one.is_level])
    upright = _merged([one for one in rules if not one.is_level])
    groups: list[list[Rule]] = []
    for one in [*level, *upright]:
        touched = [group for group in groups if any(_touch(one, other) for other in group)]
        groups = [group for group in groups if group not in touched]
        groups.append([one, *(other for group in touched for other in group)])
    frames = [
        _Frame([one for one in group if one.is_level], [one for one in group if not one.is_level]) for group in groups
    ]
    whole = [frame for frame in frames if len(frame.level) > 1 and frame.upright]
    loose = [one for frame in frames if not frame.upright for one in frame.level]
    return sorted([*whole, *_stacks(loose)], key=lambda frame: frame.edges[1])


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules, those in one line that touch as one."""
    found: list[Rule] = []
    for one in sorted(rules, key=lambda rule: (rule.top, rule.left) if rule.is_level else (rule.left, rule.top)):
        for at in range(len(found) - 1, max(-1, len(found) - 40), -1):
            other = found[at]
            if _in_line(one, other):
                found[at] = Rule(
                    min(one.left, other.left),
                    min(one.top, other.top),
                    max(one.right, other.right),
                    max(one.bottom, other.bottom),
                )
                if one.is_level:
                    found[at] = found[at]._replace(top=other.top, bottom=other.top)
                else:
                    found[at] = found[at]._replace(left=other.left, right=other.left)
                break
        else:
            found.append(one)
    return found


def _in_line(one: Rule, other: Rule) -> bool:
    if one.is_level:
        return abs(one.top - other.top) <= 1.5 and one.left <= other.right + _NEAR and other.left <= one.right + _NEAR
    return abs(one.left - other.left) <= 1.5 and one.top <= other.bottom + _NEAR and other.top <= one.bottom + _NEAR


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.top <= other.bottom + _NEAR
        and other.top <= one.bottom + _NEAR
    )


def _stacks(level: Sequence[Rule]) -> Iterator[_Frame]:
    """Yield level rules of one width, one under the other."""
    stacks: list[list[Rule]] = []
    for one in sorted(level, key=lambda rule: rule.top):
        for stack in stacks:
            if abs(stack[-1].left - one.left) <= _NEAR and abs(stack[-1].right - one.right) <= _NEAR:
                stack.append(one)
                break
        else:
            stacks.append([one])
    yield from (_Frame(stack, []) for stack in stacks if len(stack) >= _FEWEST_RULES)


def _ruled(inside: Sequence[Glyphs], frame: _Frame) -> Table | None:
    """Return the table that a frame makes of what stands in it; None if it is a box around text."""
    left, top, right, bottom = frame.edges
    columns = _near([left, right, *(one.left for one in frame.upright)])
    if len(columns) <= 2 or not frame.upright:
        columns = [left, *_gutters(inside, _APART), right]
    heights = _near([top, bottom, *(one.top for one in frame.level)])
    if len(columns) <= 2 or len(heights) <= 1:
        return None
    bands = [
        [one for one in inside if above <= one.base - 0.3 * one.size < below] for above, below in pairwise(heights)
    ]
    if len(heights) <= 3:  # one rule at most parts a header from what is under it
        rows = [row for band in bands for row in _rows_of(band, columns)]
    else:
        rows = list(_merged_bands(bands, heights, columns, frame))
    rows = [row for row in rows if any(row.cells)]
    if len(rows) < 2:
        return None
    return Table(tuple(rows), tuple(columns[:-1]), left, top, right, bottom, size=inside[0].size)


def _near(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for one in sorted(places):
        if not found or one - found[-1] > _NEAR:
            found.append(one)
    return found


def _gutters(glyphs: Sequence[Glyphs], apart: float) -> list[float]:
    """Return the middles of the white strips that no word stands in."""
    size = median(one.size for one in glyphs)
    found, end = [], None
    for one in sorted(glyphs, key=lambda each: each.left):
        if end is not None and one.left - end >= apart * size:
            found.append((one.left + end) / 2)
        end = one.right if end is None else max(end, one.right)
    return found


def _merged_bands(
    bands: Sequence[Sequence[Glyphs]], heights: Sequence[float], columns: Sequence[float], frame: _Frame
) -> Iterator[Row]:
    """Yield the row of each band; a cell that no rule ends is told in each row that it stands beside."""
    cells = [list(_cells(band, columns)) for band in bands]
    spans = list(pairwise(columns))
    for number in range(1, len(cells)):
        for column, (left, right) in enumerate(spans):
            if _is_open(frame, heights[number], left, right):
                both = [*cells[number - 1][column], *cells[number][column]]
                cells[number][column] = both
                for earlier in range(number - 1, -1, -1):
                    cells[earlier][column] = both
                    if earlier == 0 or not _is_open(frame, heights[earlier], left, right):
                        break
    for row in cells:
        yield _row(row)


def _is_open(frame: _Frame, height: float, left: float, right: float) -> bool:
    """Whether no rule is drawn at a height between two columns' edges."""
    if not frame.upright:
        return False
    drawn = [
        min(right, one.right) - max(left, one.left) for one in frame.level if abs(one.top - height) <= _NEAR
    ]
    return sum(one for one in drawn if one > 0) < _SHORT * (right - left)


def _cells(glyphs: Iterable[Glyphs], columns: Sequence[float]) -> list[list[Glyphs]]:
    """Return words in their columns: what stands across an edge belongs to where it begins."""
    found: list[list[Glyphs]] = [[] for _ in columns[1:]]
    for one in glyphs:
        at = max(0, sum(edge <= one.left + 1 for edge in columns) - 1)
        found[min(at, len(found) - 1)].append(one)
    return found


def _row(cells: Sequence[Sequence[Glyphs]]) -> Row:
    every = [one for cell in cells for one in cell]
    bold = sum(len(one.text) for one in every if one.is_bold)
    return Row(tuple(map(_told, cells)), bool(every) and 2 * bold > sum(len(one.text) for one in every))


def _told(cell: Sequence[Glyphs]) -> str:
    """Return a cell's text."""
    lines = [Line(" ".join(one.text for one in line)) for line in lines_of(cell)]
    return joined(lines, frozenset()).plain if lines else ""


def lines_of(glyphs: Iterable[Glyphs]) -> list[list[Glyphs]]:
    """Return words in lines, from top to bottom, each from left to right."""
    lines: list[list[Glyphs]] = []
    for one in sorted(glyphs, key=lambda each: each.base):
        if lines and one.base - lines[-1][0].base <= _SAME_BASE * max(one.size, lines[-1][0].size):
            lines[-1].append(one)
        else:
            lines.append([one])
    return [sorted(line, key=lambda each: each.left) for line in lines]


def _rows_of(glyphs: Sequence[Glyphs], columns: Sequence[float]) -> Iterator[Row]:
    """Yield the rows that lines make: one begins where the first column is filled, after more space if some have more."""
    lines = lines_of(glyphs)
    steps = [below[0].base - above[0].base for above, below in pairwise(lines)]
    smallest, largest = min(steps, default=0.0), max(steps, default=0.0)
    is_uneven = largest > _LARGER_STEP * smallest
    row: list[list[Glyphs]] = []
    for number, line in enumerate(lines):
        cells = _cells(line, columns)
        is_far = number == 0 or not is_uneven or steps[number - 1] > _LARGER_STEP * smallest
        if number == 0 or (cells[0] and is_far) or (is_uneven and is_far):
            if row:
                yield _row(row)
            row = cells
        else:
            row = [[*above, *below] for above, below in zip(row, cells, strict=True)]
    if row:
        yield _row(row)


def aligned_tables(glyphs: Sequence[Glyphs]) -> Iterator[tuple[Table, list[Glyphs]]]:
    """Yield each table whose columns only white parts, and the words that stand in it."""
    lines = lines_of(glyphs)
    start = 0
    while start < len(lines):
        end = _end_of_table(lines, start)
        inside = [one for line in lines[start:end] for one in line]
        if end > start and (table := _aligned(inside)):
            yield table, inside
            start = end
        else:
            start += 1


def _end_of_table(lines: Sequence[Sequence[Glyphs]], start: int) -> int:
    """Return where the lines end that stand in the same columns: at the start itself if there is no table."""
    if len(lines[start]) < 2:
        return start
    end, gutters, full = start + 1, _gutters(lines[start], _UNRULED_APART), 1
    while end < len(lines) and gutters:
        line = lines[end]
        step, size = line[0].base - lines[end - 1][0].base, line[0].size
        shared = _gutters([each for row in lines[start : end + 1] for each in row], _UNRULED_APART)
        if step > _LARGEST_STEP * size or not shared or len(shared) < min(2, len(gutters)) or (len(line) < 2 and not _goes_on(lines, end)):
            break
        gutters, full, end = shared, full + (len(line) > 1), end + 1
    while end > start and len(lines[end - 1]) < 2 and not _goes_on(lines, end - 1):
        end -= 1
    return end if full >= _FEWEST_ROWS else start


def _goes_on(lines: Sequence[Sequence[Glyphs]], at: int) -> bool:
    """Whether a line with one cell is the next line of a row: it stands nearer to it than rows do."""
    line, before = lines[at][0], lines[at - 1]
    step = line.base - before[0].base
    looks = {(one.size, one.is_bold) for one in before}
    return (line.size, line.is_bold) in looks and step <= 1.5 * line.size


def _aligned(inside: Sequence[Glyphs]) -> Table | None:
    edges = [min(one.left for one in inside), max(one.right for one in inside)]
    columns = [edges[0], *_gutters(inside, _UNRULED_APART), edges[1]]
    rows = list(_rows_of(inside, columns))
    if len(columns) < 3 or len(rows) < 2:
        return None
    top, bottom = min(one.top for one in inside), max(one.bottom for one in inside)
    return Table(tuple(rows), tuple(columns[:-1]), edges[0], top, edges[1], bottom, size=inside[0].size)
