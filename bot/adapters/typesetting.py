"""Words set into lines of a given width: nothing is wider, and nothing is lost but what is asked to be cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from bot.adapters.fonts import Style, drawable, width

ELLIPSIS = "…"
_SEAMS = re.compile(r"(?<=[/\-–_?&=.,])(?=\w)")  # where a word that is wider than a line may be parted


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one look."""

    text: str
    style: Style

    @property
    def width(self) -> float:
        """Pixels."""
        return width(self.text, self.style)


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays on one line if it can; `glued` if no space stands before it."""

    spans: Line
    glued: bool = False

    @property
    def width(self) -> float:
        """Pixels."""
        return measured(self.spans)


def measured(line: Iterable[Span]) -> float:
    """Return a line's width in pixels."""
    return sum(span.width for span in line)


def words(text: str, style: Style, ending: Line = ()) -> list[Atom]:
    """Return a text's words; `ending` is never parted from the last."""
    atoms = [Atom((Span(word, style),)) for word in drawable(text).split(" ") if word]
    if not ending or not atoms:
        return atoms or ([Atom(ending)] if ending else [])
    return [*atoms[:-1], Atom((*atoms[-1].spans, *ending))]


def wrap(atoms: Iterable[Atom], room: float) -> list[Line]:
    """Return lines of at most `room` pixels; a word wider than that is parted, at a seam where it has some."""
    lines: list[Line] = []
    current: list[Span] = []
    used = 0.0
    for atom in _fitting(atoms, room):
        space = () if atom.glued or not current else (Span(" ", atom.spans[0].style),)
        wider = used + measured(space) + atom.width
        if current and wider > room:
            lines.append(_merged(current))
            current, space, wider = [], (), atom.width
        current += [*space, *atom.spans]
        used = wider
    return [*lines, _merged(current)] if current else lines


def balanced(atoms: list[Atom], room: float) -> list[Line]:
    """Return as many lines as `wrap` makes, about equally wide: for headings."""
    count = len(wrap(atoms, room))
    narrow = room
    while count > 1 and narrow > room / 2 and len(wrap(atoms, narrow - room / 20)) == count:
        narrow -= room / 20
    return wrap(atoms, narrow)


def cut(lines: list[Line], most: int, room: float) -> list[Line]:
    """Return the first `most` lines; "…" stands at the end of what has been cut."""
    if len(lines) <= most:
        return lines
    *before, last = lines[:most]
    return [*before, _ended(last, room)]


def _ended(line: Line, room: float) -> Line:
    *before, last = line
    text = last.text.rstrip(" .,;:–-")
    while text and measured((*before, Span(text + ELLIPSIS, last.style))) > room:
        text = text[:-1].rstrip(" .,;:–-")
    return (*before, replace(last, text=text + ELLIPSIS))


def _merged(line: Iterable[Span]) -> Line:
    """Return a line with neighbours of one look as one."""
    looks = groupby(line, lambda span: span.style)
    return tuple(Span("".join(span.text for span in spans), style) for style, spans in looks)


def _fitting(atoms: Iterable[Atom], room: float) -> Iterator[Atom]:
    """Yield the atoms, those that are too wide in pieces."""
    for atom in atoms:
        if atom.width <= room:
            yield atom
            continue
        pieces = [Span(piece, span.style) for span in atom.spans for piece in _pieces(span, room)]
        yield from (Atom((piece,), glued=bool(number) or atom.glued) for number, piece in enumerate(pieces))


def _pieces(span: Span, room: float) -> Iterator[str]:
    for part in _SEAMS.split(span.text):
        while width(part, span.style) > room and len(part) > 1:
            end = max(bisect_right(range(1, len(part)), room, key=lambda end: width(part[:end], span.style)), 1)
            yield part[:end]
            part = part[end:]
        yield part
