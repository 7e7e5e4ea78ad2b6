"""Indonesian and English as people write them: which of the two, where sentences end, which words carry the topic."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from bot.language import normalise, stop_words
from bot.language.id import regional, slang

fold = normalise.fold  # what slang and typing errors stand for

_WORD = r"[^\W\d_]+(?:['’`][^\W\d_]+)*"
_NUMBER = r"\d+(?:[.,]\d{1,3}(?!\d))*"
_LEVEL = r"\b[^\W\d_]\d{1,2}(?!\d)"  # S1, D3: one letter and its number are one word
_TOKEN = re.compile(rf"{_LEVEL}|{_NUMBER}|{_WORD}")
_ASCII_TOKEN = re.compile(_TOKEN.pattern.replace(r"[^\W\d_]", "[a-z]"), re.ASCII)  # the same, a quarter faster
_INSIDE = re.compile(r"['’`.,]")

_REGIONAL = frozenset(word for glossary in regional.GLOSSARIES for word in glossary.sure)
_INDONESIAN = (stop_words.INDONESIAN | slang.SLANG.keys() | slang.ABBREVIATIONS.keys() | _REGIONAL) - stop_words.SHARED
_ENGLISH = stop_words.ENGLISH - stop_words.SHARED


def words(text: str) -> list[str]:
    """Return the words of a text in lower case: hyphened ones split, "3.762.431" as "3762431", "Jum'at" as "jumat"."""
    lowered = text.lower()
    tokens = (_ASCII_TOKEN if lowered.isascii() else _TOKEN).findall(lowered)
    return _INSIDE.sub("", " ".join(tokens)).split()


def asks_yes_or_no(text: str) -> bool:
    """Return whether a question wants a yes or a no, in Indonesian or English."""
    spoken = words(text)
    ends = bool(_ENDS_YES_NO.search(text))
    marked = spoken[:1] and (spoken[0] in _OPENS_YES_NO or ends or _MARKS_YES_NO & set(spoken))
    return bool(marked) and not _ASKS_OPENLY & set(spoken)


def terms(text: str, language: str) -> list[str]:
    """Return the stems of the words that carry a text's topic, for keyword search; `language` is "id" or "en"."""
    ignored = stop_words.INDONESIAN if language == "id" else stop_words.ENGLISH
    return [_stem(word, language) for word in words(_THANKS.sub(" ", text)) if word not in ignored]


_THANKS = re.compile(  # who only says "terima" receives something; who does not, is not content
    r"\bt[ae]rima\s+kasih\b|\btidak\s+terima\b(?!\s+(?:uang|bantuan|dana))", re.IGNORECASE
)
_CUT_SHORT = MappingProxyType(  # what the stemmer takes for endings and beginnings
    {"erima": "terima", "ima": "terima", "jara": "penjara", "penang": "menang", "umah": "rumah", "awat": "rawat"}
)
_OPENS_YES_NO = frozenset(
    "apakah is are was were did does do can will has have arent wasnt werent didnt doesnt dont cant wont".split()
)
_MARKS_YES_NO = frozenset("kan benar benarkah betul betulkah bukan bukannya bukankah isnt right true".split())
_ENDS_YES_NO = re.compile(
    r"\bya+(?:\s+(?:kak|min|admin|pak|bu|bang|mas|mbak|bro|gan))?\s*(?:[?.!,]|$)", re.IGNORECASE
)  # "itu buat anak SD ya? Cucu saya …"
_ASKS_OPENLY = frozenset("berapa kapan siapa mana bagaimana kenapa mengapa what when who where how why which".split())
_MELTS = re.compile(r"[mp]e(ng?)(?=[aiueo])")
_MELTED = MappingProxyType({"n": "tn", "ng": "k"})
CLEARLY = 0.7  # Zipf: some five times as common
_stemming = threading.Lock()  # a stemmer must not be called by two threads at once


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    if word[-1].isdigit():
        return word
    with _stemming:
        stem = str(_stemmer(language).stemWord(word))
    return _CUT_SHORT.get(stem) or _melted(word, stem) if language == "id" else stem


