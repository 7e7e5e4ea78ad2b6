"""Sentences as facts are read from them: their clauses, what they say in brackets, who says it, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.facts import Comparator, Measure, measure_of
from bot.domain.qualifiers import Towns
from bot.language.fact_words import COMPARATORS, LIMITS, PATTERNS, WORDS
from bot.language.quantities import AGE, MONEY, UNITS, Quantity, quantities
from bot.language.tokens import words

_BESIDE = 24  # characters before a value within which a comparator stands beside it
_ASIDE = re.compile(r"\([^)]*\)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\W*$)")
_MONEY = re.compile(r"rp|idr|rupiah", re.IGNORECASE)  # thousands of nothing named are no money in a document
_BETWEEN = re.compile(rf"\s*(?:[–-]|{PATTERNS['of'].pattern})\s*", re.IGNORECASE)  # two numbers that make a span
_TO_COMMA = re.compile(r"[^,;]*")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity with its place in a text."""

    quantity: Quantity
    start: int
    end: int
    is_span: bool = False  # from one number to another: "36–72 bulan", "802 dari 841 desa"

    @property
    def group(self) -> tuple[Measure, str]:
        """Its measure and unit: what it is compared by."""
        return measure_of(self.quantity.unit), self.quantity.unit


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is read; all texts are as long as the sentence, what is left out is blank."""

    text: str
    plain: str  # without what stands in brackets and without who says it
    clauses: tuple[tuple[int, int], ...]  # what the sentence says, then what other sources say
    asides: tuple[tuple[int, int], ...]
    numbers: tuple[Number, ...]
    towns: Towns

    def is_aside(self, number: Number) -> bool:
        """Return whether a number stands in brackets."""
        return any(start <= number.start < end for start, end in self.asides)

    def within(self, span: tuple[int, int]) -> list[Number]:
        """Return the numbers that begin within a span."""
        return [one for one in self.numbers if span[0] <= one.start < span[1]]


def read(text: str, language: str, towns: Towns) -> Reading:
    """Return a sentence in a language as it is read."""
    asides = tuple(match.span() for match in _ASIDE.finditer(text))
    plain = _without_sources(_ASIDE.sub(_blank, text), language)
    cut = PATTERNS["contrast"].search(plain)
    clauses = ((0, cut.start()), (cut.start(), len(text))) if cut else ((0, len(text)),)
    return Reading(text, plain, clauses, asides, _aged(_spanned(_numbers(text, language), text)), towns)


def _spanned(numbers: Iterator[Number], text: str) -> list[Number]:
    """Return numbers of which two that make a span are one: its unit is that of the second."""
    found: list[Number] = []
    for one in numbers:
        if found and _BETWEEN.fullmatch(text, found[-1].end, one.start):
            one = replace(one, start=found.pop().start, is_span=True)
        found.append(one)
    return found


def _numbers(text: str, language: str) -> Iterator[Number]:
    at = 0
    for quantity in quantities(text, language):
        start = text.find(quantity.text, at)
        if start < 0:
            continue
        at = end = start + len(quantity.text)
        before = _LAST_WORD.search(text, max(0, start - _BESIDE), start)
        is_no_amount = before and before[0].lower() in WORDS["numbered"] | WORDS["per"]
        if is_no_amount and before and before.end() >= start - 1:
            continue
        if quantity.unit == MONEY and not _MONEY.search(quantity.text):
            continue
        following = _NEXT_WORD.match(text, end)
        if following and following[1].lower() == quantity.unit:
            end = following.end()
        yield Number(replace(quantity, text=text[start:end]), start, end)


def _aged(numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Return numbers of which those in years are ages where one of them is: "paling tua 25 tahun …, 35 tahun …"."""
    if not any(one.quantity.unit == AGE for one in numbers):
        return tuple(numbers)
    years = [one.quantity.unit in ("tahun", "") for one in numbers]
    return tuple(
        replace(one, quantity=replace(one.quantity, unit=AGE)) if is_years else one
        for one, is_years in zip(numbers, years, strict=True)
    )


def _without_sources(text: str, language: str) -> str:
    """Return a sentence without who says it: from "according to" to a comma or the verb, unless it tells a value."""
    for match in PATTERNS["source"].finditer(text):
        to = _TO_COMMA.match(text, match.start())
        end = to.end() if to else match.end()
        verb = PATTERNS["copula"].search(text, match.end(), end)
        end = verb.start() if verb else end
        if not quantities(text[match.end() : end], language):
            text = text[: match.start()] + " " * (end - match.start()) + text[end:]
    return text


def per(text: str, at: int) -> tuple[str, str]:
    """Return what a value that ends at a place is per, as written, and its unit: "per semester"; "" for nothing."""
    behind = text[at:].lstrip()
    found = PATTERNS["per"].match(behind)
    unit = found and _NEXT_WORD.match(behind, found.end())
    if not found or not unit:
        return "", ""
    name = UNITS.get(unit[1].lower(), unit[1].lower())
    return (behind[: unit.end()], name) if unit[1].lower() in UNITS else ("", "")


def bound_at(text: str, at: int) -> tuple[Comparator, str]:
    """Return how a value at a place binds, and the words beside it that say so; else by a limit named before it."""
    beside = text[max(0, at - _BESIDE) : at]
    near = [(found.end(), name, found[0]) for name, look in COMPARATORS.items() for found in look.finditer(beside)]
    near = [one for one in near if len(words(beside[one[0] :])) <= 1]
    if near:
        _, name, said = max(near)
        return Comparator(name), said
    limits = [(found.end(), name) for name, look in LIMITS.items() for found in look.finditer(text[:at])]
    return Comparator(max(limits)[1]) if limits else Comparator.EXACTLY, ""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
