"""The live release: followed, opened beside the old one, lent without what is withdrawn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from bot.answering.retrieval.curtailed import curtailed
from bot.domain.documents import Release
from bot.domain.errors import ReleaseError
from bot.domain.ports import Index, LivePointer, Releases
from bot.domain.withdrawals import Withdrawals

log = logging.getLogger(__name__)

_NOTHING: Withdrawals = {}
FOLLOWED = 0.5  # seconds between two looks at the pointer by a process that is asked nothing


def _work_out(release: Release) -> None:
    """Let a release know what the first question would have to wait for."""
    _ = release.places, release.layout, release.vocabulary, release.common_terms, release.lexicons, release.by_label


@dataclass(slots=True)
class _Lease:
    """An open release and how many questions read it at this moment."""

    index: Index
    readers: int = 0
    retired: bool = False
    _lent: tuple[Withdrawals, Index] | None = None

    def without(self, withdrawals: Withdrawals) -> Index:
        """Return the index without what is withdrawn, made anew only when that has changed."""
        if self._lent is None or self._lent[0] is not withdrawals:
            self._lent = withdrawals, curtailed(self.index, withdrawals)
        return self._lent[1]

    def close_if_unused(self) -> None:
        if self.retired and not self.readers:
            self.index.close()


class LiveIndex:
    """Follows the live pointer: opens a new release beside the old one, and closes the old after its last reader."""

    def __init__(
        self,
        store: Releases,
        pointer: LivePointer,
        fingerprint: str,
        version: int,
        withdrawals: Callable[[], Awaitable[Withdrawals]] | None = None,
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        """Follow a pointer; without `withdrawals`, releases are lent as they were made.

        `opened` is called whenever another release has taken the place of the one before.
        """
        self._store, self._pointer, self._withdrawals, self._opened = store, pointer, withdrawals, opened
        self._fingerprint, self._version = fingerprint, version
        self._lease: _Lease | None = None
        self._unusable: str | None = None
        self._opening = asyncio.Lock()

    @property
    def release_id(self) -> str:
        """The id of the release that is open, "" before the first one is."""
        return self._lease.index.release.id if self._lease else ""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Index]:
        """Lend the live release's index, without what is withdrawn from it, for one piece of work.

        Raises ReleaseError if there is no usable release.
        """
        withdrawals = await self._withdrawals() if self._withdrawals else _NOTHING
        lease = await self._current()
        lease.readers += 1
        try:
            yield lease.without(withdrawals)
        finally:
            lease.readers -= 1
            lease.close_if_unused()

    async def follow(self, pause: float = FOLLOWED) -> None:
        """Open each new release as soon as it is pointed at, so that nobody's question waits for it; never ends."""
        while True:
            await asyncio.sleep(pause)
            with suppress(Exception):  # the next question meets the same, and tells it
                await self._current()

    async def close(self) -> None:
        """Close the open release."""
        if self._lease:
            self._lease.retired = True
            self._lease.close_if_unused()
            self._lease = None

    async def _current(self) -> _Lease:
        live = await self._pointer.live_release()
        if live is None:
            raise ReleaseError("There is no release yet. Run `python ingest.py` (or `make ingest`) first.")
        if self._lease and live in (self._lease.index.release.id, self._unusable):
            return self._lease
        async with self._opening:
            if not self._lease or live not in (self._lease.index.release.id, self._unusable):
                await self._swap(live)
        assert self._lease
        return self._lease

    async def _swap(self, live: str) -> None:
        """Put a new release in place of the old one; if it can't be used, go on with the old one and say so once."""
        try:
            index = await self._store.open(live)
            self._check(index)
            await asyncio.to_thread(_work_out, index.release)
        except ReleaseError:
            if not self._lease:
                raise
            self._unusable = live
            log.exception("release unusable, the old one goes on", extra={"release": live})
            return
        old, self._lease, self._unusable = self._lease, _Lease(index), None
        log.info("release opened", extra={"release": live})
        if old:
            old.retired = True
            old.close_if_unused()
            del old  # before what is left of it is looked for
        self._opened()

    def _check(self, index: Index) -> None:
        manifest = index.release.manifest
        if (manifest.fingerprint, manifest.version) != (self._fingerprint, self._version):
            index.close()
            raise ReleaseError(
                f"Release {manifest.id} was made with another embedding model or another version of this program. "
                "Run `python ingest.py` (or `make ingest`) to make a new one."
            )
