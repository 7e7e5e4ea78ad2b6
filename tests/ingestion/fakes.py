"""The world of an Ingestion in memory: a knowledge folder, an embedder, a cache, a store, the live pointer."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext

import numpy as np

from bot.domain.documents import Boundary, Document, Manifest, Passage, Release, Role, Statement
from bot.domain.errors import AlreadyRunning, KnowledgeError, ReleaseError
from bot.domain.facets import Facets
from bot.domain.findings import Finding
from bot.domain.judging import Judge
from bot.domain.ports import Action, Hit, Matrix, Near, Vector
from bot.domain.proposals import Change, Proposal
from bot.domain.ranking import Ranker
from bot.domain.releases import Candidate, Overtaken
from bot.ingestion.calibration import Sample
from bot.ingestion.folder import Snapshot
from bot.ingestion.golden import Graded, Sitting, Tell
from bot.ingestion.ingestion import Ingestion, Report
from bot.ingestion.judge_fitting import Lesson
from bot.ingestion.ranker_fitting import Example
from bot.ingestion.reading import Reading, read
from bot.ingestion.release_moves import Releases
from bot.locales import say_finding


class Folder:
    """Files in a dict; it can be changed between two runs."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = dict(files)

    def list(self) -> list[str]:
        return sorted(self.files)

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise KnowledgeError("can't be read: it is gone", file=path)
        content = self.files[path]
        return content.encode() if isinstance(content, str) else content


def markdown(body: str, title: str = "Kuliah gratis", extra: str = "") -> str:
    return f"---\ntitle: {title}\n{extra}---\n{body}\n"


def reading(files: Mapping[str, str | bytes]) -> Reading:
    return read(Snapshot(Folder(files)))


def document(body: str, title: str = "Kuliah gratis", extra: str = "") -> Document:
    """The one document that a body makes; it must be without errors."""
    found = reading({"a.md": markdown(body, title, extra)})
    assert found.errors == ()
    return found.documents[0]


def statements(body: str) -> list[Statement]:
    return list(document(body).statements)


def texts(body: str) -> list[str]:
    return [statement.text for statement in statements(body)]


def complaints(files: Mapping[str, str | bytes]) -> list[str]:
    """The errors that one reading finds, as people see them."""
    return [str(error) for error in reading(files).errors]


def warnings(files: Mapping[str, str | bytes]) -> list[str]:
    return told(reading(files).warnings)


def told(findings: Iterable[Finding]) -> list[str]:
    """Findings as a terminal shows them."""
    return [say_finding("en", one) for one in findings]


GENERAL = 0.06, 0.9  # a refusal rule as the program brings one


class WordEmbedder:
    """Makes a unit vector of a text's length and notes every call; may die after some calls, like a killed process."""

    fingerprint = "words"
    most_tokens = 40

    def __init__(self, dies_after: int | None = None) -> None:
        self.calls: list[tuple[Role, list[str]]] = []
        self._dies_after = dies_after

    @property
    def texts(self) -> list[str]:
        return [text for _, texts in self.calls for text in texts]

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        if len(self.calls) == self._dies_after:
            raise RuntimeError("killed")
        self.calls.append((role, list(texts)))
        return np.asarray([self.vector(text) for text in texts], dtype=np.float32)

    def tokens(self, text: str) -> int:
        """Words, and two for the marks around them."""
        return len(text.split()) + 2

    @staticmethod
    def vector(text: str) -> tuple[float, float]:
        return math.sin(len(text)), math.cos(len(text))


class DictCache:
    """Vectors in a dict."""

    def __init__(self) -> None:
        self.vectors: dict[tuple[str, Role, str], Vector] = {}

    def get(self, fingerprint: str, role: Role, texts: Sequence[str]) -> list[Vector | None]:
        return [self.vectors.get((fingerprint, role, text)) for text in texts]

    def put(self, fingerprint: str, role: Role, texts: Sequence[str], vectors: Matrix) -> None:
        self.vectors |= {(fingerprint, role, text): vector for text, vector in zip(texts, vectors, strict=True)}


