"""What a new reading would change against the live release, and the lines that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.documents import Document, Release, Statement
from bot.domain.releases import Overtaken
from bot.domain.sharing import shown
from bot.domain.succession import said, successors
from bot.ingestion.edits import marked, rewording

_SHOWN = 50  # documents or statements of each sort that are named; the rest is counted
_WIDTH = 100  # characters shown of a statement


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that has become another."""

    old: Statement
    new: Statement


@dataclass(frozen=True, slots=True)
class Plan:
    """How the documents differ from those of the live release."""

    since: str | None  # id of the live release, None before the first
    documents: int
    statements: int
    documents_added: tuple[str, ...] = ()
    documents_changed: tuple[str, ...] = ()
    documents_removed: tuple[str, ...] = ()
    added: tuple[Statement, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Statement, ...] = ()


def diff(old: Release | None, documents: Sequence[Document]) -> Plan:
    """Return what is added, changed and removed; a new statement that succeeds an old one is a change of it."""
    before = {document.path: document.digest for document in old.documents} if old else {}
    after = {document.path: document.digest for document in documents}
    statements = {statement.id: statement for document in documents for statement in document.statements}
    added, changed, removed = _compared(old.statements if old else {}, statements)
    return Plan(
        since=old.id if old else None,
        documents=len(after),
        statements=len(statements),
        documents_added=tuple(path for path in after if path not in before),
        documents_changed=tuple(path for path in after if before.get(path, after[path]) != after[path]),
        documents_removed=tuple(path for path in before if path not in after),
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(removed),
    )


def describe(plan: Plan) -> Iterator[str]:
    """Yield the lines that tell people what a plan would change."""
    yield f"{_counted(plan.documents, 'document')} with {_counted(plan.statements, 'statement')}"
    if plan.since is None:
        yield "no release yet: all of it is new"
        return
    yield f"against release {plan.since}:"
    yield from _listed("documents", plan.documents_added, plan.documents_changed, plan.documents_removed)
    yield from _listed(
        "statements",
        [_shown(statement) for statement in plan.added],
        [f"{change.new.section}: {marked(rewording(change.old, change.new))}" for change in plan.changed],
        [_shown(statement) for statement in plan.removed],
    )


def describe_shared(overtaken: Sequence[Overtaken]) -> Iterator[str]:
    """Yield the lines that show which shared answers would change, old and new."""
    if not overtaken:
        return
    yield f"shared answers that would change: {len(overtaken)}"
    for one in overtaken[:_SHOWN]:
        yield f"  {shown(one.code)}, opened {_counted(one.opened, 'time')}: {one.verdict}"
        yield from (f"    {edit.section}: {marked(edit.words)}" for edit in one.edits)
    if len(overtaken) > _SHOWN:
        yield f"  … and {len(overtaken) - _SHOWN} more"


def _compared(
    old: Mapping[str, Statement], new: Mapping[str, Statement]
) -> tuple[list[Statement], list[Change], list[Statement]]:
    """Return the added, the changed and the removed statements."""
    became = successors(old.values(), new.values())
    pairs = [(statement, become) for key, statement in old.items() if (become := became[key])]
    kept = {become.id for _, become in pairs}
    return (
        [statement for key, statement in new.items() if key not in kept],
        [Change(statement, become) for statement, become in pairs if said(become) != said(statement)],
        [statement for key, statement in old.items() if became[key] is None],
    )


def _listed(name: str, added: Sequence[str], changed: Sequence[str], removed: Sequence[str]) -> Iterator[str]:
    yield f"  {name}: {len(added)} added, {len(changed)} changed, {len(removed)} removed"
    for sign, lines in (("+", added), ("~", changed), ("-", removed)):
        yield from (f"    {sign} {line}" for line in lines[:_SHOWN])
        if len(lines) > _SHOWN:
            yield f"    {sign} … and {len(lines) - _SHOWN} more"


def _shown(statement: Statement) -> str:
    text = statement.text if len(statement.text) <= _WIDTH else f"{statement.text[: _WIDTH - 1]}…"
    return f"{statement.section}: {text}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
