"""PDF → draft: its headings by their letters, its paragraphs and lists; each statement knows its page."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Draft, collapse
from bot.ingestion.furniture import without_furniture
from bot.ingestion.lines import Line
from bot.ingestion.printed import blocks
from bot.ingestion.source_lists import without_references

_LONGEST = 600  # characters: tables come out of a PDF without full stops, as one long "sentence"
_MOST_PAGES = 2000
_ACTIONS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile)\b")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_SLACK = 0.85  # of the width: letters have different ones
_GAP = 1.25  # times the usual distance of two lines
_GAP_IN_HEADING = 1.8  # times the size of its letters
_WIDE = 0.6  # of a letter's size: as wide as few are on average
_DAMAGED = "damaged or incomplete; open it, and save or print it as a PDF anew"


@dataclass(slots=True)
class _Row:
    """What is printed on one line, piece by piece."""

    pieces: list[str] = field(default_factory=list)
    height: float | None = None  # where it stands above the page's lower edge, in points
    letters: Counter[tuple[float, bool]] = field(default_factory=Counter)  # how many of a size, bold or not
    end: float | None = None  # about where its text ends, from the left
    is_row: bool = False

    @property
    def style(self) -> tuple[float, bool]:
        """The size of most of its letters, and whether they are bold."""
        return self.letters.most_common(1)[0][0] if self.letters else (0.0, False)

    def add(self, text: str, place: tuple[float, float], size: float, is_bold: bool) -> None:
        """Add a piece of text that begins at a place: left, height."""
        if text.strip():
            left, height = place
            if self.end is not None and left - self.end > size:
                self.pieces.append(" |")
                self.is_row = True
            self.height = height if self.height is None else self.height
            self.letters[size, is_bold] += len(text.strip())
            self.end = left + _WIDE * size * len(text.strip())
        self.pieces.append(text)


def read_pdf(data: bytes, file: str) -> Draft:
    """Return the draft of a PDF, with a warning for each page without text.

    Raises KnowledgeError if it is broken or needs a password, MemoryError as it comes.
    """
    draft = Draft(file)
    if _ACTIONS.search(data):
        draft.warn("scripts")
    pages: list[list[Line]] = []
    for number, rows in enumerate(_pages(data, file), start=1):
        draft.warn_of_misleading("".join(piece for row in rows for piece in row.pieces), page=number)
        pages.append(list(_lines(rows, number)))
        if not pages[-1]:
            draft.warn("scanned-page", page=number)
    lines = without_furniture(pages, draft)
    for block in without_references(list(blocks(lines, _SLACK, _LONGEST)), draft):
        draft.add(block)
    return draft


def _lines(rows: Sequence[_Row], page: int) -> Iterator[Line]:
    """Yield the lines of a page; a larger distance than is usual on it is a gap."""
    heights = [row.height for row in rows if row.height is not None]
    steps = [above - below for above, below in pairwise(heights) if above > below]
    usual = median(steps) if steps else 0.0
    common = median([row.style[0] for row in rows] or [0.0])
    before: _Row | None = None
    for row in rows:
        if text := collapse("".join(row.pieces)).plain:
            has_gap = before is not None and _is_gap(before, row, usual, common)
            yield Line(text, None, page, has_gap, *row.style, row.is_row)
            before = row


def _is_gap(before: _Row, row: _Row, usual: float, common: float) -> bool:
    """Whether more space than usual parts two lines; the lines of one heading in large letters stand further apart."""
    if before.height is None or row.height is None:
        return False
    is_heading = before.style == row.style and row.style[0] > common
    return before.height - row.height > (_GAP_IN_HEADING * row.style[0] if is_heading else _GAP * usual)


def _pages(data: bytes, file: str) -> Iterator[list[_Row]]:
    """Yield the printed lines of each page. Raises KnowledgeError with a sentence of our own, whatever is wrong."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    page = None
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise KnowledgeError("protected by a password; save it without one", file=file)
        for page, leaf in enumerate(reader.pages, start=1):
            if page > _MOST_PAGES:
                raise KnowledgeError(f"holds more than {_MOST_PAGES:,} pages; split it", file=file)
            yield _printed(leaf)
    except (KnowledgeError, MemoryError):
        raise
    except (DependencyError, FileNotDecryptedError):
        raise KnowledgeError("encrypted in a way that can't be read; save it without protection", file=file) from None
    except LimitReachedError as error:
        reason = "not a readable PDF: unpacks to more than can be read; save it anew, or split it"
        raise KnowledgeError(reason, file=file, page=page) from error
    except Exception as error:  # a hostile PDF makes the library raise anything
        raise KnowledgeError(f"not a readable PDF: {_DAMAGED}", file=file, page=page) from error


def _printed(leaf: Any) -> list[_Row]:
    """Return what is printed on a page, line by line, in the order in which it is printed."""
    if not leaf.extract_text().strip():  # without a visitor pypdf passes over drawings, however much they unfold to
        return []
    rows = [_Row()]

    def note(text: str, matrix: Sequence[float], own: Sequence[float], font: Any, size: float) -> None:
        place, scale = _placed(matrix, own)
        is_bold = bool(_BOLD.search(str((font or {}).get("/BaseFont", ""))))
        for number, part in enumerate(text.split("\n")):
            if number:
                rows.append(_Row())
            rows[-1].add(part, place, round(size * scale, 1), is_bold)

    leaf.extract_text(visitor_text=note)
    return [row for row in rows if any(map(str.strip, row.pieces))]


def _placed(matrix: Sequence[float], own: Sequence[float]) -> tuple[tuple[float, float], float]:
    """Return where on the page text of these matrices begins, and how many times its size it is printed."""
    left = own[4] * matrix[0] + own[5] * matrix[2] + matrix[4]
    height = own[4] * matrix[1] + own[5] * matrix[3] + matrix[5]
    across, up = own[2] * matrix[0] + own[3] * matrix[2], own[2] * matrix[1] + own[3] * matrix[3]
    return (left, height), (across**2 + up**2) ** 0.5
