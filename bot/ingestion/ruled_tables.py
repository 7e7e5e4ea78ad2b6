"""Tables by the rules that are drawn around their cells, or between their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.ingestion.drawn import Rule
from bot.ingestion.glyphs import Glyphs
from bot.ingestion.grids import Row, Table, cells_of, gutters, lines_of, row_of, rows_of

_NEAR = 3.0  # points: rules that stand no further apart are one, or touch
_FEWEST_RULES = 3  # level ones of a table without upright ones
_APART = 0.7  # of the letters' size: the white between two columns
_ROW_APART = 2.0  # times the height of a coloured row: the next one stands no further away
_SHORT = 0.5  # of a column's width that a rule may leave out


@dataclass(slots=True)
class _Frame:
    """Rules that belong together."""

    level: list[Rule]
    upright: list[Rule]

    @property
    def is_box(self) -> bool:
        """Whether nothing upright stands in it: a box around text, or the colour behind a row."""
        left, _, right, _ = self.edges
        return all(min(one.left - left, right - one.left) <= _NEAR for one in self.upright)

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
    for frame in _frames(rules, glyphs):
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
    white = gutters(inside, _APART) if inside else []
    left, top, right, bottom = frame.edges
    height = max(below.top - above.top for above, below in pairwise(frame.level))
    found: list[Glyphs] = []
    for line in lines_of(glyphs):
        base, is_row = line[0].base, len(line) > 1 and left - _NEAR <= line[0].left and line[-1].right <= right + _NEAR
        if is_row and white and not any(one.left < at < one.right for one in line for at in white):
            if top - height < base <= top:
                frame.level.insert(0, frame.level[0]._replace(top=line[0].top - 1, bottom=line[0].top - 1))
                found += line
            elif bottom <= base - line[0].size < bottom + height and base < bottom + height:
                frame.level.append(frame.level[-1]._replace(top=line[0].bottom + 1, bottom=line[0].bottom + 1))
                found += line
    return found


def _frames(rules: Sequence[Rule], glyphs: Sequence[Glyphs]) -> list[_Frame]:
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
    whole = [frame for frame in frames if len(frame.level) > 1 and frame.upright and not frame.is_box]
    loose = [one for frame in frames if not frame.upright for one in frame.level]
    boxes = [frame for frame in frames if frame.upright and frame.is_box and _has_cells(frame, glyphs)]
    return sorted([*whole, *_stacks(loose), *_striped(boxes)], key=lambda frame: frame.edges[1])


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


def _has_cells(frame: _Frame, glyphs: Sequence[Glyphs]) -> bool:
    """Whether words in a box stand beside each other in a line."""
    _, top, _, bottom = frame.edges
    inside = [one for one in glyphs if top <= one.base - 0.3 * one.size <= bottom]
    return any(len(line) > 1 and gutters(line, _APART) for line in lines_of(inside))


def _striped(boxes: Sequence[_Frame]) -> Iterator[_Frame]:
    """Yield the rows of tables that have colour behind every other one: boxes of one width, a row from each other."""
    runs: list[list[_Frame]] = []
    for box in sorted(boxes, key=lambda one: one.edges[1]):
        left, top, right, bottom = box.edges
        for run in runs:
            other = run[-1].edges
            is_alike = abs(other[0] - left) <= _NEAR and abs(other[2] - right) <= _NEAR
            if is_alike and top - other[3] <= _ROW_APART * max(bottom - top, other[3] - other[1]):
                run.append(box)
                break
        else:
            runs.append([box])
    striped = (_Frame([one for box in run for one in box.level], []) for run in runs)
    yield from (frame for frame in striped if len(frame.level) >= _FEWEST_RULES)


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
        columns = [left, *gutters(inside, _APART), right]
    heights = _near([top, bottom, *(one.top for one in frame.level)])
    if len(columns) <= 2 or len(heights) <= 1:
        return None
    bands = [
        [one for one in inside if above <= one.base - 0.3 * one.size < below] for above, below in pairwise(heights)
    ]
    if len(heights) <= 3:  # one rule at most parts a header from what is under it
        heads = [row_of(cells_of(band, columns)) for band in bands[:-1]]
        rows = [*heads, *rows_of(bands[-1], columns)]
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


def _merged_bands(
    bands: Sequence[Sequence[Glyphs]], heights: Sequence[float], columns: Sequence[float], frame: _Frame
) -> Iterator[Row]:
    """Yield the row of each band; a cell that no rule ends is told in each row that it stands beside."""
    cells = [list(cells_of(band, columns)) for band in bands]
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
        yield row_of(row)


def _is_open(frame: _Frame, height: float, left: float, right: float) -> bool:
    """Whether no rule is drawn at a height between two columns' edges."""
    if not frame.upright:
        return False
    drawn = [min(right, one.right) - max(left, one.left) for one in frame.level if abs(one.top - height) <= _NEAR]
    return sum(one for one in drawn if one > 0) < _SHORT * (right - left)
