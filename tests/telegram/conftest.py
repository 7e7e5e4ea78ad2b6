from __future__ import annotations

import datetime as dt
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.calendar import Campaign, Link
from bot.domain.ports import TeamRecords
from bot.domain.privacy import person_hash
from bot.telegram.abilities import ONLY_ANSWERING, Abilities
from bot.telegram.application import App, build
from bot.telegram.frontend import Settings
from tests.fakes import NOW, CannedAssistant, FakeTelegram, Person

CAMPAIGN = Campaign(
    {"id": "Kampanye Contoh", "en": "Example Campaign"},
    {"id": "Tim Contoh", "en": "Example Team"},
    (Link("Situs resmi", "https://contoh.id"),),
)


SECRET, OWNER = b"secret", 500


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    passed: dt.timedelta = dt.timedelta()

    def now(self) -> dt.datetime:
        return NOW + self.passed

    def seconds(self) -> float:
        return self.passed.total_seconds()

    def move(self, **units: float) -> None:
        """Let days, hours, minutes or seconds pass."""
        self.passed += dt.timedelta(**units)


@dataclass
class House:
    """The real Application, the Telegram it believes in, and the Assistant behind it."""

    application: App
    telegram: FakeTelegram
    assistant: CannedAssistant
    clock: Clock
    records: TeamRecords
    people: dict[int, Person] = field(default_factory=dict)

    def owner(self) -> Person:
        """An owner in their private chat."""
        return self.person(OWNER)

    def person(self, number: int = 1, chat: int = 0, language_code: str = "id") -> Person:
        """A person in their private chat, or in a group."""
        return Person(self.application, self.telegram, number, language_code, chat)


def house(
    abilities: Abilities = ONLY_ANSWERING,
    *,
    limit: int = 1000,
    records: TeamRecords | None = None,
    minutes: int = 0,
    admins_invite: bool = True,
) -> House:
    """A house whose owner is OWNER; with the records of another, a second process beside it, or minutes later."""
    telegram, assistant, clock = FakeTelegram(), CannedAssistant(), Clock(dt.timedelta(minutes=minutes))
    records = records or SqlTeam(SqlDatabase("sqlite://"))
    owners = frozenset({person_hash(SECRET, OWNER)})
    settings = Settings(
        SECRET, CAMPAIGN, token="1:test", owners=owners, questions_per_minute=limit, admins_invite=admins_invite
    )
    application = build(
        settings,
        assistant,
        records,
        abilities,
        clock=clock.now,
        timer=clock.seconds,
        random_bytes=random.Random(1).randbytes,
        request=telegram,
    )
    return House(application, telegram, assistant, clock, records)


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
