"""Hostile documents: each ends in a clear error or is read without harm, within its limits, and spoils no other."""

from __future__ import annotations

import gc
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.files import KnowledgeFiles
from bot.adapters.sandbox import Limits, Sandbox
from bot.domain.errors import KnowledgeErrors
from bot.ingestion.extract import extract
from bot.ingestion.knowledge import read_knowledge
from tests.ingestion.fakes import markdown, told
from tests.ingestion.hostile import ALL, HARMLESS, Hostile

LIMITS = Limits(seconds=2, megabytes=400)
PATIENCE = 40.0  # seconds for one file: the limit on the clock twice, since a second child may have to try again
GROWTH = 150_000  # kilobytes by which the reading process may grow: the largest file is 20 MB


@dataclass
class Timed:
    """A folder that notes when each of its files is read."""

    files: KnowledgeFiles
    moments: list[float] = field(default_factory=list)

    def list(self) -> list[str]:
        return self.files.list()

    def read(self, path: str) -> bytes:
        self.moments.append(time.perf_counter())
        return self.files.read(path)


@dataclass(frozen=True)
class Outcome:
    """What one reading of all hostile files said, by file, and what it took."""

    said: dict[str, list[str]]
    slowest: float
    growth: int
    touched: frozenset[Path]  # files that were not as before


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(extract, LIMITS) as opened:
        yield opened


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Outcome:
    folder = Timed(laid(tmp_path_factory.mktemp("hostile") / "knowledge", ALL))
    gc.collect()  # what other tests have left open writes to its files no later than now
    before, memory = listing(tmp_path_factory), held()
    with pytest.raises(KnowledgeErrors) as caught:
        read_knowledge(folder, (), sandbox.run)
    folder.moments.append(time.perf_counter())
    said: dict[str, list[str]] = {}
    for error in caught.value.errors:
        said.setdefault(error.file, []).append(str(error))
    slowest = max(after - at for at, after in zip(folder.moments, folder.moments[1:], strict=False))
    touched = frozenset(path for path, _ in before.items() ^ listing(tmp_path_factory).items())
    return Outcome(said, slowest, peak() - memory, touched)


def laid(folder: Path, hostile: tuple[Hostile, ...]) -> KnowledgeFiles:
    """The folder with hostile files, what belongs to them, and a good one."""
    files = {"baik.md": markdown("Gratis.", "Baik").encode()}
    for number, each in enumerate(hostile):
        own = {each.path: each.make(), **each.beside()}
        files |= {path: content.replace(b"title: Jahat", b"title: Jahat %d" % number) for path, content in own.items()}
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return KnowledgeFiles(folder)


def listing(factory: pytest.TempPathFactory) -> dict[Path, int]:
    return {path: path.stat().st_size for path in factory.getbasetemp().rglob("*") if path.is_file()}


def peak() -> int:
    """The most memory in kilobytes that this process had since the last call; 0 where only Linux could tell."""
    if sys.platform != "linux":
        return 0
    most = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    Path("/proc/self/clear_refs").write_text("5")  # making the bombs took memory too
    assert most
    return int(most[1])


def held() -> int:
    peak()
    return peak()


@pytest.mark.parametrize("hostile", ALL, ids=lambda hostile: ascii(hostile.path[:30]))
def test_a_hostile_file_ends_in_a_clear_error_or_is_read_without_harm(hostile: Hostile, outcome: Outcome) -> None:
    said = outcome.said.get(hostile.path, [])
    if hostile.said == HARMLESS:
        assert said == []
    else:
        assert re.search(hostile.said, "\n".join(said)), said


def test_what_is_said_of_hostile_files_can_be_printed(outcome: Outcome) -> None:
    assert all(len(line) < 1500 and line.isprintable() for lines in outcome.said.values() for line in lines)


def test_no_hostile_file_takes_long_fills_the_memory_or_touches_other_files(outcome: Outcome) -> None:
    assert outcome.slowest < PATIENCE
    assert outcome.growth < GROWTH
    assert outcome.touched == frozenset()


def test_good_files_stay_good_beside_hostile_ones(outcome: Outcome) -> None:
    assert "baik.md" not in outcome.said


def test_what_is_harmless_is_published_without_what_nobody_should_see(tmp_path: Path, sandbox: Sandbox) -> None:
    found = read_knowledge(laid(tmp_path, tuple(each for each in ALL if each.said == HARMLESS)), (), sandbox.run)
    texts = {document.path: [each.text for each in document.statements] for document in found.documents}
    assert texts["baik.md"] == ["Gratis."]
    assert (texts["arah.md"], texts["arah.html"]) == (["Gratis."], ["Gratis."])
    assert texts["luar.html"][-1] == "&a; Isi."  # as it is written: no other file is read
    warned = dict(each.split(": ", 1) for each in told(found.warnings))
    assert "U+202E" in warned["arah.md:4"]
    assert "never run" in warned["skrip.pdf"]
    assert "never run" in warned["perintah.pdf"]
