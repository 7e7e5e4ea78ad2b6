"""What was asked in vain and still would be: a question that the live release answers by now is a gap no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.answers import Answer, Outcome, Question
from bot.domain.gaps import AskedInVain, Dealt, GapRecords
from bot.domain.ports import Action, LivePointer

MOST_ASKED = 100  # questions asked again at a look, the most frequent first: 25 ms each, once a release


@dataclass(slots=True)
class StillUnanswered:
    """The GapRecords port over records, less what the live release answers."""

    records: GapRecords
    ask: Callable[[Question], Awaitable[Answer]]
    live: LivePointer
    clock: Callable[[], datetime]
    _release: str | None = None
    _answered: dict[str, bool] = field(default_factory=dict)  # question → whether that release answers it, in memory

    async def asked(self, since: datetime, until: datetime) -> list[AskedInVain]:
        """Return the questions of a time that are still in vain, oldest first; a 👎 stays, whatever is answered."""
        found = await self.records.asked(since, until)
        await self._ask_again([one for one in found if not one.disliked])
        return [one for one in found if one.disliked or not self._answered.get(one.text, False)]

    async def dealt(self) -> list[Dealt]:
        """Return the gaps that were dealt with, the last one first."""
        return await self.records.dealt()

    async def deal(self, dealt: Dealt, action: Action | None) -> None:
        """Keep what was done about a gap."""
        await self.records.deal(dealt, action)

    async def _ask_again(self, found: Sequence[AskedInVain]) -> None:
        release = await self.live.live_release()
        if release != self._release:
            self._release, self._answered = release, {}
        languages = {one.text: one.language for one in found}
        often = Counter(one.text for one in found if one.text not in self._answered)
        for text, _ in often.most_common(MOST_ASKED):
            answer = await self.ask(Question(text, self.clock(), languages[text]))
            if answer.outcome not in (Outcome.FAILED, Outcome.QUIET):  # these tell nothing: it is asked another time
                self._answered[text] = answer.outcome is not Outcome.NOT_FOUND or answer.boundary is not None
