"""The refusal rule, fitted to a release: from which evidence on its documents hold the answer to a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.answers import Evidence
from bot.domain.documents import COVERAGE

# Share of the answerable questions that the rule may refuse in each language. It is small, as aliases are written with
# the tune half in mind. Of its 8,530 questions .004 tells six more absent ones than .002, and refuses two others: where
# hard questions with a story are among them, .002 answers recipes.
FALSE_REFUSALS = 0.004
FEWEST_ANSWERABLE = 40  # questions of a language: of fewer, a share so small means nothing
FEWEST_ABSENT = 20
ENOUGH = round(1 / FALSE_REFUSALS)  # answerable questions: of fewer, the lowest would always be refused
STRICTEST = 0.12  # false refusals up to which the curve is drawn


@dataclass(frozen=True, slots=True)
class Sample:
    """A question of which it is known whether the documents answer it, and the evidence that they do."""

    evidence: Evidence
    answerable: bool


@dataclass(frozen=True, slots=True)
class Point:
    """What a least evidence would do in a language."""

    language: str
    least: float
    false_refusals: float  # share of the answerable questions below it
    caught: float | None  # share of the absent ones below it; None if there are none


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the rule as numbers for the manifest: refuse where nearness + coverage · weight < least of the language.

    The weight is the ratio of the coefficients of a logistic regression of "absent" on nearness, coverage and language,
    both classes weighing the same. The least evidence of a language is the quantile of its answerable questions'
    evidence at the false refusals that are allowed, or that of all where a language has too few questions to tell so
    small a share. Still fewer give no rule ({}), or none for a language: then the program's own serves.
    """
    counts = Counter((sample.evidence.language, sample.answerable) for sample in samples)
    languages = sorted(one for one, answerable in counts if answerable and counts[one, True] >= FEWEST_ANSWERABLE)
    absent = sum(count for (_, answerable), count in counts.items() if not answerable)
    if not languages or absent < FEWEST_ABSENT:
        return {}
    weight = _weight(samples)
    held = {one: _evidence(samples, weight, one, answerable=True) for one in languages}
    together = np.concatenate([*held.values()])
    leasts = {one: _quantile(own if len(own) >= ENOUGH else together) for one, own in held.items()}
    return {COVERAGE: weight, **leasts}


def curve(samples: Sequence[Sample], rule: Mapping[str, float], steps: int = 12) -> Iterator[Point]:
    """Yield what other thresholds would do, by language, from lenient to strict; the rule's own is among them."""
    for language in sorted(rule.keys() - {COVERAGE}):
        answerable = _evidence(samples, rule[COVERAGE], language, answerable=True)
        absent = _evidence(samples, rule[COVERAGE], language, answerable=False)
        for least in sorted({*np.quantile(answerable, np.linspace(0, STRICTEST, steps)).tolist(), rule[language]}):
            caught = float((absent < least).mean()) if len(absent) else None
            yield Point(language, least, float((answerable < least).mean()), caught)


def _quantile(answerable: NDArray[np.float64]) -> float:
    """Return the evidence below which as many lie as may be refused."""
    return float(np.sort(answerable)[int(FALSE_REFUSALS * len(answerable))])


def _weight(samples: Sequence[Sample]) -> float:
    from sklearn.linear_model import LogisticRegression  # takes a second, and only an ingest needs it

    found = [sample.evidence for sample in samples]
    others = sorted({one.language for one in found})[1:]
    rows = [[one.nearness, one.coverage, *(one.language == other for other in others)] for one in found]
    evidence = np.array(rows, float)
    spread = evidence.std(axis=0)
    spread[spread == 0] = 1.0
    absent = [not sample.answerable for sample in samples]
    fitted = LogisticRegression(class_weight="balanced").fit(evidence / spread, absent)
    nearness, coverage, *_ = fitted.coef_[0] / spread
    return float(max(coverage / nearness, 0.0)) if nearness < 0 else 0.0


def _evidence(samples: Sequence[Sample], weight: float, language: str, *, answerable: bool) -> NDArray[np.float64]:
    found = [one.evidence for one in samples if one.answerable is answerable]
    return np.array([one.nearness + weight * one.coverage for one in found if one.language == language], float)
