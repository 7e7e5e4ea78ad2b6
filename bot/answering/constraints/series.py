"""Which one of several that come one after another a question means: "debat ketiga"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from bot.answering.constraints.constraint import Constraint, Reading
from bot.domain.context import around
from bot.language import specifics
from bot.language.matcher import spoken_of

_IN_SERIES = frozenset(name for names in specifics.SERIES for name in names)


def series(reading: Reading) -> Iterator[Constraint]:
    """Yield which one of several that come one after another is meant: "debat ketiga"."""
    spoken = reading.asking
    said = frozenset(spoken.split())
    for names in specifics.SERIES if said & _IN_SERIES else ():
        for ordinals in specifics.ORDINALS:
            if found := _one_of_series(names, ordinals).search(spoken):
                yield Constraint("topic", found[0].strip(), partial(_tells_of, names, ordinals), around)


def _tells_of(names: tuple[str, ...], ordinals: tuple[str, ...], text: str) -> bool:
    return _one_of_series(names, ordinals).search(spoken_of(text)) is not None


@cache
def _one_of_series(names: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of a series in words between blanks; all of them come from `specifics`."""
    name, ordinal = (f"(?:{'|'.join(words)})" for words in (names, ordinals))
    between = r"(?:[^\W\d_]+ )?"
    return re.compile(rf"(?<= ){name} {between}(?:ke )?{ordinal}(?= )|(?<= ){ordinal} {between}{name}(?= )")
