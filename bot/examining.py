"""python -m bot eval: the campaign's own questions, asked of its live release, and how well they were answered."""

from __future__ import annotations

import logging
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot import log
from bot.answering.assistant import Assistant
from bot.assembly import answering_embedder, answering_of, now, serving, store
from bot.config import Config
from bot.domain.documents import Release
from bot.domain.errors import ConfigError, KnowledgeError
from bot.evaluation import page, report, results
from bot.evaluation.questions import GoldenQuestion, Split, check_facts
from bot.evaluation.scoring import Verdict
from bot.exam import check_marks, moment, read, verdicts_on
from bot.progress import shown_progress
from bot.question_files import named, questions_in, questions_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What to ask, where to write it down, and which earlier sitting to compare it with."""

    questions: Path | None = None  # a file, or a folder of them; None: the campaign's own
    split: Split | None = None  # of the campaign's own questions; None: both
    json: Path | None = None
    html: Path | None = None
    compare: str | None = None  # a release, or the JSON of an earlier run


async def examine(config: Config, wish: Wish) -> int:
    """Sit the exam and print its figures; return 1 if a mark of [marks] is not held.

    Raises KnowledgeErrors if the exam can't be used, ConfigError if a mark or a file can't.
    """
    log.configure(sys.stderr, logging.WARNING)
    check_marks(config.marks, config.file)
    name, questions = _asked(config, wish)
    earlier = None if wish.compare is None or _is_release(wish.compare, config) else _record(wish.compare)
    embedder, at = answering_embedder(config), moment(config.campaign.calendar, now())
    taken: list[dict[str, float]] = []
    observers = [lambda event: taken.append(dict(event.stages))]

    async def sit(assistant: Assistant, release: Release, step: str) -> tuple[Verdict, ...]:
        with shown_progress(sys.stderr, time.monotonic) as progress:
            tell = partial(progress, step)
            return await verdicts_on(assistant, release, config.paths.knowledge, questions, at, tell)

    async with serving(config, embedder, observers, as_made=True) as lent:
        check_facts(questions, lent.release)
        verdicts = await sit(lent.assistant, lent.release, "exam")
        if wish.compare is not None and earlier is None:
            async with answering_of(config, wish.compare, embedder, lent.records) as other:
                earlier = results.outcomes(await sit(*other, "earlier"))
    stages = results.medians(taken)
    found = results.Results(lent.release.id, name, now().date().isoformat(), verdicts, config.marks, stages)
    sys.stdout.writelines(f"{line}\n" for line in report.lines(found))
    if earlier is not None:
        changed = results.changes(earlier, results.outcomes(verdicts))
        sys.stdout.writelines(f"{line}\n" for line in ("", *report.change_lines(changed)))
    for path, content in ((wish.json, results.as_json), (wish.html, page.html)):
        if path:
            _write(path, content(found))
    return int(bool(found.missed))


def _is_release(name: str, config: Config) -> bool:
    return name in store(config).list()


def _record(name: str) -> results.Sat:
    """Return what an earlier run wrote. Raises KnowledgeError if it can't be used."""
    file = Path(name)
    if not file.exists():
        raise KnowledgeError(
            "is neither a file nor one of the releases that `python ingest.py --list` names", file=name
        )
    return results.recorded(read(file), file.name)


def _asked(config: Config, wish: Wish) -> tuple[str, tuple[GoldenQuestion, ...]]:
    """Return what is asked, with its name."""
    if wish.questions:
        name, chosen = wish.questions.name, questions_in(wish.questions, Split.EXAM)
    else:
        paths = config.paths.exam, config.paths.training
        name = named(*paths, wish.split)
        chosen = tuple(one for one in questions_of(*paths) if wish.split in (None, one.split))
    if not chosen:
        raise KnowledgeError("no question to ask there", file=name)
    return name, chosen


def _write(file: Path, content: str) -> None:
    try:
        file.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error
