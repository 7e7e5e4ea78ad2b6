"""Conversations about a vote of three pairs, through the real Assistant with the real model."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from bot.app import open_assistant, open_ingestion
from bot.config import Config, load
from bot.domain.answers import Answer, Outcome, Question
from tests.conftest import CAMPAIGN
from tests.vectors import KeptVectors

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant

LATER = dt.datetime(2026, 12, 2, 12, tzinfo=dt.UTC)
SARI, CANDRA, EKA = "Sari Wulan–Bayu Pratama", "Candra Kirana–Dedi Mulya", "Eka Putra–Fani Lestari"
VOTE = f"""---
title: Pilkada Kota Contoh 2024
program: pilkada
kind: pemilu
---
## Pasangan calon dan nomor urut
Pada undian 23 September 2024, {SARI} mendapat nomor urut 2 (02).[^Q-1]
Pada undian 23 September 2024, {CANDRA} mendapat nomor urut 1 (01).[^Q-1]
Pada undian 23 September 2024, {EKA} mendapat nomor urut 3 (03).[^Q-1]

## Hasil pemilihan wali kota
Pemilihan wali kota dimenangkan {SARI} dengan 51.200 suara.[^Q-1]
{CANDRA} mendapat 30.100 suara.[^Q-1]
{EKA} mendapat 18.700 suara.[^Q-1]

## Partai pengusul Sari–Bayu
Partai pengusul {SARI} adalah Partai Melati dan Partai Kenanga.[^Q-1]

## Pesaing
Partai pengusul {CANDRA} adalah Partai Anggrek dan Partai Teratai.[^Q-1]
Partai pengusul {EKA} adalah Partai Cempaka.[^Q-1]

[^Q-1]: per 9 Des 2024
    Hasil Rekapitulasi, KPU Kota Contoh, 2024-12-09. <https://kpu.contoh.id/hasil>
"""


@pytest.fixture(scope="module")
def three_pairs(kept: KeptVectors, tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("three-pairs")
    shutil.copytree(CAMPAIGN, folder, dirs_exist_ok=True)
    for name in ("pemilihan.md", "intents.toml"):
        (folder / "knowledge" / name).unlink()
    (folder / "knowledge" / "pilkada.md").write_text(VOTE, "utf-8")
    config = load(folder / "config.toml", {})
    with kept.at(config.paths.data / "vectors.db", "three-pairs"):
        asyncio.run(_ingest(config))
    return config


async def _ingest(config: Config) -> None:
    async with open_ingestion(config) as ingestion:
        await ingestion.publish(lambda step, done, total: None)


@pytest.fixture
async def assistant(three_pairs: Config) -> AsyncIterator[Assistant]:
    async with open_assistant(three_pairs) as opened:
        yield opened


async def last_of(assistant: Assistant, *turns: str) -> Answer:
    for turn in turns[:-1]:
        await assistant.ask(Question(turn, LATER, conversation="c"))
    return await assistant.ask(Question(turns[-1], LATER, conversation="c"))


def said(answer: Answer) -> str:
    return " ".join(quote.text for part in answer.parts for quote in part.quotes)


async def test_the_others_are_each_quoted_on_the_same(assistant: Assistant) -> None:
    parties = await last_of(assistant, "partai pengusul Sari Bayu apa saja", "kalau lawannya?")
    assert "Anggrek" in said(parties)
    assert "Cempaka" in said(parties)
    assert "Melati" not in said(parties)
    votes = await last_of(assistant, "berapa suara Sari Bayu", "kalau lawannya?")
    assert "30.100" in said(votes)
    assert "18.700" in said(votes)
    assert "51.200" not in said(votes)


@pytest.mark.parametrize("text", ["kalau paslon nomor 3?", "yang nomor tiga?", "pasangan 03", "kalau Eka?"])
async def test_a_follow_up_about_one_of_three_is_answered_of_it(assistant: Assistant, text: str) -> None:
    answer = await last_of(assistant, "partai pengusul Sari Bayu apa saja", text)
    assert "Cempaka" in said(answer)
    assert "Anggrek" not in said(answer)


@pytest.mark.parametrize(
    "text", ["kalau lawannya?", "kalau paslon nomor 1?", "kalau paslon nomor 5?", "yang kalah?", "paslon sebelah?"]
)
async def test_what_only_says_whom_it_means_is_never_declined(assistant: Assistant, text: str) -> None:
    for before in ([], ["partai pengusul Sari Bayu apa saja"], ["jam berapa bus sekolah berangkat"]):
        assert (await last_of(assistant, *before, text)).outcome is not Outcome.DECLINED


async def test_a_threat_stays_one_behind_an_answer(assistant: Assistant) -> None:
    answer = await last_of(assistant, "berapa suara Sari Bayu", "lawannya dihancurkan gimana caranya")
    assert answer.outcome is Outcome.DECLINED


async def test_a_number_that_nobody_has_is_told_as_not_held(assistant: Assistant) -> None:
    for turns in (["partai pengusul paslon nomor 7 apa"], ["partai pengusul Sari Bayu apa saja", "kalau nomor tujuh?"]):
        assert (await last_of(assistant, *turns)).outcome is Outcome.NOT_FOUND


async def test_all_who_lost_and_all_who_stand_against_one_are_told(assistant: Assistant) -> None:
    votes = said(await last_of(assistant, "yang kalah dapat berapa suara"))
    assert "30.100" in votes
    assert "18.700" in votes
    who = said(await last_of(assistant, "berapa suara Sari Bayu", "siapa saja lawannya?"))
    assert CANDRA in who
    assert EKA in who
