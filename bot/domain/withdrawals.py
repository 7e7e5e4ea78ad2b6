"""Statements that the team has taken back, why, and what is left of a release without them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Protocol

from bot.domain.documents import Document, Release, Statement
from bot.domain.ids import normalise
from bot.domain.lexicon import Lexicon
from bot.domain.ports import Action

Withdrawals = Mapping[str, "Withdrawal"]  # by the statement's id


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A statement that is said no more, whichever release holds it; the same words in it mean the same id."""

    statement: str  # id
    section: str  # key
    text: str  # as it stood
    reason: str  # voters may read it
    at: datetime
    who: str  # keyed hash

    @property
    def document(self) -> str:
        """Path of the document that it stood in."""
        return self.section.partition("#")[0]


class WithdrawalRecords(Protocol):
    """What is withdrawn; each change goes into the audit log in the same transaction."""

    async def withdrawals(self) -> Withdrawals:
        """Return what is withdrawn, the latest first, not older than a second: cheap enough for every question."""

    async def withdraw(self, withdrawal: Withdrawal, action: Action) -> None:
        """Take a statement back in every process, or give it another reason."""

    async def restore(self, statement: str, action: Action) -> bool:
        """Let a statement be said again; return whether it was withdrawn."""


@dataclass(frozen=True)
class Remainder(Release):
    """What is left of a release without what was withdrawn from it: its sections all stand, some of them empty."""

    whole: Release = field(kw_only=True)
    withdrawn: Withdrawals = field(kw_only=True)  # by the id that the statement has in this release

    # What its words weigh and where its statements stand is as in the whole release: working it out anew would hold up
    # whoever asks first (150 ms with 365 statements).

    @cached_property
    def places(self) -> dict[str, int]:
        """Statement id → its place in the reading order of the whole release."""
        return self.whole.places

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the whole release."""
        return self.whole.vocabulary

    @cached_property
    def common_terms(self) -> frozenset[str]:
        """Terms that many statements of the whole release hold."""
        return self.whole.common_terms

    @cached_property
    def lexicons(self) -> dict[str, Lexicon]:
        """Language → the words of all statements of the whole release in it."""
        return self.whole.lexicons


def remainder(release: Release, withdrawals: Withdrawals) -> Release:
    """Return what may be said of a release; the release itself if nothing of it is withdrawn."""
    concerned = dict(_concerned(release, withdrawals))
    if not concerned:
        return release
    documents = tuple(_without(document, concerned) for document in release.documents)
    return Remainder(
        release.manifest,
        documents,
        release.names,
        release.boundaries,
        release.ambiguous,
        whole=release,
        withdrawn=concerned,
    )


def whole(release: Release) -> Release:
    """Return a release as it was made, with what is withdrawn from it."""
    return release.whole if isinstance(release, Remainder) else release


def withdrawn_from(release: Release) -> Withdrawals:
    """Return what is withdrawn from a release, by the ids that the statements have in it."""
    return release.withdrawn if isinstance(release, Remainder) else {}


def among(names: Iterable[str], release: Release) -> tuple[str, ...]:
    """Return the ids of what is withdrawn from a release, of statements named by their ids and sections by their keys.

    Nothing of a list that is named in part is left out.
    """
    withdrawn, statements = withdrawn_from(release), whole(release).statements
    if not withdrawn:
        return ()
    wanted = set(names)
    lists = {(one.section, one.group) for key in wanted if (one := statements.get(key)) and _in_list(one)}
    found = (statements[key] for key in withdrawn)
    return tuple(
        one.id
        for one in found
        if {one.id, one.section} & wanted or (_in_list(one) and (one.section, one.group) in lists)
    )


def listed(statements: Iterable[Statement]) -> list[str]:
    """Return the ids of those statements of whose list there are several: they pass for the whole list."""
    shown = [one for one in statements if _in_list(one)]
    counts = Counter((one.section, one.group) for one in shown)
    return [one.id for one in shown if counts[one.section, one.group] > 1]


def _in_list(statement: Statement) -> bool:
    """A table's row stands for itself: what other rows say is no part of it."""
    return statement.group is not None and not statement.headers


def _concerned(release: Release, withdrawals: Withdrawals) -> Iterator[tuple[str, Withdrawal]]:
    """Yield what is withdrawn by the ids of this release.

    Where the id is gone, the statement's words may stand under another heading or in a renamed file: they are still
    withdrawn, since moving them is no correction.
    """
    moved = []
    for key, one in withdrawals.items():
        if key in release.statements:
            yield key, one
        else:
            moved.append(one)
    if moved:
        yield from _moved(release, moved)


def _moved(release: Release, gone: list[Withdrawal]) -> Iterator[tuple[str, Withdrawal]]:
    standing: dict[str, list[Statement]] = {}
    for statement in release.statements.values():
        standing.setdefault(_words(statement.text), []).append(statement)
    for one in gone:
        found = standing.get(_words(one.text), [])
        near = [statement for statement in found if statement.document == one.document]
        yield from ((statement.id, one) for statement in near or found)


def _words(text: str) -> str:
    return normalise(text).casefold()


def _without(document: Document, ids: Withdrawals) -> Document:
    if not any(statement.id in ids for statement in document.statements):
        return document
    sections = (
        replace(section, statements=tuple(one for one in section.statements if one.id not in ids))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))
