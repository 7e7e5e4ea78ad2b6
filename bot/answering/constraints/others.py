"""The same asked of others behind an answer: whether such an amount as was quoted is told of them, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bot.answering.constraints.constraint import Constraint
from bot.answering.constraints.places import is_counted
from bot.answering.dialogue import references
from bot.answering.dialogue.ballot import contestants, numbers_in, ranked
from bot.answering.dialogue.contestants import told_of
from bot.answering.dialogue.references import NUMBERED, named_by
from bot.domain.context import around_for_stages, own
from bot.domain.documents import Release, Statement
from bot.domain.known_names import towns_of
from bot.domain.per_release import once_a_release
from bot.language import specifics
from bot.language.matcher import between_blanks, holds, named_in
from bot.language.quantities import AGE, MONEY
from bot.language.registry import EITHER
from bot.language.stages import is_of_stage, stages
from bot.language.tokens import asks_yes_or_no
from bot.language.told import told_units

_ONLY = EITHER | frozenset("saja khusus doang only just alone kota kabupaten kab kampus level jenjang dokter".split())


def untold(text: str, quoted: Sequence[Statement], release: Release) -> Constraint | None:
    """Return what a question names if it says nothing else, and no such amount as was quoted is told of that.

    The documents of what was quoted must tell it: money of money, an age of an age, any other number of numbers, or
    else the same list does.
    """
    named = list(_named(text, release)) if quoted else []
    if not named or (sort := _sort(quoted[0])) is None:
        return None
    documents, lists = ({key(one) for one in quoted} for key in (_document, _list))
    within = [one for one in release.statements.values() if one.document in documents]
    measured = [one for one in within if sort in _sorts(one.text)]
    listed = [one for one in within if one.group is not None and _list(one) in lists]
    for constraint in named:
        # What names no level is for all of them: of a list's other lines that would tell nothing.
        told = measured if constraint.kind == "level" else [*measured, *listed]
        if not any(map(constraint.meets, constraint.within(told, release))):
            return constraint
    return None


def unknown_contestant(text: str, quoted: Sequence[Statement], release: Release) -> Constraint | None:
    """Return the number on the ballot that a question asks of where the documents tell of no such contestant.

    None where it names one, or is to be settled ("nomor urut 3 kan?"): then what the documents say is the answer.
    """
    known = contestants(release)
    if not ranked(known) or named_by(text, known) or asks_yes_or_no(text):
        return None
    said = {number: found[0] for number, found in numbers_in(text)}
    if not said and (found := NUMBERED.search(text)) and told_of([one.text for one in quoted], known):
        said = {references.number_of(found): found[0]}
    missing = next((number for number in said if number not in ranked(known) and number not in _told(release)), None)
    return None if missing is None else Constraint("topic", said[missing].strip(), lambda _: False, own)


@once_a_release
def _told(release: Release) -> frozenset[int]:
    """The ballot numbers that the documents tell anywhere."""
    return frozenset(number for one in release.statements.values() for number, _ in numbers_in(one.text))


def _named(text: str, release: Release) -> Iterator[Constraint]:
    """Yield the towns, campuses and levels that a question names, if it says nothing else."""
    spoken = between_blanks(text)
    levels = sorted(stages(text))
    towns = list(named_in(spoken, towns_of(release)))
    things = (*towns, *(specifics.STAGE_NAMES[one] for one in levels))
    named = {word for names in things for name in names for word in name.split()}
    rest = [word for word in spoken.split() if word not in _ONLY | named]
    if not all(is_counted(word, release) for word in rest):
        return
    yield from (Constraint("level", one.upper(), partial(is_of_stage, one), around_for_stages) for one in levels)
    yield from (Constraint("place", names[0].title(), partial(holds, names), own) for names in towns)
    yield from (Constraint("place", word.title(), partial(holds, (word,)), own) for word in rest)


def _document(statement: Statement) -> str:
    return statement.document


def _list(statement: Statement) -> tuple[str, int | None]:
    return statement.section, statement.group


def _sort(statement: Statement) -> str | None:
    """Return which sort of amount a statement gives, None if it gives none."""
    return next((sort for sort in (MONEY, AGE, "") if sort in _sorts(statement.text)), None)


def _sorts(text: str) -> frozenset[str]:
    """The sorts of the amounts of a document's text."""
    return frozenset(unit if unit in (MONEY, AGE) else "" for unit in told_units(text))
