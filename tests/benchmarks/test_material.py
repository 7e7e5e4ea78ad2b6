"""Public files and exams as documents and questions."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import material
from benchmarks.measures import Held
from bot.domain.answers import Outcome
from bot.domain.errors import KnowledgeError
from bot.evaluation.questions import GoldenQuestion, Split
from tests.releases import document, release, section, statement

PASSAGES: list[dict[str, Any]] = [{"id": f"id/{place}", "text": f"Bacaan nomor {place}."} for place in range(4)]
QUESTIONS: list[dict[str, Any]] = [
    {"question": "Nomor berapa?", "passage": "id/2", "answerable": True, "answers": ["2"]},
    {"question": "Nomor apa?", "passage": "id/2", "answerable": False, "answers": []},
    {"question": "Siapa presidennya?", "passage": None, "answerable": False, "answers": []},
    {"question": "Nomor lain?", "passage": "id/3", "answerable": True, "answers": ["3"]},
]


def files(
    folder: Path, passages: Sequence[object] = PASSAGES, questions: Sequence[object] = QUESTIONS
) -> tuple[Path, Path]:
    written = []
    for name, entries in (("p.jsonl", passages), ("q.jsonl", questions)):
        (folder / name).write_text("\n".join(json.dumps(entry) for entry in entries), encoding="utf-8")
        written.append(folder / name)
    return written[0], written[1]


def test_public_questions_are_answerable_absent_or_only_look_answerable(tmp_path: Path) -> None:
    _, asked = material.of_files(*files(tmp_path), None)
    assert [one.held for one in asked] == [Held.ANSWERABLE, Held.LOOKALIKE, Held.ABSENT, Held.ANSWERABLE]
    assert [one.is_tune for one in asked] == [True, True, True, False]
    assert asked[0].sections == {"2.md"}
    assert asked[0].proofs == ("2",)


def test_an_id_of_any_form_becomes_a_file_of_the_campaign(tmp_path: Path) -> None:
    found = material.public(*files(tmp_path), None, tmp_path)
    assert found.documents[2].section == "2.md"
    assert "Bacaan nomor 2." in (tmp_path / "public-campaign" / "knowledge" / "2.md").read_text("utf-8")


def test_with_a_limit_only_so_many_questions_and_passages_about_them_are_left(tmp_path: Path) -> None:
    documents, asked = material.of_files(*files(tmp_path), 2)
    assert [one.text for one in asked] == [one["question"] for one in QUESTIONS]
    many = [{"id": str(place), "text": "x"} for place in range(500)]
    one = [{"question": "?", "passage": "499", "answerable": True, "answers": []}]
    documents, _ = material.of_files(*files(tmp_path, many, one), 2)
    assert len(documents) == material.OTHERS + 1
    assert documents[-1].id == "499"


@pytest.mark.parametrize("broken", [[{"id": "1"}], ["a text"]])
def test_files_of_another_format_are_refused_by_name(tmp_path: Path, broken: list[object]) -> None:
    with pytest.raises(KnowledgeError, match=r"p\.jsonl"):
        material.of_files(*files(tmp_path, broken), None)


def golden(text: str, outcome: Outcome, *facts: str, more_turns: tuple[str, ...] = ()) -> GoldenQuestion:
    return GoldenQuestion((*more_turns, text), (outcome,), "formal", Split.EXAM, facts)


def test_a_section_is_read_in_both_its_languages_without_its_sources() -> None:
    usia = section("Batas usia", statement("Paling tua 25 tahun.", "A", english="At most 25 years."), english="Age")
    documents = list(material.of_release(release(document(usia))))
    assert [one.section for one in documents] == ["contoh.md#batas-usia"] * 2
    assert [one.text for one in documents] == [
        "Contoh\nBatas usia\n\nPaling tua 25 tahun.",
        "Contoh\nAge\n\nAt most 25 years.",
    ]


def test_every_system_is_asked_single_questions_about_what_is_held_or_absent() -> None:
    held = release(document(section("Batas usia", statement("Paling tua 25 tahun.", "A", english="At most 25."))))
    questions = [
        golden("Batas usia?", Outcome.QUOTED, "A"),
        golden("Kuota 2030?", Outcome.NOT_FOUND),
        golden("Pilih siapa?", Outcome.DECLINED),
        golden("Kalau S2?", Outcome.QUOTED, "A", more_turns=("Batas usia?",)),
    ]
    asked = list(material.of_exam(questions, held))
    assert [(one.text, one.held) for one in asked] == [
        ("Batas usia?", Held.ANSWERABLE),
        ("Kuota 2030?", Held.ABSENT),
    ]
    assert asked[0].sections == {"contoh.md#batas-usia"}
    assert asked[0].proofs == ("Paling tua 25 tahun.", "At most 25.")
