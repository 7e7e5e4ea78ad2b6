"""Why an answer is as it is, told to whoever of the team asked for it."""

from __future__ import annotations

from telegram import Message

from bot.telegram.delivery import replies
from bot.telegram.delivery.packing import pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand
from bot.telegram.frontend import FrontEnd
from bot.telegram.ways import told


class Tracing:
    """Handler of /lacak; its docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd) -> None:
        self._front = front

    async def show(self, errand: Errand) -> None:
        """They read why the answer that they reply to, or else the last one to them, is as it is."""
        replied = errand.message.reply_to_message if isinstance(errand.message, Message) else None
        trace = self._front.traces.of(errand.chat, replied.message_id if replied else None)
        if trace is None:
            await self._front.respond(errand, replies.notice(errand.language, "trace-none"))
        else:
            await self._front.respond(errand, Reply(pack(told(trace, errand.language))))
