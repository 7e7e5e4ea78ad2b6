"""A printed line, and lines put together again where the page's width has broken a sentence, an address or a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ingestion.draft import Text
from bot.language.normalise import frequency

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.+-]+@|[\w-]+(?:\.[\w-]+)+/)\S*$", re.IGNORECASE)
_GOES_ON = re.compile(r"[-_/=&%?#@.]$")  # where an address is broken
_ORDINARY = re.compile(r"[^\W_]+[.,;:!?)\"”’]*$")  # a word or number as prose has it, no part of an address
_HALVES = re.compile(r"([^\W\d_]+)-$"), re.compile(r"([^\W\d_]+)")

_LONGEST_WORD = 300  # characters that are looked at, whatever stands in a file
_LONGEST_PREFIX = 3  # letters: "se-Indonesia", "non-ASN"
_SPACED, _DIRECTLY, _WITHOUT_HYPHEN = "with a space", "directly", "without the hyphen"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page or text, its white space collapsed; what is not known is false or 0."""

    text: str
    number: int | None = None  # in its file
    page: int | None = None
    has_gap: bool = False  # more space than usual stands before it
    size: float = 0.0  # of its letters, in points
    is_bold: bool = False
    table: int = 0  # which one of its file it is a row of
    is_header: bool = False  # of that table
    room: float | None = None  # free behind it, in letters
    top: float = 0.0  # how far down its page it stands, in points
    left: float = 0.0  # where it begins, or its text behind a bullet, in points
    is_centred: bool = False  # it stands in the middle of what is around it
    marks: tuple[tuple[int, str], ...] = ()  # where footnotes stand in it, and their labels
    is_underlined: bool = False  # by the line below it


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of a document, by which broken ones are known."""
    return frozenset(word.lower() for line in lines for word in _WORDS.findall(line.text))


def joined(lines: Sequence[Line], known: frozenset[str]) -> Text:
    """Return lines as one text that remembers where each begins."""
    parts, breaks, length = [lines[0].text], [], len(lines[0].text)
    marks = list(lines[0].marks)
    for line in lines[1:]:
        end = parts[-1][-_LONGEST_WORD:]
        fitted = _fitted(end.rsplit(" ", 1)[-1], line.text[:_LONGEST_WORD].split(" ", 1)[0], known)
        if fitted == _WITHOUT_HYPHEN:
            parts[-1] = parts[-1][:-1]
        length += {_SPACED: 1, _DIRECTLY: 0, _WITHOUT_HYPHEN: -1}[fitted]
        parts.append(f" {line.text}" if fitted == _SPACED else line.text)
        breaks.append(length)
        marks += [(length + at, label) for at, label in line.marks]
        length += len(line.text)
    return Text("".join(parts), tuple(marks), tuple(breaks))


def _fitted(last: str, first: str, known: frozenset[str]) -> str:
    """Return how the last word of a line and the first of the next go together."""
    if _ADDRESS.search(last) and _continues(last, first):
        return _DIRECTLY
    whole, rest = _HALVES[0].search(last), _HALVES[1].match(first)
    if whole and rest and first[0].islower():
        return _DIRECTLY if _keeps_hyphen(whole[1].lower(), rest[1].lower(), known) else _WITHOUT_HYPHEN
    if whole and first[0].isupper() and len(whole[1]) <= _LONGEST_PREFIX:
        return _DIRECTLY
    return _SPACED


def _continues(address: str, first: str) -> bool:
    """Whether an address goes on with the first word of the next line."""
    if address.endswith(("-", "_", "=", "&", "%", "@")):
        return True
    is_word = bool(_ORDINARY.match(first))
    if _GOES_ON.search(address):
        return not is_word and not first[0].isupper()
    return not is_word and bool(re.match(r"[/?#&=%_-]|[\w-]*[/_=&%]", first))


def _keeps_hyphen(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word: without it, there is no such word."""
    if (whole := f"{first}{second}") in known:
        return False
    if len(first) <= _LONGEST_PREFIX:  # part of a word, though other languages may have it as one
        return f"{first}-{second}" in known or not frequency(whole)
    return f"{first}-{second}" in known or frequency(whole) <= min(frequency(first), frequency(second))
