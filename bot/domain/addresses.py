"""What members of the team may ask to be written to about, and the records of who did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.domain.team import Right

KEPT = timedelta(days=400)  # since they last looked at their switches: a campaign's people move on
RUNS = timedelta(days=1)  # for which it is worth telling what has become of an ingest


class Purpose(StrEnum):
    """What somebody is written to about."""

    REPORT = "report"  # the figures of a week
    INGEST = "ingest"  # the knowledge has changed and waits to be published
    SHARED = "shared"  # an answer that they have shared is not what it was
    JOINED = "joined"  # somebody has joined the team
    RUN = "run"  # an ingest that they have begun, as long as it runs; told = the message that shows how far it is


RIGHTS: dict[Purpose, Right] = {
    Purpose.REPORT: Right.REVIEW,
    Purpose.INGEST: Right.PUBLISH,
    Purpose.SHARED: Right.SHARE,
    Purpose.JOINED: Right.TEAM,
    Purpose.RUN: Right.PUBLISH,
}


@dataclass(frozen=True, slots=True)
class Address:
    """One person's wish to be written to about one thing."""

    person: str  # keyed hash
    purpose: Purpose
    chat: str  # encrypted
    language: str
    expires: datetime
    told: str = ""  # names what they were told last: the same is told once


class AddressRecords(Protocol):
    """Where the wishes stand."""

    async def keep(self, address: Address) -> None:
        """Keep a wish; of one that is there already, only what was told last stays as it was."""

    async def replace(self, address: Address) -> None:
        """Keep a wish in place of the one that may be there, with what was told and claimed of it."""

    async def add(self, address: Address) -> bool:
        """Keep a wish unless one is there already; return whether it was kept."""

    async def drop(self, person: str, purpose: Purpose | None = None) -> None:
        """Delete somebody's wish, or all of theirs."""

    async def remove(self, address: Address) -> bool:
        """Delete a wish as it was read, and return whether it was there; one kept in its place since stays."""

    async def of(self, person: str) -> list[Address]:
        """Return somebody's wishes."""

    async def all(self, purpose: Purpose | None = None) -> list[Address]:
        """Return everybody's wishes, or those of one purpose."""

    async def claim(self, address: Address, what: str, now: datetime, until: datetime) -> bool:
        """Return whether the caller may tell it now: nobody has told `what`, and nobody else is about to.

        Others may try again from `until` on, unless it is settled before.
        """

    async def settle(self, address: Address, told: str) -> None:
        """End a claim: this is what they were told last."""

    async def expire(self, now: datetime) -> int:
        """Delete the wishes whose time is over; return how many."""
