"""What replies are worth: ranks, right texts, and refusals at a threshold that other questions chose. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from benchmarks.systems import Reply
from bot.domain.ids import normalise
from bot.evaluation.scoring import Rate

FALSE_REFUSALS = 0.05  # of tune's answerable questions: what a threshold may cost
SHOWN = 3  # passages among which the right text must be


class Held(StrEnum):
    """Whether the documents hold the answer."""

    ANSWERABLE = "answerable"
    ABSENT = "absent"
    LOOKALIKE = "look-alike"  # absent, and written to look answerable from one passage


@dataclass(frozen=True)
class Asked:
    """One question and what a right reply to it is."""

    text: str
    held: Held
    is_tune: bool  # chooses thresholds; the others show what these do
    sections: frozenset[str] = frozenset()  # any of them is right
    proofs: tuple[str, ...] = ()  # texts; a right passage holds one of them


@dataclass(frozen=True)
class Quality:
    """How well one system did."""

    questions: int  # answerable ones whose ranks are counted
    recall_1: float
    recall_5: float
    mrr: float
    right_in_three: float
    shown_characters: float  # of the first three passages, on average
    threshold: float | None
    false_refusals: Rate | None
    absent_caught: Rate | None
    lookalikes_caught: Rate | None
    auc: float | None  # of confidence, answerable against absent
    own_false_refusals: Rate | None = None  # by the system's own rule
    own_absent_caught: Rate | None = None


def rank(reply: Reply, asked: Asked) -> int | None:
    """Return the place of the first right section among the sections found, from 1; a section counts once."""
    sections = dict.fromkeys(section for section, _ in reply.found)
    return next((place for place, section in enumerate(sections, 1) if section in asked.sections), None)


def shows_proof(reply: Reply, asked: Asked) -> bool:
    """Whether one of the first three passages is of a right section and holds one of the proofs that are known."""
    proofs = [normalise(proof).casefold() for proof in asked.proofs]
    return any(
        section in asked.sections and (not proofs or any(proof in normalise(text).casefold() for proof in proofs))
        for section, text in reply.found[:SHOWN]
    )


def threshold(confidences: Iterable[float], allowed: float = FALSE_REFUSALS) -> float | None:
    """Return the highest threshold below which at most that share of answerable questions lies."""
    ordered = sorted(confidences)
    return ordered[int(allowed * len(ordered))] if ordered else None


def area(answerable: Sequence[float], absent: Sequence[float]) -> float | None:
    """Return the area under the ROC curve: how often an answerable question is above an absent one (Mann-Whitney)."""
    if not answerable or not absent:
        return None
    above = np.subtract.outer(np.asarray(answerable), np.asarray(absent))
    return float(np.mean((above > 0) + 0.5 * (above == 0)))


def quality(asked: Sequence[Asked], replies: Sequence[Reply], *, ranks_of_tune: bool) -> Quality:
    """Return a system's figures; the refusals are those of the questions that chose no threshold.

    `ranks_of_tune` says whether ranks count over both halves: where nothing was ever tuned on either.
    """
    pairs = list(zip(asked, replies, strict=True))
    counted = [(one, reply) for one, reply in pairs if ranks_of_tune or not one.is_tune]
    located = [(one, reply) for one, reply in counted if one.held is Held.ANSWERABLE]
    ranks = [rank(reply, one) for one, reply in located]
    tuned = [reply for one, reply in pairs if one.is_tune and one.held is Held.ANSWERABLE]
    line = threshold(_confidences(tuned))
    others = {held: [reply for one, reply in pairs if not one.is_tune and one.held is held] for held in Held}
    return Quality(
        questions=len(located),
        recall_1=_within(ranks, 1),
        recall_5=_within(ranks, 5),
        mrr=_mean(1 / place if place else 0.0 for place in ranks),
        right_in_three=_mean(shows_proof(reply, one) for one, reply in located),
        shown_characters=_mean(_characters(reply) for _, reply in located),
        threshold=line,
        false_refusals=_below(others[Held.ANSWERABLE], line),
        absent_caught=_below(others[Held.ABSENT], line),
        lookalikes_caught=_below(others[Held.LOOKALIKE], line) if others[Held.LOOKALIKE] else None,
        auc=area(_confidences(others[Held.ANSWERABLE]), _confidences(others[Held.ABSENT])),
        own_false_refusals=_refused(others[Held.ANSWERABLE]),
        own_absent_caught=_refused(others[Held.ABSENT]),
    )


def _confidences(replies: Iterable[Reply]) -> list[float]:
    return [reply.confidence for reply in replies if reply.confidence is not None]


def _mean(values: Iterable[float]) -> float:
    return float(np.mean([*values] or [0.0]))


def _within(ranks: Sequence[int | None], most: int) -> float:
    return _mean(place is not None and place <= most for place in ranks)


def _characters(reply: Reply) -> int:
    return sum(len(text) for _, text in reply.found[:SHOWN])


def _below(replies: Sequence[Reply], line: float | None) -> Rate | None:
    found = _confidences(replies)
    return None if line is None else Rate(sum(one < line for one in found), len(found))


def _refused(replies: Sequence[Reply]) -> Rate | None:
    decided = [reply.answered for reply in replies if reply.answered is not None]
    return Rate(decided.count(False), len(decided)) if decided else None
