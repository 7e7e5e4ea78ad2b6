"""Why a file or a change can't be used, as the team reads it: the reasons of the reading, in their language. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.errors import KnowledgeError, KnowledgeErrors, ProgramError
from bot.locales import say, say_first
from bot.locales.faults import say_fault
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.packing import escape

MOST = 5  # reasons that are told
MOST_LISTED = 8  # mistakes in the folder
LONGEST = 300  # characters of a reason that is told as it is

# What the reading says, and the sentence that says it. The first that fits counts.
_KNOWN = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"^not one sentence", "sentence"),
        (r"^its path leads out", "name"),
        (r"holds formatting", "formatted"),
        (r"larger than (?P<size>[\d.]+) MB", "too-large"),
        (r"takes too long|holds more than|holds too much|unpacks to|MB of memory|LimitReached", "too-much"),
        (r"damaged|Error\(|nested too deeply|makes its reader crash|can't be read:", "unreadable"),
        (r'old Office file|unsupported type "\.doc"', "old-office"),
        (r"protected by a password", "locked"),
        (r"macros|\.docm", "macros"),
        (r"no page of it has text", "scanned"),
        (r"archive within|leads out|declares entities|two files of one name", "unsafe"),
        (r"unsupported type|but it is|not a readable|it is an? ", "wrong-type"),
        (r"^not [A-Z]+-|zero bytes|encoding", "encoding"),
        (r"footnote", "footnote"),
        (r"front matter|unknown key|must be text|one line of text|given twice|can't be shown|must be one of", "front"),
        (r"^empty", "empty"),
        (r"its twin|must be English", "twin"),
        (r"^the title", "title"),
        (r"^its name|path, is needed", "name"),
    )
)


def told(errors: Sequence[KnowledgeError], language: str) -> str:
    """Return the first reasons, each in a sentence and, where a place is known, with it."""
    lines = dict.fromkeys(_told(error, language) for error in errors)
    return "\n".join(f"• {line}" for line in say_first(language, lines, len(lines), MOST))


def why(error: ProgramError, language: str) -> str:
    """Return as HTML why an ingest was not to be."""
    return escape(
        listed(error.errors, language) if isinstance(error, KnowledgeErrors) else say_fault(language, str(error))
    )


def listed(errors: Sequence[KnowledgeError], language: str) -> str:
    """Return what is wrong with files of the folder, each mistake with its place, as whoever corrects them needs it."""
    lines = (f"• {line(error, language)}" for error in errors)
    return "\n".join(say_first(language, lines, len(errors), MOST_LISTED))


def line(error: KnowledgeError, language: str) -> str:
    """Return a mistake in one line, with its place."""
    return f"{shortened(_place(error, language))}: {_reason(error, language)}"


def sentence_for(error: KnowledgeError) -> tuple[str, dict[str, str]]:
    """Return which sentence says a reason ("other" if none does), and its values."""
    found = ((key, pattern.search(error.reason)) for pattern, key in _KNOWN)
    return next(((key, match.groupdict()) for key, match in found if match), ("other", {}))


def _told(error: KnowledgeError, language: str) -> str:
    (key, values), place = sentence_for(error), shortened(_place(error, language))
    return say(language, f"refused-{key}", place=place, reason=_reason(error, language), **values)


def _reason(error: KnowledgeError, language: str) -> str:
    return shortened(say_fault(language, error.reason), LONGEST)


def _place(error: KnowledgeError, language: str) -> str:
    if error.line is None and error.page is not None:
        return say(language, "finding-page", file=error.file, page=error.page)
    return say_fault(language, error.place)