def _melted(word: str, stem: str) -> str:
    """Return an Indonesian stem with the first letter that melted into what stands before it: "menolak" is "tolak".

    It is the one whose word is the most common; what stands behind "meng" may also have lost none ("mengikuti").
    """
    before = _MELTS.match(word)
    if not before or not word.startswith(before[0] + stem[:2]):
        return stem
    found = max((letter + stem for letter in _MELTED[before[1]]), key=normalise.frequency)
    rival = normalise.frequency(stem) if before[1] == "ng" else normalise.RARE
    return found if normalise.frequency(found) >= rival + CLEARLY else stem


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer("indonesian" if language == "id" else "english")


def detect(text: str) -> str:
    """Return "en" if at least a quarter of the words, and more than are Indonesian, are English; else "id".

    A function word counts for its language, any other word for the one that uses it some ten times as often.
    """
    leanings = [_leaning(word) for word in words(text) if len(word) > 1 and not word[-1].isdigit()]
    english = leanings.count("en")
    return "en" if english > leanings.count("id") and 4 * english >= len(leanings) else "id"


def _leaning(word: str) -> str | None:
    if word in _ENGLISH:
        return "en"
    return "id" if word in _INDONESIAN else normalise.leaning(word)


# A full stop after these does not end a sentence.
_SHORT = frozenset(
    """a.l a.n d.a u.p u.b s.d q.q e.g i.e al an hlm hal hl jl jln gg kab kec kel ds dsn prov dr drs dra ir prof h
    hj kh k.h ust ny tn sdr sdri bpk rm st tb raden mr mrs ms sr jr gov gen col art sec approx incl est vs
    mis misal msl cf jo lih ps psl ay ayt lamp tab gbr fig ed eds et tel telp fax pt cv ud fa rp yth np c.q
    cq""".split()
)
_SHORT_BEFORE_DIGITS = frozenset(
    """no nos nr nomor vol pasal bab jan feb mar apr mei jun jul agu agt ags sep sept okt nov des aug oct dec may
    tgl pkl thn th rt rw blok lt kav km""".split()
)
_GRADED = frozenset(
    """kelas nilai huruf golongan kategori tipe akreditasi jalur grup blok class grade type group""".split()
)
# A run of marks is tried once, and a label has an end: a text of nothing else must not take for ever.
_END = re.compile(r"""(?<![.?!…])(?P<mark>[.?!…]+)(?P<closing>["'”’»)\]]*(?:\[\^[^\]\s]{1,100}\])*)(?= (?P<next>\S))""")
_OPENING = "\"'“‘«([*_¿¡-–—•"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text: joined by spaces they are the text again, its white space collapsed."""
    text = " ".join(text.split())
    found, start = [], 0
    for end in _END.finditer(text):
        if _ends_sentence(text[start : end.start()], end):
            found.append(text[start : end.end()])
            start = end.end() + 1
    return [*found, text[start:]] if text[start:] else found


def _ends_sentence(before: str, end: re.Match[str]) -> bool:
    following = end["next"]
    if end["mark"] != ".":
        return not (end["closing"] and following.islower())  # "Gratis?" tanya warga
    if following.islower():
        return False
    if end["closing"] and not end["closing"].startswith("[^"):
        return True
    *rest, last = before.rsplit(" ", 2)
    last = last.lstrip(_OPENING)
    if not rest and last.rstrip(".").isdigit():  # the number of a list's item
        return False
    return not _is_short(last, rest[-1].lower() if rest else "", following)


def _is_short(word: str, previous: str, following: str) -> bool:
    """Tell whether the full stop after a word belongs to the word."""
    plain = word.lower()
    if plain in _SHORT or re.fullmatch(r"(?:[A-Z][a-z]{0,3}\.)+[A-Z][a-z]{0,3}", word):  # S.E. and M.Si.
        return True
    if plain in _SHORT_BEFORE_DIGITS:
        return following.isdigit()
    return len(word) == 1 and word.isupper() and previous not in _GRADED
