"""Insight: one method for each thing that the team can see or do about gaps."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from bot.domain.answers import Answer, Match, Outcome, Question
from bot.domain.documents import Release, Role
from bot.domain.figures import KEPT_DAYS
from bot.domain.gaps import Dealt, Gap, GapRecords, Place, Remedy, text_id
from bot.domain.ids import slug
from bot.domain.ports import Action, Embedder, LivePointer, Matrix, Vector
from bot.ingestion import gap_groups as grouping
from bot.ingestion.campaign import home_of
from bot.ingestion.data_edits import with_aliases, with_topic
from bot.ingestion.folder import ABSENT
from bot.language.registry import glossaries
from bot.language.tokens import fold

MOST_PHRASINGS = 8  # of a gap that go into a file, the most central first
MOST_PLACES = 5
MOST_ASKED = 40  # gaps of which it is asked whether their answer is withdrawn: 25 ms each, once a withdrawal
LOOKED_AT = 30  # statements near to a gap, among which places are chosen
LONGEST_NAME = 40  # characters of a topic's name


class Edits(Protocol):
    """Changes files of the knowledge folder."""

    async def edit(self, name: str, change: Callable[[str], str]) -> None:
        """Replace a file by what `change` makes of its text, keeping a copy."""


async def nothing_withdrawn() -> frozenset[str]:
    """Return that nothing is withdrawn."""
    return frozenset()


async def no_release() -> Release | None:
    """Return that no release is live."""
    return None


class Insight:
    """The Insight port over records, the live release and the knowledge folder."""

    def __init__(
        self,
        records: GapRecords,
        load_embedder: Callable[[], Embedder],
        ask: Callable[[Question], Awaitable[Answer]],
        nearest: Callable[[Question, int], Awaitable[Sequence[Match]]],
        edits: Edits,
        clock: Callable[[], dt.datetime],
        live: LivePointer,
        withdrawn: Callable[[], Awaitable[frozenset[str]]] = nothing_withdrawn,
        release: Callable[[], Awaitable[Release | None]] = no_release,
        regional: tuple[str, ...] = (),
    ) -> None:
        self._glossaries = glossaries(regional)
        self._records, self._load_embedder, self._ask, self._nearest = records, load_embedder, ask, nearest
        self._embedder: Embedder | None = None
        self._edits, self._clock, self._live = edits, clock, live
        self._vectors: dict[str, Vector] = {}  # of the texts that were looked at last, in memory only
        self._withdrawn, self._release = withdrawn, release  # of the live release
        self._taken: dict[str, bool] = {}  # question → whether its answer is withdrawn, as long as this is so:
        self._taken_of: tuple[str | None, frozenset[str]] = (None, frozenset())

    async def gaps(self, days: int) -> tuple[Gap, ...]:
        """Return the gaps of the last days, open ones first, then the most frequent first.

        One whose answer is withdrawn is not open: to write it again would bring back what was taken back.
        """
        now = self._clock()
        since = now - dt.timedelta(days=days)
        asked = await self._records.asked(since - dt.timedelta(days=days), now + dt.timedelta(seconds=1))
        texts = grouping.distinct(asked)
        if not texts:
            return ()
        found = await asyncio.to_thread(grouping.group, asked, texts, await self._embedded(texts), since)
        dealt = {one.id: one for one in await self._records.dealt()}
        looked_at = await self._without_withdrawn(list(grouping.with_remedies(found, dealt)))
        return tuple(sorted(looked_at, key=lambda gap: not gap.is_open))

    async def find(self, gap_id: str) -> Gap | None:
        """Return the gap that holds the question of this id, None if there is none (any more)."""
        found = await self.gaps(KEPT_DAYS)
        return next((gap for gap in found if gap_id in map(text_id, gap.texts)), None)

    async def places(self, gap: Gap) -> Sequence[Place]:
        """Return what in the documents is nearest to a gap, best first: facts, and the sections they stand in."""
        matches = await self._nearest(Question(gap.question, self._clock()), LOOKED_AT)
        places: dict[str, Place] = {}
        for match in matches:
            one, section = match.statement, match.section
            place = Place(section.id, section.key, section.title)
            if one.labels:
                place = Place(one.id, one.labels[0], section.title, one.text)
            places.setdefault(place.key, place)
        return tuple(places.values())[:MOST_PLACES]

    async def alias(self, gap: Gap, place: Place, action: Action) -> int:
        """Let a gap's phrasings lead to a place from the next release on; return how many are new.

        Raises KnowledgeError if the file can't be changed.
        """
        added, release = 0, await self._release()
        file = home_of(place.key, release.documents if release else ())

        def change(text: str) -> str:
            nonlocal added
            text, added = with_aliases(text, place.key, phrasings(gap), file)
            return text

        await self._edits.edit(file, change)
        await self._deal(gap, Remedy.ALIAS, place.key, action)
        return added

    async def rule_out(self, gap: Gap, ask: str, action: Action) -> int:
        """Answer a gap's phrasings with where to ask instead, from the next release on; return how many.

        Raises KnowledgeError if the file can't be changed.
        """
        chosen, name = phrasings(gap), slug(gap.question)[:LONGEST_NAME].strip("-")
        if not chosen:
            return 0
        release = await self._release()
        taken = [one.kind for one in release.boundaries] if release else []

        def change(text: str) -> str:
            nonlocal name
            text, name = with_topic(text, name, chosen, ask, ABSENT, taken)
            return text

        await self._edits.edit(ABSENT, change)
        await self._deal(gap, Remedy.TOPIC, name, action)
        return len(chosen)

    async def await_statement(self, gap: Gap, action: Action) -> None:
        """Note that somebody writes what is missing."""
        await self._deal(gap, Remedy.STATEMENT, "", action)

    async def check(self) -> list[Dealt]:
        """Return what was dealt with, the last one first; what the live release was not asked yet, it is asked."""
        live = await self._live.live_release()
        dealt = await self._records.dealt()
        return [one if one.asked_of == live else await self._asked_again(one) for one in dealt]

    async def _asked_again(self, one: Dealt) -> Dealt:
        answer = await self._ask(Question(one.question, self._clock(), one.language))
        if not answer.release or answer.outcome is Outcome.QUIET:  # tells nothing: it is asked another time
            return one
        fresh = replace(one, asked_of=answer.release, answered=is_closed(one.remedy, answer))
        await self._records.deal(fresh, None)
        return fresh

    async def _without_withdrawn(self, gaps: Sequence[Gap]) -> list[Gap]:
        """Return the gaps, the most frequent ones marked if what would answer them is withdrawn."""
        state = await self._live.live_release(), await self._withdrawn()
        if state != self._taken_of:
            self._taken, self._taken_of = {}, state
        if not state[1]:
            return list(gaps)
        asked = [gap for gap in gaps if gap.dealt is None][:MOST_ASKED]
        taken = {gap.id for gap in asked if await self._is_taken_back(gap)}
        return [replace(gap, withdrawn=gap.id in taken) for gap in gaps]

    async def _is_taken_back(self, gap: Gap) -> bool:
        if gap.question not in self._taken:
            answer = await self._ask(Question(gap.question, self._clock(), gap.language))
            self._taken[gap.question] = is_withdrawn(answer)
        return self._taken[gap.question]

    async def _embedded(self, texts: Sequence[str]) -> Matrix:
        """Return the texts' vectors: each step of a dialogue looks at the same ones, a forgotten text's is let go."""
        fresh = [text for text in texts if text not in self._vectors]
        if fresh:
            if self._embedder is None:
                self._embedder = await asyncio.to_thread(self._load_embedder)
            vectors = await self._embedder.embed(
                [fold(text, frozenset(), self._glossaries) for text in fresh], Role.QUERY
            )
            self._vectors |= dict(zip(fresh, vectors, strict=True))
        self._vectors = {text: self._vectors[text] for text in texts}
        return np.stack(list(self._vectors.values()))

    async def _deal(self, gap: Gap, remedy: Remedy, target: str, action: Action) -> None:
        dealt = Dealt(gap.id, gap.question, gap.language, remedy, target, self._clock())
        await self._records.deal(dealt, action)


def phrasings(gap: Gap) -> list[str]:
    """Return a gap's texts that may go into a file, the most central first: those from which nothing was scrubbed."""
    return [text for text in gap.texts if "[" not in text][:MOST_PHRASINGS]


def is_withdrawn(answer: Answer) -> bool:
    """Return whether a question ends without an answer because what would answer it is withdrawn."""
    return answer.outcome is Outcome.NOT_FOUND and any(one.key.startswith("withdrawn-") for one in answer.phrases)


def is_closed(remedy: Remedy, answer: Answer) -> bool:
    """Return whether an answer is what a remedy was meant to bring about."""
    if remedy is Remedy.TOPIC:
        return answer.outcome in (Outcome.NOT_FOUND, Outcome.DECLINED) and answer.boundary is not None
    return answer.outcome in (Outcome.QUOTED, Outcome.WRITTEN)