class Built:
    """A release in memory, and what it was built from."""

    def __init__(
        self,
        release: Release,
        passages: Sequence[Passage],
        vectors: Matrix,
        judge: Judge,
        ranker: Ranker,
        facets: Facets,
        terms: Mapping[str, Sequence[str]],
    ) -> None:
        self.release = release
        self.passages = passages
        self.passage_ids = [one.id for one in passages]
        self.vectors = vectors
        self.judge, self.ranker, self.facets = judge, ranker, facets
        self.terms = terms
        self.readers = 0

    async def nearest(self, vector: Vector, count: int) -> Near:
        raise NotImplementedError

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        raise NotImplementedError

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        raise NotImplementedError

    def close(self) -> None:
        self.readers -= 1


class DictStore:
    """Releases in a dict, oldest first."""

    def __init__(self) -> None:
        self.built: dict[str, Built] = {}
        self.builds = 0  # ever
        self.spoils_what_it_builds = False
        self.damaged: set[str] = set()

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
        if release.id in self.built:
            raise ReleaseError(f"release {release.id} is there already")
        self.builds += 1
        self.built[release.id] = Built(release, passages, vectors, judge, ranker, facets, terms)
        self.damaged |= {release.id} if self.spoils_what_it_builds else set()

    async def read(self, release_id: str) -> Release:
        if release_id not in self.built:
            raise ReleaseError(f"release {release_id} is not there")
        self.check(release_id)
        return self.built[release_id].release

    async def judge(self, release_id: str) -> Judge | None:
        return self.built[release_id].judge if release_id in self.built else None

    async def amend(self, release: Release) -> None:
        self.built[release.id].release = release

    async def open(self, release_id: str) -> Built:
        if release_id not in self.built:
            raise ReleaseError(f"release {release_id} is not there")
        if release_id in self.damaged:
            raise ReleaseError(f"release {release_id} is damaged")
        self.built[release_id].readers += 1
        return self.built[release_id]

    def list(self) -> list[str]:
        return list(self.built)

    def manifests(self) -> Sequence[Manifest]:
        return [built.release.manifest for built in self.built.values()]

    def check(self, release_id: str) -> None:
        if release_id in self.damaged:
            raise ReleaseError(f"release {release_id} is damaged")

    def remove(self, release_id: str) -> None:
        del self.built[release_id]


class Pointer:
    """Which release is live, and what was done to it."""

    def __init__(self) -> None:
        self.live: str | None = None
        self.history: list[str] = []
        self.actions: list[Action] = []

    async def live_release(self) -> str | None:
        return self.live

    async def published(self) -> frozenset[str]:
        return frozenset(self.history)

    async def publish(self, release_id: str, at: dt.datetime, action: Action) -> None:
        self.live = release_id
        self.history.append(release_id)
        self.actions.append(action)

    async def note(self, action: Action) -> None:
        self.actions.append(action)


class DictCandidates:
    """Candidates in a dict."""

    def __init__(self) -> None:
        self.kept: dict[str, Candidate] = {}

    def keep(self, candidate: Candidate) -> None:
        self.kept[candidate.id] = candidate

    def find(self, release_id: str) -> Candidate | None:
        return self.kept.get(release_id)

    def drop(self, release_id: str) -> None:
        self.kept.pop(release_id, None)


