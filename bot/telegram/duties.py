"""What the team may ask the bot to do: the form of an entry in the list of admins.py, and who has asked for it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from telegram import Chat, MaybeInaccessibleMessage

from bot.domain.team import LONGEST_REASON, Member, Right, one_line
from bot.telegram.command_names import names
from bot.telegram.delivery.buttons import Act, Button, button, shortened


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


class Group(StrEnum):
    """What commands are for, in the order in which help tells them."""

    DOCUMENTS = "documents"
    RELEASES = "releases"
    ASKED = "asked"
    SHARING = "sharing"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Duty:
    """A command of the team: who may use it, what it does, and what the buttons below it do."""

    key: str  # "name-<key>" names it, "command-<key>" describes it in Telegram's menu
    right: Right
    run: Handler
    steps: Mapping[str, Handler] = field(default_factory=dict)  # verb of a button, or of a question to them → handler
    receive: Handler | None = None  # what becomes of a file that they send
    group: Group = Group.TEAM

    @property
    def names(self) -> Mapping[str, str]:
        """The command by language."""
        return names(self.key)


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
