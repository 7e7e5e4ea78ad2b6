"""Texts as people write them: their language, their words, where sentences end, which words carry the topic."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from bot.language import normalise
from bot.language.registry import CODES, DEFAULT, LANGUAGES, REGIONAL, YesOrNo, glossaries

fold = normalise.fold  # what slang and typing errors stand for

_WORD = r"[^\W\d_]+(?:['’`][^\W\d_]+)*"
_NUMBER = r"\d+(?:[.,]\d{1,3}(?!\d))*"
_LEVEL = r"\b[^\W\d_]\d{1,2}(?!\d)"  # S1, D3: one letter and its number are one word
_TOKEN = re.compile(rf"{_LEVEL}|{_NUMBER}|{_WORD}")
_ASCII_TOKEN = re.compile(_TOKEN.pattern.replace(r"[^\W\d_]", "[a-z]"), re.ASCII)  # the same, a quarter faster
_INSIDE = re.compile(r"['’`.,]")

_REGIONAL = frozenset(word for glossary in glossaries(REGIONAL) for word in glossary.sure)


def _telling(code: str) -> frozenset[str]:
    """Return the words that tell a language: its function words and slang, without what others' chats use, too."""
    known = LANGUAGES[code]
    told = known.stop_words | known.slang.words.keys() | known.slang.abbreviations.keys()
    regional = _REGIONAL if code == DEFAULT else frozenset()
    return (told | regional).difference(*(one.shared for one in LANGUAGES.values()))


_TOLD = {word: code for code in CODES for word in _telling(code)}  # a word of two tells the later one


def words(text: str) -> list[str]:
    """Return the words of a text in lower case: hyphened ones split, "3.762.431" as "3762431", "Jum'at" as "jumat"."""
    lowered = text.lower()
    tokens = (_ASCII_TOKEN if lowered.isascii() else _TOKEN).findall(lowered)
    return _INSIDE.sub("", " ".join(tokens)).split()


def asks_yes_or_no(text: str) -> bool:
    """Return whether a question wants a yes or a no, in whatever language."""
    spoken = words(text)
    if not spoken or not _OPEN.isdisjoint(spoken):
        return False
    if spoken[0] in _OPENS or not _MARKS.isdisjoint(spoken):
        return True
    return any(one.ends and one.ends.search(text) for one in _ASKING)


_ASKING: tuple[YesOrNo, ...] = tuple(one.yes_or_no for one in LANGUAGES.values())
_OPENS, _MARKS, _OPEN = (
    frozenset(word for one in _ASKING for word in getattr(one, key)) for key in ("opens", "marks", "open")
)


def terms(text: str, language: str) -> list[str]:
    """Return the stems of the words that carry a text's topic, for keyword search; `language` is one of CODES."""
    ignored = _IGNORED[language]
    for look in _TOPICLESS:
        text = look.sub(" ", text)
    return [_stem(word, language) for word in words(text) if word not in ignored]


_IGNORED = {code: one.stop_words for code, one in LANGUAGES.items()}
_TOPICLESS = tuple(one.topicless for one in LANGUAGES.values() if one.topicless)
_MELTS = re.compile(r"[mp]e(ng?)(?=[aiueo])")
_MELTED = MappingProxyType({"n": "tn", "ng": "k"})
CLEARLY = 0.7  # Zipf: some five times as common
_stemming = threading.Lock()  # a stemmer must not be called by two threads at once


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    if word[-1].isdigit():
        return word
    if not LANGUAGES[language].stemmer:
        return LANGUAGES[language].stems.get(word, word)
    with _stemming:
        stem = str(_stemmer(language).stemWord(word))
    return LANGUAGES[language].stems.get(stem) or (_melted(word, stem) if language == DEFAULT else stem)


def _melted(word: str, stem: str) -> str:
    """Return an Indonesian stem with the first letter that melted into what stands before it: "menolak" is "tolak".

    It is the one whose word is the most common; what stands behind "meng" may also have lost none ("mengikuti").
    """
    before = _MELTS.match(word)
    if not before or not word.startswith(before[0] + stem[:2]):
        return stem
    found = max((letter + stem for letter in _MELTED[before[1]]), key=normalise.frequency)
    rival = normalise.frequency(stem) if before[1] == "ng" else normalise.RARE
    return found if normalise.frequency(found) >= rival + CLEARLY else stem


@lru_cache(maxsize=len(CODES))
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(LANGUAGES[language].stemmer)


def detect(text: str, among: Sequence[str] = CODES) -> str:
    """Return which of some languages at least a quarter of the words are in, more than in any other; else the first.

    A function word counts for its language, any other word for the one that uses it some ten times as often.
    """
    if len(among) == 1:
        return among[0]
    leanings = [_leaning(word) for word in words(text) if len(word) > 1 and not word[-1].isdigit()]
    most = max(among, key=leanings.count)  # of two with as many the first
    return most if 4 * leanings.count(most) >= len(leanings) else among[0]


def _leaning(word: str) -> str | None:
    return _TOLD.get(word) or normalise.leaning(word)
