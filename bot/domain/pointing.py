"""How data files point at statements: by a label or section alone, or with words that only some hold ("L-3: words")."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.documents import Statement

BEFORE_WORDS = ": "  # parts a label or section from the words


def label_before(owner: str) -> str:
    """Return the label or section of an owner."""
    return owner.partition(BEFORE_WORDS)[0]


def pointed_at(owner: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return those of some statements that an owner means: of its label or section, with its words if it has any.

    A summary is meant by its section alone: it repeats what other statements tell.
    """
    named, _, said = owner.partition(BEFORE_WORDS)
    of_named = (one for one in statements if named in (*one.asked_by, one.section))
    return [one for one in of_named if said.casefold() in one.text.casefold()]
