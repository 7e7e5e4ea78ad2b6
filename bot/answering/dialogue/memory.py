"""What each conversation was about last: in memory only, and for 15 minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

LIFE = dt.timedelta(minutes=15)
MOST_CONVERSATIONS = 20_000  # memory is bounded: the oldest is forgotten first


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a conversation was about: ids of statements, or keys of sections that were offered."""

    ids: tuple[str, ...]
    person: str
    at: dt.datetime


class Memory:
    """What each conversation was about last; in memory only, for 15 minutes."""

    def __init__(self) -> None:
        self._kept: dict[str, Remembered] = {}

    def remember(self, conversation: str, ids: Sequence[str], person: str, at: dt.datetime) -> None:
        """Keep ids for a conversation ("" is nobody's and is not kept), in place of what was kept before."""
        if conversation and ids:
            self._kept.pop(conversation, None)
            self._kept[conversation] = Remembered(tuple(ids), person, at)
            self._drop_old(at)

    def recall(self, conversation: str, now: dt.datetime) -> tuple[str, ...]:
        """Return what was kept, nothing if it is older than 15 minutes."""
        kept = self._kept.get(conversation)
        return kept.ids if kept and now - kept.at <= LIFE else ()

    def forget(self, person: str) -> int:
        """Drop all that is kept of a person; return how much it was."""
        gone = [key for key, kept in self._kept.items() if kept.person == person]
        for key in gone:
            del self._kept[key]
        return len(gone)

    def count(self, person: str, now: dt.datetime) -> int:
        """Return how many conversations are kept of a person."""
        self._drop_old(now)
        return sum(kept.person == person for kept in self._kept.values())

    def _drop_old(self, now: dt.datetime) -> None:
        while self._kept:
            oldest = next(iter(self._kept))
            if now - self._kept[oldest].at <= LIFE and len(self._kept) <= MOST_CONVERSATIONS:
                return
            del self._kept[oldest]
