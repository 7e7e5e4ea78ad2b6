"""The languages that the program knows: each folder beside this file that holds a language.toml is one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

Pattern = tuple[str, re.Pattern[str], str]  # letters that must stand in the text, what to look for, what to put there


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """How a question that wants a yes or a no is told."""

    opens: frozenset[str]  # words that it begins with
    marks: frozenset[str]  # words that stand anywhere in it
    open: frozenset[str]  # words of questions that want more
    ends: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Slang:
    """What people type instead of standard words; an empty one for a language whose questions are not folded."""

    words: Mapping[str, str]  # variant → standard
    abbreviations: Mapping[str, str]  # short for a term that documents may write either way
    kept_beside: Mapping[str, frozenset[str]]  # word → words beside which it is left alone
    counted: frozenset[str]  # a digit after these counts
    patterns: tuple[Pattern, ...]
    bends: tuple[tuple[re.Pattern[str], str, str], ...]  # what to look for, what to put there, what follows
    verbs: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words, scales, units and months."""

    words: Mapping[str, int]
    scales: Mapping[str, int]  # word → power of ten
    single: Mapping[str, int]  # scale and number in one ("sejuta") → power of ten
    fractions: Mapping[str, str]  # of a scale ("setengah juta") → decimal
    none: tuple[str, ...]  # what looks like a number and is none: "salah satu"
    units: Mapping[str, tuple[str, ...]]  # what is counted → its words
    months: tuple[tuple[str, ...], ...]  # in the order of the year


@dataclass(frozen=True, slots=True)
class Glossary:
    """One regional language: its sure words tell that it is spoken, its unsure ones have another meaning elsewhere."""

    name: str
    sure: Mapping[str, str]
    unsure: Mapping[str, str]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A language: all that is its own, from its folder."""

    code: str
    rank: int
    name: str
    stemmer: str  # Snowball's name, "" for none
    frequencies: str  # wordfreq's code, "" for none
    thousands: str
    decimal: str
    conjunction: str  # between the last two of several: "and"
    copula: str  # between what is told of and what it is: "is"
    classes: Mapping[str, frozenset[str]]  # closed class → its words
    shared: frozenset[str]  # function words that other languages' chats use, too: they don't tell it
    stems: Mapping[str, str]  # what the stemmer gets wrong → the stem
    topicless: re.Pattern[str] | None  # phrases without a topic
    yes_or_no: YesOrNo
    slang: Slang
    numbers: Numbers

    @property
    def stop_words(self) -> frozenset[str]:
        """Words that say nothing about a question's topic: those of all closed classes."""
        return frozenset().union(*self.classes.values())


def _load(folder: Path) -> Language:
    about, spelling, numbers = (_read(folder / f"{name}.toml") for name in ("language", "spelling", "numbers"))
    asks, topicless = about.get("yes_or_no", {}), about.get("topicless", {}).get("look")
    return Language(
        code=folder.name,
        rank=about.get("rank", 100),
        name=about.get("name", folder.name),
        stemmer=about.get("stemmer", ""),
        frequencies=about.get("frequencies", ""),
        thousands=about.get("thousands", ","),
        decimal=about.get("decimal", "."),
        conjunction=about.get("conjunction", "&"),
        copula=about.get("copula", "="),
        classes={name: frozenset(words.split()) for name, words in _read(folder / "stop_words.toml").items()},
        shared=_words(about.get("detection", {}), "shared"),
        stems=about.get("stems", {}),
        topicless=re.compile(topicless, re.IGNORECASE) if topicless else None,
        yes_or_no=YesOrNo(
            _words(asks, "opens"),
            _words(asks, "marks"),
            _words(asks, "open"),
            re.compile(asks["ends"], re.IGNORECASE) if "ends" in asks else None,
        ),
        slang=_slang(_read(folder / "slang.toml"), spelling),
        numbers=_numbers(numbers),
    )


def _read(file: Path) -> dict[str, Any]:
    """Return what a file holds, nothing if it is missing. Raises ValueError, naming it, if it is no TOML."""
    if not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}: correct the file") from error


def _words(table: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(table.get(key, "").split())


def _slang(table: Mapping[str, Any], spelling: Mapping[str, Any]) -> Slang:
    return Slang(
        words={variant: standard for standard, words in table.get("words", {}).items() for variant in words.split()},
        abbreviations=table.get("abbreviations", {}),
        kept_beside={word: frozenset(beside.split()) for word, beside in table.get("kept_beside", {}).items()},
        counted=_words(table.get("counted", {}), "words"),
        patterns=_patterns(table),
        bends=tuple((re.compile(one["look"]), one["put"], one["ending"]) for one in spelling.get("bend", ())),
        verbs=tuple((re.compile(one["look"]), one["put"]) for one in spelling.get("verb", ())),
    )


def _patterns(table: Mapping[str, Any]) -> tuple[Pattern, ...]:
    found = table.get("pattern", ())
    return tuple((one["letters"], re.compile(one["look"], re.IGNORECASE), one["put"]) for one in found)


def _numbers(table: Mapping[str, Any]) -> Numbers:
    return Numbers(
        words=table.get("numbers", {}),
        scales=table.get("scales", {}),
        single=table.get("single", {}),
        fractions=table.get("fractions", {}),
        none=tuple(table.get("none", ())),
        units={unit: tuple(words.split()) for unit, words in table.get("units", {}).items()},
        months=tuple(tuple(names.split()) for names in table.get("months", {}).get("names", ())),
    )


def _glossary(file: Path) -> Glossary:
    table = _read(file)
    pairs = [(word, standard) for standard, words in table["words"].items() for word in words.split()]
    return Glossary(
        name=file.stem,
        sure={word: standard for word, standard in pairs if not word.endswith("?")},
        unsure={word.rstrip("?"): standard for word, standard in pairs if word.endswith("?")},
        patterns=_patterns(table),
    )


def _registered() -> dict[str, Language]:
    found = sorted((_load(file.parent) for file in HERE.glob("*/language.toml")), key=lambda one: (one.rank, one.code))
    return {one.code: one for one in found}


LANGUAGES: Mapping[str, Language] = _registered()  # code → language; the first is the one that is spoken by default
CODES = tuple(LANGUAGES)
DEFAULT = CODES[0]
EITHER = frozenset().union(*(one.stop_words for one in LANGUAGES.values()))  # stop words of any language

REGIONAL: tuple[str, ...] = tuple(sorted(file.stem for file in HERE.glob(f"{DEFAULT}/regional/*.toml")))


@lru_cache(maxsize=16)
def glossaries(names: Sequence[str]) -> tuple[Glossary, ...]:
    """Return the glossaries of regional languages, a tuple of REGIONAL's names, in the same order.

    Raises LookupError for a name that is none of them.
    """
    return tuple(_known(name) for name in names)


@lru_cache(maxsize=16)
def _known(name: str) -> Glossary:
    if name not in REGIONAL:
        raise LookupError(f'"{name}" is no regional language that is known: choose from {", ".join(REGIONAL)}')
    return _glossary(HERE / DEFAULT / "regional" / f"{name}.toml")


def class_tables(kind: str) -> Iterator[Mapping[str, Any]]:
    """Yield the tables of one kind of word classes: of every language, then of every regional one."""
    yield from (_read(HERE / code / f"{kind}.toml") for code in CODES)
    yield from (_read(HERE / DEFAULT / "regional" / f"{name}.toml").get(kind, {}) for name in REGIONAL)


def united(tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return several tables as one; of one key the first counts."""
    found: dict[str, Any] = {}
    for table in tables:
        found = {**table, **found}
    return found
