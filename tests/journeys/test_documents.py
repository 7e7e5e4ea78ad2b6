"""A document's way from a chat into the folder and into answers: planned, published, undone, killed in between."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import assembly
from bot.app import open_assistant, open_ingestion
from bot.config import Config
from bot.desks import desks
from bot.domain.answers import Outcome, Question
from bot.domain.documents import Kind
from bot.domain.drafting import Sheet
from bot.domain.errors import FolderChanged
from bot.domain.releases import Candidate
from bot.telegram.abilities import Desks
from tests.fakes import NOW

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "siapa yang mendampingi anak di halte?"
DATA = b"<html><body><h1>Halte aman</h1><p>Anak di halte bus sekolah didampingi petugas halte.</p></body></html>"
SHEET = Sheet(
    "Halte aman", "sekolah", Kind.ATURAN, "id", None, "Halte Aman, Dishub Contoh. <https://dishub.contoh.id/h>"
)


@pytest.fixture
async def writing(own_campaign: Config) -> AsyncIterator[Desks]:
    async with open_assistant(own_campaign) as assistant:
        yield desks(own_campaign, assistant)


async def proposed(writing: Desks) -> str:
    upload = await writing.uploads.read("Halte Aman.html", DATA)
    return await writing.uploads.propose(upload, SHEET, None)


async def candidate(config: Config, proposal: str) -> Candidate:
    async with open_ingestion(config, proposal) as ingestion:
        report = await ingestion.prepare(lambda step, done, total: None)
    assert report.candidate
    return report.candidate


async def test_a_file_is_in_the_folder_and_in_answers_as_soon_as_it_is_published(
    own_campaign: Config, writing: Desks
) -> None:
    before = held(own_campaign)
    waiting = await candidate(own_campaign, await proposed(writing))
    assert held(own_campaign) == before
    async with open_ingestion(own_campaign) as ingestion:
        await ingestion.releases.publish(waiting)
        assert not await ingestion.newer()  # what was planned is what the folder holds: nothing is left to ingest
    assert set(held(own_campaign)) - set(before) == {"halte-aman.html", "halte-aman.html.yaml"}
    async with open_assistant(own_campaign) as assistant:
        answer = await assistant.ask(Question(QUESTION, NOW))
    assert answer.outcome is Outcome.QUOTED
    (citation, *_) = answer.citations
    assert citation.sources[0].url == "https://dishub.contoh.id/h"


async def test_a_discarded_file_leaves_nothing_behind(own_campaign: Config, writing: Desks) -> None:
    before = held(own_campaign)
    waiting = await candidate(own_campaign, await proposed(writing))
    async with open_ingestion(own_campaign) as ingestion:
        await ingestion.releases.discard(waiting.id)
    assert held(own_campaign) == before
    assert list((own_campaign.paths.data / "proposals").iterdir()) == []


async def test_a_hand_edit_between_plan_and_publication_wins(own_campaign: Config, writing: Desks) -> None:
    (spot, *_) = await writing.writing.spots("jam bus sekolah")
    file = own_campaign.paths.knowledge / spot.document
    upload = await writing.uploads.read(file.name, file.read_bytes().replace(b"06.15", b"05.45"))
    twin = file.with_name(file.stem + ".en.md")
    upload = await writing.uploads.with_twin(upload, twin.name, twin.read_bytes().replace(b"06:15", b"05:45"))
    waiting = await candidate(own_campaign, await writing.uploads.propose(upload, upload.sheet, spot.document))
    by_hand = file.read_bytes() + b"\n"
    file.write_bytes(by_hand)
    async with open_ingestion(own_campaign) as ingestion:
        live = await ingestion.releases.database.live_release()
        with pytest.raises(FolderChanged):
            await ingestion.releases.publish(waiting)
        assert await ingestion.releases.database.live_release() == live
    assert file.read_bytes() == by_hand


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot import assembly
from bot.adapters import proposal_folders
from bot.config import load

def die_after(count, put=proposal_folders.put):
    def write(file, content):
        nonlocal count
        put(file, content)
        count -= 1
        if not count:
            os.kill(os.getpid(), signal.SIGKILL)
    return write

proposal_folders.put = die_after(int(sys.argv[3]))
config = load(Path(sys.argv[1]), {})
database = assembly.database(config)
releases = assembly.releases(config, database)
asyncio.run(releases.publish(releases.waiting(sys.argv[2])))
"""


@pytest.mark.parametrize("after", [1, 2])
async def test_a_kill_while_files_are_placed_leaves_a_folder_that_ingests(
    own_campaign: Config, writing: Desks, after: int
) -> None:
    waiting = await candidate(own_campaign, await proposed(writing))
    command = (sys.executable, "-c", KILLED, str(own_campaign.file), waiting.id, str(after))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stderr=asyncio.subprocess.PIPE)
    _, told = await process.communicate()
    assert process.returncode == -signal.SIGKILL, told
    async with open_ingestion(own_campaign) as ingestion:
        report = await ingestion.publish(lambda step, done, total: None)
    assert report.release
    async with open_assistant(own_campaign) as assistant:
        assert (await assistant.ask(Question(QUESTION, NOW))).outcome is Outcome.QUOTED
    assert assembly.proposals(own_campaign).find(waiting.over or "") is None


def held(config: Config) -> dict[str, bytes]:
    files = (file for file in config.paths.knowledge.rglob("*") if file.is_file())
    return {file.relative_to(config.paths.knowledge).as_posix(): file.read_bytes() for file in files}
