"""Printed lines → blocks: headings are told from sentences by how they stand on the page, not by what they say.

A heading has letters of its own, where the file tells that. Where it doesn't, it is a short line without a final stop
that was broken off though the next word would have fitted, and that has text under it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from bot.ingestion.draft import LONGEST_STATEMENT, Block, Form
from bot.ingestion.lines import Line, joined, vocabulary

_LONGEST_HEADING = 120  # characters
_MOST_WORDS = 15  # of a heading
_LONGEST_OWN = 250  # characters of a heading in letters of its own: "Peraturan … tentang …"
_MOST_OWN_WORDS = 35
_MOST_LINES = 4  # of a heading in letters of its own
_LONGEST_CHAIN = 3  # headings without text between them: title, chapter, section
_AHEAD = 30  # lines in which a heading's text must have a sentence
_FREE = 0.3  # of the width
_OUT = 3.0  # points: what begins so far to the left of an item's text may be another paragraph
_LARGER = 1.1  # times the size of most letters
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ENDS_WITHIN = re.compile(r"[^\W\d_A-Z]{3}[.!?] [A-Z]")
_GOES_ON = re.compile(r"[.!?…:;,–—-][\"'”’»)\]]*$")
_STOPS = re.compile(r"[.…:;,–—-][\"'”’»)\]]*$")
_BEGINS = re.compile(r"[\"'“‘«(\[]*[^\W_a-z]")
_BULLET = re.compile(r"(?:[•●○▪■◦‣⁃∙·➢✓✔\uf0b7\uf0a7]\s*|[-–—*]\s+)(?=\S)")
_PICTOGRAMS = ("So", "Sk", "Mn", "Me", "Cf")  # and what changes their colour or form
_NUMBER = re.compile(r"\(?(?:(?P<number>\d{1,3})|(?P<letter>[a-z]))[.)]\s+(?=\S)")
_NUMBERED = re.compile(r"(?P<chapter>(?:[^\W\d_]+ )?[IVXLC]+\b\.?)|(?P<depth>\d{1,3}(?:\.\d{1,3})*)(?=[.) ])")
_LABELLED = re.compile(r"(?:\w+ )?[\dIVXLC]+: ")  # "Pasal 5: Hak"
_ADDRESS = re.compile(r"https?://|www\.|\S@\S")


@dataclass(slots=True)
class _Group:
    """Lines that belong together, and what they are."""

    lines: list[Line]
    form: Form
    level: int = 0

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def blocks(lines: Sequence[Line], slack: float = 1.0, longest: int = LONGEST_STATEMENT) -> Iterator[Block]:
    """Yield the blocks that lines make, in their order.

    `slack`: which share of the width a line must leave unfilled before its end counts as meant: letters of different
    widths are not told by their number. `longest`: characters of a statement.
    """
    if not lines:
        return
    page = _Printed(lines, slack)
    known, runs, run, table = vocabulary(lines), count(1), 0, 0
    previous = Form.PARAGRAPH
    for group in page.groups():
        is_new = group.form is not previous or not run or group.lines[0].table != table
        run, table = next(runs) if is_new else run, group.lines[0].table
        previous = Form.ROW if group.form is Form.HEADER else group.form
        yield _block(group, known, run, longest)


def _block(group: _Group, known: frozenset[str], run: int, longest: int) -> Block:
    lines = list(group.lines)
    if group.form is Form.ITEM:
        lines[0] = _without_marker(lines[0])
    first, is_prose = lines[0], group.form in (Form.HEADING, Form.PARAGRAPH)
    return Block(
        group.form,
        joined(lines, known),
        first.number,
        first.page,
        level=group.level,
        run=None if is_prose else run,
        longest=longest,
        places=tuple((line.number, line.page) for line in lines),
    )


def _without_marker(line: Line) -> Line:
    number = _NUMBER.match(line.text)
    end = after_bullet(line.text) or (number.end() if number else 0)
    return replace(line, text=line.text[end:], marks=tuple((at - end, label) for at, label in line.marks))


def after_bullet(text: str) -> int:
    """Return where an item's text begins behind its bullet, 0 without one: a sign of lists, or a pictogram."""
    if found := _BULLET.match(text):
        return found.end()
    sign = text.split(" ", 1)[0]
    is_pictogram = len(sign) < len(text) and all(unicodedata.category(one) in _PICTOGRAMS for one in sign)
    return len(sign) + 1 if is_pictogram and unicodedata.category(sign[0]) == "So" else 0


