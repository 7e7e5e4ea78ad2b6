"""What stands on a page → regions in the order in which people read them: columns one after the other.

A gutter is an upright white strip with text at both sides of it, and the tallest one parts a page first. That rows of
short cells stand beside each other makes no columns: they are read across, as a table.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Protocol

_GUTTER = 1.0  # times the size of most letters: its least width
_PROBE = 0.35  # of that size, at both sides of a gutter's middle, nothing may stand in
_FEWEST_LINES = 2  # at each side of a gutter
_MOST_OF_CELL = 18  # letters: lines of prose are longer, cells of a table shorter
_ALIGNED = 0.8  # of the lines beside each other stand on one height: rows
_SAME_BASE = 0.3  # of a letter's size
_BULLET = re.compile(r"[•●○▪■◦‣⁃∙·➢✓✔\uf0b7\uf0a7–—-]( |$)|\d{1,2}[.)]( |$)")


class Item(Protocol):
    """Something on a page: words that stand together, or a table."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def left(self) -> float:
        """In points from the left."""

    @property
    def right(self) -> float:
        """In points from the left."""

    @property
    def top(self) -> float:
        """In points from the top."""

    @property
    def bottom(self) -> float:
        """In points from the top."""

    @property
    def base(self) -> float:
        """Where the letters of its last line stand."""

    @property
    def size(self) -> float:
        """That of its letters, in points."""

    @property
    def is_bold(self) -> bool:
        """Whether its letters are bold."""

    @property
    def lines(self) -> int:
        """How many lines it has."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A gutter, and what stands over, beside and under it."""

    above: list[Item]
    left: list[Item]
    right: list[Item]
    below: list[Item]
    height: float
    middle: float

    @property
    def sides(self) -> tuple[list[Item], ...]:
        """What it parts, in reading order."""
        return self.above, self.left, self.right, self.below


def gutters(items: Sequence[Item], size: float) -> list[float]:
    """Return where the gutters of a page are, in points from the left; `size` is that of most letters."""
    cut = _best_cut(items, size, ())
    return [cut.middle, *(one for side in cut.sides for one in gutters(side, size))] if cut else []


def regions(items: Sequence[Item], size: float, known: Sequence[float] = ()) -> list[list[Item]]:
    """Return what stands on a page in regions in reading order.

    `known`: where other pages have gutters; there even a single line makes a column.
    """
    cut = _best_cut(items, size, known)
    if cut is None:
        return [list(items)] if items else []
    return [part for side in cut.sides for part in regions(side, size, known)]


def _best_cut(items: Sequence[Item], size: float, known: Sequence[float]) -> _Cut | None:
    cuts: list[_Cut] = []
    items = sorted(items, key=_height_of)
    for middle in (*known, *_middles(items, size)):
        is_known = any(abs(middle - other) <= size for other in known)
        cuts += _cuts(items, middle, _PROBE * size, 1 if is_known else _FEWEST_LINES)
    for cut in sorted(cuts, key=lambda one: (one.height, len(one.left) + len(one.right)), reverse=True):
        if _are_columns(cut.left, cut.right):
            return cut
    return None


def _middles(items: Sequence[Item], size: float) -> list[float]:
    """Return where gutters may be: between what stands side by side, each place once."""
    found: dict[int, float] = {}
    in_order = sorted(items, key=lambda one: one.top)
    for number, one in enumerate(in_order):
        beside = [
            other for other in _overlapping(in_order, number) if other.left >= one.right or one.left >= other.right
        ]
        for other in beside:
            start, end = (one.right, other.left) if other.left >= one.right else (other.right, one.left)
            if end - start >= _GUTTER * size:
                for middle in (start + size / 2, (start + end) / 2, end - size / 2):
                    found.setdefault(round(middle / 3), middle)
    return sorted(found.values())


def _overlapping(in_order: Sequence[Item], number: int) -> Iterator[Item]:
    """Yield what begins below the top of an item and above its end."""
    for other in in_order[number + 1 :]:
        if other.top >= in_order[number].bottom:
            return
        yield other


