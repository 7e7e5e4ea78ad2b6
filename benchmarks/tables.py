"""A comparison as Markdown tables and as JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import platform
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.contest import Run
from benchmarks.material import Material
from benchmarks.measures import Held, Quality
from benchmarks.systems import SYSTEMS
from bot.evaluation.scoring import Rate

Result = tuple[Run, Quality | None]  # no quality: it could not be run


@dataclass(frozen=True)
class Comparison:
    """What came of one run over one set of documents and questions."""

    about: Material
    results: tuple[Result, ...]
    day: dt.date
    machine: str

    @property
    def complete(self) -> list[tuple[Run, Quality]]:
        """The results that have figures."""
        return [(run, found) for run, found in self.results if found]


@dataclass(frozen=True)
class Column:
    """One figure of every system: how it is called, and how it is read and written."""

    title: str
    value: Callable[[Run, Quality], float | None]
    format: str
    more_is_better: bool = True

    def cell(self, run: Run, found: Quality) -> str:
        """Return the figure as text."""
        value = self.value(run, found)
        return "–" if value is None else format(value, self.format)


def _share(name: str) -> Callable[[Run, Quality], float | None]:
    def value(_: Run, found: Quality) -> float | None:
        rate: Rate | None = getattr(found, name)
        return rate.share if rate else None

    return value


def percentile(share: float) -> Callable[[Run, Quality], float]:
    """Return what reads the milliseconds that so many of 100 questions took at most."""
    return lambda run, _: float(np.percentile(run.seconds, share)) * 1000


QUALITY = (
    Column("recall@1", lambda _, found: found.recall_1, ".3f"),
    Column("recall@5", lambda _, found: found.recall_5, ".3f"),
    Column("MRR", lambda _, found: found.mrr, ".3f"),
    Column("right text in first 3", lambda _, found: found.right_in_three, ".3f"),
    Column("characters in first 3", lambda _, found: found.shown_characters, ".0f", more_is_better=False),
    Column("false refusals", _share("false_refusals"), ".1%", more_is_better=False),
    Column("absent caught", _share("absent_caught"), ".1%"),
    Column("look-alikes caught", _share("lookalikes_caught"), ".1%"),
    Column("AUC", lambda _, found: found.auc, ".3f"),
)
COST = (
    Column("questions/s", lambda run, _: len(run.seconds) / sum(run.seconds), ".0f"),
    Column("p50 ms", percentile(50), ".1f", more_is_better=False),
    Column("p95 ms", percentile(95), ".1f", more_is_better=False),
    Column("memory MB", lambda run, _: run.megabytes, ".0f", more_is_better=False),
    Column("import and load s", lambda run, _: run.ready_seconds, ".1f", more_is_better=False),
    Column("index built in s", lambda run, _: run.build_seconds, ".0f", more_is_better=False),
    Column("memory for that MB", lambda run, _: run.build_megabytes, ".0f", more_is_better=False),
)


def machine() -> str:
    """Return processor, cores, memory, how busy they are, and the Python that runs."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", info.read_text("utf-8")) if info.exists() else []
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[2]
    return (
        f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()}, Python {platform.python_version()}, load over the last 15 minutes {load:.1f}"
    )


def markdown(found: Comparison) -> str:
    """Return the tables, with what they were measured on."""
    counts = [f"{sum(one.held is held for one in found.about.asked)} {held}" for held in Held]
    size = f"{len(found.about.documents)} documents; questions: {', '.join(counts)}"
    head = f"{found.day.isoformat()}; {found.machine}. {size}."
    ranks = "all" if found.about.is_untuned else "exam's"
    first = next((quality.questions for _, quality in found.complete), 0)
    below = f"Ranks: {ranks} {first} answerable questions; refusals: those that chose no threshold."
    parts = [
        head,
        "\n".join(_table(QUALITY, found)),
        below,
        *_own(found),
        "\n".join(_table(COST, found)),
        *_failed(found),
    ]
    return "\n\n".join(parts)


def as_json(found: Comparison) -> dict[str, Any]:
    """Return every figure."""
    return {
        "day": found.day.isoformat(),
        "machine": found.machine,
        "about": found.about.name,
        "documents": len(found.about.documents),
        "questions": len(found.about.asked),
        "systems": {
            run.name: {
                "title": SYSTEMS[run.name].title,
                "error": run.error,
                "quality": dataclasses.asdict(quality) if quality else None,
                "cost": {column.title: column.value(run, quality) for column in COST} if quality else None,
            }
            for run, quality in found.results
        },
    }


def put(text: str, name: str, page: str) -> str:
    """Return a page with the text between its marks of that name. Raises ValueError if it has none."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, mark, rest = page.partition(begin)
    _, closing, after = rest.partition(end)
    if not mark or not closing:
        raise ValueError(f"the page has no {begin} … {end}")
    return f"{before}{begin}\n{text}\n{end}{after}"


def _table(columns: Sequence[Column], found: Comparison) -> Iterator[str]:
    shown = [one for one in columns if any(one.value(*result) is not None for result in found.complete)]
    yield f"| | {' | '.join(column.title for column in shown)} |"
    yield f"|---|{'---:|' * len(shown)}"
    for run, quality in found.complete:
        yield f"| {SYSTEMS[run.name].title} | {' | '.join(column.cell(run, quality) for column in shown)} |"


def _own(found: Comparison) -> Iterator[str]:
    for run, quality in found.complete:
        refused, caught = quality.own_false_refusals, quality.own_absent_caught
        if refused and caught:
            title = SYSTEMS[run.name].title
            yield (
                f"{title} by its own rule, as voters meet it: {refused.share or 0:.1%} false refusals "
                f"({refused.hits} of {refused.total}), {caught.share or 0:.1%} of the absent caught "
                f"({caught.hits} of {caught.total})."
            )


def _failed(found: Comparison) -> Iterator[str]:
    for run, _ in found.results:
        if run.error:
            yield f"{SYSTEMS[run.name].title} could not be measured: {run.error}"
