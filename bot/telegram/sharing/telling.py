"""Who has shared an answer that is no longer as it was is told so: once, and only if they want it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Iterator, Sequence

from telegram import Bot

from bot.domain.addresses import Purpose
from bot.domain.ids import short_id
from bot.domain.sharing import Checked, Shared, Sharer, Verdict
from bot.locales import say, say_reason
from bot.telegram.abilities import Sharing
from bot.telegram.delivery.address_book import AddressBook, Reader
from bot.telegram.delivery.buttons import MOST_IDS, Act, Button, button
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import step
from bot.telegram.frontend import FrontEnd

EVERY = 60.0  # seconds between two looks at what is live and what is withdrawn
SURE = dt.timedelta(hours=1)  # after which all is looked at, even if nothing seems to have changed
MOST = 5  # answers in one message

News = Sequence[tuple[Sharer, Checked]]


class Telling:
    """Tells the sharers. What was told is in the records, so that no restart tells it again."""

    def __init__(self, front: FrontEnd, book: AddressBook, sharing: Sharing, bot: Bot) -> None:
        self._front, self._book, self._sharing, self._bot = front, book, sharing, bot
        self._seen: tuple[object, ...] = ()  # what was so when nothing was left to tell
        self._seen_at: dt.datetime | None = None

    async def tell_due(self) -> None:
        """Everybody who wants it, and has shared what has changed since, reads it in one message."""
        readers, now = await self._book.readers(Purpose.SHARED), self._front.clock()
        state = await self._state(readers)
        if not readers or (state == self._seen and self._seen_at and now - self._seen_at < SURE):
            return
        found = await self._sharing.to_tell([one.address.person for one in readers], now)
        is_done = True
        for reader in readers:
            if news := [one for one in found if one[0].person == reader.address.person]:
                is_done &= await self._book.tell(reader, _name(news), self._sending(reader, news))
        if is_done:
            self._seen, self._seen_at = state, now

    async def _state(self, readers: Sequence[Reader]) -> tuple[object, ...]:
        withdrawn = await self._front.abilities.withdrawals.withdrawals() if self._front.abilities.withdrawals else {}
        return self._front.assistant.release_id, tuple(withdrawn), tuple(one.address.person for one in readers)

    def _sending(self, reader: Reader, news: News) -> Callable[[], Awaitable[None]]:
        async def send() -> None:
            await self._front.delivery.send(reader.chat(self._bot), notice([one for _, one in news], reader.language))
            await self._sharing.note_told([one for one, _ in news], self._front.clock())

        return send


def notice(changed: Sequence[Checked], language: str) -> Reply:
    """Return what somebody reads about answers of theirs that have changed, with buttons to see each and share it."""
    shown = [(one, one.shared) for one in changed[:MOST] if one.shared]
    numbers = [f"{number}. " if len(shown) > 1 else "" for number in range(1, len(shown) + 1)]
    blocks = [Block(bold(say(language, "told-title", count=len(changed))))]
    rows = []
    for number, (checked, shared) in zip(numbers, shown, strict=True):
        blocks.append(Block(f"{number}{bold(shared.answer.parts[0].title)}\n{_verdict(checked, language)}", "\n\n"))
        rows.append(tuple(_buttons(number, checked, shared, language)))
    if len(changed) > MOST:
        blocks.append(Block(escape(say(language, "told-more", count=len(changed) - MOST)), "\n\n"))
    return Reply(pack(blocks), tuple(rows))


def _verdict(checked: Checked, language: str) -> str:
    reasons = dict.fromkeys(one.withdrawal.reason for one in checked.fates if one.withdrawal)
    said = (say_reason(language, reason) for reason in reasons)
    return escape(": ".join((say(language, f"verdict-{checked.verdict}"), *said)))


def _buttons(number: str, checked: Checked, shared: Shared, language: str) -> Iterator[Button]:
    """To see what has become of it and, if something else stands there now, to share that."""
    yield step(f"🔎 {number}{say(language, 'button-see')}", language, "seecode", shared.code)
    stands = [fate.new.statement for fate in checked.fates if fate.new]
    if checked.verdict is Verdict.UPDATED and stands:
        text = f"↗️ {number}{say(language, 'button-share-new')}"
        yield button(text, Act.SHARE, shared.language, stands[:MOST_IDS])


def _name(news: News) -> str:
    """Return what names these news among all that somebody was ever told."""
    return short_id(sorted(sharer.code for sharer, _ in news), 10)
