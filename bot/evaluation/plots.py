"""Plots as inline SVG, made by hand: a page that holds them needs nothing from elsewhere. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH = 360  # units; the page scales it to the screen
ROW = 26
LABEL = 110  # units left of the bars
FIGURE = 64  # units right of the bars, for "100% 999"
SCALE = WIDTH - LABEL - FIGURE  # units from 0 to 100 %
CELL = 46


def bars(title: str, rows: Mapping[str, tuple[float, tuple[float, float], int]]) -> str:
    """Return horizontal bars of shares with their intervals: name → (share, interval, number of questions)."""
    parts = [_bar(place, name, *row) for place, (name, row) in enumerate(rows.items())]
    return _svg(title, WIDTH, ROW * len(rows) + 4, parts)


def grid(title: str, rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[str, str], int]) -> str:
    """Return a matrix of counts, darker where more are; equal names mark the diagonal."""
    head = 84  # units for the slanted names above
    parts = [
        f'<text class="label" transform="translate({LABEL + CELL * place + 24},{head - 6}) rotate(-55)">'
        f"{escape(name)}</text>"
        for place, name in enumerate(columns)
    ]
    for down, row in enumerate(rows):
        top, total = head + CELL * down, sum(counts.get((row, column), 0) for column in columns)
        parts.append(_label(row, top + CELL / 2 + 4))
        for across, column in enumerate(columns):
            count = counts.get((row, column), 0)
            good = "good" if row == column else "bad"
            parts.append(_cell(LABEL + CELL * across, top, count, count / total if total else 0, good))
    return _svg(title, LABEL + CELL * len(columns) + 40, head + CELL * len(rows) + 4, parts)


def _bar(place: int, name: str, share: float, bounds: tuple[float, float], number: int) -> str:
    top, middle = ROW * place + 4, ROW * place + 13
    low, high = (LABEL + SCALE * bound for bound in bounds)
    return (
        _label(name, middle + 4)
        + f'<rect class="track" x="{LABEL}" y="{top}" width="{SCALE}" height="18"/>'
        + f'<rect class="bar" x="{LABEL}" y="{top}" width="{SCALE * share:.1f}" height="18"/>'
        + f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}M{low:.1f} {top + 5}v8M{high:.1f} {top + 5}v8"/>'
        + f'<text class="value" x="{WIDTH - FIGURE + 6}" y="{middle + 4}">{share:.0%} '
        + f'<tspan class="n">{number}</tspan></text>'
    )


def _cell(left: float, top: float, count: int, share: float, good: str) -> str:
    return (
        f'<rect class="track" x="{left}" y="{top}" width="{CELL - 2}" height="{CELL - 2}"/>'
        f'<rect class="{good}" x="{left}" y="{top}" width="{CELL - 2}" height="{CELL - 2}" opacity="{share:.2f}"/>'
        f'<text class="count" x="{left + CELL / 2 - 1}" y="{top + CELL / 2 + 4}">{count or ""}</text>'
    )


def _label(name: str, y: float) -> str:
    return f'<text class="name" x="{LABEL - 6}" y="{y}">{escape(name)}</text>'


def _svg(title: str, width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
