"""What a statement of an earlier release has become in a later one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from bot.domain.documents import Footnote, Release, Statement
from bot.domain.releases import Sort, Words


def successors(old: Iterable[Statement], new: Iterable[Statement]) -> dict[str, Statement | None]:
    """Return what each statement of an earlier release has become, by its id; None if it has left the documents.

    The successor is the same statement; else, of those that are new in the same document with one of its labels, the
    nearest text, the same section first. No two have the same: the nearest pair goes first.
    """
    earlier, later = ({one.id: one for one in statements} for statements in (old, new))
    became = {key: later.get(key) for key in earlier}
    fresh = defaultdict(list)
    for one in later.values():
        for label in one.labels if one.id not in earlier else ():
            fresh[one.document, label].append(one)
    pairs = [pair for key, one in earlier.items() if became[key] is None for pair in _pairs(one, fresh)]
    taken: set[str] = set()
    for pair in sorted(pairs, key=lambda one: (one.is_near, one.likeness), reverse=True):
        if became[pair.old] is None and pair.new.id not in taken:
            became[pair.old] = pair.new
            taken.add(pair.new.id)
    return became


class _Pair(NamedTuple):
    """A statement that may have become another one."""

    old: str  # id
    new: Statement
    is_near: bool  # of the same section
    likeness: float


def _pairs(old: Statement, fresh: Mapping[tuple[str, str], Sequence[Statement]]) -> Iterator[_Pair]:
    likeness = SequenceMatcher(None, b=old.text)
    found = {one.id: one for label in old.labels for one in fresh.get((old.document, label), ())}
    for one in found.values():
        likeness.set_seq1(one.text)
        yield _Pair(old.id, one, one.section == old.section, likeness.ratio())


def mates_of(statement: Statement, release: Release) -> list[Statement]:
    """Return the statements of a release that stand in the same document on one of the same facts."""
    found = [one for label in statement.labels for one in release.by_label.get(label, ())]
    return [one for one in found if one.document == statement.document]


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
