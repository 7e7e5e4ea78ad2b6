"""A comparison as one SVG: a row a system, a column of bars a measure. Pure."""

from __future__ import annotations

from html import escape

from benchmarks.contest import Run
from benchmarks.measures import Quality
from benchmarks.systems import SYSTEMS
from benchmarks.tables import COST, QUALITY, Column, Comparison

SHOWN = (
    "recall@1", "recall@5", "right text in first 3", "false refusals", "absent caught",
    "p50 ms", "memory MB", "import and load s",
)  # fmt: skip
NAMES, BAR, GAP, ROW, HEAD, FOOT = 216, 92, 24, 32, 60, 36  # units
OURS, THEIRS = "#2f6f9f", "#b4bcc6"
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1b1f24}.title{font-weight:600}.dim{fill:#5c6670;font-size:11px}"
    ".best{font-weight:700}"
)


def svg(found: Comparison) -> str:
    """Return the picture; the best figure of each column is bold."""
    columns = [one for one in (*QUALITY, *COST) if one.title in SHOWN and _values(one, found)]
    width = NAMES + len(columns) * (BAR + GAP) + GAP
    height = HEAD + ROW * len(found.complete) + FOOT
    title = f"TanyaProgram beside others: {found.about.name} documents, {found.day.isoformat()}"
    parts = [f'<text class="title" x="12" y="20">{escape(title)}</text>']
    parts += [_name(place, run) for place, (run, _) in enumerate(found.complete)]
    for across, column in enumerate(columns):
        parts += _column(column, NAMES + across * (BAR + GAP), found)
    note = (
        "Bars of shares end at 1, those of time and memory at the largest. "
        "Of false refusals, time and memory less is better. Bold: the best."
    )
    parts.append(f'<text class="dim" x="12" y="{height - 12}">{note}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(title)}"><style>{STYLE}</style>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _name(place: int, run: Run) -> str:
    return f'<text x="12" y="{HEAD + ROW * place + 15}">{escape(SYSTEMS[run.name].title)}</text>'


def _column(column: Column, left: int, found: Comparison) -> list[str]:
    values = _values(column, found)
    best = (max if column.more_is_better else min)(values)
    most = max(values) if column in COST else 1.0
    parts = [f'<text class="dim" x="{left}" y="{HEAD - 14}">{escape(column.title)}</text>']
    for place, (run, quality) in enumerate(found.complete):
        parts += _bar(column, (run, quality), left, HEAD + ROW * place, (best, most))
    return parts


def _bar(column: Column, result: tuple[Run, Quality], left: int, top: int, scale: tuple[float, float]) -> list[str]:
    run, _ = result
    value, cell, (best, most) = column.value(*result), column.cell(*result), scale
    colour = THEIRS if SYSTEMS[run.name].is_peer else OURS
    length = BAR * (value or 0.0) / most
    bold = ' class="best"' if value is not None and format(value, column.format) == format(best, column.format) else ""
    return [
        f'<rect x="{left}" y="{top + 16}" width="{BAR}" height="5" fill="#eef1f4"/>',
        f'<rect x="{left}" y="{top + 16}" width="{length:.1f}" height="5" fill="{colour}"/>',
        f'<text{bold} x="{left}" y="{top + 12}">{escape(cell)}</text>',
    ]


def _values(column: Column, found: Comparison) -> list[float]:
    values = (column.value(run, quality) for run, quality in found.complete)
    return [value for value in values if value is not None]
