"""Ingestion: the knowledge folder → a release that the bot serves. One method per thing an admin can do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import numpy as np

from bot.domain.documents import Boundary, Manifest, Release, Role
from bot.domain.errors import KnowledgeError
from bot.domain.findings import Finding
from bot.domain.judging import Judge
from bot.domain.ports import VectorCache
from bot.domain.releases import Candidate, Overtaken
from bot.ingestion import chunking, facet_fitting, judge_fitting, ranker_fitting
from bot.ingestion.calibration import Fitted, fit, taken_over, taught_by
from bot.ingestion.embedding import PassageEmbedder, embed
from bot.ingestion.extract import Extractor, extract
from bot.ingestion.folder import Files
from bot.ingestion.golden import Exam, Examination, examine
from bot.ingestion.knowledge import Knowledge, digest_of, read_knowledge
from bot.ingestion.lint import lint
from bot.ingestion.plan import Plan, diff
from bot.ingestion.release_moves import Releases
from bot.language.facets import Facet
from bot.language.registry import CODES

# step ("read", "load", "embed", "write", "gauge", "exam", "compare"), done, total (0: not known)
Progress = Callable[[str, int, int], None]
Overtakes = Callable[[Release, Release], Awaitable[tuple[Overtaken, ...]]]  # of the live release, by the other


@dataclass(frozen=True, slots=True)
class Report:
    """What a run would do, or has done."""

    plan: Plan
    reasons: tuple[str, ...]  # why a new release is needed; none: the live one serves as it is
    warnings: tuple[Finding, ...]
    has_exam: bool
    candidate: Candidate | None = None  # the release that was built for it; on disk until it is published or removed
    examination: Examination | None = None  # None: there is no candidate, or no exam
    refusal: Fitted | None = None  # what the candidate's refusal rule rests on; None as above, or if it is
    is_rule_kept: bool = False  # that of the live release
    overtaken: tuple[Overtaken, ...] = ()  # shared answers that the candidate changes, the most opened first
    release: str | None = None  # id of the release that was published

    @property
    def may_be_published(self) -> bool:
        """Whether nothing speaks against the candidate."""
        return self.examination is None or self.examination.is_passed


@dataclass(frozen=True, slots=True)
class _Survey:
    """What the folder holds, and what it is to be compared with."""

    report: Report
    knowledge: Knowledge
    at: datetime  # when it was read
    live: str | None  # id of the live release
    released: Release | None  # itself, if it can be read
    can_serve: bool  # whether that one can
    exam: Exam | None


def _ruled(release: Release, survey: _Survey) -> Release:
    """Return a release with the live one's refusal rule if that still fits, else with what its own is to be taught by.

    Its rule depends a little on that before it, never on more than a small share of changed statements.
    """
    if survey.exam is None:
        return release
    plan, live = survey.report.plan, survey.released.manifest if survey.released else None
    moved = len(plan.added) + len(plan.changed) + len(plan.removed)
    manifest = replace(release.manifest, taught_by=taught_by(release, survey.exam.teaching()))
    return replace(release, manifest=taken_over(manifest, live, moved, plan.statements))


async def none_shared(live: Release, candidate: Release) -> tuple[Overtaken, ...]:
    """Return no shared answers."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingestion:
    """Turns documents into releases, one run at a time."""

    files: Files
    general_boundaries: tuple[Boundary, ...]  # the program's own
    facets: tuple[Facet, ...]  # the program's own: what can be asked of a topic
    general_rule: Callable[[Manifest], tuple[float, float]]  # the program's own refusal rule for a release
    load_embedder: Callable[[], PassageEmbedder]  # called only when a release is built: it takes seconds
    cache: VectorCache
    releases: Releases
    open_exam: Callable[[], Exam | None]  # None: there are no questions; raises KnowledgeErrors
    lock: Callable[[], AbstractContextManager[None]]  # raises AlreadyRunning if it is held
    clock: Callable[[], datetime]
    suffix: Callable[[], str]  # something new each time, so that no release's id comes twice
    extractor: Extractor = extract  # reads what is large or of a foreign format; without limits, unless given some
    batch: int = 64  # texts embedded at a time
    still: Callable[[], AbstractAsyncContextManager[None]] = nullcontext  # held while files are read: nobody places any
    overtakes: Overtakes = none_shared
    languages: tuple[str, ...] = CODES  # that the bot speaks, that of documents that don't tell theirs first
    regional: tuple[str, ...] = ()  # languages that questions are folded from
    over: str | None = None  # proposal whose files `files` shows over the folder's own
    scratch: judge_fitting.Scratches = judge_fitting.in_memory  # where a judge's kernel lies while it is fitted

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
            if report.candidate is None or not (report.may_be_published or force):
                self._discard(report)
                return report
            try:
                moved = await self.releases.publish(report.candidate, force=force)
            except BaseException:
                self._discard(report)
                raise
            return replace(report, release=moved.after)

    async def prepare(self, progress: Progress) -> Report:
        """Do all that `publish` does but the last step, and let the candidate wait: `releases` can publish it later.

        Raises what `publish` raises.
        """
        with self.lock():
            report = await self._prepare(progress)
            if report.candidate:
                self.releases.wait(report.candidate)
            return report

    async def obstacle(self) -> str | None:
        """Return why the live release can't serve, None if it can."""
        _, obstacle = await self.releases.live()
        return obstacle

    async def newer(self) -> bool:
        """Return whether the folder holds something else than the live release was made of."""
        live = await self.releases.database.live_release()
        made_of = next((one.knowledge for one in self.releases.store.manifests() if one.id == live), None)
        try:
            async with self.still():
                now = await asyncio.to_thread(digest_of, self.files, self.general_boundaries)
        except KnowledgeError:
            return True
        return made_of != now

    async def _prepare(self, progress: Progress) -> Report:
        """Read the folder and, if a new release is needed, build a candidate and let it sit the exam."""
        progress("read", 0, 0)
        await self.releases.sweep()
        survey = await self._survey()
        if not survey.report.reasons:
            return survey.report
        release = _ruled(self._release(survey.knowledge, survey.at), survey)
        candidate = Candidate(release.id, release.manifest.created, survey.live, over=self.over)
        report = replace(survey.report, candidate=candidate)
        await self._build(release, survey.knowledge, survey.exam, progress)
        try:
            if survey.released:
                report = replace(report, overtaken=await self.overtakes(survey.released, release))
            if survey.exam is None:
                return report
            if release.manifest.calibration:
                report = replace(report, is_rule_kept=True)
            else:
                report = replace(report, refusal=await self._calibrate(release, survey.exam, progress))
            serving = survey.live if survey.can_serve else None
            examination = await examine(survey.exam, release.id, serving, progress)
        except BaseException:
            self._discard(report)
            raise
        failed = None if examination.is_passed else examination.record()
        return replace(report, examination=examination, candidate=replace(candidate, failed=failed))

    def _discard(self, report: Report) -> None:
        if report.candidate:
            self.releases.remove(report.candidate.id)

    async def _survey(self) -> _Survey:
        async with self.still():
            knowledge = await asyncio.to_thread(
                read_knowledge, self.files, self.general_boundaries, self.extractor, self.languages[0]
            )
        exam = await asyncio.to_thread(self.open_exam)
        pointed = await self.releases.database.live_release()
        live, obstacle = await self.releases.live()
        plan, now = diff(live, knowledge.documents), self.clock()
        findings = await asyncio.to_thread(lint, knowledge.documents, plan, now.date())
        reasons = [obstacle] if obstacle else []
        if live and live.manifest.knowledge != knowledge.digest:
            reasons.append("the knowledge has changed")
        if live and (live.manifest.languages, live.manifest.regional) != (self.languages, self.regional):
            reasons.append("the campaign's languages have changed")
        report = Report(plan, tuple(reasons), (*findings, *knowledge.warnings), exam is not None)
        return _Survey(report, knowledge, now, pointed, live, live is not None and obstacle is None, exam)

    def _release(self, knowledge: Knowledge, created: datetime) -> Release:
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
            fingerprint=self.releases.fingerprint,
            version=chunking.VERSION,
            knowledge=knowledge.digest,
            documents={document.path: document.digest for document in documents},
            counts=counts,
            languages=self.languages,
            regional=self.regional,
        )
        campaign = knowledge.campaign
        return Release(manifest, documents, campaign.names, campaign.boundaries, campaign.ambiguous)

    async def _build(self, release: Release, knowledge: Knowledge, exam: Exam | None, progress: Progress) -> None:
        """Write the release and make sure that it can be opened. The exam teaches its judge and its ranker."""
        progress("load", 0, 0)
        embedder = self.load_embedder()
        measure = chunking.Measure(embedder.tokens, embedder.most_tokens)
        passages = chunking.passages(release.documents, knowledge.asked, measure, self.languages)
        known = judge_fitting.lessons(release, exam.lessons() if exam else ())
        asked = exam.examples(release) if exam else ()
        made_of = judge_fitting.digest(known, embedder.fingerprint, self.regional)
        judge = await self._judge(made_of)
        faceted = facet_fitting.Texts(self.facets, release)
        own = {
            Role.PASSAGE: [passage.text for passage in passages],
            Role.QUERY: [one.text for one in (*asked, *(() if judge else known))],
        }
        wanted = {role: [*texts, *faceted.wanted.get(role, ())] for role, texts in own.items()}
        vectors = await embed(
            wanted, embedder, self.cache, self.batch, lambda done, total: progress("embed", done, total)
        )
        progress("write", 0, 0)
        questions, lessons, of_questions = np.split(vectors[Role.QUERY], [len(asked), len(own[Role.QUERY])])
        of_passages, of_statements = np.split(vectors[Role.PASSAGE], [len(passages)])
        if judge is None:
            fitted = partial(judge_fitting.fit, known, lessons, made_of, release.glossaries, self.scratch)
            judge = await asyncio.to_thread(fitted)
        ranker = await asyncio.to_thread(ranker_fitting.fit, release, passages, of_passages, asked, questions)
        facets = await asyncio.to_thread(faceted.fit, {Role.QUERY: of_questions, Role.PASSAGE: of_statements})
        terms = chunking.terms(release.documents, self.languages)
        await self.releases.store.build(release, passages, of_passages, judge, ranker, facets, terms)
        index = await self.releases.store.open(release.id)
        index.close()

    async def _judge(self, made_of: str) -> Judge | None:
        """Return the live release's judge if it is made of the same: to fit another one takes seconds."""
        live = await self.releases.database.live_release()
        judge = await self.releases.store.judge(live) if live else None
        return judge if judge and judge.made_of == made_of else None

    async def _calibrate(self, release: Release, exam: Exam, progress: Progress) -> Fitted:
        """Fit the refusal rule to what a release finds for the exam's tune half, and keep it in the manifest."""
        samples = await exam.gauge(release.id, lambda done, total: progress("gauge", done, total))
        fitted = fit(samples, self.general_rule(release.manifest))
        if rule := fitted.rule:
            await self.releases.store.amend(replace(release, manifest=replace(release.manifest, calibration=rule)))
        return fitted
