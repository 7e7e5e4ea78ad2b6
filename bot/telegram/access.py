"""How often one person may ask."""

from __future__ import annotations

from enum import Enum, auto

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

BROWSING = 10  # times as often as asking: turning the pages of a menu costs little and comes fast


class Admission(Enum):
    """Whether something a person sent is dealt with."""

    ADMITTED = auto()
    TOLD = auto()  # too many, and this is the first to be told so in a minute
    REFUSED = auto()


class Access:
    """Counts what each person sends within a moving minute, questions and all else apart; in memory only."""

    def __init__(self, questions_per_minute: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._questions = RateLimitItemPerMinute(questions_per_minute, namespace="question")
        self._browsing = RateLimitItemPerMinute(BROWSING * questions_per_minute, namespace="browsing")
        self._notices = RateLimitItemPerMinute(1, namespace="notice")

    def asks(self, person: str) -> Admission:
        """Count a question of a person (by hash); the first one too many in a minute is TOLD, the others REFUSED."""
        return self._count(self._questions, person)

    def browses(self, person: str) -> Admission:
        """Count a command, a tap or anything else in the same way."""
        return self._count(self._browsing, person)

    def _count(self, limit: RateLimitItem, person: str) -> Admission:
        if self._limiter.hit(limit, person):
            return Admission.ADMITTED
        return Admission.TOLD if self._limiter.hit(self._notices, person) else Admission.REFUSED
