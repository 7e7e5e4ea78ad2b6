"""Proposals on disk: nothing in the folder before, all of it afterwards, whatever happens in between."""

from __future__ import annotations

import datetime as dt
import itertools
from contextlib import nullcontext
from pathlib import Path

import pytest

from bot.adapters.files import KnowledgeFiles
from bot.adapters.proposal_folders import ProposalFolders
from bot.domain.errors import FolderChanged, KnowledgeError, ReleaseError
from bot.domain.proposals import Change
from bot.ingestion.laid_over import LaidOver

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def folders(tmp_path: Path) -> ProposalFolders:
    (tmp_path / "knowledge" / "bus").mkdir(parents=True)
    (tmp_path / "knowledge" / "bus" / "lama.md").write_bytes(b"lama")
    (tmp_path / "knowledge" / "gone.md").write_bytes(b"pergi")
    numbers = itertools.count()
    return ProposalFolders(
        folder=tmp_path / "proposals",
        root=tmp_path / "knowledge",
        backups=tmp_path / "backups",
        still=nullcontext,
        clock=lambda: NOW,
        suffix=lambda: f"p{next(numbers)}",
    )


CHANGE = Change(
    files={"bus/lama.md": b"baru", "naskah/panduan.pdf": b"%PDF", "gone.md": None},
    made_from={"bus/lama.md": b"lama", "naskah/panduan.pdf": None, "gone.md": b"pergi"},
    before={"document": "lama"},
    after={"document": "baru"},
)


def held(folders: ProposalFolders) -> dict[str, bytes]:
    files = (file for file in folders.root.rglob("*") if file.is_file())
    return {file.relative_to(folders.root).as_posix(): file.read_bytes() for file in files}


BEFORE = {"bus/lama.md": b"lama", "gone.md": b"pergi"}
AFTER = {"bus/lama.md": b"baru", "naskah/panduan.pdf": b"%PDF"}


async def test_a_proposal_stays_outside_the_folder_until_it_is_placed(folders: ProposalFolders) -> None:
    proposal = folders.keep(CHANGE)
    assert held(folders) == BEFORE
    files = LaidOver(KnowledgeFiles(folders.root), folders.contents(proposal))
    assert files.list() == ["bus/lama.md", "naskah/panduan.pdf"]
    assert [files.read(path) for path in files.list()] == [b"baru", b"%PDF"]
    with pytest.raises(KnowledgeError):
        files.read("gone.md")


async def test_what_is_placed_is_kept_and_copies_of_what_it_replaced(folders: ProposalFolders) -> None:
    async with folders.placed(folders.keep(CHANGE)) as proposal:
        assert proposal
        assert (proposal.before, proposal.after) == ({"document": "lama"}, {"document": "baru"})
    assert held(folders) == AFTER
    copies = {file.parent.name + "/" + file.name.split(".2026")[0]: file.read_bytes() for file in copied(folders)}
    assert copies == {"bus/lama.md": b"lama", "backups/gone.md": b"pergi"}
    assert list(folders.folder.iterdir()) == []


async def test_if_publishing_fails_the_files_go_out_again_and_the_proposal_stays(folders: ProposalFolders) -> None:
    proposal = folders.keep(CHANGE)

    async def publish_in_vain() -> None:
        async with folders.placed(proposal):
            assert held(folders) == AFTER
            raise ReleaseError("gone")

    with pytest.raises(ReleaseError):
        await publish_in_vain()
    assert held(folders) == BEFORE
    async with folders.placed(proposal):
        pass
    assert held(folders) == AFTER


@pytest.mark.parametrize("path", ["bus/lama.md", "naskah/panduan.pdf", "gone.md"])
async def test_a_hand_edit_meanwhile_is_noticed_and_nothing_is_overwritten(folders: ProposalFolders, path: str) -> None:
    proposal = folders.keep(CHANGE)
    (folders.root / path).parent.mkdir(exist_ok=True)
    (folders.root / path).write_bytes(b"oleh orang lain")
    before = held(folders)
    with pytest.raises(FolderChanged):
        folders.check(proposal)
    with pytest.raises(FolderChanged) as caught:
        async with folders.placed(proposal):
            pass
    assert caught.value.file == path
    assert held(folders) == before


async def test_what_a_killed_process_was_placing_is_finished_by_the_next(folders: ProposalFolders) -> None:
    proposal = folders.keep(CHANGE)
    (folders.folder / proposal / "placing").touch()
    (folders.root / "bus" / "lama.md").write_bytes(b"baru")  # as far as it had come
    await folders.tidy(NOW - dt.timedelta(days=1))
    assert held(folders) == AFTER
    assert folders.find(proposal) is None


async def test_old_proposals_and_halves_of_them_are_forgotten(folders: ProposalFolders) -> None:
    folders.keep(CHANGE)
    (folders.folder / ".p9" / "files").mkdir(parents=True)
    await folders.tidy(NOW - dt.timedelta(days=1000))
    assert len(list(folders.folder.iterdir())) == 2
    await folders.tidy(NOW + dt.timedelta(days=1000))
    assert list(folders.folder.iterdir()) == []
    assert held(folders) == BEFORE


async def test_a_proposal_that_is_given_up_leaves_nothing_behind(folders: ProposalFolders) -> None:
    folders.drop(folders.keep(CHANGE))
    folders.drop(None)
    folders.drop("../knowledge")
    assert list(folders.folder.iterdir()) == []
    assert held(folders) == BEFORE
    with pytest.raises(ReleaseError):
        async with folders.placed("p0"):
            pass


@pytest.mark.parametrize("path", ["../luar.md", "/etc/x.md", "a\\b.md", "a/../../x.md"])
def test_a_path_that_leads_out_of_the_folder_is_refused(folders: ProposalFolders, path: str) -> None:
    with pytest.raises(KnowledgeError):
        folders.keep(Change({path: b"x"}, {path: None}))


async def test_a_link_that_leads_out_of_the_folder_is_not_written_through(
    folders: ProposalFolders, tmp_path: Path
) -> None:
    (tmp_path / "luar").mkdir()
    (folders.root / "pintu").symlink_to(tmp_path / "luar")
    with pytest.raises(KnowledgeError):
        async with folders.placed(folders.keep(Change({"pintu/x.md": b"x"}, {"pintu/x.md": None}))):
            pass
    assert list((tmp_path / "luar").iterdir()) == []


async def test_nothing_is_placed_without_a_proposal(folders: ProposalFolders) -> None:
    async with folders.placed(None) as proposal:
        assert proposal is None
    assert held(folders) == BEFORE


def copied(folders: ProposalFolders) -> list[Path]:
    return [file for file in folders.backups.rglob("*") if file.is_file()]
