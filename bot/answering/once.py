"""What is worked out once a release, since it goes through all statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.domain.documents import Release

_T = TypeVar("_T")


def once_a_release(work: Callable[[Release], _T]) -> Callable[[Release], _T]:
    """Return the same work, whose result is kept for the release that it was last done for."""
    last: list[tuple[Release, _T]] = []

    def kept(release: Release) -> _T:
        known = last[0] if last else None
        if known is None or known[0] is not release:
            known = (release, work(release))
            last[:] = [known]
        return known[1]

    return kept
