"""THE table of what moves a found statement forward or back: name, weight, and how far it holds for a statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.answering.retrieval.found import Found
from bot.answering.selection.promises import kind_of
from bot.answering.understanding.promise_or_delivery import asks_for_promise
from bot.answering.understanding.query import Query
from bot.domain.documents import Kind, Release, Statement
from bot.language.levels import told_levels
from bot.language.tokens import words

KIND = "feature"  # before the names of those that are left out
JUDGED = 12  # best statements that are looked at
NEAR_ENOUGH = 0.5  # share of the best one's score from which most features count: what is far answers nothing

Holds = Callable[[Statement], float]  # how far it holds for a statement: mostly 0 or 1


class Feature(NamedTuple):
    """One reason to move a statement forward, or back where its weight is below 0."""

    name: str
    weight: float  # of scores of 0 to 1
    of: Callable[[Query, Release], Holds | None]  # None: it tells nothing for this question
    is_near_only: bool = False  # it counts for what is near enough


def reranked(found: Sequence[Found], query: Query, release: Release, without: Collection[str] = ()) -> Sequence[Found]:
    """Return what was found in the order of its scores with the features of the table, but for those `without`."""
    active = [
        (one, holds) for one in FEATURES if f"{KIND}.{one.name}" not in without and (holds := one.of(query, release))
    ]
    least = NEAR_ENOUGH * max((one.score for one in found), default=0.0)
    lifted = [
        one._replace(
            score=one.score
            + sum(
                feature.weight * holds(one.statement)
                for feature, holds in active
                if one.score >= least or not feature.is_near_only
            )
        )
        for one in found[:JUDGED]
    ]
    return sorted(lifted, key=lambda one: -one.score) + list(found[JUDGED:])


_PLANS = re.compile(
    r"\b(?:masih (?:dalam proses|berproses|direncanakan|dirancang|menunggu|(?:berupa |sebatas )?rencana)|rencana awal"
    r"|sudah digantikan|still (?:in (?:process|progress)|being (?:processed|planned)|a plan|waiting)|in process"
    r"|(?:first|early|initial) plan|(?:since|later|now) replaced)\b",
    re.IGNORECASE,
)
_ASKS_OF_PLANS = frozenset(
    "rencana rencananya direncanakan proses diproses awal awalnya dulu dulunya usul usulan usulannya akan nanti bakal "
    "menunggu tunggu transisi calon plan plans planned initial initially early originally process pending".split()
)


def _facet(query: Query, release: Release) -> Holds | None:
    """Tells what the question asks of its topic."""
    return query.tells if query.asked.likely else None


def _level(query: Query, release: Release) -> Holds | None:
    """Of the asked level, less if of others too; -1 if of others only."""
    if not query.levels:
        return None
    return lambda one: _level_fit(query.levels, one.said_in(query.spoken))


def _answer_type(query: Query, release: Release) -> Holds | None:
    """Gives what the question wants to hear: an amount, a date, a name."""
    gives = query.gives
    return (lambda one: gives(one.said_in(query.spoken))) if gives else None


def _promise(query: Query, release: Release) -> Holds | None:
    """Is a promise, where one is asked for; -1 where it is asked what is so now."""
    asks = asks_for_promise(query.question)
    return (lambda one: asks * (kind_of(one, release) is Kind.JANJI)) if asks else None


def _planned(query: Query, release: Release) -> Holds | None:
    """Tells what was planned or is still under way, where it is asked what is so."""
    if _ASKS_OF_PLANS & set(words(query.question)):
        return None
    return lambda one: float(_tells_plans(one.said_in(query.spoken)))


FEATURES = (
    Feature("facet", 0.3, _facet),
    Feature("level", 0.1, _level),
    Feature("answer_type", 0.16, _answer_type, is_near_only=True),
    Feature("promise", 0.1, _promise),
    Feature("planned", -0.15, _planned),
)


def _level_fit(asked: frozenset[str], text: str) -> float:
    """Return 1 if a text is about the asked levels only, less if about others too, -1 if about others only."""
    about = told_levels(text)
    if not about:
        return 0.0
    return len(asked & about) / len(about) if asked & about else -1.0


@lru_cache(maxsize=2000)
def _tells_plans(text: str) -> bool:
    """Whether a document's text tells what was planned or is still under way, kept."""
    return _PLANS.search(text) is not None
