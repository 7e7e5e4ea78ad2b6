"""What is worked out once a release, since it goes through all statements."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TypeVar

from bot.domain.documents import Release

_T = TypeVar("_T")


def once_a_release(work: Callable[[Release], _T]) -> Callable[[Release], _T]:
    """Return the same work, whose result is kept as long as the release is.

    Where something is withdrawn, a question asks this of the whole release and of what is left of it.
    """
    results: dict[int, _T] = {}

    def kept(release: Release) -> _T:
        key = id(release)
        if key not in results:
            results[key] = work(release)
            weakref.finalize(release, results.pop, key, None)
        return results[key]

    return kept
