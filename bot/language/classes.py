"""Closed classes of words, each spelled once in `<language>/classes/*.toml` and named in patterns: "{kin}"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from bot.language.registry import CODES, HERE

_NAMED = re.compile(r"\{([a-z_]+)\}")


def members(name: str) -> tuple[str, ...]:
    """Return the words or patterns of a class in all languages. Raises LookupError if no language has it."""
    try:
        return _classes()[name]
    except KeyError:
        raise LookupError(f"no language has a class of words {name!r}: add it to {HERE}/<language>/classes") from None


def word_set(*names: str) -> frozenset[str]:
    """Return the words of some classes, those of classes that these name among them."""
    return frozenset(word for name in names for one in members(name) for word in _unfolded(one))


def spelled(text: str) -> str:
    """Return a pattern with what its classes hold in their places: "{kin}s?" is "(?:anak|…|son|…)s?"."""
    return _NAMED.sub(lambda found: f"(?:{'|'.join(map(spelled, members(found[1])))})", text)


def pattern(text: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return what looks for a pattern whose classes stand in braces."""
    return re.compile(spelled(text), flags)


def _unfolded(word: str) -> Iterator[str]:
    found = _NAMED.fullmatch(word)
    yield from word_set(found[1]) if found else (word,)


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """Class → its words, the default language's first: a text is words between blanks, a list holds whole phrases."""
    named: dict[str, tuple[str, ...]] = {}
    for code in CODES:
        for file in sorted((HERE / code / "classes").glob("*.toml")):
            for name, held in tomllib.loads(file.read_text(encoding="utf-8")).items():
                named[name] = (*named.get(name, ()), *(held.split() if isinstance(held, str) else held))
    return named
