"""The exam, golden.toml: questions of a campaign with what a right answer to each is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from bot.domain.answers import Outcome
from bot.domain.documents import Release
from bot.domain.errors import KnowledgeError, KnowledgeErrors

KEYS = ("text", "turns", "expect", "facts", "all", "must", "never", "register", "kind", "split")
_Choice = TypeVar("_Choice", bound=StrEnum)
_HEADING = re.compile(r"\s*\[\[\s*question\s*\]\]")


class Split(StrEnum):
    """Whether a question may be looked at while the program is made better, or only tells how good it is."""

    TUNE = "tune"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """One question, asked in one or more turns, and what a right answer to the last of them is."""

    turns: tuple[str, ...]
    expect: tuple[Outcome, ...]  # any of them is right
    register: str  # how it is asked: formal, slang, typo …
    split: Split
    facts: tuple[str, ...] = ()  # labels or section keys: citing one of them suffices
    every: tuple[str, ...] = ()  # labels or section keys that must all be cited; `all` in the file
    must: tuple[re.Pattern[str], ...] = ()  # each must match what is quoted
    never: tuple[re.Pattern[str], ...] = ()  # none may match anything that is said
    kind: str = ""  # of an absent, declined or fair question
    line: int | None = None

    @property
    def name(self) -> str:
        """What it is known by in reports: its words."""
        return " → ".join(self.turns)


class _Unusable(Exception):
    """A value can't be used; says why."""


def read_questions(text: str, file: str) -> tuple[GoldenQuestion, ...]:
    """Return the questions of an exam in their order. Raises KnowledgeErrors that name file, line and question."""
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        place = re.search(r"at line (\d+)", str(error))
        raise _errors(f"not valid TOML: {error}", file, int(place[1]) if place else None) from None
    entries = content.pop("question", [])
    if content or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _errors("an exam holds [[question]] entries, in double brackets, and nothing else", file)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _HEADING.match(line)]
    errors: list[KnowledgeError] = []
    questions: list[GoldenQuestion] = []
    for number, entry in enumerate(entries, 1):
        line = lines[number - 1] if len(lines) == len(entries) else None
        try:
            questions.append(_question(entry, line))
        except _Unusable as reason:
            errors.append(KnowledgeError(f"question {number}: {reason}", file=file, line=line))
    errors += _doubled(questions, file)
    if errors:
        raise KnowledgeErrors(errors)
    return tuple(questions)


def check_facts(questions: Sequence[GoldenQuestion], release: Release, file: str) -> None:
    """Raise KnowledgeErrors that name the facts of an exam that a release does not hold: no answer could cite them."""
    errors = [
        KnowledgeError(f'no statement of release {release.id} carries "{fact}"', file=file, line=question.line)
        for question in questions
        for fact in (*question.facts, *question.every)
        if fact not in release.by_label and fact not in release.sections
    ]
    if errors:
        raise KnowledgeErrors(errors)


def _question(entry: dict[str, Any], line: int | None) -> GoldenQuestion:
    if unknown := sorted(entry.keys() - set(KEYS)):
        raise _Unusable(f'unknown key "{unknown[0]}"; known are {", ".join(KEYS)}')
    if ("text" in entry) == ("turns" in entry):
        raise _Unusable('write either "text" or "turns"')
    return GoldenQuestion(
        turns=(_text(entry, "text"),) if "text" in entry else _texts(entry, "turns", least=2),
        expect=tuple(_choice(Outcome, one, "expect") for one in _texts(entry, "expect", least=1)),
        register=_text(entry, "register"),
        split=_choice(Split, _text(entry, "split"), "split"),
        facts=_texts(entry, "facts"),
        every=_texts(entry, "all"),
        must=tuple(_pattern(one) for one in _texts(entry, "must")),
        never=tuple(_pattern(one) for one in _texts(entry, "never")),
        kind=_text(entry, "kind") if "kind" in entry else "",
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


def _choice(choices: type[_Choice], value: str, key: str) -> _Choice:
    try:
        return choices(value)
    except ValueError:
        raise _Unusable(f'"{key}" holds "{value}"; known are {", ".join(choices)}') from None


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise _Unusable(f'"{text}" is no regular expression: {error}') from None


def _doubled(questions: Sequence[GoldenQuestion], file: str) -> Iterator[KnowledgeError]:
    seen: dict[str, GoldenQuestion] = {}
    for question in questions:
        earlier = seen.setdefault(question.name.casefold(), question)
        if earlier is not question:
            yield KnowledgeError(
                f'asked before, in line {earlier.line}: "{question.name}"', file=file, line=question.line
            )


def _errors(reason: str, file: str, line: int | None = None) -> KnowledgeErrors:
    return KnowledgeErrors([KnowledgeError(reason, file=file, line=line)])
