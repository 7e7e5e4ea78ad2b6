"""Candidates as files: kept for another process, found again, forgotten."""

import datetime as dt
from pathlib import Path

from bot.adapters.candidates import CandidateFiles
from bot.domain.releases import Candidate

ONE = Candidate("20261124-120000-abc", dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC), None, {"missed": ["right"]})


def test_a_candidate_is_found_by_another_process_until_it_is_dropped(tmp_path: Path) -> None:
    CandidateFiles(tmp_path / "candidates").keep(ONE)
    other = CandidateFiles(tmp_path / "candidates")
    assert other.find(ONE.id) == ONE
    other.drop(ONE.id)
    assert other.find(ONE.id) is None
    other.drop(ONE.id)


def test_what_is_no_candidate_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    for name in ("broken", "nothing", "../x", "*"):
        assert CandidateFiles(tmp_path).find(name) is None
