"""What a question pins down (a year, a place, an office …), and whether the statements chosen are about that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import dropwhile, islice, takewhile

from rapidfuzz import fuzz

from bot.answering.constraints import particular
from bot.answering.constraints.constraint import Pin, unmet
from bot.answering.constraints.education import levels_of
from bot.answering.constraints.groups import groups
from bot.answering.constraints.homes import homes
from bot.answering.constraints.places import own_names, places, town_told, towns_of
from bot.answering.constraints.scope import around, own, told_years
from bot.answering.constraints.sectors import sectors
from bot.answering.retrieval.findings import Findings
from bot.answering.selection import select
from bot.answering.understanding.asides import asked_years, without_asides, without_supposed
from bot.answering.understanding.query import Sought
from bot.domain.documents import Release, Statement
from bot.domain.per_release import once_a_release
from bot.language import specifics
from bot.language.matcher import between_blanks, holds, named_in, spoken_of
from bot.language.normalise import LEAST_RATIO
from bot.language.quantities import SPAN, YEAR
from bot.language.registry import EITHER

NEARLY = 0.5  # share of the best one's score that a statement must have that is chosen for what is pinned down
_WHO_NEAR = 2  # words before one of somebody's family of which one asks who: "siapa nama istrinya"
MOST_HEADED = 2  # words behind "ketua" that say of what

_VOTE = re.compile(
    rf"\b(?:pil\w+|pemilu|election|debat\w*|debate|kampanye|campaign)\b(?:\s+[^\W\d_]+)?\s+({YEAR.pattern})", re.I
)
_WHO = re.compile(r"\b(?:siapa\w*|nama(?:nya)?|who|whom|name)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sejak|since)(?: (?!sejak|since)[\w.]+){0,3} ((?:19|20)\d\d)\b", re.IGNORECASE)
_IN_OFFICE = frozenset("gubernur wagub wakil wakilnya calon pak bu bupati walikota governor".split())
_MONEY = r"\brp|\b(?:juta|miliar|triliun|million|billion|trillion)\b"
_HOW_MUCH = (
    r"(?<=\bberapa )(?:rupiah|uang|duit)\b|(?<=\bhow much )money\b"
    r"|\b(?:denda|uang saku|harga|tarif|honor|gaji|biaya|ongkos|santunan)(?:nya)?(?= (?:itu |tuh? )?berapa\b)"
)
_HOW_LONG = r"(?<=\bberapa )(?:lama|hari|minggu|jam)\b(?! sekali)|\bhow long\b|(?<=\bhow many )(?:days|weeks|hours)\b"
_TIME_SPENT = (  # or from when to when
    r"\b(?:\d+|satu|dua|tiga|empat|lima|enam|delapan|one|two|three|four|five|six|eight)[ ×x\d–-]*"
    r"(?:jam|hari|minggu|bulan|tahun|semester|hours?|days?|weeks?|months?|years?|semesters?)\b"
    r"|\bse(?:hari|minggu|bulan|tahun)\b|\b(?:sejak|sampai|hingga|until|since)\b|\d [^\W\d_]*[–-]\d?"
)
_AWAITED = (  # so that it has no number yet
    r"\b(?:menunggu|belum (?:ada|(?:di)?terbit\w*|ditetapkan|keluar)|awaits?|awaiting|waiting for|not yet)\b"
)
_FORMS = tuple(  # what is asked for by its form, and how that form looks
    (re.compile(asked, re.IGNORECASE), re.compile(given, re.IGNORECASE))
    for asked, given in (
        (
            r"\b(?:jam|pukul)(?= berapa\b)|(?<=\bwhat )time\b",
            r"\b(?:jam|pukul|at) \d|\d[.:]\d\d (?:wita|wib|wit|am|pm)\b",
        ),
        (r"\bhari(?= apa\b)", r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|day\b"),
        (r"(?<=\bwhat )day\b", r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|day\b|\b\d{1,2} [A-Z]"),
        (
            r"\b(?:nomor|no)(?! (?:urut )?(?:\d|satu|dua|tiga)\b)(?: \w+){0,4}(?= berapa\b)|(?<=\bberapa )nomor\b",
            rf"(?:nomor|no\.?)(?: urut)? \d|\d+/|\b(?:uu|pp|pasal) \d|{_AWAITED}",
        ),
        (
            r"(?<=\bberapa )anggaran(?:nya)?\b|(?<!tahun )\banggaran(?:nya)?\b(?=.*\bberapa\b)|\bbudget\b",
            _MONEY,
        ),
        (_HOW_MUCH, rf"{_MONEY}|\b(?:ribu|rupiah|thousand)\b"),
        (_HOW_LONG, _TIME_SPENT),
    )
)
_MEASURED = re.compile(r" (?:berapa|how many) ([^\W\d_]+)(?= )")
_UNTOLD = re.compile(  # that the number is not known is told, too
    r"\b(?:angka|besaran|jumlah|nilai|nominal|figures?|amounts?|number|sum)\b[^.:]*"
    r"\b(?:tidak (?:ada|di\w+|ter\w+|menyebut)|not|no)\b|\b(?:tidak menyebut|not (?:say|state|give)|gives? no)\b"
    r"[^.:]*\b(?:angka|besaran|jumlah|nilai|figures?|amounts?|number)\b",
    re.IGNORECASE,
)
_CHANGEABLE = frozenset({"place", "level", "office"})
_IN_SERIES = frozenset(name for names in specifics.SERIES for name in names)
_VOTING = re.compile(
    r"\b(?:pil(?:gub|kada|pres|eg|kades)|pemilu\w*|pemilihan|(?:ber)?suara\w*|elections?|votes?)\b", re.IGNORECASE
)
_BESIDES = re.compile(  # what is got as well is an example of all others: "dapat KIP, boleh dobel?"
    r" (?:dobel|double|doble|rangkap|merangkap|sekaligus|sekalian|bersamaan|barengan|bareng|tumpang tindih|dua-duanya"
    r"|both|at the same time|on top of|besides|as well|together)(?= )"
)
_LINKS = frozenset("of the dari di".split())
_BODIES = frozenset("partai party republik republic negara".split())  # what somebody heads is told behind
_ENDS = EITHER | frozenset("sebelum sesudah setelah before after".split())


def choose(
    sought: Sought, findings: Findings, release: Release, *, settles: bool, is_whole: bool = True
) -> tuple[Sequence[Statement], Pin | None]:
    """Return the statements that answer a question, and what it pins down that none of them is about, if anything.

    Where the best are not about the asked place or level, others that are and fit nearly as well are chosen: of other
    things, others are about something else (measured: 1 right and 5 wrong). A question that is to be settled ("… kan?")
    may name what is not so: it only pins down what no statement at all is about.
    """
    chosen = select.choose(findings, release, sought, is_whole=is_whole)
    asked = [pin for pin in pins(sought, release) if not particular.is_other_told(pin, sought, chosen[0])]
    lacking = unmet(asked, chosen, release)
    if lacking and lacking.kind in _CHANGEABLE and (about := _about(asked, findings, release)):
        others = select.choose(about, release, sought, is_whole=is_whole)
        if not unmet(asked, others, release):
            return others, None
    if lacking and settles and not particular.is_of_it_alone(lacking, sought):
        if particular.is_settled(lacking, sought, chosen[0]):
            return chosen, None
        lacking = unmet((replace(one, beside=()) for one in asked), tuple(release.statements.values()), release)
    if lacking and particular.is_asked_besides(asked, sought, chosen, release):
        lacking = replace(lacking, is_besides=True)
    return chosen, lacking


def missing(sought: Sought, statements: Sequence[Statement], release: Release) -> Pin | None:
    """Return the first thing that a question pins down and none of the statements is about, None if there is none.

    A section is also about what its headings, other statements and dates name: the ruling of 2025 on the vote of 2024.
    """
    return unmet(tuple(pins(sought, release)), statements, release)


def _about(asked: Sequence[Pin], findings: Findings, release: Release) -> Findings | None:
    """Return the findings that fit nearly as well as the best and are about all that is pinned down."""
    least = NEARLY * max(one.score for one in findings.found)
    found = [one for one in findings.found if one.score >= least and _meets_all(asked, one.statement, release)]
    return replace(findings, found=tuple(found)) if found else None


def pins(sought: Sought, release: Release) -> Iterator[Pin]:
    """Yield what a question pins down: what is told by the way is nothing that it asks about."""
    question, asked = sought.said, sought.asking
    spoken, asking = between_blanks(question), without_asides(between_blanks(asked))
    yield from _years(sought, asking, release)
    yield from places(sought, asking, release)
    yield from homes(sought, asking, release)
    yield from levels_of(sought, asking)
    yield from _named("level", specifics.COURSES, asking)
    if _WHO.search(asking):
        yield from _offices(asking, release)
    if specifics.SAME_FOR_ALL.isdisjoint(spoken.split()):
        yield from (_pin("group", names) for names in groups(question, asked))
    yield from _family(asking, release)
    if not _BESIDES.search(asking):
        yield from _named("topic", specifics.PROGRAMS, asking)
    yield from _named("topic", specifics.DETAILS, without_supposed(asking))
    yield from sectors(question, release)
    yield from _series(asking)
    if found := _MEASURED.search(asking):
        yield from _named("topic", specifics.MEASURES, f" {found[1]} ")
    for form, given in _FORMS:
        if found := form.search(question):
            yield Pin("topic", found[0].lower(), partial(_gives, given), own)


def _years(sought: Sought, asking: str, release: Release) -> Iterator[Pin]:
    """Yield the years that are asked about, each to be told together with the town and with what is wanted."""
    without = _without_vote(asked_years(sought.asking, sought.said), release)
    years_in = dict.fromkeys(YEAR.findall(without))
    if not years_in:
        return
    of_year = _names_year if _VOTING.search(sought.said) else _is_of_year
    if _WHO.search(asking):
        of_year = partial(_is_in_office, of_year, release.manifest.created.year)
    # Of several years, which one what is asked holds for can't be told.
    beside = (sought.is_given if sought.gives else None, town_told(asking, release)) if len(years_in) == 1 else ()
    told = tuple(filter(None, beside))
    for year in years_in:
        yield Pin("year", year, partial(of_year, year), around, told)
    for vote in _VOTE.finditer(without):
        yield Pin("year", vote[1], partial(_names_year, vote[1]), around, told)


def _without_vote(question: str, release: Release) -> str:
    """Return a question without the year of a vote that the documents are about: "Pilkada 2024" only names it."""
    if not _VOTE.search(question):
        return question
    return _VOTE.sub(lambda vote: " " if vote[1] in _votes_of(release) else vote[0], question)


@once_a_release
def _votes_of(release: Release) -> frozenset[str]:
    """Return the years of the votes that the documents are about."""
    return frozenset(vote[1] for one in release.statements.values() for vote in _VOTE.finditer(one.text))


def _is_of_year(year: str, text: str) -> bool:
    return year in told_years(text)


def _is_in_office(of_year: Callable[[str, str], bool], now: int, year: str, text: str) -> bool:
    """Tell whether a text is of a year, or of all since one before: who leads since 2025 also does in 2026."""
    return of_year(year, text) or any(since <= year <= str(now) for since in _SINCE.findall(text))


def _names_year(year: str, text: str) -> bool:
    """Tell whether a text names a year itself: who held office 2018–2023 says nothing about the vote of 2018."""
    return year in YEAR.findall(SPAN.sub(" ", text))


def _family(asking: str, release: Release) -> Iterator[Pin]:
    """Yield whose family is asked about, as far as it is that of somebody named or in office."""
    for names in named_in(asking, specifics.FAMILY):
        people = {name.split()[0] for name in own_names(release)} | _IN_OFFICE
        before, after = re.split(rf" {names[0]}(?:nya)?(?= )", asking, maxsplit=1)
        behind = after.split()
        if (behind and behind[0] in people) or any(map(_WHO.fullmatch, before.split()[-_WHO_NEAR:])):
            yield Pin("topic", names[0], partial(holds, _with_deeds(names)), around)


def _series(spoken: str) -> Iterator[Pin]:
    """Yield which one of several that come one after another is meant: "debat ketiga"."""
    said = frozenset(spoken.split())
    for names in specifics.SERIES if said & _IN_SERIES else ():
        for ordinals in specifics.ORDINALS:
            if found := _one_of_series(names, ordinals).search(spoken):
                yield Pin("topic", found[0].strip(), partial(_tells_of, names, ordinals), around)


def _tells_of(names: tuple[str, ...], ordinals: tuple[str, ...], text: str) -> bool:
    return _one_of_series(names, ordinals).search(spoken_of(text)) is not None


@cache
def _one_of_series(names: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of a series in words between blanks; all of them come from `specifics`."""
    name, ordinal = (f"(?:{'|'.join(words)})" for words in (names, ordinals))
    between = r"(?:[^\W\d_]+ )?"
    return re.compile(rf"(?<= ){name} {between}(?:ke )?{ordinal}(?= )|(?<= ){ordinal} {between}{name}(?= )")


