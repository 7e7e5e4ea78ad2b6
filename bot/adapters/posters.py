"""Posters: a title, a large QR code and what it opens, on a sheet of A4."""

from __future__ import annotations

from collections.abc import Sequence

from bot.adapters.fonts import BOLD, SEMIBOLD, Style
from bot.adapters.sheets import INK, MUTED, PAPER, SLATE, Box, Code, Sheet, Text
from bot.adapters.typesetting import Line, balanced, cut, measured, words, wrap
from bot.domain.pictures import Poster

WIDTH, HEIGHT, MARGIN, DOTS = 1240, 1754, 110, 150
BAND = 26  # of colour along the upper edge
CODE_SIDE, CODE_TOP = 780, 520
TITLE_SIZES = (112, 100, 88, 76, 64)
TITLE_LINES, TITLE_MIDDLE, TITLE_HEIGHT = 3, 310, 330
LINK_SIZES = (34, 30, 26, 22)


def compose(poster: Poster) -> Sheet:
    """Return a poster with everything at its place."""
    room = WIDTH - 2 * MARGIN
    code = Code((WIDTH - CODE_SIDE) // 2, CODE_TOP, CODE_SIDE, poster.link)
    frame = Box(
        code.left - 16, code.top - 16, code.left + CODE_SIDE + 16, code.top + CODE_SIDE + 16, "#ffffff", 36, SLATE, 6
    )
    below = CODE_TOP + CODE_SIDE + 96
    foot = cut(wrap(words(poster.run_by, Style(28, colour=MUTED)), room), 2, room)
    texts = [
        *_centred(cut(wrap(words(poster.campaign, Style(36, SEMIBOLD, SLATE)), room), 1, room), 110, 46),
        *_title(poster.title, room),
        *_centred(cut(balanced(words(poster.line, Style(42, colour=INK)), room), 2, room), below, 58),
        *_centred(_link(poster.link, room), below + 138, 44),
        *_centred(foot, HEIGHT - 78 - 38 * (len(foot) - 1), 38),
    ]
    boxes = Box(0, 0, WIDTH, HEIGHT, PAPER), Box(0, 0, WIDTH, BAND, SLATE), frame
    return Sheet(WIDTH, HEIGHT, PAPER, boxes, code, tuple(texts))


def _title(title: str, room: float) -> list[Text]:
    """The title, in the middle of its place, as large as it fits."""
    for size in TITLE_SIZES:
        lines = balanced(words(title, Style(size, BOLD, INK)), room)
        if len(lines) <= TITLE_LINES and len(lines) * size * 1.2 <= TITLE_HEIGHT:
            break
    lines = cut(lines, TITLE_LINES, room)
    first = TITLE_MIDDLE - len(lines) * size * 0.6 + size
    return _centred(lines, first, size * 1.2)


def _link(link: str, room: float) -> list[Line]:
    """The link to type, on one line if it can be."""
    shown = link.partition("://")[2] or link
    ways = (wrap(words(shown, Style(size, SEMIBOLD, SLATE, mono=True)), room) for size in LINK_SIZES)
    return cut(min(ways, key=len), 2, room)


def _centred(lines: Sequence[Line], baseline: float, leading: float) -> list[Text]:
    return [Text((WIDTH - measured(line)) / 2, baseline + number * leading, line) for number, line in enumerate(lines)]
