"""What a reader makes of one file: blocks in reading order → headings and the pieces of text under them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from bot.domain.documents import Footnote
from bot.domain.errors import KnowledgeError
from bot.domain.findings import Finding, finding
from bot.domain.ids import normalise
from bot.language.sentences import sentences

LONGEST_STATEMENT = 2000  # characters: a quote, its marks and its heading must fit into one Telegram message (4,096)
_LONGEST_HEADING = 300  # characters; Word's users give whole paragraphs the style of a heading
LONGEST_PARAGRAPH = 50_000  # characters, some 20 printed pages
_MOST_LABELS = 50  # on one statement
_MOST = 20_000  # statements and headings of one file; a book of 1,000 pages has as many
_MOST_TEXT = 5_000_000  # characters of one file

_NOT_SEEN = re.compile(  # control characters, soft hyphens, and joiners where no emoji needs them
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u2060-\u2064\ufeff\ud800-\udfff]"
    "|(?<=\\w)[\u200c\u200d]|[\u200c\u200d](?=\\w)"
)
_MISLEADING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")  # turn text, or hide it
_HIDDEN = re.compile(f"{_MISLEADING.pattern}|[\u200b-\u200d\u2060-\u2064\ufeff]{{4,}}")  # so many spell a message


@dataclass(frozen=True, slots=True)
class Text:
    """White-space-collapsed text and what was taken out of it."""

    plain: str
    marks: tuple[tuple[int, str], ...] = ()  # (offset where a footnote mark stood, its label)
    breaks: tuple[int, ...] = ()  # offsets of the line breaks

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its marks, each once."""
        return tuple(dict.fromkeys(label for _, label in self.marks))


class Form(Enum):
    """What a block is on the page."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    HEADER = auto()  # a table's column names
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table row."""

    form: Form
    text: Text
    line: int | None = None
    page: int | None = None
    level: int = 0  # of a heading: 1 to 6
    kind: str | None = None  # of what stands under a heading,
    facets: tuple[str, ...] = ()  # and what it tells of its topic
    run: int | None = None  # which list or table of the file it belongs to
    longest: int = LONGEST_STATEMENT
    places: tuple[tuple[int | None, int | None], ...] = ()  # line and page of each of its lines, if they don't follow


@dataclass(frozen=True, slots=True)
class Piece:
    """What becomes a statement."""

    text: str
    labels: tuple[str, ...] = ()
    line: int | None = None
    group: int | None = None
    headers: str = ""
    page: int | None = None


@dataclass(slots=True)
class Part:
    """What becomes a section: all that stands under one heading; the path is empty before the first heading."""

    path: tuple[str, ...] = ()
    kind: str | None = None
    facets: tuple[str, ...] = ()
    line: int | None = None
    page: int | None = None
    groups: int = 0
    pieces: list[Piece] = field(default_factory=list)

    def begin_group(self) -> None:
        """Begin a list or table; a sentence directly before it that ends in a colon belongs to it."""
        self.groups += 1
        if self.pieces and self.pieces[-1].group is None and self.pieces[-1].text.endswith(":"):
            self.pieces[-1] = replace(self.pieces[-1], group=self.groups)


