"""How much of an answer a card holds, and how large: all if it can, else what comes first, of each kind something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.adapters.fonts import BOLD, SEMIBOLD, Style
from bot.adapters.sheets import INK, MUTED, SLATE
from bot.adapters.typesetting import Atom, Line, Span, cut, measured, words, wrap
from bot.domain.answers import Quote
from bot.domain.documents import Kind
from bot.domain.pictures import Card, CardPart, CardSource

SIZES = (
    52,
    48,
    44,
    41,
    38,
    36,
    34,
    32,
    30,
)  # pixels of a statement's letters; half of it on a phone that shows half the size
SIZE_CUT = 36  # the largest of an answer that had to be cut
SIZE_TABLE = 38  # the largest of an answer with a table: its rows then fit on a line each, mostly
SHORTENED = (14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1)  # lines of a statement that is too long for itself
ENDLESS = 1000
PART_GAP, TAIL_GAP, SOURCES_GAP = 34, 26, 30
TAG, TAG_PADDING = 54, 22  # height of what says the kind; left and right of its words
LEADING = 1.36
MOST_SOURCES = 4  # lines
COLUMNS_APART = 40
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
    right: Line = ()  # a second column, at the right edge
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What stands on a card between its title and its foot."""

    parts: tuple[tuple[Row, ...], ...]
    tail: tuple[Row, ...]  # what is left to the link, and where in time the campaign stands
    sources: tuple[Row, ...]
    is_whole: bool

    @property
    def height(self) -> float:
        """Pixels, with the space between."""
        gaps = PART_GAP * (len(self.parts) - 1) + TAIL_GAP * bool(self.tail) + SOURCES_GAP * 2.5
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
    drafts = list(_drafts(card.parts))
    fitting = bisect_left(drafts, True, key=lambda draft: _body(card, draft, wide).height <= high)
    chosen = drafts[min(fitting, len(drafts) - 1)]
    bodies = [_body(card, draft, wide) for draft in (chosen, *_fuller(chosen))]
    return next((body for body in reversed(bodies) if body.height <= high), bodies[0])


def _fuller(draft: _Draft) -> Iterator[_Draft]:
    """Yield what may fill the room that is left where something had to be cut: more lines, else larger letters."""
    if draft.most < ENDLESS:
        yield from (replace(draft, most=most) for most in reversed(SHORTENED) if most > draft.most)
    else:
        yield from (replace(draft, size=size) for size in reversed(SIZES) if draft.size < size <= SIZE_CUT)


def _drafts(parts: Sequence[CardPart]) -> Iterator[_Draft]:
    """Yield ways to set an answer, the best first: smaller, fewer statements, fewer parts of a kind, each cut."""
    counts = [len(part.quotes) for part in parts]
    largest = SIZE_TABLE if any(quote.headers for part in parts for quote in part.quotes) else SIZES[0]
    yield from (_Draft(size, tuple(counts)) for size in SIZES if size <= largest)
    while max(counts) > 1:
        longest = max(range(len(parts)), key=lambda number: (counts[number], number))
        counts[longest] -= 1
        yield _Draft(SIZES[-1], tuple(counts))
    for number in reversed(range(1, len(parts))):
        if any(counts[other] and parts[other].kind is parts[number].kind for other in range(number)):
            counts[number] = 0
            yield _Draft(SIZES[-1], tuple(counts))
    yield from (_Draft(SIZES[-1], tuple(counts), most) for most in SHORTENED)
    for number in reversed(range(1, len(parts))):
        counts[number] = 0
        yield _Draft(SIZES[-1], tuple(counts), SHORTENED[-1])


def _body(card: Card, draft: _Draft, wide: float) -> Body:
    kept = [(part, part.quotes[:count]) for part, count in zip(card.parts, draft.counts, strict=False) if count]
    set_out = [_statements(quotes, draft, wide, goes_on=_goes_on(part, len(quotes))) for part, quotes in kept]
    parts = [(*_head(part, card.title, wide), *rows) for (part, _), (rows, _) in zip(kept, set_out, strict=True)]
    is_whole = draft.counts == tuple(len(part.quotes) for part in card.parts) and not any(cut for _, cut in set_out)
    marks = {n for _, quotes in kept for quote in quotes for n in quote.marks}
    return Body(tuple(parts), tuple(_tail(card, is_whole, wide)), tuple(_sources(card, marks, wide)), is_whole)


def _head(part: CardPart, title: str, wide: float) -> Iterator[Row]:
    room = wide - 2 * TAG_PADDING
    (label,) = cut(wrap(words(part.label, LABEL), room), 1, room) or [()]
    yield Row(label, TAG, kind=part.kind)
    if part.title != title:
        lines = cut(wrap(words(part.title, HEADING), wide), 2, wide)
        yield from (Row(line, HEADING.size * 1.3, gap=0 if number else 12) for number, line in enumerate(lines))


