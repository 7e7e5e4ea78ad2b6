"""A source as somebody types it on a phone → the line that a footnote holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bot.domain.ids import normalise
from bot.ingestion import footnotes
from bot.language.quantities import dates

LONGEST = 500  # characters of a source
_URL = re.compile(r"<?((?:https?://|www\.)[^\s<>]+)>?")
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_EDGES = " \t.,;:–-"


def days_in(text: str) -> Iterator[dt.date]:
    """Yield the whole days that a text names, ISO dates first, then in reading order."""
    written = [tuple(map(int, match.groups())) for match in _ISO.finditer(text)]
    named = [(one.year, one.month, one.day) for one in dates(text) if one.year and one.day]
    for year, month, day in dict.fromkeys((*written, *named)):
        try:
            yield dt.date(year or 0, month, day or 0)
        except ValueError:  # 31 February
            continue


def source_line(text: str) -> str:
    """Return "Title, Publisher, 2025-04-17. <https://…>", made of what is typed, on one line or on several.

    Raises ValueError if there is neither an address nor a title with its publisher, or if it could not be read back
    as it was meant.
    """
    url = _URL.search(text)
    address = url[1].rstrip(".,;)") if url else None
    if address and address.startswith("www."):
        address = f"https://{address}"
    words = "\n".join(line.strip(_EDGES) for line in (text.replace(url[0], "\n") if url else text).splitlines())
    day, words = _dated(words)
    lines = [line for line in (normalise(one).strip(_EDGES) for one in words.splitlines()) if line]
    if not lines and not address:
        raise ValueError("neither a title nor an address")
    head = ", ".join([*lines, *([day] if day else [])])
    if address and not (len(lines) > 1 or "," in head.removesuffix(f", {day}")):
        head = ", ".join([*lines, footnotes.source(f"x. <{address}>", str).publisher, *([day] if day else [])])
    line = f"{head}. <{address}>" if address else head
    read = footnotes.source(line, str)
    if (read.url, read.date) != (address, day) or not (read.title and read.publisher) or len(line) > LONGEST:
        raise ValueError("can't be read as a source")
    return line


def _dated(words: str) -> tuple[str | None, str]:
    """Return the last day that is named at a line's or a comma's end, as ISO, and the rest."""
    for match in re.finditer(r"(?:^|[,\n(])\s*([^,\n()]+?)\s*\)?\s*[.,]?(?=$|\n)", words):
        named = list(days_in(match[1]))
        if len(named) == 1 and not _more_than_a_day(match[1]):
            return named[0].isoformat(), f"{words[: match.start()]}\n{words[match.end() :]}"
    return None, words


def _more_than_a_day(text: str) -> bool:
    """Whether a text says something besides a date: then it is a title that names a day."""
    rest = _ISO.sub("", text)
    for one in dates(text):
        rest = rest.replace(one.text, "")
    return bool(re.search(r"\w", re.sub(r"\b(?:tanggal|tgl|per|pada|on|dated)\b", "", rest, flags=re.IGNORECASE)))