class _Printed:
    """The lines of one file, seen as a whole: its usual letters, its width, its lists."""

    def __init__(self, lines: Sequence[Line], slack: float) -> None:
        self.lines = lines
        lengths = sorted(len(line.text) for line in lines)
        self._width = slack * lengths[math.ceil(0.9 * (len(lengths) - 1))]  # not that of one overlong line
        letters: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            letters[round(line.size, 1), line.is_bold] += 0 if line.table else len(line.text)
        (self._size, self._is_bold), _ = letters.most_common(1)[0]
        self._is_centred = 2 * sum(line.is_centred for line in lines) > len(lines)
        self._has_styles = any(map(self._stands_out, lines))
        self._items = self._listed()

    def groups(self) -> list[_Group]:
        """Return the lines in groups, each with its form and level."""
        groups: list[_Group] = []
        for at, line in enumerate(self.lines):
            if groups and not self._begins(groups[-1], at):
                groups[-1].lines.append(line)
            else:
                groups.append(_Group([line], self._form_at(at)))
        for group in groups:
            if group.form is Form.PARAGRAPH and self._may_head(group):
                group.form = Form.HEADING
        self._settle(groups)
        return groups

    def _form_at(self, at: int) -> Form:
        if at in self._items and not self.lines[at].table:
            return Form.ITEM
        if not self.lines[at].table:
            return Form.PARAGRAPH
        return Form.HEADER if self.lines[at].is_header else Form.ROW

    def _begins(self, group: _Group, at: int) -> bool:
        """Whether a line begins something new behind a group."""
        line, previous = self.lines[at], group.lines[-1]
        if line.has_gap or at in self._items or line.table or previous.table or previous.is_underlined:
            return True
        if self._style(line) != self._style(previous):
            return True
        if group.form is Form.ITEM and line.left < group.lines[0].left - _OUT and _ENDS.search(previous.text):
            return True
        if line.is_centred != previous.is_centred and not self._has_letters(line):
            return True
        if not self._is_meant(at):
            # In a short file no line may be as long as the page is wide: then a short line between two others tells.
            is_short = at + 1 < len(self.lines) and not self.lines[at + 1].has_gap and self._is_meant(at + 1)
            return is_short and bool(_ENDS.search(previous.text)) and is_titular(line.text)
        if _ENDS.search(previous.text) or group.form is Form.ITEM or self._is_broken_off(previous):
            return True
        return len(group.lines) == 1 and self._may_head(group) and self._has_sentence(at)

    def _is_meant(self, at: int) -> bool:
        """Whether the break before a line was meant: its first word would have fitted, and it begins like a text."""
        text, before = self.lines[at].text, self.lines[at - 1]
        room = self._width - len(before.text) if before.room is None else before.room
        fits = 1 + len(text.split(" ", 1)[0]) <= room
        return fits and bool(_BEGINS.match(text))

    def _is_broken_off(self, line: Line) -> bool:
        """Whether much of the room behind a line of text is free, where that is known: no printer leaves it so."""
        return line.room is not None and line.room > _FREE * (len(line.text) + line.room) and not self._stands_out(line)

    def _has_sentence(self, at: int) -> bool:
        """Whether what stands here, up to the next gap, is prose or a list, and no block of short lines."""
        for number in range(at, min(at + _AHEAD, len(self.lines))):
            if number > at and self.lines[number].has_gap:
                return False
            text = self.lines[number].text
            if number in self._items or _ENDS.search(text) or _ENDS_WITHIN.search(text):
                return True
        return False

    def _may_head(self, group: _Group) -> bool:
        """Whether a group has the form of a heading."""
        is_upper = group.text.isupper() and group.lines[0].size >= self._size - 0.5
        if self._has_styles and not (self._stands_out(group.lines[0]) or is_upper):
            return False
        is_own = self._stands_out(group.lines[0])
        return len(group.lines) <= (_MOST_LINES if is_own else 1) and is_titular(group.text, is_own)

    def _settle(self, groups: list[_Group]) -> None:
        """Let stand the headings that have text under them, and give them their levels; others are text."""
        sizes = sorted({self._style(one.lines[0]) for one in groups if one.form is Form.HEADING}, reverse=True)
        start = 0
        while start < len(groups):
            end = start
            while end < len(groups) and groups[end].form is Form.HEADING:
                end += 1
            chain = groups[start:end]
            is_kept = end < len(groups) and (self._has_styles or len(chain) <= _LONGEST_CHAIN)
            for group in chain if not is_kept else ():
                group.form = Form.PARAGRAPH
            if chain and end < len(groups) and not is_kept:
                chain = chain[-1:]
                chain[0].form = Form.HEADING
            level = 0
            for number, group in enumerate(chain):
                is_title = start == 0 and number == 0 and len(chain) > 1
                own = 1 if is_title else self._level(group, sizes)
                level = group.level = min(6, max(own, level + 1))
            start = end + 1

    def _level(self, group: _Group, sizes: list[tuple[float, bool]]) -> int:
        if len(sizes) > 1:
            return sizes.index(self._style(group.lines[0])) + 1
        found = _NUMBERED.match(group.text)
        if found and found["depth"]:
            return 2 + found["depth"].count(".")
        return 1 if found or group.text.isupper() else 2

    def _style(self, line: Line) -> tuple[float, bool]:
        """Return a line's letters as far as they set it off, (0, False) for those of the text."""
        return (round(line.size, 1), line.is_bold) if self._has_letters(line) else (0.0, False)

    def _stands_out(self, line: Line) -> bool:
        """Whether a line is set off by its letters, or by standing in the middle."""
        is_middle = line.is_centred and not self._is_centred and line.size >= self._size - 0.5
        return self._has_letters(line) or (is_middle and not line.table)

    def _has_letters(self, line: Line) -> bool:
        """Whether a line has letters of its own: larger or bolder than those of the text."""
        is_bold = line.is_bold and not self._is_bold and line.size >= self._size - 0.5
        return bool(line.size) and not line.table and (line.size >= _LARGER * self._size or is_bold)

    def _listed(self) -> frozenset[int]:
        """Return the numbers of the lines that begin an item: with a bullet, or counted on from one to the next."""
        found, last, last_value = set(), None, -1
        for at, line in enumerate(self.lines):
            if line.table or (self._stands_out(line) and is_titular(line.text, is_own=True)):
                last, last_value = None, -1
            elif after_bullet(line.text):
                found.add(at)
                last, last_value = (None, -1) if line.has_gap else (last, last_value)
            elif marker := _NUMBER.match(line.text):
                value = int(marker["number"]) if marker["number"] else ord(marker["letter"]) - ord("a") + 1
                if last is not None and value == last_value + 1:
                    found |= {last, at}
                last, last_value = at, value
            elif at and (line.has_gap or self._is_meant(at)):
                last, last_value = None, -1
        return frozenset(found)


def is_titular(text: str, is_own: bool = False) -> bool:
    """Whether a text could be a heading by its form: short, begun like one, and no sentence.

    `is_own`: it has letters of its own; then it may be longer, or a question.
    """
    longest, most_words = (_LONGEST_HEADING, _MOST_WORDS) if not is_own else (_LONGEST_OWN, _MOST_OWN_WORDS)
    return (
        len(text) <= longest
        and len(text.split()) <= most_words
        and bool(_BEGINS.match(text))
        and bool(re.search(r"[^\W\d_]{3}", text))
        and not (_STOPS if is_own else _GOES_ON).search(text)
        and not _ADDRESS.search(text)
        and (": " not in text or bool(_LABELLED.match(text)))
    )
