"""Whether a message is meant for the bot, what it says to it, and what sort of thing it is if it isn't text. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from telegram import Chat, Message, MessageEntity, User
from telegram.constants import ChatType

from bot.telegram.delivery.buttons import Act, Tap, decode

_NAMES_QUOTED = {Act.SOURCES, Act.LIST_SOURCES, Act.GOOD}
_UNREADABLE = {
    "voice": ("voice", "audio", "video_note"),
    "photo": ("photo", "video", "animation"),
    "document": ("document",),
    "sticker": ("sticker",),
    "location": ("location", "venue"),
}


def is_private(chat: Chat) -> bool:
    """Return whether nobody else reads along."""
    return chat.type == ChatType.PRIVATE


def heard(message: Message, bot: User, commands: Collection[str]) -> str | None:
    """Return what a message says to the bot, without its name; None if it isn't meant for it.

    In a group that is a mention of it, a reply to it, or one of its commands, with its name or no name behind.
    """
    text = message.text or message.caption or ""
    if is_private(message.chat):
        return text
    author = message.reply_to_message.from_user if message.reply_to_message else None
    is_reply = author is not None and author.id == bot.id
    if command := named_command(message):
        name, _, addressee = command.partition("@")
        is_ours = addressee == (bot.username or "").lower() if addressee else name in commands or is_reply
        return text if is_ours else None
    names = _mentions(message, bot)
    return _without(text, *names) if names or is_reply else None


def named_command(message: Message) -> str:
    """Return the command a message begins with, as "name" or "name@bot" in lower case; "" if it doesn't."""
    first = next(iter(message.entities), None)
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset != 0 or not message.text:
        return ""
    return message.text[1 : first.length].lower()


def command_name(message: Message) -> str:
    """Return the command a message begins with, in lower case and without the bot's name; "" if it doesn't."""
    return named_command(message).partition("@")[0]


def is_words(message: Message) -> bool:
    """Return whether a message is a text that doesn't begin with a command."""
    return bool(message.text) and not named_command(message)


def behind_command(message: Message) -> str:
    """Return what stands behind the command that a message begins with."""
    return (message.text or "")[1 + len(named_command(message)) :].strip()


def quoted(message: Message) -> Tap | None:
    """Return the button that names what is quoted by the answer that a message replies to, None if there is none."""
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    taps = (decode(str(one.callback_data or "")) for row in (markup.inline_keyboard if markup else ()) for one in row)
    return next((tap for tap in taps if tap and tap.act in _NAMES_QUOTED), None)


def unreadable_kind(message: Message) -> str:
    """Return what a message holds instead of text: voice, photo, document, sticker, location or other."""
    if message.animation:  # carries a document as well
        return "photo"
    kinds = (kind for kind, fields in _UNREADABLE.items() if any(getattr(message, field) for field in fields))
    return next(kinds, "other")


def _mentions(message: Message, bot: User) -> list[str]:
    """The bot's names in a message, as they are written there."""
    named = message.parse_entities([MessageEntity.MENTION]) | message.parse_caption_entities([MessageEntity.MENTION])
    by_name = [text for text in named.values() if text.lower() == f"@{bot.username}".lower()]
    linked = {
        entity: text
        for entity, text in (
            *message.parse_entities([MessageEntity.TEXT_MENTION]).items(),
            *message.parse_caption_entities([MessageEntity.TEXT_MENTION]).items(),
        )
        if entity.user is not None and entity.user.id == bot.id
    }
    return [*by_name, *linked.values()]


def _without(text: str, *names: str) -> str:
    """The text less the bot's names and the comma behind them."""
    for name in names:
        text = re.sub(rf"{re.escape(name)}\b", " ", text, flags=re.IGNORECASE)
    return " ".join(text.split()).lstrip(",:;- ")
