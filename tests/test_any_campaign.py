"""Another campaign is another folder and another config file: no code and no test of code knows this one."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from math import log10
from pathlib import Path

import pytest
from wordfreq import zipf_frequency

from bot.config import Config, load
from tests.journeys.conftest import ingest, running

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tests" / "knowledge"  # what may speak of the campaign that is delivered
READ = {".py", ".toml", ".ftl", ".md", ".txt", ".html", ".yaml", ".ini"}
LEAST = 4  # letters of a spelling that is no ordinary word
ALLOWED = HERE / "topical_words.toml"
OFTEN = 3  # times that the documents hold a topical word, or more
TOPICAL = 1.5  # how much more often than everyday language, as log10: 30 times
RAREST = 2.0  # Zipf frequency of what no list of words holds
EVERYDAY = 4.0  # Zipf frequency from which a word is anybody's: once in 100,000 words
WORD = re.compile(r"[^\W\d_]{3,}")
NO_PROSE = re.compile(
    r"https?://\S+|\{[^{}]*=[^{}]*\}|^\[\^[^\]]+\]:.*(?:\n[ \t]+.*)*", re.MULTILINE
)  # addresses, what headings say of themselves, and footnotes' sources
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


@cache
def topical_words() -> frozenset[str]:
    """Return the words that the delivered documents hold much more often than Indonesian or English does (wordfreq)."""
    documents = (path.read_text(encoding="utf-8") for path in (ROOT / "knowledge").rglob("*.md"))
    prose = (NO_PROSE.sub(" ", text.split("\n---\n", 1)[-1]) for text in documents)
    told = Counter(word for text in prose for word in words_of(text))
    return frozenset(word for word, count in told.items() if is_topical(word, count, told.total()))


def is_topical(word: str, count: int, total: int) -> bool:
    anywhere = max(zipf_frequency(word, "id"), zipf_frequency(word, "en"), RAREST)
    return count >= OFTEN and anywhere < EVERYDAY and log10(count / total) + 9 >= anywhere + TOPICAL


def words_of(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def said_in(path: Path) -> set[str]:
    """Return the words of a file of the program: of code those of its strings, no comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return set(words_of(re.sub(r"(?m)(?:^|\s)#.*", " ", text)))
    nodes = list(ast.walk(ast.parse(text)))
    bare = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    strings = (node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in bare)
    return {word for value in strings if isinstance(value, str) for word in words_of(value)}


@cache
def topical_in_the_program() -> dict[str, set[str]]:
    """Return the topical words of each file of bot/ that holds any."""
    named = {str(path.relative_to(ROOT)): said_in(path) & topical_words() for path in files() if "bot" in path.parts}
    return {file: words for file, words in named.items() if words and file.startswith("bot/")}


def allowances() -> list[tuple[list[str], set[str]]]:
    content = tomllib.loads(ALLOWED.read_text(encoding="utf-8"))
    return [(entry["files"], set(entry["words"])) for entry in content["allowed"]]


def test_the_program_speaks_of_no_topic_that_only_the_delivered_documents_have() -> None:
    found = [
        f"{file}: {word}"
        for file, words in topical_in_the_program().items()
        for word in sorted(words)
        if not any(word in allowed and any(fnmatch(file, one) for one in where) for where, allowed in allowances())
    ]
    assert not found, "derive it from the documents, or move it to knowledge/:\n" + "\n".join(found)


def test_what_may_be_topical_is_still_said_where_it_may() -> None:
    for where, allowed in allowances():
        said = {
            word
            for file, words in topical_in_the_program().items()
            if any(fnmatch(file, one) for one in where)
            for word in words
        }
        assert allowed - said == set(), "take them off the list: it only shrinks"


def test_topical_words_are_the_documents_own_and_no_everyday_ones() -> None:
    assert len(topical_words()) > 80
    assert topical_words().isdisjoint("dan yang program sekolah rumah and the school house".split())


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
