"""Whether a first line says nothing that its citations, the question and a shown sum do not hold."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from decimal import Decimal

from bot.domain.answers import Answer, FirstLine
from bot.language.quantities import quantities
from bot.language.tokens import words
from bot.locales import say_phrase

MOST_WORDS = 15
_NAME = re.compile(r"(?<=[^.!?:] )[A-Z][^\W\d_]{2,}")  # no first word of a sentence
_WITH_NUMBER = re.compile(r"\S*\d\S*")
_OPERATORS = {" × ": operator.mul, " − ": operator.sub}


def ungrounded(question: str, answer: Answer) -> list[str]:
    """Return the words of an answer's first lines that stand in no cited quote, the question or a sum that is right.

    An editor's short form has words of its own: of it only numbers and names.
    """
    return [word for first in answer.firsts for word in _ungrounded(question, first, answer)]


def too_long(answer: Answer) -> list[str]:
    """Return the first lines of more than 15 words."""
    said = (" ".join(say_phrase(answer.language, one) for one in first.phrases) for first in answer.firsts)
    return [text for text in said if len([one for one in text.split() if any(map(str.isalnum, one))]) > MOST_WORDS]


def _ungrounded(question: str, first: FirstLine, answer: Answer) -> Iterator[str]:
    quotes = [one for part in answer.parts for one in part.quotes if one.statement in first.statements]
    held = set(words(question)) | {word for one in quotes for word in words(f"{one.headers} {one.text}")}
    held |= {word for part in answer.parts for word in words(part.title)}
    values = [text for phrase in first.phrases for _, text in phrase.values if phrase.key != "first-short"]
    shorts = [text for phrase in first.phrases for _, text in phrase.values if phrase.key == "first-short"]
    values += [word for text in shorts for look in (_NAME, _WITH_NUMBER) for word in look.findall(text)]
    if first.calculation:
        held |= _summed(first.calculation, first, answer.language)
    yield from (
        word
        for text in (*values, *(cell for row in first.rows for cell in row))
        for word in words(text)
        if word not in held
    )


def _summed(calculation: str, first: FirstLine, language: str) -> set[str]:
    """Return the words of a sum's result, and of other sources' sums; none if it is not right."""
    for sign, work in _OPERATORS.items():
        if sign in calculation:
            left, result = calculation.split(" = ")
            one, other = (_number(side, language) for side in left.split(sign))
            if work(one, other) != _number(result, language):
                return set()
    others = (text for phrase in first.phrases for _, text in phrase.values)
    return {word for text in (calculation, *others) for word in words(text)}


def _number(text: str, language: str) -> Decimal:
    (found,) = quantities(text, language)
    return found.value
