"""Scores of passages as scores of statements: the best of what leads to each, the least of all where nothing does."""

from __future__ import annotations

import numpy as np
import pytest

from bot.domain.layout import Layout

AGE, SUM, PAY, TERM = "age", "sum", "pay", "term"
LAYOUT = Layout([(AGE, "s1", ("F-1",)), (SUM, "s2", ("F-2", "F-3")), (PAY, "s2", ("F-2",)), (TERM, "s3", ())])


def parts(scores: dict[str, float]) -> dict[str, tuple[float, float, float]]:
    """Return statement → its text's, its section's and its best fact's score."""
    best_first = dict(sorted(scores.items(), key=lambda pair: -pair[1]))
    places, *kinds = LAYOUT.spread(LAYOUT.slots(best_first), np.array([*best_first.values()]))[:4]
    columns = zip(*(kind.tolist() for kind in kinds), strict=True)
    return {LAYOUT.ids[place]: column for place, column in zip(places.tolist(), columns, strict=True)}


def test_a_fact_leads_to_all_of_its_statements_and_the_best_of_several_counts() -> None:
    assert parts({"F-2": 0.7, "F-3": 0.9}) == {SUM: (0.7, 0.7, 0.9), PAY: (0.7, 0.7, 0.7)}


def test_what_a_statement_lacks_counts_as_the_least_of_all_scores() -> None:
    assert parts({TERM: 0.9, AGE: 0.8, "s3": 0.85}) == {AGE: (0.8, 0.8, 0.8), TERM: (0.9, 0.85, 0.8)}


def test_a_section_alone_leads_to_none_of_its_statements() -> None:
    assert parts({"s2": 0.9}) == {}


def test_what_the_release_does_not_hold_is_only_a_score_that_others_may_lack() -> None:
    assert parts({AGE: 0.8, "gone": 0.1}) == {AGE: (0.8, 0.1, 0.1)}


def test_nothing_found_leads_nowhere() -> None:
    assert parts({}) == {}
    assert Layout([]).spread(Layout([]).slots(["gone"]), np.array([0.9])).places.tolist() == []


def test_of_an_owners_scores_the_best_counts() -> None:
    spread = LAYOUT.spread(LAYOUT.slots([AGE, TERM, AGE]), np.array([0.9, 0.8, 0.7]))
    assert spread.text.tolist() == [0.9, 0.8]


def test_sections_are_told_for_all_statements_and_the_nearest_one_may_have_none() -> None:
    layout = Layout([(AGE, "s1", ()), (SUM, "s2", ())], ["s1", "s2", "bare"])
    spread = layout.spread(layout.slots(["bare", AGE, "s2"]), np.array([0.9, 0.8, 0.7]))
    assert spread.sections.tolist() == [0.0, 0.7]
    assert spread.nearest_section == 0.9
    assert layout.spread(layout.slots([AGE]), np.array([0.8])).nearest_section == 0.0


def test_a_section_leads_by_how_much_nearer_it_or_what_it_holds_is_than_the_fifth() -> None:
    layout = Layout([(str(number), f"s{number}", ("F-1",) if number == 1 else ()) for number in range(7)])

    def lead(scores: dict[str, float]) -> float:
        best_first = dict(sorted(scores.items(), key=lambda pair: -pair[1]))
        return layout.spread(layout.slots(best_first), np.array([*best_first.values()])).lead

    near = {"s0": 0.9, "s2": 0.88, "3": 0.86, "s4": 0.85, "5": 0.84, "6": 0.7}
    assert lead(near) == pytest.approx(0.9 - 0.84)
    assert lead({"F-1": 0.95, **near}) == pytest.approx(0.95 - 0.85), "a fact's phrasing is near to its section, too"
    assert lead({"s0": 0.9, "2": 0.88}) == pytest.approx(0.02), "of fewer sections the last counts"
    assert lead({"s0": 0.9}) == lead({}) == 0.0
