"""Figures as people read them: compared with the period before, in their language, empty ones too."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.domain.answers import Outcome
from bot.domain.figures import Figures, Tally, Verdicts, before
from bot.domain.pictures import Bars, Columns
from bot.locales import LANGUAGES, knows
from bot.telegram.team import counts

MONDAY, TUESDAY = dt.date(2030, 11, 18), dt.date(2030, 11, 19)
BUSY = Figures(
    MONDAY,
    TUESDAY,
    (
        Tally(MONDAY, Outcome.QUOTED, "id", "sekolah", 50, 3),
        Tally(TUESDAY, Outcome.NOT_FOUND, "en", "", 2000, 2),
        Tally(TUESDAY, Outcome.DECLINED, "id", "", 50, 1),
    ),
    (Verdicts(TUESDAY, 2, 1),),
)
EMPTY = Figures(*before(MONDAY, TUESDAY))


def test_a_period_is_told_in_seven_lines_or_less() -> None:
    assert list(counts.lines(BUSY, EMPTY, "id")) == [
        "Pertanyaan: 6 (periode sebelumnya ↑ 0)",
        "Hasil: dijawab dengan kutipan 3 · tidak ada di dokumen 2 · tidak dijawab 1",
        "Topik teratas: sekolah 3",
        "Bahasa: Indonesia 4 · Inggris 2",
        "Waktu jawab: 50%: 42 md · 95%: 1.8 detik",
        "Penilaian: 👍 2 · 👎 1",
    ]
    assert "Questions: 0 (period before ↓ 6)" in list(counts.lines(EMPTY, BUSY, "en"))


def test_its_picture_has_a_column_a_day_and_every_question_in_it() -> None:
    shown = counts.picture(BUSY, "id")
    days, *_, verdicts = shown.panels
    assert isinstance(days, Columns)
    assert days.labels == ("18 Nov", "19 Nov")
    assert dict(days.series) == {"dijawab": (3, 0), "tidak ada di dokumen": (0, 2), "lainnya": (0, 1)}
    assert isinstance(verdicts, Columns)
    assert dict(verdicts.series) == {"suka": (0, 2), "tidak suka": (0, 1)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_period_is_told_and_drawn(language: str) -> None:
    assert len(list(counts.lines(EMPTY, EMPTY, language))) == 6
    assert not any(number for one in counts.picture(EMPTY, language).panels for number in _numbers(one))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_a_name(language: str) -> None:
    assert all(knows(language, f"outcome-{outcome.lower().replace('_', '-')}") for outcome in Outcome)


def _numbers(panel: Columns | Bars) -> list[int]:
    if isinstance(panel, Bars):
        return [number for _, number in panel.values]
    return [number for row in panel.series.values() for number in row]
