"""How much of an answer a card holds, and how large: all if it can, else what comes first, of each kind something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.fonts import BOLD, SEMIBOLD, Style
from bot.adapters.sheets import INK, MUTED, SLATE
from bot.adapters.typesetting import Atom, Line, Span, cut, words, wrap
from bot.domain.answers import Quote
from bot.domain.documents import Kind
from bot.domain.pictures import Card, CardPart, CardSource

SIZES = (46, 42, 39, 36, 34, 32, 30)  # pixels of a statement's letters; half of it on a phone that shows half the size
SIZE_CUT = 32  # of an answer that does not fit anyway
SHORTENED = (12, 8, 6, 4, 3, 2, 1)  # lines of a statement that is too long for itself
ENDLESS = 1000
PART_GAP, TAIL_GAP, SOURCES_GAP = 34, 26, 30
PILL = 54
MOST_SOURCES = 4  # lines
LABEL = Style(28, SEMIBOLD)
HEADING = Style(33, SEMIBOLD, INK)
SMALL = Style(25, colour=MUTED)
TITLE_OF_SOURCES = Style(25, SEMIBOLD, MUTED)
MORE = Style(29, SEMIBOLD, SLATE)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text and the height that it takes; `kind`: it is the tag that says what its part is."""

    line: Line
    height: float
    gap: float = 0  # above
    indent: float = 0
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What stands on a card between its title and its foot."""

    parts: tuple[tuple[Row, ...], ...]
    tail: tuple[Row, ...]  # what is left to the link, and where in time the campaign stands
    sources: tuple[Row, ...]

    @property
    def height(self) -> float:
        """Pixels, with the space between."""
        gaps = PART_GAP * (len(self.parts) - 1) + TAIL_GAP * bool(self.tail) + SOURCES_GAP * 2
        return gaps + sum(map(tall, (*self.parts, self.tail, self.sources)))


@dataclass(frozen=True, slots=True)
class _Draft:
    size: int
    counts: tuple[int, ...]  # statements of each part; a part with none is left out
    most: int = ENDLESS  # lines of a statement


def tall(rows: Iterable[Row]) -> float:
    """Return the height of rows in pixels."""
    return sum(row.gap + row.height for row in rows)


def fit(card: Card, wide: float, high: float) -> Body:
    """Return the largest body that a room holds, with as much of the answer as it can."""
    body = _body(card, _Draft(SIZES[0], ()), wide)
    for draft in _drafts(card.parts):
        body = _body(card, draft, wide)
        if body.height <= high:
            break
    return body


def _drafts(parts: Sequence[CardPart]) -> Iterator[_Draft]:
    """Yield ways to set an answer, the best first: smaller, fewer statements, fewer parts of a kind, each cut."""
    counts = [len(part.quotes) for part in parts]
    yield from (_Draft(size, tuple(counts)) for size in SIZES)
    while max(counts) > 1:
        longest = max(range(len(parts)), key=lambda number: (counts[number], number))
        counts[longest] -= 1
        yield _Draft(SIZE_CUT, tuple(counts))
    for number in reversed(range(1, len(parts))):
        if any(counts[other] and parts[other].kind is parts[number].kind for other in range(number)):
            counts[number] = 0
            yield _Draft(SIZE_CUT, tuple(counts))
    yield from (_Draft(SIZE_CUT, tuple(counts), most) for most in SHORTENED)
    for number in reversed(range(1, len(parts))):
        counts[number] = 0
        yield _Draft(SIZE_CUT, tuple(counts), SHORTENED[-1])


def _body(card: Card, draft: _Draft, wide: float) -> Body:
    kept = [(part, part.quotes[:count]) for part, count in zip(card.parts, draft.counts, strict=False) if count]
    set_out = [_statements(quotes, draft, wide) for _, quotes in kept]
    parts = [(*_head(part, card.title, wide), *rows) for (part, _), (rows, _) in zip(kept, set_out, strict=True)]
    is_whole = draft.counts == tuple(len(part.quotes) for part in card.parts) and not any(cut for _, cut in set_out)
    marks = {n for _, quotes in kept for quote in quotes for n in quote.marks}
    return Body(tuple(parts), tuple(_tail(card, is_whole, wide)), tuple(_sources(card, marks, wide)))


def _head(part: CardPart, title: str, wide: float) -> Iterator[Row]:
    (label,) = cut(wrap(words(part.label, LABEL), wide), 1, wide) or [()]
    yield Row(label, PILL, kind=part.kind)
    if part.title != title:
        lines = cut(wrap(words(part.title, HEADING), wide), 2, wide)
        yield from (Row(line, HEADING.size * 1.3, gap=0 if number else 12) for number, line in enumerate(lines))


def _statements(quotes: Sequence[Quote], draft: _Draft, wide: float) -> tuple[list[Row], bool]:
    """Return the rows of a part's statements, and whether one of them had to be cut."""
    rows: list[Row] = []
    was_cut, headers = False, ""
    for quote in quotes:
        if quote.headers and quote.headers != headers:
            lines = cut(wrap(words(quote.headers, SMALL), wide), 2, wide)
            rows.extend(Row(line, SMALL.size * 1.3, gap=0 if number else 16) for number, line in enumerate(lines))
        headers = quote.headers
        found, is_cut = _statement(quote, draft, wide)
        rows.extend(found)
        was_cut = was_cut or is_cut
    return rows, was_cut


