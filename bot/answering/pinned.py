"""What a question pins down, a year, and whether the statements chosen for it are about that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.domain.documents import Release, Statement

_YEAR = r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)"
_YEARS = re.compile(_YEAR)
_VOTE = re.compile(rf"\b(?:pil\w+|pemilu|election|debat\w*|debate)\b(?:\s+[^\W\d_]+)?\s+{_YEAR}", re.IGNORECASE)
_SPAN = re.compile(rf"({_YEAR})\s*[–/-]\s*(\d\d(?:\d\d)?)(?!\d)")


def missing_year(question: str, statements: Sequence[Statement], release: Release) -> str | None:
    """Return the year that a question asks about and none of the statements, None if there is no such year.

    The year of a vote ("Pilkada 2024") only names the vote. A section is also about the years of its headings and
    other statements: the ruling of 2025 on the vote of 2024.
    """
    asked = dict.fromkeys(_YEARS.findall(_VOTE.sub(" ", question)))
    held = {year for statement in statements for text in _context(statement, release) for year in years(text)}
    return None if not asked or held & asked.keys() else next(iter(asked))


def years(text: str) -> Iterator[str]:
    """Yield the years of a text, those within spans like 2025/26 and 2018–2023 too."""
    yield from _YEARS.findall(text)
    for start, end in _SPAN.findall(text):
        last = int(end) if len(end) == 4 else int(start[:2] + end)
        yield from (str(year) for year in range(int(start), min(last, int(start) + 20) + 1))


def _context(statement: Statement, release: Release) -> Iterator[str]:
    section = release.sections[statement.section]
    yield from (release.by_path[statement.document].title, section.title, *section.path)
    for one in section.statements:
        yield one.text
        yield from (note.as_of for note in one.footnotes if note.as_of)
