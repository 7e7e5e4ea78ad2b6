"""Releases in directories with Chroma: whole or not at all, exact, and given back when closed."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.chroma import ChromaIndex, ChromaStore
from bot.domain.documents import (
    Boundary,
    Document,
    Kind,
    Manifest,
    Passage,
    PassageKind,
    Release,
    Section,
    Sort,
    Statement,
)
from bot.domain.errors import ReleaseError
from bot.domain.facets import NO_FACETS
from bot.domain.judging import Judge
from bot.domain.ports import Matrix, Vector
from bot.domain.ranking import UNTAUGHT, Ranker
from bot.ingestion.judge_fitting import fit, lessons

BOUNDARIES = (
    Boundary("pilihan", ("pilih siapa?", "mana terbaik?"), ("siapa calonnya?",)),
    Boundary("uang", ("ada uang?",)),
)
TERMS = {"s1": ["usia", "terima"], "s2": ["biaya"]}
NOON = dt.datetime(2025, 7, 1, 12, tzinfo=dt.UTC)


def release(release_id: str, boundaries: tuple[Boundary, ...] = BOUNDARIES, created: dt.datetime = NOON) -> Release:
    statements = tuple(Statement(name, "a.md", "a.md#a", f"Kalimat {name}.") for name in ("s1", "s2"))
    documents = (Document("a.md", "A", (Section("12345678", "a.md", "a", "A", Kind.UMUM, statements),), "digest"),)
    return Release(Manifest(release_id, created, "model", 1, "d", {"a.md": "digest"}, {}), documents, {}, boundaries)


def passages(count: int) -> list[Passage]:
    return [Passage(f"p{n:05}", f"s{n // 2}", PassageKind.STATEMENT, f"Kalimat {n}.", "id") for n in range(count)]


def unit(count: int, dimension: int = 8, seed: int = 0) -> Matrix:
    raw = np.random.default_rng(seed).normal(size=(count, dimension))
    vectors: Matrix = (raw / np.linalg.norm(raw, axis=1, keepdims=True)).astype(np.float32)
    return vectors


async def nearest(index: ChromaIndex, vector: Vector, count: int) -> list[str]:
    return [index.passage_ids[place] for place in (await index.nearest(vector, count)).passages]


def ranker_of(count: int) -> Ranker:
    centre, axes = unit(2, seed=4)[0], unit(2, seed=5)
    return Ranker(centre, axes, {f"s{n}": n for n in range(count)}, unit(count, len(centre) + 3, seed=6))


RANKER = ranker_of(3)


def judge_of(made: Release) -> Judge:
    known = lessons(made)
    return fit(known, unit(len(known), seed=1), "these")


async def build(
    store: ChromaStore,
    made: Release,
    vectors: Matrix | None = None,
    terms: Mapping[str, Sequence[str]] = TERMS,
) -> None:
    vectors = unit(10) if vectors is None else vectors
    await store.build(made, passages(len(vectors)), vectors, judge_of(made), RANKER, NO_FACETS, terms)


@pytest.fixture
def store(tmp_path: Path) -> ChromaStore:
    return ChromaStore(tmp_path / "var" / "releases")


@pytest.fixture
async def index(store: ChromaStore) -> AsyncIterator[ChromaIndex]:
    await build(store, release("r1"))
    index = await store.open("r1")
    yield index
    index.close()


def test_an_opened_release_is_the_one_that_was_built(index: ChromaIndex) -> None:
    assert index.release == release("r1")


async def test_the_nearest_passages_come_first_with_owner_and_cosine(index: ChromaIndex) -> None:
    question = unit(1, seed=2)[0]
    cosines = unit(10) @ question
    found, order = await index.nearest(question, 10), np.argsort(-cosines)
    assert [index.passage_ids[place] for place in found.passages] == [f"p{n:05}" for n in order]
    assert found.owners.tolist() == index.release.layout.slots(f"s{n // 2}" for n in order).tolist()
    np.testing.assert_allclose(found.scores, cosines[order], atol=1e-6)


async def test_asking_for_more_than_there_is_gives_all(index: ChromaIndex) -> None:
    assert len(await nearest(index, unit(1)[0], 1000)) == 10
    assert await nearest(index, unit(1)[0], 0) == []


async def test_the_judge_says_of_a_question_what_it_said_before_it_was_saved(index: ChromaIndex) -> None:
    made, question = judge_of(release("r1")), unit(1, seed=3)[0]
    known = index.judge
    assert (known.made_of, known.kinds) == ("these", ("pilihan", "uang"))
    possible = frozenset(known.kinds)
    before, after = (one.evidence(one.look("pilih siapa?", question), Sort.DECLINED, possible) for one in (made, known))
    assert before == after
    assert known.nearest(question) == made.nearest(question)


def test_the_ranker_says_of_statements_what_it_said_before_it_was_saved(index: ChromaIndex) -> None:
    question = unit(1, seed=3)[0]
    before, after = (one.scores(question, ["s2", "s0"]) for one in (RANKER, index.ranker))
    assert np.allclose(before, after, atol=1e-3)  # weights are kept in half the digits
    assert before[0] != before[1]


async def test_the_judge_can_be_taken_over_from_a_release(store: ChromaStore, index: ChromaIndex) -> None:
    known = await store.judge("r1")
    assert known is not None
    assert known.vocabulary == index.judge.vocabulary
    assert await store.judge("r2") is None


def test_statements_are_ranked_by_their_words(index: ChromaIndex) -> None:
    (hit,) = index.rank(["usia", "tidakada"], 5)
    assert hit.statement == "s1"
    assert hit.score > 0


async def test_equal_passages_stand_in_the_order_of_their_ids(store: ChromaStore) -> None:
    await build(store, release("r1"), np.tile(unit(1), (20, 1)))
    index = await store.open("r1")
    found = await nearest(index, unit(1)[0], 20)
    assert found == sorted(found)
    assert await nearest(index, unit(1)[0], 20) == found
    index.close()


async def test_many_may_ask_at_once(index: ChromaIndex) -> None:
    questions = unit(50, seed=3)
    alone = [await nearest(index, question, 5) for question in questions]
    assert await asyncio.gather(*(nearest(index, question, 5) for question in questions)) == alone


async def test_nearest_is_as_good_as_exact_among_thousands(store: ChromaStore) -> None:
    middle = unit(1, 384, seed=4)
    vectors = middle * 1.5 + unit(3000, 384, seed=5) * 0.8  # bent towards one side, as real embeddings are
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    await build(store, release("r1"), vectors)
    index = await store.open("r1")
    for question in vectors[:20]:
        exact = {f"p{n:05}" for n in np.argsort(-(vectors @ question))[:200]}
        assert len(exact & {*await nearest(index, question, 200)}) >= 198
    index.close()


async def test_more_passages_than_one_batch_of_chroma_holds_are_all_kept(store: ChromaStore) -> None:
    await build(store, release("r1"), unit(6000))
    index = await store.open("r1")
    for n in (0, 5460, 5461, 5999):
        assert await nearest(index, unit(6000)[n], 1) == [f"p{n:05}"]
    index.close()


async def test_a_release_may_have_no_boundaries_no_words_and_no_passages(store: ChromaStore) -> None:
    await build(store, release("r1", ()), np.empty((0, 8), dtype=np.float32), {})
    index = await store.open("r1")
    assert await nearest(index, unit(1)[0], 5) == []
    assert index.judge.kinds == ()
    assert index.rank(["usia"], 5) == []
    index.close()


async def test_an_id_is_never_used_twice(store: ChromaStore) -> None:
    await build(store, release("r1"))
    with pytest.raises(ReleaseError, match=r"r1 is in .* already"):
        await build(store, release("r1", ()), unit(3))
    index = await store.open("r1")
    assert len(await nearest(index, unit(1)[0], 50)) == 10
    index.close()


async def test_releases_are_listed_oldest_first(store: ChromaStore) -> None:
    assert store.list() == []
    for name, hours in (("b", 2), ("a", 3), ("c", 1)):
        await build(store, release(name, created=NOON + dt.timedelta(hours=hours)))
    assert store.list() == ["c", "b", "a"]


async def test_a_removed_release_is_gone(store: ChromaStore, tmp_path: Path) -> None:
    await build(store, release("r1"))
    store.remove("r1")
    assert store.list() == []
    assert list((tmp_path / "var" / "releases").iterdir()) == []
    with pytest.raises(ReleaseError, match="r1 is not in"):
        store.remove("r1")
    with pytest.raises(ReleaseError, match="r1 is not in"):
        await store.open("r1")


@pytest.mark.parametrize("name", ["", ".", "..", "../r1", "a/b", ".building-r1"])
async def test_what_is_no_id_is_refused(store: ChromaStore, name: str) -> None:
    with pytest.raises(ReleaseError, match="is no id"):
        await store.open(name)
    with pytest.raises(ReleaseError, match="is no id"):
        store.remove(name)


async def test_a_killed_build_is_never_opened_and_the_next_one_tidies_up(store: ChromaStore, tmp_path: Path) -> None:
    folder = tmp_path / "var" / "releases"
    run = run_python(f"""
        import asyncio, os, pathlib, signal
        from tests.adapters.test_chroma import ChromaStore, build, release
        class Killing(dict):
            def __iter__(self):
                os.kill(os.getpid(), signal.SIGKILL)
        asyncio.run(build(ChromaStore(pathlib.Path({str(folder)!r})), release("r1"), None, Killing()))
    """)
    assert run.returncode == -signal.SIGKILL, run.stderr
    assert [place.name for place in folder.iterdir()] == [".building-r1"]
    assert store.list() == []
    with pytest.raises(ReleaseError, match="r1 is not in"):
        await store.open("r1")
    await build(store, release("r2"))
    assert [place.name for place in folder.iterdir()] == ["r2"]


async def test_a_failed_build_leaves_nothing(store: ChromaStore, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="10 passages have 9 vectors"):
        await store.build(
            release("r1", ()), passages(10), unit(9), judge_of(release("r1", ())), UNTAUGHT, NO_FACETS, TERMS
        )
    assert list((tmp_path / "var" / "releases").iterdir()) == []
    await build(store, release("r1"))
    assert store.list() == ["r1"]


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garble(path: Path) -> None:
    path.write_bytes(b"\x00" * path.stat().st_size)


@pytest.mark.parametrize(
    "pattern", ["chroma.sqlite3", "*/data_level0.bin", "release.json", "keywords/*.json", "judge.npz"]
)
@pytest.mark.parametrize("spoil", [Path.unlink, cut])
async def test_an_unwhole_copy_of_a_release_is_refused(
    store: ChromaStore, tmp_path: Path, pattern: str, spoil: Callable[[Path], None]
) -> None:
    await build(store, release("r1"), unit(300))
    spoil(next(iter((tmp_path / "var" / "releases" / "r1").glob(pattern))))
    with pytest.raises(ReleaseError, match="r1 can't be opened"):
        await store.open("r1")
    with pytest.raises(ReleaseError, match="r1 is damaged"):
        await store.read("r1")


def alter(path: Path) -> None:
    """Change one letter or number: the file is still one of its kind."""
    content = path.read_bytes()
    path.write_bytes(content[:-8] + bytes([content[-8] ^ 1]) + content[-7:])


GARBLED = ["release.json", "keywords/ids.json", "keywords/vocab.index.json", "keywords/data.csc.index.npy"]


@pytest.mark.parametrize("name", ["chroma.sqlite3", *GARBLED])
async def test_a_garbled_release_is_refused(store: ChromaStore, tmp_path: Path, name: str) -> None:
    await build(store, release("r1"))
    garble(tmp_path / "var" / "releases" / "r1" / name)
    with pytest.raises(ReleaseError, match="r1 can't be opened"):
        await store.open("r1")
    with pytest.raises(ReleaseError, match="r1 is damaged"):
        await store.read("r1")


@pytest.mark.parametrize("name", GARBLED)
async def test_a_release_with_one_letter_or_number_altered_is_refused_by_name(
    store: ChromaStore, tmp_path: Path, name: str
) -> None:
    await build(store, release("r1"))
    alter(tmp_path / "var" / "releases" / "r1" / name)
    with pytest.raises(ReleaseError, match=rf"r1 can't be opened \({name} is garbled\); ingest again"):
        await store.open("r1")
    with pytest.raises(ReleaseError, match=f"r1 is damaged: {name} is garbled"):
        await store.read("r1")


async def test_a_release_that_was_amended_is_whole(store: ChromaStore) -> None:
    await build(store, release("r1"))
    await store.amend(release("r1", created=NOON + dt.timedelta(hours=1)))
    (await store.open("r1")).close()


async def test_a_release_of_a_version_that_made_no_digests_opens(store: ChromaStore, tmp_path: Path) -> None:
    await build(store, release("r1"))
    folder = tmp_path / "var" / "releases" / "r1"
    (folder / "digests.json").unlink()
    sizes = json.loads((folder / "sizes.json").read_text())
    (folder / "sizes.json").write_text(json.dumps({name: sizes[name] for name in sizes if name != "digests.json"}))
    (await store.open("r1")).close()
    assert await store.read("r1") == release("r1")


async def test_a_release_of_a_version_without_judges_says_what_to_do(store: ChromaStore, tmp_path: Path) -> None:
    await build(store, release("r1"))
    place = tmp_path / "var" / "releases" / "r1"
    (place / "judge.npz").unlink()
    sizes = json.loads((place / "sizes.json").read_text())
    del sizes["judge.npz"]
    (place / "sizes.json").write_text(json.dumps(sizes))
    with pytest.raises(ReleaseError, match=r"can't be opened \(it was made by an older version.*\); ingest again"):
        await store.open("r1")
    assert await store.judge("r1") is None


async def test_a_release_can_be_read_without_opening_it(store: ChromaStore, tmp_path: Path) -> None:
    made = release("r1")
    await build(store, made)
    assert await store.read("r1") == made
    with pytest.raises(ReleaseError, match="r2 is not in"):
        await store.read("r2")
    garble(tmp_path / "var" / "releases" / "r1" / "chroma.sqlite3")
    with pytest.raises(ReleaseError, match=r"r1 is damaged: .*; ingest again"):
        await store.read("r1")


async def test_a_place_that_can_not_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "releases").write_text("a file, not a folder")
    with pytest.raises(ReleaseError, match="r1 can't be written"):
        await build(ChromaStore(tmp_path / "releases"), release("r1"))


async def test_two_stores_of_one_process_may_open_the_same_releases_at_once(store: ChromaStore, tmp_path: Path) -> None:
    other = ChromaStore(tmp_path / "var" / "releases")
    for name in ("r1", "r2"):
        await build(store, release(name))

    async def open_and_close(opener: ChromaStore) -> None:
        for number in range(20):
            index = await opener.open(f"r{1 + number % 2}")
            await asyncio.to_thread(index.close)

    await asyncio.gather(open_and_close(store), open_and_close(other))


async def test_a_release_opened_twice_goes_on_when_one_is_closed(store: ChromaStore, index: ChromaIndex) -> None:
    other = await store.open("r1")
    other.close()
    other.close()
    assert len(await nearest(index, unit(1)[0], 5)) == 5


async def test_another_process_may_read_the_release_meanwhile(index: ChromaIndex, tmp_path: Path) -> None:
    run = run_python(f"""
        import asyncio, pathlib
        from tests.adapters.test_chroma import ChromaStore, nearest, unit
        async def ask():
            index = await ChromaStore(pathlib.Path({str(tmp_path / "var" / "releases")!r})).open("r1")
            print(await nearest(index, unit(1)[0], 5))
            index.close()
        asyncio.run(ask())
    """)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == str(await nearest(index, unit(1)[0], 5))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts files and threads in /proc")
async def test_closed_releases_give_back_files_and_threads(store: ChromaStore) -> None:
    for n in range(30):
        await build(store, release(f"r{n}"), unit(150))
    before = open_files_and_threads()
    for n in range(30):
        index = await store.open(f"r{n}")
        await index.nearest(unit(1)[0], 5)
        index.close()
    for _ in range(100):  # Chroma's own threads end a moment after close has returned
        files, threads = open_files_and_threads()
        if files <= before[0] + 3 and threads <= before[1] + 3:
            return
        await asyncio.sleep(0.05)
    pytest.fail(f"files and threads: {before} before, {(files, threads)} after")


def open_files_and_threads() -> tuple[int, int]:
    return len(os.listdir("/proc/self/fd")), len(os.listdir("/proc/self/task"))


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(program)]
    return subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
