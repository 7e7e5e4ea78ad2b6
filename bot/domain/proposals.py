"""Changes of the knowledge folder that somebody proposes: their files come into the folder only with their release."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Laid:
    """One file of a proposal, by what it holds and what it was made from, as SHA-256."""

    digest: str | None  # None: the file is to be removed
    replaces: str | None  # None: there was no such file


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that waits outside the folder, to be planned and published."""

    id: str
    files: Mapping[str, Laid]  # by path
    before: Mapping[str, Any] = field(default_factory=dict)  # what the audit log says of it once it is published
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be proposed: whole files, and what each was made from."""

    files: Mapping[str, bytes | None]  # path → content; None: removed
    made_from: Mapping[str, bytes | None]  # path → what stood there; None: nothing
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


class Proposals(Protocol):
    """Where changes wait until they are published or given up."""

    def keep(self, change: Change) -> str:
        """Let a change wait; return its id. Raises KnowledgeError if it can't be written."""

    def check(self, proposal_id: str) -> None:
        """Raise FolderChanged or ReleaseError if a proposal can't be placed (any more)."""

    def placed(self, proposal_id: str | None) -> AbstractAsyncContextManager[Proposal | None]:
        """Put a proposal's files into the folder while nobody reads it, keeping copies of what they replace.

        If what is done meanwhile fails, they are taken out again; else the proposal is over. Raises FolderChanged if
        a file is no longer what the change was made from, ReleaseError if there is no such proposal.
        """

    def drop(self, proposal_id: str | None) -> None:
        """Forget a proposal, if there is one."""

    async def tidy(self, before: datetime) -> None:
        """Finish what a killed process was placing, and forget proposals that are older."""


def digest(content: bytes | None) -> str | None:
    """Return SHA-256 of a content, None for none."""
    return None if content is None else hashlib.sha256(content).hexdigest()
