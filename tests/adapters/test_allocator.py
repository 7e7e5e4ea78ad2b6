"""Memory that goes back to the machine, and memory that is left in peace."""

from __future__ import annotations

import gc
import platform
import threading
import weakref
from pathlib import Path

import pytest

from bot.adapters.allocator import give_back, settle, share_one_heap, unsettle

THREADS, PIECES, SIZE = 4, 2000, 5000  # ten megabytes a thread, in pieces too small for mappings of their own
TOTAL = THREADS * PIECES * SIZE // 1_000_000


def resident() -> int:
    """Megabytes that this process holds."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) // 1000 for line in status.splitlines() if line.startswith("VmRSS"))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have ways of their own")
def test_what_threads_have_freed_goes_back_to_the_machine() -> None:
    share_one_heap()
    before, together = resident(), threading.Barrier(THREADS)
    last: list[bytearray] = []  # of each thread: it keeps the rest from being given back by itself

    def fill() -> None:
        pieces = [bytearray(SIZE) for _ in range(PIECES)]
        together.wait()
        last.append(pieces.pop())

    threads = [threading.Thread(target=fill) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert resident() - before > TOTAL / 2
    give_back()
    assert resident() - before < TOTAL / 2


class Ring:
    """Something that only a look for garbage finds."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_held_is_left_in_peace_until_the_next_release_settles_and_goes_then_if_nobody_holds_it() -> None:
    ring = Ring()
    held = weakref.ref(ring)
    try:
        settle()
        del ring
        gc.collect()
        assert held() is not None
        settle()
        assert held() is None
    finally:
        unsettle()
