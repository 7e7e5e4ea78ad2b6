"""What the program needs from the outside world, as Protocols; adapters fulfil them, app.py hands them over.

Whatever can block is async; adapters move the blocking call to a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.domain.documents import Manifest, Passage, Release, Role
from bot.domain.facets import Facets
from bot.domain.judging import Judge
from bot.domain.ranking import Ranker
from bot.domain.releases import Author, Candidate, Move, Outline, Standing
from bot.domain.team import Closure, Feature, Invitation, Member

Matrix = NDArray[np.float32]  # one unit vector a row
Vector = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors; those of the bundled model's two engines are near enough to be mixed."""

    @property
    def fingerprint(self) -> str:
        """Names model, prompts and preparation: vectors of different fingerprints must not meet."""

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), dimension)."""


class Near(NamedTuple):
    """The passages nearest to a vector, best first. Arrays, as hundreds of them are found for each question."""

    passages: NDArray[np.intp]  # their places among the passage_ids of the index
    owners: NDArray[np.intp]  # the slots that they lead to in the layout of the index's release
    scores: NDArray[np.float32]  # cosines


class Hit(NamedTuple):
    """A statement that the keywords found."""

    statement: str  # its id
    score: float  # BM25, above 0


class Index(Protocol):
    """One open release."""

    release: Release
    judge: Judge
    ranker: Ranker
    facets: Facets

    @property
    def passage_ids(self) -> Sequence[str]:
        """The ids of all its passages, in order."""

    async def nearest(self, vector: Vector, count: int) -> Near:
        """Return the count passages nearest to the vector, equal ones in the order of their ids."""

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        """Return at most count statements by BM25, best first, equal ones in the order of their ids."""

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        """Return which share of a question's terms, weighed by idf, a statement's words hold: 0 to 1."""

    def close(self) -> None:
        """Give back threads, files and memory; nothing may be asked afterwards."""


class Releases(Protocol):
    """Where releases are found."""

    async def open(self, release_id: str) -> Index:
        """Open a release. Raises ReleaseError if it isn't there or isn't whole."""


class IndexStore(Releases, Protocol):
    """Where releases are kept: built under a new id, opened any number of times, never changed."""

    async def build(
        self,
        release: Release,
        passages: Sequence[Passage],
        vectors: Matrix,
        judge: Judge,
        ranker: Ranker,
        facets: Facets,
        terms: Mapping[str, Sequence[str]],
    ) -> None:
        """Write a new release whole.

        `vectors` follow `passages` row by row, `terms` holds the keyword terms of each statement by its id.

        Raises ReleaseError if the id is taken. What a killed build leaves behind is never opened.
        """

    async def read(self, release_id: str) -> Release:
        """Return what a release holds, without opening it. Raises ReleaseError if it isn't there or isn't whole."""

    async def judge(self, release_id: str) -> Judge | None:
        """Return the judge of a release, None if it has none that can be read."""

    async def amend(self, release: Release) -> None:
        """Write the records of a release anew that is built and not yet published: its manifest has become complete."""

    def list(self) -> list[str]:
        """Ids of all whole releases, oldest first."""

    def manifests(self) -> Sequence[Manifest]:
        """What all whole releases were made of, oldest first."""

    def check(self, release_id: str) -> None:
        """Raise ReleaseError if a release isn't there, or a file of it is missing or cut; it isn't opened."""

    def remove(self, release_id: str) -> None:
        """Delete a release that nothing points at."""


class VectorCache(Protocol):
    """Vectors already made, by (fingerprint, role, text); survives a kill at any moment."""

    def get(self, fingerprint: str, role: Role, texts: Sequence[str]) -> list[Vector | None]:
        """Return the vector of each text, None where there is none."""

    def put(self, fingerprint: str, role: Role, texts: Sequence[str], vectors: Matrix) -> None:
        """Keep vectors; when this returns they are on disk."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that the documents did not hold, scrubbed of personal data."""

    text: str
    language: str
    release: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """A 👍 or 👎 to an answer; the text stands here only after a tap of consent."""

    good: bool
    statements: tuple[str, ...]
    release: str
    person: str
    at: datetime
    reason: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An entry of the audit log: what an admin did, when and why; entries are never changed and never deleted."""

    what: str  # "publish"
    at: datetime
    who: str | None = None  # keyed hash; None: whoever has the shell
    label: str | None = None  # the name that they chose for themselves
    reason: str | None = None
    before: Mapping[str, Any] | None = None  # what was so until then, and what is so now: anything that JSON holds
    after: Mapping[str, Any] | None = None


class LivePointer(Protocol):
    """Tells which release is to be served."""

    async def live_release(self) -> str | None:
        """Return the id of the release to serve, None before the first ingest."""


class Database(LivePointer, Protocol):
    """Records that outlive the process."""

    async def language(self, person: str) -> str | None:
        """Return the language that a person chose with /bahasa."""

    async def choose_language(self, person: str, language: str, at: datetime) -> None:
        """Remember a person's language."""

    async def note_unanswered(self, unanswered: Unanswered) -> None:
        """Keep a scrubbed question for the campaign's gap list."""

    async def note_feedback(self, feedback: Feedback) -> None:
        """Keep a verdict; a later one of the same person on the same statements replaces it."""

    async def held(self, person: str) -> dict[str, int]:
        """Return how many records of each sort are held about a person, sorts with none included."""

    async def forget(self, person: str) -> None:
        """Delete everything held about a person."""

    async def expire(self, before: datetime) -> int:
        """Delete question texts older than `before`; return how many."""


