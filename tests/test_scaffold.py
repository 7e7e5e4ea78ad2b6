"""The folder of a new campaign: filled in by example, ready to run, made whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from bot.config import Config, load
from bot.domain.documents import Kind
from bot.examining import Wish, examine
from bot.ingestion.folder import DATA_FILES
from bot.scaffold import CampaignNotMade, make_campaign
from tests.journeys.conftest import ingest
from tests.processes import run

REPLACE = "GANTI"
TO_REPLACE = ("name", "run_by", "time_zone", "campaign_start", "campaign_end", "quiet_start", "quiet_end", "voting_day")


@pytest.fixture
def made(campaign: Config, tmp_path: Path) -> Config:
    """A campaign just made; vectors that are known already save a quarter minute."""
    folder = make_campaign("contoh", tmp_path)
    (folder / "var").mkdir()
    shutil.copy(campaign.paths.data / "vectors.db", folder / "var")
    return load(folder / "config.toml", {})


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


async def test_a_campaign_just_made_ingests_and_answers_each_question_of_its_exam(made: Config) -> None:
    await ingest(made)
    told = made.file.with_name("exam.json")
    assert await examine(made, Wish(json=told)) == 0
    asked = json.loads(told.read_text(encoding="utf-8"))["questions"]
    assert len(asked) >= 10
    assert {one["question"]: one["faults"] for one in asked if not one["right"]} == {}


def test_every_kind_of_document_and_data_file_has_an_example(tmp_path: Path) -> None:
    folder = make_campaign("contoh", tmp_path)
    names = {Path(name).name for name in everything(folder)}
    assert {*DATA_FILES, "config.toml", "README.md", ".env"} <= names
    documents = [path.read_text(encoding="utf-8") for path in folder.joinpath("knowledge").rglob("*.md")]
    for kind in (Kind.JANJI, Kind.PELAKSANAAN, Kind.PEMILU):
        assert any(f"kind: {kind}" in text for text in documents)
    assert any("\n|---" in text for text in documents)
    assert any("\n[^" in text for text in documents)


def test_what_must_be_replaced_says_so_links_among_it(tmp_path: Path) -> None:
    lines = (make_campaign("contoh", tmp_path) / "config.toml").read_text(encoding="utf-8").splitlines()
    marked = {line.partition(" = ")[0] for line in lines if REPLACE in line.partition("  # ")[2]}
    links = [line.partition(" = ")[0] for line in lines if line.startswith('"')]
    assert links
    assert {*TO_REPLACE, *links, "owners", "regional"} == marked


def test_every_address_in_the_documents_is_one_that_can_not_exist(tmp_path: Path) -> None:
    folder = make_campaign("contoh", tmp_path) / "knowledge"
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.md")]
    hosts = {host for text in texts for host in re.findall(r"https?://([^/>\s]+)", text)}
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


def test_only_its_owner_may_read_the_file_for_the_token(tmp_path: Path) -> None:
    assert (make_campaign("contoh", tmp_path) / ".env").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", ".", "..", "../contoh", "a/b", "Contoh", "dua kata", "-x", "a" * 51, "contoh\n"])
def test_a_name_that_can_be_no_folder_is_refused_and_nothing_is_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(CampaignNotMade, match="write up to 50 small letters"):
        make_campaign(name, tmp_path / "into")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "contoh").mkdir()
    (tmp_path / "contoh" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CampaignNotMade, match="is there already: choose another name"):
        make_campaign("contoh", tmp_path)
    assert everything(tmp_path) == {"contoh/mine.txt"}


def test_where_no_folder_can_be_made_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CampaignNotMade, match="can't be made: Not a directory"):
        make_campaign("contoh", tmp_path / "file")


def test_the_command_makes_it_and_says_how_to_go_on(tmp_path: Path) -> None:
    ended = run("-m", "bot", "campaign", "contoh", "--into", str(tmp_path))
    config = tmp_path / "contoh" / "config.toml"
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert f'make run CONFIG="{config}"' in ended.stdout.decode()
    assert "[campaign.links]" in ended.stdout.decode()
    assert config.is_file()


def test_the_command_complains_in_one_line(tmp_path: Path) -> None:
    ended = run("-m", "bot", "campaign", "Dua Kata", "--into", str(tmp_path))
    (line,) = ended.stderr.decode().splitlines()
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert line.startswith("'Dua Kata' can't be the name of a campaign's folder")
