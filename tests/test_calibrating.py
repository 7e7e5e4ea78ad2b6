"""What `python -m bot eval --calibrate` prints."""

from __future__ import annotations

from bot.calibrating import lines
from bot.ingestion.calibration import FALSE_REFUSALS, fit
from tests.ingestion.test_calibration import samples


def test_the_point_in_force_is_marked_on_the_curve() -> None:
    drawn = samples(1000, 100)
    shown = list(lines("r-1", drawn, fit(drawn)))
    assert shown[0] == "release r-1: 1000 answerable and 100 absent questions of the tune half"
    (row,) = [line for line in shown if "in force" in line]
    assert row.split()[:4] == ["id", f"{fit(drawn)['id']:.4f}", f"{FALSE_REFUSALS:.1%}", row.split()[3]]
    assert row.split()[3].endswith("%")


def test_an_exam_with_too_few_questions_is_told_how_many_it_takes() -> None:
    shown = list(lines("r-1", samples(3, 2), {}))
    assert "40 answerable ones of a language and 20 absent ones" in shown[1]