def _statement(quote: Quote, draft: _Draft, wide: float) -> tuple[list[Row], bool]:
    size = draft.size
    style = Style(size, colour=INK)
    mark = Style(round(size * 0.62), SEMIBOLD, MUTED, rise=round(size * 0.3))
    marks = "".join(f"[{n}]" for n in quote.marks)
    bullet = (Span("• ", Style(size, BOLD, SLATE)),) if quote.item else ()
    indent = bullet[0].width if bullet else 0
    lines = wrap(words(quote.text, style, (Span("\u200a" + marks, mark),) if marks else ()), wide - indent)
    shown = cut(lines, draft.most, wide - indent)
    gap = round(size * (0.3 if quote.item else 0.5))
    rows = [Row(line, size * 1.36, gap=0 if number else gap, indent=indent) for number, line in enumerate(shown)]
    if bullet and rows:
        rows[0] = Row((*bullet, *rows[0].line), rows[0].height, rows[0].gap)
    return rows, len(shown) < len(lines)


def _tail(card: Card, is_whole: bool, wide: float) -> Iterator[Row]:
    more = [] if is_whole else wrap(words(card.more, MORE), wide)
    yield from (Row(line, MORE.size * 1.35) for line in cut(more, 2, wide))
    notes = [line for note in card.notes for line in cut(wrap(words(note, SMALL), wide), 2, wide)]
    yield from (Row(line, SMALL.size * 1.35) for line in cut(notes, 4, wide))


def _sources(card: Card, marks: set[int], wide: float) -> Iterator[Row]:
    """Yield one line a source; where they are many, one after another."""
    shown = [one for one in card.sources if marks.intersection(one.marks)]
    named = [[*_marked(one, marks), *words(one.text, SMALL)] for one in shown]
    lines = [line for atoms in named for line in cut(wrap(atoms, wide), 1, wide)]
    if len(named) > MOST_SOURCES:
        separated = (atom for atoms in named for atom in (*atoms, *words("·", SMALL)))
        lines = cut(wrap([*separated][:-1], wide), MOST_SOURCES, wide)
    if lines:
        yield Row(words(card.sources_title, TITLE_OF_SOURCES)[0].spans, SMALL.size * 1.35)
    yield from (Row(line, SMALL.size * 1.35) for line in lines)


def _marked(source: CardSource, marks: set[int]) -> list[Atom]:
    return words("".join(f"[{n}]" for n in source.marks if n in marks), TITLE_OF_SOURCES)
