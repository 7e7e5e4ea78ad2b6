"""What a statement of an earlier release has become in a later one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.domain.documents import Footnote, Release, Statement
from bot.domain.releases import Sort, Words


def successor(statement: Statement, release: Release, beside: Collection[str] = ()) -> Statement | None:
    """Return what a statement of an earlier release has become, None if it has left the documents.

    What stood `beside` it already in the earlier release (ids) has not come from it.
    """
    if same := release.statements.get(statement.id):
        return same
    mates = mates_of(statement, release)
    return nearest(statement, [one for one in mates if one.id not in beside])


def mates_of(statement: Statement, release: Release) -> list[Statement]:
    """Return the statements of a release that stand in the same document on one of the same facts."""
    found = [one for label in statement.labels for one in release.by_label.get(label, ())]
    return [one for one in found if one.document == statement.document]


def nearest(statement: Statement, candidates: Sequence[Statement]) -> Statement | None:
    """Return the candidate with the nearest text, one of the same section before all others."""
    if not candidates:
        return None
    nearness = SequenceMatcher(None, b=statement.text)

    def rank(one: Statement) -> tuple[bool, float]:
        nearness.set_seq1(one.text)
        return one.section == statement.section, nearness.ratio()

    return max(candidates, key=rank)


def compare(old: str, new: str) -> tuple[Words, ...]:
    """Return the words of both texts in reading order, what is removed before what is added."""
    before, after = old.split(), new.split()
    found: list[Words] = []
    for tag, start, end, begin, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Words(Sort.KEPT, " ".join(before[start:end])))
            continue
        found += [Words(Sort.REMOVED, " ".join(before[start:end]))] * (end > start)
        found += [Words(Sort.ADDED, " ".join(after[begin:until]))] * (until > begin)
    return tuple(found)


def said(statement: Statement) -> Statement:
    """Return all that a reader sees of a statement, wherever in the file it stands."""
    twin = statement.twin and replace(statement.twin, footnotes=_unplaced(statement.twin.footnotes))
    return replace(
        statement, footnotes=_unplaced(statement.footnotes), twin=twin, line=None, page=None, group=None, aliases=()
    )


def _unplaced(footnotes: Sequence[Footnote]) -> tuple[Footnote, ...]:
    return tuple(replace(note, line=None) for note in footnotes)
