"""The vector cache: keeps what was put, survives kills, and may be lost."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.vectors import CachedEmbedder, SqliteVectorCache
from bot.domain.documents import Role
from bot.domain.ports import Embedder, Matrix


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "vectors.db"


@pytest.fixture
def cache(path: Path) -> SqliteVectorCache:
    return SqliteVectorCache(path)


def vectors(count: int, seed: int = 0) -> Matrix:
    return np.random.default_rng(seed).normal(size=(count, 384)).astype(np.float32)


def test_a_new_cache_holds_nothing(cache: SqliteVectorCache) -> None:
    assert cache.get("model", Role.PASSAGE, ["a", "b"]) == [None, None]
    assert cache.get("model", Role.PASSAGE, []) == []


def test_vectors_come_back_exactly_in_the_order_asked(cache: SqliteVectorCache, path: Path) -> None:
    kept = vectors(3)
    cache.put("model", Role.PASSAGE, ["a", "b", "é😀"], kept)
    found = SqliteVectorCache(path).get("model", Role.PASSAGE, ["é😀", "unknown", "a", "a"])
    assert found[1] is None
    for vector, row in ((found[0], 2), (found[2], 0), (found[3], 0)):
        assert vector is not None
        assert vector.dtype == np.float32
        np.testing.assert_array_equal(vector, kept[row])


def test_models_and_roles_do_not_meet(cache: SqliteVectorCache) -> None:
    cache.put("model", Role.PASSAGE, ["a"], vectors(1))
    assert cache.get("model", Role.QUERY, ["a"]) == [None]
    assert cache.get("other model", Role.PASSAGE, ["a"]) == [None]


def test_putting_again_replaces(cache: SqliteVectorCache) -> None:
    cache.put("model", Role.QUERY, ["a"], vectors(1, seed=1))
    cache.put("model", Role.QUERY, ["a", "b"], vectors(2, seed=2))
    (found,) = cache.get("model", Role.QUERY, ["a"])
    np.testing.assert_array_equal(found, vectors(2, seed=2)[0])


def test_a_text_too_odd_for_utf_8_has_a_place_too(cache: SqliteVectorCache) -> None:
    cache.put("model", Role.PASSAGE, ["\ud800", "\x00"], vectors(2))
    assert all(vector is not None for vector in cache.get("model", Role.PASSAGE, ["\ud800", "\x00"]))


def test_each_text_needs_its_vector(cache: SqliteVectorCache) -> None:
    with pytest.raises(ValueError, match="shorter"):
        cache.put("model", Role.PASSAGE, ["a", "b"], vectors(1))


def test_thousands_of_texts_take_one_quick_call(cache: SqliteVectorCache) -> None:
    texts = [f"teks {n}" for n in range(5000)]
    started = time.perf_counter()
    cache.put("model", Role.PASSAGE, texts, vectors(5000))
    found = cache.get("model", Role.PASSAGE, texts)
    assert time.perf_counter() - started < 5
    np.testing.assert_array_equal(np.stack([vector for vector in found if vector is not None]), vectors(5000))


def test_what_was_put_survives_a_kill(path: Path) -> None:
    program = f"""
        import os, pathlib, signal
        import numpy as np
        from bot.adapters.vectors import CachedEmbedder, SqliteVectorCache
        from bot.domain.documents import Role
        cache = SqliteVectorCache(pathlib.Path({str(path)!r}))
        cache.put("model", Role.PASSAGE, ["a"], np.ones((1, 4), dtype=np.float32))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=Path(__file__).parents[2], check=False)
    assert run.returncode == -signal.SIGKILL
    (found,) = SqliteVectorCache(path).get("model", Role.PASSAGE, ["a"])
    assert found is not None


def break_header(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)


def break_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [break_header, break_pages])
def test_a_broken_file_is_moved_aside_said_and_begun_anew(spoil: Callable[[Path], None], path: Path) -> None:
    said: list[str] = []
    cache = SqliteVectorCache(path, said.append)
    cache.put("model", Role.PASSAGE, [f"teks {n}" for n in range(100)], vectors(100))
    spoil(path)
    assert cache.get("model", Role.PASSAGE, ["teks 1"]) == [None]
    cache.put("model", Role.PASSAGE, ["teks 1"], vectors(1))
    np.testing.assert_array_equal(cache.get("model", Role.PASSAGE, ["teks 1"]), vectors(1))
    assert len(said) == 1
    assert said[0].startswith("vectors.db: ")
    assert path.with_name("vectors.db.broken").exists()


def test_a_locked_file_is_not_taken_for_a_broken_one(path: Path) -> None:
    cache = SqliteVectorCache(path, timeout=0.01)
    cache.put("model", Role.PASSAGE, ["a"], vectors(1))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            cache.put("model", Role.PASSAGE, ["b"], vectors(1))
        assert cache.get("model", Role.PASSAGE, ["b"]) == [None]  # readers don't wait for a writer
        other.rollback()
    np.testing.assert_array_equal(cache.get("model", Role.PASSAGE, ["a"]), vectors(1))
    assert not path.with_name("vectors.db.broken").exists()


class CountingEmbedder:
    """Makes vectors of texts' lengths and counts how often each was asked for."""

    fingerprint = "lengths"

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        self.asked += texts
        return np.asarray([[len(text), len(role)] for text in texts], dtype=np.float32)


async def test_what_was_embedded_once_comes_from_the_cache_even_in_another_run(cache: SqliteVectorCache) -> None:
    model = CountingEmbedder()
    first = CachedEmbedder(model.fingerprint, lambda: model, cache)
    made = await first.embed(["satu", "tiga belas", "satu"], Role.QUERY)
    assert made.tolist() == [[4, 5], [10, 5], [4, 5]]
    assert model.asked == ["satu", "tiga belas"]
    again = CachedEmbedder(model.fingerprint, lambda: model, cache)
    assert (await again.embed(["dua", "satu"], Role.QUERY)).tolist() == [[3, 5], [4, 5]]
    assert model.asked == ["satu", "tiga belas", "dua"]
    assert (await again.embed(["satu"], Role.PASSAGE)).tolist() == [[4, 7]]


async def test_a_model_is_loaded_only_for_what_the_cache_does_not_hold(cache: SqliteVectorCache) -> None:
    def load() -> Embedder:
        raise AssertionError("nothing is missing")

    cache.put("lengths", Role.QUERY, ["satu"], np.ones((1, 2), dtype=np.float32))
    embedder = CachedEmbedder("lengths", load, cache)
    assert (await embedder.embed(["satu"], Role.QUERY)).tolist() == [[1, 1]]
    assert (await embedder.embed([], Role.QUERY)).size == 0
