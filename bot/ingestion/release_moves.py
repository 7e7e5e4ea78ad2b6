"""Releases: which there are, which one serves, and every move of the live pointer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.documents import Manifest, Release
from bot.domain.errors import ReleaseError
from bot.domain.ports import Action, IndexStore
from bot.domain.proposals import Proposal, Proposals
from bot.domain.releases import SHELL, WAITS, Author, Candidate, Move, Place, Standing
from bot.ingestion import chunking

log = logging.getLogger(__name__)


class Publications(Protocol):
    """Which releases are and were served; part of the database."""

    async def live_release(self) -> str | None:
        """Return the id of the release to serve, None before the first ingest."""

    async def published(self) -> frozenset[str]:
        """Return the ids of all releases that ever were live."""

    async def publish(self, release_id: str, at: datetime, action: Action) -> None:
        """Point every process to this release and note who did it, in one transaction."""

    async def note(self, action: Action) -> None:
        """Keep an entry of the audit log by itself."""


class Candidates(Protocol):
    """What is known of releases that wait to be published."""

    def keep(self, candidate: Candidate) -> None:
        """Let a candidate wait."""

    def find(self, release_id: str) -> Candidate | None:
        """Return a candidate that was kept, None if there is none under this id."""

    def drop(self, release_id: str) -> None:
        """Forget a candidate, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Releases:
    """The releases of a campaign. Whatever moves the pointer or removes a release does so alone, and in a moment."""

    store: IndexStore
    database: Publications
    candidates: Candidates
    proposals: Proposals
    scores: Callable[[str], tuple[int, int] | None]  # release → questions right, of how many, if it sat the exam
    fingerprint: str  # of the vectors that questions are compared with
    alone: Callable[[], AbstractAsyncContextManager[None]]  # raises AlreadyRunning if the others don't end
    clock: Callable[[], datetime]
    keep: int = 5

    async def live(self) -> tuple[Release | None, str | None]:
        """Return the live release, if it can be read, and why it can't serve, if it can't."""
        live = await self.database.live_release()
        if live is None:
            return None, "no documents have been ingested yet"
        try:
            release = await self.store.read(live)
        except ReleaseError as error:
            return None, str(error)
        return release, self._foreign(release.manifest)

    async def list(self) -> list[Standing]:
        """Return all releases that are there, the newest first."""
        live, published = await self.database.live_release(), await self.database.published()
        found = []
        for manifest in reversed(self.store.manifests()):
            place = self._place(manifest.id, live, published)
            if place:
                found.append(self._standing(manifest, place))
        return found

    async def roll_back(self, release_id: str | None = None, author: Author = SHELL) -> Move:
        """Point every process to an earlier release: the one published before the live one, unless it is named.

        It may be a later one too, after a roll back. Raises ReleaseError if there is none or it can't serve: then
        nothing changes.
        """
        async with self.alone():
            live = await self.database.live_release()
            chosen = await self._earlier(release_id, live)
            action = self._action("rollback", author, live, chosen)
            await self.database.publish(chosen, action.at, action)
            return Move(live, chosen)

    async def publish(self, candidate: Candidate, author: Author = SHELL, force: str | None = None) -> Move:
        """Point every process to a candidate; what was forced is noted with the reason and what spoke against it.

        A proposal's files come into the knowledge folder with it. Raises ReleaseError if it can't be published any
        more, or does not pass the exam and nobody says why to publish it nevertheless (`force`); FolderChanged if
        somebody has changed a file of the proposal meanwhile.
        """
        async with self.alone():
            live, now = await self.database.live_release(), self.clock()
            if not candidate.is_open(live, now):
                raise ReleaseError(f"candidate {candidate.id} is of another day or another live release: ingest again")
            if candidate.failed and not force:
                raise ReleaseError(f"candidate {candidate.id} does not pass the exam: it takes a reason to publish it")
            await self._opened(candidate.id)
            reason = force if candidate.failed else None
            async with self.proposals.placed(candidate.over) as change:
                action = self._action("publish", author, live, candidate.id, reason, change, **candidate.failed or {})
                await self.database.publish(candidate.id, action.at, action)
            self.candidates.drop(candidate.id)
            await self._prune(self.keep)
            return Move(live, candidate.id)

    def wait(self, candidate: Candidate) -> None:
        """Keep a candidate until it is published or discarded, or its time is over."""
        self.candidates.keep(candidate)

    def waiting(self, release_id: str) -> Candidate:
        """Return a candidate by its id. Raises ReleaseError if there is none."""
        if found := self.candidates.find(release_id):
            return found
        raise ReleaseError(f"no candidate {release_id} waits: it was published, discarded, or never built")

    async def discard(self, release_id: str, author: Author = SHELL) -> None:
        """Remove a candidate and its proposal. Raises ReleaseError if none of this id waits."""
        async with self.alone():
            candidate = self.waiting(release_id)
            if release_id in await self.database.published():
                raise ReleaseError(f"release {release_id} has been published: it is no candidate any more")
            self.remove(release_id)
            self.proposals.drop(candidate.over)
            gone = {"release": release_id}
            await self.database.note(Action("discard", self.clock(), author.who, author.label, before=gone))

    async def prune(self, keep: int) -> tuple[str, ...]:
        """Remove all but the newest releases, never the live one nor a candidate; return what was removed."""
        async with self.alone():
            return await self._prune(keep)

    async def sweep(self) -> None:
        """Finish or remove what killed runs have left behind; remove candidates and proposals whose time is over."""
        await self.proposals.tidy(self.clock() - WAITS)
        async with self.alone():
            live, published, now = await self.database.live_release(), await self.database.published(), self.clock()
            for leftover in self.store.list():
                if leftover in published:
                    continue
                candidate = self.candidates.find(leftover)
                if candidate is None or not candidate.is_open(live, now):
                    self.remove(leftover)

    def remove(self, release_id: str) -> bool:
        """Delete a release that nothing points at; return whether it is gone. What can't be removed goes next time."""
        self.candidates.drop(release_id)
        try:
            self.store.remove(release_id)
        except (ReleaseError, OSError) as error:
            log.warning("release %s can't be removed: %s", release_id, error)
            return False
        return True

    async def _earlier(self, release_id: str | None, live: str | None) -> str:
        """Return what to go back to. Raises ReleaseError if it isn't there or can't serve."""
        published = await self.database.published()
        there = [one for one in self.store.manifests() if one.id in published]
        if release_id is None:
            ids = [one.id for one in there]
            older = there[: ids.index(live)] if live in ids else [one for one in there if one.id != live]
            usable = [one.id for one in older if self._obstacle(one) is None]
            if not usable:
                raise ReleaseError("there is no earlier release that can serve")
            release_id = usable[-1]
        if release_id == live:
            raise ReleaseError(f"release {release_id} is live already")
        manifest = next((one for one in there if one.id == release_id), None)
        if manifest is None:
            raise ReleaseError(f"there is no earlier release {release_id}: --list shows those that there are")
        if foreign := self._foreign(manifest):
            raise ReleaseError(foreign)
        await self._opened(release_id)
        return release_id

    async def _opened(self, release_id: str) -> Release:
        """Return a release that was opened once, and so is whole. Raises ReleaseError if it isn't."""
        index = await self.store.open(release_id)
        index.close()
        return index.release

    async def _prune(self, keep: int) -> tuple[str, ...]:
        live, published = await self.database.live_release(), await self.database.published()
        others = [one for one in self.store.list() if one != live and one in published]
        return tuple(old for old in others[: max(len(others) + 1 - keep, 0)] if self.remove(old))

    def _standing(self, manifest: Manifest, place: Place) -> Standing:
        candidate = self.candidates.find(manifest.id) if place is Place.WAITING else None
        is_passed = candidate is None or not candidate.failed
        return Standing(manifest, place, self._obstacle(manifest), self.scores(manifest.id), is_passed)

    def _place(self, release_id: str, live: str | None, published: frozenset[str]) -> Place | None:
        if release_id == live:
            return Place.LIVE
        if release_id in published:
            return Place.EARLIER
        candidate = self.candidates.find(release_id)
        return Place.WAITING if candidate and candidate.is_open(live, self.clock()) else None

    def _obstacle(self, manifest: Manifest) -> str | None:
        """Return why a release can't serve, as far as that shows without opening it."""
        try:
            self.store.check(manifest.id)
        except ReleaseError as error:
            return str(error)
        return self._foreign(manifest)

    def _foreign(self, manifest: Manifest) -> str | None:
        if manifest.fingerprint != self.fingerprint:
            return f"release {manifest.id} was made with another embedding model"
        if manifest.version != chunking.VERSION:
            return f"release {manifest.id} was made by another version of this program"
        return None

    def _action(
        self,
        what: str,
        author: Author,
        before: str | None,
        after: str,
        reason: str | None = None,
        change: Proposal | None = None,
        **against: Any,
    ) -> Action:
        old, new = (change.before, change.after) if change else ({}, {})
        sides = {"release": before, **old}, {"release": after, **new, **against}
        return Action(what, self.clock(), author.who, author.label, reason, *sides)
