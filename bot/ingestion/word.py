"""DOCX → draft: headings by their style, paragraphs, lists and tables in document order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import LONGEST_PARAGRAPH, Block, Draft, Form, collapse, join
from bot.ingestion.package import obstacle
from bot.ingestion.source_lists import without_references

_HEADING = re.compile(r"heading ([1-6])$")
_FIRST_ROW_IS_HEADER = "./w:tblPr/w:tblLook[@w:firstRow='1' or @w:firstRow='true'] | ./w:tr[1]/w:trPr/w:tblHeader"


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
        for block in without_references(list(_blocks(document)), draft):
            draft.add(block)
    except (KnowledgeError, MemoryError):
        raise
    except Exception as error:  # the library lets out whatever its zip and XML readers raise
        reason = "not a readable DOCX file: damaged, protected by a password, or of another type; save it anew in Word"
        raise KnowledgeError(reason, file=file) from error
    return draft


def _blocks(document: Any) -> Iterator[Block]:
    from docx.table import Table

    runs = count(1)
    run: int | None = None
    for element in document.iter_inner_content():
        if isinstance(element, Table):
            run = None
            yield from _rows(element, next(runs))
        elif element.text.strip() and not _style(element).startswith("toc"):
            run = (run or next(runs)) if _is_item(element) else None
            yield _paragraph(element, run)


def _paragraph(paragraph: Any, run: int | None) -> Block:
    text, style = collapse(paragraph.text), _style(paragraph)
    if style == "title":
        return Block(Form.HEADING, text, level=1)
    if heading := _HEADING.match(style):
        return Block(Form.HEADING, text, level=int(heading[1]))
    return Block(Form.ITEM if run else Form.PARAGRAPH, text, run=run)


def _style(paragraph: Any) -> str:
    return (paragraph.style.name or "").lower()


def _is_item(paragraph: Any) -> bool:
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return (numbered and not _HEADING.match(_style(paragraph))) or _style(paragraph).startswith("list")


def _rows(table: Any, run: int) -> Iterator[Block]:
    """Yield a table's rows; the first is its header if Word shows it as one, as it does unless told otherwise."""
    rows = list(table.rows)
    has_header = len(rows) > 1 and bool(table._tbl.xpath(_FIRST_ROW_IS_HEADER))
    for number, row in enumerate(rows):
        cells = {cell._tc: collapse(cell.text) for cell in row.cells}  # a merged cell comes once a column
        form = Form.HEADER if has_header and number == 0 else Form.ROW
        yield Block(form, join(list(cells.values()), "|"), run=run)
