"""The statements that a boundary, or what is said to people first, cites beside its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.documents import Release, Statement

MOST_CITED = 2  # statements of each fact that is cited as a whole
BEFORE_WORDS = ": "  # parts a label from words that only the statements that are meant hold


def cited(owners: Sequence[str], release: Release) -> tuple[Statement, ...]:
    """Return the statements that are meant: the first ones of a label ("L-3"), or those with the words ("L-3: words").

    What the release doesn't hold, as it may be withdrawn, is left out.
    """
    return tuple(dict.fromkeys(one for owner in owners for one in _meant(owner, release)))


def _meant(owner: str, release: Release) -> Iterator[Statement]:
    label, _, said = owner.partition(BEFORE_WORDS)
    statements = release.by_label.get(label, ())
    if not said:
        yield from statements[:MOST_CITED]
    yield from (one for one in statements if said and said.casefold() in one.text.casefold())
