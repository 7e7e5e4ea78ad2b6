"""What the bot waits for in a private chat: a question that it has put, and the form that is being filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import Chat, Message

from bot.telegram import addressing
from bot.telegram.delivery.replies import Reply
from bot.telegram.delivery.sending import Recent, place
from bot.telegram.heard import ends

PATIENCE = 1800.0  # seconds after which a form that nobody has gone on with is forgotten


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the bot has put to a team member, and where their next text leads."""

    verb: str  # step that takes their next text; "" where only a tap answers
    about: str
    language: str
    reply: Reply  # as it was put, to be put again
    may_be_question: bool = False  # what answers it may look like a question
    is_paused: bool = False  # they have turned to something else: no text is taken for its answer

    @property
    def takes_text(self) -> bool:
        """Whether their next text is its answer."""
        return bool(self.verb) and not self.is_paused


@dataclass(slots=True)
class Draft:
    """A form that is being filled in: in memory only, one a chat."""

    id: str
    about: Any  # what it is filled in for
    values: dict[str, Any]
    open: list[str]  # fields that are asked for before the card is shown
    offered: dict[str, tuple[Any, ...]] = field(default_factory=dict)  # what the buttons under a question stand for
    is_planned: bool = False  # it has gone on to its plan, and is kept only in case that fails


class Dialogs:
    """What is waited for in each chat: for a while, and in memory only."""

    def __init__(self, timer: Callable[[], float]) -> None:
        self._asked: Recent[Asked] = Recent(timer, seconds=PATIENCE)
        self._drafts: Recent[tuple[str, Draft]] = Recent(timer, seconds=PATIENCE)
        self._doubted: Recent[Message] = Recent(timer, seconds=PATIENCE)

    def ask(self, chat: Chat, asked: Asked) -> None:
        """Wait for an answer to a question, in place of any other."""
        self._doubted.forget_chat(chat.id)
        self._asked.keep(place(chat), asked)

    def asked(self, chat: Chat) -> Asked | None:
        """Return what waits for an answer."""
        return self._asked.get(place(chat))

    def awaits(self, message: Message) -> bool:
        """Return whether a text comes while something waits for an answer, or ends a form."""
        if not (addressing.is_private(message.chat) and addressing.is_words(message)):
            return False
        return self.asked(message.chat) is not None or (self.is_open(message.chat) and ends(message.text or ""))

    def is_open(self, chat: Chat) -> bool:
        """Return whether there is anything to end."""
        return self.asked(chat) is not None or self._drafts.get(place(chat)) is not None

    def doubt(self, message: Message) -> None:
        """Remember a text of which it isn't sure whether it answers what is waited for."""
        self._doubted.keep(place(message.chat), message)

    def doubted(self, chat: Chat) -> Message | None:
        """Return that text."""
        return self._doubted.get(place(chat))

    def take(self, chat: Chat) -> Asked | None:
        """Return what was asked and forget it."""
        asked = self.asked(chat)
        self.drop(chat)
        return asked

    def drop(self, chat: Chat) -> None:
        """Forget what was asked."""
        self._asked.forget_chat(chat.id)
        self._doubted.forget_chat(chat.id)

    def pause(self, chat: Chat) -> None:
        """Take no text for an answer any more: they have turned to something else. What is filled in is kept."""
        asked, found = self.asked(chat), self._drafts.get(place(chat))
        self.drop(chat)
        if asked and found and not found[1].is_planned:
            self._asked.keep(place(chat), replace(asked, is_paused=True))

    def resume(self, chat: Chat) -> Asked | None:
        """Wait again for what was asked, and return it."""
        if asked := self.take(chat):
            asked = replace(asked, is_paused=False)
            self._asked.keep(place(chat), asked)
        return asked

    def keep(self, chat: Chat, name: str, draft: Draft) -> None:
        """Remember a draft of a kind of form from now on, in place of any other."""
        self._drafts.keep(place(chat), (name, draft))

    def draft(self, chat: Chat, name: str) -> Draft | None:
        """Return the chat's draft of a kind of form."""
        found = self._drafts.get(place(chat))
        if found is None or found[0] != name:
            return None
        self._drafts.keep(place(chat), found)  # its time begins anew
        return found[1]

    def is_planned(self, chat: Chat) -> bool:
        """Return whether what was filled in has gone on to its plan."""
        found = self._drafts.get(place(chat))
        return found is not None and found[1].is_planned

    def leave(self, chat: Chat) -> None:
        """Forget what was asked and what was being filled in."""
        self.drop(chat)
        self._drafts.forget_chat(chat.id)
