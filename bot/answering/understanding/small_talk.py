"""Greetings, thanks and other small talk, told from questions by taking away the words that ask nothing."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bot.language.classes import pattern, word_set
from bot.language.tokens import words


class SmallTalk(StrEnum):
    """What a message is that asks nothing of the documents; the locale files answer it under smalltalk-<kind>."""

    BLANK = "blank"
    EMOJI = "emoji"
    GREETING = "greeting"
    THANKS = "thanks"
    BYE = "bye"
    OK = "ok"
    WHO = "who"
    HOW = "how"
    HELP = "help"


_THANKS, _BYE = word_set("thanks"), word_set("bye")
_GREETING, _OK = word_set("greeting"), word_set("ok")
_ASKING = word_set("asking", "testing")
_CALLED = word_set("called", "called_bot")  # how people call whom they write to
_PARTICLES = word_set("particle", "particle_yes")
_KIN_TOLD_OF = pattern(r"\s*{elder}(?: {self})?\s*$")  # "bapak (saya) kena PHK"; "bapak, saya …" and "pak, …" call
_OPENING = word_set("greeting", "called", "particle", "particle_yes", "asking", "opening")  # "tes masuk kapan" asks
_EDGES = word_set("greeting", "called", "particle", "particle_yes") - word_set("bye", "bye_half")
_COURTESY = _THANKS | _BYE | _GREETING | _OK | _ASKING | word_set("thanks_half", "bye_half")
_WORDS = _COURTESY | _CALLED | _PARTICLES | word_set("padding")
_REPEATED = re.compile(r"(.)\1+")

_LONGEST = 8  # words of a question about the bot itself; longer ones are about something else
_ABOUT_BOT = ((SmallTalk.HELP, pattern("{asks_help}", re.NOFLAG)),)


def match(text: str) -> SmallTalk | None:
    """Return what sort of small talk a message is, None if it asks, or may ask, something of the documents."""
    found = [_calm(word) for word in words(text)]
    if not found:
        return SmallTalk.EMOJI if any(unicodedata.category(letter) == "So" for letter in text) else SmallTalk.BLANK
    line = _core(found)
    about = (kind for kind, asks in _ABOUT_BOT if len(found) <= _LONGEST and asks.search(line))
    if kind := next(about, None):
        return kind
    return _courtesy(frozenset(found))


def question(text: str) -> str:
    """Return a question without the greeting it opens with: "halo min, mau tanya syaratnya" → "syaratnya"."""
    start, greeted = 0, False
    for piece in re.finditer(r"[\w'’]+", text):
        word = _calm(piece.group().lower())
        if word not in _OPENING:
            start = piece.start()
            break
        greeted = greeted or word in _GREETING | _CALLED | _ASKING
    return text[start:] if greeted and start and not _KIN_TOLD_OF.match(text[:start]) else text


def _courtesy(found: frozenset[str]) -> SmallTalk | None:
    """Return the kind of a message of nothing but polite words, the weightiest of them first."""
    if not found <= _WORDS:
        return None
    if found <= _CALLED | word_set("particle"):
        return SmallTalk.GREETING
    kinds = (
        (SmallTalk.THANKS, _THANKS),
        (SmallTalk.BYE, _BYE),
        (SmallTalk.HELP, _ASKING),
        (SmallTalk.GREETING, _GREETING),
        (SmallTalk.OK, _OK),
    )
    return next((kind for kind, telling in kinds if found & telling), None)


def _core(found: list[str]) -> str:
    """Return the words without the greetings and particles around them."""
    inside = [place for place, word in enumerate(found) if word not in _EDGES]
    return " ".join(found[inside[0] : inside[-1] + 1]) if inside else ""


def _calm(word: str) -> str:
    calm = _REPEATED.sub(r"\1", word)
    return calm if word not in _WORDS and calm in _WORDS else word
