"""An exam that has been sat: its figures and verdicts as a record, and what has changed since an earlier one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

from bot.domain.errors import KnowledgeError
from bot.evaluation.questions import Split
from bot.evaluation.scoring import LENGTHS, Figures, Rate, Verdict, figures, grouped, matrix, missed_marks

GROUPS: dict[str, Callable[[Verdict], str]] = {
    "register": lambda verdict: verdict.question.register,
    "topic": lambda verdict: verdict.topic,
    "facet": lambda verdict: verdict.question.facet,
    "file": lambda verdict: verdict.question.file,
}


Sat = Mapping[str, tuple[bool, str]]  # question → whether it was answered right, and how it ended


@dataclass(frozen=True, slots=True)
class Results:
    """All verdicts of one sitting, with what was asked of it."""

    release: str
    questions: str  # which ones: the file, and the split if only one was asked
    day: str  # ISO 8601
    verdicts: tuple[Verdict, ...]
    marks: Mapping[str, float]
    stages: Mapping[str, float] = field(default_factory=dict)  # seconds that an answer spends in each, the median

    @property
    def figures(self) -> Figures:
        """The figures of all verdicts."""
        return figures(self.verdicts)

    @property
    def examined(self) -> tuple[Verdict, ...]:
        """The verdicts that the marks are about: those of the exam's half, all of them if none of it was asked."""
        return tuple(one for one in self.verdicts if one.question.split is Split.EXAM) or self.verdicts

    @property
    def marked(self) -> Figures:
        """The figures that must hold the marks."""
        return figures(self.examined)

    @property
    def missed(self) -> list[str]:
        """The marks that are not held."""
        return missed_marks(self.marked, self.marks)

    def groups(self, by: str) -> dict[str, Figures]:
        """Return figures by one of GROUPS, the largest group first; what is of no group is left out."""
        parts = {name: some for name, some in grouped(self.verdicts, GROUPS[by]).items() if name}
        return {name: figures(parts[name]) for name in sorted(parts, key=lambda name: -len(parts[name]))}


@dataclass(frozen=True, slots=True)
class Change:
    """One question that ended otherwise than in an earlier sitting."""

    how: str  # "broken", "mended", "other outcome", "new" or "gone"
    name: str
    before: str
    now: str


def medians(answers: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the median seconds of each stage over the answers that came to it, in the order in which they come."""
    taken: dict[str, list[float]] = {}
    for stages in answers:
        for name, seconds in stages.items():
            taken.setdefault(name, []).append(seconds)
    return {name: median(seconds) for name, seconds in taken.items()}


def as_json(results: Results) -> str:
    """Return everything as one JSON object, which `changes` reads again."""
    record = {
        "release": results.release,
        "questions_of": results.questions,
        "day": results.day,
        "marks": dict(results.marks),
        "missed": results.missed,
        "figures": _figures(results.figures),
        "stages": {name: round(seconds, 6) for name, seconds in results.stages.items()},
        "matrix": [{"expected": one, "given": other, "count": n} for (one, other), n in _cells(results.verdicts)],
        "by": {by: {name: _figures(one) for name, one in results.groups(by).items()} for by in GROUPS},
        "questions": [_verdict(verdict) for verdict in results.verdicts],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def outcomes(verdicts: Iterable[Verdict]) -> Sat:
    """Return how the questions of a sitting ended."""
    return {verdict.question.name: (verdict.is_right, verdict.outcome.value) for verdict in verdicts}


def recorded(record: str, file: str) -> Sat:
    """Return the same of the JSON of a sitting. Raises KnowledgeError if it is not such a JSON."""
    try:
        return {one["question"]: (bool(one["right"]), str(one["outcome"])) for one in json.loads(record)["questions"]}
    except (ValueError, KeyError, TypeError):
        raise KnowledgeError("is not what `python -m bot eval --json` writes", file=file) from None


def changes(before: Sat, now: Sat) -> list[Change]:
    """Return what has changed since an earlier sitting, the broken first."""
    found = [
        Change(_how(before.get(name), now.get(name)), name, *_words(before, now, name)) for name in {**before, **now}
    ]
    order = ("broken", "mended", "other outcome", "new", "gone")
    return sorted((one for one in found if one.how), key=lambda one: order.index(one.how))


def _how(before: tuple[bool, str] | None, now: tuple[bool, str] | None) -> str:
    if before is None or now is None:
        return "new" if before is None else "gone"
    if before[0] != now[0]:
        return "mended" if now[0] else "broken"
    return "" if before == now else "other outcome"


def _words(*parts: Any) -> Iterator[str]:
    *sittings, name = parts
    for sitting in sittings:
        right, outcome = sitting.get(name, (False, ""))
        yield f"{outcome} ({'right' if right else 'wrong'})" if outcome else "–"


def _cells(verdicts: Iterable[Verdict]) -> list[tuple[tuple[str, str], int]]:
    return sorted(matrix(verdicts).items())


def _figures(found: Figures) -> dict[str, Any]:
    return {
        **{name: _rate(rate) for name, rate in found.rates.items()},
        "mrr": found.mrr,
        "quotes_not_found": found.quotes_not_found,
        "numbers_without_source": found.numbers_without_source,
        "seconds": dict(zip(("p50", "p95"), found.seconds, strict=True)) if found.seconds else None,
        **{name: found.value(name) for name in LENGTHS},
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {**asdict(rate), "share": rate.share, "interval": rate.interval}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    question, answer = verdict.question, verdict.answer
    return {
        "question": question.name,
        "register": question.register,
        "kind": question.kind,
        "split": question.split.value,
        "topic": verdict.topic,
        "facet": question.facet,
        "file": question.file,
        "expect": [outcome.value for outcome in question.expect],
        "facts": [*question.facts, *question.every],
        "outcome": answer.outcome.value,
        "right": verdict.is_right,
        "faults": list(verdict.faults),
        "cited": list(dict.fromkeys(citation.label for citation in answer.citations)),
        "boundary": answer.boundary,
        "rank": verdict.rank,
        "quotes_not_found": list(verdict.lost_quotes),
        "numbers_without_source": list(verdict.loose_numbers),
        **asdict(verdict.seen),
        "text": verdict.text,
        "seconds": round(answer.seconds, 4),
    }
