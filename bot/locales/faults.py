"""What the reading of files says is wrong, in another language: its English sentences are found again in en.ftl.

The reading, its child process and ingest.py pass these sentences on as text; only who shows them knows for whom. With
keys in the errors instead, code, logs and tests would show no sentence, and a terminal could say none without locales.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.locales import FALLBACK, say

_ENTRY = re.compile(r"^(fault-[\w-]+) = (.+)$", re.MULTILINE)
_VALUE = re.compile(r"\{ \$(\w+) \}")
_SENTENCES = ("reason", "cause", "what", "where", "labels", "others", "ours", "theirs")  # values that are such, too


def say_fault(language: str, text: str) -> str:
    """Return the sentence in a language; as it is if it is none of the program's own, as those of libraries are."""
    if language == FALLBACK:
        return text
    for pattern, key in _known():
        if found := pattern.fullmatch(text):
            values = found.groupdict()
            return say(language, key, **{name: _said(language, name, value) for name, value in values.items()})
    return text


def _said(language: str, name: str, value: str) -> str:
    return say_fault(language, value) if name in _SENTENCES else value


@lru_cache(maxsize=1)
def _known() -> list[tuple[re.Pattern[str], str]]:
    """Return the sentences as patterns of their values; those with most words of their own first."""
    entries = _ENTRY.findall(Path(__file__).with_name(f"{FALLBACK}.ftl").read_text(encoding="utf-8"))
    entries.sort(key=lambda entry: -len(_VALUE.sub("", entry[1])))
    return [(_pattern(sentence), key) for key, sentence in entries]


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _VALUE.split(sentence)  # words, a value's name, words …
    return re.compile("".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts)))
