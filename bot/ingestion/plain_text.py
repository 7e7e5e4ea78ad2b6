"""Plain text → draft: headings, paragraphs and lists by how the lines stand."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.domain.errors import KnowledgeError
from bot.ingestion.chats import is_chat, messages, without_marked
from bot.ingestion.draft import LONGEST_PARAGRAPH, Draft, collapse
from bot.ingestion.furniture import numbers_a_page, tell_furniture, without_furniture
from bot.ingestion.lines import Line
from bot.ingestion.printed import blocks
from bot.ingestion.source_lists import without_references

_RULE = re.compile(r"([-=_*~#])(?: ?\1){2,}")  # drawn with letters

_STARRED = re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]{0,300}[^\s*])\*(?![\w*])")  # bold in a chat

_MARKED = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, file: str, encoding: str = "utf-8-sig") -> str:
    """Return the text of a file, whose byte order mark, if there is one, tells more surely how it is written.

    Raises KnowledgeError with the line of the first byte that is no text; nothing is guessed.
    """
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), encoding)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = (
            f"not {error.encoding.upper()}: byte {error.start} of the file is 0x{data[error.start]:02x}; "
            "open it in an editor and save it with the encoding UTF-8"
        )
        raise KnowledgeError(reason, file=file, line=data.count(b"\n", 0, error.start) + 1) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise KnowledgeError("not a text file: it holds zero bytes", file=file, line=line)
    return text


def read_text(data: bytes, file: str) -> Draft:
    """Return the draft of a text file. Raises KnowledgeError if it is not UTF-8, or no text that people write."""
    draft = Draft(file, longest_paragraph=LONGEST_PARAGRAPH)
    text = decode(data, file)
    for number, line in enumerate(text.split("\n"), start=1):
        draft.weigh_paragraph(len(line), number)
    draft.warn_of_misleading(text, has_lines=True)
    printed = list(_lines(without_marked(text)))
    if is_chat(printed):
        printed, notices = messages(printed)
        tell_furniture(draft, notices)
    lines = without_furniture(list(_pages(_unstarred(printed))), draft)
    for block in without_references(list(blocks(lines)), draft):
        draft.add(block)
    return draft


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something; an empty line is a gap, and so is one that is drawn below or above text."""
    has_gap = False
    pending: Line | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        plain = collapse(raw).plain
        if plain and _RULE.fullmatch(plain):
            if pending and not has_gap:
                pending = replace(pending, is_underlined=True)
            has_gap = True
        elif plain:
            if pending:
                yield pending
            pending = Line(plain, number, has_gap=has_gap)
            has_gap = False
        else:
            has_gap = True
    if pending:
        yield pending


def _unstarred(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines without the stars that make letters bold; a line that is bold as a whole has letters of its own."""
    if not any(_STARRED.fullmatch(line.text) for line in lines):
        yield from (replace(line, text=_STARRED.sub(r"\1", line.text)) for line in lines)
        return
    for line in lines:
        is_bold = bool(_STARRED.fullmatch(line.text))
        yield replace(line, text=_STARRED.sub(r"\1", line.text), size=1.0, is_bold=is_bold)


def _pages(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each page: they end where their number stands, the only trace that a copy keeps of them."""
    page: list[Line] = []
    for line in lines:
        page.append(line)
        if numbers_a_page(line.text):
            yield page
            page = []
    yield page
