"""Releases as directories, each with a Chroma collection of its own: built whole or not at all, opened, removed."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bot.adapters import facet_arrays, judges, rankers, seals
from bot.adapters.allocator import give_back, share_one_heap
from bot.adapters.exact import MOST
from bot.adapters.keywords import Keywords
from bot.adapters.neighbours import Neighbours
from bot.adapters.records import from_json
from bot.adapters.seals import DATABASE, KEYWORDS, MANIFEST, RELEASE, check_digests, check_sizes, seal
from bot.domain.documents import Manifest, Passage, Release
from bot.domain.errors import ReleaseError
from bot.domain.facets import Facets
from bot.domain.judging import Judge
from bot.domain.ports import Hit, Matrix, Near, Vector
from bot.domain.ranking import Ranker

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import Metadata

# Nearly exact: of the true 200 nearest of 5,000 it finds 99.99 % (Chroma's defaults: 94.7 %), in the same time.
# A low sync threshold writes the graph to disk while building: else every opening would build it again.
_HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    "max_neighbors": 32,
    "ef_construction": 400,
    "ef_search": 1000,
    "sync_threshold": 100,
}
# Chroma makes a graph even where nobody asks it, as all vectors are held in memory: so it takes a quarter of the time.
_UNASKED: CreateHNSWConfiguration = {**_HNSW, "max_neighbors": 4, "ef_construction": 8}

_PASSAGES, _JUDGE, _RANKER, _FACETS = "passages", "judge.npz", "ranker.npz", "facets.npz"

_OPENING = threading.Lock()  # Chroma's registry of open paths is the process's, and not made for two threads


class ChromaStore:
    """Releases under one folder, `<data>/releases`. One process builds or removes at a time; any number read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        share_one_heap()

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
        """Write a new release whole: under another name first, renamed when every file is on disk.

        Raises ReleaseError if the id is taken or the files can't be written.
        """

        def write(folder: Path) -> None:
            _write_collection(folder, passages, vectors)
            Keywords.build(terms).save(folder / KEYWORDS)
            judges.save(judge, folder / _JUDGE)
            rankers.save(ranker, folder / _RANKER)
            facet_arrays.save(facets, folder / _FACETS)
            (folder / seals.VECTORS).write_text(seals.vectors_digest(passages, vectors), encoding="utf-8")
            seal(folder, release)

        await asyncio.to_thread(self._build, release.id, write)

    async def amend(self, release: Release) -> None:
        """Write the records of a release anew that is not yet published. Raises ReleaseError if it isn't there."""
        place = self._place(release.id)
        if not place.is_dir():
            raise ReleaseError(f"release {release.id} is not in {self._folder}")
        await asyncio.to_thread(seal, place, release)

    async def open(self, release_id: str) -> ChromaIndex:
        """Open a release. Raises ReleaseError if it isn't there, isn't whole, or was garbled."""
        return await asyncio.to_thread(self._open, release_id)

    async def read(self, release_id: str) -> Release:
        """Return what a release holds, without opening it to be asked. Raises ReleaseError if it isn't there or whole.

        Takes a tenth of the second that loading Chroma and all vectors takes.
        """
        self.check(release_id)
        try:
            return await asyncio.to_thread(_records, self._place(release_id))
        except (OSError, ValueError, sqlite3.Error) as error:
            raise ReleaseError(f"release {release_id} is damaged: {error}; ingest again") from error

    async def judge(self, release_id: str) -> Judge | None:
        """Return the judge of a release, None if it has none that can be read."""
        try:
            return await asyncio.to_thread(judges.load, self._place(release_id) / _JUDGE)
        except (OSError, ValueError):
            return None

    def contents(self, release_id: str) -> str:
        """Return a digest that only releases share that answer alike; of one that can't be told its id."""
        try:
            return seals.contents(self._place(release_id))
        except (OSError, ValueError):
            return release_id

    def list(self) -> list[str]:
        """Return the ids of all whole releases, oldest first."""
        return [manifest.id for manifest in self.manifests()]

    def manifests(self) -> Sequence[Manifest]:
        """Return what all whole releases were made of, oldest first."""
        found = [_manifest(place) for place in self._folder.glob("[!.]*")]
        whole = [manifest for manifest in found if manifest is not None]
        return sorted(whole, key=lambda manifest: (manifest.created, manifest.id))

    def check(self, release_id: str) -> None:
        """Raise ReleaseError if a release isn't there, or a file of it is missing or cut."""
        place = self._place(release_id)
        if not (place / MANIFEST).is_file():
            raise ReleaseError(f"release {release_id} is not in {self._folder}")
        try:
            check_sizes(place)
        except (OSError, ValueError) as error:
            raise ReleaseError(f"release {release_id} is damaged: {error}") from error

    def remove(self, release_id: str) -> None:
        """Delete a release that nothing points at. Raises ReleaseError if there is none."""
        aside = self._folder / f".removing-{release_id}"
        try:
            self._place(release_id).rename(aside)  # first out of sight, so that nobody opens a half of it
        except FileNotFoundError:
            raise ReleaseError(f"release {release_id} is not in {self._folder}") from None
        shutil.rmtree(aside)

    def _build(self, release_id: str, write: Callable[[Path], None]) -> None:
        from chromadb.errors import ChromaError

        place = self._place(release_id)
        if place.exists():
            raise ReleaseError(f"release {release_id} is in {self._folder} already")
        self._sweep()
        building = self._folder / f".building-{release_id}"
        try:
            building.mkdir(parents=True)
            write(building)
            building.rename(place)
        except (OSError, ChromaError) as error:
            raise ReleaseError(f"release {release_id} can't be written: {error}") from error
        finally:
            shutil.rmtree(building, ignore_errors=True)

    def _open(self, release_id: str) -> ChromaIndex:
        place = self._place(release_id)
        if not (place / MANIFEST).is_file():
            raise ReleaseError(f"release {release_id} is not in {self._folder}")
        try:
            check_sizes(place)
            check_digests(place)
            if not all((place / name).exists() for name in (_JUDGE, _RANKER, _FACETS)):
                raise ValueError("it was made by an older version of the program")
            release = from_json(Release, (place / RELEASE).read_bytes())
            keywords, judge = Keywords.open(place / KEYWORDS), judges.load(place / _JUDGE)
            ranker, facets = rankers.load(place / _RANKER), facet_arrays.load(place / _FACETS)
            with _OPENING, ExitStack() as undo:
                client = _client(place)
                undo.callback(client.close)
                index = ChromaIndex(release, client, keywords, judge, ranker, facets)
                undo.pop_all()
        except Exception as error:  # whatever a damaged file makes the libraries raise
            raise ReleaseError(f"release {release_id} can't be opened ({error}); ingest again") from error
        return index

    def _place(self, release_id: str) -> Path:
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", release_id):
            raise ReleaseError(f"{release_id!r} is no id of a release")
        return self._folder / release_id

    def _sweep(self) -> None:
        """Delete what killed builds and removals have left behind."""
        for leftover in self._folder.glob(".*-*"):
            shutil.rmtree(leftover, ignore_errors=True)


