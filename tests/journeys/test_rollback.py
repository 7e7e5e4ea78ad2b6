"""Publishing and rolling back beside people who ask without a pause: live at once, and no question fails."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing

from bot import assembly
from bot.adapters.database import SqlDatabase
from bot.answering.assistant import Assistant
from bot.app import open_assistant, open_ingestion
from bot.config import Config
from bot.domain.answers import Answer, Outcome
from tests.journeys.conftest import ingest
from tests.journeys.test_release import ask, leave_earlier, said

AT_ONCE = 4
SOON = 2.0  # seconds


async def test_a_release_and_a_roll_back_are_live_at_once_and_no_question_in_flight_fails(own_campaign: Config) -> None:
    answers: list[Answer] = []
    over = asyncio.Event()

    async def keep_asking(assistant: Assistant) -> None:
        while not over.is_set():
            answers.append(await ask(assistant))

    leave_earlier(own_campaign)
    async with open_ingestion(own_campaign) as ingestion:
        candidate = (await ingestion.prepare(lambda step, done, total: None)).candidate
    assert candidate
    with closing(SqlDatabase(f"sqlite:///{own_campaign.paths.data / 'bot.db'}")) as database:
        releases = assembly.releases(own_campaign, database)
        async with open_assistant(own_campaign) as assistant, asyncio.TaskGroup() as people:
            assert "06.15" in said(await ask(assistant))
            for _ in range(AT_ONCE):
                people.create_task(keep_asking(assistant))
            await releases.publish(candidate)
            for now, move in (("05.45", releases.roll_back), ("06.15", None)):
                begun = time.monotonic()
                assert now in said(await ask(assistant))
                assert time.monotonic() - begun < SOON
                if move:
                    await move()
            over.set()
    assert {answer.outcome for answer in answers} == {Outcome.QUOTED}


async def test_after_a_roll_back_the_next_ingest_publishes_what_the_folder_holds(own_campaign: Config) -> None:
    leave_earlier(own_campaign)
    await ingest(own_campaign)
    async with open_ingestion(own_campaign) as ingestion:
        await ingestion.releases.roll_back()
    await ingest(own_campaign)
    async with open_assistant(own_campaign) as assistant:
        assert "05.45" in said(await ask(assistant))
