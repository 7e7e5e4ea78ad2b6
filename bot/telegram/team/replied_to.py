"""What the answer that somebody replies to has quoted."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import MaybeInaccessibleMessage, Message

from bot.telegram import addressing
from bot.telegram.delivery.buttons import Act
from bot.telegram.frontend import FrontEnd


async def quoted(front: FrontEnd, message: MaybeInaccessibleMessage, language: str) -> Sequence[str]:
    """Return the ids of the statements, () if the message is no reply to an answer.

    Where the answer's button names a list by its first line, they are those of all its lines.
    """
    tap = addressing.quoted(message) if isinstance(message, Message) else None
    if tap is None:
        return ()
    if tap.act is not Act.LIST_SOURCES:
        return tap.ids
    again = await front.assistant.quote(tap.ids, language, front.clock())
    return again.leads or tap.ids
