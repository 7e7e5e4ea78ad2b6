"""The golden master: every question of the exam and of training, answered and kept, so that a rebuilt part is compared.

python -m benchmarks.golden_master make FILE [--config config.toml]
python -m benchmarks.golden_master compare BEFORE AFTER [--show 20]

A file holds one JSON object a question and belongs outside the repository. Held-out questions are counted, never shown.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.answering.assistant import Assistant
from bot.asking import as_text
from bot.assembly import examined, now
from bot.config import Config, load
from bot.domain.answers import Answer, Question
from bot.domain.errors import ProgramError
from bot.domain.traces import Trace
from bot.evaluation.questions import GoldenQuestion, Split
from bot.exam import moment
from bot.progress import shown_progress
from bot.question_files import questions_of

Record = dict[str, Any]
DIGITS = 6  # of scores: sums in another order may differ behind them
CARDS = MATCHES = 3


async def make(config: Config, file: Path, every: int = 1) -> int:
    """Ask everything of the live release and write what came of it; return 0. Raises ProgramError as `eval` does."""
    questions = questions_of(config.paths.exam, config.paths.training)[::every]
    at = moment(config.campaign.calendar, now())
    async with examined(config, lambda index: index) as lent:
        with shown_progress(sys.stderr, time.monotonic) as progress, file.open("w", encoding="utf-8") as out:
            for number, question in enumerate(questions):
                turns = [Question(text, at, conversation=f"master-{number}") for text in question.turns]
                record = await _asked(lent.assistant, question, turns)
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
                progress("exam", number + 1, len(questions))
    return 0


async def _asked(assistant: Assistant, question: GoldenQuestion, turns: Sequence[Question]) -> Record:
    """Return a question with each of its answers; one without a dialogue also as it is searched and shared."""
    answers: list[Record] = []
    for turn in turns:
        kept: list[Trace] = []
        answer = await assistant.ask(turn, kept.append)
        answers.append(_answer(answer) | _trace(kept))
    record: Record = {"question": question.name, "split": question.split.value, "answers": answers}
    if len(turns) == 1:
        alone = Question(turns[0].text, turns[0].asked_at)
        shared = await assistant.cards(alone, CARDS)
        record["search"] = [one.statement.id for one in await assistant.search(alone, MATCHES)]
        record["cards"] = [shared.outcome.value, *map(list, shared.groups)]
    return record


def _answer(answer: Answer) -> Record:
    return {
        "outcome": answer.outcome.value,
        "text": as_text(answer),
        "citations": [[one.statement, one.label, one.n] for one in answer.citations],
        "buttons": [[one.text, one.section_id, one.statement] for one in answer.suggestions],
        "boundary": answer.boundary,
        "sections": list(answer.retrieved),
    }


def _trace(kept: Sequence[Trace]) -> Record:
    """Return what was read and scored on the way; nothing where the question failed."""
    if not kept:
        return {}
    trace = kept[-1]
    return {
        "read": trace.read,
        "continued": trace.continued,
        "evidence": trace.evidence and round(trace.evidence, DIGITS),
        "scores": [[round(one.score, DIGITS), round(one.cosine, DIGITS)] for one in trace.retrieved],
    }


def read(file: Path) -> dict[str, Record]:
    """Return the records of a file by their questions."""
    with file.open(encoding="utf-8") as lines:
        return {record["question"]: record for record in map(json.loads, lines)}


def differences(before: Mapping[str, Record], after: Mapping[str, Record]) -> Iterator[tuple[str, list[str]]]:
    """Yield each question that is in both and differs, with the names of what does."""
    for name, record in before.items():
        other = after.get(name)
        if other is not None and (found := sorted(_differing(record, other))):
            yield name, found


def _differing(before: Record, after: Record) -> set[str]:
    turns = zip(before["answers"], after["answers"], strict=True)
    fields = {key for one, other in turns for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    return fields | {key for key in ("search", "cards") if before.get(key) != after.get(key)}


def compare(before: Mapping[str, Record], after: Mapping[str, Record], shown: int) -> int:
    """Print how many questions differ in what, and the first of those that may be shown; return 1 if any does."""
    found = dict(differences(before, after))
    counts = Counter(field for fields in found.values() for field in fields)
    missing = len(before.keys() - after.keys()), len(after.keys() - before.keys())
    held_out = sum(before[name]["split"] == Split.EXAM.value for name in found)
    lines = [
        f"{len(before)} questions before, {len(after)} after; gone {missing[0]}, new {missing[1]}",
        f"{len(found)} differ, {held_out} of them held out: {dict(counts)}",
    ]
    open_to_all = [name for name in found if before[name]["split"] != Split.EXAM.value]
    for name in open_to_all[:shown]:
        lines.append(f"\n{name}\n  {', '.join(found[name])}")
        for one, other in zip(before[name]["answers"], after[name]["answers"], strict=True):
            lines += [
                f"  {key}: {one.get(key)!r}\n  {' ' * len(key)}→ {other.get(key)!r}"
                for key in one
                if one.get(key) != other.get(key)
            ]
        lines += [
            f"  {key}: {before[name].get(key)!r} → {after[name].get(key)!r}"
            for key in ("search", "cards")
            if key in found[name]
        ]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if found else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Make a golden master, or compare two; return 1 where they differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.golden_master", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="ask everything of the live release")
    making.add_argument("file", type=Path)
    making.add_argument("--config", type=Path, default=Path("config.toml"))
    making.add_argument("--every", type=int, default=1, help="only every so many-th question: a quick look")
    comparing = commands.add_parser("compare", help="tell what differs between two")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--show", type=int, default=20, help="questions shown at most (20)")
    chosen = parser.parse_args(arguments)
    if chosen.command == "compare":
        return compare(read(chosen.before), read(chosen.after), chosen.show)
    try:
        return asyncio.run(make(load(chosen.config, {}), chosen.file, chosen.every))
    except ProgramError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
