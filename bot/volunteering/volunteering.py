"""What volunteers learn from the documents: a practice quiz, and what a new release says otherwise."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator

from bot.answering.composing.composer import Composer
from bot.answering.retrieval.live import LiveIndex
from bot.domain.answers import Answer
from bot.domain.calendar import Calendar, Phase, phase
from bot.domain.documents import Release
from bot.domain.errors import ReleaseError
from bot.domain.programs import heading_in
from bot.domain.quiz import Exercise
from bot.domain.releases import News, Tally
from bot.domain.succession import said, successors
from bot.domain.withdrawals import whole
from bot.volunteering.quiz import Quiz, quiz


class Volunteering:
    """What is asked and told. Every method is safe to call from many conversations at once."""

    def __init__(self, live: LiveIndex, open_release: Callable[[str], Awaitable[Release]], calendar: Calendar) -> None:
        """Learn from `live`; `open_release` returns an earlier release or raises ReleaseError."""
        self._live, self._open, self._calendar = live, open_release, calendar
        self._made: tuple[Release | None, dict[tuple[str, Phase], Quiz]] = (None, {})  # of one release
        self._earlier: Release | None = None
        self._making = asyncio.Lock()

    async def exercise(self, seed: int, place: int, language: str, now: dt.datetime) -> Exercise | None:
        """Return the exercise at a place of a round; None after the last one, or if none may be asked now."""
        async with self._live.reading() as index:
            made = await self._quiz(index.release, language, now)
        return made.exercise(seed, place)

    async def explanation(self, statement: str, language: str, now: dt.datetime) -> Answer:
        """Return a statement, quoted alone; NOT_FOUND if it is gone."""
        async with self._live.reading() as index:
            release = index.release
            known = [release.statements[statement]] if statement in release.statements else []
            return Composer(release, language, self._calendar, now).quoted(known, asked=(statement,))

    async def news(self, since: str, language: str, now: dt.datetime) -> tuple[News, ...] | None:
        """Return what the live release says otherwise than an earlier one, by section; None if that one is gone.

        What may not be said now is left out.
        """
        async with self._live.reading() as index:
            release = whole(index.release)
            allows = Composer(release, language, self._calendar, now).allows
            if (earlier := await self._opened(since)) is None:
                return None
            found = await asyncio.to_thread(lambda: tuple(_news(earlier, release, language)))
        return tuple(one for one in found if allows(one.kind))

    async def _quiz(self, release: Release, language: str, now: dt.datetime) -> Quiz:
        """Return a quiz, made once for a release and for what may be said."""
        key = language, phase(self._calendar, now)
        async with self._making:
            if self._made[0] is not release:
                self._made = release, {}
            if key not in self._made[1]:
                allows = Composer(release, language, self._calendar, now).allows
                self._made[1][key] = await asyncio.to_thread(quiz, release, language, allows)
            return self._made[1][key]

    async def _opened(self, release_id: str) -> Release | None:
        if self._earlier is None or self._earlier.id != release_id:
            try:
                self._earlier = await self._open(release_id)
            except ReleaseError:  # pruned, or made by another version of this program
                return None
        return self._earlier


def _news(old: Release, new: Release, language: str) -> Iterator[News]:
    """Yield the sections in which something has changed, those with most to say first."""
    became = successors(old.statements.values(), new.statements.values())
    kept = {one.id for one in became.values() if one}
    turned = [(one, new_one) for key, one in old.statements.items() if (new_one := became[key])]
    changed = Counter(now.section for was, now in turned if said(was) != said(now))
    added = Counter(one.section for key, one in new.statements.items() if key not in kept)
    removed = Counter(one.section for key, one in old.statements.items() if became[key] is None)
    found = []
    for key in dict.fromkeys((*changed, *added, *removed)):
        release = new if key in new.sections else old
        section, tally = release.sections[key], Tally(added[key], changed[key], removed[key])
        title = heading_in(release, section, language)
        found.append(News(title, section.kind, tally, section.id if release is new else ""))
    yield from sorted(found, key=lambda one: -_weight(one.statements))


def _weight(tally: Tally) -> int:
    return tally.added + tally.changed + tally.removed
