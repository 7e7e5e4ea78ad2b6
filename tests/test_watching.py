"""The watched folder: named as the release that was made of it, and otherwise as soon as anything would change."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import assembly
from bot.adapters.files import KnowledgeFiles
from bot.app import general_boundaries
from bot.config import Config
from bot.domain.watching import Handled
from bot.watching import WatchedFolder


@pytest.fixture
def folder(own_campaign: Config, tmp_path: Path) -> WatchedFolder:
    return WatchedFolder(KnowledgeFiles(own_campaign.paths.knowledge), general_boundaries(), tmp_path / "watch")


async def test_a_folder_that_was_ingested_is_named_as_its_release(folder: WatchedFolder, own_campaign: Config) -> None:
    (manifest,) = assembly.store(own_campaign).manifests()
    assert await folder.state() == manifest.knowledge


async def test_whatever_is_saved_changes_the_stamp_and_what_is_ingested_the_state(
    folder: WatchedFolder, own_campaign: Config
) -> None:
    stamp, state = await folder.stamp(), await folder.state()
    assert await folder.stamp() == stamp
    (own_campaign.paths.knowledge / "README.md").write_text("for people", "utf-8")
    assert await folder.stamp() != stamp
    assert await folder.state() == state
    file = own_campaign.paths.knowledge / "bus-sekolah.md"
    file.write_text(file.read_text("utf-8").replace("06.15", "05.45"), "utf-8")
    assert await folder.state() != state


async def test_a_file_that_can_not_be_ingested_is_a_state_of_its_own(
    folder: WatchedFolder, own_campaign: Config
) -> None:
    state = await folder.state()
    strange = own_campaign.paths.knowledge / "table.xlsx"
    strange.write_bytes(b"x")
    first = await folder.state()
    strange.rename(strange.with_name("other.xlsx"))
    assert len({state, first, await folder.state()}) == 3
    (own_campaign.paths.knowledge / "gone.md").symlink_to("/nowhere.md")
    assert await folder.state() != state
    assert "gone.md" in await folder.stamp()


async def test_what_was_dealt_with_is_known_after_a_restart(folder: WatchedFolder) -> None:
    assert await folder.handled() == Handled()
    for handled in (Handled("a", is_told=False), Handled("b", "candidate")):
        await folder.note(handled)
        assert await folder.handled() == handled
    (folder.notes / "handled.json").write_text("{", "utf-8")
    assert await folder.handled() == Handled()
