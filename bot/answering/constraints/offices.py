"""Whose name a question asks for by an office, and whose family it asks about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import dropwhile, islice, takewhile

from rapidfuzz import fuzz

from bot.answering.constraints.constraint import Constraint, Reading
from bot.answering.constraints.named import with_deeds
from bot.answering.constraints.years import WHO
from bot.domain.context import around, own
from bot.domain.known_names import own_names, towns_of
from bot.language import specifics
from bot.language.matcher import holds, named_in, spoken_of
from bot.language.normalise import LEAST_RATIO
from bot.language.registry import EITHER

_WHO_NEAR = 2  # words before one of somebody's family of which one asks who: "siapa nama istrinya"
MOST_HEADED = 2  # words behind "ketua" that say of what

_IN_OFFICE = frozenset("gubernur wagub wakil wakilnya calon pak bu bupati walikota governor".split())
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


def family(reading: Reading) -> Iterator[Constraint]:
    """Yield whose family is asked about, as far as it is that of somebody named or in office."""
    asking, release = reading.asking, reading.release
    for names in named_in(asking, specifics.FAMILY):
        people = {name.split()[0] for name in own_names(release)} | _IN_OFFICE
        before, after = re.split(rf" {names[0]}(?:nya)?(?= )", asking, maxsplit=1)
        behind = after.split()
        if (behind and behind[0] in people) or any(map(WHO.fullmatch, before.split()[-_WHO_NEAR:])):
            yield Constraint("topic", names[0], partial(holds, with_deeds(names)), around)


def _holds_all(wanted: Iterable[Sequence[str]], text: str) -> bool:
    return all(holds(names, text) or _holds_misspelt(names, text) for names in wanted)


def _holds_misspelt(names: Sequence[str], text: str) -> bool:
    """Tell whether a text holds a single name but for a letter: what heads are of is seldom a word to be corrected."""
    return len(names) == 1 and any(
        word[0] == names[0][0] and fuzz.ratio(word, names[0]) >= LEAST_RATIO for word in spoken_of(text).split()
    )
