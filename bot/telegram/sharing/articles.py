"""What an inline query offers: each card, and what it inserts into the chat. Pure: no bot, no update."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import InlineQueryResultArticle, InputTextMessageContent
from telegram.helpers import create_deep_linked_url

from bot.domain.sharing import Shared
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Button, shortened
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.sending import markup
from bot.telegram.sharing import handover

LONGEST_TITLE = 60  # characters that a card shows in a line
LONGEST_DESCRIPTION = 120  # in the two lines below it


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
