"""PDF → draft: headings, paragraphs, lists and tables as they stand on its pages; each statement knows its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Draft, collapse
from bot.ingestion.furniture import furniture, numbers_a_page, tell_furniture, without_contents
from bot.ingestion.glyphs import Glyphs, Sheet, sheets
from bot.ingestion.grids import lines_of
from bot.ingestion.lines import Line
from bot.ingestion.printed import blocks
from bot.ingestion.source_lists import without_references
from bot.ingestion.typeset import lines

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
    printed = without_contents(list(lines(_without_furniture(pages, draft))), draft)
    for block in without_references(list(blocks(printed, longest=_LONGEST)), draft):
        draft.add(block)
    return draft


def _without_furniture(pages: Sequence[Sheet], draft: Draft) -> list[Sheet]:
    """Return the pages without what numbers them or is printed on each of them, at whatever side it stands."""
    rows = [lines_of(sheet.glyphs) for sheet in pages]
    texts = [
        [Line(collapse(" ".join(one.text for one in row)).plain, None, sheet.number, size=row[0].size) for row in found]
        for sheet, found in zip(pages, rows, strict=True)
    ]
    left_out: list[Line] = []
    kept: list[Sheet] = []
    for sheet, found, told, around in zip(pages, rows, texts, furniture(texts), strict=True):
        around = {number for number in range(len(told)) if number in around or numbers_a_page(told[number].text)}
        left_out += [told[number] for number in sorted(around)]
        gone = {id(one) for number in around for one in found[number]}
        kept.append(replace(sheet, glyphs=tuple(one for one in sheet.glyphs if id(one) not in gone)))
    tell_furniture(draft, left_out)
    return kept
