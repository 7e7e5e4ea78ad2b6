"""Letters for pictures: Noto Sans, then DejaVu Sans and Noto Emoji; no empty box for what none of them has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

REGULAR, SEMIBOLD, BOLD = 400, 600, 700  # weights
PICTOGRAMS = 0x2600  # from here on Noto Emoji comes before DejaVu; below stand arrows and signs of text
PICTURED = "ℹ"  # a letter in Noto Sans, and meant as a picture
FLAGS = range(0x1F1E6, 0x1F200)  # two letters each, which no font here joins to a flag
_LEFT_OUT = "\0"
_JOINED = re.compile("\u200d[\u2190-\u2bff\U0001f000-\U0001faff]")  # what an emoji is made of beside its first one
_MODIFIERS = re.compile("[\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: size in pixels an em, weight, colour, and by how many pixels they are raised."""

    size: int
    weight: int = REGULAR
    colour: str = "#000000"
    rise: int = 0
    mono: bool = False  # every letter as wide as the others, and none to be taken for another


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Return a text as it can be drawn, on one line.

    Emoji are reduced to their first picture, and left out if there is none; "…" stands for letters that no font has.
    """
    whole = _MODIFIERS.sub("", _JOINED.sub("", unicodedata.normalize("NFC", text)))
    kept = "".join(map(_kept, whole))
    kept = re.sub(rf"\s*{_LEFT_OUT}[{_LEFT_OUT}\s]*(?=[\s.,;:!?)]|$)", "", kept).replace(_LEFT_OUT, "")
    return re.sub(" +", " ", re.sub("…(?: *…)+", "…", kept)).strip()


def runs(text: str, style: Style) -> Iterator[tuple[FreeTypeFont, str]]:
    """Yield a drawable text in pieces, each with the font that has its letters."""
    for name, letters in groupby(text, lambda letter: _font_name(letter, style.mono)):
        if name:
            yield _font(name, style.size, style.weight), "".join(letters)


@lru_cache(maxsize=1 << 15)
def width(text: str, style: Style) -> float:
    """Return how many pixels wide a drawable text is."""
    return sum(font.getlength(piece) for font, piece in runs(text, style))


def _kept(letter: str) -> str:
    if letter.isspace():
        return "\u00a0" if letter in "\u00a0\u202f\u2007" else " "
    category = unicodedata.category(letter)
    if category in ("Cc", "Cf"):
        return ""
    if ord(letter) in FLAGS:
        return _LEFT_OUT
    reads_left = unicodedata.bidirectional(letter) in ("R", "AL")  # would stand in the wrong order
    if _font_name(letter, mono=False) and not reads_left:
        return letter
    return "…" if category[0] in "LMN" else _LEFT_OUT


@lru_cache(maxsize=4096)
def _font_name(letter: str, mono: bool) -> str:
    """Return the first font that has a letter, "" if none has."""
    if letter in PICTURED:
        order: tuple[str, ...] = ("emoji", "sans")
    elif ord(letter) >= PICTOGRAMS:
        order = ("noto", "emoji", "sans")
    else:
        order = ("mono", "noto", "sans", "emoji") if mono else ("noto", "sans", "emoji")
    return next((name for name in order if ord(letter) in _letters(name)), "")


@lru_cache
def _letters(name: str) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(_path(name, REGULAR))).get_charmap())


@lru_cache(maxsize=256)
def _font(name: str, size: int, weight: int) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.truetype(str(_path(name, weight)), size, layout_engine=ImageFont.Layout.BASIC)
    if name in ("noto", "emoji"):
        font.set_variation_by_axes([weight])
    return font


def _path(name: str, weight: int) -> Path:
    if name in ("noto", "emoji"):
        return Path(str(files("manimgx_fonts") / {"noto": "NotoSans[wght].ttf", "emoji": "NotoEmoji[wght].ttf"}[name]))
    import matplotlib

    family = {"sans": "DejaVuSans", "mono": "DejaVuSansMono"}[name]
    ending = "-Bold" if weight >= SEMIBOLD else ""
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"{family}{ending}.ttf"
