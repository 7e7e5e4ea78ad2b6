"""What a question asks for, worked out once, and how well statements tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.answering.understanding.answer_type import AnswerType, answer_type
from bot.answering.understanding.asides import asked
from bot.domain.documents import Release, Statement
from bot.domain.facets import NO_FACETS, NOTHING_ASKED, Asked, Facets
from bot.domain.lexicon import Lexicon
from bot.language.levels import levels
from bot.language.tokens import terms

MORE = 0.15  # share of a question's words by which something answers it better
ALL = 0.999  # share of a question's words from which a statement holds the whole of it
HALF = 0.5  # what a statement must give of what a question wants to hear, to tell it at all


class Fit(NamedTuple):
    """How well the best of some statements tells what a question asks for."""

    share: float  # of the question's words
    given: float  # of what it wants to hear

    def is_better_than(self, other: Fit) -> bool:
        """Return whether it holds clearly more of the question's words, or as many and what that wants to hear."""
        if self.share >= other.share + MORE:
            return True
        return self.share >= other.share and self.given >= 1.0 > other.given


NOTHING = Fit(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks for."""

    question: str
    spoken: str  # its language
    asking: str  # the clauses of it which ask
    terms: Sequence[str]
    gives: AnswerType | None  # what it wants to hear
    levels: frozenset[str]
    lexicon: Lexicon  # of the release, in its language
    asked: Asked = NOTHING_ASKED  # what it asks of its topic
    facets: Facets = NO_FACETS  # of the release

    def held(self, statement: Statement) -> frozenset[str]:
        """Return which of its words a statement holds."""
        return self.lexicon.held(statement.id, self.terms)

    def is_given(self, statement: Statement) -> bool:
        """Return whether a statement says what it wants to hear; all do where that is nothing special."""
        return not self.gives or self.gives(statement.said_in(self.spoken)) >= 1

    def tells(self, statement: Statement) -> float:
        """Return how far a statement tells what is asked of its topic: 0 to 1."""
        return self.facets.fit(self.asked, statement.id)

    def part(self, question: str) -> Query:
        """Return what one of several questions in it asks for."""
        held, gives = terms(question, self.spoken), answer_type(question, self.spoken)
        return replace(self, question=question, terms=held, gives=gives)

    def answer_type_alone(self) -> Query:
        """Return what it wants to hear, whatever about."""
        return replace(self, terms=[])

    def shares(self, statements: Sequence[Statement]) -> list[float]:
        """Return which share of its words each of some statements holds."""
        held = self.lexicon.shares(self.terms, [one.id for one in statements])
        return [held[one.id] for one in statements]

    def fits(self, statements: Sequence[Statement]) -> list[Fit]:
        """Return how well each of some statements tells it; what does not give what it wants tells nothing."""
        given = [self.gives(one.said_in(self.spoken)) if self.gives else 1.0 for one in statements]
        told = zip(self.shares(statements), given, strict=True)
        return [Fit(share, gives) if gives >= HALF else NOTHING for share, gives in told]

    def fit(self, statements: Sequence[Statement]) -> Fit:
        """Return how well the best of some statements tells it."""
        return max(self.fits(statements), default=NOTHING)


def parse(question: str, spoken: str, release: Release) -> Query:
    """Return what a question in a language asks for of a release."""
    held = release.lexicons[spoken]
    return Query(
        question,
        spoken,
        asked(question),
        terms(question, spoken),
        answer_type(question, spoken),
        levels(question),
        held,
    )
