"""python -m bot stats and gaps: what people asked, and what they asked in vain."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import assembly, log
from bot.assembly import Clock, now
from bot.config import Config
from bot.domain.errors import ConfigError
from bot.domain.figures import Figures, before, period
from bot.domain.gaps import Dealt, Gap
from bot.domain.pictures import Picture
from bot.domain.withdrawals import withdrawn_from
from bot.locales import FALLBACK
from bot.still_unanswered import StillUnanswered
from bot.telegram.team import counts, unanswered

if TYPE_CHECKING:
    from bot.adapters.database import SqlDatabase
    from bot.answering.assistant import Assistant
    from bot.domain.documents import Release
    from bot.ingestion.gap_remedies import Insight
    from bot.telegram.abilities import Views


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
    shown = counts.lines(found, earlier, FALLBACK)
    if wish.as_json:
        print(json.dumps(as_json(found, earlier), ensure_ascii=False))  # noqa: T201
    else:
        print(counts.title(*days, FALLBACK), *shown, sep="\n")  # noqa: T201
    if wish.chart:
        await write_chart(wish.chart, counts.picture(found, FALLBACK))
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

    data = await MatplotlibPainter().paint(picture)
    try:
        await asyncio.to_thread(file.write_bytes, data)
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error


def insight(config: Config, assistant: Assistant, database: SqlDatabase, clock: Clock = now) -> Insight:
    """Return what the team can see and do about gaps.

    It has an embedder of its own, loaded when first used: no voter's question waits behind texts to be grouped.
    """
    from bot.adapters.file_edits import KnowledgeEdits
    from bot.adapters.gap_records import SqlGaps
    from bot.ingestion.gap_remedies import Insight

    async def withdrawn() -> frozenset[str]:
        return frozenset(withdrawn_from(await release()))

    async def release() -> Release:
        async with assistant.live.reading() as index:
            return index.release

    edits = KnowledgeEdits(config.paths.knowledge, config.paths.data / "backups", clock)
    embedder = partial(assembly.answering_embedder, config)
    return Insight(
        records=StillUnanswered(SqlGaps(database), assistant.ask, database, clock),
        load_embedder=embedder,
        ask=assistant.ask,
        nearest=assistant.nearest,
        edits=edits,
        clock=clock,
        live=database,
        withdrawn=withdrawn,
        release=release,
        regional=config.campaign.regional,
    )


def views(config: Config, assistant: Assistant, database: SqlDatabase, clock: Clock = now) -> Views:
    """Return what the team looks at in chat."""
    from bot.adapters.counters import SqlFigures
    from bot.adapters.images import MatplotlibPainter
    from bot.telegram.abilities import Views

    seen = insight(config, assistant, database, clock)
    return Views(SqlFigures(database), seen, MatplotlibPainter())


async def gaps(config: Config, wish: Wish) -> int:
    """Print what was asked in vain in the last days and what came of it, and return 0.

    Raises ReleaseError if there is no release to ask again, ConfigError if the chart can't be written.
    """
    log.configure(sys.stderr, logging.WARNING)
    async with assembly.serving(config, assembly.answering_embedder(config)) as lent:
        seen = insight(config, lent.assistant, lent.records)
        checked = await seen.check()
        found = await seen.gaps(wish.days)
    if wish.as_json:
        print(json.dumps(gaps_as_json(found, checked), ensure_ascii=False))  # noqa: T201
    else:
        print(*unanswered.lines(found, checked, wish.days, FALLBACK), sep="\n")  # noqa: T201
    if wish.chart:
        await write_chart(wish.chart, unanswered.picture(found, wish.days, FALLBACK))
    return 0


def gaps_as_json(found: Sequence[Gap], checked: Sequence[Dealt]) -> dict[str, Any]:
    """Return gaps, and what was dealt with, for machines."""
    return {
        "gaps": [
            {
                "id": gap.id,
                "question": gap.question,
                "texts": gap.texts,
                "count": gap.count,
                "before": gap.before,
                "disliked": gap.disliked,
                "dealt": gap.dealt.remedy if gap.dealt else None,
                "withdrawn": gap.withdrawn,
            }
            for gap in found
        ],
        "dealt": [
            {"question": one.question, "remedy": one.remedy, "target": one.target, "answered": one.answered}
            for one in checked
        ],
    }
