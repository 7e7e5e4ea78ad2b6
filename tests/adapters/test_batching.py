"""Those who ask an embedder at the same moment are served together, each with their own vectors."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest

from bot.adapters.batching import BatchedEmbedder
from bot.domain.documents import Role
from tests.ingestion.fakes import WordEmbedder


async def test_texts_that_wait_at_the_same_moment_are_embedded_together() -> None:
    inner = WordEmbedder()
    batched = BatchedEmbedder(inner)
    one, two, three = await asyncio.gather(
        batched.embed(["a"], Role.QUERY), batched.embed(["bb", "ccc"], Role.QUERY), batched.embed(["d"], Role.PASSAGE)
    )
    assert inner.calls == [(Role.QUERY, ["a", "bb", "ccc"]), (Role.PASSAGE, ["d"])]
    assert np.allclose(one, [WordEmbedder.vector("a")])
    assert np.allclose(two, [WordEmbedder.vector("bb"), WordEmbedder.vector("ccc")])
    assert np.allclose(three, [WordEmbedder.vector("d")])


async def test_whoever_comes_later_is_served_in_a_batch_of_its_own() -> None:
    inner = WordEmbedder()
    batched = BatchedEmbedder(inner)
    await batched.embed(["a"], Role.QUERY)
    await batched.embed(["b"], Role.QUERY)
    assert inner.texts == ["a", "b"]


async def test_everybody_who_waits_hears_of_a_failure() -> None:
    batched = BatchedEmbedder(WordEmbedder(dies_after=0))
    both = await asyncio.gather(
        batched.embed(["a"], Role.QUERY), batched.embed(["b"], Role.QUERY), return_exceptions=True
    )
    assert [str(one) for one in both] == ["killed", "killed"]


async def test_one_who_waits_no_longer_takes_nothing_from_the_others() -> None:
    batched = BatchedEmbedder(WordEmbedder())
    gone = asyncio.create_task(batched.embed(["a"], Role.QUERY))
    stays = asyncio.create_task(batched.embed(["bb"], Role.QUERY))
    await asyncio.sleep(0)
    gone.cancel()
    assert np.allclose(await stays, [WordEmbedder.vector("bb")])
    with pytest.raises(asyncio.CancelledError):
        await gone
