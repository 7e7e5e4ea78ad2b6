"""What may settle a question: the statements chosen for it, their facts, and which of its words they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.facts.asked import Asked
from bot.answering.understanding.query import Query
from bot.domain.documents import Release, Statement
from bot.domain.fact_reading import facts_in
from bot.domain.facts import Fact
from bot.language.fact_words import EACH, WORDS
from bot.language.registry import LANGUAGES
from bot.language.stages import stages
from bot.language.tokens import terms, words

_EMPTY = frozenset().union(
    *(
        one.classes.get(name, frozenset())
        for one in LANGUAGES.values()
        for name in ("interrogatives", "persons", "joining", "courtesy")
    )
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The statements that may settle a question, best first: no promises unless it asks for one."""

    asked: Asked
    query: Query
    statements: Sequence[Statement]
    release: Release
    language: str

    def facts(self) -> list[Fact]:
        """Return their facts that are for whom and where it is asked."""
        told = facts_in(self.release)[self.language]
        found = (fact for one in self.statements for fact in told(one.id) if self.asked.fits(fact))
        return [self.asked.narrowed(fact) for fact in found]

    def about(self, statement: str, less: str = "") -> float:
        """Return which share of the question's words, less what it claims, a statement holds."""
        question = self.query.question
        rest = re.sub(re.escape(less), " ", question, flags=re.IGNORECASE) if less else question
        for look in EACH.values() if less else ():
            rest = look.sub(" ", rest)
        asked = terms(rest, self.query.spoken)
        return self.query.lexicon.shares(asked, [statement])[statement] if asked else 0.0

    def unheld(self, one: Statement) -> set[str]:
        """Return the words of a question that a statement does not hold; levels it may tell within a span."""
        query = self.query
        held = query.lexicon.held(one.id, query.terms)
        levels = stages(one.said_in(self.language))
        return {term for term in query.terms if term not in held and term not in levels}

    def content(self) -> list[str]:
        """Return the words of a question that a statement must hold to say the same, as they are written.

        Of function words those may be missing that ask, name persons or join; not those of time and number ("semua").
        """
        spoken = words(without_last(self.query.question))
        return [word for word in spoken if word not in _EMPTY and word not in WORDS["emphasis"]]


def without_last(question: str) -> str:
    """Return a question without the words at its end that ask for a yes or no."""
    spoken = words(question)
    while spoken and spoken[-1] in WORDS["last"]:
        spoken.pop()
    return " ".join(spoken)
