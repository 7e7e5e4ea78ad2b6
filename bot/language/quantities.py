"""Amounts, shares, ages, durations, counts, dates and years as people write them, slang too, as values that compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.language.registry import DEFAULT, EITHER, LANGUAGES, united

MONEY, SHARE, AGE, RANK = "rupiah", "%", "usia", "nomor"

_NUMBERS = [one.numbers for one in LANGUAGES.values()]
_SCALE = {name: Decimal(10) ** power for name, power in united(one.scales for one in _NUMBERS).items()}
_UNITS = {
    unit: [name for one in _NUMBERS for name in one.units.get(unit, ())] for one in _NUMBERS for unit in one.units
}
UNITS = {
    SHARE: "% persen prosen percent",
    MONEY: "rupiah perak rp idr",
    "tahun": "tahun thn th taun year years yr yrs",
    "bulan": "bulan bln month months",
    "minggu": "minggu pekan week weeks",
    "hari": "hari day days",
    "semester": "semester semesters smt",
    "jam": "jam hour hours",
    "orang": "orang jiwa warga people persons person",
    "mahasiswa": "mahasiswa mhs student students",
    "siswa": "siswa murid pelajar pupil pupils",
    "guru": "guru teacher teachers",
    "peserta": "peserta anggota member members participant participants",
    "desa": "desa village villages",
    "suara": "suara vote votes",
    "kursi": "kursi seat seats",
    "partai": "partai parpol party parties",
    "pemilih": "pemilih voter voters",
}
UNITS = {name: unit for unit, names in _UNITS.items() for name in names}  # word → unit
_NO_UNIT = (
    frozenset(
        "per sebulan setahun sehari untuk buat dan atau kan ya dari di ke pada yang sudah tidak itu ini "
        "for and or of in to is are".split()
    )
    | (EITHER - UNITS.keys())
    | {""}
)
_SMALL: dict[str, int] = united(one.words for one in _NUMBERS)
_SINGLE: dict[str, int] = united(one.single for one in _NUMBERS)
_FRACTIONS: dict[str, str] = united(one.fractions for one in _NUMBERS)  # only before a scale
NUMBER_WORDS = dict(_SMALL)  # "tujuh" → 7, "dua belas" → 12

_LEAST_SCALE = 6  # power of ten from which money is written with a scale
_WRITTEN_SCALES = {
    code: {
        power: name
        for name, power in reversed([*one.numbers.scales.items()])
        if power >= _LEAST_SCALE and len(name) > 2
    }
    for code, one in LANGUAGES.items()
}  # language → power of ten → the first full word for it

_DIGITS = r"\d+(?:[.,]\d+)*"
_NAMED = "|".join(sorted((word.replace(" ", r"\s") for word in (*_SMALL, *_SINGLE)), key=len, reverse=True))
_SCALED = "|".join(sorted(_SCALE, key=len, reverse=True))
_PARTS = "|".join(sorted((name.replace(" ", r"\s") for name in _FRACTIONS), key=len, reverse=True)) or r"(?!)"
_QUANTITY = re.compile(
    rf"(?:(?P<money>\b(?:rp|idr)\.?\s*)|(?<![\w.,]))(?:(?P<digits>{_DIGITS})|(?P<named>{_NAMED})\b|(?P<part>{_PARTS})(?=\s*(?:{_SCALED})\b))"
    rf"(?:\s*(?P<scale>{_SCALED})(?![^\W\d_]))?(?:\s*(?P<unit>%|[^\W\d_]{{2,}}))?",
    re.IGNORECASE,
)
_JUST_BEFORE = 12  # characters: "umur 38"
_BEFORE = 80  # characters before a number in which its sort is named
_AGED = re.compile(r"\b(?:usia\w*|umur\w*|berusia|berumur|tua|muda|aged?|old|older|young\w*)\b", re.IGNORECASE)
_OLD = re.compile(r"[\s-]*olds?\b", re.IGNORECASE)  # behind years
_YEARS_OF_LIFE = frozenset(str(years) for years in range(10, 100))
_RANKED = re.compile(r"\b(?:nomor(?: urut)?|no\.?(?: urut)?|number|paslon|pasangan)\s*$", re.IGNORECASE)

_MONTH = {name: number for one in _NUMBERS for number, names in enumerate(one.months, 1) for name in names}
MONTHS = frozenset(_MONTH)  # their names, long and short
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_NAMES})\b(?:\s+(?P<before>\d{{1,2}})(?!\d),?)?(?:\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_IN_DIGITS = re.compile(r"(?<![\d.,/-])(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
# Digits behind a mark are part of an amount, but not behind a day and a month (27.11.2024) or another year (2024,2025).
YEAR = re.compile(
    r"(?:(?<![\d.,])|(?<=\d\.\d\.)|(?<=\d\.\d\d\.)|(?<=\d{4},))(?:19|20)\d\d(?!\d|[.,](?!(?:19|20)\d\d(?!\d))\d)"
)
SPAN = re.compile(rf"({YEAR.pattern})\s*[–/-]\s*(\d\d(?:\d\d)?)(?!\d)")  # 2025/26, 2018–2023
_NONE = re.compile(rf"\b(?:{'|'.join(name for one in _NUMBERS for name in one.none) or '(?!)'})\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b[a-z]\d\b|\b\d{4}/\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: "" where none is named; two of one unit can be compared."""

    value: Decimal
    unit: str  # "rupiah", "%", "usia" (years of age), "nomor", or the thing that is counted
    text: str  # as it is written


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or a month where no day is named; the year is None where it goes without saying."""

    month: int
    day: int | None
    year: int | None
    text: str  # as it is written

    def differs(self, other: Date) -> bool:
        """Return whether the two can't be the same: in a part that both of them name."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return any(None not in pair and pair[0] != pair[1] for pair in zip(mine, theirs, strict=True))


