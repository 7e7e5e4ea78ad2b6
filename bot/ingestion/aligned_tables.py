"""Tables whose columns only white parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.ingestion.glyphs import Glyphs
from bot.ingestion.grids import Table, cells_of, gutters, lines_of, rows_of

_APART = 0.8  # of the letters' size: the white between two columns
_LARGEST_STEP = 2.6  # times the letters' size from line to line
_CLOSE = 1.5  # times the letters' size: the next line of a row stands no further away
_FLUSH = 0.6  # of the cells of a column stand under each other
_SLACK = 0.3  # of the letters' size
_FEWEST_ROWS = 3  # two justified lines may part at one place by chance


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
    end, white, full = start + 1, gutters(lines[start], _APART), 1
    while end < len(lines) and white:
        line = lines[end]
        step, size = line[0].base - lines[end - 1][0].base, line[0].size
        shared = gutters([each for row in lines[start : end + 1] for each in row], _APART)
        if (
            step > _LARGEST_STEP * size
            or not shared
            or len(shared) < min(2, len(white))
            or (len(line) < 2 and not _goes_on(lines, end))
        ):
            break
        white, full, end = shared, full + (len(line) > 1), end + 1
    while end > start and len(lines[end - 1]) < 2 and not _goes_on(lines, end - 1):
        end -= 1
    return end if full >= _FEWEST_ROWS else start


def _goes_on(lines: Sequence[Sequence[Glyphs]], at: int) -> bool:
    """Whether a line with one cell is the next line of a row: it stands nearer to it than rows do."""
    line, before = lines[at][0], lines[at - 1]
    step = line.base - before[0].base
    looks = {(one.size, one.is_bold) for one in before}
    return (line.size, line.is_bold) in looks and step <= _CLOSE * line.size


def _are_flush(inside: Sequence[Glyphs], columns: Sequence[float]) -> bool:
    """Whether most cells of each column begin, end or have their middles under each other, as chance gaps do not."""
    return all(
        any(_share([at(one) for one in cell], cell[0].size) >= _FLUSH for at in (_left, _right, _middle))
        for cell in cells_of(inside, columns)
        if cell
    )


def _share(places: Sequence[float], size: float) -> float:
    return max(sum(abs(one - other) <= _SLACK * size for other in places) for one in places) / len(places)


def _left(one: Glyphs) -> float:
    return one.left


def _right(one: Glyphs) -> float:
    return one.right


def _middle(one: Glyphs) -> float:
    return (one.left + one.right) / 2


def _aligned(inside: Sequence[Glyphs]) -> Table | None:
    edges = [min(one.left for one in inside), max(one.right for one in inside)]
    columns = [edges[0], *gutters(inside, _APART), edges[1]]
    rows = list(rows_of(inside, columns))
    if len(columns) < 3 or len(rows) < 2 or not _are_flush(inside, columns):
        return None
    top, bottom = min(one.top for one in inside), max(one.bottom for one in inside)
    return Table(tuple(rows), tuple(columns[:-1]), edges[0], top, edges[1], bottom, size=inside[0].size)
