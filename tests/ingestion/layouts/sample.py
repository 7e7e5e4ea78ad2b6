"""What a file of the corpus says: written once as marked text, set as PDF, DOCX, HTML or TXT by a maker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.language.sentences import sentences


@dataclass(frozen=True)
class Element:
    """One heading ("#", "##" …), paragraph ("p"), item ("-"), line of its own ("="), table ("|") or source ("@")."""

    sort: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def level(self) -> int:
        return len(self.sort) if self.sort.startswith("#") else 0


@dataclass(frozen=True)
class Cell:
    """A value of a table with its column's name and its row's."""

    column: str
    row: str
    value: str


@dataclass(frozen=True)
class Sample:
    """A file and its truth."""

    name: str
    content: str
    make: Callable[[Sequence[Element]], bytes]
    absent: tuple[str, ...] = ()  # what is printed, but must not come out
    scanned: tuple[int, ...] = ()  # pages without text
    title: str | None = None  # where it is not the first heading

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        return tuple(parse(self.content))

    @cached_property
    def data(self) -> bytes:
        return self.make(self.elements)

    @property
    def proposed(self) -> str:
        """The title that should be proposed."""
        return self.title or next((one.text for one in self.elements if one.level == 1), "")

    @property
    def headings(self) -> list[str]:
        return [one.text for one in self.elements if one.level]

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """Every sentence and item, with the heading above it."""
        found, heading = [], ""
        for one in self.elements:
            if one.level:
                heading = one.text
            elif one.sort == "p":
                found += [(heading, text) for text in sentences(one.text)]
            elif one.sort in ("-", "="):
                found.append((heading, one.text))
        return found

    @property
    def cells(self) -> list[Cell]:
        tables = [one.rows for one in self.elements if one.sort == "|"]
        return [
            Cell(column, row[0], value)
            for header, *rows in tables
            for row in rows
            for column, value in zip(header[1:], row[1:], strict=True)
        ]

    @property
    def unwanted(self) -> list[str]:
        return [*self.absent, *(one.text for one in self.elements if one.sort == "@")]


@dataclass
class _Open:
    """A paragraph or table that goes on."""

    lines: list[str] = field(default_factory=list)


def parse(content: str) -> Iterator[Element]:
    """Yield the elements of marked text; a blank line ends a paragraph or table."""
    for block in content.strip().split("\n\n"):
        lines = [line.strip() for line in block.splitlines()]
        if lines[0].startswith("|"):
            yield Element("|", rows=tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines))
        elif lines[0][0] in "-=@#":
            for line in lines:
                mark, text = line.split(" ", 1)
                yield Element(mark, text)
        else:
            yield Element("p", " ".join(lines))