def _offices(spoken: str, release: Release) -> Iterator[Pin]:
    for names in named_in(spoken, specifics.OFFICES):
        yield Pin("office", names[0], partial(holds, _with_deeds(names)), own)
    for names in named_in(spoken, specifics.HEADS):
        behind = re.split(rf" {names[0]}(?:nya)?(?= )", spoken, maxsplit=1)[1].split()
        named = takewhile(lambda word: word not in _ENDS, dropwhile(_LINKS.__contains__, behind))
        headed = list(islice((word for word in named if word not in _BODIES), MOST_HEADED))
        of_towns = named_in(f" {' '.join(behind)} ", towns_of(release))
        wanted = [names, *((word,) for word in headed), *of_towns]
        yield Pin("office", " ".join([names[0], *headed]), partial(_holds_all, wanted), own)


def _with_deeds(names: Sequence[str]) -> tuple[str, ...]:
    """Return names with what texts tell that somebody did who is called so."""
    return (*names, *(deed for name in names for deed in specifics.DEEDS.get(name, ())))


def _named(kind: str, names: Sequence[tuple[str, ...]], spoken: str) -> Iterator[Pin]:
    return (_pin(kind, found) for found in named_in(spoken, names))


def _pin(kind: str, names: Sequence[str]) -> Pin:
    return Pin(kind, names[0], partial(holds, _with_deeds(names)), around)


def _gives(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None or _UNTOLD.search(text) is not None


def _holds_all(wanted: Iterable[Sequence[str]], text: str) -> bool:
    return all(holds(names, text) or _holds_misspelt(names, text) for names in wanted)


def _holds_misspelt(names: Sequence[str], text: str) -> bool:
    """Tell whether a text holds a single name but for a letter: what heads are of is seldom a word to be corrected."""
    return len(names) == 1 and any(
        word[0] == names[0][0] and fuzz.ratio(word, names[0]) >= LEAST_RATIO for word in spoken_of(text).split()
    )


def _meets_all(asked: Sequence[Pin], statement: Statement, release: Release) -> bool:
    return all(any(map(pin.meets, own([statement], release))) for pin in asked)
