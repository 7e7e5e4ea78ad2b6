"""python -m bot stats: what people asked, as counted by the running bot."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import assembly, log
from bot.assembly import now
from bot.config import Config
from bot.domain.errors import ConfigError
from bot.domain.figures import Figures, before, period
from bot.domain.pictures import Picture
from bot.telegram import figures

LANGUAGE = "en"  # an operator's commands speak English


@dataclass(frozen=True, slots=True)
class Wish:
    """Of how many days, and as what."""

    days: int
    as_json: bool = False
    chart: Path | None = None


async def stats(config: Config, wish: Wish) -> int:
    """Print the figures of the last days, and return 0. Raises ConfigError if the chart can't be written."""
    from bot.adapters.counters import SqlFigures

    log.configure(sys.stderr, logging.WARNING)
    zone = config.campaign.calendar.time_zone
    database = assembly.database(config)
    try:
        records = SqlFigures(database)
        days = period(wish.days, now(), zone)
        found, earlier = [await records.figures(*each, zone) for each in (days, before(*days))]
    finally:
        database.close()
    shown = figures.lines(found, earlier, LANGUAGE)
    if wish.as_json:
        print(json.dumps(as_json(found, earlier), ensure_ascii=False))  # noqa: T201
    else:
        print(figures.title(*days, LANGUAGE), *shown, sep="\n")  # noqa: T201
    if wish.chart:
        await write_chart(wish.chart, figures.picture(found, LANGUAGE))
    return 0


def as_json(found: Figures, earlier: Figures) -> dict[str, Any]:
    """Return figures for machines: counts, and seconds."""
    return {
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "questions": found.questions,
        "questions_before": earlier.questions,
        "days": {day.isoformat(): count for day, count in zip(found.days, found.by_day(), strict=True)},
        "outcomes": dict(found.outcomes()),
        "topics": dict(found.topics()),
        "languages": dict(found.languages()),
        "seconds": {"p50": found.latency(0.5), "p95": found.latency(0.95)},
        "verdicts": {"good": found.good, "bad": found.bad},
    }


async def write_chart(file: Path, picture: Picture) -> None:
    """Draw a picture into a file. Raises ConfigError if it can't be written."""
    from bot.adapters.images import MatplotlibPainter

    try:
        data = await MatplotlibPainter().paint(picture)
        await asyncio.to_thread(file.write_bytes, data)
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error
