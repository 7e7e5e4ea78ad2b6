"""The files of a campaign's questions: which are read, in which order, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.evaluation.questions import Split
from bot.question_files import named, questions_in, questions_of


def written(file: Path, *texts: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{{"text": "{text}", "expect": ["QUOTED"]}}\n' for text in texts]
    file.write_text("".join(lines), encoding="utf-8")


def test_the_folder_tells_whether_a_question_may_be_learned_from(tmp_path: Path) -> None:
    written(tmp_path / "exam" / "held_out" / "b.jsonl", "tiga?")
    written(tmp_path / "exam" / "held_out" / "a.jsonl", "satu?", "dua?")
    written(tmp_path / "training" / "a.jsonl", "empat?")
    (tmp_path / "training" / "README.md").write_text("for people", encoding="utf-8")
    found = questions_of(tmp_path / "exam", tmp_path / "training")
    assert [(one.name, one.split.value, one.file, one.line) for one in found] == [
        ("satu?", "exam", "exam/held_out/a.jsonl", 1),
        ("dua?", "exam", "exam/held_out/a.jsonl", 2),
        ("tiga?", "exam", "exam/held_out/b.jsonl", 1),
        ("empat?", "tune", "training/a.jsonl", 1),
    ]


def test_folders_that_are_missing_hold_no_questions(tmp_path: Path) -> None:
    assert questions_of(tmp_path / "exam", tmp_path / "training") == ()


def test_a_question_of_both_folders_is_a_mistake(tmp_path: Path) -> None:
    written(tmp_path / "exam" / "held_out" / "a.jsonl", "satu?")
    written(tmp_path / "training" / "b.jsonl", "dua?", "Satu?")
    with pytest.raises(
        KnowledgeErrors, match=r"training/b\.jsonl:2: asked before, in line 1 of exam/held_out/a\.jsonl"
    ):
        questions_of(tmp_path / "exam", tmp_path / "training")


def test_the_mistakes_of_all_files_are_named_at_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        written(tmp_path / "training" / f"{name}.jsonl", f'{name}", "x": "')
    with pytest.raises(KnowledgeErrors) as caught:
        questions_of(tmp_path / "exam", tmp_path / "training")
    assert [one.file for one in caught.value.errors] == ["training/a.jsonl", "training/b.jsonl"]


def test_a_file_and_a_folder_can_be_asked_by_name(tmp_path: Path) -> None:
    written(tmp_path / "set" / "a.jsonl", "satu?")
    assert questions_in(tmp_path / "set" / "a.jsonl", Split.EXAM)[0].split is Split.EXAM
    assert [one.name for one in questions_in(tmp_path / "set", Split.TUNE)] == ["satu?"]
    with pytest.raises(KnowledgeError, match="there is no such file"):
        questions_in(tmp_path / "none.jsonl", Split.EXAM)


def test_questions_are_called_by_their_folders(tmp_path: Path) -> None:
    folders = tmp_path / "soal", tmp_path / "latihan"
    assert named(*folders) == "soal/held_out and latihan"
    assert named(*folders, Split.TUNE) == "latihan"
