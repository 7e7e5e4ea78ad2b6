"""python -m bot eval --ablate: what each part of answering is worth, by answering the held-out exam without it."""

from __future__ import annotations

import dataclasses
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np

from bot import log
from bot.answering.constraints import recognisers
from bot.answering.pipeline import NAMES
from bot.answering.selection import features
from bot.assembly import examined, held_out, now
from bot.config import Config
from bot.domain.documents import Release
from bot.domain.errors import ConfigError
from bot.domain.facets import NO_FACETS, Facets
from bot.domain.judging import Judge
from bot.domain.ports import Hit, Index, Near, Vector
from bot.domain.ranking import UNTAUGHT, Ranker
from bot.evaluation.questions import GoldenQuestion
from bot.evaluation.report import share
from bot.evaluation.scoring import Figures, figures
from bot.exam import moment, verdicts_on
from bot.language.tokens import words
from bot.progress import shown_progress

Alter = Callable[[Index], Index]


class Altered:
    """An index that finds less than it holds."""

    def __init__(
        self,
        index: Index,
        *,
        release: Release | None = None,
        keeps: Callable[[str], bool] = lambda passage: True,
        ranks: bool = True,
        judge: Judge | None = None,
        ranker: Ranker | None = None,
        covers: bool = True,
        facets: Facets | None = None,
    ) -> None:
        self.release, self.judge = release or index.release, judge or index.judge
        self.ranker, self.facets = ranker or index.ranker, facets or index.facets
        self.passage_ids = index.passage_ids
        self._index, self._keeps, self._ranks = index, keeps, ranks
        self._covers = covers

    async def nearest(self, vector: Vector, count: int) -> Near:
        """Return the nearest passages of those that are left."""
        everything = await self._index.nearest(vector, 10 * count)
        kept = [self._keeps(self.passage_ids[place]) for place in everything.passages.tolist()]
        left = np.flatnonzero(kept)[:count]
        return Near(everything.passages[left], everything.owners[left], everything.scores[left])

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        """Return what the keywords find."""
        return self._index.rank(terms, count) if self._ranks else []

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        """Return how much of a question a statement's words hold."""
        return self._index.coverage(terms, statement) if self._covers else 0.0

    def close(self) -> None:
        """Close the whole one."""
        self._index.close()


@dataclass(frozen=True)
class _Unspelt(Release):
    """A release whose documents know every word of the exam: nothing is slang, regional or a typing error."""

    asked: frozenset[str] = frozenset()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the documents' words and the exam's."""
        return super().vocabulary | self.asked


@dataclass(frozen=True, slots=True)
class Ablation:
    """One part that answering is tried without: of the index, or of the pipeline by its name."""

    alter: Alter = lambda index: index
    without: str = ""


NOTHING = "nothing"


def ablations(questions: Sequence[GoldenQuestion]) -> dict[str, Ablation]:
    """Return what can be left out, by name: parts of the index, components, constraints, features."""
    asked = frozenset(word for question in questions for turn in question.turns for word in words(turn))

    def unspelt(index: Index) -> Index:
        held = {field.name: getattr(index.release, field.name) for field in dataclasses.fields(index.release)}
        return Altered(index, release=_Unspelt(**held, asked=asked))

    parts: dict[str, Alter] = {
        "keywords": lambda index: Altered(index, ranks=False),
        "vectors": lambda index: Altered(index, keeps=lambda passage: False),
        "phrasings": lambda index: Altered(index, keeps=lambda passage: not passage.startswith("alias:")),
        "sections": lambda index: Altered(index, keeps=lambda passage: not passage.startswith("section:")),
        "twins": lambda index: Altered(index, keeps=lambda passage: not passage.startswith("twin:")),
        "spelling": unspelt,
        "ranker": lambda index: Altered(index, ranker=UNTAUGHT),
        "facets": lambda index: Altered(index, facets=NO_FACETS),
        "calibration": lambda index: Altered(index, release=_with_manifest(index.release, calibration={})),
        "coverage": lambda index: Altered(index, covers=False),
        "absent_topics": _without_topics,
        "wording": lambda index: Altered(index, judge=dataclasses.replace(index.judge, vocabulary={})),
    }
    pipeline = [name for name in NAMES if name != NAMES[-1]]
    constraints = [f"{recognisers.KIND}.{one.name}" for one in recognisers.RECOGNISERS]
    weighed = [f"{features.KIND}.{one.name}" for one in features.FEATURES]
    return {
        NOTHING: Ablation(),
        **{f"index.{name}": Ablation(alter) for name, alter in parts.items()},
        **{name: Ablation(without=name) for name in (*pipeline, *constraints, *weighed)},
    }


async def ablate(config: Config, names: Sequence[str] = (), file: Path | None = None) -> int:
    """Print the exam half's figures with each of some parts left out, all of them if none is named; return 0.

    Raises KnowledgeErrors if the exam can't be used, ReleaseError if there is no release, ConfigError for a name that
    no part has.
    """
    log.configure(sys.stderr, logging.WARNING)
    _check(names)
    questions = held_out(config, file)
    known = ablations(questions)
    sys.stdout.writelines(f"{line}\n" for line in head(len(questions)))
    for name in dict.fromkeys((NOTHING, *(names or known))):
        found = await _figures(config, questions, known[name])
        print(row(name, found), flush=True)  # noqa: T201
    return 0


def _check(names: Sequence[str]) -> None:
    known = ablations(())
    if unknown := [name for name in names if name not in known]:
        raise ConfigError(f"--ablate: nothing is called {unknown[0]}; known are {', '.join(known)}")


def head(asked: int) -> Iterator[str]:
    """Yield the first lines of the table."""
    yield f"{asked} questions of the exam half; each line is without one part. Milliseconds: the median answer's."
    yield ""
    columns = (
        "right",
        "recall@1",
        "recall@5",
        "MRR",
        "false refusals",
        "absent caught",
        "declines",
        "fair declined",
        "ms",
    )
    yield f"| without | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"


def row(name: str, found: Figures) -> str:
    """Return a line of the table."""
    shares = ("right", "recall_at_1", "recall_at_5", "", "false_refusals", "absent_caught", "declines", "fair_refused")
    cells = [share(found.value(one)) if one else f"{found.mrr or 0:.3f}" for one in shares]
    taken = f"{1000 * found.seconds[0]:.1f}" if found.seconds else "–"
    return f"| {' | '.join((name, *cells, taken))} |"


async def _figures(config: Config, questions: Sequence[GoldenQuestion], ablation: Ablation) -> Figures:
    without = {ablation.without} if ablation.without else ()
    async with examined(config, ablation.alter, without) as lent:
        at = moment(config.campaign.calendar, now())
        with shown_progress(sys.stderr, time.monotonic) as progress:
            tell = partial(progress, "exam")
            found = await verdicts_on(lent.assistant, lent.release, config.paths.knowledge, questions, at, tell)
    return figures(found)


def _without_topics(index: Index) -> Index:
    declined = tuple(one for one in index.release.boundaries if one.declines)
    return Altered(index, release=dataclasses.replace(index.release, boundaries=declined))


def _with_manifest(release: Release, calibration: dict[str, float]) -> Release:
    return dataclasses.replace(release, manifest=dataclasses.replace(release.manifest, calibration=calibration))
