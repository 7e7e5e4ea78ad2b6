"""Groups of questions that mean the same: named, counted, and compared with the period before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.adapters.embeddings import BundledEngine
from bot.domain.documents import Role
from bot.domain.gaps import AskedInVain, Dealt, Gap, Remedy, text_id
from bot.ingestion.gap_groups import distinct, group, with_remedies

NOW = dt.datetime(2030, 11, 20, 12, 0, tzinfo=dt.UTC)
SINCE = NOW - dt.timedelta(days=30)
BOATS = ("apakah ada bantuan kapal untuk nelayan?", "nelayan dapat bantuan kapal tidak", "bantuan kapal nelayan")
RICE = ("harga beras kapan turun", "kapan harga beras turun")


def asked(text: str, days: int = 1, *, disliked: bool = False) -> AskedInVain:
    return AskedInVain(text, "id", NOW - dt.timedelta(days=days), disliked)


async def grouped(questions: Sequence[AskedInVain]) -> list[Gap]:
    texts = distinct(questions)
    return group(questions, texts, await BundledEngine().embed(texts, Role.QUERY), SINCE)


async def test_questions_of_one_meaning_are_one_gap_and_the_most_frequent_comes_first() -> None:
    rice, boats = await grouped([*map(asked, BOATS[:2]), *map(asked, RICE), asked(RICE[0], disliked=True)])
    assert (set(rice.texts), rice.count, rice.disliked) == (set(RICE), 3, 1)
    assert (set(boats.texts), boats.count, boats.disliked) == (set(BOATS[:2]), 2, 0)
    assert (rice.question, rice.language) == (RICE[0], "id")


async def test_what_was_asked_earlier_is_the_period_before() -> None:
    (boats,) = await grouped([asked(BOATS[0]), asked(BOATS[1], 40), asked(BOATS[0], 50), asked(RICE[0], 45)])
    assert (boats.count, boats.before) == (1, 2)


async def test_one_question_and_none_are_no_special_case() -> None:
    assert await grouped([]) == []
    assert [gap.count for gap in await grouped([asked("?!")])] == [1]


async def test_a_gap_knows_what_was_done_about_any_of_its_questions() -> None:
    gaps = await grouped([*map(asked, BOATS), *map(asked, RICE)])
    dealt = Dealt(text_id(BOATS[1]), BOATS[1], "id", Remedy.ALIAS, "B-1", NOW)
    assert [gap.dealt for gap in with_remedies(gaps, {dealt.id: dealt})] == [dealt, None]
