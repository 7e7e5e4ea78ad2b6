"""Places that are named by a point of the compass: "Contoh Utara", which is no town of the documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bot.language.gazetteer import gazetteer
from bot.language.stop_words import EITHER

_WHERE = frozenset("di ke dari in at to from kota kabupaten".split())


def points(asking: str, towns: Iterable[Sequence[str]], names: Iterable[str]) -> Iterator[tuple[str]]:
    """Yield the places in words between blanks that no gazetteer holds; `towns` and `names` are the documents'."""
    return ((found[0],) for found in _point().finditer(asking) if _is_point(found, towns, names))


@cache
def _point() -> re.Pattern[str]:
    """Return what finds a word before a point of the compass in words between blanks."""
    return re.compile(rf"(?<= )([^\W\d_]{{4,}}) (?:{'|'.join(gazetteer().points)})(?= )")


def _is_point(found: re.Match[str], towns: Iterable[Sequence[str]], names: Iterable[str]) -> bool:
    """Tell whether a word before a point of the compass names a place that is none of the documents' towns.

    "Tengah" also says what somebody is doing ("mahasiswa tengah cuti"): it is a point only of what is named as a place.
    """
    before = found[1]
    if before in EITHER or gazetteer().called(found[0]) or any(found[0] in town for town in towns):
        return False
    known = (name for each in (names, *towns) for name in each)
    leads = found.string[: found.start()].split()[-1:]
    is_named = not _WHERE.isdisjoint(leads) or any(before in name.split() for name in known)
    return is_named or not found[0].endswith(" tengah")
