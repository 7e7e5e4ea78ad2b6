"""The refusal rule, fitted to a release: from which evidence on its documents hold the answer to a question.

The fewer questions it is fitted to, the nearer it stays to the program's own rule.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.domain.answers import Evidence
from bot.domain.documents import COVERAGE, Manifest, Release

# Share of the answerable questions that the rule may refuse in each language. It is small, as aliases are written with
# the tune half in mind. Of its 8,530 questions .004 tells six more absent ones than .002, and refuses two others: where
# hard questions with a story are among them, .002 answers recipes.
FALSE_REFUSALS = 0.004
FEWEST_ANSWERABLE = 40  # questions of a language: of fewer, a share so small means nothing
FEWEST_ABSENT = 20
# Answerable questions: of fewer, the lowest would always be refused. So many weigh as much as the program's own rule.
# Of 5,668 questions, 150 taken by chance make a rule that refuses 1.4 % of what is answerable, at worst 4.4 %; beside
# the program's own .1 %, at worst .2 %. 500 make .9 and 2.5 %, beside it .2 and .5 %, and catch 20 instead of 11 %.
ENOUGH = round(1 / FALSE_REFUSALS)
# Share of the statements that may have changed before a rule is fitted anew: one of 418, reworded in both languages,
# moves the least evidence by .000005, and to look at 5,668 questions again takes as long as the exam.
MOST_MOVED = 0.02
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


@dataclass(frozen=True, slots=True)
class Fitted:
    """The refusal rule of a release, and what it was fitted to."""

    rule: Mapping[str, float]  # for the manifest; {}: the program's own serves
    answerable: int
    absent: int

    @property
    def own(self) -> float:
        """What the questions weigh beside the program's own rule, from 0 to 1."""
        return _credibility(self.answerable) if self.rule else 0.0


def taken_over(manifest: Manifest, live: Manifest | None, moved: int, statements: int) -> Manifest:
    """Return a manifest with the live release's rule, if it was taught by the same and few statements have changed.

    `moved` are those added, changed and removed since the live release; together with all before it since its rule was
    fitted they are at most a small share of the `statements`. Else it stands as it is: to be fitted.
    """
    if live is None or not live.calibration or live.taught_by != manifest.taught_by:
        return manifest
    since = live.moved + moved
    if since > MOST_MOVED * statements:
        return manifest
    return replace(manifest, calibration=live.calibration, moved=since)


def taught_by(release: Release, questions: str) -> str:
    """Return a digest of what a rule is fitted to besides statements: questions, phrasings, names, the model."""
    manifest = release.manifest
    phrasings = sorted({alias for one in release.statements.values() for alias in one.aliases})
    made = (manifest.fingerprint, manifest.version, manifest.languages, manifest.regional)
    parts = (questions, made, phrasings, sorted(release.names.items()))
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def told(fitted: Fitted) -> str:
    """Return the line that tells people what the refusal rule rests on."""
    asked = f"{fitted.answerable} answerable and {fitted.absent} absent questions to learn from"
    if not fitted.rule:
        least = f"{FEWEST_ANSWERABLE} of a language and {FEWEST_ABSENT}"
        return f"refusal rule: the program's own; {asked} are too few, it takes {least}"
    return f"refusal rule: {fitted.own:.0%} fitted to {asked}, the rest is the program's own"


def fit(samples: Sequence[Sample], general: tuple[float, float]) -> Fitted:
    """Return the refusal rule for what samples tell, between that which fits them best and the program's own.

    Both are linear in nearness and coverage, and so is their mean. What was fitted weighs n / (n + ENOUGH) of n
    answerable questions: H. Bühlmann's credibility (ASTIN Bulletin 4, 1967). `general` is the program's own rule: the
    weight of the coverage, and the least evidence.
    """
    counts = Counter(sample.answerable for sample in samples)
    best, credibility = _best(samples), _credibility(counts[True])
    other = {one: general[0] if one == COVERAGE else general[1] for one in best}
    rule = {one: credibility * best[one] + (1 - credibility) * other[one] for one in best}
    return Fitted(rule, counts[True], counts[False])


def _credibility(answerable: int) -> float:
    return answerable / (answerable + ENOUGH)


def _best(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the rule that fits samples best: refuse where nearness + coverage · weight < least of the language.

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
