"""Footnotes of printed pages: raised figures in the text, and small print below it that begins with the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from bot.domain.documents import Footnote
from bot.domain.ids import normalise, slug
from bot.ingestion.footnotes import source
from bot.ingestion.glyphs import Glyphs, Sheet
from bot.ingestion.grids import lines_of
from bot.ingestion.source_lists import is_dated

_FIGURE = re.compile(r"\d{1,3}")
_BEGINS = re.compile(r"(\d{1,3})[.)]? +(?=\S)")
_SMALL_PRINT = 0.92  # of the text's letters
_SMALL_FIGURE = 0.8  # of the letters beside it
_RAISED = 0.12, 0.75  # of the letters beside it
_NEAR = -0.15, 0.4  # of the letters beside it: how far behind them a raised figure stands
_STEP = 2.0  # times the size of small print: lines further apart are none of one footnote
_EXPONENTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT = re.compile(r"(?:^|[^\w])(?:[^\W\d_]{1,3}|\d+)$")  # what an exponent stands at: "km²", "10⁶"


def with_notes(sheet: Sheet, size: float, file: str) -> tuple[Sheet, dict[str, Footnote]]:
    """Return a page whose words know their footnotes, and these, as far as they name a source.

    `size` is that of most letters of the file, in points. A footnote without a source stays text.
    """
    raised = _raised(sheet.glyphs)
    small = _small_print(sheet, size, {one.text for one in raised.values()})
    prefix = f"{slug(PurePosixPath(file).stem)}-{sheet.number}"
    notes, gone = {}, {id(one) for one in raised.values()}
    for number, rows in small.items():
        text = normalise(" ".join(one.text for row in rows for one in row))
        if is_dated(text):
            label = f"{prefix}-{number}"
            notes[label] = Footnote(label, None, (source(text[len(number) :].lstrip(" .)"), normalise),))
            gone |= {id(one) for row in rows for one in row}
    glyphs = [_marked(one, raised.get(id(one)), prefix, notes) for one in sheet.glyphs if id(one) not in gone]
    return replace(sheet, glyphs=tuple(glyphs)), notes


def _raised(glyphs: Sequence[Glyphs]) -> dict[int, Glyphs]:
    """Return the small raised figures by the words that they stand behind."""
    found: dict[int, Glyphs] = {}
    for one in glyphs:
        if _FIGURE.fullmatch(one.text):
            for host in glyphs:
                up, behind = (host.base - one.base) / host.size, (one.left - host.right) / host.size
                is_raised = _RAISED[0] <= up <= _RAISED[1] and _NEAR[0] <= behind <= _NEAR[1]
                if is_raised and one.size <= _SMALL_FIGURE * host.size:
                    found[id(host)] = one
    return found


def _small_print(sheet: Sheet, size: float, figures: set[str]) -> dict[str, list[list[Glyphs]]]:
    """Return the lines of each footnote in the lower half of a page, by the figure that it begins with."""
    found: dict[str, list[list[Glyphs]]] = {}
    open_: list[list[Glyphs]] | None = None
    for row in lines_of(sheet.glyphs):
        last = row[-1]
        if last.size > _SMALL_PRINT * size or last.base < sheet.height / 2:
            open_ = None
            continue
        begins = _BEGINS.match(" ".join(one.text for one in row))
        if begins and begins[1] in figures and begins[1] not in found:
            open_ = found[begins[1]] = [row]
        elif open_ and last.base - open_[-1][-1].base <= _STEP * last.size:
            open_.append(row)
        else:
            open_ = None
    return found


def _marked(one: Glyphs, figure: Glyphs | None, prefix: str, notes: Mapping[str, Footnote]) -> Glyphs:
    """Return words with the footnote behind them; a figure that none has is an exponent, or means nothing here."""
    if figure is None:
        return one
    label, one = f"{prefix}-{figure.text}", replace(one, right=max(one.right, figure.right))
    if label in notes:
        return replace(one, mark=label)
    is_exponent = bool(_UNIT.search(one.text))
    return replace(one, text=f"{one.text}{figure.text.translate(_EXPONENTS)}") if is_exponent else one
