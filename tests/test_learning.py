"""make learn: the file in the package is what the bundled model makes of the general examples as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.embeddings import BUNDLED, fingerprint
from bot.adapters.learned import LearnedVectors
from bot.adapters.vectors import SqliteVectorCache
from bot.domain.documents import Role
from bot.domain.ports import Matrix
from bot.learning import general_texts, learn
from tests.conftest import Embedded

EVERY = 100  # of the examples one is embedded anew here: all of them take a minute


@pytest.fixture
def shipped(tmp_path: Path) -> LearnedVectors:
    return LearnedVectors(SqliteVectorCache(tmp_path / "vectors.db"))


def test_every_general_example_is_in_the_package_so_that_no_ingest_embeds_it(shipped: LearnedVectors) -> None:
    """If not, run `make learn` and commit bot/learned."""
    for role, texts in general_texts().items():
        found = shipped.get(fingerprint(BUNDLED), role, texts)
        assert not [text for text, vector in zip(texts, found, strict=True) if vector is None]


def test_learned_anew_it_is_the_same(shipped: LearnedVectors, embedded: Embedded) -> None:
    texts = general_texts()[Role.QUERY][::EVERY]
    assert len(texts) > 50
    anew = embedded(texts)
    for text, vector in zip(texts, shipped.get(fingerprint(BUNDLED), Role.QUERY, texts), strict=True):
        assert vector is not None
        assert vector @ anew[text] > 0.9995, text


async def test_the_command_writes_the_same_file_again_and_says_how_large_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Telling:
        fingerprint = "telling"

        async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
            return np.array([[len(text) % 7 / 10, len(role) / 10] for text in texts], np.float32)

    first, again = tmp_path / "first.npz", tmp_path / "again.npz"
    for file in (first, again):
        assert await learn(file, Telling()) == 0
    with np.load(first) as one, np.load(again) as other:
        assert all(np.array_equal(one[name], other[name]) for name in one.files)
    assert "examples" in capsys.readouterr().out
