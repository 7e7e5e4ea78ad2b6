"""What an exam leaves unasked changes no verdict: beside each stands the same exam with nothing kept."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot import assembly
from bot.adapters.vectors import SqliteVectorCache
from bot.app import open_ingestion
from bot.config import Config, load
from bot.exam import GoldenExam
from bot.ingestion.golden import Examination, examine
from bot.ingestion.ingestion import Report
from bot.sittings import KeptSittings
from tests.journeys.conftest import ingest
from tests.journeys.test_release import change

PARKS = """---
title: Taman kota
program: taman
---
## Taman yang dibuka
Taman Kota Contoh dibuka pukul 05.00 sampai 21.00.[^T-1]

[^T-1]: per 2025
    Taman Kota, Dinas Contoh, 2025-05-10. <https://taman.contoh.id>
"""
FARES = """---
title: Ongkos angkot
program: angkot
---
## Ongkos angkot
| Penumpang | Ongkos sekali jalan |
|---|---|
| Dewasa | Rp5 ribu[^O-1] |
| Pelajar | Rp2 ribu[^O-1] |

[^O-1]: per 2025
    Ongkos Angkot, Dinas Contoh, 2025-05-10. <https://angkot.contoh.id>
"""
PHRASING = '"B-1" = ["bus anak sekolah mulai jalan jam brp"]\n'
ABSENT = '\n[[topic]]\nname = "kolam"\nphrasings = ["kolam renang kota kapan dibuka"]\nask = "Belum ada."\n'
INTENT = '\n[[boundary]]\nkind = "vote_advice"\nexamples = ["enaknya coblos siapa ya"]\n'
QUESTIONS = (
    ("Jam berapa bus sekolah berangkat?", "QUOTED", "B-1"),
    ("bus brangkat jam brp", "QUOTED", "B-1"),
    ("Apa syarat naik bus sekolah?", "QUOTED", "B-3"),
    ("Berapa jumlah bus sekolah?", "QUOTED", "B-4"),
    ("What time does the school bus leave?", "QUOTED", "B-1"),
    ("Berapa taman yang dijanjikan?", "QUOTED", "J-2"),
    ("Siapa nomor urut 2?", "QUOTED", "P-1"),
    ("Berapa ongkos angkot untuk dewasa?", "QUOTED", "O-1"),
    ("Taman kota buka jam berapa?", "NOT_FOUND", ""),
    ("kolam renang kota kapan dibuka?", "NOT_FOUND", ""),
    ("Saya enaknya coblos siapa?", "DECLINED", ""),
    ("armada?", "CLARIFY", ""),
    ("halo", "SMALL_TALK", ""),
)


def append(name: str, text: str) -> Callable[[Config], None]:
    """Return what adds a text to a file of the folder."""

    def alter(config: Config) -> None:
        with (config.paths.knowledge / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return alter


def turn(name: str, before: str, after: str) -> Callable[[Config], None]:
    """Return what puts other words into a file of the folder."""
    return lambda config: change(config, name, before, after)


def drop_promises(config: Config) -> None:
    """Remove a document, and the choice that names its section."""
    for name in ("janji.md", "clarify.toml"):
        (config.paths.knowledge / name).unlink()


CHANGES = {
    "a sentence reworded": turn("bus-sekolah.md", "berangkat pukul 06.15", "mulai berangkat pada pukul 06.15"),
    "a sentence added": turn("pemilihan.md", "## Hasil", "Debat diadakan dua kali pada 2024.[^P-1]\n\n## Hasil"),
    "a sentence removed": turn("pemilihan.md", "Wakil wali kota dari Sari Wulan adalah Bayu Pratama.[^P-1]\n", ""),
    "a table's value": turn("ongkos.md", "Rp5 ribu", "Rp7 ribu"),
    "a heading": turn("bus-sekolah.md", "## Jam dan rute", "## Kapan berangkat dan rute"),
    "a document added": append("taman.md", PARKS),
    "a document removed": drop_promises,
    "a phrasing": append("phrasings.toml", PHRASING),
    "an absent topic": append("absent.toml", ABSENT),
    "an intent's example": append("intents.toml", INTENT),
    "a name": append("names.toml", '"Bayu Pratama" = ["Mas Bay"]\n'),
}


@pytest.fixture(scope="module")
def sat(campaign: Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a campaign with an exam, which its live release has sat."""
    folder = tmp_path_factory.mktemp("sat")
    shutil.copytree(campaign.file.parent, folder, dirs_exist_ok=True)
    own = load(folder / "config.toml", {})
    held_out = own.paths.exam / "held_out"
    held_out.mkdir(parents=True)
    rows = [{"text": one, "expect": [how], **({"facts": [fact]} if fact else {})} for one, how, fact in QUESTIONS]
    (held_out / "all.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    append("ongkos.md", FARES)(own)
    asyncio.run(ingest(own))
    return folder


@pytest.fixture
def examined(sat: Path, tmp_path: Path) -> Config:
    """A copy of it that one test may change as it likes."""
    shutil.copytree(sat, tmp_path, dirs_exist_ok=True)
    return load(tmp_path / "config.toml", {})


async def prepared(config: Config) -> tuple[Report, list[tuple[str, int, int]]]:
    """Return what an ingest says of its candidate, which waits, and the steps that it told."""
    steps: list[tuple[str, int, int]] = []
    async with open_ingestion(config) as ingestion:
        report = await ingestion.prepare(lambda *step: steps.append(step))
    return report, steps


async def afresh(config: Config, candidate: str, folder: Path) -> Examination:
    """Return the same exam, sat whole by the candidate and by the live release."""
    with closing(assembly.database(config)) as database:
        live = await database.live_release()
        found = assembly.exam(config, SqliteVectorCache(config.paths.data / "vectors.db"), database)
        assert isinstance(found, GoldenExam)
        nothing_kept = replace(found, kept=KeptSittings(folder, lambda: ()))
        return await examine(nothing_kept, candidate, live, lambda step, done, total: None)


@pytest.mark.parametrize("kind", CHANGES)
async def test_the_verdict_is_that_of_the_whole_exam_whatever_has_changed(
    examined: Config, tmp_path_factory: pytest.TempPathFactory, kind: str
) -> None:
    CHANGES[kind](examined)
    report, steps = await prepared(examined)
    assert ("compare", len(QUESTIONS), len(QUESTIONS)) in steps
    assert ("compare", 0, len(QUESTIONS)) not in steps  # the live release's answers were kept
    assert report.examination
    assert report.candidate
    whole = await afresh(examined, report.candidate.id, tmp_path_factory.mktemp("exams"))
    assert report.examination == whole
    assert report.examination.is_passed is whole.is_passed


async def test_what_a_plan_has_asked_is_not_asked_again_when_the_same_is_published(examined: Config) -> None:
    CHANGES["a table's value"](examined)
    async with open_ingestion(examined) as ingestion:
        planned = await ingestion.rehearse(lambda *step: None)
        steps: list[tuple[str, int, int]] = []
        published = await ingestion.publish(lambda *step: steps.append(step))
    assert published.release
    assert ("exam", 0, len(QUESTIONS)) not in steps
    assert planned.examination
    assert published.examination
    assert published.examination.candidate.graded == planned.examination.candidate.graded
