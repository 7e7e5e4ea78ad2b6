"""Plain text → draft: blank lines separate the paragraphs."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Block, Draft, Form, Text, collapse, join

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
    """Return the draft of a text file. Raises KnowledgeError if it is not UTF-8."""
    draft = Draft(file)
    text = decode(data, file)
    draft.warn_of_misleading(text, has_lines=True)
    lines = [collapse(line) for line in text.splitlines()]
    for filled, numbered in groupby(enumerate(lines, start=1), key=lambda line: bool(line[1].plain)):
        if filled:
            numbers, texts = zip(*numbered, strict=True)
            draft.add(Block(Form.PARAGRAPH, _joined_lines(texts), numbers[0]))
    return draft


def _joined_lines(lines: Sequence[Text]) -> Text:
    return join([lines[0], *(replace(line, breaks=(0,)) for line in lines[1:])])
