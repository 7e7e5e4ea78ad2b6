"""Where the asker lives and theirs study, as far as that is what a question asks of: "our town", "kuliah di Contoh"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from bot.answering.constraints.beyond import beyond
from bot.answering.constraints.constraint import Constraint
from bot.answering.constraints.places import asks_for_count, asks_how_much, asks_whether_done, counted_in, units_of
from bot.answering.understanding.query import Query
from bot.domain.context import own
from bot.domain.documents import Release, Statement
from bot.domain.known_names import is_heard_of, own_names, town_told, towns_of
from bot.domain.per_release import once_a_release
from bot.language import specifics
from bot.language.matcher import between_blanks, holds, named_in, says

OF_IT = 0.7  # of what is outside, not by the name of what it is outside of

_OWN_PLACE = re.compile(  # what lies where the asker is, wherever that is said to be
    r"\b(?:(?:kota|kabupaten|daerah|wilayah|kampung|desa|kelurahan|kecamatan|tempat)(?:nya)?"
    r" (?:kami|saya|kita|sini|ini)|(?:my|our) (?:town|city|village|district))\b",
    re.IGNORECASE,
)
_LIVES_IN = re.compile(
    r"\b(?i:di|orang|warga|kampung|desa|dari|asal|kelurahan|kecamatan|in|from|of)"
    r" ([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})"
)
_MEASURED = re.compile(r" (?:berapa|how (?:many|much)) ([^\W\d_]+)(?= )")
_UNITS = frozenset(name for names in specifics.MEASURES for name in names)
_STUDIES = (
    r"(?:(?:ber)?kuliah(?:nya)?|kampus(?:nya)?|universitas|univ|s[123]|d[34]|study|studies|studying|college|university)"
)
_STUDY = ("kuliah", "kampus", "univ", "s1", "s2", "s3", "d3", "d4", "stud", "college")  # one of which they hold
_STUDIES_IN = re.compile(
    rf" {_STUDIES} (?:(?!lulus|tamat|dulu|di |in |at )[^\W\d_]+ ){{0,2}}?(?:di|in|at) (?:kota |kabupaten )?"
    r"(?=(?P<place>[^\W\d_]+ [^\W\d_]*))"
)
_STUDIED = re.compile(  # once
    r" (?:dulu|dulunya|pernah|used to|once|sesudah|setelah|habis|lulus|lulusan|tamat|tamatan|alumni|selesai|after"
    r"|finished|graduated)(?= )"
)
_OUTSIDE = (("luar", "outside"), ("daerah", "provinsi", "negeri", "province", "region"))


def homes(query: Query, asking: str, release: Release) -> Iterator[Constraint]:
    """Yield the place that the asker says to live in, if what has its own count there is asked of "our town"."""
    if not _OWN_PLACE.search(query.said):
        return
    there = _OWN_PLACE.search(query.asking) is not None
    counts = there and asks_for_count(asking, release)
    of_all = not there and asks_how_much(asking)
    if not counts and (of_all or not (asks_whether_done(asking) or _is_measured(asking, release))):
        return
    for told in _LIVES_IN.finditer(query.question):
        spoken = between_blanks(told[1])
        if any(named_in(spoken, towns_of(release))):
            yield from counted_in(spoken, towns_of(release)) if counts else ()
        elif not is_heard_of(told[1], release):
            yield Constraint("place", told[1], partial(holds, (spoken.strip(),)), own)


def _is_measured(asking: str, release: Release) -> bool:
    """Tell whether a number is asked of what is measured, by a unit of all or of the documents."""
    found = _MEASURED.search(asking)
    return bool(found and (found[1] in _UNITS or found[1] in units_of(release)))


def towns_told(query: Query, release: Release) -> Callable[[Statement], bool] | None:
    """Return what tells whether a statement itself names a town that is asked about: by its name or as "our town"."""
    text = query.said if _OWN_PLACE.search(query.asking) else query.asking
    return town_told(between_blanks(text), release)


def outside_told(question: str, release: Release) -> Callable[[Statement], float] | None:
    """Return what tells how far a statement is of all that is outside, if somebody studies at a place of no document.

    None where nobody does, or did once, or it is asked of a place of the documents besides.
    """
    lowered = question.lower()
    if not any(word in lowered for word in _STUDY):
        return None
    spoken = between_blanks(lowered)
    found = list(_STUDIES_IN.finditer(spoken))
    if not found or _STUDIED.search(spoken[: found[0].end()]):
        return None
    studied = f" {' '.join(one['place'] for one in found)} "
    if not any(beyond(studied, question, release)) or any(says(studied, name) for name in own_names(release)):
        return None
    return partial(_is_of_outside, release)


def _is_of_outside(release: Release, statement: Statement) -> float:
    """Return how far a statement is of all that is outside: most if it names the campaign's own place for that."""
    outside, here = _outside_of(release)
    heading = release.sections[statement.section].title
    if holds(here, statement.text):
        return 1.0
    return OF_IT * holds((*outside, *here), f"{statement.text} | {heading} | {statement.headers}")


@once_a_release
def _outside_of(release: Release) -> tuple[tuple[str, ...], ...]:
    """Return what all that is outside is called, and the same by the names of the campaign's own place."""
    outside, places = _OUTSIDE
    return tuple(tuple(f"{word} {one}" for word in outside for one in each) for each in (places, own_names(release)))
