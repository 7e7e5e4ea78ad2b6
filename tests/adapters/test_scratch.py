"""Large arrays lie in a file for a while."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bot.adapters.scratch import FileScratch


def test_arrays_come_back_as_they_were_in_any_order_and_leave_no_file(tmp_path: Path) -> None:
    arrays = [np.arange(6, dtype=np.float32).reshape(2, 3), np.ones((3, 1), np.float32), np.zeros((1, 4), np.float32)]
    with FileScratch(tmp_path) as scratch:
        for array in arrays:
            scratch.append(array[:, ::-1])
        for place in (2, 0, 1, 0):
            assert np.array_equal(scratch[place], arrays[place][:, ::-1])
        scratch.append(arrays[0])
        assert np.array_equal(scratch[3], arrays[0])
    assert not [*tmp_path.iterdir()]
