"""What PDFium finds on the pages of a PDF: words with their places and letters, and rules."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.domain.errors import KnowledgeError
from bot.ingestion.drawn import Frame, Rule, rules

_MOST_PAGES = 2000
_MOST_LETTERS = 200_000  # of a page: a newspaper's has 20,000
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_OUTLINED = 2  # the rendering mode of letters that are filled and stroked: Word's way to fake bold ones
_TOGETHER = 0.75  # of the letters' size: words that stand no further apart are one piece of text
_LETTERS_APART = 0.05  # of the letters' size, where PDFium tells a space
_WORDS_APART = 0.3  # where it tells none
_SAME_BASE = 0.2  # of the letters' size
_DAMAGED = "damaged or incomplete; open it, and save or print it as a PDF anew"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Words that stand together on one line; places are in points from the page's upper left corner."""

    text: str
    left: float
    right: float
    base: float  # of the line that the letters stand on
    size: float
    is_bold: bool = False
    start: float | None = None  # of the text behind a list's mark
    mark: str | None = None  # the label of the footnote that stands behind them

    @property
    def lines(self) -> int:
        """How many lines they are."""
        return 1

    @property
    def top(self) -> float:
        """About where the tallest letters end."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """About where the letters end that reach below their line."""
        return self.base + 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on one page."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyphs, ...]
    rules: tuple[Rule, ...]


def sheets(data: bytes, file: str) -> Iterator[Sheet]:
    """Yield what is on each page. Raises KnowledgeError with a sentence of our own, whatever is wrong."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise KnowledgeError(_refusal(str(error), b"/Encrypt" in data), file=file) from None
    try:
        if len(document) > _MOST_PAGES:
            raise KnowledgeError(f"holds more than {_MOST_PAGES:,} pages; split it", file=file)
        for number in range(len(document)):
            yield _sheet(document, number, file)
    finally:
        document.close()


def _refusal(reason: str, is_encrypted: bool) -> str:
    """Return what is wrong, in our words; of a file that it can't read PDFium may repeat what it said of another."""
    if is_encrypted and "password" in reason.lower():
        return "protected by a password; save it without one"
    if is_encrypted and "security" in reason.lower():
        return "encrypted in a way that can't be read; save it without protection"
    return f"not a readable PDF: {_DAMAGED}"


def _sheet(document: Any, number: int, file: str) -> Sheet:
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise KnowledgeError(f"not a readable PDF: {_DAMAGED}", file=file, page=number + 1) from error
    if text.count_chars() > _MOST_LETTERS:
        reason = "not a readable PDF: unpacks to more than can be read; save it anew, or split it"
        raise KnowledgeError(reason, file=file, page=number + 1)
    frame = Frame(page)
    drawn = tuple(rules(page, frame)) if text.count_chars() else ()
    found = tuple(_glyphs(text, frame, [rule for rule in drawn if not rule.is_level]))
    text.close()
    page.close()
    return Sheet(number + 1, *frame.size, found, drawn)


class _Letters(NamedTuple):
    """How the letters of one text object look."""

    size: float
    is_bold: bool
    is_upright: bool


