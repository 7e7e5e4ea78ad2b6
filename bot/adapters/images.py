"""Charts as PNG, drawn by matplotlib with the fonts that it brings, in a thread."""

from __future__ import annotations

import asyncio
import io
import textwrap
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bot.domain.pictures import Bars, Columns, Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 6.0  # inches; with DOTS an image of 1080 pixels, as wide as most phones
DOTS = 180  # an inch
TITLE, ROW, PANEL = 0.55, 0.48, 1.4  # inches of height: of the title, of a bar with its name, of a panel of columns
HEAD, EMPTY = 0.75, 0.4  # inches of a panel's own title and axis, and of one that has nothing to show
FEW_LABELS = 7  # below a panel of columns
LONGEST_NAME = 62  # characters of a bar's name, which stands above it
FONT = "DejaVu Sans"  # comes with matplotlib
COLOURS = ("#2a6f97", "#e09f3e", "#7a8b99", "#9e2a2b", "#52796f")  # told apart by most who can't tell red from green
PALE, INK = "#c9d6df", "#222222"


class MatplotlibPainter:
    """The Painter port. Nothing is loaded before the first picture."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # matplotlib's font cache is not made for threads

    async def paint(self, picture: Picture) -> bytes:
        """Return a chart as PNG, 1080 pixels wide."""
        return await asyncio.to_thread(self._paint, picture)

    def _paint(self, picture: Picture) -> bytes:
        with self._lock:
            from matplotlib import rc_context
            from matplotlib.backends.backend_agg import FigureCanvasAgg
            from matplotlib.figure import Figure

            rows = list(_rows(picture.panels))
            heights = [max(map(_height, row)) for row in rows]
            with rc_context({"font.family": FONT, "font.size": 10, "text.parse_math": False}):
                figure = Figure(figsize=(WIDTH, TITLE + sum(heights)), layout="constrained", facecolor="white")
                FigureCanvasAgg(figure)
                figure.suptitle(_drawable(picture.title), fontsize=13, fontweight="bold", color=INK)
                grid = figure.add_gridspec(len(rows), 2, height_ratios=heights)
                for number, row in enumerate(rows):
                    places = [grid[number, :]] if len(row) == 1 else [grid[number, 0], grid[number, 1]]
                    for place, panel in zip(places, row, strict=True):
                        _draw(figure.add_subplot(place), panel, row, picture)
                target = io.BytesIO()
                figure.savefig(target, format="png", dpi=DOTS)
        return target.getvalue()


def _rows(panels: Sequence[Columns | Bars]) -> Iterator[tuple[Columns | Bars, ...]]:
    """Yield the panels row by row: two short ones side by side, as a phone shrinks what is high."""
    waiting: list[Columns | Bars] = []
    for panel in panels:
        if isinstance(panel, Bars) and not panel.before:
            waiting.append(panel)
        if len(waiting) == 2 or panel not in waiting:
            yield from [tuple(waiting)] if waiting else []
            yield from [] if panel in waiting else [(panel,)]
            waiting = []
    yield from [tuple(waiting)] if waiting else []


def _height(panel: Columns | Bars) -> float:
    if not any(_values(panel)):
        return HEAD + EMPTY
    if isinstance(panel, Columns):
        return HEAD + PANEL
    return HEAD + ROW * (1.3 if panel.before else 1) * len(panel.values)


def _draw(axes: Axes, panel: Columns | Bars, row: Sequence[Columns | Bars], picture: Picture) -> None:
    axes.set_title(_drawable(panel.title), loc="left", fontsize=11, fontweight="bold", color=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(length=0, colors=INK)
    if not any(_values(panel)):
        axes.set(xticks=[], yticks=[])
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.text(0.5, 0.5, picture.empty, ha="center", va="center", color="#666666", transform=axes.transAxes)
    elif isinstance(panel, Columns):
        _columns(axes, panel)
    else:
        most = max(len(one.values) for one in row if isinstance(one, Bars))
        _bars(axes, panel, picture.legend, most, LONGEST_NAME // len(row))


def _values(panel: Columns | Bars) -> list[int]:
    if isinstance(panel, Columns):
        return [number for row in panel.series.values() for number in row]
    return [*(value for _, value in panel.values), *panel.before]


def _columns(axes: Axes, panel: Columns) -> None:
    from matplotlib.ticker import MaxNLocator

    places, below = range(len(panel.labels)), [0] * len(panel.labels)
    for colour, (name, numbers) in zip(COLOURS, panel.series.items(), strict=False):
        axes.bar(places, numbers, bottom=below, color=colour, width=0.8, label=name)
        below = [low + number for low, number in zip(below, numbers, strict=True)]
    every = -(-len(panel.labels) // FEW_LABELS)
    shown = list(places)[:: max(every, 1)]
    axes.set_xticks(shown, [panel.labels[place] for place in shown])
    axes.set_xlim(-0.6, max(len(panel.labels), 5) - 0.4)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.grid(axis="y", color="#e5e5e5")
    axes.set_axisbelow(True)
    if len(panel.series) > 1:
        axes.set_ylim(0, max(below) * 1.3)  # room for the legend
        axes.legend(ncols=3, loc="upper left", frameon=False, fontsize=9, borderpad=0)


def _bars(axes: Axes, panel: Bars, legend: tuple[str, str], most: int, longest: int) -> None:
    height = 0.27 if panel.before else 0.45
    places = range(len(panel.values))
    drawn = axes.barh(places, [value for _, value in panel.values], height, color=COLOURS[0], label=legend[0])
    axes.bar_label(drawn, padding=3, color=INK, fontsize=10)
    if panel.before:
        earlier = axes.barh([place + height for place in places], panel.before, height, color=PALE, label=legend[1])
        axes.bar_label(earlier, padding=3, color="#777777", fontsize=9)
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=2, frameon=False, fontsize=9)
    for place, (name, _) in enumerate(panel.values):
        axes.text(
            0, place - height / 2 - 0.06, _shortened(name, longest), ha="left", va="bottom", color=INK, fontsize=10
        )
    axes.set(xticks=[], yticks=[], xlim=(0, max(_values(panel)) * 1.25))
    axes.set_ylim(most - 0.7 + height * bool(panel.before), -0.75)
    axes.spines[["left", "bottom"]].set_visible(False)


def _shortened(name: str, longest: int) -> str:
    name = _drawable(name)
    return textwrap.shorten(name, longest, placeholder="…") if len(name) > longest else name


def _drawable(text: str) -> str:
    """Return what of a text the font can draw: people's questions hold emoji, which would become empty boxes."""
    from matplotlib.font_manager import findfont, get_font

    known = get_font(findfont(FONT)).get_charmap()
    return " ".join("".join(letter for letter in text if ord(letter) in known or letter.isspace()).split())
