"""The chosen statements held against what the question demands: others take their place, or something is lacking."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.answering.constraints.constraint import Constraint, unmet
from bot.answering.constraints.recognisers import recognised
from bot.answering.retrieval.found import Findings
from bot.answering.selection import select
from bot.answering.understanding.query import Query
from bot.domain.context import own
from bot.domain.documents import Release, Statement

NEARLY = 0.5  # share of the best one's score that a statement must have that is chosen for what is demanded

_CHANGEABLE = frozenset({"place", "level", "office"})


@dataclass(frozen=True, slots=True)
class Selected:
    """The statements that answer, and what the question demands that none of them is about."""

    statements: Sequence[Statement]
    lacking: Constraint | None = None
    are_others: bool = False  # than the best, as only these are about what is demanded


def constrain(
    chosen: Sequence[Statement],
    query: Query,
    findings: Findings,
    release: Release,
    *,
    settles: bool,
    is_whole: bool = True,
    without: Collection[str] = (),
) -> Selected:
    """Return the chosen statements as far as they are about what a question demands.

    Where the best are not about the asked place or level, others that are and fit nearly as well are chosen: of other
    things, others are about something else (measured: 1 right and 5 wrong). A question that is to be settled ("… kan?")
    may name what is not so: then it only demands what no statement at all is about.
    """
    asked = list(recognised(query, release, without))
    lacking = unmet(asked, chosen, release)
    if lacking and lacking.kind in _CHANGEABLE and (about := _about(asked, findings, release)):
        others = select.choose(about, release, query, is_whole=is_whole, without=without)
        if not unmet(asked, others, release):
            return Selected(others, are_others=True)
    if lacking and settles:
        lacking = unmet((replace(one, beside=()) for one in asked), tuple(release.statements.values()), release)
    return Selected(chosen, lacking)


def _about(asked: Sequence[Constraint], findings: Findings, release: Release) -> Findings | None:
    """Return the findings that fit nearly as well as the best and are about all that is demanded."""
    least = NEARLY * max(one.score for one in findings.found)
    found = [one for one in findings.found if one.score >= least and _meets_all(asked, one.statement, release)]
    return replace(findings, found=tuple(found)) if found else None


def _meets_all(asked: Sequence[Constraint], statement: Statement, release: Release) -> bool:
    return all(any(map(constraint.meets, own([statement], release))) for constraint in asked)
