"""Whether a question that was looked up is answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.answering.asked import Asked, LookedUp, answerable
from bot.answering.boundaries import Boundaries
from bot.answering.composition import Composer
from bot.answering.retrieval import Findings, Found
from bot.answering.sought import seek
from bot.domain.answers import Question
from bot.domain.calendar import Calendar
from bot.domain.documents import COVERAGE
from tests.answering.fakes import FakeIndex
from tests.releases import document, release, section

NOW = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
PLAIN = release(document(section("Batas usia", "Paling tua 25 tahun.")))
RELEASE = replace(PLAIN, manifest=replace(PLAIN.manifest, calibration={COVERAGE: 0.1, "id": 0.9}))
STATEMENT = next(iter(RELEASE.statements.values()))
ASKED = Asked(
    Question("umur berapa", NOW), "id", FakeIndex(RELEASE), Composer(RELEASE, "id", Calendar(), NOW), Boundaries(()),
    lambda: 0.0, {},
)  # fmt: skip


def found(cosine: float) -> Findings:
    return Findings((Found(STATEMENT, 1.0, cosine),))


def looked_up(whole: float, clause: float | None = None) -> LookedUp:
    of_clause = None if clause is None else found(clause)
    return LookedUp(seek("umur berapa", "id", RELEASE), found(whole), found(whole), None, clause=of_clause)


def test_a_question_is_answered_if_it_or_its_best_clause_is_near_enough() -> None:
    assert answerable(ASKED, looked_up(whole=0.91))
    assert answerable(ASKED, looked_up(whole=0.85, clause=0.91))


def test_a_question_is_not_answered_if_neither_is_near_enough() -> None:
    assert not answerable(ASKED, looked_up(whole=0.85))
    assert not answerable(ASKED, looked_up(whole=0.85, clause=0.85))
