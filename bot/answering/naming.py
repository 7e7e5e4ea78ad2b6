"""Names that a text says as whole words, be it a question or a document's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from bot.domain.language import words


def named_in(spoken: str, lists: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the names of each thing that is said, the said one first."""
    opening = {word.removesuffix("nya") for word in spoken.split()}
    for names, openings in _opened(tuple(lists)):
        if opening.isdisjoint(openings):
            continue
        if said := next((name for name in names if says(spoken, name)), None):
            yield (said, *(other for other in names if other != said))


@cache
def _opened(lists: tuple[tuple[str, ...], ...]) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Return things by their names with the words that these begin with: most can be told by them not to be said."""
    return tuple((names, frozenset(name.split()[0].removesuffix("nya") for name in names)) for names in lists)


def says(spoken: str, name: str) -> bool:
    """Return whether words between blanks hold a name, "-nya" behind it or not."""
    return f" {name} " in spoken or f" {name}nya " in spoken


def holds(names: Iterable[str], text: str) -> bool:
    """Return whether a document's text holds any of some names."""
    spoken = spoken_of(text)
    return any(says(spoken, name) for name in names)


@lru_cache(maxsize=2000)
def spoken_of(text: str) -> str:
    """Return the same of a document's text, kept; a voter's question must not stay in memory."""
    return between_blanks(text)


def between_blanks(text: str) -> str:
    """Return a text's words in lower case between blanks, so that whole words can be looked for."""
    return f" {' '.join(words(text))} "
