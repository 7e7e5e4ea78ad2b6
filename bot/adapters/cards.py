"""Share cards and posters as PNG, set by fitting.py and posters.py, drawn by Pillow in a thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.adapters import posters
from bot.adapters.fitting import PART_GAP, SOURCES_GAP, TAG, TAG_PADDING, TAIL_GAP, Body, Row, fit, tall
from bot.adapters.fonts import BOLD, SEMIBOLD, Style
from bot.adapters.sheets import HAIR, INK, MUTED, PANEL, PAPER, SLATE, Box, Code, Sheet, Text, png
from bot.adapters.typesetting import Line, balanced, cut, measured, words, wrap
from bot.domain.documents import Kind
from bot.domain.pictures import Card, Poster

WIDTH, HEIGHT, MARGIN = 1080, 1350, 64
BAND = 12  # of colour along the upper edge
EDGE = 3
FOOT = 308
CODE_SIDE = 288
BAR, INDENT = 6, 30  # beside each part, in the colour of its kind
CODE_SIZES = (54, 46, 38, 30, 20)
TITLE_SIZES = (60, 54, 48, 44)
KINDS = {  # told apart by most who can't tell red from green; a promise's tag is hollow besides
    Kind.JANJI: "#9a5a00",
    Kind.PELAKSANAAN: "#1c6b5a",
    Kind.PEMILU: "#54508f",
    Kind.ATURAN: "#6d4a5b",
    Kind.UMUM: "#4d5c66",
}


class PillowCardPainter:
    """The CardPainter port. Nothing is loaded before the first picture."""

    _lock = threading.Lock()  # one for all: fonts.py keeps the fonts, and a font is not made for two threads

    async def card(self, card: Card) -> bytes:
        """Return a card as PNG of 1080×1350 pixels."""
        return await asyncio.to_thread(self._drawn, lambda: png(compose(card)))

    async def poster(self, poster: Poster) -> bytes:
        """Return a poster as PNG: A4 at 150 dots an inch."""
        return await asyncio.to_thread(self._drawn, lambda: png(posters.compose(poster), posters.DOTS))

    def _drawn(self, draw: Callable[[], bytes]) -> bytes:
        with self._lock:
            return draw()


def compose(card: Card) -> Sheet:
    """Return a card with everything at its place."""
    foot = HEIGHT - FOOT
    for sizes in (TITLE_SIZES, TITLE_SIZES[-1:]):
        head = _head(card, sizes)
        top = head[-1].box[3] + 34
        body = fit(card, WIDTH - 2 * MARGIN - INDENT, foot - top)
        if body.is_whole:
            break
    paper = Box(0, 0, WIDTH, HEIGHT, PAPER), Box(0, 0, WIDTH, BAND, SLATE)
    code = Code(MARGIN, foot + (FOOT - CODE_SIDE) // 2, CODE_SIDE, card.link)
    texts, boxes = _placed(body, top, foot)
    boxes = [*paper, *boxes, *_foot_boxes(code), *_frame()]
    return Sheet(WIDTH, HEIGHT, PAPER, tuple(boxes), code, (*head, *texts, *_foot(card, code, foot)))


def _head(card: Card, sizes: Sequence[int]) -> list[Text]:
    """Whose bot it is, and the title: as large as it fits into two lines, else small in three."""
    room = WIDTH - 2 * MARGIN
    (campaign,) = cut(wrap(words(card.campaign, Style(27, SEMIBOLD, SLATE)), room), 1, room) or [()]
    for size in sizes:
        lines = balanced(words(card.title, Style(size, BOLD, INK)), room)
        if len(lines) <= 2:
            break
    texts = [Text(MARGIN, 74, campaign)]
    baseline = 92 + size * 0.6
    for line in cut(lines, 3, room):
        baseline += size * 1.2 if len(texts) > 1 else size * 0.6
        texts.append(Text(MARGIN, baseline, line))
    return texts


def _placed(body: Body, top: float, foot: float) -> tuple[list[Text], list[Box]]:
    """The answer from the top, its sources right above the foot."""
    texts: list[Text] = []
    boxes: list[Box] = []
    for rows in body.parts:
        kind = rows[0].kind or Kind.UMUM
        boxes += [*_bar(kind, top, top + tall(rows)), _tag(rows[0], top)]
        texts += _texts(rows, MARGIN + INDENT, top)
        top += tall(rows) + PART_GAP
    texts += _texts(body.tail, MARGIN + INDENT, top - PART_GAP + TAIL_GAP)
    above = foot - SOURCES_GAP - tall(body.sources)
    if body.sources:
        boxes.append(Box(MARGIN, above - 12, WIDTH - MARGIN, above - 10, HAIR))
    return [*texts, *_texts(body.sources, MARGIN, above)], boxes


def _texts(rows: Sequence[Row], left: float, top: float) -> Iterator[Text]:
    for row in rows:
        size = max((span.style.size for span in row.line), default=0)
        middle = top + row.gap + row.height / 2
        inside = TAG_PADDING if row.kind else 0
        line = tuple(replace(span, style=replace(span.style, colour=_on(row.kind))) for span in row.line)
        yield Text(left + row.indent + inside, middle + 0.36 * size, line if row.kind else row.line)
        if row.right:
            yield Text(WIDTH - MARGIN - measured(row.right), middle + 0.36 * size, row.right)
        top += row.gap + row.height


def _on(kind: Kind | None) -> str:
    """The colour of letters on a kind's tag."""
    return KINDS[kind] if kind is Kind.JANJI else "#ffffff"


