"""The names that a release's documents hold: towns, bodies and people, the campaign's own among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bot.domain.context import own
from bot.domain.documents import Release, Statement
from bot.domain.per_release import once_a_release
from bot.language.gazetteer import gazetteer
from bot.language.matcher import between_blanks, holds, named_in, spoken_of
from bot.language.tokens import words

_TOWN = re.compile(r"\b(?:Kabupaten|Kota|Regency of|City of) ((?:[A-Z]\w+ ?){1,3})(?:\((\w+)\))?")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def town_told(asking: str, release: Release) -> Callable[[Statement], bool] | None:
    """Return what tells whether a statement itself names one of the towns that are asked about; None if none is."""
    names = [name for town in named_in(asking, towns_of(release)) for name in town]
    return (lambda one: holds(names, f"{one.text} | {one.headers}")) if names else None


def only_town(statements: Sequence[Statement], release: Release) -> str | None:
    """Return the town that each of some statements names and none of them another, by its name; None without one."""
    told = [[*named_in(spoken_of(f"{one.text} | {one.headers}"), towns_of(release))] for one in statements]
    names = {max(town, key=len) for towns in told for town in towns}
    return min(names).title() if all(told) and len(names) == 1 else None


@once_a_release
def towns_of(release: Release) -> tuple[tuple[str, ...], ...]:
    """Return the towns and regencies that the documents call so, by all their names.

    One is also known by its first word, if no other one begins with it.
    """
    told = (found.groups("") for one in release.statements.values() for found in _TOWN.finditer(one.text + one.headers))
    towns = dict.fromkeys(tuple(filter(None, (name.strip().lower() for name in names))) for names in told)
    firsts = Counter(town[0].split()[0] for town in towns)
    return tuple(
        tuple(dict.fromkeys((*town, *_in_english(town), *(one for one in town[0].split()[:1] if firsts[one] == 1))))
        for town in towns
    )


def _in_english(town: Sequence[str]) -> Iterator[str]:
    """Yield names with the point of the compass before them, as English has it: "Contoh Utara" is North Contoh."""
    for name in town:
        *rest, last = name.split()
        if rest and last in gazetteer().points:
            yield " ".join((gazetteer().points[last], *rest))


@once_a_release
def heard_of(release: Release) -> frozenset[str]:
    """Return all words of the documents, in both languages."""
    names = (f"{name} {' '.join(others)}" for name, others in release.names.items())
    texts = (*own(release.statements.values(), release), *_headings(release), *names)
    return frozenset(word for text in texts for word in words(text))


def _headings(release: Release) -> Iterator[str]:
    for document in release.documents:
        yield f"{document.title} {document.twin_title or ''}"
        yield from (f"{section.title} {section.twin_title or ''}" for section in document.sections)


@once_a_release
def names_of(release: Release) -> frozenset[str]:
    """Return the words that the documents only write with a capital, not just where a sentence begins; no towns."""
    said = [WORD.findall(f"{one.headers} {one.text}") for one in release.statements.values()]
    small = {word for each in said for word in each if word[0].islower()}
    names = {word.lower() for each in said for word in each[1:] if word[0].isupper()} - small
    towns = {word for town in towns_of(release) for name in town for word in name.split()}
    return frozenset(names - towns - {word for name in own_names(release) for word in name.split()})


@once_a_release
def own_names(release: Release) -> frozenset[str]:
    """Return the names that nearly every question holds: the campaign's own place among them."""
    return frozenset(between_blanks(name).strip() for own, others in release.names.items() for name in (own, *others))
