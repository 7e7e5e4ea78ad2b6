"""Why a file or a change can't be used, as the team reads it: the reasons of the reading, in their language. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.errors import KnowledgeError
from bot.locales import say
from bot.telegram.buttons import shortened

MOST = 5  # reasons that are told
LONGEST = 300  # characters of a reason that is told as it is

# What the reading says, and the sentence that says it. The first that fits counts.
_KNOWN = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"^not one sentence", "sentence"),
        (r"holds formatting", "formatted"),
        (r"larger than (?P<size>[\d.]+) MB", "too-large"),
        (r"protected by a password|encrypted|password", "locked"),
        (r"macros|\.docm", "macros"),
        (r"no page of it has text", "scanned"),
        (r"takes too long to read|holds more than|holds too much text|unpacks to|pages|MB of memory", "too-much"),
        (r"archive within|leads out|a path|declares entities|two files of one name", "unsafe"),
        (r"name", "name"),
        (r"unsupported type|but it is|not a readable|it is an? |no Word document", "wrong-type"),
        (r"^not (?:UTF|[A-Z0-9-]+:)|zero bytes|encoding", "encoding"),
        (r"front matter|unknown key|must be text|one line of text|given twice|can't be shown|longer than", "front"),
        (r"^empty", "empty"),
        (r"nested too deeply|makes its reader crash|can't be read|broken|damaged", "unreadable"),
        (r"in its twin|its twin|must be English|headings, its twin", "twin"),
        (r"footnote", "footnote"),
        (r"^the title", "title"),
    )
)


def told(errors: Sequence[KnowledgeError], language: str) -> str:
    """Return the first reasons, each in a sentence and, where a place is known, with it."""
    lines = dict.fromkeys(_told(error, language) for error in errors)
    shown = list(lines)[:MOST]
    if len(lines) > MOST:
        shown.append(say(language, "plan-more", count=len(lines) - MOST))
    return "\n".join(f"• {line}" for line in shown)


def key_of(error: KnowledgeError) -> str:
    """Return which sentence says a reason, "other" if none does."""
    return next((key for pattern, key in _KNOWN if pattern.search(error.reason)), "other")


def _told(error: KnowledgeError, language: str) -> str:
    key, place = key_of(error), shortened(error.place)
    detail = shortened(error.reason, LONGEST)
    return say(language, f"refused-{key}", place=place, reason=detail)
