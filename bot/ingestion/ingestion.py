"""Ingestion: the knowledge folder → a release that the bot serves. One method per thing an admin can do."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.domain.documents import Boundary, Manifest, Release, Role, boundary_examples
from bot.domain.errors import KnowledgeError, ReleaseError
from bot.domain.ports import IndexStore, VectorCache
from bot.ingestion import chunking
from bot.ingestion.embedding import PassageEmbedder, embed
from bot.ingestion.folder import Files
from bot.ingestion.knowledge import Knowledge, digest_of, read_knowledge
from bot.ingestion.plan import Plan, diff

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]  # step ("read", "load", "embed", "write"), done, total (0: not known)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run would do, or has done."""

    plan: Plan
    reasons: tuple[str, ...]  # why a new release is needed; none: the live one serves as it is
    warnings: tuple[KnowledgeError, ...]
    has_exam: bool
    release: str | None = None  # id of the release that was published


class LivePointer(Protocol):
    """Which release every process serves; part of the database."""

    async def live_release(self) -> str | None:
        """Return the id of the release to serve, None before the first ingest."""

    async def publish(self, release_id: str, at: datetime) -> None:
        """Point every process to this release, in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingestion:
    """Turns documents into releases, one run at a time."""

    files: Files
    general_boundaries: tuple[Boundary, ...]  # the program's own
    fingerprint: str  # of the vectors that the embedder makes
    load_embedder: Callable[[], PassageEmbedder]  # called only when a release is built: it takes seconds
    cache: VectorCache
    store: IndexStore
    database: LivePointer
    lock: Callable[[], AbstractContextManager[None]]  # raises AlreadyRunning if it is held
    clock: Callable[[], datetime]
    suffix: Callable[[], str]  # something new each time, so that no release's id comes twice
    keep: int = 5  # releases
    batch: int = 64  # texts embedded at a time

    async def plan(self) -> Report:
        """Return what `publish` would do. Raises KnowledgeErrors with every mistake in the folder."""
        report, _ = await self._survey()
        return report

    async def publish(self, progress: Progress) -> Report:
        """Build a release of what the folder holds now and point to it, unless the live one is just that.

        Raises AlreadyRunning if another run is under way, KnowledgeErrors if a file is broken: then nothing changes.
        """
        with self.lock():
            progress("read", 0, 0)
            report, knowledge = await self._survey()
            if not report.reasons:
                return report
            release = self._release(knowledge)
            await self._build(release, knowledge, progress)
            await self.database.publish(release.id, self.clock())
            self._prune(release.id)
            return replace(report, release=release.id)

    async def obstacle(self) -> str | None:
        """Return why the live release can't serve, None if it can."""
        _, obstacle = await self._live()
        return obstacle

    async def newer(self) -> bool:
        """Return whether the folder holds something else than the live release was made of."""
        release, _ = await self._live()
        try:
            now = await asyncio.to_thread(digest_of, self.files, self.general_boundaries)
        except KnowledgeError:
            return True
        return release is None or release.manifest.knowledge != now

    async def _survey(self) -> tuple[Report, Knowledge]:
        knowledge = await asyncio.to_thread(read_knowledge, self.files, self.general_boundaries)
        live, obstacle = await self._live()
        plan = diff(live, knowledge.documents)
        reasons = [obstacle] if obstacle else []
        if live and live.manifest.knowledge != knowledge.digest:
            reasons.append("the knowledge has changed")
        return Report(plan, tuple(reasons), knowledge.warnings, knowledge.has_exam), knowledge

    async def _live(self) -> tuple[Release | None, str | None]:
        """Return the live release, if it can be read, and why it can't serve, if it can't."""
        live = await self.database.live_release()
        if live is None:
            return None, "no documents have been ingested yet"
        try:
            index = await self.store.open(live)
        except ReleaseError as error:
            return None, str(error)
        index.close()
        manifest = index.release.manifest
        if manifest.fingerprint != self.fingerprint:
            return index.release, f"release {live} was made with another embedding model"
        if manifest.version != chunking.VERSION:
            return index.release, f"release {live} was made by another version of this program"
        return index.release, None

    def _release(self, knowledge: Knowledge) -> Release:
        created = self.clock()
        documents = knowledge.documents
        counts = {
            "documents": len(documents),
            "sections": sum(len(document.sections) for document in documents),
            "statements": sum(1 for document in documents for _ in document.statements),
            "aliases": sum(map(len, knowledge.embedded_aliases.values())),
        }
        manifest = Manifest(
            id=f"{created:%Y%m%d-%H%M%S}-{self.suffix()}",
            created=created,
            fingerprint=self.fingerprint,
            version=chunking.VERSION,
            knowledge=knowledge.digest,
            documents={document.path: document.digest for document in documents},
            counts=counts,
        )
        return Release(manifest, documents, knowledge.campaign.names, knowledge.campaign.boundaries)

    async def _build(self, release: Release, knowledge: Knowledge, progress: Progress) -> None:
        """Write the release and make sure that it can be opened."""
        progress("load", 0, 0)
        embedder = self.load_embedder()
        measure = chunking.Measure(embedder.tokens, embedder.most_tokens)
        passages = chunking.passages(release.documents, knowledge.embedded_aliases, measure)
        wanted = {
            Role.PASSAGE: [passage.text for passage in passages],
            Role.QUERY: [text for _, _, text in boundary_examples(release)],
        }
        vectors = await embed(
            wanted, embedder, self.cache, self.batch, lambda done, total: progress("embed", done, total)
        )
        progress("write", 0, 0)
        terms = chunking.terms(release.documents)
        await self.store.build(release, passages, vectors[Role.PASSAGE], vectors[Role.QUERY], terms)
        index = await self.store.open(release.id)
        index.close()

    def _prune(self, live: str) -> None:
        """Remove all but the newest releases, never the live one; what can't be removed now goes next time."""
        releases = [release for release in self.store.list() if release != live]
        for old in releases[: max(len(releases) + 1 - self.keep, 0)]:
            try:
                self.store.remove(old)
            except (ReleaseError, OSError) as error:
                log.warning("release %s can't be removed: %s", old, error)
