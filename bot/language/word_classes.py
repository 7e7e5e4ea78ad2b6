"""Closed classes of words as data, in all languages at once, and where a text says words of them.

They stand in `<language>/<kind>.toml` of every language folder and under `[<kind>]` of the regional languages; of one
class the entries of all count. An entry is made of words: "a|b_c" is either a or "b c", "a*" whatever begins with a,
".." up to two other words, "…" up to six. Behind a word of four letters or more may stand what goes with it ("-nya").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bot.language.registry import class_tables
from bot.language.tokens import words

IDIOMS = "idioms"  # the class whose words say something else together: they are not looked at
_SHORT = 4  # letters
_ENDING = "(?:ku|mu|nya|ne|lah|kah|pun)?"
_BETWEEN = {"..": r"(?:\S+ ){0,2}", "…": r"(?:\S+ ){0,6}"}
_RUN, _ONCE = re.compile(r"([^\W\d_])\1{2,}"), r"\1"


@dataclass(frozen=True)
class Said:
    """A text's words between blanks, and where it says those of each class."""

    text: str
    classes: Mapping[str, re.Pattern[str]]

    @cached_property
    def _places(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    def places(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return the first and the last word of each place where a class is said, by their numbers."""
        if name not in self._places:
            self._places[name] = tuple(self._found(name))
        return self._places[name]

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def says(self, *names: str) -> bool:
        """Return whether any of some classes is said anywhere."""
        return any(self.places(name) for name in names)

    def together(self, names: Sequence[str], within: int) -> bool:
        """Return whether all of some classes are said, none farther than `within` words from the first of them."""
        first, *others = names
        return any(
            all(any(_gap(place, other) <= within for other in self.places(name)) for name in others)
            for place in self.places(first)
        )

    def _found(self, name: str) -> Iterator[tuple[int, int]]:
        pattern = self.classes.get(name)
        for found in pattern.finditer(self.text) if pattern else ():
            before = self.text.count(" ", 0, found.start())
            yield before, before + found[0].strip().count(" ")


def said(text: str, kind: str) -> Said:
    """Return what a text says of the classes of a kind; a letter that is drawn out counts once ("matiii")."""
    classes = word_classes(kind)
    spoken = f" {' '.join(words(_RUN.sub(_ONCE, text)))} "
    idioms = classes.get(IDIOMS)
    return Said(idioms.sub("·", spoken) if idioms else spoken, classes)


@cache
def word_classes(kind: str) -> Mapping[str, re.Pattern[str]]:
    """Return the classes of a kind. Raises ValueError that names what is no list of entries."""
    found: dict[str, list[str]] = {}
    for table in class_tables(kind):
        for name, entries in table.items():
            if not isinstance(entries, list) or not all(isinstance(one, str) and one.strip() for one in entries):
                raise ValueError(f'{kind}: "{name}" must be a list of texts')
            found.setdefault(name, []).extend(entries)
    return {name: _compiled(entries) for name, entries in found.items()}


def _compiled(entries: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(dict.fromkeys(entries), key=len, reverse=True)
    return re.compile(f"(?<= )(?:{'|'.join(map(_entry, ordered))})(?= )")


def _entry(text: str) -> str:
    pieces = [_BETWEEN.get(one) or f"(?:{'|'.join(map(_word, one.split('|')))}) " for one in text.split()]
    return "".join(pieces).removesuffix(" ")


def _word(word: str) -> str:
    spelled = word.rstrip("*").replace("_", " ")
    if word.endswith("*"):
        return re.escape(spelled) + r"\S*"
    return re.escape(spelled) + (_ENDING if len(word) >= _SHORT else "")


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many words lie between two places; 0 if they touch or overlap."""
    return max(other[0] - one[1], one[0] - other[1], 0)