@dataclass(slots=True)
class Draft:
    """One file while it is read: readers add blocks in reading order, and say what is wrong with it."""

    file: str
    parts: list[Part] = field(default_factory=lambda: [Part()])
    notes: dict[str, Footnote] = field(default_factory=dict)
    errors: list[KnowledgeError] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    longest_paragraph: int = _MOST_TEXT  # characters
    summary: Part | None = None  # what front matter says of the topic
    _headings: list[Block] = field(default_factory=list)  # the open ones, outermost first
    _run: int | None = None
    _header: Text = Text("")
    _size: int = 0  # characters so far
    _pieces: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing in the file can become a statement."""
        return not any(part.pieces for part in self.parts)

    def error(self, reason: str, line: int | None = None, page: int | None = None) -> None:
        """Note what makes the file unusable."""
        self.errors.append(KnowledgeError(reason, file=self.file, line=line, page=page))

    def warn(self, key: str, line: int | None = None, page: int | None = None, **values: str | int) -> None:
        """Note what its author should look at: what the locale files say under "finding-<key>"."""
        self.warnings.append(finding(key, self.file, line, page, **values))

    def warn_of_misleading(self, text: str, page: int | None = None, *, has_lines: bool = False) -> None:
        """Say where the first character stands that makes the text look other than it is."""
        if found := _HIDDEN.search(text):
            line = text.count("\n", 0, found.start()) + 1 if has_lines else None
            self.warn("hidden", line, page, code=f"U+{ord(found[0][0]):04X}")

    def add(self, block: Block) -> None:
        """Add a block: a heading begins a part, a paragraph gives its sentences, an item or row itself."""
        if block.run is not None and block.run != self._run:
            self._header = Text("")
            self.parts[-1].begin_group()
        self._run = block.run
        if not block.text.plain and block.form is not Form.HEADING:
            return
        self._weigh(block.text, block.line, block.page)
        match block.form:
            case Form.HEADING if len(block.text.plain) > _LONGEST_HEADING:
                self.warn("heading", block.line, most=_LONGEST_HEADING)
                self._add_sentences(block)
            case Form.HEADING:
                self._add_heading(block)
            case Form.PARAGRAPH:
                self._add_sentences(block)
            case Form.HEADER if len(block.text.plain) <= LONGEST_STATEMENT and len(block.text.marks) <= _MOST_LABELS:
                self._header = block.text
            case Form.HEADER | Form.ITEM | Form.ROW:
                labels = tuple(dict.fromkeys([*self._header.labels, *block.text.labels]))
                piece = Piece("", labels, block.line, self.parts[-1].groups, self._header.plain, block.page)
                self._add_pieces(piece, block.text.plain, block.longest)

    def add_summary(self, topic: str, text: Text, facet: str) -> None:
        """Add what front matter says of the topic, as a part before all others."""
        self.parts.append(Part((topic,), facets=(facet,)))
        self._add_sentences(Block(Form.PARAGRAPH, text))
        self.summary = self.parts.pop()

    def _weigh(self, text: Text, line: int | None, page: int | None) -> None:
        """Raise KnowledgeError if the file, or one paragraph of it, holds more than a document does."""
        self.weigh_paragraph(len(text.plain), line, page)
        self._size += len(text.plain)
        if self._size > _MOST_TEXT:
            raise KnowledgeError(f"holds more than {_MOST_TEXT:,} characters of text; split it", file=self.file)
        if len(self.parts) + self._pieces > _MOST:
            raise KnowledgeError(f"holds more than {_MOST:,} statements and headings; split it", file=self.file)

    def weigh_paragraph(self, length: int, line: int | None, page: int | None = None) -> None:
        """Raise KnowledgeError if a paragraph has more characters than the format's may have."""
        if length > self.longest_paragraph:
            reason = (
                f"a paragraph of more than {self.longest_paragraph:,} characters: separate paragraphs by blank lines"
            )
            raise KnowledgeError(reason, file=self.file, line=line, page=page)

    def _add_heading(self, block: Block) -> None:
        self._headings = [heading for heading in self._headings if heading.level < block.level]
        if block.kind is None and self._headings:
            block = replace(block, kind=self._headings[-1].kind)
        self._headings.append(block)
        path = tuple(heading.text.plain for heading in self._headings)
        self.parts.append(Part(path, block.kind, block.facets, block.line, block.page))

    def _add_sentences(self, block: Block) -> None:
        """Add each sentence as a piece, with the marks that follow it."""
        text = block.text
        starts = list(_starts(text.plain))
        offsets = [offset for offset, _ in text.marks]
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text.plain)], strict=True)):
            first = bisect_right(offsets, start) if number else 0
            labels = dict.fromkeys(label for _, label in text.marks[first : bisect_right(offsets, end)])
            line, page = _place(block, bisect_right(text.breaks, start))
            piece = Piece("", tuple(labels), line, page=page)
            self._add_pieces(piece, text.plain[start:end].strip(), block.longest)

    def _add_pieces(self, piece: Piece, text: str, longest: int) -> None:
        if len(piece.labels) > _MOST_LABELS:
            self.error(f"more than {_MOST_LABELS} footnotes on one statement", piece.line)
            return
        before = len(self.parts[-1].pieces)
        self.parts[-1].pieces.extend(replace(piece, text=part) for part in cut(text, longest))
        self._pieces += len(self.parts[-1].pieces) - before


def _place(block: Block, number: int) -> tuple[int | None, int | None]:
    """Return the line and page where a block's line of this number stands, counted from 0."""
    return block.places[number] if block.places else (block.line and block.line + number, block.page)


def visible(text: str) -> str:
    """Return a text without what nobody sees: control characters, zero-width ones, those that turn or hide text."""
    return text if text.isascii() and text.isprintable() else _MISLEADING.sub("", _NOT_SEEN.sub("", text))


def collapse(text: str) -> Text:
    """Return a text without marks, composed (NFC), its white space collapsed and only what can be seen."""
    return Text(normalise(visible(text)))


def join(texts: Sequence[Text], separator: str = "") -> Text:
    """Return texts one after the other with one space, and the separator if there is one, between them."""
    plain = ""
    marks: list[tuple[int, str]] = []
    breaks: list[int] = []
    for number, text in enumerate(texts):
        if number and separator and any(each.plain for each in texts):
            plain += f" {separator}" if plain else separator
        plain += " " if plain and text.plain else ""
        marks += [(len(plain) + offset, label) for offset, label in text.marks]
        breaks += [len(plain) + offset for offset in text.breaks]
        plain += text.plain
    return Text(plain, tuple(marks), tuple(breaks))


def cut(text: str, longest: int) -> list[str]:
    """Return a text in pieces of at most so many characters, each of them word for word as in the text."""
    if len(text) <= longest:
        return [text] if text else []
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # takes 0.3 s, and is seldom needed

    splitter = RecursiveCharacterTextSplitter(
        separators=["; ", ", ", " ", ""], keep_separator="end", chunk_size=longest, chunk_overlap=0
    )
    return splitter.split_text(text)


def _starts(plain: str) -> Iterator[int]:
    """Yield where each sentence begins."""
    at = 0
    for sentence in sentences(plain):
        start = plain.index(sentence, at)
        at = start + len(sentence)
        yield start
