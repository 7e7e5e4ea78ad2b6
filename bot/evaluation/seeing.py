"""What a voter sees of an answer: its first line and quote, its parts in their order, its length, its buttons. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.domain.answers import Answer, Part, Suggestion
from bot.domain.documents import Release
from bot.evaluation.questions import GoldenQuestion
from bot.language.tokens import terms

# Shares of a button's terms. Of 112 buttons that were read, 11 repeat the answer: these find 5, and none that doesn't.
TOLD, ASKED = 0.8, 0.4
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
    repeating: int  # those of them that lead to what is shown already, or ask for it

    @property
    def lacks(self) -> tuple[str, ...]:
        """What somebody who reads it misses, in words."""
        first = () if self.says else (f"first line: {self.first_line}",)
        again = (f"buttons that repeat it: {self.repeating}",) if self.repeating else ()
        return (*first, *(f"part not answered: {part}" for part in self.unanswered), *again)


def see(question: GoldenQuestion, answer: Answer, text: str, release: Release) -> Seen:
    """Return what is seen of an answer whose rendered text is `text`."""
    line = first_line(text)
    return Seen(
        first_line=line,
        says=not question.says or bool(question.says.search(line)),
        first_fits=_first_fits(question, answer),
        unanswered=tuple(_unanswered(question.parts, text)),
        words=len(_WORD.findall(text)),
        buttons=len(answer.suggestions),
        repeating=sum(_repeats(one, question, answer, release) for one in answer.suggestions),
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


def _repeats(suggestion: Suggestion, question: GoldenQuestion, answer: Answer, release: Release) -> bool:
    """Whether a button leads to a section or statement that is shown, or asks again what is shown of the same fact."""
    if not suggestion.statement:
        return suggestion.section_id in {part.section_id for part in answer.parts}
    statement = release.statements.get(suggestion.statement)
    shared = statement and {one.label for one in answer.citations}.intersection(statement.labels)
    return suggestion.statement in answer.leads or (bool(shared) and _asks_again(suggestion.text, question, answer))


def _asks_again(text: str, question: GoldenQuestion, answer: Answer) -> bool:
    """Whether the terms on a button were asked for and are shown; phrasings are of a fact, not of one statement."""
    wanted = set(terms(text, answer.language))
    shown = "\n".join(f"{part.title}\n{quote.headers} {quote.text}" for part in answer.parts for quote in part.quotes)
    told, asked = (wanted.intersection(terms(one, answer.language)) for one in (shown, " ".join(question.turns)))
    return bool(wanted) and len(told) >= TOLD * len(wanted) and len(asked) >= ASKED * len(wanted)
