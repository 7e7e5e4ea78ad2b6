"""Another campaign is another folder and another config file: no code and no test of code knows this one."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config import Config, load
from tests.journeys.conftest import ingest, running

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tests" / "knowledge"  # what may speak of the campaign that is delivered
READ = {".py", ".toml", ".ftl", ".md", ".txt", ".html", ".yaml", ".ini"}
LEAST = 4  # letters of a spelling that is no ordinary word
DOCUMENT = """---
title: Koperasi nelayan Tanjung Contoh
---
Koperasi nelayan Tanjung Contoh buka setiap Senin pukul 08.00.
Simpanan pokok koperasi nelayan Tanjung Contoh Rp50.000 per orang.
"""


def own_names() -> set[str]:
    """Return what the delivered campaign calls itself, its programs, people and places, with all their spellings."""
    named = tomllib.loads((ROOT / "knowledge" / "names.toml").read_text(encoding="utf-8"))
    campaign = tomllib.loads((ROOT / "config.toml").read_text(encoding="utf-8"))["campaign"]
    hosts = [url.split("//")[1].split("/")[0] for url in campaign["links"].values() if "bawaslu" not in url]
    texts = campaign["name"], campaign["run_by"]
    names = [name for text in texts for name in (text.values() if isinstance(text, dict) else [text])]
    pieces = [piece for name in names for piece in re.split(r"[–()]", name)]
    spellings = [spelling for name, others in named.items() for spelling in (name, *others)]
    more = (HERE / "own_words.txt").read_text(encoding="utf-8").splitlines()
    return {name.strip() for name in (*hosts, *pieces, *spellings, *more) if len(name.strip()) >= LEAST}


def files() -> Iterator[Path]:
    yield ROOT / "ingest.py"
    for folder in ("bot", "tests", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in READ and HERE not in path.parents:
                yield path


def test_no_code_and_no_test_of_code_names_the_campaign_that_is_delivered() -> None:
    names = sorted(own_names(), key=len, reverse=True)
    named = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, names))})(?![^\W_])", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}:{number}: {hit[0]}"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (hit := named.search(line))
    ]
    assert not found, "say it with the made-up campaign of tests/campaign instead:\n" + "\n".join(found)


def test_the_names_that_are_looked_for_are_those_of_the_delivered_files() -> None:
    documents = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "knowledge").rglob("*.md"))
    more = (HERE / "own_words.txt").read_text(encoding="utf-8").splitlines()
    assert [name for name in more if name.lower() not in documents.lower()] == []
    assert len(own_names()) > 80
    assert len(list(files())) > 100


@pytest.fixture
def smallest_campaign(campaign: Config, tmp_path: Path) -> Config:
    """A folder with one document, and an empty config file; vectors that are known already save a quarter minute."""
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "var").mkdir()
    (tmp_path / "knowledge" / "koperasi.md").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    shutil.copy(campaign.paths.data / "vectors.db", tmp_path / "var")
    return load(tmp_path / "config.toml", {})


async def test_a_folder_with_one_titled_document_and_an_empty_config_ingests_and_answers(
    smallest_campaign: Config,
) -> None:
    await ingest(smallest_campaign)
    async with running(smallest_campaign) as bot:
        person = bot.person()
        (welcome,) = await person.write("/start")
        assert "bot otomatis" in welcome.text
        (answer,) = await person.write("koperasi nelayan buka jam berapa?")
        assert "buka setiap Senin pukul 08.00. [1]" in answer.text
        (sources,) = await person.press(answer, "📄 Sumber")
        assert "koperasi.md" in sources.text
        (absent,) = await person.write("siapa presiden pertama Indonesia?")
        assert "belum memuat jawaban" in absent.text
        (menu,) = await person.write("/program")
        assert menu.buttons[0]["text"] == "Koperasi nelayan Tanjung Contoh"
