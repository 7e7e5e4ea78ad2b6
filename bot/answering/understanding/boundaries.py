"""What the bot declines, and topics that the documents are known not to hold: as examples taught it, and by rules."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.answering.understanding import hard_boundaries
from bot.domain.documents import Boundary, Release, Sort
from bot.domain.judging import Judge, Sight, halfway
from bot.domain.per_release import once_a_release
from bot.domain.ports import Vector
from bot.language.quantities import YEAR


@dataclass(frozen=True, slots=True)
class _Rule:
    """When a question is of a sort; docs/measurements.md has what was measured, and what else was tried."""

    kind: float  # what the evidence for the likeliest kind weighs beside that for the sort as a whole
    held: float  # cosine to the nearest statement from which on it speaks for a fair question,
    lead: float  # and what of its section's lead counts as well
    ahead: float  # what it weighs that the kind's nearest example is nearer than the nearest statement
    least: float  # evidence
    near: float  # similarity to the kind's examples, under which more evidence is needed
    far: float  # what is lacking to it weighs
    covered: float  # what it weighs that a statement holds more of the question's words than is common


_DECLINED = _Rule(kind=1.25, held=0.88, lead=0.0, ahead=0.0, least=-0.7, near=0.88, far=30.0, covered=0.0)
_CLEARLY = 0.35  # evidence over the least; of 810 follow-ups that are fair one has more
_CLEARLY_DECLINED = replace(_DECLINED, least=_DECLINED.least + _CLEARLY)
_UNKNOWN = _Rule(kind=1.5, held=0.86, lead=1.0, ahead=8.0, least=-1.3, near=0.86, far=100.0, covered=2.0)
_SMALL_TALK = _Rule(kind=1.0, held=0.86, lead=0.0, ahead=0.0, least=-0.8, near=0.88, far=15.0, covered=0.0)
_HELD = 10.0  # what nearness to a statement weighs
_COMMON = 0.4  # their share, weighed by idf
_ASKED = 0.93  # cosine to a statement from which on nothing is small talk: it needs no look, which takes time
_FARTHEST_AHEAD = 0.05  # cosine: where no statement is near at all, more would not tell more
_UNSEEN = 0.8  # evidence that a first glance may lack; of 2,786 that crossed a boundary four lacked 0.6, none this


class _Held(NamedTuple):
    """What the documents hold of a question."""

    answerable: float
    covered: float
    lead: float


class Boundaries:
    """Knows a release's boundaries."""

    def __init__(self, boundaries: Sequence[Boundary]) -> None:
        self._by_kind = {boundary.kind: boundary for boundary in boundaries}
        self._declined = frozenset(boundary.kind for boundary in boundaries if boundary.declines)
        self._small_talk = frozenset(boundary.kind for boundary in boundaries if boundary.sort is Sort.SMALL_TALK)
        topics = (boundary for boundary in boundaries if boundary.sort is Sort.UNKNOWN)
        self._years = {boundary.kind: _years_of(boundary) for boundary in topics}
        self._of_no_year = frozenset(topic for topic, (_, always) in self._years.items() if not always)

    def exact(self, text: str) -> Boundary | None:
        """Return the boundary that a question as typed crosses by its very words, None for all that needs comparing."""
        kind = hard_boundaries.kind(text)
        return self._of(kind) if kind else None

    def match(
        self,
        text: str,
        asking: str,
        vector: Vector,
        judge: Judge,
        answerable: float = 0.0,
        covered: float = 0.0,
        lead: float = 0.0,
        *,
        clearly: bool = False,
    ) -> Boundary | None:
        """Return the boundary or unknown topic that a question belongs to, None for a fair one.

        `text` is the folded question, `asking` what of it asks, `vector` its embedding as a query. What speaks for a
        fair one: `answerable`, the cosine of the statement nearest to it, `covered`, the share of its words that a
        statement holds, and `lead`, how much nearer the nearest section is than others. What could be declined or of a
        topic is of the sort whose examples are nearer. Only what is declined `clearly` needs more evidence than usual.
        The words that a question tells by the way count half where something may be declined, not at all for topics.
        """
        if not judge.examples:
            return None
        sight, held = judge.look(text, vector), _Held(answerable, covered, lead)
        asks = judge.reworded(sight, asking) if asking != text else sight
        rule = _CLEARLY_DECLINED if clearly else _DECLINED
        # Who tells of a forged paper may ask what the rule is; who tells of a sick father, to be lied to.
        declined = _near(rule, judge, Sort.DECLINED, halfway(sight, asks), self._declined, held)
        unknown = _near(_UNKNOWN, judge, Sort.UNKNOWN, asks, self._topics(text), held)  # a loan told of is not asked of
        found = [declined, unknown]
        if answerable < _ASKED:
            found.append(_near(_SMALL_TALK, judge, Sort.SMALL_TALK, sight, self._small_talk, held))
        _, kind = max(found)
        return self._of(kind) if kind else None

    def _of(self, kind: str) -> Boundary:
        return self._by_kind.get(kind) or Boundary(kind, ())

    def _topics(self, text: str) -> frozenset[str]:
        """Return the topics that a question may be about as far as the years go that it and their phrasings name."""
        years = frozenset(YEAR.findall(text))
        if not years:
            return self._of_no_year
        return frozenset(topic for topic, (named, _) in self._years.items() if not named or years & named)


@once_a_release
def boundaries_of(release: Release) -> Boundaries:
    """Return what knows a release's boundaries."""
    return Boundaries(release.boundaries)


def _near(
    rule: _Rule, judge: Judge, sort: Sort, sight: Sight, possible: Collection[str], held: _Held
) -> tuple[float, str]:
    """Return how near a question is to its likeliest kind that it is of, and that kind; 0 and "" if it is of none.

    A kind that is likelier, but whose examples are far, hides no other: the rest is judged as if it weren't there.
    """
    (whole, of_kinds), (answerable, covered, lead) = judge.glance(sight, sort), held
    fair = _HELD * max(answerable + rule.lead * lead - rule.held, 0) + rule.covered * max(covered - _COMMON, 0)
    wanted = rule.least + fair - rule.ahead * _FARTHEST_AHEAD
    if whole + rule.kind * of_kinds.max(initial=-1) < wanted - _UNSEEN:
        return 0.0, ""
    left = set(possible)
    while (found := judge.evidence(sight, sort, left)).kind:
        if (total := found.sort + rule.kind * found.of_kind) < wanted:
            break
        similarity, nearest = judge.similarity(sight, found.kind)
        too_far = rule.far * max(rule.near - similarity, 0)
        if total >= wanted + rule.ahead * max(_FARTHEST_AHEAD - (nearest - answerable), 0) + too_far:
            return similarity, found.kind
        left.remove(found.kind)
    return 0.0, ""


def _years_of(boundary: Boundary) -> tuple[frozenset[str], bool]:
    """Return the years that a topic's phrasings name, and whether every phrasing names one."""
    years = [YEAR.findall(text) for text in boundary.examples]
    return frozenset(year for found in years for year in found), all(years)
