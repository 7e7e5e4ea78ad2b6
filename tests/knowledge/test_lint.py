"""The delivered documents before a plan's warnings: nothing to find, and what would contradict them is found."""

import datetime as dt
from pathlib import Path

import pytest

from bot.adapters.files import KnowledgeFiles
from bot.ingestion.folder import Snapshot
from bot.ingestion.lint import lint
from bot.ingestion.plan import diff
from bot.ingestion.reading import read
from tests.ingestion.fakes import Folder, told

KNOWLEDGE = Path(__file__).parent.parent.parent / "knowledge"
TODAY = dt.date(2026, 11, 24)
NOTE = "\n\n[^Z]: per 2026\n    Laporan, Contoh. <https://contoh.id>\n"


@pytest.fixture(scope="module")
def delivered() -> dict[str, str | bytes]:
    files = KnowledgeFiles(KNOWLEDGE)
    return {path: files.read(path) for path in files.list()}


def findings(files: dict[str, str | bytes], statement: str = "") -> list[str]:
    """What is found in the documents, and in one more that says a statement."""
    more = {"ringkasan.md": f"---\ntitle: Ringkasan\n---\n{statement}[^Z]{NOTE}"} if statement else {}
    documents = read(Snapshot(Folder(files | more))).documents
    return told(lint(documents, diff(None, documents), TODAY))


def test_the_delivered_documents_leave_nothing_to_look_at(delivered: dict[str, str | bytes]) -> None:
    assert findings(delivered) == []


@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("Batas usia penerima Gratispol Pendidikan untuk S1 adalah 30 tahun.", "gives 25 tahun"),
        ("Batas umur penerima kuliah gratis jenjang magister adalah 37 tahun.", "gives 35 tahun"),
        ("UMP Kaltim 2026 sebesar Rp3,9 juta.", "gives Rp3.762.431"),
        ("UMK Samarinda 2026 adalah Rp4.100.000.", "gives Rp3.983.882"),
        ("Insentif guru Jospol di Kaltim sebesar Rp750 ribu per bulan.", "gives Rp500 ribu"),
        ("Pemutihan pajak kendaraan Kaltim berlangsung 8 Mei–31 Juli 2025.", "gives 8 April"),
    ],
)
def test_a_contradicting_document_is_reported(delivered: dict[str, str | bytes], statement: str, other: str) -> None:
    assert any("ringkasan.md:4" in one and other in one for one in findings(delivered, statement))


@pytest.mark.parametrize(
    "statement",
    [
        "Batas usia penerima Gratispol Pendidikan untuk S1 adalah 25 tahun.",
        "UMP Kaltim 2026 sebesar Rp3,76 juta, naik 5,12 persen.",
        "Isran Noor–Hadi Mulyadi meraih 793.793 suara di Pilgub Kaltim 2024.",
        "Kuota umrah Gratispol Kaltim 2026 adalah 900 orang.",
    ],
)
def test_a_document_that_agrees_is_not(delivered: dict[str, str | bytes], statement: str) -> None:
    assert findings(delivered, statement) == []
