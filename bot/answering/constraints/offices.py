"""Whose name a question asks for by an office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import dropwhile, islice, takewhile

from rapidfuzz import fuzz

from bot.answering.constraints.constraint import Constraint, Reading
from bot.answering.constraints.named import with_deeds
from bot.domain.context import own
from bot.domain.known_names import towns_of
from bot.language import specifics
from bot.language.matcher import holds, named_in, spoken_of
from bot.language.normalise import LEAST_RATIO
from bot.language.registry import EITHER

MOST_HEADED = 2  # words behind "ketua" that say of what

WHO = re.compile(r"\b(?:siapa\w*|nama(?:nya)?|who|whom|name)\b", re.IGNORECASE)
_LINKS = frozenset("of the dari di".split())
_BODIES = frozenset("partai party republik republic negara".split())  # what somebody heads is told behind
_ENDS = EITHER | frozenset("sebelum sesudah setelah before after".split())


def offices(reading: Reading) -> Iterator[Constraint]:
    """Yield the offices whose holder is asked for, with what they are of."""
    spoken, release = reading.asking, reading.release
    if not WHO.search(spoken):
        return
    for names in named_in(spoken, specifics.OFFICES):
        yield Constraint("office", names[0], partial(holds, with_deeds(names)), own)
    for names in named_in(spoken, specifics.HEADS):
        behind = re.split(rf" {names[0]}(?:nya)?(?= )", spoken, maxsplit=1)[1].split()
        named = takewhile(lambda word: word not in _ENDS, dropwhile(_LINKS.__contains__, behind))
        headed = list(islice((word for word in named if word not in _BODIES), MOST_HEADED))
        of_towns = named_in(f" {' '.join(behind)} ", towns_of(release))
        wanted = [names, *((word,) for word in headed), *of_towns]
        yield Constraint("office", " ".join([names[0], *headed]), partial(_holds_all, wanted), own)


def _holds_all(wanted: Iterable[Sequence[str]], text: str) -> bool:
    return all(holds(names, text) or _holds_misspelt(names, text) for names in wanted)


def _holds_misspelt(names: Sequence[str], text: str) -> bool:
    """Tell whether a text holds a single name but for a letter: what heads are of is seldom a word to be corrected."""
    return len(names) == 1 and any(
        word[0] == names[0][0] and fuzz.ratio(word, names[0]) >= LEAST_RATIO for word in spoken_of(text).split()
    )