def _cuts(items: Sequence[Item], middle: float, probe: float, fewest: int) -> Iterator[_Cut]:
    """Yield the gutters at a place: between two things that stand across it, or a page's end; items come sorted."""
    least = 2 * probe * fewest
    start, end = middle - probe, middle + probe
    across = sorted((one.top, one.bottom) for one in items if one.left < end and one.right > start)
    heights = [_height_of(one) for one in items]
    ends = [(float("-inf"), float("-inf")), *across, (float("inf"), float("inf"))]
    for (_, top), (bottom, _) in pairwise(ends):
        if bottom - top < least:  # too few lines fit in: so it is between most lines of prose
            continue
        within = items[bisect_left(heights, top) : bisect_right(heights, bottom)]
        between = [one for one in within if one.right <= start or one.left >= end]
        left, right = _parted(between, lambda one: one.right <= start)
        if min(map(_lines, (left, right))) >= fewest and _lines(between) > _FEWEST_LINES:
            rest = {id(one) for one in between}
            others = [one for one in items if id(one) not in rest]
            above, below = _parted(others, lambda one, edge=top: _height_of(one) <= edge)  # type: ignore[misc]
            yield _Cut(above, left, right, below, min(_height(left), _height(right)), middle)


def _height_of(item: Item) -> float:
    return (item.top + item.bottom) / 2


def _parted(items: Sequence[Item], test: Callable[[Item], bool]) -> tuple[list[Item], list[Item]]:
    return [one for one in items if test(one)], [one for one in items if not test(one)]


def _height(items: Sequence[Item]) -> float:
    return max(one.bottom for one in items) - min(one.top for one in items)


def _lines(items: Sequence[Item]) -> int:
    """Return how many lines there are: those of a table are its rows."""
    return len(_bases(items)) + sum(one.lines - 1 for one in items)


def _bases(items: Sequence[Item]) -> list[float]:
    """Return the different heights that lines stand on."""
    found: list[float] = []
    for one in sorted(items, key=lambda each: each.base):
        if not found or one.base - found[-1] > _SAME_BASE * one.size:
            found.append(one.base)
    return found


def _are_columns(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether two sides are read one after the other, and not row by row; what one of them has alone tells nothing."""
    top, bottom = max(min(one.top for one in side) for side in (left, right)), min(map(_end, (left, right)))
    beside = [[one for one in side if one.bottom > top and one.top < bottom] for side in (left, right)]
    left, right = (near or side for near, side in zip(beside, (left, right), strict=True))
    if any(one.lines > 1 for side in (left, right) for one in side):
        return True
    if any(sum(bool(_BULLET.match(one.text)) for one in side) > 1 and _is_wordy(side) for side in (left, right)):
        return True
    if any(map(_has_headings, (left, right))):
        return True
    if all(median(len(one.text) for one in side) >= _MOST_OF_CELL for side in (left, right)):
        return not _has_rows(left, right)
    return _aligned(left, right) < _ALIGNED


def _end(side: Sequence[Item]) -> float:
    return max(one.bottom for one in side)


def _is_wordy(side: Sequence[Item]) -> bool:
    return any(len(one.text) >= _MOST_OF_CELL / 2 for one in side)


def _has_headings(side: Sequence[Item]) -> bool:
    """Whether lines in letters of their own stand between the others, as headings do."""
    in_order = sorted(side, key=lambda one: one.base)
    letters = [(one.size, one.is_bold) for one in in_order]
    plain = max(letters, key=letters.count)
    return any(
        here != plain and following == plain and (here[0] > plain[0] or here[1])
        for here, following in pairwise(letters[1:])
    )


def _aligned(left: Sequence[Item], right: Sequence[Item]) -> float:
    """Return which share of the lines of the side with fewer has one on its height at the other side."""
    few, many = sorted((_bases(left), _bases(right)), key=len)
    size = left[0].size
    return sum(any(abs(base - other) <= _SAME_BASE * size for other in many) for base in few) / len(few)


def _has_rows(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether the same white strips part lines at both sides again and again: rows of wordy cells."""
    strips = [_strips(side) for side in (left, right)]
    few, many = sorted(strips, key=len)
    shared = [one for one in few if any(abs(one - other) <= left[0].size for other in many)]
    return len(few) >= _FEWEST_LINES and len(shared) == len(few) and len(many) - len(few) <= 1


def _strips(side: Sequence[Item]) -> list[float]:
    """Return where new lines begin after more space than usual."""
    bases = _bases(side)
    steps = [below - above for above, below in pairwise(bases)]
    usual = min(steps, default=0.0)
    return [below for above, below in pairwise(bases) if below - above > 1.2 * usual]