class DictProposals:
    """Proposals in a dict; what is placed stands in the folder."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.waiting: dict[str, Proposal] = {}
        self.files: dict[str, dict[str, bytes]] = {}

    def keep(self, change: Change) -> str:
        proposal_id = f"p{len(self.waiting)}"
        self.waiting[proposal_id] = Proposal(proposal_id, {}, change.before, change.after)
        self.files[proposal_id] = {path: content for path, content in change.files.items() if content is not None}
        return proposal_id

    def check(self, proposal_id: str) -> None: ...

    @asynccontextmanager
    async def placed(self, proposal_id: str | None) -> AsyncIterator[Proposal | None]:
        before = dict(self.folder.files)
        if proposal_id is None:
            yield None
            return
        self.folder.files |= self.files[proposal_id]
        try:
            yield self.waiting[proposal_id]
        except BaseException:
            self.folder.files = before
            raise
        self.drop(proposal_id)

    def drop(self, proposal_id: str | None) -> None:
        self.waiting.pop(proposal_id or "", None)

    async def tidy(self, before: dt.datetime) -> None: ...


class WordExam:
    """An exam of lines "question = words": a release answers with all that it holds, right if the words are in it."""

    def __init__(self, text: str, store: DictStore, mark: int, dies: bool, samples: Sequence[Sample]) -> None:
        self._questions = [line.split(" = ") for line in text.splitlines()]
        self._store, self._mark, self._dies, self._samples = store, mark, dies, tuple(samples)

    async def gauge(self, release: str, tell: Tell) -> tuple[Sample, ...]:
        assert release in self._store.built
        return self._samples

    def teaching(self) -> str:
        return repr(self._questions)

    def lessons(self) -> tuple[Lesson, ...]:
        return tuple(Lesson(question, "", fair=True, sort=None) for question, _ in self._questions)

    def examples(self, release: Release) -> tuple[Example, ...]:
        return ()

    async def sit(self, release: str, tell: Tell, *, as_read: bool = True) -> Sitting:
        if self._dies:
            raise RuntimeError("killed")
        held = self._store.built[release].release
        answer = " ".join(one.text for one in held.statements.values())
        graded = tuple(Graded(question, words, answer, words in answer) for question, words in self._questions)
        tell(0, len(graded))
        tell(len(graded), len(graded))
        right = sum(one.is_right for one in graded)
        return Sitting(release, graded, (f"right is {right}, wanted ≥ {self._mark}",) if right < self._mark else ())


class Bench:
    """An Ingestion and everything around it, in memory; each build is a minute later than the one before."""

    def __init__(
        self,
        files: Mapping[str, str | bytes],
        general: Sequence[Boundary] = (),
        keep: int = 5,
        exam: str | None = None,
    ) -> None:
        self.folder = Folder(files)
        self.embedder = WordEmbedder()
        self.cache = DictCache()
        self.store = DictStore()
        self.database = Pointer()
        self.candidates = DictCandidates()
        self.proposals = DictProposals(self.folder)
        self.days = 0  # that have passed
        self.steps: list[tuple[str, int, int]] = []
        self.general = tuple(general)
        self.keep = keep
        self.exam = exam  # lines "question = words"
        self.mark = 0  # questions of the exam that must be right
        self.dies_in_the_exam = False
        self.samples: tuple[Sample, ...] = ()  # what the exam tells about the refusal rule
        self.locked = False
        self.compared: list[tuple[str, str]] = []  # live release and candidate that shared answers were held against

    @property
    def live(self) -> Built:
        assert self.database.live
        return self.store.built[self.database.live]

    @property
    def releases(self) -> Releases:
        return Releases(
            store=self.store,
            database=self.database,
            candidates=self.candidates,
            proposals=self.proposals,
            scores=lambda release: (3, 4) if release in self.database.history else None,
            fingerprint=self.embedder.fingerprint,
            alone=nullcontext,
            clock=self._clock,
            keep=self.keep,
        )

    @property
    def ingestion(self) -> Ingestion:
        return Ingestion(
            files=self.folder,
            general_boundaries=self.general,
            facets=(),
            general_rule=lambda manifest: GENERAL,
            load_embedder=lambda: self.embedder,
            cache=self.cache,
            releases=self.releases,
            open_exam=self._exam,
            lock=self._lock,
            clock=self._clock,
            suffix=lambda: "abc",
            batch=2,
            overtakes=self._overtakes,
        )

    async def rehearse(self) -> Report:
        return await self.ingestion.rehearse(self._note)

    async def publish(self, force: str | None = None) -> Report:
        return await self.ingestion.publish(self._note, force)

    def _exam(self) -> WordExam | None:
        if self.exam is None:
            return None
        return WordExam(self.exam, self.store, self.mark, self.dies_in_the_exam, self.samples)

    async def _overtakes(self, live: Release, candidate: Release) -> tuple[Overtaken, ...]:
        self.compared.append((live.id, candidate.id))
        return (Overtaken("K7F29RXM4RTA", 12, "updated", ()),)

    def _clock(self) -> dt.datetime:
        return dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC) + dt.timedelta(self.days, minutes=self.store.builds)

    def _note(self, step: str, done: int, total: int) -> None:
        self.steps.append((step, done, total))

    @contextmanager
    def _lock(self) -> Iterator[None]:
        if self.locked:
            raise AlreadyRunning("another ingest is running")
        self.locked = True
        try:
            yield
        finally:
            self.locked = False
