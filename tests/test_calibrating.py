"""What `python -m bot eval --calibrate` prints."""

from __future__ import annotations

from bot.calibrating import lines
from bot.ingestion.calibration import fit
from tests.ingestion.fakes import GENERAL
from tests.ingestion.test_calibration import samples


def test_the_point_in_force_is_marked_on_the_curve() -> None:
    drawn = samples(1000, 100)
    fitted = fit(drawn, GENERAL)
    shown = list(lines("r-1", drawn, fitted))
    assert shown[0] == "release r-1: 1000 answerable and 100 absent questions of the tune half"
    assert "80% fitted to 1000 answerable" in shown[1]
    (row,) = [line for line in shown if "in force" in line]
    language, least, refused, caught, *_ = row.split()
    assert (language, least) == ("id", f"{fitted.rule['id']:.4f}")
    assert refused.endswith("%")
    assert caught.endswith("%")


def test_an_exam_with_too_few_questions_is_told_how_many_it_takes() -> None:
    shown = list(lines("r-1", few := samples(3, 2), fit(few, GENERAL)))
    assert "it takes 40 of a language and 20" in shown[1]
    assert len(shown) == 2
