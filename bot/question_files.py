"""The files of a campaign's questions: exam/held_out/*.jsonl, and training/*.jsonl, which is learned from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.evaluation.questions import GoldenQuestion, Split, check_asked_once, read_questions
from bot.exam import read

HELD_OUT, JSONL = "held_out", "*.jsonl"  # the folder of the exam's questions, and their files


def questions_of(exam: Path, training: Path) -> tuple[GoldenQuestion, ...]:
    """Return a campaign's questions; a folder that is missing holds none.

    Raises KnowledgeErrors if they can't be used.
    """
    held_out = _read_all(sorted(exam.joinpath(HELD_OUT).glob(JSONL)), Split.EXAM, exam.parent)
    found = (*held_out, *_read_all(sorted(training.glob(JSONL)), Split.TUNE, training.parent))
    check_asked_once(found)
    return found


def questions_in(place: Path, split: Split) -> tuple[GoldenQuestion, ...]:
    """Return the questions of a file, or of all files of a folder. Raises KnowledgeErrors if they can't be used."""
    found = _read_all(sorted(place.glob(JSONL)) if place.is_dir() else [place], split, place.parent)
    check_asked_once(found)
    return found


def named(exam: Path, training: Path, split: Split | None = None) -> str:
    """Return what a campaign's questions, or those of one sort, are called in reports: the names of their folders."""
    names = {Split.EXAM: f"{exam.name}/{HELD_OUT}", Split.TUNE: training.name}
    return names[split] if split else " and ".join(names.values())


def _read_all(files: Iterable[Path], split: Split, root: Path) -> tuple[GoldenQuestion, ...]:
    found: list[GoldenQuestion] = []
    errors: list[KnowledgeError] = []
    for file in files:
        try:
            found += read_questions(read(file), file.relative_to(root).as_posix(), split)
        except KnowledgeErrors as several:
            errors += several.errors
    if errors:
        raise KnowledgeErrors(errors)
    return tuple(found)
