"""Vectors: each text once, the known ones from the cache, kept batch by batch."""

import numpy as np
import pytest

from bot.domain.documents import Role
from bot.ingestion.embedding import embed
from tests.ingestion.fakes import DictCache, WordEmbedder


def silent(done: int, total: int) -> None:
    pass


async def test_rows_follow_the_texts_whatever_order_they_were_embedded_in() -> None:
    texts = ["aa", "a", "aaaa", "aa", "aaa"]
    found = await embed({Role.PASSAGE: texts, Role.QUERY: []}, WordEmbedder(), DictCache(), 2, silent)
    assert np.allclose(found[Role.PASSAGE], [WordEmbedder.vector(text) for text in texts])
    assert len(found[Role.QUERY]) == 0


async def test_equal_texts_are_embedded_once_but_for_each_role() -> None:
    embedder = WordEmbedder()
    await embed({Role.PASSAGE: ["a", "a", "b"], Role.QUERY: ["a"]}, embedder, DictCache(), 8, silent)
    assert sorted(embedder.calls) == [(Role.PASSAGE, ["a", "b"]), (Role.QUERY, ["a"])]


async def test_a_killed_run_loses_one_batch_and_the_next_embeds_only_what_is_missing() -> None:
    cache, texts = DictCache(), ["a", "bb", "ccc", "dddd", "eeeee"]
    with pytest.raises(RuntimeError, match="killed"):
        await embed({Role.PASSAGE: texts}, WordEmbedder(dies_after=2), cache, 2, silent)
    assert len(cache.vectors) == 3
    second, told = WordEmbedder(), list[tuple[int, int]]()
    found = await embed({Role.PASSAGE: texts}, second, cache, 2, lambda done, total: told.append((done, total)))
    assert second.texts == ["ccc", "dddd"]
    assert told == [(0, 2), (2, 2)]
    assert np.allclose(found[Role.PASSAGE], [WordEmbedder.vector(text) for text in texts])


async def test_vectors_of_another_model_are_not_used() -> None:
    cache = DictCache()
    await embed({Role.PASSAGE: ["a"]}, WordEmbedder(), cache, 2, silent)
    other = WordEmbedder()
    other.fingerprint = "other"
    await embed({Role.PASSAGE: ["a"]}, other, cache, 2, silent)
    assert other.texts == ["a"]
