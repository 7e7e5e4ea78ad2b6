"""Memory: what a closed release leaves behind goes back to the machine, what an open one holds is left in peace."""

from __future__ import annotations

import ctypes
import gc
from functools import cache

_ARENA_MAX = -8  # M_ARENA_MAX of glibc's malloc.h


@cache
def share_one_heap() -> None:
    """Let all threads of this process take memory from one heap. Without glibc nothing happens.

    Chroma starts threads of its own with each release that is opened, and glibc gives each new thread a heap that
    keeps what was freed on it: a hundred releases in one process took 690 MB that way, 200 MB from one heap.
    """
    if change := getattr(ctypes.CDLL(None), "mallopt", None):
        change(_ARENA_MAX, 1)


def give_back() -> None:
    """Return freed memory to the machine: some milliseconds. Without glibc nothing happens."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


def settle() -> None:
    """Let what is held by now not be looked through for garbage any more; what is garbage by now goes first.

    A look through a whole release makes one question in some hundreds wait for 90 ms.
    """
    if gc.get_freeze_count():
        unsettle()
        gc.collect()
    gc.freeze()


def unsettle() -> None:
    """Let all that is held be looked through for garbage again."""
    gc.unfreeze()
