"""python -m bot eval: the campaign's own questions, asked of its live release, and how well they were answered."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot import log
from bot.app import now, open_assistant
from bot.config import Config
from bot.domain.documents import Release
from bot.domain.errors import ConfigError, KnowledgeError
from bot.evaluation import page, report, results
from bot.evaluation.evidence import reduced
from bot.evaluation.questions import GoldenQuestion, Split, check_facts, read_questions
from bot.evaluation.running import Examinee, Progress, sit
from bot.evaluation.scoring import COUNTS, MEASURES
from bot.telegram.replies import plainly

EXAM = "golden.toml"  # in the knowledge folder
QUIET = 5.0  # seconds between two lines of progress


@dataclass(frozen=True, slots=True)
class Wish:
    """What to ask, where to write it down, and which earlier sitting to compare it with."""

    questions: Path | None = None  # None: the campaign's golden.toml
    split: Split | None = None  # None: both
    json: Path | None = None
    html: Path | None = None
    compare: Path | None = None


async def examine(config: Config, wish: Wish) -> int:
    """Sit the exam and print its figures; return 1 if a mark of [marks] is not held.

    Raises KnowledgeErrors if the exam can't be used, ConfigError if a mark or a file can't.
    """
    log.configure(sys.stderr, logging.WARNING)
    _check_marks(config)
    file = wish.questions or config.paths.knowledge / EXAM
    questions = _chosen(read_questions(_text(file), file.name), wish.split, file)
    earlier = _text(wish.compare) if wish.compare else None
    async with open_assistant(config) as assistant:
        release = await _release(config, assistant.release_id)
        check_facts(questions, release, file.name)
        examinee = Examinee(assistant.ask, plainly, release, _documents(config.paths.knowledge, release))
        with _shown_progress(sys.stderr, time.monotonic) as progress:
            verdicts = await sit(examinee, questions, now(), progress)
    asked = f"{file.name}, {wish.split} only" if wish.split else file.name
    found = results.Results(release.id, asked, now().date().isoformat(), verdicts, config.marks)
    sys.stdout.writelines(f"{line}\n" for line in report.lines(found))
    if earlier is not None and wish.compare:
        changed = results.changes(earlier, wish.compare.name, verdicts)
        sys.stdout.writelines(f"{line}\n" for line in ("", *report.change_lines(changed)))
    for path, content in ((wish.json, results.as_json), (wish.html, page.html)):
        if path:
            _write(path, content(found))
    return int(bool(found.missed))


def _check_marks(config: Config) -> None:
    known = (*MEASURES, *COUNTS)
    for name in config.marks:
        if name not in known:
            raise ConfigError(f"{config.file}: marks.{name} is not a known mark: known are {', '.join(known)}")


def _chosen(questions: Iterable[GoldenQuestion], split: Split | None, file: Path) -> tuple[GoldenQuestion, ...]:
    chosen = tuple(question for question in questions if split in (None, question.split))
    if not chosen:
        raise KnowledgeError("holds no question to ask", file=file.name)
    return chosen


async def _release(config: Config, release_id: str) -> Release:
    from bot.adapters.chroma import ChromaStore

    index = await ChromaStore(config.paths.data / "releases").open(release_id)
    try:
        return index.release
    finally:
        index.close()


def _documents(knowledge: Path, release: Release) -> dict[str, str]:
    """Return what each document's file holds now; of other than Markdown what the release read in it."""
    texts: dict[str, str] = {}
    for document in release.documents:
        for path in filter(None, (document.path, document.twin_path)):
            file = knowledge / path
            if path.endswith(".md"):
                texts[path] = reduced(_text(file)) if file.is_file() else ""
            else:
                texts[path] = "\n".join(statement.text for statement in document.statements)
    return texts


@contextmanager
def _shown_progress(target: TextIO, clock: Callable[[], float]) -> Iterator[Progress]:
    """Lend what shows progress: a line that is written over in a terminal, else now and then a new one."""
    terminal = target.isatty()
    shown = started = clock()

    def show(done: int, total: int) -> None:
        nonlocal shown
        if done < total and clock() - shown < (0.2 if terminal else QUIET):
            return
        shown = clock()
        rate = done / max(shown - started, 1e-9)
        text = f"asked {done} of {total} questions, {rate:.0f}/s"
        print(f"\r{text}" if terminal else text, end="" if terminal else "\n", file=target, flush=True)

    try:
        yield show
    finally:
        if terminal:
            print(file=target)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise KnowledgeError("there is no such file", file=str(file)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"can't be read as UTF-8 text: {error}", file=str(file)) from error


def _write(file: Path, content: str) -> None:
    try:
        file.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error