class ChromaIndex:
    """One open release."""

    def __init__(
        self, release: Release, client: Client, keywords: Keywords, judge: Judge, ranker: Ranker, facets: Facets
    ) -> None:
        self.release, self.judge, self.ranker, self.facets = release, judge, ranker, facets
        self._client = client
        self._keywords = keywords
        collection = client.get_collection(_PASSAGES, embedding_function=None)
        owners = _owners(collection)
        self.passage_ids = tuple(sorted(owners))
        self._slots = release.layout.slots(owners[passage] for passage in self.passage_ids)
        self._neighbours = Neighbours(collection, self.passage_ids)

    async def nearest(self, vector: Vector, count: int) -> Near:
        """Return the count passages nearest to the vector, equal ones in the order of their ids."""
        places, cosines = await self._neighbours.nearest(vector, min(count, len(self.passage_ids)))
        return Near(places, self._slots[places], cosines)

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        """Return at most count statements by BM25, best first, equal ones in the order of their ids."""
        return self._keywords.rank(terms, count)

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        """Return which share of a question's terms, weighed by idf, a statement's words hold: 0 to 1."""
        return self._keywords.coverage(terms, statement)

    def close(self) -> None:
        """Give back threads, files and memory; nothing may be asked afterwards."""
        self._client.close()
        give_back()


def _client(folder: Path) -> Client:
    import chromadb
    from chromadb.config import Settings

    # Without _env_file Chroma would take settings from whatever .env lies in the working directory.
    settings = Settings(anonymized_telemetry=False, _env_file=None)  # type: ignore[call-arg]
    return cast("Client", chromadb.PersistentClient(folder, settings=settings))


def _write_collection(folder: Path, passages: Sequence[Passage], vectors: Matrix) -> None:
    if len(passages) != len(vectors):
        raise ValueError(f"{len(passages)} passages have {len(vectors)} vectors")
    ids, texts = [passage.id for passage in passages], [passage.text for passage in passages]
    metadatas: list[Metadata] = [
        {"owner": one.owner, "kind": one.kind.value, "language": one.language} for one in passages
    ]
    graph = _UNASKED if len(ids) <= MOST else _HNSW
    with _client(folder) as client:
        collection = client.create_collection(_PASSAGES, configuration={"hnsw": graph}, embedding_function=None)
        step = client.get_max_batch_size()
        for start in range(0, len(ids), step):
            part = slice(start, start + step)
            collection.add(ids=ids[part], embeddings=vectors[part], documents=texts[part], metadatas=metadatas[part])
    _tighten(folder / DATABASE)


def _tighten(file: Path) -> None:
    """Give back the room in Chroma's database that its log of what was added has taken: two thirds of the file."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("VACUUM")


def _records(place: Path) -> Release:
    """Return a release's documents, having proved that nothing of it is a ruin."""
    check_digests(place)
    with closing(sqlite3.connect(f"{(place / DATABASE).resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as chroma:
        (found,) = chroma.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise ValueError(f"{DATABASE}: {found}")
    return from_json(Release, (place / RELEASE).read_bytes())


def _manifest(place: Path) -> Manifest | None:
    try:
        return from_json(Manifest, (place / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None


def _owners(passages: Collection) -> dict[str, str]:
    found = passages.get(include=["metadatas"])
    metadatas = found["metadatas"] or []
    return {id_: str(metadata["owner"]) for id_, metadata in zip(found["ids"], metadatas, strict=True)}