class _Reader:
    """Asks PDFium for the letters of a page."""

    def __init__(self, text: Any, frame: Frame) -> None:
        import pypdfium2.raw as raw

        self.raw, self.text, self.frame = raw, text.raw, frame
        self.count = text.count_chars()
        self._edges = [ctypes.c_double() for _ in range(6)]
        self._name = ctypes.create_string_buffer(256)
        self._looks: dict[int, _Letters] = {}

    def look(self, at: int) -> _Letters:
        """Return how the letter at a place looks; it is asked once for each text object."""
        piece = self.raw.FPDFText_GetTextObject(self.text, at)
        key = ctypes.cast(piece, ctypes.c_void_p).value or 0
        if not key or key not in self._looks:
            self._looks[key] = self._asked(at, piece)
        return self._looks[key]

    def _asked(self, at: int, piece: Any) -> _Letters:
        raw = self.raw
        matrix, flags = raw.FS_MATRIX(1, 0, 0, 1, 0, 0), ctypes.c_int()
        raw.FPDFText_GetMatrix(self.text, at, matrix)
        size = raw.FPDFText_GetFontSize(self.text, at) * math.hypot(matrix.c, matrix.d)
        raw.FPDFText_GetFontInfo(self.text, at, self._name, len(self._name), flags)
        name = self._name.value.decode("utf-8", "replace")
        is_bold = bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(self.text, at) >= _BOLD_WEIGHT
        is_outlined = bool(piece) and raw.FPDFTextObj_GetTextRenderMode(piece) == _OUTLINED
        return _Letters(round(size, 1), is_bold or is_outlined, self.frame.is_upright(matrix.a, matrix.b))

    def place(self, at: int) -> tuple[float, float, float]:
        """Return the left and right edge of a letter and the height it stands at."""
        left, right, bottom, top, x, y = self._edges
        box = self.raw.FS_RECTF()
        self.raw.FPDFText_GetCharOrigin(self.text, at, x, y)
        if not self.raw.FPDFText_GetLooseCharBox(self.text, at, box):
            self.raw.FPDFText_GetCharBox(self.text, at, left, right, bottom, top)
            box = self.raw.FS_RECTF(left.value, top.value, right.value, bottom.value)
        if self.frame.turn == 0:
            return box.left - self.frame.left, box.right - self.frame.left, self.frame.top - y.value
        _, base = self.frame.place(x.value, y.value)
        ends = [self.frame.place(*corner)[0] for corner in ((box.left, box.bottom), (box.right, box.top))]
        return min(ends), max(ends), base


def _glyphs(text: Any, frame: Frame, upright: Sequence[Rule]) -> Iterator[Glyphs]:
    """Yield the words of a page, those that stand together and that no upright rule parts as one."""
    reader = _Reader(text, frame)
    open_: _Open | None = None
    has_space = False
    for at in range(reader.count):
        letter = chr(reader.raw.FPDFText_GetUnicode(reader.text, at))
        if letter.isspace() or letter == "\0":
            has_space = True
            continue
        look = reader.look(at)
        if not look.is_upright or not look.size:
            continue
        left, right, base = reader.place(at)
        new = _Open([_whole(letter)], left, right, base, look.size, look.is_bold)
        if open_ and not (has_space and _parts(upright, open_, new)) and open_.takes(new, has_space):
            has_space = False
            continue
        if open_:
            yield open_.closed(has_hyphen=not has_space and _is_broken(open_, new))
        open_, has_space = new, False
    if open_:
        yield open_.closed()


@dataclass(slots=True)
class _Open:
    """Words while they grow, letter by letter."""

    letters: list[str]
    left: float
    right: float
    base: float
    size: float
    is_bold: bool

    def takes(self, new: _Open, has_space: bool) -> bool:
        """Take a letter more and say so, unless it stands elsewhere or looks otherwise."""
        size, gap = max(self.size, new.size), new.left - self.right
        if (self.size, self.is_bold) != (new.size, new.is_bold) or abs(new.base - self.base) > _SAME_BASE * size:
            return False
        if not -0.5 * size < gap < _TOGETHER * size:
            return False
        if gap > (_LETTERS_APART if has_space else _WORDS_APART) * size:
            self.letters.append(" ")
        self.letters += new.letters
        self.right = max(self.right, new.right)
        return True

    def closed(self, *, has_hyphen: bool = False) -> Glyphs:
        """Return the words, with a hyphen behind them if one was taken out."""
        text = "".join(self.letters) + "-" * has_hyphen
        return Glyphs(text, self.left, self.right, self.base, self.size, self.is_bold)


def _is_broken(before: _Open, new: _Open) -> bool:
    """Whether a word goes on in the next line: PDFium takes its hyphen out and tells no space instead."""
    is_next_line = 0.8 * new.size < new.base - before.base < 2.5 * new.size and new.left < before.right
    return is_next_line and before.letters[-1].isalpha() and new.letters[0].islower()


def _parts(upright: Sequence[Rule], before: _Open, new: _Open) -> bool:
    """Whether a rule stands between words and the letter behind them."""
    middle = new.base - 0.3 * new.size
    return any(before.right <= rule.left <= new.left and rule.top <= middle <= rule.bottom for rule in upright)


def _whole(letter: str) -> str:
    """Return a letter; for the hyphen that PDFium takes out at a line's end, a hyphen."""
    return "-" if letter in ("\x02", "\xad", "\ufffe") else letter
