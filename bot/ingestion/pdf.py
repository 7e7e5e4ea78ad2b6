"""PDF → draft: headings, paragraphs, lists and tables as they stand on its pages; each statement knows its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ingestion.draft import Draft, collapse
from bot.ingestion.furniture import furniture, in_margins, numbers_a_page, tell_furniture, without_contents
from bot.ingestion.glyphs import Glyphs, Sheet, sheets
from bot.ingestion.grids import lines_of
from bot.ingestion.lines import Line
from bot.ingestion.page_notes import with_notes
from bot.ingestion.printed import blocks
from bot.ingestion.ruled_tables import ruled_tables
from bot.ingestion.source_lists import without_references
from bot.ingestion.typeset import body_size, lines

_LONGEST = 600  # characters of a statement
_ACTIONS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile)\b")


def read_pdf(data: bytes, file: str) -> Draft:
    """Return the draft of a PDF, with a warning for each page without text.

    Raises KnowledgeError if it is broken or needs a password, MemoryError as it comes.
    """
    draft = Draft(file)
    if _ACTIONS.search(data):
        draft.warn("scripts")
    pages = list(sheets(data, file))
    for sheet in pages:
        draft.warn_of_misleading(" ".join(one.text for one in sheet.glyphs), page=sheet.number)
        if not sheet.glyphs:
            draft.warn("scanned-page", page=sheet.number)
    size = body_size(pages)
    for number, (page, notes) in enumerate([with_notes(page, size, file) for page in pages]):
        pages[number] = page
        draft.notes |= notes
    printed = without_contents(list(lines(_without_furniture(pages, draft))), draft)
    for block in without_references(list(blocks(printed, longest=_LONGEST)), draft):
        draft.add(block)
    return draft


def _without_furniture(pages: Sequence[Sheet], draft: Draft) -> list[Sheet]:
    """Return the pages without what numbers them or is printed on each of them, at whatever side it stands."""
    rows = [lines_of(_outside_of_tables(sheet)) for sheet in pages]  # a table's header is repeated, too
    printed = [[_line(row, sheet.number) for row in found] for sheet, found in zip(pages, rows, strict=True)]
    size = body_size(pages)
    left_out: list[Line] = []
    kept: list[Sheet] = []
    for sheet, found, lines_, around in zip(pages, rows, printed, furniture(printed, size), strict=True):
        numbers = {at for at, line in enumerate(lines_) if numbers_a_page(line.text)}
        around = {*around, *numbers, *in_margins(lines_, size, sheet.number)}
        left_out += [lines_[at] for at in sorted(around)]
        gone = {id(one) for at in around for one in found[at]}
        kept.append(replace(sheet, glyphs=tuple(one for one in sheet.glyphs if id(one) not in gone)))
    tell_furniture(draft, left_out)
    return kept


def _outside_of_tables(sheet: Sheet) -> list[Glyphs]:
    inside = {id(one) for _, words in ruled_tables(sheet.glyphs, sheet.rules) for one in words}
    return [one for one in sheet.glyphs if id(one) not in inside]


def _line(row: Sequence[Glyphs], page: int) -> Line:
    return Line(collapse(" ".join(one.text for one in row)).plain, page=page, size=row[0].size, top=row[0].base)
