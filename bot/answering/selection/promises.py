"""Promise and delivery: what stands on the other side of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.retrieval.found import Found
from bot.domain.documents import Kind, Release, Statement

OTHER_SIDE = 0.04  # how much less near (cosine) the promise may be than its delivery, or the other way round
OTHER_SIDE_SHARE = 0.4  # of the best one's score that it must have
SUBJECT_WORDS = 2  # uncommon words that a promise and its delivery share
OTHER_SIDE_SECTIONS = 6  # how many sections down the list the other side is looked for

_OPPOSITE = {Kind.JANJI: Kind.PELAKSANAAN, Kind.PELAKSANAAN: Kind.JANJI}


def kind_of(statement: Statement, release: Release) -> Kind:
    """Return which sort of thing a statement's section says."""
    return release.sections[statement.section].kind


def other_side(best: Found, others: Sequence[Found], release: Release, *, is_asked: bool) -> Found | None:
    """Return the nearest delivery to a promise, or the other way round, if it is as near or both are asked for."""
    opposite = _OPPOSITE.get(kind_of(best.statement, release))
    if opposite is None:
        return None
    firsts = {found.statement.section: found for found in reversed(others)}
    nearest = sorted(firsts.values(), key=lambda found: -found.score)[:OTHER_SIDE_SECTIONS]
    for found in nearest:
        is_near = found.cosine >= best.cosine - OTHER_SIDE and found.score >= OTHER_SIDE_SHARE * best.score
        if kind_of(found.statement, release) is not opposite or not (is_near or is_asked):
            continue
        together = is_asked and found.statement.document == best.statement.document
        if together or _share_subject(best.statement, found.statement, release):
            return found
    return None


def _share_subject(one: Statement, other: Statement, release: Release) -> bool:
    """Whether two statements share words that few others hold."""
    shared = release.terms_of(one) & release.terms_of(other) - release.common_terms
    return len(shared) >= SUBJECT_WORDS
