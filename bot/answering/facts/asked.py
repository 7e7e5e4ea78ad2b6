"""What a question asks of facts: which operation, for whom and where, and what it takes for granted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.understanding.answer_type import asked_units, asks_when
from bot.domain.documents import Release
from bot.domain.facts import Fact, Measure, Operation, Scope
from bot.domain.known_names import towns_of
from bot.domain.qualifiers import named
from bot.language.fact_words import EACH, LIMITS, OPERATIONS, PATTERNS, WORDS, attributes
from bot.language.quantities import AGE, Quantity, quantities
from bot.language.registry import LANGUAGES
from bot.language.tokens import asks_yes_or_no, words

_SUMS = ("difference", "total", "rise")  # operations that compute
_NUMBERED = re.compile(rf"{PATTERNS['numbered'].pattern}\s+berapa\b", re.IGNORECASE)  # asks which one, not how many
_MARKS = frozenset().union(*(one.yes_or_no.marks for one in LANGUAGES.values()))  # "kan"
_OPEN = frozenset().union(*(one.classes.get("interrogatives", frozenset()) for one in LANGUAGES.values()))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the operations on facts read it."""

    question: str
    operation: Operation | None  # None: nothing that facts could tell
    sum: str  # which one: "difference", "total", "rise"; "" for none
    names: dict[Scope, frozenset[str]]  # for whom, where and when it is asked
    claims: Sequence[Quantity]  # the numbers that it names
    units: frozenset[str] | None  # of the amount that it asks for; none if any will do, None for no amount
    wants_time: bool
    is_limit: bool  # it names a limit: "maksimal 35 tahun"
    is_only: bool  # it takes a number for the most: "cuma 5 juta"
    attributes: frozenset[str]
    each: str  # what an amount is asked for: "bulan"; "" for nothing

    def fits(self, fact: Fact) -> bool:
        """Return whether a fact is for whom and where it is asked; of a year a fact may be silent."""
        for scope in (Scope.LEVEL, Scope.PLACE):
            asked = self.names.get(scope)
            if asked and not asked & fact.names(scope):
                return False
        groups = self.names.get(Scope.GROUP, frozenset())
        if groups and fact.names(Scope.GROUP) and not groups & fact.names(Scope.GROUP):
            return False
        if fact.names(Scope.ROW) and fact.names(Scope.PLACE) and not self.names.get(Scope.PLACE):
            return False
        if self.each and fact.value.measure is Measure.MONEY and fact.value.per_unit not in ("", self.each):
            return False
        years, told = self.names.get(Scope.YEAR), fact.names(Scope.YEAR)
        return not (years and told) or bool(years & told)

    def narrowed(self, fact: Fact) -> Fact:
        """Return a fact for those of its levels only that are asked about."""
        levels = self.names.get(Scope.LEVEL)
        if not levels or not fact.names(Scope.LEVEL) & levels:
            return fact
        kept = (one for one in fact.qualifiers if one.scope is not Scope.LEVEL or one.name in levels)
        return replace(fact, qualifiers=tuple(kept))

    @property
    def compared(self) -> Scope | None:
        """Whether levels or places are compared: of which it names several; None if of neither."""
        return next((one for one in (Scope.LEVEL, Scope.PLACE) if len(self.names.get(one, ())) > 1), None)

    @property
    def age(self) -> Quantity | None:
        """The age that it names."""
        return next((one for one in self.claims if one.unit == AGE), None)


def asked(question: str, spoken: str, release: Release) -> Asked:
    """Return what a question in a language asks of the facts of a release."""
    names: dict[Scope, frozenset[str]] = {}
    for one in named(question, towns_of(release)):
        names[one.scope] = names.get(one.scope, frozenset()) | {one.name}
    is_numbered = _NUMBERED.search(question)
    total = next((name for name in _SUMS if OPERATIONS[name].search(question)), "")
    units, wants_time = None if is_numbered else asked_units(question), asks_when(question)
    claims = quantities(question, spoken)
    operation = _operation(question, total, names, wants_value=wants_time or units is not None)
    if operation is None and settles(question, names_something=bool(claims)):
        operation = Operation.VERIFY
    return Asked(
        question,
        operation,
        total,
        names,
        claims,
        units,
        wants_time,
        any(look.search(question) for look in LIMITS.values()),
        bool(PATTERNS["only"].search(question)),
        attributes(question),
        next((unit for unit, look in EACH.items() if look.search(question)), ""),
    )


def _operation(question: str, total: str, names: dict[Scope, frozenset[str]], *, wants_value: bool) -> Operation | None:
    several = any(len(names.get(scope, ())) > 1 for scope in (Scope.LEVEL, Scope.PLACE))
    if total:
        return Operation.COMPUTE
    if several and (wants_value or OPERATIONS["compare"].search(question)):
        return Operation.COMPARE
    return Operation.VALUE if wants_value else None


def settles(question: str, *, names_something: bool = False) -> bool:
    """Return whether a question wants a yes or no, asked as in a chat, too: "umur 26 masih bisa S1".

    `names_something`: a number that can be looked at, without which a text that no mark ends may ask for anything.
    """
    spoken = words(question)
    if not WORDS["asks_what"].isdisjoint(spoken[-2:]) and _MARKS.isdisjoint(spoken[-1:]):
        return False
    if asks_yes_or_no(question):
        return True
    if not spoken or not (_OPEN - WORDS["last"]).isdisjoint(spoken) or not WORDS["wants_more"].isdisjoint(spoken):
        return False
    if spoken[-1] in WORDS["last"]:
        return True
    if not (question.rstrip().endswith("?") or names_something):
        return False
    return bool(PATTERNS["modal"].search(question) or PATTERNS["for"].search(question))
