"""Lists and tables: when they are quoted whole, and when only an item or a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.domain.documents import Release, Statement
from bot.language.tokens import detect, terms, words

MOST_LISTS = 2  # whole lists in one answer

ENUMERATES = re.compile(r", [^,.]+, (?:[^,.]+, )*(?:dan|atau|serta|and|or) ")
_ASKS_ALL = re.compile(
    r"\b(?:(?:apa|mana) (?:saja|aja)|sebut(?:kan|in)?|(?:di)?list|daftar(?:nya|kan)? apa|rinci(?:an|annya|kan)?"
    r"|isi(?:nya)?|satu per ?satu|cara(?:nya)?|langkah(?:nya)?"
    r"|how (?:do|to|can)|what are|which ones|name (?:them|the|all))\b",
    re.IGNORECASE,
)
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


def _asked_list(chosen: Sequence[Statement], release: Release, question: str) -> tuple[Statement, ...]:
    """Return the list beside a chosen statement whose lead says what all is asked for: "enam programnya apa saja?".

    None is needed where the best of what was chosen belongs to one, or tells them in its sentence.
    """
    best = chosen[0]
    if not _ASKS_ALL.search(question) or best.group is not None or ENUMERATES.search(best.text):
        return ()
    spoken = detect(question, release.languages)
    asked, lexicon = terms(question, spoken), release.lexicons[spoken]
    for statement in chosen:
        leads = [one for one in release.sections[statement.section].statements if one.text.endswith(":")]
        held = [one for one in leads if one.group is not None and lexicon.held(one.id, asked)]
        if held:
            return whole_list(held[0], release)
    return ()


def with_lists(chosen: Sequence[Statement], release: Release, question: str) -> tuple[Statement, ...]:
    """Replace items by their whole list where the list is asked for, or where most of it was chosen anyway.

    A table's rows stay single, unless it is asked which of all is most or least.

    Of the lists only the best few are quoted: three make more than a small screen can show.
    """
    spoken = set(words(question))
    chosen = list(dict.fromkeys((*chosen[:1], *_asked_list(chosen, release, question), *chosen[1:]))) if chosen else []
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
