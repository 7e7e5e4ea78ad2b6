"""Lists of sources at a document's end or in it: they prove what it says, and are no answers themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.ingestion.draft import Block, Draft, Form
from bot.language.classes import pattern

_LIST = pattern(r"(?:(?:{chapter} )?(?:[\dIVX]+(?:\.\d+)*|[A-Z])[.):]? +)?{source_list} ?:?")
_YEAR = r"(?:19|20)\d\d[a-z]?"
_ENTRY = re.compile(  # "[3] …, 2021", "Nama. (2021). Judul"
    rf"\[\d{{1,3}}\] .*(?:{_YEAR}|https?://|doi)|[^()]{{3,100}}\((?:{_YEAR})(?:, [^()]{{1,20}})?\)\. ?\S", re.IGNORECASE
)
_DATED = re.compile(rf"\b{_YEAR}\b|https?://|www\.|\bdoi\b", re.IGNORECASE)
_FEWEST = 2  # entries in a row that are a list without a heading


def without_references(blocks: Sequence[Block], draft: Draft) -> Iterator[Block]:
    """Yield the blocks but lists of sources, of which the draft's warnings tell."""
    left_out: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _end_of_list(blocks, at)
        if end == at:
            yield blocks[at]
            at += 1
        else:
            left_out += blocks[at:end]
            at = end
    entries = [one for one in left_out if not _LIST.fullmatch(one.text.plain)]
    if entries:
        first = entries[0]
        draft.warn("references", first.line, first.page, count=len(entries), example=f"{first.text.plain:.60}")


def is_dated(text: str) -> bool:
    """Whether a text names a year or an address, as sources do."""
    return bool(_DATED.search(text))


def _end_of_list(blocks: Sequence[Block], start: int) -> int:
    """Return where the list of sources that begins at a block ends: at that block itself if none does."""
    head = blocks[start]
    end = start
    if head.form in (Form.HEADING, Form.PARAGRAPH) and _LIST.fullmatch(head.text.plain):
        level = head.level or 6
        end = start + 1
        while end < len(blocks) and not _closes(blocks, end, level):
            end += 1
        return end
    while end < len(blocks) and blocks[end].form is not Form.HEADING and _ENTRY.match(blocks[end].text.plain):
        end += 1
    return end if end - start >= _FEWEST else start


def _closes(blocks: Sequence[Block], at: int, level: int) -> bool:
    """Whether a block is the heading of something else: sources may look like headings, too."""
    if blocks[at].form is not Form.HEADING or _DATED.search(blocks[at].text.plain):
        return False
    following = blocks[at + 1].text.plain if at + 1 < len(blocks) else ""
    return not (_ENTRY if blocks[at].level <= level else _DATED).search(following)
