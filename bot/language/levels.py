"""Levels of education by their names: "magister" and "master's" are S2, as the documents write it."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.things import by_thing

_PATTERNS = {
    level: re.compile(rf"\b(?:{'|'.join(names)})(?!\w)(?!\s*\(?{level}\b)", re.IGNORECASE)
    for level, names in by_thing("levels", "long").items()
}

_BEFORE_LEVEL = re.compile(r"\b(?:pasca ?sarjana|postgraduate)\s+(?=S[23]\b)", re.IGNORECASE)  # says no more than S2

UP_TO = r"\s*(?:\b(?:sampai|hingga|to)\b|s/d|–|-)\s*"  # between the first and the last of a span
_ORDER = ("d1", "d2", "d3", "d4", "s1", "s2", "s3")
_LEVEL = re.compile(r"\b[a-z]\d\b", re.IGNORECASE)
_SPAN = re.compile(rf"\b([ds]\d){UP_TO}([ds]\d)\b", re.IGNORECASE)


def levels(text: str) -> frozenset[str]:
    """Return the levels that a text is about, in lower case: "S1", and S2 too in "D3 sampai S3"."""
    found = {level.lower() for level in _LEVEL.findall(text)}
    for first, last in _SPAN.findall(text.lower()):
        if first in _ORDER and last in _ORDER:
            found.update(_ORDER[_ORDER.index(first) : _ORDER.index(last) + 1])
    return frozenset(found)


def spans_of_levels(text: str) -> list[str]:
    """Return the spans of levels in a text as they are written: "D3 sampai S3"."""
    return [span[0] for span in _SPAN.finditer(text)]


@lru_cache(maxsize=2000)
def told_levels(text: str) -> frozenset[str]:
    """Return the levels of a document's text, kept; a voter's question must not stay in memory."""
    return levels(text)


def called(level: str, question: str) -> str:
    """Return what a question as typed calls a level: by its long name ("doktoral"), if it does, else by its short."""
    found = _PATTERNS[level].search(question) if level in _PATTERNS else None
    return found[0] if found else level


def name_levels(question: str) -> str:
    """Return a question with the level's short name behind its long one: "umur magister" → "umur magister S2"."""
    question = _BEFORE_LEVEL.sub("", question)
    for level, pattern in _PATTERNS.items():
        question = pattern.sub(rf"\g<0> {level}", question)
    return question
