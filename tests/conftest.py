"""A campaign that does not exist, ingested once a session by the real Ingestion with the real model."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.app import open_assistant, open_ingestion
from bot.config import Config, load

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant

CAMPAIGN = Path(__file__).parent / "campaign"


@pytest.fixture(scope="session")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """The configuration of a campaign whose documents are ingested; tests must not change its folder."""
    folder = tmp_path_factory.mktemp("campaign")
    shutil.copytree(CAMPAIGN, folder, dirs_exist_ok=True)
    config = load(folder / "config.toml", {})
    asyncio.run(_ingest(config))
    return config


@pytest.fixture
def own_campaign(campaign: Config, tmp_path: Path) -> Config:
    """A copy of the campaign that one test may change as it likes."""
    shutil.copytree(campaign.file.parent, tmp_path, dirs_exist_ok=True)
    return load(tmp_path / "config.toml", {})


@pytest.fixture
async def assistant(campaign: Config) -> AsyncIterator[Assistant]:
    """The Assistant of the campaign."""
    async with open_assistant(campaign) as opened:
        yield opened


async def _ingest(config: Config) -> None:
    async with open_ingestion(config) as ingestion:
        await ingestion.publish(lambda step, done, total: None)
