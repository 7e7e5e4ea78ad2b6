"""What the team may ask the bot to do: the form of an entry in the list of admins.py, and who has asked for it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Chat, MaybeInaccessibleMessage, Message

from bot.domain.team import LONGEST_REASON, Member, Right, one_line
from bot.telegram import addressing
from bot.telegram.command_names import names
from bot.telegram.delivery.buttons import Act, Button, button, shortened
from bot.telegram.delivery.sending import Place, Recent

PATIENCE = 1800.0  # seconds after which a form that nobody has gone on with is forgotten


@dataclass(frozen=True, slots=True)
class Errand:
    """What a team member, whose right to it has just been checked, wants done, and where they said so."""

    member: Member
    language: str
    message: MaybeInaccessibleMessage  # what they wrote, or what the tapped button stands under
    words: str = ""  # what stands behind the command, or what they wrote when they were asked
    about: str = ""  # what the tapped button carries, or what they were asked about
    is_tap: bool = False

    @property
    def chat(self) -> Chat:
        """Their private chat."""
        return self.message.chat

    @property
    def reason(self) -> str:
        """Their words as a reason, "" if they hold nothing that can be read."""
        return reason_of(self.words)


Handler = Callable[[Errand], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Duty:
    """A command of the team: who may use it, what it does, and what the buttons below it do."""

    key: str  # "name-<key>" names it, "command-<key>" describes it in Telegram's menu
    right: Right
    run: Handler
    steps: Mapping[str, Handler] = field(default_factory=dict)  # verb of a button, or of a question to them → handler
    receive: Handler | None = None  # what becomes of a file that they send

    @property
    def names(self) -> Mapping[str, str]:
        """The command by language."""
        return names(self.key)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the bot has put to a team member: the step that their next text leads to."""

    verb: str
    about: str
    language: str


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
    """What the next text in a private chat answers, and what is being filled in there: for a while, in memory only."""

    def __init__(self, timer: Callable[[], float]) -> None:
        self._asked: Recent[Asked] = Recent(timer)
        self._drafts: Recent[tuple[str, Draft]] = Recent(timer, seconds=PATIENCE)

    def ask(self, errand: Errand, verb: str, about: str = "") -> None:
        """Take the next text in the errand's chat as the words of this step."""
        self._asked.keep(place(errand.chat), Asked(verb, about, errand.language))

    def awaits(self, message: Message) -> bool:
        """Return whether a message answers a question of the bot."""
        is_words = addressing.is_private(message.chat) and addressing.is_words(message)
        return is_words and self._asked.get(place(message.chat)) is not None

    def take(self, chat: Chat) -> Asked | None:
        """Return what was asked and forget it."""
        asked = self._asked.get(place(chat))
        self.drop(chat)
        return asked

    def drop(self, chat: Chat) -> None:
        """Forget what was asked: they have moved on."""
        self._asked.forget_chat(chat.id)

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

    def leave(self, chat: Chat) -> None:
        """Forget what was asked and what was being filled in: they want something else."""
        self.drop(chat)
        self._drafts.forget_chat(chat.id)


def step(text: str, language: str, verb: str, about: str | int = "") -> Button:
    """Return a button that leads to a step of a duty."""
    return button(text, Act.TEAM, language, verb, str(about))


def reason_of(text: str) -> str:
    """Return a text as a reason is kept and shown, in one line and not too long; "" if nothing of it can be read."""
    line = one_line(text)
    return shortened(line, LONGEST_REASON) if line else ""


def page_of(about: str) -> int:
    """Return the page that a button names, the first one if it names none."""
    return int(about) if re.fullmatch(r"\d{1,4}", about) else 0


def place(chat: Chat) -> Place:
    """Return the key of what is remembered about a whole chat: that of a message which no chat has."""
    return chat.id, 0