def _goes_on(part: CardPart, count: int) -> bool:
    """Return whether a list or table of a part is cut behind its first statements."""
    return count < len(part.quotes) and part.quotes[count].item


def _statements(quotes: Sequence[Quote], draft: _Draft, wide: float, *, goes_on: bool) -> tuple[list[Row], bool]:
    """Return the rows of a part's statements, and whether one of them had to be cut; a list that goes on shows that."""
    rows: list[Row] = []
    was_cut, headers = False, ""
    for quote in quotes:
        if quote.headers and quote.headers != headers:
            rows.extend(
                _row(quote.headers, (SMALL, SMALL), (), wide, 16) or _prose(quote.headers, SMALL, 2, wide, 16)[0]
            )
        headers = quote.headers
        found, is_cut = _statement(quote, draft.size, draft.most, wide)
        rows.extend(found)
        was_cut = was_cut or is_cut
    if goes_on:
        rows.append(Row((Span("• …", Style(draft.size, BOLD, SLATE)),), draft.size))
    return rows, was_cut


@lru_cache(maxsize=512)  # every draft sets the same statements again
def _statement(quote: Quote, size: int, most: int, wide: float) -> tuple[Sequence[Row], bool]:
    style = Style(size, colour=INK)
    raised = Style(round(size * 0.62), SEMIBOLD, MUTED, rise=round(size * 0.3))
    marks = (Span("\u200a" + "".join(f"[{n}]" for n in quote.marks), raised),) if quote.marks else ()
    styles = (style, replace(style, weight=SEMIBOLD))
    if quote.headers and (rows := _row(quote.text, styles, marks, wide, round(size * 0.3))) and len(rows) <= most:
        return rows, False
    bullet = Span("• ", Style(size, BOLD, SLATE))
    indent = bullet.width if quote.item else 0
    gap = round(size * (0.3 if quote.item else 0.5))
    rows, is_cut = _prose(quote.text, style, most, wide - indent, gap, marks)
    first, *others = [replace(row, indent=indent) for row in rows]
    return [replace(first, line=(bullet, *first.line), indent=0) if quote.item else first, *others], is_cut


def _prose(text: str, style: Style, most: int, wide: float, gap: float, ending: Line = ()) -> tuple[list[Row], bool]:
    """Return a text as rows, cut where they are too many, and whether they were."""
    lines = wrap(words(text, style, ending), wide) or [()]
    shown = cut(lines, most, wide)
    rows = [Row(line, style.size * LEADING, gap=0 if number else gap) for number, line in enumerate(shown)]
    return rows, len(shown) < len(lines)


def _row(text: str, styles: tuple[Style, Style], ending: Line, wide: float, gap: float) -> list[Row]:
    """Return a table's row of two cells: side by side, or one below the other; nothing for other rows."""
    cells = text.split(" | ")
    if len(cells) != 2:
        return []
    first, second = wrap(words(cells[0], styles[0]), wide), wrap(words(cells[1], styles[1], ending), wide)
    height = styles[0].size * LEADING
    if len(first) == len(second) == 1 and measured((*first[0], *second[0])) <= wide - COLUMNS_APART:
        return [Row(first[0], height, gap, right=second[0])]
    return [Row(line, height, 0 if number else gap) for number, line in enumerate((*first, *second))]


def _tail(card: Card, is_whole: bool, wide: float) -> Iterator[Row]:
    more = [] if is_whole else wrap(words(card.more, MORE), wide)
    yield from (Row(line, MORE.size * LEADING) for line in cut(more, 2, wide))
    notes = [line for note in card.notes for line in cut(wrap(words(note, SMALL), wide), 2, wide)]
    yield from (Row(line, SMALL.size * LEADING) for line in cut(notes, 4, wide))


def _sources(card: Card, marks: set[int], wide: float) -> Iterator[Row]:
    """Yield who published what the shown statements stand on, one after another."""
    named = [_source(one, marks) for one in card.sources if marks.intersection(one.marks)]
    if named:
        separated = [atom for atoms in named for atom in (*words("·", SMALL), *atoms)]
        lines = wrap([*words(card.sources_title + ":", TITLE_OF_SOURCES), *separated[1:]], wide)
        yield from (Row(line, SMALL.size * LEADING) for line in cut(lines, MOST_SOURCES, wide))


def _source(source: CardSource, marks: set[int]) -> list[Atom]:
    """The numbers that stand on it, never parted from its first word."""
    shown = "".join(f"[{n}]" for n in source.marks if n in marks) + "\u00a0"
    first, *others = words(source.text, SMALL) or [Atom(())]
    return [replace(first, spans=(Span(shown, TITLE_OF_SOURCES), *first.spans)), *others]