def quantities(text: str, language: str = DEFAULT) -> tuple[Quantity, ...]:
    """Return the numbers of a text in reading order; dates, years and levels ("S1") are none.

    `language` tells what "1.500" and "1,500" are: "id" one and a half thousand and one and a half, "en" the reverse.
    """
    for none in (_NONE, _IN_DIGITS, _LEVEL, _DATE, YEAR) if _DIGIT.search(text) else (_NONE, _DATE):
        text = none.sub(_blank, text)
    return tuple(_quantities(text, language))


def names_age(text: str) -> bool:
    """Return whether a text speaks of how old somebody is."""
    return bool(_AGED.search(text))


def written(value: Decimal, unit: str, language: str = DEFAULT) -> str:
    """Return an amount as people write it, so that `quantities` reads the same: "Rp36 juta", "12,5%", "4 semester".

    Money is written with a scale where up to two digits behind its mark suffice, else in full.
    """
    if unit == SHARE:
        return f"{_digits(value, language)}%"
    if unit != MONEY:
        return f"{_digits(value, language)} {'tahun' if unit == AGE else unit}".strip()
    names = _WRITTEN_SCALES[language]
    for power in sorted(names, reverse=True):
        scaled = value.scaleb(-power)
        if scaled >= 1 and scaled == round(scaled, 2) and scaled < 1000:
            return f"Rp{_digits(scaled, language)} {names[power]}"
    return f"Rp{_digits(value, language)}"


def _digits(value: Decimal, language: str) -> str:
    plain = f"{value:,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    thousands, decimal = LANGUAGES[language].thousands, LANGUAGES[language].decimal
    return plain.replace(",", " ").replace(".", decimal).replace(" ", thousands)


def dates(text: str) -> tuple[Date, ...]:
    """Return the dates of a text in reading order; a month without day and year ("mei") is none, may be a word."""
    if not _DIGIT.search(text):
        return ()
    named = (match for match in _DATE.finditer(text) if match["day"] or match["before"] or match["year"])
    in_digits = (match for match in _IN_DIGITS.finditer(text) if int(match["month"]) in _MONTH.values())
    return tuple(_date(match) for match in sorted((*named, *in_digits), key=re.Match.start))


def _date(match: re.Match[str]) -> Date:
    day, month = match["day"] or match.groupdict().get("before"), match["month"].lower()
    return Date(_MONTH.get(month) or int(month), _whole(day), _whole(match["year"]), match[0])


def years(text: str) -> Iterator[str]:
    """Yield the years of a text, those within spans like 2025/26 and 2018–2023 too."""
    yield from YEAR.findall(text)
    for start, end in SPAN.findall(text):
        last = int(end) if len(end) == 4 else int(start[:2] + end)
        yield from (str(year) for year in range(int(start), min(last, int(start) + 20) + 1))


def _quantities(text: str, language: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        scale = match["scale"] or ""
        value = _value(match, language) * _SCALE.get(scale.lower(), Decimal(1))
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        unit = _unit(match, before)
        if unit == "tahun" and _OLD.match(text, match.end()):
            unit = AGE
        known = (match["unit"] or "").lower() in UNITS
        rank = _RANKED.search(before) if unit == RANK else None
        start = match.start() - (len(before) - rank.start() if rank else 0)
        yield Quantity(value, unit, text[start : match.end("unit") if known else _end(match)].strip())


def _value(match: re.Match[str], language: str) -> Decimal:
    if match["digits"]:
        return _read(match["digits"], language)
    if match["part"]:
        return Decimal(_FRACTIONS[re.sub(r"\s", " ", match["part"].lower())])
    named = re.sub(r"\s", " ", match["named"].lower())
    return Decimal(10) ** _SINGLE[named] if named in _SINGLE else Decimal(_SMALL[named])


def _read(digits: str, language: str) -> Decimal:
    """Read digits with marks: those of thousands go, the decimal one becomes a point; three digits tell the former."""
    thousands, decimal = LANGUAGES[language].thousands, LANGUAGES[language].decimal
    if thousands in digits and not re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?", digits):
        thousands, decimal = decimal, thousands  # "5.12" in Indonesian, as phones write it
    whole, _, rest = digits.partition(decimal)
    return Decimal(f"{re.sub(r'[.,]', '', whole)}.{re.sub(r'[.,]', '', rest) or 0}")


def _unit(match: re.Match[str], before: str) -> str:
    following = (match["unit"] or "").lower()
    unit = UNITS.get(following, following)
    if match["money"]:
        return MONEY
    if _RANKED.search(before):
        return RANK
    if unit == "tahun" and _AGED.search(before):
        return AGE
    if unit in _UNITS:
        return unit
    near = before if unit in _NO_UNIT else before[-_JUST_BEFORE:]
    if not match["scale"] and match["digits"] in _YEARS_OF_LIFE and _AGED.search(near):
        return AGE
    unit = "" if unit in _NO_UNIT else unit
    in_thousands = match["scale"] or (match["named"] or "").lower() in _SINGLE
    return MONEY if in_thousands and not unit else unit


def _end(match: re.Match[str]) -> int:
    return match.end("scale") if match["scale"] else max(match.end("digits"), match.end("named"))


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
