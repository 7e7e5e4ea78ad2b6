"""A second campaign that does not exist, of another province, with three pairs: its held-out exam, sat for real.

Nobody has made the program for it, and nothing learns from its exam: what it reaches, any campaign may expect. As it is
invented, its questions and answers may be read.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from bot.app import open_ingestion
from bot.assembly import examined
from bot.config import load
from bot.domain.answers import Outcome
from bot.evaluation.questions import Split
from bot.evaluation.scoring import Verdict
from bot.exam import verdicts_on
from bot.question_files import questions_of
from tests.campaigns.mandaraya.make_pdf import FILE, PAGES
from tests.fakes import NOW
from tests.vectors import KeptVectors

CAMPAIGN = Path(__file__).parent / "mandaraya"
EXAM = questions_of(CAMPAIGN / "exam", CAMPAIGN / "training")
LEAST = 0.8  # right, with documents alone


def right(verdicts: Sequence[Verdict]) -> float:
    return sum(one.is_right for one in verdicts) / len(verdicts)


def failures(verdicts: Sequence[Verdict]) -> str:
    """All that is wrong, a question a line."""
    wrong = [f"{one.question.name}: {'; '.join(one.faults)}" for one in verdicts if not one.is_right]
    return "\n".join([f"{len(verdicts) - len(wrong)} of {len(verdicts)} are right; wrong are:", *wrong])


def sat(kept: KeptVectors, folder: Path, *, data_files: bool) -> tuple[Verdict, ...]:
    """Ingest the documents, with the data files beside them or without, and return what the release answers."""
    left_out = None if data_files else shutil.ignore_patterns("*.toml")
    shutil.copytree(CAMPAIGN / "knowledge", folder / "knowledge", ignore=left_out)
    shutil.copy(CAMPAIGN / "config.toml", folder)
    config = load(folder / "config.toml", {})

    async def ingested_and_examined() -> tuple[Verdict, ...]:
        async with open_ingestion(config) as ingestion:
            await ingestion.publish(lambda step, done, total: None)
        async with examined(config, lambda index: index) as lent:
            asked = lent.assistant, lent.release, config.paths.knowledge, EXAM, NOW
            return await verdicts_on(*asked, lambda done, total: None)

    with kept.at(config.paths.data / "vectors.db", CAMPAIGN.name, "campaign"):
        return asyncio.run(ingested_and_examined())


@pytest.fixture(scope="module")
def of_documents_alone(kept: KeptVectors, tmp_path_factory: pytest.TempPathFactory) -> tuple[Verdict, ...]:
    return sat(kept, tmp_path_factory.mktemp("documents"), data_files=False)


@pytest.fixture(scope="module")
def of_data_files_too(kept: KeptVectors, tmp_path_factory: pytest.TempPathFactory) -> tuple[Verdict, ...]:
    return sat(kept, tmp_path_factory.mktemp("data"), data_files=True)


def test_the_exam_is_large_and_held_out_and_names_the_facts_of_every_answer() -> None:
    assert len(EXAM) >= 150
    assert {one.split for one in EXAM} == {Split.EXAM}
    assert [one.name for one in EXAM if one.expect == (Outcome.QUOTED,) and not (one.facts or one.every)] == []


def test_with_documents_alone_four_of_five_answers_are_right(of_documents_alone: tuple[Verdict, ...]) -> None:
    assert right(of_documents_alone) >= LEAST, failures(of_documents_alone)


def test_what_an_operator_writes_beside_the_documents_makes_no_answers_worse_on_the_whole(
    of_documents_alone: tuple[Verdict, ...], of_data_files_too: tuple[Verdict, ...]
) -> None:
    assert right(of_data_files_too) >= right(of_documents_alone), failures(of_data_files_too)


def test_every_quote_stands_in_its_document_and_every_number_has_a_source(
    of_documents_alone: tuple[Verdict, ...], of_data_files_too: tuple[Verdict, ...]
) -> None:
    told = (*of_documents_alone, *of_data_files_too)
    assert [one.question.name for one in told if one.lost_quotes or one.loose_numbers] == []


def test_the_pdf_says_what_its_script_draws() -> None:
    with PdfDocument(FILE) as document:
        printed = [page.get_textpage().get_text_range() for page in document]
    for page, (heading, text) in zip(printed, PAGES, strict=True):
        assert " ".join(page.split()) == " ".join(f"{heading} {text}".split())
