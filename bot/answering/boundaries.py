"""What the bot declines, and topics that the documents are known not to hold: by examples and a few rules."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import inf

from bot.answering import exact_rules
from bot.answering.wording import Wording, fit
from bot.domain.documents import Boundary
from bot.domain.language import detect, fold
from bot.domain.numbers import YEAR
from bot.domain.ports import ExampleHit, Index, Vector

NEAREST = 100  # examples asked of the index: among them stand the two best of each sort that has a chance
_EVERYDAY = "everyday"  # kind of fair examples that speak against misconduct, not against an unknown topic
_BEST = 2  # examples of a sort whose mean similarity speaks for it: a single one is too easily a stranger's
# What a question is judged by: margin of similarity over the other sorts + the sort's weight · log odds of its words
# + _CLOSENESS · (similarity - .91). With the bundled model, a quarter of the examples asked of all others, this finds
# 87 % of what is declined where 3.7 % of the hardest fair ones are refused; docs/quality.md has what else was tried.
_MISCONDUCT_WORDING, _TOPIC_WORDING = 0.01, 0.007
_CLOSENESS = 0.3
_DECLINED, _UNKNOWN = 0.006, -0.002  # the least that will do
# Of 300 encyclopedia questions 1 is taken for a topic, without this 86; .90 would lose a fifth of the unknown topics.
_LEAST_SIMILARITY = 0.885


class Boundaries:
    """Knows a release's boundaries. Making one is cheap: what the examples' words weigh is worked out once."""

    def __init__(self, boundaries: Sequence[Boundary]) -> None:
        self._by_kind = {boundary.kind: boundary for boundary in boundaries}
        self._years = {boundary.kind: _years_of(boundary) for boundary in boundaries if not boundary.declines}
        self._texts = (
            tuple(text for boundary in boundaries if boundary.declines for text in boundary.examples),
            tuple(text for boundary in boundaries if not boundary.declines for text in boundary.examples),
            tuple(text for one in boundaries if one.kind != _EVERYDAY for text in one.counter_examples),
            tuple(text for one in boundaries if one.kind == _EVERYDAY for text in one.counter_examples),
        )
        self._told_apart: tuple[Wording, Wording] | None = None

    def work_out(self) -> tuple[Wording, Wording]:
        """Return what tells the declined, and the unknown, by their words: half a second, once."""
        return _wordings(*self._texts)

    def exact(self, text: str) -> Boundary | None:
        """Return the boundary that a question as typed crosses by its very words, None for all that needs comparing."""
        kind = exact_rules.kind(text)
        return self._of(kind) if kind else None

    async def match(self, text: str, vector: Vector, index: Index, answerable: float = 0.0) -> Boundary | None:
        """Return the boundary or unknown topic that a question belongs to, None for a fair one.

        `text` is the folded question, `vector` its embedding as a query, `answerable` the cosine of the statement
        nearest to it: it speaks for a fair one as the nearest fair examples do, and nothing nearer to the documents
        than to an unknown topic's phrasings is of that topic.
        """
        if not self._by_kind:
            return None
        hits = await index.examples(vector, NEAREST)
        declined = [hit for hit in hits if not hit.fair and self._of(hit.boundary).declines]
        unknown = [hit for hit in hits if not hit.fair and self._may_be(hit.boundary, text)]
        fair = [hit for hit in hits if hit.fair]
        uncommon = [hit for hit in fair if hit.boundary != _EVERYDAY]
        near = {name: _similarity(some, hits) for name, some in (("declined", declined), ("unknown", unknown))}
        if not self._told_apart:
            self._told_apart = await asyncio.to_thread(self.work_out)
        misconduct, topic = self._told_apart
        others = max(near["unknown"], _similarity(fair, hits), answerable)
        if (
            declined
            and _evidence(near["declined"], others, _MISCONDUCT_WORDING * misconduct.log_odds(text)) >= _DECLINED
        ):
            return self._of(_kind(declined))
        others = max(near["declined"], _similarity(uncommon, hits))
        if (
            unknown
            and near["unknown"] > answerable
            and _evidence(near["unknown"], others, _TOPIC_WORDING * topic.log_odds(text)) >= _UNKNOWN
        ):
            return self._of(_kind(unknown))
        return None

    def _of(self, kind: str) -> Boundary:
        return self._by_kind.get(kind) or Boundary(kind, ())

    def _may_be(self, kind: str, text: str) -> bool:
        """Tell whether a question may be about an unknown topic as far as the years go that both name."""
        if self._of(kind).declines:
            return False
        named, always = self._years[kind]
        years = frozenset(YEAR.findall(text))
        return bool(years & named) if years and named else not (always and not years)


@lru_cache(maxsize=2)
def _wordings(
    declined: tuple[str, ...], unknown: tuple[str, ...], fair: tuple[str, ...], everyday: tuple[str, ...]
) -> tuple[Wording, Wording]:
    """Return what tells the declined, and the unknown, by their words from all others."""
    misconduct, topics, others, common = (
        [_plain(text) for text in texts] for texts in (declined, unknown, fair, everyday)
    )
    return fit(misconduct, topics + others + common), fit(topics, misconduct + others)


def _evidence(similarity: float, others: float, wording: float) -> float:
    """Return how much speaks for a sort beside the others; minus infinity if it is too far."""
    if similarity < _LEAST_SIMILARITY:
        return -inf
    return similarity - others + wording + _CLOSENESS * (similarity - 0.91)


def _plain(example: str) -> str:
    return fold(example, frozenset()) if detect(example) == "id" else example


def _similarity(some: Sequence[ExampleHit], every: Sequence[ExampleHit]) -> float:
    """Return the mean cosine of the best; a place that none took counts as the last of all hits."""
    scores = [hit.score for hit in some[:_BEST]]
    last = every[-1].score if every else 0.0
    return sum(scores + [last] * (_BEST - len(scores))) / _BEST


def _kind(hits: Sequence[ExampleHit]) -> str:
    """Return the kind that most of the nearest five examples are of, the nearest one's if they don't agree."""
    votes: dict[str, float] = defaultdict(float)
    for place, hit in enumerate(hits[:5]):
        votes[hit.boundary] += hit.score - hits[-1].score + 0.01 / (place + 1)
    return max(votes, key=lambda kind: votes[kind])


def _years_of(boundary: Boundary) -> tuple[frozenset[str], bool]:
    """Return the years that a topic's phrasings name, and whether every phrasing names one."""
    years = [YEAR.findall(text) for text in boundary.examples]
    return frozenset(year for found in years for year in found), all(years)
