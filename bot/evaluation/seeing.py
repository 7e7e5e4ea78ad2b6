"""What a voter sees of an answer: its first line and quote, its parts in their order, its length, its buttons. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.domain.answers import Answer, Part, Suggestion
from bot.evaluation.questions import GoldenQuestion

_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer as it is read: from its first line on."""

    first_line: str
    says: bool  # the first line says what it must; True where nothing is demanded of it
    first_fits: bool  # the first quote carries an expected fact and the words that must be quoted
    unanswered: tuple[str, ...]  # parts of the question that are not answered, or not in their order
    words: int  # of all that is shown, sources and headings as well
    buttons: int  # things to tap next
    repeating: int  # those of them that lead to what is shown already

    @property
    def lacks(self) -> tuple[str, ...]:
        """What somebody who reads it misses, in words."""
        first = () if self.says else (f"first line: {self.first_line}",)
        again = (f"buttons that repeat it: {self.repeating}",) if self.repeating else ()
        return (*first, *(f"part not answered: {part}" for part in self.unanswered), *again)


def see(question: GoldenQuestion, answer: Answer, text: str) -> Seen:
    """Return what is seen of an answer whose rendered text is `text`."""
    line = first_line(text)
    return Seen(
        first_line=line,
        says=not question.says or bool(question.says.search(line)),
        first_fits=_first_fits(question, answer),
        unanswered=tuple(_unanswered(question.parts, text)),
        words=len(_WORD.findall(text)),
        buttons=len(answer.suggestions),
        repeating=sum(_repeats(one, answer) for one in answer.suggestions),
    )


def first_line(text: str) -> str:
    """Return the first line of a text that is not blank, whatever is rendered there."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _first_fits(question: GoldenQuestion, answer: Answer) -> bool:
    part = next((part for part in answer.parts if part.quotes), None)
    if part is None:
        return False
    first = part.quotes[0]
    carried = {
        name for one in answer.citations if one.statement == first.statement for name in (one.label, one.section)
    }
    said = _said_first(part)
    return not carried.isdisjoint((*question.facts, *question.every)) and all(one.search(said) for one in question.must)


def _said_first(part: Part) -> str:
    """The first quote; one that only leads to a list says nothing without its items."""
    first, *others = part.quotes
    items = takewhile(lambda quote: quote.item, others) if first.text.rstrip().endswith(":") else ()
    return "\n".join(f"{quote.headers} {quote.text}" for quote in (first, *items))


def _unanswered(parts: Sequence[re.Pattern[str]], text: str) -> Iterator[str]:
    place = 0
    for part in parts:
        if found := part.search(text, place):
            place = found.end()
        else:
            yield part.pattern


def _repeats(suggestion: Suggestion, answer: Answer) -> bool:
    if suggestion.statement:
        return suggestion.statement in answer.leads
    return suggestion.section_id in {part.section_id for part in answer.parts}
