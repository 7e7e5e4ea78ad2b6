"""Which of promise and delivery a question asks for."""

from __future__ import annotations

from bot.answering.understanding.clauses import questions
from bot.domain.documents import Kind
from bot.language.tokens import words

_PROMISED = frozenset("janji janjinya dijanjikan menjanjikan promise promised promises pledge pledged".split())
_DELIVERED = frozenset(
    "realisasi realisasinya pelaksanaan pelaksanaannya kenyataan kenyataannya terlaksana dilaksanakan terealisasi "
    "ditepati nyatanya delivered reality actual done kept".split()
)
_NOW = frozenset("sudah sekarang kini already now currently".split())


def asked_side(question: str) -> Kind | None:
    """Return which of promise and delivery a question asks for, None if it says neither or both."""
    spoken = set(words(question))
    if bool(spoken & _PROMISED) == bool(spoken & _DELIVERED):
        return None
    return Kind.JANJI if spoken & _PROMISED else Kind.PELAKSANAAN


def asks_for_promise(question: str) -> int:
    """Return 1 if a question is about what was promised, -1 if it is about what is so now, 0 if it doesn't say."""
    spoken = set(words(question))
    return bool(spoken & _PROMISED) - bool(spoken & (_DELIVERED | _NOW))


def asks_both_sides(question: str) -> bool:
    """Return whether a question asks for what was promised and for what is so: in one, or in one of several each."""
    sides = [asks_for_promise(part) for part in questions(question)]
    return _asks_for(_PROMISED, question) and (_asks_for(_DELIVERED | _NOW, question) or min(sides, default=1) < 1)


def _asks_for(side: frozenset[str], question: str) -> bool:
    return not side.isdisjoint(words(question))
