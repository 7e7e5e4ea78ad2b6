"""Two admins at once, on real releases: one gets through, the other is told, and what is served is whole."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.adapters.files import in_turn
from bot.domain.ports import Tell
from bot.domain.releases import Author, Outline
from bot.ingestion.outline import outline
from bot.telegram.abilities import Abilities
from bot.workshop import ReleaseWorkshop
from tests.fakes import Call, Person
from tests.ingestion.fakes import Bench, markdown
from tests.telegram.conftest import House, house
from tests.telegram.membership import joined

PATIENCE = 1.0  # seconds
GONE, LIVE = "tidak bisa dipakai lagi", "Terbit: rilis"


@dataclass(frozen=True)
class Shop(ReleaseWorkshop):
    """The workshop, whose ingests run on a bench instead of in a child process."""

    bench: Bench

    async def prepare(self, tell: Tell, proposal: str | None = None) -> Outline:
        return outline(await self.bench.ingestion.prepare(tell))


@dataclass
class Two:
    """An owner and an admin before the same bot, and the releases that they share."""

    home: House
    bench: Bench
    shop: Shop
    owner: Person
    ani: Person

    async def planned(self, person: Person, text: str) -> Call:
        """The message under the plan of a candidate that says this."""
        self.bench.folder.files["a.md"] = markdown(text)
        before = len(self.home.telegram.calls)
        await person.write("/ingest")
        async with asyncio.timeout(5):
            while True:
                for call in self.home.telegram.calls[before:]:
                    if call.result and call.params["chat_id"] == person.id and "boleh diterbitkan" in call.text:
                        return call
                await asyncio.sleep(0.01)

    async def at_once(self, *taps: tuple[Person, Call, str]) -> list[str]:
        """What each reads after all of them have tapped a button at the same moment."""
        before = len(self.home.telegram.calls)
        await asyncio.gather(*(person.press(call, button) for person, call, button in taps))
        told = [call for call in self.home.telegram.calls[before:] if call.result and call.text]
        return [next(call.text for call in told if call.params["chat_id"] == person.id) for person, _, _ in taps]

    def is_whole(self) -> bool:
        """Whether the live release is there."""
        return self.bench.database.live in self.bench.store.list()


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Two]:
    bench = Bench({"a.md": markdown("Bus gratis.")})
    await bench.publish()
    releases = replace(bench.releases, alone=lambda: in_turn(tmp_path / "lock", "try again", PATIENCE))
    shop = Shop((), releases, bench)
    home = house(Abilities(workshop=shop))
    async with home.application:
        await home.application.start()
        yield Two(home, bench, shop, home.owner(), await joined(home, 7, label="Ibu Ani"))
        await home.application.stop()


async def test_of_two_who_publish_at_once_one_is_live_and_the_other_is_told(two: Two) -> None:
    first = await two.planned(two.owner, "Bus gratis untuk siswa.")
    second = await two.planned(two.ani, "Bus gratis untuk guru.")
    read = await two.at_once((two.owner, first, "✅ Terbitkan"), (two.ani, second, "✅ Terbitkan"))
    assert sorted(LIVE in text for text in read) == [False, True]
    assert sorted(GONE in text for text in read) == [False, True]
    assert len(two.bench.database.history) == 2
    assert two.is_whole()


async def test_a_candidate_that_is_tapped_twice_is_published_once(two: Two) -> None:
    verdict = await two.planned(two.owner, "Bus gratis untuk siswa.")
    await two.owner.press(verdict, "✅ Terbitkan")
    (again,) = await two.owner.press(verdict, "✅ Terbitkan")
    assert GONE in again.text
    assert len(two.bench.database.history) == 2


async def test_one_publishes_while_the_other_goes_back(two: Two) -> None:
    (first,) = two.bench.store.list()
    await two.owner.press(await two.planned(two.owner, "Bus gratis untuk siswa."), "✅ Terbitkan")
    verdict = await two.planned(two.owner, "Bus gratis untuk guru.")
    (listed,) = await two.ani.write("/rilis")
    (sure,) = await two.ani.press(listed, listed.buttons[-1]["text"])
    published, back = await two.at_once(
        (two.owner, verdict, "✅ Terbitkan"), (two.ani, sure, "Ya, kembali ke rilis itu")
    )
    assert f"Rilis {first} aktif lagi" in back
    assert (LIVE in published) != (GONE in published)
    assert two.bench.database.live == first
    assert two.is_whole()


@pytest.mark.parametrize("button", ["✅ Terbitkan", "🗑 Buang"])
async def test_a_candidate_that_somebody_else_has_removed_is_told(two: Two, button: str) -> None:
    verdict = await two.planned(two.owner, "Bus gratis untuk siswa.")
    live, candidate = two.bench.database.live, two.bench.store.list()[-1]
    await two.shop.discard(candidate, Author("x", "Ibu Ani"))
    (told,) = await two.owner.press(verdict, button)
    assert GONE in told.text
    assert two.bench.database.live == live


async def test_an_ingest_of_another_process_is_told(two: Two) -> None:
    two.bench.locked = True
    await two.owner.write("/ingest")
    async with asyncio.timeout(5):
        while not any("Proses lain" in call.text for call in two.home.telegram.calls):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("button", ["✅ Terbitkan", "🗑 Buang"])
async def test_who_taps_while_the_releases_are_held_is_asked_to_tap_again(
    two: Two, tmp_path: Path, button: str
) -> None:
    verdict = await two.planned(two.owner, "Bus gratis untuk siswa.")
    async with in_turn(tmp_path / "lock", ""):
        (told,) = await two.owner.press(verdict, button)
    assert "ketuk sekali lagi" in told.text
