"""What a chart shows, before anybody has drawn it: panels of bars or lines, all words given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers side by side, from left to right; several series stand on one another."""

    title: str
    labels: tuple[str, ...]  # one a column
    series: Mapping[str, tuple[int, ...]]  # name → a number a column


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers below one another, each with its name; `before`, where given, is what they were."""

    title: str
    values: tuple[tuple[str, int], ...]
    before: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of several panels, and what is written where one has nothing to show."""

    title: str
    panels: tuple[Columns | Bars, ...]
    empty: str
    legend: tuple[str, str] = ("", "")  # names of values and of what they were


class Painter(Protocol):
    """Draws charts."""

    async def paint(self, picture: Picture) -> bytes:
        """Return a chart as PNG, readable on a phone."""
