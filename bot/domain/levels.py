"""Levels of education by their names: "magister" and "master's" are S2, as the documents write it."""

from __future__ import annotations

import re

_NAMES = {
    "D3": "diploma",
    "S1": "sarjana strata[-\\s]?(?:satu|1) bachelor(?:'?s)? undergraduate",
    "S2": "magister strata[-\\s]?(?:dua|2) master(?:'?s)?",
    "S3": "doktor doktoral strata[-\\s]?(?:tiga|3) doctor doctoral doctorate phd ph\\.d",
}
_PATTERNS = {
    level: re.compile(rf"\b(?:{'|'.join(names.split())})(?!\w)(?!\s*\(?{level}\b)", re.IGNORECASE)
    for level, names in _NAMES.items()
}


def name_levels(question: str) -> str:
    """Return a question with the level's short name behind its long one: "umur magister" → "umur magister S2"."""
    for level, pattern in _PATTERNS.items():
        question = pattern.sub(rf"\g<0> {level}", question)
    return question
