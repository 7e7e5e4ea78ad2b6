"""Inline mode: answers to insert into any chat, offered while somebody writes behind the bot's name there."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update
from telegram.helpers import create_deep_linked_url

from bot.domain.answers import Cards, Outcome, Question
from bot.domain.calendar import until_change
from bot.domain.pasted import codes_in
from bot.domain.sharing import Shared
from bot.domain.team import Closure, Feature, Right
from bot.locales import say
from bot.telegram.abilities import Sharing
from bot.telegram.access import Access, Admission
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Button, shortened
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.sending import markup
from bot.telegram.frontend import Context, FrontEnd
from bot.telegram.sharing import handover

log = logging.getLogger(__name__)

MOST = 10  # cards
MOST_KEPT = 1000  # cards, of a few kB each, that need not be made again
# Seconds for which Telegram may show the same cards to others who write the same: as long as a withdrawn statement or a
# closed feature may still be offered there. What is inserted carries its code all the same.
CACHED = 30
ASKED_DAYS = 30  # whose questions tell which topics are asked about most
LOOKED_UP = 600.0  # seconds for which that is not counted again
UNANSWERED = {
    Outcome.DECLINED: "declined",
    Outcome.QUIET: "quiet",
    Outcome.SMALL_TALK: "ask",
    Outcome.FAILED: "failed",
}
LONGEST_TITLE = 60  # characters that a card shows in a line
LONGEST_DESCRIPTION = 120  # in the two lines below it


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for an inline query, and whether it is the same for everybody who writes it."""

    results: tuple[InlineQueryResultArticle, ...]
    language: str
    is_personal: bool
    seconds: int = CACHED


