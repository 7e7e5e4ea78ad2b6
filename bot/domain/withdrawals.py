"""A statement that the team has taken back, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A statement that is said no more, whichever release holds it; the same words in it mean the same id."""

    statement: str  # id
    section: str  # key
    text: str  # as it stood
    reason: str  # voters may read it
    at: datetime
    who: str  # keyed hash
