"""DOCX → draft: headings by their style or their letters, paragraphs, lists, tables and footnotes in document order."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from bot.domain.documents import Footnote
from bot.domain.errors import KnowledgeError
from bot.domain.ids import normalise, slug
from bot.ingestion.draft import LONGEST_PARAGRAPH, Block, Draft, Form, Text, collapse, join
from bot.ingestion.footnotes import source
from bot.ingestion.package import obstacle
from bot.ingestion.printed import after_bullet, is_titular
from bot.ingestion.source_lists import is_dated, without_references
from bot.ingestion.table_headers import names_columns

_HEADING = re.compile(r"heading ([1-6])$")
_FIRST_ROW_IS_HEADER = "./w:tblPr/w:tblLook[@w:firstRow='1' or @w:firstRow='true'] | ./w:tr[1]/w:trPr/w:tblHeader"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LARGER = 1.1  # times the size of most letters
_DEEPEST = 6  # levels of headings
_BELOW_STYLES = 3  # the level of a heading told by its letters in a file whose other headings have styles
_COUNTED = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Look:
    """The letters of a paragraph: their size in points, 0 if only Word's defaults say it, and whether all are bold."""

    size: float
    is_bold: bool


def read_docx(data: bytes, file: str) -> Draft:
    """Return the draft of a Word document.

    Raises KnowledgeError if it is broken, protected, dangerous to unpack or no DOCX at all, MemoryError as it comes.
    """
    import docx

    draft = Draft(file, longest_paragraph=LONGEST_PARAGRAPH)
    try:
        if reason := obstacle(data):
            raise KnowledgeError(f"not a readable DOCX file: {reason}", file=file)
        document = docx.Document(io.BytesIO(data))
        draft.warn_of_misleading("".join(document.element.body.itertext()))
        reader = _Document(document, file)
        for block in without_references(list(reader.blocks()), draft):
            draft.notes |= {label: reader.notes[label] for label in block.text.labels}
            draft.add(block)
    except (KnowledgeError, MemoryError):
        raise
    except Exception as error:  # the library lets out whatever its zip and XML readers raise
        reason = "not a readable DOCX file: damaged, protected by a password, or of another type; save it anew in Word"
        raise KnowledgeError(reason, file=file) from error
    return draft


