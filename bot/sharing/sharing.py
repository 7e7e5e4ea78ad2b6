"""Answers that travel: kept once as they were, and held against what the documents say when somebody checks them."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answering.composing import composer, quoting
from bot.answering.composing.composer import Composer
from bot.answering.retrieval.live import LiveIndex
from bot.answering.selection import lists
from bot.domain.answers import Answer, Outcome
from bot.domain.calendar import Calendar, Phase, allows, local_day, phase
from bot.domain.documents import Release, Statement
from bot.domain.releases import Edit, Overtaken, Sort, Words
from bot.domain.sharing import (
    Checked,
    Fate,
    Opened,
    Said,
    Shared,
    Sharer,
    ShareRecords,
    Verdict,
    code,
    is_news,
    read_code,
    sayings,
    worst,
)
from bot.domain.succession import compare, mates_of, successors
from bot.domain.withdrawals import Withdrawals, whole, withdrawn_from

log = logging.getLogger(__name__)

MOST_LOOKED_AT = 1000  # shared answers that a candidate is held against, the most opened ones
MOST_CACHED = 2000  # answers, of a few kB each: what inline mode shows again and again


_Wish = tuple[tuple[str, ...], str, Phase]  # statements, language, and the phase that says what may be said


class Sharing:
    """What can be shared, and what becomes of it. Every method is safe to call from many conversations at once."""

    def __init__(
        self,
        live: LiveIndex,
        records: ShareRecords,
        calendar: Calendar,
        secret: bytes,
        write: Callable[[Answer], str],
        withdrawals: Callable[[], Awaitable[Withdrawals]],
    ) -> None:
        """Share from `live`, which lends its release without withdrawn statements.

        `write` returns an answer as the plain text that travels, `withdrawals` what was ever withdrawn.
        """
        self._live, self._records, self._calendar = live, records, calendar
        self._secret, self._write, self._withdrawals = secret, write, withdrawals
        self._kept: OrderedDict[str, Shared] = OrderedDict()  # by code; rows are never changed
        self._shown: tuple[Release | None, dict[_Wish, Shared | None]] = (None, {})  # of one release
        self._keeping: set[asyncio.Task[None]] = set()

    async def share(self, ids: Sequence[str], language: str, now: dt.datetime) -> Shared | None:
        """Return these statements as an answer that is kept, lists whole; None if none of them may be said now."""
        return (await self.share_many([ids], language, now))[0]

    async def share_many(
        self, several: Sequence[Sequence[str]], language: str, now: dt.datetime
    ) -> list[Shared | None]:
        """Return an answer that is kept for each group of statements, in at most one transaction."""
        await self.all_kept()
        wishes, known, made = await self._wished(several, language, now)
        await self._keep(known, made)
        return [known[wish] for wish in wishes]

    async def offer_many(
        self, several: Sequence[Sequence[str]], language: str, now: dt.datetime
    ) -> list[Shared | None]:
        """Return what `share_many` does, and keep it while it is on its way to whoever may choose from it."""
        wishes, known, made = await self._wished(several, language, now)
        if made:
            task = asyncio.create_task(self._keep(known, made))
            self._keeping.add(task)
            task.add_done_callback(self._is_kept)
        return [made[wish] if wish in made else known[wish] for wish in wishes]

    async def _wished(
        self, several: Sequence[Sequence[str]], language: str, now: dt.datetime
    ) -> tuple[list[_Wish], dict[_Wish, Shared | None], dict[_Wish, Shared | None]]:
        """Return what is wished, what of it is known, and what had to be made and is to be kept."""
        async with self._live.reading() as index:
            release, known = index.release, self._known(index.release)
        wishes = [(tuple(ids), language, phase(self._calendar, now)) for ids in several]
        composer = Composer(release, language, self._calendar, now)
        new = (wish for wish in dict.fromkeys(wishes) if wish not in known)
        return wishes, known, {wish: self._made(wish[0], composer) for wish in new}

    async def _keep(self, known: dict[_Wish, Shared | None], made: Mapping[_Wish, Shared | None]) -> None:
        sayable = [one for one in made.values() if one]
        by_code = {one.code: one for one in (await self._records.keep(sayable) if sayable else ())}
        known |= {wish: one and by_code[one.code] for wish, one in made.items()}

    async def all_kept(self) -> None:
        """Wait until what was offered is kept, or could not be."""
        if self._keeping:
            await asyncio.wait(self._keeping)

    def _is_kept(self, task: asyncio.Task[None]) -> None:
        self._keeping.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("offered answers could not be kept", exc_info=error)

    def _known(self, release: Release) -> dict[_Wish, Shared | None]:
        """Return what has been shared of a release, begun anew with another one or when it has grown large."""
        if self._shown[0] is not release or len(self._shown[1]) > MOST_CACHED:
            self._shown = release, {}
        return self._shown[1]

    async def check(self, typed: str, now: dt.datetime) -> Checked:
        """Return what there is to say about a code as somebody typed it; what may not be said now is left out."""
        given = read_code(typed)
        if given is None:
            return Checked(Verdict.MISTYPED)
        await self.all_kept()
        shared = self._kept.get(given) or await self._records.shared(given)
        if shared is None:
            return Checked(Verdict.FOREIGN)
        return await self._checked(self._remember(shared), now)

    async def note_opening(self, shared: Shared, now: dt.datetime) -> None:
        """Count that somebody followed the link of a kept answer."""
        await self._records.count_opening(shared.code, local_day(self._calendar, now))

    async def note_sharer(self, person: str, shared: Shared, now: dt.datetime) -> None:
        """Keep that one of the team has shared an answer, so that they can be told when it changes."""
        await self._records.note_sharer(person, shared.code, now)

    async def shared_by(self, person: str, count: int) -> list[Opened]:
        """Return at most `count` answers that somebody has shared, the latest first, and how often they were opened."""
        return await self._records.shared_by(person, count)

    async def opened(self, person: str, since: dt.date) -> int:
        """Return how often the links of what somebody has shared were followed since a day, by whomever."""
        return await self._records.opened(person, since)

    async def to_tell(self, persons: Collection[str], now: dt.datetime) -> list[tuple[Sharer, Checked]]:
        """Return who of them has shared an answer that is no longer as it was, and has not been told yet.

        What may not be said now is told later.
        """
        withdrawals, found = await self._withdrawals(), []
        async with self._live.reading() as index:
            for sharer in await self._records.untold(persons):
                shared = self._kept.get(sharer.code) or await self._records.shared(sharer.code)
                if shared is None:
                    continue
                fates = await asyncio.to_thread(fates_of, shared, index.release, withdrawals)
                is_sayable = all(self._may_be_said(fate, now) for fate in fates)
                if is_sayable and (verdict := worst(fates)) is not Verdict.VALID:
                    found.append((sharer, Checked(verdict, shared, fates)))
        return found

    async def note_told(self, sharers: Sequence[Sharer], now: dt.datetime) -> None:
        """Keep that these were told: once is enough."""
        await self._records.note_told(sharers, now)

    def _made(self, ids: Iterable[str], composer: Composer) -> Shared | None:
        release, language = composer.release, composer.language
        answer = composer.quoted(lists.menu_lists(ids, release))
        if answer.outcome is not Outcome.QUOTED:
            return None
        statements = tuple(release.statements[key] for key in answer.leads)
        mates = {mate.id: mate for one in statements for mate in mates_of(one, release)}
        text = self._write(answer)
        return Shared(
            code=code(self._secret, answer.leads, _in_full(text, answer), language),
            language=language,
            answer=answer,
            statements=tuple(map(_slim, statements)),
            beside=tuple(_slim(mate) for key, mate in mates.items() if key not in answer.leads),
            text=text,
            release=release.id,
            at=composer.now,
        )

    async def _checked(self, shared: Shared, now: dt.datetime) -> Checked:
        withdrawals = await self._withdrawals()
        async with self._live.reading() as index:
            fates = fates_of(shared, index.release, withdrawals)
        sayable = tuple(fate for fate in fates if self._may_be_said(fate, now))
        if len(sayable) == len(fates):
            return Checked(worst(fates), shared, fates)
        answer = _only(shared.answer, {fate.old.statement for fate in sayable})
        reason = composer.withheld(self._calendar, now)
        return Checked(worst(fates), replace(shared, answer=answer), sayable, reason)

    def _may_be_said(self, fate: Fate, now: dt.datetime) -> bool:
        return all(allows(self._calendar, said.kind, now) for said in (fate.old, fate.new) if said)

    def _remember(self, shared: Shared) -> Shared:
        self._kept[shared.code] = shared
        self._kept.move_to_end(shared.code)
        while len(self._kept) > MOST_CACHED:
            self._kept.popitem(last=False)
        return shared


def fates_of(shared: Shared, live: Release, withdrawals: Withdrawals) -> tuple[Fate, ...]:
    """Return what has become of each statement of a shared answer in a release, in the answer's order.

    A withdrawal counts even if the documents say it otherwise by now: what was shared is what was withdrawn.
    """
    release, withdrawn = whole(live), {**withdrawals, **withdrawn_from(live)}
    earlier = (*shared.statements, *shared.beside)
    same = (release.statements[one.id] for one in earlier if one.id in release.statements)
    became = successors(earlier, [*same, *(mate for one in earlier for mate in mates_of(one, release))])
    stands = [new for one in shared.statements if (new := became[one.id])]
    before = sayings(shared.answer.parts, shared.answer.citations)
    now = sayings(*quoting.quote(stands, release, shared.language, lambda _: True))
    fates = []
    for key, old in before.items():
        new = became.get(key)
        withdrawal = withdrawn.get(key) or (withdrawn.get(new.id) if new else None)
        stays = new if new and new.id not in withdrawn else None
        fates.append(Fate(old, now[stays.id] if stays else None, withdrawal))
    return tuple(fates)


async def overtaken(records: ShareRecords, live: Release, candidate: Release) -> tuple[Overtaken, ...]:
    """Return the shared answers that a candidate makes another of what the live release does, the most opened first."""
    opened = await records.most_opened(MOST_LOOKED_AT)
    return await asyncio.to_thread(lambda: tuple(filter(None, (_overtaken(one, live, candidate) for one in opened))))


def _overtaken(opened: Opened, live: Release, candidate: Release) -> Overtaken | None:
    now, then = (fates_of(opened.shared, release, {}) for release in (live, candidate))
    turned = [after for before, after in zip(now, then, strict=True) if is_news(before, after)]
    edits = tuple(Edit(fate.old.title, _rewording(fate)) for fate in turned)
    return Overtaken(opened.shared.code, opened.times, worst(then), edits) if edits else None


def _rewording(fate: Fate) -> tuple[Words, ...]:
    """Return the words of a statement as shared and as a release says it, and of what else readers see what differs."""
    first, *others = zip(_sides(fate.old), _sides(fate.new), strict=True)
    found = [*compare(*first)]
    for before, after in others:
        if before != after and fate.new:
            found += [Words(Sort.KEPT, "|"), *compare(before, after)]
    return tuple(found)


def _sides(said: Said | None) -> tuple[str, ...]:
    if said is None:
        return "", "", ""
    sources = (f"{one.title}, {one.publisher}, {one.date or ''} {one.url or ''}" for one in said.sources)
    return said.text, f"{said.title} ({said.kind}, {'; '.join(said.dates)})", "; ".join(sources)


def _slim(statement: Statement) -> Statement:
    """Return what succession goes by."""
    return replace(statement, aliases=(), twin=None)


def _only(answer: Answer, statements: Collection[str]) -> Answer:
    """Return an answer with some of its quotes and their citations alone."""
    quoted = (
        replace(part, quotes=tuple(one for one in part.quotes if one.statement in statements)) for part in answer.parts
    )
    return replace(
        answer,
        parts=tuple(part for part in quoted if part.quotes),
        citations=tuple(one for one in answer.citations if one.statement in statements),
    )


def _in_full(text: str, answer: Answer) -> str:
    """Return a text with all that its sources are: another link behind the same name makes another answer."""
    sources = (each for one in answer.citations for each in one.sources)
    lines = ("\t".join((one.title, one.publisher, one.date or "", one.url or "")) for one in sources)
    return "\n".join((text, *dict.fromkeys(lines)))
