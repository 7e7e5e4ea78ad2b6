"""What a question wants to hear (an amount, a date, a name, a place …), and how far a statement gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bot.language import specifics
from bot.language.quantities import AGE, MONEY, RANK, SHARE, UNITS, YEAR, Quantity, dates, quantities
from bot.language.registry import DEFAULT

UNDONE = 2.0  # what is not done, where that is asked: what is done stands beside it and is otherwise as near
ALMOST = 0.75  # a month or year in place of a day
HALF = 0.5  # a number of another thing than the asked one, a day that is only told in brackets


def _any(words: str) -> re.Pattern[str]:
    """Return what finds any of some words; "*" stands for any ending, "_" for a space."""
    spelled = "|".join(words.split()).replace("*", r"\w*").replace("_", " ")
    return re.compile(rf"\b(?:{spelled})\b", re.IGNORECASE)


_DURATIONS = frozenset("tahun bulan minggu hari semester jam".split())
_SPENT = re.compile(  # a time that somebody has behind them, in a word
    r"\b(?:baru|sudah|telah|masih|hampir|belum|lewat|selama|kurang dari|lebih dari)(?: \w+)?"
    r" se(?:tahun|bulan|minggu|hari)\b"
    r"|\bse(?:tahun|bulan|minggu) (?:setengah|lebih)\b|\b(?:for|only|after) (?:half )?a (?:year|month|week)\b",
    re.IGNORECASE,
)
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
_EARNED = re.compile(  # an amount without "how much": "what are they really getting?"
    r"\bwhat (?:are|do|did|does|is|was|will) (?:[a-z]+ ){1,3}?"
    r"(?:get(?:ting)?|got|paid|receiv(?:e|ing)|earn(?:ing)?)\W*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)")
_TIME = _any(
    "kapan tanggal_berapa bulan_(?:apa|berapa) tahun_berapa hari_apa when (?:what|which)_(?:date|day|month|year)"
)

_OFTEN = re.compile(  # how often
    r"\b(?:tiap|setiap|per) (?:kapan|berapa (?:bulan|lama|hari|kali)|(?:bulan|tahun|minggu|semester) (?:atau|apa|kah))"
    r"\b|\bberapa (?:bulan|kali|minggu) sekali\b|\bseberapa sering\b|\bhow often\b|\bevery how many\b",
    re.IGNORECASE,
)
_TELLS_OFTEN = re.compile(
    r"\b(?:tiap|setiap|per) (?:[^\W\d_]+ )?(?:bulan|semester|tahun|minggu)\b|\b\w*triwulan\w*\b|\bbulanan\b"
    r"|\b(?:every|each|per) (?:\w+ )?(?:months?|semester|quarter|weeks?|year)\b|\b(?:month|quarter|week|year)ly\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(  # what of all has not been done: not "sudah jalan atau belum?"
    r"\b(?:belum|tidak|not(?: yet)?|havent|never|yet to)(?: (?:juga|ada|be|been|yet|pernah|kunjung|sempat)){0,2}"
    r" (?:ke|ter|di|ber)?(?:lihat\w*|lihatan|liatan|tampak|jalan|laksana\w*|realisasi\w*|tepati|wujud\w*|penuhi"
    r"|delivered|kept|done|fulfilled|implemented|started|realized)\b",
    re.IGNORECASE,
)
_TELLS_UNDONE = re.compile(
    r"\b(?:tidak|belum|not)\b[^.:]{0,20}\b(?:tercatat|ditemukan|berjalan|terlaksana|dilaksanakan|record\w*|found"
    r"|delivered|carried out)\b",
    re.IGNORECASE,
)


# What begins like somebody's name and is none.
_NO_PERSON = (
    rf"(?:{specifics.VOTE}|Kartu|Kabupaten|Kota|Provinsi|Dinas|Biro|Badan|Kementerian|Universitas|Partai"
    r"|Tim|Ketua|Keputusan|Peraturan|Perda|Pergub|Mahkamah|Dewan|Kantor|Hotel|Jalur"
    rf"|{'|'.join(name.title() for names in specifics.SERIES for name in names)})\b"
)
_PAYS = "(?:mem|me|nge)?(?:bayar|tanggung|nanggung|nutup|tutup|nombok|tombok)"


@dataclass(frozen=True, slots=True)
class _Thing:
    """Words of a question, and what a statement holds that answers it."""

    asked: re.Pattern[str]
    given: re.Pattern[str]


_THINGS = (
    _Thing(  # a place, an address, a way there
        _any("(?:di|ke|dari)_?mana where website web link situs alamat"),
        re.compile(
            r"\b\w+\.(?:go|ac|co|com|id|org)\b"
            r"|\b(?:di|ke|lewat|melalui|kepada|through|at|in|to|via)"
            rf" (?:situs|laman|kantor|(?!{specifics.VOTE})[A-Z])"
        ),
    ),
    _Thing(  # for whom it is not
        re.compile(
            r"\b(?:siapa|(?:apa|mana) (?:saja|yang)|who|which)\b(?: \w+){0,2} (?:tidak|bukan|cannot|cant|not|isnt)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:tidak (?:bisa|dapat|boleh|termasuk|berlaku)|bukan|kecuali|cannot|not|except)\b", re.IGNORECASE
        ),
    ),
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
    _Thing(  # a person: a name of two words that is no sentence's beginning
        _any(
            "(?:dicoblos|dipilih|diusung|maju|bertarung|dilantik|dicalonkan)(?:_[^\\W\\d_]+){0,2}_siapa "
            f"siapa(?!_saja|_(?:yang_)?(?:bisa|boleh|dapat|berhak|menerima|{_PAYS})) who(?!_can|_gets|_may|_pays) whom"
        ),
        re.compile(rf"(?<=[\w,(] )(?!{_NO_PERSON})[A-Z][a-z']+ [A-Z][a-z']+"),
    ),
    _Thing(  # who pays
        _any(f"siapa_(?:yang_)?(?:akan_|mau_|harus_)?(?:{_PAYS})* who_(?:pays|covers|funds|will_pay)"),
        re.compile(
            r"\b(?:dibayar(?:kan|i)?|ditanggung|dibiayai)\b|\bmenanggung\b|\bpa(?:id|ys?) (?:for )?by\b|\bborne by\b"
            r"|\bcover(?:s|ed)\b",
            re.IGNORECASE,
        ),
    ),
    _Thing(  # what one gets for it
        _any("hukuman* ukuman* dihukum sanksi* dipidana pidana dipenjara punish* penalty penalties"),
        re.compile(r"\b(?:di)?(?:pidana|penjara|denda|sanksi)\b|\b(?:prison|jail|fined?|sanctions?)\b", re.IGNORECASE),
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
    _Thing(  # what something is
        re.compile(
            r"\bapa (?:itu|sih)\b|^\W*[^\W\d_]+ apa\W*$|\b(?:itu|tuh|tu) (?:apa|opo)\b"
            r"|^what(?:'s| is| are) (?!in\b|it\b|th)(?:\w+\W*){1,3}$",
            re.IGNORECASE,
        ),
        re.compile(r"\badalah\b|\b(?:is|are) (?:a|an|the|\w+ program)", re.IGNORECASE),
    ),
    _Thing(  # a way to do it
        _any("cara* mekanisme prosedur daftar mendaftar how_(?:do|to|can)"),
        _any("lewat melalui cara langkah tahap* situs diusulkan diajukan through via website apply_at"),
    ),
)


AnswerType = Callable[[str], float]  # how far a statement's text gives what is wanted: 0 not, 1 fully


def answer_type(question: str, language: str = DEFAULT) -> AnswerType | None:
    """Return what judges statements in a language by what a question wants to hear, None if that is nothing special."""
    if _UNDONE.search(question):
        return lambda text: UNDONE * bool(_TELLS_UNDONE.search(text))
    if _OFTEN.search(question):
        return lambda text: float(bool(_TELLS_OFTEN.search(text)))
    if _TIME.search(question):
        return _gives_time
    if asked := _AMOUNT.search(question):
        units = _units(question)
        things = _things(asked)
        return lambda text: max(
            (_meets(one, units, thing) for one in _numbers(text, language) for thing in things), default=0.0
        )
    if _EARNED.search(question):
        return lambda text: float(any(one.unit == MONEY for one in _numbers(text, language)))
    if wants := [one.given for one in _THINGS if one.asked.search(question)]:
        return lambda text: float(any(given.search(text) for given in wants))
    return _checked(question, language)


def _checked(question: str, language: str) -> AnswerType | None:
    """Return what judges statements by whether they can settle a date or number that is asked ("3,5 juta kan?")."""
    if dates(question):
        return lambda text: float(bool(dates(text)))
    units = {one.unit for one in quantities(question, language) if one.unit}
    if units & _DURATIONS or _SPENT.search(question):
        units |= _DURATIONS  # "baru 10 bulan" is settled by "minimal dua tahun"
    if units:
        return lambda text: float(any(one.unit in units for one in _numbers(text, language)))
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
