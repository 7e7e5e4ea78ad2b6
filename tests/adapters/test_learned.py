"""What the general examples mean comes with the program, for the model that it was learned from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.adapters import learned
from bot.adapters.embeddings import BUNDLED, fingerprint
from bot.adapters.learned import LearnedVectors
from bot.adapters.vectors import SqliteVectorCache
from bot.domain.documents import Role
from bot.domain.ports import Matrix

TEXTS = {Role.QUERY: ["siapa", "kapan"], Role.PASSAGE: ["siapa"]}


def unit(count: int, seed: int) -> Matrix:
    found = np.random.default_rng(seed).normal(size=(count, 384)).astype(np.float32)
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


VECTORS = {Role.QUERY: unit(2, seed=1), Role.PASSAGE: unit(1, seed=2)}


@pytest.fixture
def cache(tmp_path: Path) -> LearnedVectors:
    learned.save(tmp_path / "learned.npz", "model", TEXTS, VECTORS)
    return LearnedVectors(SqliteVectorCache(tmp_path / "vectors.db"), tmp_path / "learned.npz")


def test_learned_vectors_are_known_without_embedding_in_their_role(cache: LearnedVectors) -> None:
    kapan, siapa = cache.get("model", Role.QUERY, ["kapan", "siapa"])
    (told,) = cache.get("model", Role.PASSAGE, ["siapa"])
    for found, made in (
        (kapan, VECTORS[Role.QUERY][1]),
        (siapa, VECTORS[Role.QUERY][0]),
        (told, VECTORS[Role.PASSAGE][0]),
    ):
        assert found is not None
        assert found.dtype == np.float32
        assert np.isclose(found @ found, 1, atol=1e-5)
        assert found @ made > 0.9998


def test_what_was_not_learned_is_asked_of_the_other_cache_in_its_place(cache: LearnedVectors) -> None:
    other = unit(1, seed=3)
    cache.put("model", Role.QUERY, ["di mana"], other)
    siapa, where, nothing = cache.get("model", Role.QUERY, ["siapa", "di mana", "berapa"])
    assert siapa is not None
    assert where is not None
    assert np.array_equal(where, other[0])
    assert nothing is None


def test_another_model_learns_for_itself(cache: LearnedVectors) -> None:
    assert cache.get("other model", Role.QUERY, ["siapa"]) == [None]


def test_without_the_file_everything_is_embedded(tmp_path: Path) -> None:
    cache = LearnedVectors(SqliteVectorCache(tmp_path / "vectors.db"), tmp_path / "no.npz")
    assert cache.get("model", Role.QUERY, ["siapa"]) == [None]


def test_a_garbled_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "bad.npz").write_bytes(b"PK nothing")
    with pytest.raises(ValueError, match=r"bad\.npz|pickled"):
        LearnedVectors(SqliteVectorCache(tmp_path / "vectors.db"), tmp_path / "bad.npz").get(
            fingerprint(BUNDLED), Role.QUERY, ["siapa"]
        )
