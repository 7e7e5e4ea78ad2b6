"""A report in outline: what an ingest tells the process that has started it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.documents import Statement
from bot.domain.releases import Edit, Outline, Score, Sort, Tally, Turned, Words
from bot.ingestion.edits import rewording
from bot.ingestion.golden import Turn, parted
from bot.ingestion.ingestion import Report
from bot.ingestion.plan import Plan

_MOST = 50  # things of each sort that are told; the rest is counted
_LONGEST = 300  # characters of a statement that is new or gone


def outline(report: Report) -> Outline:
    """Return what people must know to decide about a candidate."""
    plan, examination = report.plan, report.examination
    turned = examination.changed if examination else ()
    return Outline(
        candidate=report.candidate.id if report.candidate else None,
        is_passed=report.may_be_published,
        documents=Tally(len(plan.documents_added), len(plan.documents_changed), len(plan.documents_removed)),
        statements=Tally(len(plan.added), len(plan.changed), len(plan.removed)),
        changed_documents=tuple(_documents(plan)[:_MOST]),
        changed=tuple(Edit(one.new.section, rewording(one.old, one.new)) for one in plan.changed[:_MOST]),
        added=_whole(plan.added, Sort.ADDED),
        removed=_whole(plan.removed, Sort.REMOVED),
        warnings=report.warnings[:_MOST],
        warned=len(report.warnings),
        score=_score(report),
        turned=tuple(map(_turned, turned[:_MOST])),
        turns=len(turned),
        broken=tuple(map(_turned, examination.broken)) if examination else (),
        missed=examination.candidate.missed if examination else (),
        overtaken=report.overtaken[:_MOST],
        overtakes=len(report.overtaken),
    )


def _documents(plan: Plan) -> list[str]:
    signed = (("+", plan.documents_added), ("~", plan.documents_changed), ("-", plan.documents_removed))
    return [f"{sign} {path}" for sign, paths in signed for path in paths]


def _whole(statements: Iterable[Statement], sort: Sort) -> tuple[Edit, ...]:
    return tuple(Edit(one.section, (Words(sort, one.text[:_LONGEST]),)) for one in tuple(statements)[:_MOST])


def _score(report: Report) -> Score | None:
    if report.examination is None:
        return None
    candidate, live = report.examination.candidate, report.examination.live
    return Score(candidate.right, len(candidate.graded), live.right if live else None)


def _turned(turn: Turn) -> Turned:
    return Turned(turn.now.question, *parted(turn), turn.before.is_right, turn.now.is_right)
