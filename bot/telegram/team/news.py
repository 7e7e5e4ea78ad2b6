"""What a member of the team is written to about: switches, with what is kept for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel.dates import format_datetime

from bot.domain.addresses import KEPT, RIGHTS, Purpose
from bot.locales import say, show_day
from bot.telegram.abilities import Schedules
from bot.telegram.delivery.address_book import AddressBook
from bot.telegram.delivery.buttons import Rows
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd

ON, OFF = "on", "off"
MARKS = {ON: "✅", OFF: "⬜"}


class News:
    """Handlers of /kabar. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, book: AddressBook, schedules: Schedules) -> None:
        self._front, self._book, self._schedules = front, book, schedules

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the switches do: whatever was tapped before, one leads to the state that it shows."""
        return {"newson": self.turn_on, "newsoff": self.turn_off}

    async def show(self, errand: Errand) -> None:
        """They see what they can be written to about, what of it is on, and what is kept for it."""
        await self._book.renew(errand.member.person)
        await self._show(errand)

    async def turn_on(self, errand: Errand) -> None:
        """From now on they are written to about this, in this chat."""
        if purpose := self._named(errand):
            person = errand.member.person
            if purpose is Purpose.SHARED and purpose not in await self._book.wishes(person):
                await self._pass_over(person)
            await self._book.put(person, errand.chat.id, purpose, errand.language, self._known(purpose))
            await self.show(errand)

    async def turn_off(self, errand: Errand) -> None:
        """They are written to about this no more, and nothing is kept for it."""
        if purpose := self._named(errand):
            await self._book.drop(errand.member.person, purpose)
            await self._show(errand)

    async def _show(self, errand: Errand) -> None:
        language, offered = errand.language, list(self._offered(errand))
        wishes = await self._book.wishes(errand.member.person)
        states = {purpose: ON if purpose in wishes else OFF for purpose in offered}
        until = show_day(self._front.clock() + KEPT, self._front.zone, language)
        blocks = [Block(bold(say(language, "news-title"))), Block(escape(say(language, "news-choose")), "\n\n")]
        blocks += [
            Block(escape(f"{MARKS[state]} {self._described(purpose, language)}"), "\n\n")
            for purpose, state in states.items()
        ]
        kept = say(language, "news-kept", until=until) if ON in states.values() else say(language, "news-kept-nothing")
        blocks.append(Block(escape(kept), "\n\n"))
        await self._front.respond(errand, Reply(pack(blocks), _switches(states, language)))

    def _offered(self, errand: Errand) -> Iterator[Purpose]:
        """What there is to be told here, as far as their rank may know it."""
        is_there = {
            Purpose.REPORT: self._schedules.weekly is not None and self._front.abilities.views is not None,
            Purpose.INGEST: self._schedules.folder is not None and self._front.abilities.workshop is not None,
            Purpose.SHARED: self._front.abilities.sharing is not None,
            Purpose.JOINED: True,
        }
        yield from (one for one, is_so in is_there.items() if is_so and errand.member.may(RIGHTS[one]))

    async def _pass_over(self, person: str) -> None:
        """What had changed before they wanted to know is no news: they can see it in /relawan."""
        if sharing := self._front.abilities.sharing:
            now = self._front.clock()
            await sharing.note_told([one for one, _ in await sharing.to_tell([person], now)], now)

    def _named(self, errand: Errand) -> Purpose | None:
        return next((one for one in self._offered(errand) if one == errand.about), None)

    def _known(self, purpose: Purpose) -> str:
        """Return what they need not be told any more: the first report is the next one."""
        weekly = self._schedules.weekly
        return weekly.week(self._front.clock(), self._front.zone) if weekly and purpose is Purpose.REPORT else ""

    def _described(self, purpose: Purpose, language: str) -> str:
        weekly, time = self._schedules.weekly, ""
        if weekly:
            moment = weekly.last(self._front.clock(), self._front.zone)
            time = format_datetime(moment, "EEEE HH:mm", locale=language)
        return say(language, f"news-{purpose}-told", time=time)


def _switches(states: Mapping[Purpose, str], language: str) -> Rows:
    """Return a button a purpose, which shows how it is and leads to the contrary."""
    contrary = {ON: OFF, OFF: ON}
    return tuple(
        (step(f"{MARKS[state]} {say(language, f'news-{purpose}')}", language, f"news{contrary[state]}", purpose),)
        for purpose, state in states.items()
    )
