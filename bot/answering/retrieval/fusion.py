"""Hybrid retrieval: dense neighbours and keywords of a release, fused."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.retrieval.found import Findings, Found
from bot.domain.directions import Floats
from bot.domain.documents import Release
from bot.domain.layout import Scores, Spread
from bot.domain.ports import Hit, Index, Near, Vector
from bot.domain.ranking import UNTAUGHT
from bot.domain.withdrawals import whole
from bot.language.registry import DEFAULT

log = logging.getLogger(__name__)

LIST_LENGTH = 50  # statements of each list that take part in the fusion
PASSAGES = 200  # passages asked of the index, so that 50 statements are left once each has its best passage
UNKNOWN_COVERAGE = 0.5  # where the question's language is not that of any of the best statements
COVERED_BY = 5  # best statements of which the one that covers the question best counts
OWN_WEIGHT = 0.4  # of a statement itself in its nearness; the rest is its best passage's, be it a shared alias
RANKED = 20  # best statements that a ranker looks at; of what is farther behind, it would put none in front
TAUGHT = 1.0  # what a ranker's score weighs beside all of these
SECTION_WEIGHT = 0.6  # of the whole section in a statement's own nearness: a sentence rarely says all that it is about


@dataclass(frozen=True, slots=True)
class Weights:
    """How the parts of a score are weighed; all add up to its scale."""

    dense: float  # of nearness; the rest up to 1 is the keyword list's
    words: float  # of the share of the question that the statement's own words hold


# With aliases, the keyword list knows people's words, too. On 804 public questions without aliases (recall@1, @5, MRR)
# .922 .984 .949, with the other weights .908 .984 .941; a campaign's documents alone would rather have .65 and .2
# (1,336 questions: .874 .980 .921 against .865 .975 .914), public ones .75 and .2 (.925 .984 .951). On 610 of a
# campaign with aliases, most of which these were chosen on, recall@1 .974 against .959. Reciprocal rank fusion had been
# 1-3 points behind before own words and sections counted; a second vector, of the question without the campaign's
# names, put no more right statements first.
WITH_ALIASES = Weights(dense=0.6, words=0.4)
WITHOUT_ALIASES = Weights(dense=0.72, words=0.15)


_NOTHING_NEAR = Near(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0, np.float32))
_NOTHING_TAUGHT = partial(UNTAUGHT.scores, np.zeros(0, np.float32))


async def find(index: Index, vector: Vector | None, terms: Sequence[str], language: str) -> Findings:
    """Return the release's statements that fit a question in a language, best first, withdrawn ones with them.

    Without its vector they are found by keywords alone.
    """
    release = whole(index.release)
    near = _NOTHING_NEAR if vector is None else await index.nearest(vector, PASSAGES)
    taught = _NOTHING_TAUGHT if vector is None else partial(index.ranker.scores, vector)
    findings = fuse(release, near, index.rank(terms, LIST_LENGTH), terms, language, taught)
    best = [found.statement for found in findings.found[:COVERED_BY]]
    comparable = [one for one in best if one.twin or release.by_path[one.document].language == language]
    covered = [index.coverage(terms, one.id) for one in comparable] or [UNKNOWN_COVERAGE]
    return replace(findings, coverage=max(covered), is_taught=bool(index.ranker.rows))


def fuse(
    release: Release,
    near: Near,
    keyword_hits: Sequence[Hit],
    terms: Sequence[str] = (),
    language: str = DEFAULT,
    taught: Callable[[Sequence[str]], Floats] = _NOTHING_TAUGHT,
) -> Findings:
    """Return both lists as one, best first; ties by section nearness, then by reading order.

    The two lists are scaled to 0..1 over their first 50 (min-max) and added with weights, and with the share of the
    question's terms that a statement holds in its own words, which tells the statements of one fact apart. What
    questions have taught of each statement comes on top.
    """
    weights = WITH_ALIASES if release.manifest.counts.get("aliases") else WITHOUT_ALIASES
    ids = release.layout.ids
    spread = release.layout.spread(near.owners, near.scores)
    dense, meant, cosines = _nearness(spread, len(ids))
    keyword, worded = _by_keywords(keyword_hits, release.places)
    at = np.union1d(dense, keyword)
    lists = (weights.dense * meant + (1 - weights.dense) * worded)[at]
    shares = release.lexicons[language].shares_of_all(terms)[at]
    scores = (lists + weights.words * shares) / (1 + weights.words)
    best = np.argsort(-scores, kind="stable")[:RANKED]
    scores[best] += TAUGHT * taught([ids[place] for place in at[best].tolist()])
    order = np.lexsort((at, -spread.sections[at], -scores))
    places, statements = at[order], release.statements
    each = zip(places.tolist(), scores[order].tolist(), cosines[places].tolist(), strict=True)
    ordered = tuple(Found(statements[ids[place]], score, cosine) for place, score, cosine in each)
    # Without people's phrasings the nearest section tells best that a question is answerable: on public questions the
    # area under the curve grew from .874 to .890; beside phrasings it stays (.901, 815 asked).
    return Findings(ordered, section=0.0 if weights is WITH_ALIASES else spread.nearest_section, lead=spread.lead)


class _Nearness(NamedTuple):
    """The places of the nearest statements; of all statements how near they are, and their best passage's cosine."""

    nearest: NDArray[np.intp]
    scaled: Scores  # from 0 to 1, 0 for what is not among the nearest
    cosines: Scores


def _nearness(spread: Spread, count: int) -> _Nearness:
    """Return how near the statements are, of which there are so many.

    A statement's passages are its own text, its twin, and the aliases of its facts. As an alias is shared by all
    statements of its fact, and neighbours tell what one is about, its own text and its section take part in the order.
    """
    places, text, section, phrasing, *_ = spread
    own = (1 - SECTION_WEIGHT) * text + SECTION_WEIGHT * section
    mixed = (1 - OWN_WEIGHT) * np.maximum(phrasing, own) + OWN_WEIGHT * own
    best = np.argsort(-mixed, kind="stable")[:LIST_LENGTH]
    scaled, cosines = np.zeros(count), np.zeros(count)
    scaled[places[best]] = _scaled(mixed[best])
    cosines[places] = np.maximum(text, phrasing)
    return _Nearness(places[best], scaled, cosines)


def _by_keywords(hits: Sequence[Hit], places: Mapping[str, int]) -> tuple[NDArray[np.intp], Scores]:
    """Return the places of the statements that keywords found, and of all statements how well they fit: 0 to 1."""
    found, scaled = np.array([places[hit.statement] for hit in hits], dtype=np.intp), np.zeros(len(places))
    scaled[found] = _scaled(np.array([hit.score for hit in hits]))
    return found, scaled


def _scaled(scores: Scores) -> Scores:
    """Return scores that come best first, stretched to 0..1; a lone score, or equal ones, become 1."""
    if not len(scores) or scores[0] == scores[-1]:
        return np.ones(len(scores))
    stretched: Scores = (scores - scores[-1]) / (scores[0] - scores[-1])
    return stretched
