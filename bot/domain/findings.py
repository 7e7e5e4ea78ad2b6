"""What a person should look at in the knowledge folder before a release is published, though it may be right."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.answers import Phrase
from bot.domain.errors import shown


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence of the program's own about a place in a file."""

    phrase: Phrase
    file: str
    line: int | None = None
    page: int | None = None


def finding(key: str, file: str, line: int | None = None, page: int | None = None, **values: str | int) -> Finding:
    """Return what the locale files say under "finding-<key>"; values may be a document's words."""
    told = tuple((name, shown(str(value))) for name, value in values.items())
    return Finding(Phrase(f"finding-{key}", told), shown(file), line, page)
