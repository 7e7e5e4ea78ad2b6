"""The text of a footnote → the date that its fact holds for, and its sources, each line read from the right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from bot.domain.documents import Footnote, Source

_URL = re.compile(r"(?:^|\s)<?(https?://[^\s<>]+)>?[.,;]?$")
_DATE = re.compile(r"(?:,\s*|\s|^)(\d{4}-\d{2}-\d{2})$|,\s*(\d{4}(?:-\d{2})?)$")  # a bare year may belong to a title
_AS_OF = re.compile(r"per\s+(\S.*)$", re.IGNORECASE)


def footnote(label: str, lines: Sequence[str], line: int | None, reduce: Callable[[str], str]) -> Footnote:
    """Return the footnote; `reduce` takes the Markdown out of a title.

    Raises ValueError with the reason if the text can't be read.
    """
    lines = [text for text in (raw.strip() for raw in lines) if text]
    if not lines:
        raise ValueError(f"footnote [^{label}] is empty")
    as_of = _AS_OF.match(lines[0])
    if as_of and _URL.search(lines[0]):
        raise ValueError(f'footnote [^{label}]: after "per …" each source stands on a line of its own')
    sources = tuple(source(text, reduce) for text in lines[1 if as_of else 0 :])
    if not sources:
        raise ValueError(f"footnote [^{label}] names no source: add a line `Title, Publisher, 2025-04-17. <address>`")
    return Footnote(label, as_of[1].rstrip(".") if as_of else None, sources, line)


def source(text: str, reduce: Callable[[str], str]) -> Source:
    """Return what `Title, Publisher, 2025-04-17. <url>` says; everything but the title may be missing."""
    url = _URL.search(text)
    rest = reduce(text[: url.start()] if url else text).rstrip(" .,;")
    date = _DATE.search(rest)
    rest = rest[: date.start()].rstrip(" .,;") if date else rest
    title, comma, publisher = rest.rpartition(",")
    if not comma:
        title, publisher = rest, _site(url[1]) if url else ""
    published = (date[1] or date[2]) if date else None
    return Source(title.strip() or publisher.strip(), publisher.strip(), published, url[1] if url else None)


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
