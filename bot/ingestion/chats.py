"""Exported chats → the messages themselves: without the stamps, the names of who wrote them, and notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ingestion.lines import Line

_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = re.compile(rf"\[?{_DAY},? {_TIME}\]?(?: [-–—])? (?=\S)")
_SENDER = re.compile(r"[^:]{1,60}: ?")
_NOTICE = re.compile(r"<[^<>]+>(?: .*)?|[^\w]*")  # "<Media omitted>", in whatever language
_MARKED = re.compile(rf"^\u200e?\[?{_DAY},? {_TIME}\]?(?: [-–—])? [^:\n]{{1,60}}: ?\u200e.*$", re.MULTILINE)
_FEWEST = 2  # stamped lines of a chat


def without_marked(text: str) -> str:
    """Return a text without the lines that a chat on an iPhone marks as notices, by a character that nobody sees."""
    return _MARKED.sub("", text) if "\u200e" in text else text


def is_chat(lines: Sequence[Line]) -> bool:
    """Whether lines are an exported chat: it begins with a stamp, and most others are followed by a name."""
    stamped = [line for line in lines if _STAMP.match(line.text)]
    return bool(lines and stamped) and len(stamped) >= _FEWEST and lines[0] is stamped[0]


def messages(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of messages, a gap before each, and those that are left out."""
    kept: list[Line] = []
    left_out: list[Line] = []
    is_notice = False
    for line in lines:
        stamp = _STAMP.match(line.text)
        if stamp:
            rest = line.text[stamp.end() :]
            sender = _SENDER.match(rest)
            is_notice = not sender or bool(_NOTICE.fullmatch(rest[sender.end() :]))
            if sender and not is_notice:
                kept.append(replace(line, text=rest[sender.end() :], has_gap=True))
        elif not is_notice:
            kept.append(line)
        if is_notice:
            left_out.append(line)
    return kept, left_out
