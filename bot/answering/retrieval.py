"""Hybrid retrieval: dense neighbours and keywords, fused, over whichever release is live."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.withdrawn import curtailed
from bot.domain.directions import Floats
from bot.domain.documents import Release, Statement
from bot.domain.errors import ReleaseError
from bot.domain.layout import Scores, Spread
from bot.domain.ports import Hit, Index, LivePointer, Near, Releases, Vector
from bot.domain.ranking import UNTAUGHT
from bot.domain.withdrawals import Withdrawals, whole

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


class Found(NamedTuple):
    """A statement, how well it fits (0 to 1, fused) and how near its best passage is (cosine). Many a question."""

    statement: Statement
    score: float
    cosine: float


@dataclass(frozen=True)
class Findings:
    """What a question brought up, best first."""

    found: tuple[Found, ...]
    coverage: float = 0.0  # share of the question's words, weighed by idf, that one of the best statements holds
    section: float = 0.0  # the nearest section's cosine, where it counts
    lead: float = 0.0  # how much nearer (cosine) the nearest section is than the fifth
    is_taught: bool = False  # questions whose answers are known have a part in the scores

    @cached_property
    def cosine(self) -> float:
        """The nearest passage's cosine: a statement's, one's phrasing's, or a section's."""
        return max((self.section, *(found.cosine for found in self.found)))

    @property
    def nearness(self) -> float:
        """What speaks for the documents holding an answer: what is near stands out where they do.

        Measured, each beside coverage: the area under the curve grows from .894 to .915 on 1,404 public questions, from
        .749 to .756 on 1,813 of a campaign without its data files, from .722 to .741 on 1,293 with them.
        """
        return self.cosine + self.lead

    @property
    def sections(self) -> tuple[str, ...]:
        """Keys of the sections in the order in which their best statements stand."""
        return tuple(dict.fromkeys(found.statement.section for found in self.found))

    def within(self, release: Release) -> Findings:
        """Return what of this a release holds."""
        if whole(release) is release:
            return self
        return replace(self, found=tuple(one for one in self.found if one.statement.id in release.statements))


_NOTHING_TAUGHT = partial(UNTAUGHT.scores, np.zeros(0, np.float32))


async def find(index: Index, vector: Vector, terms: Sequence[str], language: str) -> Findings:
    """Return the release's statements that fit a question in a language, best first, withdrawn ones with them."""
    release = whole(index.release)
    near = await index.nearest(vector, PASSAGES)
    taught = partial(index.ranker.scores, vector)
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
    language: str = "id",
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


_NOTHING: Withdrawals = {}
FOLLOWED = 0.5  # seconds between two looks at the pointer by a process that is asked nothing


def _work_out(release: Release) -> None:
    """Let a release know what the first question would have to wait for."""
    _ = release.places, release.layout, release.vocabulary, release.common_terms, release.lexicons, release.by_label


@dataclass(slots=True)
class _Lease:
    """An open release and how many questions read it at this moment."""

    index: Index
    readers: int = 0
    retired: bool = False
    _lent: tuple[Withdrawals, Index] | None = None

    def without(self, withdrawals: Withdrawals) -> Index:
        """Return the index without what is withdrawn, made anew only when that has changed."""
        if self._lent is None or self._lent[0] is not withdrawals:
            self._lent = withdrawals, curtailed(self.index, withdrawals)
        return self._lent[1]

    def close_if_unused(self) -> None:
        if self.retired and not self.readers:
            self.index.close()


class LiveIndex:
    """Follows the live pointer: opens a new release beside the old one, and closes the old after its last reader."""

    def __init__(
        self,
        store: Releases,
        pointer: LivePointer,
        fingerprint: str,
        version: int,
        withdrawals: Callable[[], Awaitable[Withdrawals]] | None = None,
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        """Follow a pointer; without `withdrawals`, releases are lent as they were made.

        `opened` is called whenever another release has taken the place of the one before.
        """
        self._store, self._pointer, self._withdrawals, self._opened = store, pointer, withdrawals, opened
        self._fingerprint, self._version = fingerprint, version
        self._lease: _Lease | None = None
        self._unusable: str | None = None
        self._opening = asyncio.Lock()

    @property
    def release_id(self) -> str:
        """The id of the release that is open, "" before the first one is."""
        return self._lease.index.release.id if self._lease else ""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Index]:
        """Lend the live release's index, without what is withdrawn from it, for one piece of work.

        Raises ReleaseError if there is no usable release.
        """
        withdrawals = await self._withdrawals() if self._withdrawals else _NOTHING
        lease = await self._current()
        lease.readers += 1
        try:
            yield lease.without(withdrawals)
        finally:
            lease.readers -= 1
            lease.close_if_unused()

    async def follow(self, pause: float = FOLLOWED) -> None:
        """Open each new release as soon as it is pointed at, so that nobody's question waits for it; never ends."""
        while True:
            await asyncio.sleep(pause)
            with suppress(Exception):  # the next question meets the same, and tells it
                await self._current()

    async def close(self) -> None:
        """Close the open release."""
        if self._lease:
            self._lease.retired = True
            self._lease.close_if_unused()
            self._lease = None

    async def _current(self) -> _Lease:
        live = await self._pointer.live_release()
        if live is None:
            raise ReleaseError("There is no release yet. Run `python ingest.py` (or `make ingest`) first.")
        if self._lease and live in (self._lease.index.release.id, self._unusable):
            return self._lease
        async with self._opening:
            if not self._lease or live not in (self._lease.index.release.id, self._unusable):
                await self._swap(live)
        assert self._lease
        return self._lease

    async def _swap(self, live: str) -> None:
        """Put a new release in place of the old one; if it can't be used, go on with the old one and say so once."""
        try:
            index = await self._store.open(live)
            self._check(index)
            await asyncio.to_thread(_work_out, index.release)
        except ReleaseError:
            if not self._lease:
                raise
            self._unusable = live
            log.exception("release unusable, the old one goes on", extra={"release": live})
            return
        old, self._lease, self._unusable = self._lease, _Lease(index), None
        log.info("release opened", extra={"release": live})
        if old:
            old.retired = True
            old.close_if_unused()
            del old  # before what is left of it is looked for
        self._opened()

    def _check(self, index: Index) -> None:
        manifest = index.release.manifest
        if (manifest.fingerprint, manifest.version) != (self._fingerprint, self._version):
            index.close()
            raise ReleaseError(
                f"Release {manifest.id} was made with another embedding model or another version of this program. "
                "Run `python ingest.py` (or `make ingest`) to make a new one."
            )
