"""Which places, and bodies such as a campus, a question demands: an answer must be about those in particular."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile

from bot.answering.constraints.beyond import beyond, is_abroad
from bot.answering.constraints.constraint import Constraint
from bot.answering.understanding.asides import is_aside
from bot.answering.understanding.clauses import BREAK
from bot.answering.understanding.query import Query
from bot.domain.context import around, own
from bot.domain.documents import Release, Statement
from bot.domain.known_names import WORD, heard_of, names_of, own_names, towns_of
from bot.domain.per_release import once_a_release
from bot.language import specifics
from bot.language.matcher import between_blanks, holds, named_in, says, spoken_of
from bot.language.normalise import is_listed
from bot.language.quantities import AGE, MONEY, MONTHS, RANK, SHARE
from bot.language.registry import EITHER
from bot.language.tokens import words
from bot.language.told import told_units

LEAST_LETTERS = 3  # of a name
_OVERSEAS = ("luar negeri", "abroad", "overseas")  # the same of every other country
_OUTSIDE = ("luar", "outside", "abroad", "overseas")  # what is said of them is said of every place without a name

_COUNT = (  # of what a place has its own: votes, people, a share, where what one gets is the same everywhere
    r"\b(?:berapa (?:ratus |ribu |juta )?(?:%s|mil[iy]ar\w*|triliun)"
    r"|berapa yang (?:(?:sudah|telah) )?(?:jadi|menjadi|ikut|terdaftar|berangkat|menerima)"
    r"|(?:suara|kursi|desa|tps)(?: [^\W_]+){1,8} berapa|ada berapa"
    r"|jumlah\w*|(?<!paling )banyak(?:nya)?|persen\w*|kuota\w*|jatah\w*|alokasi\w*|kebagian"
    r"|(?:be)?kerja ?sama|(?:ber)?mitra"
    r"|how many|number of (?!years|months|days)|votes?|percent\w*|quota|share of|partners?)\b"
)
_HOW_MANY = re.compile(
    r" (?:berapa|how (?:many|much)|jumlah\w*|banyak(?:nya)?|persen\w*|percent\w*|number|share|kuota\w*|quota)(?= )"
)
_WHICH = re.compile(
    r" (?:siapa|whom?|which (?:pair|side|candidate|ticket)s?"
    r"|(?:pasangan|paslon|calon|kubu) (?:yang )?(?:mana|nomor berapa))(?= )"
)
_MONEY = re.compile(
    r"\b(?:(?:berapa|how much) (?:duit|uang|dana|rupiah|juta|mil[iy]ar\w*|triliun|m|money|million|billion)|how much"
    r"|(?:duit|uang|dana|anggaran)(?:nya)?(?: (?!dan\b)[^\W\d_]+){0,2} berapa)\b",
    re.IGNORECASE,
)
_OWN_BODY = re.compile(  # where the asker belongs to, be it named or not
    r"\b(?:(?:kampus|sekolah|desa|kampung|kelurahan|kecamatan|kelompok|masjid|gereja|pesantren|perusahaan)(?:nya)?"
    r" (?:kami|saya|kita|sini)|dari (?:[^\W\d_]+ )?sini"
    r"|(?:my|our) (?:campus|school|college|university|village|mosque|church))\b",
    re.IGNORECASE,
)
_SELF = frozenset("saya aku kami kita".split())  # between them and a name: "kampus kami Contoh"
_ASSEMBLY = frozenset("parlemen dewan gedung legislatif parliament assembly council".split())  # nicknamed by its seat
_BEFORE_NAMES = frozenset(  # behind these stands the name of a place or a body
    """
    di in at kampus universitas univ institut politeknik akademi tinggi stie stikes stt stmik university college campus
    sakit rsud rs puskesmas klinik hospital sma smk smp sman smkn smpn sdn school pt cv bank yayasan masjid gereja
    pesantren ponpes mahasiswa siswa murid dosen alumni students kecamatan kelurahan kec kel kota kabupaten kab
    """.split()
)
_NOT_COUNTED = frozenset({MONEY, SHARE, AGE, RANK, *specifics.DURATIONS})
_NO_NAMES = EITHER | MONTHS
_FOR = frozenset("untuk buat bagi for".split())  # behind these, only what has a capital is a name
_FROM = _FOR | frozenset("dari from of".split())  # behind these, only one of no document: others tell who said it
_GETS = frozenset(  # behind a name that opens the question
    "dapat dapet kebagian menerima terima punya has got gets received".split()
)
_CLAUSES = re.compile(BREAK)


def places(query: Query, asking: str, release: Release) -> Iterator[Constraint]:
    """Yield the places that a question asks about; `asking` are its words between blanks.

    A place that the documents don't name is outside: what they say of all that is outside is about it.
    """
    question, counts = query.asking, asks_for_count(asking, release)
    towns = towns_of(release)
    for names in _beyond(question, asking, release):
        if own_names(release).isdisjoint(names) and not is_aside(asking, names[0]):
            yield Constraint("place", names[0].title(), partial(holds, names), around)
    if counts:
        yield from _counted_of(question, asking, release)
        yield from counted_in(asking, towns)
        yield from _of_own_body(query, release)


def _beyond(question: str, asking: str, release: Release) -> Iterator[tuple[str, ...]]:
    """Yield the places beyond the campaign's own, the said name first, with what is said of all that is outside."""
    for mention in beyond(asking, question, release):
        outside = _OVERSEAS if is_abroad(mention) else _OUTSIDE
        yield tuple(dict.fromkeys((mention.said, *(name for one in mention.places for name in one.names), *outside)))


