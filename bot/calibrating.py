"""python -m bot eval --calibrate: what the live release's refusal rule does, and what other thresholds would do."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot import log
from bot.answering.retrieval import refusal
from bot.assembly import answering_embedder, now, serving, training
from bot.config import Config
from bot.domain.documents import COVERAGE
from bot.evaluation.report import share
from bot.exam import moment, samples
from bot.ingestion.calibration import FALSE_REFUSALS, Fitted, Point, Sample, curve, fit, told


async def calibrate(config: Config, file: Path | None = None) -> int:
    """Print the curve of the refusal rule over the tune half of an exam, and return 0.

    Raises KnowledgeErrors if the exam can't be used, ReleaseError if there is no release.
    """
    log.configure(sys.stderr, logging.WARNING)
    questions = training(config, file)
    async with serving(config, answering_embedder(config)) as lent:
        found = await samples(lent.assistant, questions, moment(config.campaign.calendar, now()))
    fitted = fit(found, refusal.general(lent.release.manifest))
    sys.stdout.writelines(f"{line}\n" for line in lines(lent.release.id, found, fitted))
    return 0


def lines(release: str, samples: Sequence[Sample], fitted: Fitted) -> Iterator[str]:
    """Yield the lines that show a rule and its curve, the point in force marked."""
    rule, absent = fitted.rule, fitted.absent
    yield f"release {release}: {fitted.answerable} answerable and {absent} absent questions of the tune half"
    yield told(fitted)
    if not rule:
        return
    yield f"refused where nearness + {rule[COVERAGE]:.3f} · coverage < least; {FALSE_REFUSALS:.1%} of them may be false"
    yield "by nearness alone, before boundaries, unknown topics and what a question demands:"
    yield ""
    yield f"{'language':<10}{'least':>8}{'false refusals':>16}{'absent caught':>15}"
    yield from _rows(curve(samples, rule), rule)


def _rows(points: Iterable[Point], rule: Mapping[str, float]) -> Iterator[str]:
    for point in points:
        mark = "  ← in force" if point.least == rule[point.language] else ""
        yield f"{point.language:<10}{point.least:>8.4f}{point.false_refusals:>16.1%}{share(point.caught):>15}{mark}"
