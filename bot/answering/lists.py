"""Lists and tables: when they are quoted whole, and when only an item or a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.documents import Release, Statement
from bot.domain.language import words

MOST_LISTS = 2  # whole lists in one answer

_SUPERLATIVES = frozenset("paling tertinggi terendah terbesar terkecil highest lowest most least".split())
_LIST_WORDS = frozenset(
    "syarat syaratnya persyaratan persyaratannya cara caranya langkah tahapan daftar apa saja berkas dokumen semua "
    "requirements requirement steps list conditions documents".split()
)


def whole_list(statement: Statement, release: Release) -> tuple[Statement, ...]:
    """Return the list that a statement belongs to, its lead sentence first; the statement alone if there is none."""
    if statement.group is None:
        return (statement,)
    section = release.sections[statement.section]
    return tuple(one for one in section.statements if one.group == statement.group)


def menu_list(statement: Statement, release: Release) -> tuple[Statement, ...]:
    """Return what a button that names a statement quotes: its whole list again, but of a table only its row."""
    return (statement,) if statement.headers else whole_list(statement, release)


def menu_lists(ids: Iterable[str], release: Release) -> tuple[Statement, ...]:
    """Return what such buttons quote together, each statement once; what the release does not hold is left out."""
    known = (release.statements[key] for key in ids if key in release.statements)
    return tuple(dict.fromkeys(one for each in known for one in menu_list(each, release)))


def with_lists(chosen: Sequence[Statement], release: Release, question: str) -> tuple[Statement, ...]:
    """Replace items by their whole list where the list is asked for, or where most of it was chosen anyway.

    A table's rows stay single, unless it is asked which of all is most or least.

    Of the lists only the best few are quoted: three make more than a small screen can show.
    """
    spoken = set(words(question))
    result: dict[str, Statement] = {}
    lists: set[tuple[str, int | None]] = set()
    for statement in chosen:
        mates = [one for one in chosen if _same_list(one, statement)]
        leads = statement.group is not None and statement.text.endswith(":")
        asked = _SUPERLATIVES & spoken if statement.headers else _LIST_WORDS & spoken or leads or len(mates) > 1
        whole = statement.group is not None and bool(asked)
        if whole and len(lists | {(statement.section, statement.group)}) > MOST_LISTS:
            continue
        lists |= {(statement.section, statement.group)} if whole else set()
        for one in whole_list(statement, release) if whole else (statement,):
            result.setdefault(one.id, one)
    return tuple(result.values())


def _same_list(one: Statement, other: Statement) -> bool:
    return one.group is not None and (one.section, one.group) == (other.section, other.group)
