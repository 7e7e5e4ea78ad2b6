"""Years by the clock: "tahun ini" prefers what tells of the current year, "tahun depan" names the one after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.constraints.scope import told_years
from bot.answering.retrieval.findings import Findings, Found
from bot.domain.documents import Release
from bot.language.quantities import years

PREFERRED = 0.16  # added to the score of what tells of the meant year, taken off what tells of others only
NEARLY = 0.5  # share of the best one's score from which it is: what is far answers nothing

_YEAR = r"\b(?:tahun|taun|thn)"
_COUNTS = (("dua|2|two", 2), ("tiga|3|three", 3), ("empat|4|four", 4), ("lima|5|five", 5))
_MEANT = (
    *(
        (re.compile(rf"\b(?:{count}) (?:tahun|taun|thn) (?:yang )?lalu\b|\b(?:{count}) years ago\b", re.I), -step)
        for count, step in _COUNTS
    ),
    (re.compile(rf"{_YEAR} (?:ini|sekarang|berjalan)\b|\bthis year\b", re.IGNORECASE), 0),
    (re.compile(rf"{_YEAR} (?:lalu|kemarin)\b|\blast year\b", re.IGNORECASE), -1),
)
_OF_YEARS = re.compile(rf"{_YEAR}|\byears?\b", re.IGNORECASE)  # most questions say nothing of them
_YEAR_NEXT_TO = (
    (re.compile(r"\b(?:(?:tahun|taun|thn) sebelum(?:nya|e)?|(?:the )?(?:year before|previous year))\b", re.I), -1),
    (re.compile(r"\b(?:(?:tahun|taun|thn) (?:berikut|sesudah)(?:nya|e)?|(?:the )?year after)\b", re.I), 1),
)
_NEXT = re.compile(rf"(?P<word>{_YEAR} )(?:depan|besok)\b|\bnext year\b", re.IGNORECASE)


def named(text: str, year: int) -> str:
    """Return a question with the next year's number in place of "tahun depan": what no document holds is then told."""
    return _NEXT.sub(lambda said: f"{said['word'] or ''}{year + 1}", text)


def in_numbers(text: str, year: int) -> str:
    """Return a text with the numbers of the years that it means by the clock."""
    for pattern, step in _MEANT:
        text = pattern.sub(str(year + step), text)
    return named(text, year)


def preferred(findings: Findings, text: str, year: int, release: Release) -> Findings:
    """Return findings with what tells of the year moved forward that a question means by the clock ("tahun ini")."""
    if not _OF_YEARS.search(text):
        return findings
    meant = next((str(year + step) for pattern, step in _MEANT if pattern.search(text)), None)
    if not meant or not findings.found:
        return findings
    least = NEARLY * findings.found[0].score
    lifted = [_lifted(one, meant, least, release) for one in findings.found]
    return replace(findings, found=tuple(sorted(lifted, key=lambda one: -one.score)))


def _lifted(one: Found, year: str, least: float, release: Release) -> Found:
    if one.score < least:
        return one
    told = told_years(one.statement.text) or told_years(release.sections[one.statement.section].title)
    return one._replace(score=one.score + PREFERRED * ((year in told) - bool(told and year not in told)))


def dated(text: str, told: Sequence[str]) -> str:
    """Return a text with the year that it counts from what was told: after "UMP 2026", "tahun sebelumnya" is 2025.

    Counted from is the first of some texts that names a year; one that names several is nothing to count from.
    """
    named = next(filter(None, (set(years(one)) for one in told)), set())
    if len(named) == 1:
        for pattern, step in _YEAR_NEXT_TO:
            text = pattern.sub(str(int(min(named)) + step), text)
    return text
