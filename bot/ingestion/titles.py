"""What a document may be called: its own biggest heading, else its first line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.ingestion.draft import Draft

_AT_THE_START = 6  # headings among which the title is: a chapter in larger letters further on is none


def titles(draft: Draft) -> Iterator[str]:
    """Yield what a document says of itself, likeliest first; nothing if it is empty.

    The second heading stands behind the biggest one, since that may be a letterhead.
    """
    paths = [part.path for part in draft.parts if part.path][:_AT_THE_START]
    levels = {heading: level for path in reversed(paths) for level, heading in enumerate(path)}
    first_line = (piece.text for part in draft.parts for piece in part.pieces)
    headings = sorted(dict.fromkeys(chain.from_iterable(paths)), key=levels.__getitem__)
    yield from dict.fromkeys(one.rstrip(" .:") for one in (*headings[:2], *list(first_line)[:1]))
