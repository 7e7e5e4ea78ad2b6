"""People before questions: who is in need, afraid, suspicious or let down is heard first, by classes of words.

Which classes make a kind together stands here; their words are data (`people_first.toml` of the language folders).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.documents import Boundary, Release, Sort
from bot.domain.people import Kind
from bot.domain.privacy import NUMBERS
from bot.language.tokens import words
from bot.language.word_classes import Said, said, word_classes

_KIND = "people_first"  # of word classes


@dataclass(frozen=True, slots=True)
class _Rule:
    """A kind is told by all classes of `needs` near the first of them, and by none of `unless` anywhere."""

    kind: Kind
    needs: tuple[str, ...]
    unless: tuple[str, ...] = ()
    within: int = 8  # words
    longest: int = 1000  # words of a message that is about nothing else


def _suffered(needs: tuple[str, ...], within: int) -> tuple[_Rule, _Rule]:
    """Return the rules for whoever suffers something: who asks for the law gets an answer to that."""
    others = ("plot",) if "papers" in needs else ("plot", "party")  # a party may bind its own members
    return _Rule(Kind.VICTIM_ASKS, (*needs, "law"), others, 30), _Rule(Kind.VICTIM, needs, others, within)


_LONGEST = 14
_BARE = 6  # words that are no more than the suspicion itself
RULES = (
    _Rule(Kind.DISTRESS, ("self_harm", "me"), within=40),
    _Rule(Kind.DISTRESS, ("self_harm",), ("statistics",)),
    _Rule(Kind.DISTRESS, ("want_death",), ("benefit_asked",)),
    _Rule(Kind.DISTRESS, ("weary",)),
    _Rule(Kind.DISTRESS, ("void",)),
    _Rule(Kind.DISTRESS, ("refuse_life",)),
    _Rule(Kind.DISTRESS, ("vanish", "me")),
    _Rule(Kind.DISTRESS, ("if_dead", "uncared"), ("benefit_asked",)),
    _Rule(Kind.DISTRESS, ("final", "goodbye"), longest=_LONGEST),
    _Rule(Kind.DISTRESS, ("hopeless", "me"), ("burdens",)),
    *_suffered(("beaten", "ballot", "me"), within=12),
    _Rule(Kind.VIOLENCE, ("beaten", "me")),
    _Rule(Kind.VIOLENCE, ("beaten", "child")),
    _Rule(Kind.VIOLENCE, ("beats", "kin", "me")),
    _Rule(Kind.VIOLENCE, ("beats", "kin", "child")),
    _Rule(Kind.VIOLENCE, ("lures", "kin", "child"), within=12),
    _Rule(Kind.VIOLENCE, ("exposes",)),
    _Rule(Kind.VIOLENCE, ("home_unsafe",)),
    *_suffered(("coerced", "ballot", "mine"), within=12),
    *_suffered(("coerces", "power", "ballot"), within=12),
    *_suffered(("wronged", "power", "ballot", "mine"), within=10),
    *_suffered(("taken", "papers", "party_side", "mine"), within=8),
    *_suffered(("afraid", "found_out", "ballot"), within=12),
    *_suffered(("revenge", "bribe", "mine"), within=12),
    *_suffered(("afraid", "bribe", "mine"), within=12),
    _Rule(Kind.INSINUATION, ("chose", "aid", "only"), ("price", "plot"), within=14),
    _Rule(Kind.INSINUATION, ("chose", "aid", "get", "not"), ("price", "plot"), within=14),
    _Rule(Kind.INSINUATION, ("chose", "aid", "get", "whether"), ("price", "plot"), within=14),
    _Rule(Kind.INSINUATION, ("chose", "aid", "must"), ("price", "plot"), within=14),
    _Rule(Kind.INSINUATION, ("chose", "wronged"), ("price", "plot", "voters", "party"), within=6),
    _Rule(Kind.BOT_PAID, ("paid_by",), ("orders", "insults"), longest=_LONGEST),
    _Rule(Kind.BOT_ERASES, ("erase", "my_records", "me"), ("rules", "orders", "insults"), longest=_LONGEST),
    _Rule(Kind.BOT_ERASES, ("erase", "my_records", "here"), ("rules", "orders", "insults"), longest=_LONGEST),
    _Rule(Kind.BOT_KEEPS, ("keeps", "my_words", "here"), ("rules", "orders", "insults"), within=10, longest=_LONGEST),
    _Rule(Kind.BOT_ERRS, ("wrong",), ("orders", "insults"), longest=_LONGEST),
    _Rule(Kind.BOT_RUN, ("run_by",), ("rules", "orders", "insults"), longest=_LONGEST),
    _Rule(Kind.CRITIC_MONEY, ("astray", "money"), ("plot", "insults")),
    _Rule(Kind.CRITIC_MONEY, ("graft",), ("plot", "insults")),
    _Rule(Kind.CRITIC_MONEY, ("corrupt", "money"), ("plot", "insults"), within=12),
    _Rule(Kind.CRITIC_MONEY, ("corrupt", "aid"), ("plot", "insults")),
    _Rule(Kind.CRITIC_KIN, ("dynasty",), ("plot", "insults")),
    _Rule(Kind.CRITIC_RESULT, ("verdict",), ("plot", "fails_apart", "insults")),
)


def kind(text: str) -> Kind | None:
    """Return what a message is first of all, None for what is a question and nothing else."""
    heard = said(text, _KIND)
    return next((rule.kind for rule in RULES if _applies(rule, heard)), None)


def goes_on(kind: Kind, text: str, *, is_answered: bool) -> bool:
    """Return whether a message is also a question for the documents: for the law, or a critic's that says more.

    A bare suspicion is, too, where what is said to it has no quotes (`is_answered`).
    """
    if kind in (Kind.CRITIC_MONEY, Kind.CRITIC_RESULT):
        return not is_answered or len(words(text)) > _BARE
    return kind is Kind.VICTIM_ASKS


def pastes_number(text: str) -> bool:
    """Return whether a message holds what looks like somebody's identity or phone number."""
    return any(found.lastgroup in ("nik", "nik_mixed", "phone") for found in NUMBERS.finditer(text))


def only_numbers(text: str) -> bool:
    """Return whether beside such numbers a message asks nothing."""
    rest = NUMBERS.sub(" ", text)
    beside = word_classes(_KIND).get("beside_numbers")
    return all(beside is not None and beside.search(f" {word} ") for word in words(rest))


def answers(release: Release) -> Mapping[str, Boundary]:
    """Return what the campaign's data say for each kind: its own words, and which statements are cited."""
    return {one.kind: one for one in release.boundaries if one.sort is Sort.PEOPLE_FIRST}


def _applies(rule: _Rule, heard: Said) -> bool:
    return heard.together(rule.needs, rule.within) and heard.count <= rule.longest and not heard.says(*rule.unless)
