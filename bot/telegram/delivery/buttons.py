"""What a button's 64 bytes mean, both ways: "act:language:values"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.sharing import ALPHABET, LENGTH
from bot.locales import LANGUAGES

MOST_BYTES = 64  # Telegram's limit for callback data
MOST_IDS = 3  # statements that a button can name
LONGEST = 60  # characters of a button's text that a small screen shows


class Act(StrEnum):
    """What a tap asks for.

    The letter is what old messages hold: a new meaning takes a new letter, and a letter once given is not given again.
    """

    SECTION = "s"  # show a section: its id
    STATEMENT = "q"  # quote a statement: its id
    SOURCES = "c"  # list the sources of these statements and no others
    LIST_SOURCES = "w"  # list the sources of these statements, each with the whole list it belongs to
    GOOD = "g"  # 👍 for an answer: its statements
    BAD = "b"  # 👎 for an answer: its statements
    REASON = "r"  # why 👎: reason, statements
    KEEP = "k"  # keep the question's text: reason, statements
    KEEP_NOT = "n"
    TOPICS = "t"  # the menu as a new message
    MENU = "m"  # the menu in place: page
    BRANCH = "p"  # a program or document of the menu: its id, page
    READ = "v"  # a section within the menu: its id, page
    OPEN = "o"  # a section page by page, as a new message: its id
    LANGUAGE = "l"  # answer in this language from now on
    DELETE = "x"  # delete everything held about me
    DELETE_NOT = "y"
    JOIN = "j"  # a step of somebody who has opened an invitation: its verb
    SHARE = "h"  # the ways to share an answer: its statements
    PICTURE = "i"  # a shared answer as a picture: its code
    CHECKED_SOURCES = "z"  # list the sources of a shared answer as it was: its code
    TEAM = "a"  # something for the team: a verb that admins.py knows, and what it is about


class Reason(StrEnum):
    """Why an answer got a 👎; the letter stands in the button, the name in the records."""

    WRONG = "w"
    INCOMPLETE = "i"
    UNCLEAR = "u"
    OTHER = "o"


_SECTION, _STATEMENT, _PAGE = "[a-z2-7]{8}", "[a-z2-7]{10}", r"\d{1,4}"
_STATEMENTS = rf"{_STATEMENT}(?:,{_STATEMENT}){{0,{MOST_IDS - 1}}}"
_REASON = f"[{''.join(Reason)}]"
_BRANCH = r"[a-z\d-]{1,10}"
_CODE = rf"[{ALPHABET}]{{{LENGTH}}}"
_VERB, _ABOUT = "[a-z]{1,12}", r"[A-Za-z\d_.,-]{0,40}"
_VALUES: dict[Act, tuple[str, ...]] = {
    Act.SECTION: (_SECTION,),
    Act.STATEMENT: (_STATEMENT,),
    Act.SOURCES: (_STATEMENTS,),
    Act.LIST_SOURCES: (_STATEMENTS,),
    Act.GOOD: (_STATEMENTS,),
    Act.BAD: (_STATEMENTS,),
    Act.REASON: (_REASON, _STATEMENTS),
    Act.KEEP: (_REASON, _STATEMENTS),
    Act.KEEP_NOT: (),
    Act.TOPICS: (),
    Act.MENU: (_PAGE,),
    Act.BRANCH: (_BRANCH, _PAGE),
    Act.READ: (_SECTION, _PAGE),
    Act.OPEN: (_SECTION,),
    Act.LANGUAGE: (),
    Act.DELETE: (),
    Act.DELETE_NOT: (),
    Act.JOIN: (_VERB,),
    Act.SHARE: (_STATEMENTS,),
    Act.PICTURE: (_CODE,),
    Act.CHECKED_SOURCES: (_CODE,),
    Act.TEAM: (_VERB, _ABOUT),
}


@dataclass(frozen=True, slots=True)
class Tap:
    """A decoded button: what it asks for, the language of the message it stands under, and what it is about."""

    act: Act
    language: str
    values: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of statements that the button carries, always its last value."""
        return tuple(self.values[-1].split(","))


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it shows, and one thing that it does."""

    text: str
    data: str = ""  # sends this to the bot
    url: str = ""  # opens this address
    query: str = ""  # lets them choose a chat and puts this behind the bot's name there
    copied: str = ""  # puts this on their clipboard


Rows = tuple[tuple[Button, ...], ...]


def encode(act: Act, language: str, *values: str | int | Sequence[str]) -> str:
    """Return a button's data. Raises ValueError if it would not be decoded again."""
    texts = [value if isinstance(value, str) else _joined(value) for value in values]
    data = ":".join((act, language, *texts))
    if decode(data) is None:
        raise ValueError(f"no button can carry {data!r}")
    return data


def decode(data: str) -> Tap | None:
    """Return what a button's data mean, None for anything that this program does not put on buttons (any more)."""
    if len(data.encode()) > MOST_BYTES:
        return None
    letter, _, rest = data.partition(":")
    language, *values = rest.split(":")
    if letter not in _VALUES or language not in LANGUAGES:
        return None
    act = Act(letter)
    patterns = _VALUES[act]
    if len(values) != len(patterns) or not all(map(re.fullmatch, patterns, values)):
        return None
    return Tap(act, language, tuple(values))


def button(text: str, act: Act, language: str, *values: str | int | Sequence[str]) -> Button:
    """Return a button that asks for something, its text cut to what a small screen shows."""
    return Button(shortened(text), encode(act, language, *values))


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text cut at a word, with "…" where something was left out."""
    text = " ".join(text.split()) or "…"
    if len(text) <= longest:
        return text
    whole_words = text[:longest].rpartition(" ")[0]
    return (whole_words or text[: longest - 1]).rstrip(" ,;:.-–") + "…"


def _joined(value: int | Sequence[str]) -> str:
    return str(value) if isinstance(value, int) else ",".join(value)
