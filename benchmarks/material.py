"""What is asked of every system: a campaign's documents and exam, or any pair of public files."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.measures import Asked, Held
from benchmarks.systems import Document as Read
from bot import assembly
from bot.config import load
from bot.domain.answers import Outcome
from bot.domain.documents import Manifest, Release, Statement
from bot.domain.errors import KnowledgeError
from bot.evaluation.questions import GoldenQuestion, Split
from bot.evaluation.scoring import ANSWERS
from bot.ingestion.knowledge import read_knowledge
from bot.question_files import questions_of

OTHERS = 200  # passages beside those asked for, where only some questions are asked


@dataclass(frozen=True)
class Material:
    """Documents and questions, and the campaign folder that holds the same for the system that reads that."""

    name: str  # of its folder, and of its tables in RESULTS.md
    config: Path
    documents: tuple[Read, ...]
    asked: tuple[Asked, ...]
    has_data_files: bool = False  # aliases, names, boundaries, unknown topics
    is_untuned: bool = False  # ranks count over both halves


def campaign(config_file: Path, limit: int | None) -> Material:
    """Return a campaign's sections and the questions of its exam. Raises ProgramError if they can't be read."""
    config = load(config_file, {})
    files = assembly.knowledge(config)
    manifest = Manifest("", dt.datetime.min, "", 0, "", {}, {})
    release = Release(manifest, tuple(read_knowledge(files, ()).documents))
    asked = of_exam(questions_of(config.paths.exam, config.paths.training), release)
    documents = tuple(of_release(release))
    return Material("campaign", config_file.absolute(), documents, tuple(limited(asked, limit)), has_data_files=True)


def public(passages: Path, questions: Path, limit: int | None, folder: Path) -> Material:
    """Return the passages and questions of two files, the passages also as a campaign in the folder.

    Raises KnowledgeError if they can't be read.
    """
    documents, asked = of_files(passages, questions, limit)
    config = write_campaign(documents, folder / "public-campaign")
    return Material("public", config, tuple(documents), tuple(asked), is_untuned=True)


def of_release(release: Release) -> Iterator[Read]:
    """Yield each section in each of its languages: titles and statements, without front matter and footnotes."""
    for document in release.documents:
        for section in document.sections:
            title = (document.title, *section.path, section.title)
            yield Read(section.key, section.key, _text(title, [(one.headers, one.text) for one in section.statements]))
            twins = [one.twin for one in section.statements if one.twin]
            if twins:
                title = (document.twin_title or document.title, section.twin_title or section.title)
                yield Read(f"{section.key}@en", section.key, _text(title, [(one.headers, one.text) for one in twins]))


def of_exam(questions: Iterable[GoldenQuestion], release: Release) -> Iterator[Asked]:
    """Yield what every system can be asked: single questions that one fact answers, and absent ones."""
    for question in questions:
        expected = set(question.expect)
        if len(question.turns) > 1 or question.every:
            continue
        is_tune = question.split is Split.TUNE
        if expected == {Outcome.NOT_FOUND}:
            yield Asked(question.turns[0], Held.ABSENT, is_tune)
        elif expected <= ANSWERS and question.facts:
            held = [one for fact in question.facts for one in _statements(fact, release)]
            proofs = [text for one in held for text in (one.text, one.twin.text if one.twin else "") if text]
            sections = frozenset(one.section for one in held)
            yield Asked(question.turns[0], Held.ANSWERABLE, is_tune, sections, tuple(dict.fromkeys(proofs)))


def of_files(passages: Path, questions: Path, limit: int | None) -> tuple[list[Read], list[Asked]]:
    """Return the documents and questions of two JSONL files; of each kind of question every other one is of tune.

    Lines are {id, text}, and {question, passage, answerable, answers}; raises KnowledgeError if they aren't. The
    section of a passage is the file that it becomes in a campaign.
    """
    try:
        documents = [
            Read(str(one["id"]), f"{place}.md", str(one["text"])) for place, one in enumerate(_lines(passages))
        ]
        places = {one.id: one.section for one in documents}
        asked = limited(_halved(_asked(one, places) for one in _lines(questions)), limit)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"can't be read: {error!r}", file=f"{passages.name}, {questions.name}") from error
    if limit is None:
        return documents, asked
    wanted = {section for one in asked for section in one.sections}
    others = [one.section for one in documents if one.section not in wanted][:OTHERS]
    return [one for one in documents if one.section in wanted.union(others)], asked


def limited(asked: Iterable[Asked], limit: int | None) -> list[Asked]:
    """Return at most so many questions of each kind, half of them of tune."""
    if limit is None:
        return list(asked)
    seen: Counter[tuple[Held, bool]] = Counter()
    kept = []
    for one in asked:
        key = (one.held, one.is_tune)
        seen[key] += 1
        if seen[key] <= limit // 2 + limit % 2:
            kept.append(one)
    return kept


def write_campaign(documents: Iterable[Read], folder: Path) -> Path:
    """Write public passages as the documents of a campaign, a file each; return its config file."""
    knowledge = folder / "knowledge"
    shutil.rmtree(knowledge, ignore_errors=True)
    knowledge.mkdir(parents=True)
    for one in documents:
        title = json.dumps(f"Bacaan {one.id}")  # no two documents may have the same; JSON's quotes are YAML's, too
        (knowledge / one.section).write_text(f"---\ntitle: {title}\n---\n{one.text}\n", encoding="utf-8")
    return write_config(folder)


def write_config(folder: Path) -> Path:
    """Write the least that a campaign needs; without dates nothing is ever withheld. Return the file."""
    config = folder / "config.toml"
    config.write_text('[campaign]\nname = "Bacaan"\nrun_by = "Bacaan"\n', encoding="utf-8")
    return config


def copy_documents(config: Path, folder: Path) -> Path:
    """Copy a campaign without its data files (aliases, names, boundaries, exam); return its config file."""
    copied = folder / "knowledge"
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(load(config, {}).paths.knowledge, copied, ignore=shutil.ignore_patterns("*.toml"))
    return write_config(folder)


def _text(titles: Sequence[str], statements: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(
        ["\n".join(dict.fromkeys(titles)), *(f"{head}: {text}" if head else text for head, text in statements)]
    )


def _statements(fact: str, release: Release) -> Sequence[Statement]:
    return release.sections[fact].statements if fact in release.sections else release.by_label.get(fact, ())


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip()]


def _asked(entry: Mapping[str, Any], places: Mapping[str, str]) -> Asked:
    text, passage = str(entry["question"]), entry["passage"]
    if entry["answerable"]:
        answers = tuple(str(answer) for answer in entry["answers"])
        return Asked(text, Held.ANSWERABLE, False, frozenset([places[str(passage)]]), answers)
    return Asked(text, Held.ABSENT if passage is None else Held.LOOKALIKE, False)


def _halved(asked: Iterable[Asked]) -> Iterator[Asked]:
    seen: Counter[Held] = Counter()
    for one in asked:
        yield replace(one, is_tune=seen[one.held] % 2 == 0)
        seen[one.held] += 1
