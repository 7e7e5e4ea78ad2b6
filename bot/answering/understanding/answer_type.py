"""What a question wants to hear (an amount, a date, a name, a place …), and how far a statement gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.facts import Comparator
from bot.domain.sentence_reading import bound_at, read
from bot.language import specifics
from bot.language.quantities import AGE, MONEY, RANK, SHARE, UNITS, YEAR, Quantity, dates, quantities
from bot.language.registry import DEFAULT

ALMOST = 0.75  # a month, a year or a term in place of a day
HALF = 0.5  # a number of another thing than the asked one, a day that is only told in brackets


def _any(words: str) -> re.Pattern[str]:
    """Return what finds any of some words; "*" stands for any ending, "_" for a space."""
    spelled = "|".join(words.split()).replace("*", r"\w*").replace("_", " ")
    return re.compile(rf"\b(?:{spelled})\b", re.IGNORECASE)


_DURATIONS = frozenset("tahun bulan minggu hari semester jam".split())
_AMOUNT = re.compile(
    r"\bberapa(?:kah)?\b(?:\s+(?P<thing>[^\W\d_]{3,}(?:/[^\W\d_]{3,})*))?"
    r"|\bhow (?:much|many)\b(?:\s+(?P<many>\w{3,}))?",
    re.IGNORECASE,
)
_UNITS = (
    (frozenset({RANK}), _any("nomor_berapa no_berapa nomor_urut what_number which_number")),
    (frozenset({SHARE}), _any("persen* percent*")),
    (frozenset({AGE}), _any("usia* umur* how_old age")),
    (
        _DURATIONS,
        _any(
            "berapa_(?:lama|tahun|bulan|minggu|hari|semester|jam) lama* how_long how_many_(?:years|months|weeks|days)"
        ),
    ),
    (frozenset({MONEY}), _any(" ".join(specifics.MONEY_WORDS))),
)
_NUMBERED = "|".join(
    name.replace(" ", "_") for names in (*specifics.GROUPS, *specifics.COUNTED) for name in names if len(name) > 2
)
_COUNTED = _any(f"{' '.join(specifics.COUNT_WORDS)} berapa_(?:{_NUMBERED})")
_HOW = re.compile(r"\bhow (?:old|long|big|high)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)")
_TIME = _any(
    "kapan tanggal_berapa bulan_(?:apa|berapa) tahun_berapa hari_apa when (?:what|which)_(?:date|day|month|year)"
)


@dataclass(frozen=True, slots=True)
class _Thing:
    """Words of a question, and what a statement holds that answers it."""

    asked: re.Pattern[str]
    given: re.Pattern[str]


_THINGS = (
    _Thing(  # for whom it is
        _any(
            "(?:untuk|buat|bagi)_siapa siapa_(?:saja_)?(?:yang_)?(?:bisa|boleh|dapat|berhak|menerima) "
            "(?:(?:seperti|macam)_apa|bagaimana|mana(?:_saja)?)_yang_(?:bisa|boleh|dapat|berhak|menerima|kebagian) "
            "who_(?:can|gets|may|qualif*|is_eligible) which_[a-z]+_(?:can|gets?|qualif*|receives?)"
        ),
        _any(
            "kepada untuk_(?:setiap|semua|para) diberikan* berlaku_(?:untuk|bagi) sasaran* "
            "given_to for_(?:all|every) target*"
        ),
    ),
    _Thing(
        _any("kenapa mengapa alasan* (?:pertimbangan|dasar)_apa sebabnya penyebab* kok_bisa why reason* how_come"),
        _any("karena sebab* alasan* akibat because reason* due_to"),
    ),
    _Thing(  # several things: a list's lead sentence, or an enumeration
        _any("(?:apa|mana)_saja isi isinya sebutkan what_are_the list"),
        re.compile(
            r":$|, [^,.]+, (?:[^,.]+, )*(?:dan|atau|and|or) "
            r"|\b(?:di|in) (?:[A-Z][^\W\d_]+ ){1,2}(?:dan|and) [A-Z]"  # two places are some, too
        ),
    ),
)


AnswerType = Callable[[str], float]  # how far a statement's text gives what is wanted: 0 not, 1 fully


def answer_type(question: str, language: str = DEFAULT) -> AnswerType | None:
    """Return what judges statements in a language by what a question wants to hear, None if that is nothing special."""
    if _TIME.search(question):
        return lambda text: max(_gives_time(text), _gives_term(text, language))
    if asked := _AMOUNT.search(question):
        units = _units(question)
        things = _things(asked)
        return lambda text: max(
            (_meets(one, units, thing) for one in _numbers(text, language) for thing in things), default=0.0
        )
    if wants := [one.given for one in _THINGS if one.asked.search(question)]:
        return lambda text: float(any(given.search(text) for given in wants))
    return None


@lru_cache(maxsize=4096)
def _numbers(text: str, language: str) -> tuple[Quantity, ...]:
    return quantities(text, language)


@lru_cache(maxsize=4096)
def _gives_time(text: str) -> float:
    told = _ASIDE.sub(" ", text)
    if any(one.day for one in dates(told)):
        return 1.0
    return max(ALMOST * bool(dates(told) or YEAR.search(told)), HALF * bool(dates(text)))


@lru_cache(maxsize=4096)
def _gives_term(text: str, language: str) -> float:
    """Tell how far a statement says when by how long from something: "paling lama 7 hari sejak diketahui"."""
    told = (one for one in read(text, language, ()).numbers if one.quantity.unit in _DURATIONS)
    return ALMOST * any(bound_at(text, one.start)[0] is Comparator.AT_MOST for one in told)


def asked_units(question: str) -> frozenset[str] | None:
    """Return the units of the amount that a question asks for, none if any will do; None if it asks for no amount."""
    asked = _AMOUNT.search(question)
    if not asked:
        return _units(question) or None if _HOW.search(question) else None
    return _units(question) or frozenset(UNITS[thing] for thing in _things(asked) if thing in UNITS)


def asks_when(question: str) -> bool:
    """Return whether a question wants to hear a time."""
    return bool(_TIME.search(question))


def _things(amount: re.Match[str]) -> list[str]:
    """Return what is named behind "how many", an empty name for nothing."""
    return (amount["thing"] or amount["many"] or "").lower().split("/")


def _units(question: str) -> frozenset[str]:
    """Return the units of the asked amount; none if any will do."""
    named = next((units for units, words in _UNITS if words.search(question)), frozenset[str]())
    return frozenset() if MONEY in named and _COUNTED.search(question) else named


def _meets(quantity: Quantity, units: frozenset[str], thing: str) -> float:
    """Tell how far a number is of the asked units or, where none is known, of the thing named behind "berapa"."""
    if units:
        return 1.0 if quantity.unit in units else HALF * (not quantity.unit)
    if quantity.unit == RANK:
        return 0.0
    return 1.0 if not thing or quantity.unit in (thing, UNITS.get(thing)) else HALF
