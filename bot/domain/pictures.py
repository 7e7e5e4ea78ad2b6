"""What a chart, a share card or a poster shows, before anybody has drawn it: all words given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.domain.answers import Quote
from bot.domain.documents import Kind


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


@dataclass(frozen=True, slots=True)
class CardPart:
    """Quotes under one heading, and the line that says what sort of thing they are and of when."""

    title: str
    kind: Kind
    label: str  # "📌 Janji kampanye · 2024"
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CardSource:
    """What some [n] of a card stand on."""

    marks: tuple[int, ...]
    text: str  # publisher and date


@dataclass(frozen=True, slots=True)
class Card:
    """An answer as a picture that travels alone: who says it, what it stands on, and how to check it."""

    title: str
    parts: tuple[CardPart, ...]
    sources: tuple[CardSource, ...]
    campaign: str  # whose bot it is from
    run_by: str
    link: str  # opens this very answer; behind the QR code
    code: str  # the same in letters: "K7M2-R9XW-4TAB"
    check: str  # how to check it, beside the QR code
    sources_title: str
    more: str  # said where the answer goes on behind the link
    notes: tuple[str, ...] = ()  # where in time the campaign stands


@dataclass(frozen=True, slots=True)
class Poster:
    """A link to print and hang up."""

    title: str
    line: str  # what happens after scanning
    link: str
    campaign: str
    run_by: str = ""


class CardPainter(Protocol):
    """Draws what volunteers share."""

    async def card(self, card: Card) -> bytes:
        """Return a card as PNG, readable at half its size; what does not fit is left to the link."""

    async def poster(self, poster: Poster) -> bytes:
        """Return a poster as PNG for a sheet of A4."""
