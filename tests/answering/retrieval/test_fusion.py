"""Fusion of the two lists, and following the live release."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import numpy as np
import pytest

from bot.answering.retrieval.found import Findings
from bot.answering.retrieval.fusion import WITHOUT_ALIASES, fuse
from bot.answering.retrieval.live import LiveIndex
from bot.domain.documents import Release
from bot.domain.errors import ReleaseError
from bot.domain.ids import asked_of
from bot.domain.ports import Hit
from tests.answering.fakes import FakePointer, FakeStore, near
from tests.releases import document, release, section, statement

UMUR = "Batas usia S1 adalah 25 tahun."
BIAYA = "Bantuan S1 adalah Rp5 juta."
LAMA = "Lama bantuan S1 adalah 8 semester."


def three() -> tuple[Release, str, str, str]:
    known = release(document(section("Usia", UMUR), section("Biaya", BIAYA), section("Lama", LAMA)))
    umur, biaya, lama = known.statements
    return known, umur, biaya, lama


def fused(
    known: Release, passages: Sequence[tuple[str, float]], hits: Sequence[Hit], terms: Sequence[str] = ()
) -> Findings:
    """What is found with passages (owner, cosine) and what the keywords find."""
    best_first = sorted(passages, key=lambda pair: -pair[1])
    return fuse(known, near(known, best_first), hits, terms)


def test_a_statement_is_as_near_as_its_best_passage() -> None:
    known, umur, biaya, lama = three()
    passages = [(umur, 0.90), (biaya, 0.85), (umur, 0.80), (lama, 0.7)]
    found = fused(known, passages, [])
    assert [one.statement.id for one in found.found] == [umur, biaya, lama]
    assert found.cosine == 0.90


def test_what_questions_have_taught_moves_a_statement_forward() -> None:
    known, umur, biaya, lama = three()
    passages = near(known, [(umur, 0.90), (biaya, 0.89), (lama, 0.7)])
    found = fuse(known, passages, [], (), "id", lambda ids: np.array([0.9 if one == biaya else 0.0 for one in ids]))
    assert [one.statement.id for one in found.found] == [biaya, umur, lama]


def test_an_alias_brings_all_statements_of_its_fact_and_their_own_words_order_them() -> None:
    both = [statement("Bantuan S1 Rp5 juta.", "F-8"), statement("Bantuan S2 Rp9 juta.", "F-8")]
    known = release(document(section("Bantuan", *both), section("Lama", LAMA)))
    first, second, lama = known.statements
    found = fused(known, [("F-8", 0.93), (second, 0.9), (lama, 0.85), (first, 0.84)], [])
    assert [one.statement.id for one in found.found] == [second, first, lama]
    assert [one.cosine for one in found.found] == [0.93, 0.93, 0.85]


def test_an_alias_of_one_statement_brings_it_before_others_of_its_fact() -> None:
    both = [statement("Bantuan S1 Rp5 juta.", "F-8"), statement("Bantuan S2 Rp9 juta.", "F-8")]
    known = release(document(section("Bantuan", *both)))
    first, second = known.statements
    found = fused(known, [(asked_of(second), 0.95), ("F-8", 0.93), (first, 0.85), (second, 0.85)], [])
    assert [one.statement.id for one in found.found] == [second, first]
    assert [one.cosine for one in found.found] == [0.95, 0.93]


def test_both_lists_are_stretched_to_one_and_weighted() -> None:
    known, umur, biaya, lama = three()
    found = fused(known, [(umur, 0.9), (biaya, 0.85), (lama, 0.8)], [Hit(lama, 7.0), Hit(biaya, 3.0)])
    scores = {one.statement.id: one.score * (1 + WITHOUT_ALIASES.words) for one in found.found}
    assert scores[umur] == pytest.approx(WITHOUT_ALIASES.dense)
    assert scores[biaya] == pytest.approx(WITHOUT_ALIASES.dense / 2)
    assert scores[lama] == pytest.approx(1 - WITHOUT_ALIASES.dense)


def test_of_statements_as_near_the_one_with_the_questions_own_words_comes_first() -> None:
    both = [statement("Bantuan S1 Rp5 juta.", "F-8"), statement("Bantuan dibayar ke kampus.", "F-8")]
    known = release(document(section("Bantuan", *both)))
    amount, payment = known.statements
    passages = [("F-8", 0.93), (amount, 0.85), (payment, 0.85)]
    assert fused(known, passages, []).found[0].statement.id == amount, "reading order where nothing else decides"
    assert fused(known, passages, [], ["kampus"]).found[0].statement.id == payment


def test_a_statement_is_nearer_where_its_section_is_near() -> None:
    known, umur, biaya, lama = three()
    passages = [(umur, 0.9), (biaya, 0.89), (lama, 0.8), (known.statements[biaya].section, 0.95)]
    assert fused(known, passages, []).found[0].statement.id == biaya


def test_nearness_of_sections_breaks_ties() -> None:
    known, umur, biaya, _ = three()
    even = [(umur, 0.9), (biaya, 0.9)]
    assert fused(known, even, []).found[0].statement.id == umur, "reading order where nothing else decides"
    near_section = (known.statements[biaya].section, 0.95)
    assert fused(known, [near_section, *even], []).found[0].statement.id == biaya


def test_without_phrasings_the_nearest_section_tells_how_near_a_question_is() -> None:
    known, umur, biaya, _ = three()
    passages = [(umur, 0.9), (biaya, 0.85), (known.statements[biaya].section, 0.93)]
    assert fused(known, passages, []).cosine == 0.93
    assert max(one.cosine for one in fused(known, passages, []).found) == 0.9


def test_nothing_found_is_nearness_zero() -> None:
    known, *_ = three()
    found = fused(known, [], [])
    assert found.found == ()
    assert found.cosine == 0.0


def live(store: FakeStore, pointer: FakePointer) -> LiveIndex:
    return LiveIndex(store, pointer, "test", 1)


async def test_without_a_release_the_error_says_what_to_run() -> None:
    with pytest.raises(ReleaseError, match=r"ingest\.py"):
        async with live(FakeStore(), FakePointer(None)).reading():
            pass


async def test_a_new_release_serves_the_next_question_and_the_old_one_is_closed_after_its_last_reader() -> None:
    store = FakeStore(release(release_id="one"), release(release_id="two"))
    pointer = FakePointer("one")
    following = live(store, pointer)
    async with following.reading() as old:
        pointer.live = "two"
        async with following.reading() as new:
            assert new.release.id == "two"
        assert old.release.id == "one"
        assert not store.indexes["one"].closed, "a question is still reading it"
    assert store.indexes["one"].closed
    assert not store.indexes["two"].closed
    await following.close()
    assert store.indexes["two"].closed


async def test_it_is_told_when_another_release_has_taken_the_place_of_the_one_before() -> None:
    store, pointer, told = FakeStore(release(release_id="one"), release(release_id="two")), FakePointer("one"), []
    following = LiveIndex(
        store, pointer, "test", 1, opened=lambda: told.append([key for key, one in store.indexes.items() if one.closed])
    )
    for live_now in ("one", "one", "two", "gone"):
        pointer.live = live_now
        async with following.reading():
            pass
    assert told == [[], ["one"]]


async def test_an_unusable_new_release_leaves_the_old_one_serving() -> None:
    other_model = release(release_id="two", fingerprint="another model")
    store = FakeStore(release(release_id="one"), other_model)
    pointer = FakePointer("one")
    following = live(store, pointer)
    async with following.reading():
        pass
    for bad in ("two", "gone"):
        pointer.live = bad
        async with following.reading() as index:
            assert index.release.id == "one"
    assert store.indexes["two"].closed


async def test_a_first_release_of_another_model_is_refused_with_the_remedy() -> None:
    store = FakeStore(release(release_id="one", fingerprint="another model"))
    with pytest.raises(ReleaseError, match="another embedding model"):
        async with live(store, FakePointer("one")).reading():
            pass


async def test_many_questions_at_once_open_a_release_once() -> None:
    store = FakeStore(release(release_id="one"))
    following = live(store, FakePointer("one"))

    async def ask() -> object:
        async with following.reading() as index:
            await asyncio.sleep(0)
            return index

    assert len(set(await asyncio.gather(*(ask() for _ in range(20))))) == 1


async def test_a_release_that_can_not_serve_is_tried_once() -> None:
    store = FakeStore(release(release_id="one"))
    pointer = FakePointer("one")
    following = live(store, pointer)

    async def asked() -> str:
        async with following.reading() as index:
            return index.release.id

    assert await asked() == "one"
    pointer.live = "gone"
    assert await asyncio.gather(*(asked() for _ in range(5))) == ["one"] * 5
    assert store.opened == ["one", "gone"]


async def test_a_new_release_is_opened_before_anybody_asks() -> None:
    store = FakeStore(release(release_id="one"), release(release_id="two"))
    pointer = FakePointer("one")
    following = live(store, pointer)
    task = asyncio.create_task(following.follow(0.001))
    pointer.live = None
    await asyncio.sleep(0.01)  # nothing to serve: it goes on looking
    for release_id in ("one", "two"):
        pointer.live = release_id
        async with asyncio.timeout(5):
            while following.release_id != release_id:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.001)
    task.cancel()
    assert store.indexes["one"].closed
