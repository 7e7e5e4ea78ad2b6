"""Promise and delivery: what stands on the other side of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.retrieval.found import Found
from bot.domain.documents import Kind, Release, Statement

SUBJECT_WORDS = 2  # uncommon words that a promise and its delivery share
OTHER_SIDE_SECTIONS = 6  # how many sections down the list the other side is looked for

_OPPOSITE = {Kind.JANJI: Kind.PELAKSANAAN, Kind.PELAKSANAAN: Kind.JANJI}


def kind_of(statement: Statement, release: Release) -> Kind:
    """Return which sort of thing a statement's section says."""
    return release.sections[statement.section].kind


def other_side(best: Found, others: Sequence[Found], release: Release) -> Found | None:
    """Return the nearest delivery to a promise, or the other way round, of the same subject."""
    opposite = _OPPOSITE.get(kind_of(best.statement, release))
    if opposite is None:
        return None
    firsts = {found.statement.section: found for found in reversed(others)}
    nearest = sorted(firsts.values(), key=lambda found: -found.score)[:OTHER_SIDE_SECTIONS]
    for found in nearest:
        if kind_of(found.statement, release) is not opposite:
            continue
        if found.statement.document == best.statement.document or _share_subject(
            best.statement, found.statement, release
        ):
            return found
    return None


def _share_subject(one: Statement, other: Statement, release: Release) -> bool:
    """Whether two statements share words that few others hold."""
    shared = release.terms_of(one) & release.terms_of(other) - release.common_terms
    return len(shared) >= SUBJECT_WORDS
