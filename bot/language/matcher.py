"""Names that a text says as whole words, be it a question or a document's text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from bot.language.tokens import words

_OWNED = re.compile(r"(?<=\w\w\w)['’][sS]\b")


def named_in(spoken: str, lists: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the names of each thing that is said, the said one first."""
    opened = _opened(tuple(lists))
    things = {place for word in spoken.split() for place in opened.get(word.removesuffix("nya"), ())}
    for names in (lists[place] for place in sorted(things)):
        if said := next((name for name in names if says(spoken, name)), None):
            yield (said, *(other for other in names if other != said))


@lru_cache(maxsize=64)  # the program's lists, and the towns of a few releases
def _opened(lists: tuple[tuple[str, ...], ...]) -> Mapping[str, frozenset[int]]:
    """Return the places of things by the words that their names begin with: most can be told by them not to be said."""
    opened: dict[str, set[int]] = defaultdict(set)
    for place, names in enumerate(lists):
        for name in names:
            opened[name.split()[0].removesuffix("nya")].add(place)
    return {word: frozenset(places) for word, places in opened.items()}


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
    """Return a text's words in lower case between blanks, so that whole words can be looked for.

    Whose something is in English bears their own name: "Contoh's".
    """
    text = _OWNED.sub("", text) if "'s" in text or "’s" in text else text
    return f" {' '.join(words(text))} "
