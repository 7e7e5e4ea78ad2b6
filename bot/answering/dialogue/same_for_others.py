"""The same asked of others behind an answer: "kalau Poltekkes?", "buat guru sama aja?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from bot.answering.constraints.constraint import Pin
from bot.answering.constraints.places import is_counted, towns_of
from bot.answering.constraints.scope import around_for_stages, own, told_units
from bot.domain.documents import Release, Statement
from bot.language import specifics
from bot.language.matcher import between_blanks, holds, named_in
from bot.language.quantities import AGE, MONEY, RANK, SHARE
from bot.language.registry import EITHER
from bot.language.stages import is_of_stage, stages

_ONLY = EITHER | frozenset("saja khusus doang only just alone kota kabupaten kab kampus level jenjang dokter".split())

_SAME = re.compile(r"\b(?:berlaku|sama (?:saja|juga|kah)|the same|apply|applies)\b", re.IGNORECASE)
_SAME_TERMS = frozenset("berla sama same appli".split())
_FOR_OTHERS = re.compile(
    r"^(?i:(?:(?:nah|oh|terus|lalu|dan|and|kalau|yang) )*(?:(?:buat|untuk|bagi|for|kalau|yang)|(?:what|how) about) "
    r"(?:(?:yang|the|for|para) )*)(?:[^\W\d_]+|(?:[A-Z][\w'’]*[ –-]?){2,5})\W*$"
)
_LIKE_SELF = re.compile(r"\s+(?:seperti|kayak|kaya|macam|like) (?:kami|saya|aku|kita|us|me)\b(?=\W*$)", re.IGNORECASE)


def asks_whether_same(text: str) -> bool:
    """Return whether a question asks if what was told applies to others, too: "buat guru sama aja?"."""
    return _SAME.search(text) is not None


def is_for_others(text: str) -> bool:
    """Return whether a question only names for whom else it is asked: "yang buat guru?", "what about farmers?"."""
    return _FOR_OTHERS.search(text) is not None


def unit_told(statements: Sequence[Statement]) -> str | None:
    """Return of what the first of some statements tells a number: money before all else; None if it tells none."""
    told = told_units(statements[0].text) if statements else ()
    units = [unit for unit in told if unit and unit not in (RANK, SHARE)]
    return MONEY if MONEY in units else next(iter(units), None)


def tells(statement: Statement, unit: str) -> bool:
    """Return whether a statement tells a number of something."""
    return unit in told_units(statement.text)


def to_whom(own: Sequence[str]) -> Sequence[str]:
    """Return the words of a question without those that only ask whether the same applies."""
    return [word for word in own if word not in _SAME_TERMS] or own


def without_likeness(text: str) -> str:
    """Return a question without that the asker is what it asks about: "yang sudah menikah kayak kami?"."""
    return _LIKE_SELF.sub("", text)


def untold(text: str, quoted: Sequence[Statement], release: Release) -> Pin | None:
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
    for pin in named:
        # What names no level is for all of them: of a list's other lines that would tell nothing.
        told = measured if pin.kind == "level" else [*measured, *listed]
        if not any(map(pin.meets, pin.within(told, release))):
            return pin
    return None


def _named(text: str, release: Release) -> Iterator[Pin]:
    """Yield the towns, campuses and levels that a question names, if it says nothing else."""
    spoken = between_blanks(text)
    levels = sorted(stages(text) - specifics.COMMON_STAGES)
    towns = list(named_in(spoken, towns_of(release)))
    things = (*towns, *(specifics.STAGE_NAMES[one] for one in levels))
    named = {word for names in things for name in names for word in name.split()}
    rest = [word for word in spoken.split() if word not in _ONLY | named]
    if not all(is_counted(word, release) for word in rest):
        return
    yield from (Pin("level", one.upper(), partial(is_of_stage, one), around_for_stages) for one in levels)
    yield from (Pin("place", names[0].title(), partial(holds, names), own) for names in towns)
    yield from (Pin("place", word.title(), partial(holds, (word,)), own) for word in rest)


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
