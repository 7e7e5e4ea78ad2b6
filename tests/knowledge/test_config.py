"""The delivered config.toml: its dates are those of the documents, and it says whose bot this is."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from bot.adapters.files import KnowledgeFiles
from bot.config import Config, load
from bot.domain.calendar import Calendar
from bot.ingestion.folder import Snapshot
from bot.ingestion.reading import read

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEDULE = "E-6"  # the fact that holds the election's dates
MONTHS = {"September": 9, "November": 11}
DAY = r"(\d{1,2})(?: (September|November))?"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """The delivered file, away from any .env."""
    copy = tmp_path_factory.mktemp("config") / "config.toml"
    copy.write_bytes((ROOT / "config.toml").read_bytes())
    return load(copy, {})


@pytest.fixture(scope="module")
def statements() -> list[str]:
    """What the documents say about the schedule."""
    documents = read(Snapshot(KnowledgeFiles(ROOT / "knowledge"))).documents
    return [one.text for document in documents for one in document.statements if SCHEDULE in one.labels]


def days(statements: list[str], subject: str) -> tuple[dt.date, ...]:
    """The day, or the first and last day, that a statement about the subject names."""
    text = next(one for one in statements if one.startswith(subject))
    found = re.search(rf"(?:{DAY}–)?{DAY} 2024", text)
    assert found, text
    first, first_month, last, last_month = found.groups()
    spans = [(first, first_month or last_month), (last, last_month)]
    return tuple(dt.date(2024, MONTHS[month], int(day)) for day, month in spans if day)


def test_the_calendar_is_that_of_the_documents(config: Config, statements: list[str]) -> None:
    calendar = config.campaign.calendar
    assert (calendar.campaign_start, calendar.campaign_end) == days(statements, "Masa kampanye")
    assert (calendar.quiet_start, calendar.quiet_end) == days(statements, "Masa tenang")
    assert (calendar.voting_day,) == days(statements, "Pencoblosan")


def test_the_days_are_those_of_the_place_where_the_vote_was_held(config: Config) -> None:
    calendar = config.campaign.calendar
    assert calendar != Calendar()
    noon = dt.datetime(2024, 11, 27, 12, tzinfo=calendar.time_zone)
    assert noon.utcoffset() == dt.timedelta(hours=8)


def test_people_are_told_whose_bot_this_is_in_both_languages_and_where_else_to_turn(config: Config) -> None:
    campaign = config.campaign
    assert "Rudy Mas'ud–Seno Aji" in campaign.name["id"]
    assert campaign.run_by["id"]
    assert set(campaign.name) == set(campaign.run_by) == {"id", "en"}
    assert any("bawaslu.go.id" in link.url for link in campaign.links)
    assert any("gratispol" in link.url for link in campaign.links)


def test_everything_else_is_as_the_program_has_it_without_a_config(config: Config, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    plain = load(tmp_path / "config.toml", {})
    delivered = (config.telegram, config.embedding, config.admins, config.ingest, config.limits)
    assert delivered == (plain.telegram, plain.embedding, plain.admins, plain.ingest, plain.limits)
