"""A PDF whose words are placed one by one, line by line across all columns, as many programs print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF

from tests.ingestion.layouts.sample import Element

_POINT = 0.3528  # mm


@dataclass(frozen=True)
class Grid:
    """How words are placed: columns with their gutter in mm, sizes in points, and what repeats."""

    columns: int = 1
    gutter: float = 8
    size: float = 10
    title: float = 20
    heading: float = 12
    bold: bool = True
    across: int = 1  # elements at the beginning that go over the whole width
    header: str = ""
    footer: str = ""
    justified: bool = False
    indent: float = 0  # of a paragraph's first line, instead of space before it
    family: str = "helvetica"
    aside: tuple[str, ...] = ()  # lines in a narrow box at the right of the first page
    ruled: bool = True  # tables
    landscape: bool = False
    depth: float = 272  # mm of a page, from its top, that may be filled


@dataclass
class _Word:
    page: int
    top: float
    left: float
    text: str
    size: float
    style: str


class _Setter:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.pdf = FPDF(orientation="L" if grid.landscape else "P")
        self.pdf.set_auto_page_break(False)
        self.words: list[_Word] = []
        self.rules: list[tuple[int, float, float, float, float]] = []
        self.page, self.column, self.top, self.start = 1, 0, 24.0, 24.0
        self.over_all = True

    @property
    def width(self) -> float:
        whole = (297 if self.grid.landscape else 210) - 40 - (55 if self.grid.aside else 0)
        if self.over_all:
            return whole
        return (whole - self.grid.gutter * (self.grid.columns - 1)) / self.grid.columns

    @property
    def left(self) -> float:
        return 20 + (0 if self.over_all else self.column * (self.width + self.grid.gutter))

    @property
    def bottom(self) -> float:
        return min(self.grid.depth, 190 if self.grid.landscape else 272)

    def measure(self, text: str, size: float, style: str) -> float:
        self.pdf.set_font(self.grid.family, style, size)
        return float(self.pdf.get_string_width(text))

    def room(self, height: float) -> None:
        """Go on in the next column or page where a line does not fit."""
        if self.top + height <= self.bottom:
            return
        self.column += 1
        self.top = self.start
        if self.over_all or self.column == self.grid.columns:
            self.column, self.page, self.top, self.start = 0, self.page + 1, 24.0, 24.0

    def lines(self, text: str, size: float, style: str, width: float, first: float = 0) -> list[list[str]]:
        lines: list[list[str]] = [[]]
        for word in text.split():
            room = width - (first if len(lines) == 1 else 0)
            if lines[-1] and self.measure(" ".join([*lines[-1], word]), size, style) > room:
                lines.append([])
            lines[-1].append(word)
        return lines

    def line(self, words: Sequence[str], size: float, style: str, left: float, width: float, fill: bool) -> None:
        space = self.measure(" ", size, style)
        if fill and len(words) > 1:
            space = (width - sum(self.measure(word, size, style) for word in words)) / (len(words) - 1)
        for word in words:
            self.words.append(_Word(self.page, self.top + size * _POINT, left, word, size, style))
            left += self.measure(word, size, style) + space

    def text(self, text: str, size: float, style: str = "", inset: float = 0, first: float = 0) -> None:
        lines = self.lines(text, size, style, self.width - inset, first)
        for number, words in enumerate(lines):
            self.room(size * _POINT * 1.3)
            shift = inset + (first if number == 0 else 0)
            fill = self.grid.justified and number + 1 < len(lines)
            self.line(words, size, style, self.left + shift, self.width - shift, fill)
            self.top += size * _POINT * 1.3

    def add(self, one: Element) -> None:
        grid = self.grid
        match one.sort:
            case "#" | "##" | "###":
                size = (grid.title, grid.heading, grid.size)[one.level - 1]
                self.top += 2.5 if self.top > self.start else 0
                self.room(size * _POINT * 3)
                self.text(one.text, size, "B" if grid.bold else "")
                self.top += 1.5
            case "-":
                self.room(grid.size * _POINT * 1.3)
                self.words.append(_Word(self.page, self.top + grid.size * _POINT, self.left + 2, "-", grid.size, ""))
                self.text(one.text, grid.size, inset=7)
            case "|":
                self.table(one)
            case _:
                self.text(one.text, grid.size - (one.sort == "@"), first=grid.indent)
                self.top += 0 if grid.indent else 2.2

    def table(self, one: Element) -> None:
        grid, count = self.grid, len(one.rows[0])
        self.top += 2
        each = self.width / count
        self.rule(self.left, self.top, self.left + self.width, self.top)
        for number, cells in enumerate(one.rows):
            style = "B" if number == 0 else ""
            wrapped = [self.lines(cell, grid.size, style, each - 4) for cell in cells]
            height = max(map(len, wrapped)) * grid.size * _POINT * 1.25 + 2
            self.room(height)
            top = self.top
            for at, lines in enumerate(wrapped):
                self.top = top + 1
                for words in lines:
                    self.line(words, grid.size, style, self.left + at * each + 2, each - 4, False)
                    self.top += grid.size * _POINT * 1.25
            self.top = top + height
            if grid.ruled or number in (0, len(one.rows) - 1):
                self.rule(self.left, self.top, self.left + self.width, self.top)
            if grid.ruled:
                for at in range(count + 1):
                    self.rule(self.left + at * each, top, self.left + at * each, self.top)
        self.top += 4

    def rule(self, *ends: float) -> None:
        self.rules.append((self.page, *ends))  # type: ignore[arg-type]

    def furniture(self) -> None:
        for page in range(1, self.page + 1):
            for text, top in ((self.grid.header, 12.0), (self.grid.footer, self.bottom + 14)):
                left = 20.0
                for word in text.format(page).split():
                    self.words.append(_Word(page, top, left, word, 8, ""))
                    left += self.measure(word + " ", 8, "")

    def aside(self) -> None:
        whole, size = (297 if self.grid.landscape else 210), self.grid.size - 1
        top = 40.0
        for text in self.grid.aside:
            for words in self.lines(text, size, "", 44):
                left = whole - 66.0
                for word in words:
                    self.words.append(_Word(1, top, left, word, size, ""))
                    left += self.measure(word + " ", size, "")
                top += size * _POINT * 1.3
            top += 2

    def output(self) -> bytes:
        for page in range(1, self.page + 1):
            self.pdf.add_page()
            for number, *ends in self.rules:
                if number == page:
                    self.pdf.line(*ends)
            for word in sorted(self.words, key=lambda one: (one.page, round(one.top), one.left)):
                if word.page == page:
                    self.pdf.set_font(self.grid.family, word.style, word.size)
                    self.pdf.text(word.left, word.top, word.text)
        return bytes(self.pdf.output())


def placed(grid: Grid, elements: Sequence[Element]) -> bytes:
    """The elements as a PDF of single words."""
    setter = _Setter(grid)
    for number, one in enumerate(elements):
        if number == grid.across:
            setter.over_all, setter.start = False, setter.top
        setter.add(one)
    setter.furniture()
    setter.aside()
    return setter.output()
