"""What the bot can do beside answering, as far as whoever builds it hands it over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.addresses import AddressRecords
from bot.domain.drafting import UploadDesk, WritingDesk
from bot.domain.figures import FigureRecords
from bot.domain.gaps import Insight
from bot.domain.pictures import CardPainter, Painter
from bot.domain.ports import Workshop
from bot.domain.quiz import Volunteers
from bot.domain.sharing import Checked, Opened, Shared, Sharer
from bot.domain.watching import Folder
from bot.domain.weekly import Weekly
from bot.domain.withdrawals import WithdrawalRecords
from bot.telegram.delivery.chores import Chore
from bot.telegram.delivery.downloads import Fetch, fetch


class Sharing(Protocol):
    """What a front end asks for to share answers and check them; bot.sharing.sharing.Sharing fulfils it."""

    async def share(self, ids: Sequence[str], language: str, now: dt.datetime) -> Shared | None:
        """Return statements as an answer that is kept, lists whole; None if none of them may be said now."""

    async def share_many(
        self, several: Sequence[Sequence[str]], language: str, now: dt.datetime
    ) -> list[Shared | None]:
        """Return such an answer for each group of statements, at little cost if they were shared before."""

    async def offer_many(
        self, several: Sequence[Sequence[str]], language: str, now: dt.datetime
    ) -> list[Shared | None]:
        """Return the same, kept while it is on its way to whoever may choose from it."""

    async def all_kept(self) -> None:
        """Wait until what was offered is kept."""

    async def check(self, typed: str, now: dt.datetime) -> Checked:
        """Return what there is to say about a code as somebody typed it."""

    async def note_opening(self, shared: Shared, now: dt.datetime) -> None:
        """Count that somebody followed the link of an answer."""

    async def note_sharer(self, person: str, shared: Shared, now: dt.datetime) -> None:
        """Keep that one of the team has shared an answer."""

    async def shared_by(self, person: str, count: int) -> list[Opened]:
        """Return what somebody has shared, the latest first, and how often it was opened."""

    async def opened(self, person: str, since: dt.date) -> int:
        """Return how often the links of what somebody has shared were followed since a day."""

    async def to_tell(self, persons: Collection[str], now: dt.datetime) -> list[tuple[Sharer, Checked]]:
        """Return who of them has shared an answer that is no longer as it was, and has not been told yet."""

    async def note_told(self, sharers: Sequence[Sharer], now: dt.datetime) -> None:
        """Keep that these were told."""


@dataclass(frozen=True, slots=True)
class Views:
    """What the team looks at: figures, gaps, and who draws them."""

    figures: FigureRecords
    insight: Insight
    painter: Painter


@dataclass(frozen=True, slots=True)
class Schedules:
    """What is done without anybody asking for it, and whom it is told."""

    addresses: AddressRecords
    weekly: Weekly | None = None  # when the week's figures are sent; None: never
    folder: Folder | None = None  # that is watched; None: none is
    chores: tuple[Chore, ...] = ()


@dataclass(frozen=True, slots=True)
class Desks:
    """Where the team writes into the documents, and how the files that they send come here."""

    uploads: UploadDesk
    writing: WritingDesk
    fetch: Fetch = fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """All of it; what is None can't be done here, and nobody is offered it."""

    views: Views | None = None  # figures and gaps are shown
    workshop: Workshop | None = None  # releases are made
    desks: Desks | None = None  # the documents are written into
    withdrawals: WithdrawalRecords | None = None  # statements are taken back
    sharing: Sharing | None = None  # answers are shared and checked
    painter: CardPainter | None = None  # also as pictures
    volunteers: Volunteers | None = None  # volunteers practise
    schedules: Schedules | None = None  # somebody is written to unasked


ONLY_ANSWERING = Abilities()
