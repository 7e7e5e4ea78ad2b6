"""python -m bot stats and gaps: what an operator reads, and machines."""

from __future__ import annotations

import asyncio
import json

from bot.adapters.counters import SqlFigures
from bot.assembly import database, now
from bot.config import Config
from bot.domain.answers import Outcome
from bot.domain.figures import Tally, period
from tests.processes import run


def test_stats_prints_figures_json_and_a_chart(own_campaign: Config) -> None:
    config = ("--config", str(own_campaign.file))
    chart = own_campaign.file.parent / "chart.png"
    _, today = period(1, now(), own_campaign.campaign.calendar.time_zone)
    records = database(own_campaign)
    asyncio.run(SqlFigures(records).add([Tally(today, Outcome.QUOTED, "id", "sekolah", 50, 3)]))
    records.close()
    ended = run("-m", "bot", "stats", *config, "--since", "2w", "--chart", str(chart))
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "Questions: 3 (period before ↑ 0)" in ended.stdout.decode()
    assert chart.read_bytes().startswith(b"\x89PNG")
    found = json.loads(run("-m", "bot", "stats", *config, "--since", "7d", "--json").stdout)
    assert (found["questions"], found["topics"], len(found["days"])) == (3, {"sekolah": 3}, 7)


def test_a_time_that_is_none_is_refused() -> None:
    for since in ("0d", "91d", "14w", "month"):
        ended = run("-m", "bot", "stats", "--since", since)
        assert (ended.returncode, ended.stdout) == (2, b"")
        assert "at most 90 days" in ended.stderr.decode()
