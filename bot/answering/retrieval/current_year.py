"""What tells of the year that a question means by the clock is preferred: "tahun ini"."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.retrieval.found import Findings, Found
from bot.domain.documents import Release
from bot.language.told import told_years

PREFERRED = 0.16  # added to the score of what tells of the meant year, taken off what tells of others only
NEARLY = 0.5  # share of the best one's score from which it is: what is far answers nothing


def preferring(year: str, findings: Findings, release: Release) -> Findings:
    """Return findings with what tells of a year moved forward, what tells of others only moved back."""
    if not findings.found:
        return findings
    least = NEARLY * findings.found[0].score
    lifted = [_lifted(one, year, least, release) for one in findings.found]
    return replace(findings, found=tuple(sorted(lifted, key=lambda one: -one.score)))


def _lifted(one: Found, year: str, least: float, release: Release) -> Found:
    if one.score < least:
        return one
    told = told_years(one.statement.text) or told_years(release.sections[one.statement.section].title)
    return one._replace(score=one.score + PREFERRED * ((year in told) - bool(told and year not in told)))
