"""A text that only doubts the answer before it, or only asks for its source: "emang bener?", "kata siapa?"."""

from __future__ import annotations

from bot.domain.answers import Reason
from bot.language.classes import members, word_set
from bot.language.tokens import words

_DOUBT = word_set("doubt")
_AROUND_DOUBT = word_set("around_doubt")
_SOURCE = word_set("source")
_WHO_SAYS = tuple(frozenset(one.split()) for one in members("says_who"))  # words that together ask for the source
_SAYS_WHO = frozenset().union(*_WHO_SAYS)
_AROUND_SOURCE = word_set("doubt", "around_doubt", "around_source")


def about_the_answer(text: str) -> Reason | None:
    """Return whether a text only doubts the answer before it, or asks for its sources; None if it does neither."""
    if asks_to_confirm(text):
        return Reason.CONFIRMED
    return Reason.SOURCES if asks_for_source(text) else None


def asks_to_confirm(text: str) -> bool:
    """Return whether a text only doubts the answer before it: "emang bener?"."""
    spoken = set(words(text))
    return bool(spoken & _DOUBT) and spoken <= _DOUBT | _AROUND_DOUBT


def asks_for_source(text: str) -> bool:
    """Return whether a text only asks where the answer before it comes from: "sumbernya?", "kata siapa?"."""
    spoken = set(words(text))
    asked = spoken & _SOURCE or any(together <= spoken for together in _WHO_SAYS)
    return bool(asked) and spoken <= _SOURCE | _SAYS_WHO | _AROUND_SOURCE