def asks_for_count(asking: str, release: Release) -> bool:
    """Return whether words ask for what every place has its own count of: votes, people; not who got them."""
    return bool(_count(release).search(asking) and (_HOW_MANY.search(asking) or not _WHICH.search(asking)))


@once_a_release
def _count(release: Release) -> re.Pattern[str]:
    """Return what finds a count that is asked: of people, of what is counted anywhere, or what the documents count."""
    named = (name for names in (*specifics.GROUPS, *specifics.COUNTED) for name in names)
    counted = sorted({*named, *units_of(release)}, key=len, reverse=True)
    return re.compile(_COUNT % "|".join(map(re.escape, counted)), re.IGNORECASE)


@once_a_release
def units_of(release: Release) -> frozenset[str]:
    """Return what the documents' numbers count or measure, but for money, shares and time."""
    told = {unit for one in release.statements.values() for unit in told_units(one.text)}
    return frozenset(unit for unit in told - EITHER - _NOT_COUNTED if len(unit) >= LEAST_LETTERS)


def _of_own_body(query: Query, release: Release) -> Iterator[Constraint]:
    """Yield where the asker belongs to, if what is counted is asked of that: one of the names that are said is its."""
    for clause in filter(_count(release).search, _CLAUSES.split(query.asking)):
        if found := _OWN_BODY.search(clause):
            names = names_of(release).intersection(words(query.question)) - _NO_NAMES
            paid = _MONEY.search(clause) is not None
            yield Constraint("place", found[0], partial(holds, names), _paying if paid else _counting)


def _counted_of(question: str, asking: str, release: Release) -> Iterator[Constraint]:
    said = [word for word in WORD.findall(question) if word.lower() not in _SELF]
    within = _paying if _MONEY.search(asking) else own
    for place in _bodies(said, release):
        name = between_blanks(said[place]).strip()
        if says(asking, name) and not is_aside(asking, name):
            rest = takewhile(lambda word: word[0].isupper(), said[place + 1 :])
            yield Constraint("place", " ".join((said[place], *rest)), partial(holds, (name,)), within)


def _bodies(said: Sequence[str], release: Release) -> Iterator[int]:
    """Yield where places and bodies are named: by a name of the documents where names stand, or by one of no document.

    The latter has a capital or is no ordinary word. Where every word has a capital, that tells nothing.
    """
    capitals_tell = any(word[0].islower() for word in said[1:])
    for place, (before, word, behind) in enumerate(zip(("", *said), said, (*said[1:], ""), strict=False)):
        plain, ahead = between_blanks(word).strip(), before.lower()
        if len(plain) < LEAST_LETTERS or plain in _NO_NAMES:
            continue
        if _ASSEMBLY.intersection(word.lower() for word in said[max(0, place - 2) : place]):
            continue
        stands = ahead in _BEFORE_NAMES if before else behind.lower() in _GETS
        is_capital = capitals_tell and bool(before) and word[0].isupper()
        if plain.removesuffix("nya") in heard_of(release):
            gets = behind.lower() in _GETS and _MONEY.search(" ".join(said))
            is_name = plain in names_of(release) and bool(gets or (before and (stands or ahead in _FOR)))
        elif is_listed(plain):
            goes_on = before[:1].isupper() and ahead not in EITHER  # a name of two words
            is_name = is_capital and (stands or goes_on or ahead in _FROM)
        else:
            is_name = stands or is_capital
        if is_name:
            yield place


def counted_in(asking: str, towns: tuple[tuple[str, ...], ...]) -> Iterator[Constraint]:
    """Yield the towns of which a count is asked."""
    for names in named_in(asking, towns):
        each = (name for town in towns for name in town if name not in names)
        longer = tuple(town for town in each if any(f" {name} " in f" {town} " != f" {name} " for name in names))
        if _says_but(longer, names, asking):
            within = _paying if _MONEY.search(asking) else _counting
            yield Constraint("place", names[0].title(), partial(_holds_but, longer, names), within)


def _counting(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what those statements say that count: the wage of a town tells nothing of how many live there."""
    return own((one for one in statements if _tells_a_count(one.text)), release)


def _paying(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what those statements say that tell an amount of money: how many study there tells nothing of it."""
    return own((one for one in statements if tells_money(one.text)), release)


def tells_money(text: str) -> bool:
    """Return whether a document's text holds an amount of money."""
    return MONEY in told_units(text)


def _tells_a_count(text: str) -> bool:
    """Return whether a document's text holds a number of anything but money."""
    return any(unit not in (MONEY, RANK) for unit in told_units(text))


def _holds_but(longer: Iterable[str], names: Iterable[str], text: str) -> bool:
    """Tell whether a text holds a name that is no part of a longer one: "Contoh" is not told of by "Contoh Barat"."""
    return _says_but(longer, names, spoken_of(text))


def _says_but(longer: Iterable[str], names: Iterable[str], spoken: str) -> bool:
    for other in longer:
        spoken = spoken.replace(f" {other} ", " ")
    return any(says(spoken, name) for name in names)