Tell = Callable[[str, int, int], None]  # a step of an ingest, how much of it is done, how much there is (0: not known)


class Workshop(Protocol):
    """Makes releases and moves the live pointer, for those who ask from a chat."""

    async def prepare(self, tell: Tell, proposal: str | None = None) -> Outline:
        """Build and examine a candidate that waits, and return what there is to know about it.

        It is made of the folder as it would be with the proposal's files, which is over if no candidate comes of it.
        Raises AlreadyRunning beside another ingest, ProgramError with what is wrong.
        """

    async def standings(self) -> list[Standing]:
        """Return all releases, the newest first."""

    async def publish(self, release_id: str, author: Author, force: str | None = None) -> Move:
        """Publish the very candidate of this id. Raises ReleaseError if it can't be, FolderChanged as Proposals do."""

    def kept(self, release_id: str) -> Candidate | None:
        """Return what is known of a candidate, though it may be too old to be published; None if nothing is."""

    async def discard(self, release_id: str, author: Author) -> None:
        """Remove a candidate. Raises ReleaseError if none of this id waits."""

    async def roll_back(self, release_id: str, author: Author) -> Move:
        """Point every process to an earlier release. Raises ReleaseError if it isn't there or can't serve."""


class TeamRecords(Protocol):
    """Who belongs to the team and what is closed; each change goes into the audit log in the same transaction."""

    async def member(self, person: str) -> Member | None:
        """Return somebody's record, None if there is none."""

    async def members(self) -> list[Member]:
        """Return all records, the longest-serving first."""

    async def save(self, member: Member, action: Action) -> None:
        """Keep a member's record, in place of the one that there is."""

    async def dismiss(self, person: str, action: Action) -> bool:
        """End somebody's membership; return whether there was one."""

    async def invite(self, invitation: Invitation, action: Action) -> None:
        """Keep a new invitation."""

    async def invitation(self, digest: str, now: datetime) -> Invitation | None:
        """Return an invitation that can still be used, None otherwise."""

    async def join(self, digest: str, member: Member, action: Action) -> bool:
        """Use an invitation up by one and make somebody a member.

        Return False, and change nothing, if it can't be used (any more), if the same person (`action.who`) has used it
        before, or if they have a rank that covers what it gives.
        """

    async def revoke(self, digest: str, action: Action) -> bool:
        """Make an invitation unusable; return whether it could still be used."""

    async def closures(self) -> dict[Feature, Closure]:
        """Return what is closed for the moment."""

    async def close(self, closure: Closure, action: Action) -> None:
        """Close a feature in every process, or give it another reason."""

    async def reopen(self, feature: Feature, action: Action) -> bool:
        """Open a feature again in every process; return whether it was closed."""

    async def note(self, action: Action) -> None:
        """Keep an entry of the audit log by itself."""

    async def actions(self, count: int, skip: int = 0) -> list[Action]:
        """Return entries of the audit log, the newest first, after the `skip` newest."""
