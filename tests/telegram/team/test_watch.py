"""Watch mode: a change is told once to those who want to know, and only if nobody else has dealt with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.adapters.address_records import SqlAddresses
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.errors import AlreadyRunning, KnowledgeError, KnowledgeErrors
from bot.domain.ports import TeamRecords, Tell
from bot.domain.releases import Outline, Place, Standing
from bot.domain.watching import Handled
from bot.telegram.abilities import Abilities, Schedules
from tests.fakes import Call, Person
from tests.telegram.conftest import House, house
from tests.telegram.membership import joined
from tests.telegram.team.test_publishing import ONE, THREE, TWO, Bench, outline, standing


class FakeFolder:
    """A folder whose content is one word."""

    def __init__(self) -> None:
        self.content = "old"
        self.noted = Handled()
        self.is_being_told = False

    async def stamp(self) -> str:
        return f"stamp of {self.content}"

    async def state(self) -> str:
        return self.content

    async def handled(self) -> Handled:
        return self.noted

    async def note(self, handled: Handled) -> None:
        self.noted, self.is_being_told = handled, not handled.is_told


class Store(Bench):
    """A workshop that knows what its releases were made of."""

    def __init__(self) -> None:
        super().__init__()
        self.made_of = {TWO: (Place.LIVE, "old")}
        self.runs = 0

    async def prepare(self, tell: Tell, proposal: str | None = None) -> Outline:
        self.runs += 1
        return await super().prepare(tell, proposal)

    async def standings(self) -> list[Standing]:
        found = []
        for release, (place, knowledge) in self.made_of.items():
            one = standing(release, place)
            found.append(replace(one, manifest=replace(one.manifest, knowledge=knowledge)))
        return found


@dataclass
class Watched:
    """A house over a watched folder."""

    home: House
    folder: FakeFolder
    store: Store
    addresses: SqlAddresses

    async def look(self, home: House | None = None) -> list[Call]:
        """Let the bot look at the folder as long as there is something to do; return what it sent or edited."""
        one = home or self.home
        assert one.application.job_queue
        (job,) = one.application.job_queue.get_jobs_by_name("knowledge folder")
        before = len(one.telegram.calls)
        for _ in range(4):
            await job.run(one.application)
            await asyncio.sleep(0.001)
            while self.folder.is_being_told:  # noqa: ASYNC110 - a task of its own
                await asyncio.sleep(0.002)
        sent = one.telegram.calls[before:]
        return [call for call in sent if call.method in ("sendMessage", "editMessageText") and call.result]

    def restarted(self) -> House:
        return started(self.home.records, self.addresses, self.folder, self.store)


def started(records: TeamRecords, addresses: SqlAddresses, folder: FakeFolder, store: Store) -> House:
    return house(Abilities(workshop=store, schedules=Schedules(addresses, folder=folder)), records=records)


@pytest.fixture
async def watched() -> AsyncIterator[Watched]:
    database = SqlDatabase("sqlite://")
    folder, store, addresses = FakeFolder(), Store(), SqlAddresses(database)
    one = started(SqlTeam(database), addresses, folder, store)
    async with one.application:
        await one.application.start()
        await wants(one.owner())
        one.telegram.calls.clear()
        yield Watched(one, folder, store, addresses)
        await one.application.stop()
    database.close()


async def wants(person: Person) -> None:
    (shown,) = await person.write("/kabar")
    await person.press(shown, "⬜ Dokumen berubah")


async def test_a_change_is_told_with_its_plan_and_that_very_candidate_is_published(watched: Watched) -> None:
    assert await watched.look() == []
    watched.folder.content = "new"
    plan, question = await watched.look()
    assert "Rencana" in plan.text
    assert "Isi folder dokumen berubah. Calon rilis ini boleh diterbitkan." in question.text
    assert [one["text"] for one in question.buttons] == ["✅ Terbitkan", "🗑 Buang"]
    (done,) = await watched.home.owner().press(question, "✅ Terbitkan")
    assert "Terbit" in done.text
    assert watched.store.done == [("publish", THREE, "pemilik", None)]


async def test_the_same_state_is_told_once_whatever_becomes_of_it(watched: Watched) -> None:
    watched.folder.content = "new"
    _, question = await watched.look()
    assert await watched.look() == []
    await watched.home.owner().press(question, "🗑 Buang")
    assert await watched.look() == []
    other = watched.restarted()
    async with other.application:
        assert await watched.look(other) == []
    assert watched.store.runs == 1


async def test_what_is_still_being_saved_is_waited_for(watched: Watched) -> None:
    assert watched.home.application.job_queue
    (job,) = watched.home.application.job_queue.get_jobs_by_name("knowledge folder")
    for number in range(5):
        watched.folder.content = f"draft {number}"
        await job.run(watched.home.application)
    assert watched.store.runs == 0


@pytest.mark.parametrize("place", [Place.LIVE, Place.WAITING])
async def test_what_somebody_else_makes_a_release_of_is_not_asked_for(watched: Watched, place: Place) -> None:
    watched.folder.content = "new"
    watched.store.made_of[THREE] = (place, "new")
    assert await watched.look() == []
    watched.store.made_of = {ONE: (Place.LIVE, "old")}  # and taken back
    assert await watched.look() == []
    assert watched.store.runs == 0


async def test_another_ingest_is_waited_for(watched: Watched) -> None:
    watched.folder.content, watched.store.result = "new", AlreadyRunning("x")
    assert await watched.look() == []
    assert watched.store.runs == 1
    watched.home.clock.move(minutes=1)
    watched.store.result = outline()
    assert len(await watched.look()) == 2


async def test_mistakes_are_told_once_the_first_of_them(watched: Watched) -> None:
    errors = [KnowledgeError("no <title>", file=f"{number}.md") for number in range(10)]
    watched.folder.content, watched.store.result = "bad", KnowledgeErrors(errors)
    (told,) = await watched.look()
    assert "belum bisa dipakai" in told.text
    assert "7.md: no <title>\n… dan 2 lagi" in told.text
    assert await watched.look() == []
    watched.folder.content, watched.store.result = "good", outline()
    assert len(await watched.look()) == 2


async def test_a_candidate_is_discarded_when_the_folder_changes_again_and_its_message_says_so(watched: Watched) -> None:
    watched.folder.content = "new"
    _, question = await watched.look()
    watched.folder.content = "newer"
    replaced, _, again = await watched.look()
    assert (replaced.method, replaced.params["message_id"]) == ("editMessageText", question.result["message_id"])
    assert "calon rilis ini dibuang" in replaced.text
    assert not replaced.buttons
    assert again.buttons
    assert watched.store.done == [("discard", THREE, "Pengawas folder")]


async def test_what_was_published_is_not_called_discarded_when_the_folder_changes_again(watched: Watched) -> None:
    watched.folder.content = "new"
    await watched.look()
    watched.folder.content, watched.store.refuses = "newer", True
    sent = await watched.look()
    assert [call.method for call in sent] == ["sendMessage", "sendMessage"]


async def test_what_a_killed_process_has_begun_is_begun_anew(watched: Watched) -> None:
    watched.folder.content, watched.folder.noted = "new", Handled("new", is_told=False)
    watched.store.made_of[THREE] = (Place.WAITING, "new")
    assert len(await watched.look()) == 2


async def test_where_nobody_wants_to_know_one_line_is_logged(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    owner = watched.home.owner()
    (shown,) = await owner.write("/kabar")
    await owner.press(shown, "✅ Dokumen berubah")
    watched.folder.content = "new"
    with caplog.at_level(logging.INFO, "bot"):
        assert await watched.look() == []
        watched.home.clock.move(minutes=1)
        assert await watched.look() == []
    assert len([one for one in caplog.records if "nobody wants" in one.message]) == 1
    assert watched.store.runs == 0
    await wants(owner)
    watched.home.clock.move(minutes=1)
    assert len(await watched.look()) == 2


async def test_each_is_asked_in_their_language_and_who_may_not_publish_is_not(watched: Watched) -> None:
    ani = await joined(watched.home, 7)
    await wants(ani)
    watched.home.assistant.languages[(await watched.addresses.all())[0].person] = "en"
    watched.home.telegram.calls.clear()
    watched.folder.content = "new"
    questions = [call for call in await watched.look() if call.buttons]
    assert sorted(call.buttons[0]["text"] for call in questions) == ["✅ Publish", "✅ Terbitkan"]
    reviewer = await joined(watched.home, 8, "peninjau", "Pak Budi")
    (shown,) = await reviewer.write("/kabar")
    assert "Dokumen berubah" not in str(shown.buttons)
