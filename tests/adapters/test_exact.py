"""Exact neighbours: the order of the cosines, and of the ids where these are equal."""

from __future__ import annotations

import numpy as np
import pytest

from bot.adapters.exact import Exact

EAST, NORTH, NORTH_EAST = [1.0, 0.0], [0.0, 1.0], [0.6, 0.8]


@pytest.fixture
def compass() -> Exact:
    return Exact(["north", "east", "north-east"], np.array([NORTH, EAST, NORTH_EAST], dtype=np.float32))


def test_the_nearest_come_first_with_their_cosines(compass: Exact) -> None:
    places, cosines = compass.nearest(np.array(EAST, dtype=np.float32), 2)
    assert [compass.ids[place] for place in places] == ["east", "north-east"]
    assert cosines.tolist() == pytest.approx([1.0, 0.6])


def test_equal_ones_come_in_the_order_of_their_ids() -> None:
    same = Exact(["c", "a", "b"], np.array([EAST, EAST, EAST], dtype=np.float32))
    assert same.ids == ["a", "b", "c"]
    assert same.nearest(np.array(EAST, dtype=np.float32), 3)[0].tolist() == [0, 1, 2]


def test_of_equal_ones_at_the_end_the_first_ids_are_kept() -> None:
    some = Exact(["d", "c", "a", "b"], np.array([NORTH_EAST, EAST, EAST, EAST], dtype=np.float32))
    assert some.nearest(np.array(EAST, dtype=np.float32), 2)[0].tolist() == [0, 1]


def test_more_than_there_are_is_all_there_are(compass: Exact) -> None:
    assert len(compass.nearest(np.array(NORTH, dtype=np.float32), 50)[0]) == 3
