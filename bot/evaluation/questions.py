"""Questions of a campaign with what a right answer to each is: JSON Lines, one question a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.answers import Outcome
from bot.domain.documents import Release
from bot.domain.errors import KnowledgeError, KnowledgeErrors

KEYS = (
    *("text", "turns", "expect", "facts", "all", "must", "never"),
    *("says", "parts", "facet", "register", "kind", "origin"),
)
_EXAMPLE = '{"text": "…", "expect": ["QUOTED"], "facts": ["…"]}'


class Split(StrEnum):
    """Whether a question may be learned from and looked at, or only tells how good the program is; its folder tells."""

    TUNE = "tune"  # training/
    EXAM = "exam"  # exam/held_out/


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """One question, asked in one or more turns, and what a right answer to the last of them is."""

    turns: tuple[str, ...]
    expect: tuple[Outcome, ...]  # any of them is right
    register: str  # how it is asked: formal, slang, typo …; "other" if that is not told
    split: Split
    facts: tuple[str, ...] = ()  # labels or section keys: citing one of them suffices
    every: tuple[str, ...] = ()  # labels or section keys that must all be cited; `all` in the file
    must: tuple[re.Pattern[str], ...] = ()  # each must match what is quoted
    never: tuple[re.Pattern[str], ...] = ()  # none may match anything that is said
    says: re.Pattern[str] | None = None  # must match the first line that is shown
    parts: tuple[re.Pattern[str], ...] = ()  # of several questions in one: each must match what is shown, in this order
    facet: str = ""  # what is asked of a topic: "who", "amount", "when" …
    kind: str = ""  # of an absent, declined or fair question
    origin: str = ""  # where it comes from
    file: str = ""
    line: int | None = None

    @property
    def name(self) -> str:
        """What it is known by in reports: its words."""
        return " → ".join(self.turns)


class _Unusable(Exception):
    """A value can't be used; says why."""


def read_questions(text: str, file: str, split: Split) -> tuple[GoldenQuestion, ...]:
    """Return the questions of a file in their order. Raises KnowledgeErrors that name file and line."""
    errors: list[KnowledgeError] = []
    questions: list[GoldenQuestion] = []
    for line, written in enumerate(text.split("\n"), 1):
        if written.strip():
            try:
                questions.append(_question(_entry(written), split, file, line))
            except _Unusable as reason:
                errors.append(KnowledgeError(str(reason), file=file, line=line))
    if errors:
        raise KnowledgeErrors(errors)
    return tuple(questions)


def check_asked_once(questions: Iterable[GoldenQuestion]) -> None:
    """Raise KnowledgeErrors that name the questions that are asked before, in the same file or another."""
    if errors := list(_doubled(questions)):
        raise KnowledgeErrors(errors)


def check_facts(questions: Sequence[GoldenQuestion], release: Release) -> None:
    """Raise KnowledgeErrors that name the facts of an exam that a release does not hold: no answer could cite them."""
    errors = [
        KnowledgeError(f'no statement of release {release.id} carries "{fact}"', file=question.file, line=question.line)
        for question in questions
        for fact in (*question.facts, *question.every)
        if fact not in release.by_label and fact not in release.sections
    ]
    if errors:
        raise KnowledgeErrors(errors)


def _entry(written: str) -> dict[str, Any]:
    try:
        entry = json.loads(written)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no JSONDecodeError
        raise _Unusable(f"not valid JSON: {error}; write one question a line, as {_EXAMPLE}") from None
    if not isinstance(entry, dict):
        raise _Unusable(f"not a question; write one a line, as {_EXAMPLE}")
    return entry


def _question(entry: dict[str, Any], split: Split, file: str, line: int) -> GoldenQuestion:
    if unknown := sorted(entry.keys() - set(KEYS)):
        raise _Unusable(f'unknown key "{unknown[0]}"; known are {", ".join(KEYS)}')
    if ("text" in entry) == ("turns" in entry):
        raise _Unusable('write either "text" or "turns"')
    return GoldenQuestion(
        turns=(_text(entry, "text"),) if "text" in entry else _texts(entry, "turns", least=2),
        expect=tuple(_outcome(one) for one in _texts(entry, "expect", least=1)),
        register=_text(entry, "register") if "register" in entry else "other",
        split=split,
        facts=_texts(entry, "facts"),
        every=_texts(entry, "all"),
        must=_patterns(entry, "must"),
        never=_patterns(entry, "never"),
        says=_pattern(_text(entry, "says"), "says") if "says" in entry else None,
        parts=_patterns(entry, "parts", least=2) if "parts" in entry else (),
        facet=_text(entry, "facet") if "facet" in entry else "",
        kind=_text(entry, "kind") if "kind" in entry else "",
        origin=_text(entry, "origin") if "origin" in entry else "",
        file=file,
        line=line,
    )


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not (value.strip() or key == "text"):  # a blank line may be asked, too
        raise _Unusable(f'"{key}" must be a text')
    return value


def _texts(entry: dict[str, Any], key: str, least: int = 0) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value) or len(value) < least:
        raise _Unusable(f'"{key}" must be a list of texts' + (f", {least} or more" if least else ""))
    return tuple(value)


def _outcome(value: str) -> Outcome:
    try:
        return Outcome(value)
    except ValueError:
        raise _Unusable(f'"expect" holds "{value}"; known are {", ".join(Outcome)}') from None


def _patterns(entry: dict[str, Any], key: str, least: int = 0) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(one, key) for one in _texts(entry, key, least))


def _pattern(text: str, key: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise _Unusable(f'"{key}": "{text}" is no regular expression: {error}') from None


def _doubled(questions: Iterable[GoldenQuestion]) -> Iterator[KnowledgeError]:
    seen: dict[str, GoldenQuestion] = {}
    for question in questions:
        earlier = seen.setdefault(question.name.casefold(), question)
        if earlier is not question:
            place = earlier.line if earlier.file == question.file else f"{earlier.line} of {earlier.file}"
            reason = f'asked before, in line {place}: "{question.name}"'
            yield KnowledgeError(reason, file=question.file, line=question.line)