def _tag(row: Row, top: float) -> Box:
    kind = row.kind or Kind.UMUM
    right = MARGIN + INDENT + measured(row.line) + 2 * TAG_PADDING
    fill = "#fff4de" if kind is Kind.JANJI else KINDS[kind]
    return Box(MARGIN + INDENT, top, right, top + TAG, fill, TAG // 2, KINDS[kind], 3)


def _bar(kind: Kind, top: float, bottom: float) -> Iterator[Box]:
    """A line beside a part: broken beside promises, whole beside all others."""
    length, gap = (16, 10) if kind is Kind.JANJI else (bottom - top, 0)
    while top < bottom:
        yield Box(MARGIN, top, MARGIN + BAR, min(top + length, bottom), KINDS[kind])
        top += length + gap


def _frame() -> Iterator[Box]:
    """A thin line around the card, so that it stands out from a light chat."""
    yield Box(0, BAND, EDGE, HEIGHT, HAIR)
    yield Box(WIDTH - EDGE, BAND, WIDTH, HEIGHT, HAIR)
    yield Box(0, HEIGHT - EDGE, WIDTH, HEIGHT, HAIR)


def _foot_boxes(code: Code) -> Iterator[Box]:
    yield Box(0, HEIGHT - FOOT, WIDTH, HEIGHT, PANEL)
    yield Box(code.left, code.top, code.left + code.side, code.top + code.side, "#ffffff", 12)


def _foot(card: Card, code: Code, top: float) -> Iterator[Text]:
    """The code in letters, how to check it, and who runs the bot."""
    left = code.left + code.side + 36
    room = WIDTH - MARGIN - left
    letters = next(line for size in CODE_SIZES if measured(line := _letters(card.code, size)) <= room or size == 20)
    rows = [
        *(Row(line, 37) for line in cut(wrap(words(card.check, Style(27, colour=INK)), room), 3, room)),
        Row(letters, 62, gap=10),
        *(Row(line, 31) for line in cut(balanced(words(card.run_by, Style(23, colour=MUTED)), room), 2, room)),
    ]
    return _texts(rows, left, top + (FOOT - tall(rows)) / 2)


def _letters(code: str, size: int) -> Line:
    return words(code, Style(size, BOLD, SLATE, mono=True))[0].spans
