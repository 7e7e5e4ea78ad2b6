"""Which of many scores are the highest."""

from __future__ import annotations

import numpy as np

from bot.domain.directions import highest

SCORES = np.array([0.2, 0.9, 0.5, 0.9, 0.5, 0.1], dtype=np.float32)


def test_the_highest_come_first_and_equal_ones_as_they_stand() -> None:
    assert highest(SCORES, 3).tolist() == [1, 3, 2]
    assert highest(SCORES, 4).tolist() == [1, 3, 2, 4]


def test_more_than_there_are_is_all_and_none_is_none() -> None:
    assert highest(SCORES, 10).tolist() == [1, 3, 2, 4, 0, 5]
    assert highest(SCORES, 0).tolist() == []
    assert highest(SCORES[:0], 2).tolist() == []


def test_as_many_as_wanted_are_those_that_sorting_all_would_bring() -> None:
    scores = np.random.default_rng(3).integers(0, 40, 500).astype(np.float32)
    for count in (1, 7, 100, 499):
        assert highest(scores, count).tolist() == (-scores).argsort(kind="stable")[:count].tolist()
