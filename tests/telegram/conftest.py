from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.domain.calendar import Campaign, Link
from bot.telegram.application import App, build
from bot.telegram.frontend import Settings
from tests.fakes import NOW, CannedAssistant, FakeTelegram, Person

CAMPAIGN = Campaign(
    {"id": "Kampanye Contoh", "en": "Example Campaign"},
    {"id": "Tim Contoh", "en": "Example Team"},
    (Link("Situs resmi", "https://contoh.id"),),
)


@dataclass
class House:
    """The real Application, the Telegram it believes in, and the Assistant behind it."""

    application: App
    telegram: FakeTelegram
    assistant: CannedAssistant
    people: dict[int, Person] = field(default_factory=dict)

    def person(self, number: int = 1, chat: int = 0, language_code: str = "id") -> Person:
        """A person in their private chat, or in a group."""
        return Person(self.application, self.telegram, number, language_code, chat)


def house(limit: int = 1000) -> House:
    telegram, assistant = FakeTelegram(), CannedAssistant()
    settings = Settings(b"secret", CAMPAIGN, token="1:test", questions_per_minute=limit)
    application = build(settings, assistant, clock=lambda: NOW, request=telegram, get_updates_request=telegram)
    return House(application, telegram, assistant)


@pytest.fixture
async def home() -> AsyncIterator[House]:
    async for one in _running(house()):
        yield one


@pytest.fixture
async def strict_home() -> AsyncIterator[House]:
    """Where a person may ask twice a minute."""
    async for one in _running(house(limit=2)):
        yield one


async def _running(one: House) -> AsyncIterator[House]:
    async with one.application:
        await one.application.start()
        one.telegram.calls.clear()
        yield one
        await one.application.stop()
