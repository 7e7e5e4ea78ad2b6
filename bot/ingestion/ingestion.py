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
from bot.domain.errors import KnowledgeError, KnowledgeErrors, ReleaseError
from bot.domain.ports import Action, IndexStore, VectorCache
from bot.ingestion import chunking
from bot.ingestion.calibration import fit
from bot.ingestion.embedding import PassageEmbedder, embed
from bot.ingestion.extract import Extractor, extract
from bot.ingestion.folder import EXAM, Files
from bot.ingestion.golden import Exam, Examination, examine
from bot.ingestion.knowledge import Knowledge, digest_of, read_knowledge
from bot.ingestion.plan import Plan, diff

log = logging.getLogger(__name__)

# step ("read", "load", "embed", "write", "exam", "compare"), done, total (0: not known)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run would do, or has done."""

    plan: Plan
    reasons: tuple[str, ...]  # why a new release is needed; none: the live one serves as it is
    warnings: tuple[KnowledgeError, ...]
    has_exam: bool
    candidate: str | None = None  # id of the release that was built for it; on disk until it is published or removed
    examination: Examination | None = None  # None: there is no candidate, or no exam
    release: str | None = None  # id of the release that was published

    @property
    def may_be_published(self) -> bool:
        """Whether nothing speaks against the candidate."""
        return self.examination is None or self.examination.is_passed


class Publications(Protocol):
    """Which releases are and were served; part of the database."""

    async def live_release(self) -> str | None:
        """Return the id of the release to serve, None before the first ingest."""

    async def published(self) -> frozenset[str]:
        """Return the ids of all releases that ever were live."""

    async def publish(self, release_id: str, at: datetime, action: Action) -> None:
        """Point every process to this release and note who did it, in one transaction."""


@dataclass(frozen=True, slots=True)
class _Survey:
    """What the folder holds, and what it is to be compared with."""

    report: Report
    knowledge: Knowledge
    serving: str | None  # id of the live release if it can serve
    exam: Exam | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingestion:
    """Turns documents into releases, one run at a time."""

    files: Files
    general_boundaries: tuple[Boundary, ...]  # the program's own
    fingerprint: str  # of the vectors that the embedder makes
    load_embedder: Callable[[], PassageEmbedder]  # called only when a release is built: it takes seconds
    cache: VectorCache
    store: IndexStore
    database: Publications
    set_exam: Callable[[str], Exam]  # from the text of golden.toml; raises KnowledgeErrors
    lock: Callable[[], AbstractContextManager[None]]  # raises AlreadyRunning if it is held
    clock: Callable[[], datetime]
    suffix: Callable[[], str]  # something new each time, so that no release's id comes twice
    extractor: Extractor = extract  # reads what is large or of a foreign format; without limits, unless given some
    keep: int = 5  # releases
    batch: int = 64  # texts embedded at a time

    async def rehearse(self, progress: Progress) -> Report:
        """Do all that `publish` does but the last step: nothing is published, and the candidate is removed.

        Raises what `publish` raises.
        """
        with self.lock():
            report = await self._prepare(progress)
            self._discard(report)
            return report

    async def publish(self, progress: Progress, force: str | None = None) -> Report:
        """Build a release of what the folder holds now and point to it, unless the live one is just that.

        A candidate that fails the exam is removed again, unless there is a reason to publish it nevertheless (`force`).
        Raises AlreadyRunning if another run is under way, KnowledgeErrors if a file is broken: then nothing changes.
        """
        with self.lock():
            report = await self._prepare(progress)
            if report.candidate and (report.may_be_published or force):
                return await self._publish(report, report.candidate, force)
            self._discard(report)
            return report

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

    async def _prepare(self, progress: Progress) -> Report:
        """Read the folder and, if a new release is needed, build a candidate and let it sit the exam."""
        progress("read", 0, 0)
        await self._sweep()
        survey = await self._survey()
        if not survey.report.reasons:
            return survey.report
        release = self._release(survey.knowledge)
        await self._build(release, survey.knowledge, progress)
        report = replace(survey.report, candidate=release.id)
        if survey.exam is None:
            return report
        try:
            await self._calibrate(release, survey.exam)
            return replace(report, examination=await examine(survey.exam, release.id, survey.serving, progress))
        except BaseException:
            self._discard(report)
            raise

    async def _publish(self, report: Report, candidate: str, force: str | None) -> Report:
        """Move the live pointer; what was forced is noted with the reason and what spoke against it."""
        failed = None if report.may_be_published else report.examination
        before, after = {"release": await self.database.live_release()}, {"release": candidate}
        speaks_against = failed.record() if failed else {}
        now = self.clock()
        action = Action("publish", now, reason=force if failed else None, before=before, after=after | speaks_against)
        await self.database.publish(candidate, now, action)
        self._prune(candidate)
        return replace(report, release=candidate)

    def _discard(self, report: Report) -> None:
        if report.candidate:
            self._remove(report.candidate)

    async def _sweep(self) -> None:
        """Remove the candidates that a killed run has left behind: releases that were never published."""
        published = await self.database.published()
        for leftover in self.store.list():
            if leftover not in published:
                self._remove(leftover)

    async def _survey(self) -> _Survey:
        knowledge = await asyncio.to_thread(read_knowledge, self.files, self.general_boundaries, self.extractor)
        exam = self.set_exam(self._golden()) if knowledge.has_exam else None
        live, obstacle = await self._live()
        plan = diff(live, knowledge.documents)
        reasons = [obstacle] if obstacle else []
        if live and live.manifest.knowledge != knowledge.digest:
            reasons.append("the knowledge has changed")
        report = Report(plan, tuple(reasons), knowledge.warnings, knowledge.has_exam)
        return _Survey(report, knowledge, live.id if live and not obstacle else None, exam)

    def _golden(self) -> str:
        try:
            return self.files.read(EXAM).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise KnowledgeErrors([KnowledgeError(f"is not UTF-8 text: {error}", file=EXAM)]) from error

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
        campaign = knowledge.campaign
        return Release(manifest, documents, campaign.names, campaign.boundaries, campaign.ambiguous)

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

    async def _calibrate(self, release: Release, exam: Exam) -> None:
        """Fit the refusal rule to what a release finds for the exam's tune half, and keep it in the manifest."""
        if rule := fit(await exam.gauge(release.id)):
            await self.store.amend(replace(release, manifest=replace(release.manifest, calibration=rule)))

    def _prune(self, live: str) -> None:
        """Remove all but the newest releases, never the live one; what can't be removed now goes next time."""
        releases = [release for release in self.store.list() if release != live]
        for old in releases[: max(len(releases) + 1 - self.keep, 0)]:
            self._remove(old)

    def _remove(self, release: str) -> None:
        try:
            self.store.remove(release)
        except (ReleaseError, OSError) as error:
            log.warning("release %s can't be removed: %s", release, error)