class _Document:
    """A Word document seen as a whole: its usual letters, its styles, its footnotes."""

    def __init__(self, document: Any, file: str) -> None:
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph

        self._document, self._qn = document, qn
        self._prefix = slug(PurePosixPath(file).stem)
        self.notes = dict(self._footnotes())
        self._elements = list(self._walk(document.element.body))
        plain = [one for one in self._elements if isinstance(one, Paragraph) and one.text.strip()]
        self._looks = {id(one._p): self._look(one) for one in plain}
        letters: Counter[_Look] = Counter()
        for one in plain:
            letters[self._looks[id(one._p)]] += 0 if _level(one) else len(one.text)
        self._usual = letters.most_common(1)[0][0] if letters else _Look(0.0, False)
        self._has_styles = any(map(_level, plain))
        own = {look for one in plain if (look := self._own_look(one))}
        self._ranks = {look: rank for rank, look in enumerate(sorted(own, key=_weight, reverse=True), start=1)}

    def blocks(self) -> Iterator[Block]:
        """Yield what can be quoted, in reading order; a heading told by its letters has text under it."""
        from docx.table import Table

        runs, run = count(1), None
        for number, element in enumerate(self._elements):
            if isinstance(element, Table):
                run = None
                yield from self._table(element, runs)
                continue
            text = self._text(element)
            if not text.plain or _style(element).startswith("toc"):
                continue
            following = self._elements[number + 1] if number + 1 < len(self._elements) else None
            level = self._heading_level(element) if following is not None else _level(element)
            end = 0 if level else _after_marker(text.plain)
            run = (run or next(runs)) if not level and (end or _is_listed(element)) else None
            if level:
                yield Block(Form.HEADING, text, level=level)
            else:
                yield Block(Form.ITEM if run else Form.PARAGRAPH, _from(text, end), run=run)

    def _walk(self, parent: Any) -> Iterator[Any]:
        """Yield paragraphs and tables, also those that stand in content controls."""
        from docx.table import Table
        from docx.text.paragraph import Paragraph

        for child in parent.iterchildren():
            if child.tag == self._qn("w:p"):
                yield Paragraph(child, self._document._body)
            elif child.tag == self._qn("w:tbl"):
                yield Table(child, self._document._body)
            elif child.tag == self._qn("w:sdt"):
                yield from (one for inner in child.iterchildren(self._qn("w:sdtContent")) for one in self._walk(inner))

    def _text(self, paragraph: Any) -> Text:
        """Return a paragraph's text, what was inserted included, and where marks of footnotes stand in it."""
        words, marks = "", []
        for node in paragraph._p.iter():
            if node.tag == self._qn("w:t"):
                words += node.text or ""
            elif node.tag in (self._qn("w:tab"), self._qn("w:br"), self._qn("w:cr")):
                words += " " if node.getparent().tag == self._qn("w:r") else ""
            elif node.tag == self._qn("w:noBreakHyphen"):
                words += "-"
            elif node.tag == self._qn("w:footnoteReference"):
                label = self._label(node.get(self._qn("w:id")))
                if label in self.notes:
                    marks.append((len(collapse(words).plain), label))
        return Text(collapse(words).plain, tuple(marks))

    def _label(self, number: str | None) -> str:
        return f"{self._prefix}-{number}"

    def _footnotes(self) -> Iterator[tuple[str, Footnote]]:
        """Yield the footnotes that name a source, by their labels; others explain, and prove nothing."""
        from lxml import etree

        part = next((one.target_part for one in self._document.part.rels.values() if one.reltype == _NOTES), None)
        if part is None:
            return
        for note in etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False)):
            text = normalise("".join(one.text or "" for one in note.iter(self._qn("w:t"))))
            if is_dated(text):
                label = self._label(note.get(self._qn("w:id")))
                yield label, Footnote(label, None, (source(text, normalise),))

    def _look(self, paragraph: Any) -> _Look:
        runs = [run for run in paragraph.runs if run.text.strip()]
        style = paragraph.style.font
        sizes = [run.font.size or style.size for run in runs]
        bold = all(style.bold if run.bold is None else run.bold for run in runs)
        return _Look(max((float(size.pt) for size in sizes if size), default=0.0), bool(runs) and bold)

    def _own_look(self, paragraph: Any) -> _Look | None:
        """Return a paragraph's letters if they and its words make it a heading without a heading's style."""
        look = self._looks.get(id(paragraph._p))
        if not look or _level(paragraph) or _is_listed(paragraph) or not is_titular(paragraph.text.strip(), True):
            return None
        is_larger = look.size >= _LARGER * (self._usual.size or 11.0)
        return look if is_larger or (look.is_bold and not self._usual.is_bold) else None

    def _heading_level(self, paragraph: Any) -> int:
        look = self._own_look(paragraph)
        if not look:
            return _level(paragraph)
        return min(_DEEPEST, self._ranks[look] + (_BELOW_STYLES if self._has_styles else 0))

    def _table(self, table: Any, runs: Iterator[int]) -> Iterator[Block]:
        """Yield a table's rows; one of a single column is a box around text."""
        rows = list(table.rows)
        if not rows or max(len(row.cells) for row in rows) < 2:
            for row in rows:
                yield from (Block(Form.PARAGRAPH, self._text(one)) for cell in row.cells for one in cell.paragraphs)
            return
        run = next(runs)
        texts = [[self._cell(cell) for cell in row.cells] for row in rows]
        headers = self._headers(table, rows, texts)
        if headers:
            names = [join(list(dict.fromkeys(column))) for column in zip(*texts[:headers], strict=True)]
            yield Block(Form.HEADER, join(names, "|"), run=run)
        for row, cells in zip(rows[headers:], texts[headers:], strict=True):
            is_one = len({id(cell._tc) for cell in row.cells}) == 1
            yield Block(Form.ROW, join(cells[:1] if is_one else cells, "|"), run=run)

    def _headers(self, table: Any, rows: Sequence[Any], texts: Sequence[Sequence[Text]]) -> int:
        """Return how many rows name the columns: a second one does where the first has merged cells."""
        if len(rows) < 2:
            return 0
        plain = [[text.plain for text in row] for row in texts]
        bold = [_is_bold(row) for row in rows]
        if not table._tbl.xpath(_FIRST_ROW_IS_HEADER) and not names_columns(plain, bold):
            return 0
        is_merged = len({id(cell._tc) for cell in rows[0].cells}) < len(rows[0].cells)
        return 2 if is_merged and len(rows) > 2 and len(texts[0]) == len(texts[1]) else 1

    def _cell(self, cell: Any) -> Text:
        return join([self._text(one) for one in cell.paragraphs])


def _is_bold(row: Any) -> bool:
    runs = [run for cell in row.cells for one in cell.paragraphs for run in one.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _weight(look: _Look) -> tuple[float, bool]:
    return look.size, look.is_bold


def _from(text: Text, start: int) -> Text:
    marks = ((max(0, at - start), label) for at, label in text.marks)
    return replace(text, plain=text.plain[start:], marks=tuple(marks)) if start else text


def _after_marker(text: str) -> int:
    """Return where a paragraph's text begins behind a bullet or number that was typed, 0 without one."""
    counted = _COUNTED.match(text)
    return after_bullet(text) or (counted.end() if counted else 0)


def _level(paragraph: Any) -> int:
    """Return the level that a paragraph has by its style, 0 if that is no heading's."""
    style = _style(paragraph)
    if style == "title":
        return 1
    heading = _HEADING.match(style)
    return int(heading[1]) if heading else 0


def _style(paragraph: Any) -> str:
    return (paragraph.style.name or "").lower()


def _is_listed(paragraph: Any) -> bool:
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return (numbered and not _level(paragraph)) or _style(paragraph).startswith("list")