class Inline:
    """Handlers of inline queries. Each docstring says what the person experiences."""

    def __init__(self, front: FrontEnd, sharing: Sharing, access: Access, timer: Callable[[], float]) -> None:
        self._front, self._sharing, self._access, self._timer = front, sharing, access, timer
        self._topics: tuple[str, ...] = ()  # most asked about, the most frequent first
        self._counted_at: float | None = None
        self._cards: dict[str, InlineQueryResultArticle] = {}  # by code: what was shared never changes

    async def queried(self, update: Update, context: Context) -> None:
        """They see up to ten answers to insert, or one card that says why there are none; always a way to the bot."""
        query = update.inline_query
        assert query is not None
        try:
            offer = await self._offer(query, context.bot.username)
        except Exception:
            log.exception("inline query failed")
            offer = self._single("failed", context.bot.username, self._front.app_language(query.from_user))
        way = InlineQueryResultsButton(say(offer.language, "inline-open"), start_parameter="inline")
        await query.answer(offer.results, cache_time=offer.seconds, is_personal=offer.is_personal, button=way)
        await self._sharing.all_kept()

    async def chosen(self, update: Update, context: Context) -> None:
        """For one of the team it is kept which answer they have inserted; for others nothing happens."""
        chosen = update.chosen_inline_result
        assert chosen is not None
        member = await self._front.roster.member(self._front.person(chosen.from_user))
        if member and member.may(Right.SHARE):
            checked = await self._sharing.check(chosen.result_id, self._front.clock())
            if checked.shared:
                await self._sharing.note_sharer(member.person, checked.shared, self._front.clock())

    async def _offer(self, query: InlineQuery, bot: str) -> Offer:
        person = self._front.person(query.from_user)
        chosen = await self._front.chosen_language(person)
        language = chosen or self._front.app_language(query.from_user)
        if self._access.browses(person) is not Admission.ADMITTED:
            return self._single("limit", bot, language)
        if closure := await self._closed():
            return self._closed_offer(closure, bot, language)
        text, now = query.query.strip(), self._front.clock()
        if codes := codes_in(text):
            return await self._verified(codes[0], bot, language)
        if not text:
            return await self._popular(bot, language)
        cards = await self._front.assistant.cards(Question(text, now, chosen, person), MOST)
        return await self._made(cards, bot, is_personal=chosen is not None)

    async def _popular(self, bot: str, language: str) -> Offer:
        cards = await self._front.assistant.popular(await self._asked_about(), language, self._front.clock(), MOST)
        return await self._made(cards, bot, is_personal=True)

    async def _made(self, cards: Cards, bot: str, *, is_personal: bool) -> Offer:
        now = self._front.clock()
        kept = await self._sharing.offer_many(cards.groups, cards.language, now) if cards.groups else []
        found = {one.code: one for one in kept if one}
        if not found:
            return self._single(
                UNANSWERED.get(cards.outcome, "not-found"), bot, cards.language, is_personal=is_personal
            )
        return Offer(self._articles(tuple(found.values()), bot), cards.language, is_personal, self._cached(now))

    async def _verified(self, code: str, bot: str, language: str) -> Offer:
        """The very answer of a code, as long as it is what the documents say."""
        checked = await self._sharing.check(code, self._front.clock())
        if valid := checked.valid:
            return Offer(self._articles((valid,), bot), valid.language, is_personal=False)
        sort = "quiet" if checked.withheld else "unknown" if checked.shared is None else "changed"
        return self._single(sort, bot, language, code=checked.shared.code if checked.shared else "")

    def _articles(self, several: Sequence[Shared], bot: str) -> tuple[InlineQueryResultArticle, ...]:
        if len(self._cards) > MOST_KEPT:
            self._cards.clear()
        for one in several:
            if one.code not in self._cards:
                self._cards[one.code] = card(one, bot, self._front.campaign(one.language))
        return tuple(self._cards[one.code] for one in several)

    def _single(self, sort: str, bot: str, language: str, *, code: str = "", is_personal: bool = True) -> Offer:
        return Offer((notice(sort, bot, language, code=code),), language, is_personal)

    def _closed_offer(self, closure: Closure, bot: str, language: str) -> Offer:
        told = replies.closed(closure, language)
        return Offer((notice("closed", bot, language, told),), language, is_personal=True, seconds=0)

    async def _closed(self) -> Closure | None:
        roster = self._front.roster
        return await roster.closed(Feature.QUESTIONS) or await roster.closed(Feature.SHARING)

    async def _asked_about(self) -> tuple[str, ...]:
        """The topics of most questions lately."""
        if self._counted_at is None or self._timer() - self._counted_at >= LOOKED_UP:
            self._counted_at = self._timer()
            self._topics = await self._front.asked_about(ASKED_DAYS)
        return self._topics

    def _cached(self, now: dt.datetime) -> int:
        """For how long these may be shown: no longer than they may be said."""
        left = until_change(self._front.settings.campaign.calendar, now)
        return CACHED if left is None else max(0, min(CACHED, int(left.total_seconds())))


def card(shared: Shared, bot: str, campaign: Mapping[str, str]) -> InlineQueryResultArticle:
    """Return the card of a shared answer; its id is the answer's code.

    It says first whether it is a promise or a delivery, and of when.
    """
    language, part = shared.language, shared.answer.parts[0]
    description = f"{replies.kind_line(part, language)}\n{shortened(replies.gist(part), LONGEST_DESCRIPTION)}"
    return InlineQueryResultArticle(
        id=shared.code,
        title=shortened(part.title, LONGEST_TITLE),
        description=description,
        input_message_content=InputTextMessageContent(handover.message(shared, bot, campaign)),
        reply_markup=markup(((_verify(bot, shared.code, language), _ask(bot, language)),)),
    )


def notice(sort: str, bot: str, language: str, told: str = "", *, code: str = "") -> InlineQueryResultArticle:
    """Return the card that stands where there is no answer: what it says, and a way to the bot or to a code there."""
    told = told or say(language, f"inline-{sort}-told")
    way = _verify(bot, code, language) if code else _ask(bot, language)
    return InlineQueryResultArticle(
        id=sort,
        title=say(language, f"inline-{sort}"),
        description=shortened(told, LONGEST_DESCRIPTION),
        input_message_content=InputTextMessageContent(escape(told)),
        reply_markup=markup(((way,),)),
    )


def _verify(bot: str, code: str, language: str) -> Button:
    return Button(say(language, "button-verify"), url=handover.address(bot, code))


def _ask(bot: str, language: str) -> Button:
    return Button(say(language, "button-ask-bot"), url=create_deep_linked_url(bot))
