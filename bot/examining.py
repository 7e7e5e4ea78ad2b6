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
from bot.app import open_assistant
from bot.assembly import now
from bot.config import Config
from bot.domain.documents import Release
from bot.domain.errors import ConfigError, KnowledgeError
from bot.evaluation import page, report, results
from bot.evaluation.questions import GoldenQuestion, Split, check_facts, read_questions
from bot.evaluation.running import Examinee, Progress, sit
from bot.exam import EXAM, check_marks, documents, moment, read
from bot.telegram.replies import plainly

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
    check_marks(config.marks, config.file)
    file = wish.questions or config.paths.knowledge / EXAM
    questions = _chosen(read_questions(read(file), file.name), wish.split, file)
    earlier = read(wish.compare) if wish.compare else None
    taken: list[dict[str, float]] = []
    async with open_assistant(config, [lambda event: taken.append(dict(event.stages))]) as assistant:
        release = await _release(config, assistant.release_id)
        check_facts(questions, release, file.name)
        examinee = Examinee(assistant.ask, plainly, release, documents(config.paths.knowledge, release))
        with shown_progress(sys.stderr, time.monotonic) as progress:
            verdicts = await sit(examinee, questions, moment(config.campaign.calendar, now()), progress)
    asked = f"{file.name}, {wish.split} only" if wish.split else file.name
    found = results.Results(release.id, asked, now().date().isoformat(), verdicts, config.marks, results.medians(taken))
    sys.stdout.writelines(f"{line}\n" for line in report.lines(found))
    if earlier is not None and wish.compare:
        changed = results.changes(earlier, wish.compare.name, verdicts)
        sys.stdout.writelines(f"{line}\n" for line in ("", *report.change_lines(changed)))
    for path, content in ((wish.json, results.as_json), (wish.html, page.html)):
        if path:
            _write(path, content(found))
    return int(bool(found.missed))


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


@contextmanager
def shown_progress(target: TextIO, clock: Callable[[], float]) -> Iterator[Progress]:
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


def _write(file: Path, content: str) -> None:
    try:
        file.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error
