"""Places on a page of a PDF as people look at it, and the straight lines that are drawn on it."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

_MOST_DRAWN = 20_000  # strokes of a page that are looked at: what has more is a picture or a map
_DEPTH = 5  # forms within forms whose rules are looked at
_THIN = 2.5  # points: a filled box as thin as that is a rule
_SHORTEST_RULE = 8.0  # points
_TILT = 0.02  # radians


class Rule(NamedTuple):
    """A straight line that is drawn: level if top and bottom are the same, else upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it goes from left to right."""
        return self.right - self.left >= self.bottom - self.top


class Frame:
    """Turns places of a page as it is stored into those of a page as it is looked at."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw

        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, box)
        self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.turn = page.get_rotation()
        across, down = self.right - self.left, self.top - self.bottom
        self.size = (down, across) if self.turn in (90, 270) else (across, down)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return a point's distance from the left and from the top."""
        match self.turn:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def is_upright(self, across: float, up: float) -> bool:
        """Whether letters that go on in this direction stand upright to who looks at the page."""
        angle = math.atan2(up, across) - math.radians(self.turn)
        return abs(math.remainder(angle, math.tau)) < _TILT


def rules(page: Any, frame: Frame) -> Iterator[Rule]:
    """Yield the straight level and upright lines that are drawn, and the edges of boxes."""
    import pypdfium2.raw as raw

    strokes = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH):
        for start, end in _strokes(drawn.raw, _matrix(drawn), raw):
            strokes += 1
            if strokes > _MOST_DRAWN:
                return
            (x0, y0), (x1, y1) = frame.place(*start), frame.place(*end)
            left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
            long, thin = max(right - left, bottom - top), min(right - left, bottom - top)
            if long >= _SHORTEST_RULE and thin <= _THIN:
                yield Rule(left, top, right, top) if right - left > bottom - top else Rule(left, top, left, bottom)


def _matrix(drawn: Any) -> Any:
    """Return the matrix that leads from a drawing to its page, through the forms that it is in."""
    matrix, around = drawn.get_matrix(), drawn.container
    while around:
        matrix, around = matrix.multiply(around.get_matrix()), around.container
    return matrix


def _strokes(path: Any, matrix: Any, raw: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight lines of a path from point to point."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for number in range(min(raw.FPDFPath_CountSegments(path), _MOST_DRAWN)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        sort = raw.FPDFPathSegment_GetType(segment)
        if sort == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif sort == raw.FPDF_SEGMENT_LINETO:
            yield before, point
        before = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield before, start
            before = start
