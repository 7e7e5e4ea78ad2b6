"""A sheet of text, boxes and a QR code, each at its place; and the sheet as PNG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.adapters.fonts import runs
from bot.adapters.typesetting import Line, measured

if TYPE_CHECKING:
    from PIL.Image import Image

ABOVE, BELOW = 0.8, 0.26  # of an em: how far letters reach from the line that they stand on
INK, MUTED, SLATE = "#1b2529", "#56636b", "#2f4858"  # the colours of no party
FINER = 4  # times as many pixels for what has round corners
PAPER, PANEL, HAIR = "#fcfbf8", "#e9eef0", "#cfd6d9"


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `baseline` is what its letters stand on."""

    left: float
    baseline: float
    line: Line

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        size = max((span.style.size for span in self.line), default=0)
        right = self.left + measured(self.line)
        return self.left, self.baseline - ABOVE * size, right, self.baseline + BELOW * size


@dataclass(frozen=True, slots=True)
class Box:
    """A filled area, perhaps with round corners and an outline."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str
    radius: int = 0
    outline: str | None = None
    stroke: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its quiet zone, as large as fits into a square."""

    left: int
    top: int
    side: int
    link: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a picture, drawn in this order: boxes, code, texts."""

    width: int
    height: int
    colour: str
    boxes: tuple[Box, ...]
    code: Code
    texts: tuple[Text, ...]


def png(sheet: Sheet, dots: int = 96) -> bytes:
    """Return a sheet as PNG; `dots` an inch are what a printer takes it for."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (sheet.width, sheet.height), sheet.colour)
    draw = ImageDraw.Draw(image)
    for box in sheet.boxes:
        _fill(image, box)
    for square in squares(sheet.code):
        draw.rectangle(square, "black")
    for text in sheet.texts:
        left = text.left
        for span in text.line:
            for font, piece in runs(span.text, span.style):
                draw.text((left, text.baseline - span.style.rise), piece, span.style.colour, font, anchor="ls")
                left += font.getlength(piece)
    target = io.BytesIO()
    image.save(target, "PNG", dpi=(dots, dots))
    return target.getvalue()


def _fill(image: Image, box: Box) -> None:
    """Fill a box; one with round corners is drawn large and made smaller, so that its edge is smooth."""
    from PIL import Image as Images
    from PIL import ImageDraw

    left, top, right, bottom = (round(side) for side in (box.left, box.top, box.right, box.bottom))
    if not box.radius:
        image.paste(box.fill, (left, top, right, bottom))
        return
    size = right - left, bottom - top
    for inset, colour in ((0, box.outline), (box.stroke, box.fill)):
        mask = Images.new("L", (size[0] * FINER, size[1] * FINER))
        inside = (inset * FINER, inset * FINER, mask.width - 1 - inset * FINER, mask.height - 1 - inset * FINER)
        ImageDraw.Draw(mask).rounded_rectangle(inside, (box.radius - inset) * FINER, 255)
        image.paste(colour or box.fill, (left, top), mask.resize(size, Images.Resampling.BOX))


def squares(code: Code) -> Sequence[tuple[int, int, int, int]]:
    """Return the dark squares of a QR code: whole pixels, so that none is blurred, in the middle of its place."""
    import segno

    matrix = segno.make_qr(code.link, error="m").matrix
    modules = len(matrix) + 8  # with four of quiet zone on each side
    size = max(code.side // modules, 1)
    start = (code.side - size * len(matrix)) // 2
    return [
        (code.left + x, code.top + y, code.left + x + size - 1, code.top + y + size - 1)
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
        if dark
        for x, y in ((start + column * size, start + row * size),)
    ]
