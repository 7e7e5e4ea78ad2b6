"""The statements that a boundary, or what is said to people first, cites beside its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.documents import Release, Statement
from bot.domain.pointing import BEFORE_WORDS, label_before, pointed_at

MOST_CITED = 2  # statements of each fact that is cited as a whole


def cited(owners: Sequence[str], release: Release) -> tuple[Statement, ...]:
    """Return the statements that are meant: the first ones of a label ("L-3"), or those with the words ("L-3: words").

    What the release doesn't hold, as it may be withdrawn, is left out.
    """
    return tuple(dict.fromkeys(one for owner in owners for one in _meant(owner, release)))


def _meant(owner: str, release: Release) -> Iterator[Statement]:
    meant = pointed_at(owner, release.by_label.get(label_before(owner), ()))
    yield from meant if BEFORE_WORDS in owner else meant[:MOST_CITED]
