"""The ingest that a chat asks for: a child process whose end, whatever it is, is understood."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot import assembly
from bot.adapters.database import SqlDatabase
from bot.config import Config
from bot.domain.errors import AlreadyRunning, KnowledgeErrors, ProgramError, ReleaseError
from bot.domain.releases import Author, Place
from bot.workshop import ReleaseWorkshop, ingest_command
from tests.ingestion.fakes import Bench

Step = tuple[str, int, int]


def workshop(code: str) -> ReleaseWorkshop:
    return ReleaseWorkshop((sys.executable, "-c", code), Bench({}).releases)


async def failure(code: str) -> str:
    with pytest.raises(ProgramError) as caught:
        await workshop(code).prepare(lambda step, done, total: None)
    return str(caught.value)


async def test_a_real_ingest_tells_its_progress_and_its_candidate_is_published_and_taken_back(
    own_campaign: Config,
) -> None:
    file = own_campaign.paths.knowledge / "bus-sekolah.md"
    file.write_text(file.read_text("utf-8").replace("06.15", "05.45"), "utf-8")
    twin = own_campaign.paths.knowledge / "bus-sekolah.en.md"
    twin.write_text(twin.read_text("utf-8").replace("06:15", "05:45"), "utf-8")
    database = SqlDatabase(f"sqlite:///{own_campaign.paths.data / 'bot.db'}")
    steps: list[Step] = []
    one = ReleaseWorkshop(ingest_command(own_campaign.file), assembly.releases(own_campaign, database))
    before = await database.live_release()
    outline = await one.prepare(lambda *step: steps.append(step))
    assert [step for step, _, _ in steps][:1] == ["read"]
    assert outline.candidate
    assert outline.statements.changed >= 1
    assert before == await database.live_release()
    await one.publish(outline.candidate, Author("hash", "Ibu Ani"))
    assert outline.candidate == await database.live_release()
    assert [each.place for each in await one.standings()] == [Place.LIVE, Place.EARLIER]
    assert before
    await one.roll_back(before, Author("hash", "Ibu Ani"))
    assert before == await database.live_release()
    with pytest.raises(ReleaseError):
        await one.discard(outline.candidate, Author())
    assert [(action.what, action.label) for action in await database.actions(2)] == [
        ("rollback", "Ibu Ani"),
        ("publish", "Ibu Ani"),
    ]
    database.close()


async def test_mistakes_in_files_come_back_one_by_one_with_their_places(own_campaign: Config) -> None:
    file = own_campaign.paths.knowledge / "bus-sekolah.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n[^Z-1]: per 2025\n", encoding="utf-8")
    (own_campaign.paths.knowledge / "lain.md").write_text("Tanpa judul.", encoding="utf-8")
    database = SqlDatabase(f"sqlite:///{own_campaign.paths.data / 'bot.db'}")
    one = ReleaseWorkshop(ingest_command(own_campaign.file), assembly.releases(own_campaign, database))
    with pytest.raises(KnowledgeErrors) as caught:
        await one.prepare(lambda step, done, total: None)
    assert {error.file for error in caught.value.errors} == {"bus-sekolah.md", "lain.md"}
    assert any(error.reason.startswith("front matter is missing") for error in caught.value.errors)
    database.close()


async def test_what_the_child_complains_of_is_told() -> None:
    assert await failure("import sys; sys.exit('a.md:4: no footnote')") == "a.md:4: no footnote"


async def test_a_child_that_crashes_is_told_without_its_traceback() -> None:
    assert await failure("1 / 0") == "ingest.py ended with 1"
    assert await failure("import os, signal; os.kill(os.getpid(), signal.SIGKILL)") == "ingest.py ended with -9"
    assert await failure("print('no JSON'); print('{}')") == "ingest.py ended with 0"


async def test_another_ingest_under_way_is_an_error_of_its_own() -> None:
    with pytest.raises(AlreadyRunning, match="another"):
        await workshop("import sys; print('another', file=sys.stderr); sys.exit(3)").prepare(lambda *step: None)


async def test_the_child_ends_with_whoever_waits_for_it(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    code = f"import os, pathlib, time; pathlib.Path({str(begun)!r}).write_text(str(os.getpid())); time.sleep(60)"
    task = asyncio.create_task(workshop(code).prepare(lambda *step: None))
    async with asyncio.timeout(20):
        while not begun.exists() or not begun.read_text():  # noqa: ASYNC110 - another process's files tell nobody
            await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)
