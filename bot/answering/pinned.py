"""What a question pins down (a year, a place, an office …), and whether the statements chosen are about that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import dropwhile, takewhile

from bot.answering import extractive
from bot.answering.naming import between_blanks, holds, named_in, says, spoken_of
from bot.answering.retrieval import Findings
from bot.domain.documents import Release, Statement
from bot.domain.levels import UP_TO
from bot.domain.numbers import SPAN, YEAR, years
from bot.domain.words import specifics, stop_words

NEARLY = 0.5  # share of the best one's score that a statement must have that is chosen for what is pinned down
MOST_HEADED = 2  # words behind "ketua" that say of what

_VOTE = re.compile(rf"\b(?:pil\w+|pemilu|election|debat\w*|debate)\b(?:\s+[^\W\d_]+)?\s+({YEAR.pattern})", re.I)
_ONLY_IN = re.compile(  # a place that is asked for by itself, though the documents may only hold the whole
    r"\b(?:khusus(?:nya)? di|only in|just in|specifically in) (?:kota |kab |kabupaten )?([^\W\d_]{4,})", re.IGNORECASE
)
_COUNT = re.compile(  # of what a place has its own: votes and people, where an amount is the same everywhere
    r"\b(?:berapa (?:orang|suara|mahasiswa|siswa|guru|pemilih|penerima|peserta|desa|kursi)|jumlah\w*|banyak(?:nya)?"
    r"|persen\w*|how many|number of|votes?|percent\w*)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\b(?:Kabupaten|Kota|Regency of|City of) ((?:[A-Z]\w+ ?){1,3})(?:\((\w+)\))?")
_WHO = re.compile(r"\b(?:siapa\w*|nama(?:nya)?|who|whom|name)\b", re.IGNORECASE)
_COMPASS = re.compile(rf"(?<= )([^\W\d_]{{4,}}) (?:{'|'.join(specifics.COMPASS)})(?= )")
_ANY_STAGE = "|".join(specifics.STAGES)
_STAGES = re.compile(rf"(?<!\w)({_ANY_STAGE}){UP_TO}({_ANY_STAGE})(?!\w)")
_FORMS = tuple(  # what is asked for by its form, and how that form looks
    (re.compile(asked, re.IGNORECASE), re.compile(given, re.IGNORECASE))
    for asked, given in (
        (
            r"\b(?:jam|pukul)(?= berapa\b)|(?<=\bwhat )time\b",
            r"\b(?:jam|pukul|at) \d|\d[.:]\d\d (?:wita|wib|wit|am|pm)\b",
        ),
        (r"\bhari(?= apa\b)|(?<=\bwhat )day\b", r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|day\b"),
        (
            r"\b(?:nomor|no)(?: \w+){0,4}(?= berapa\b)|(?<=\bberapa )nomor\b",
            r"(?:nomor|no\.?)(?: urut)? \d|\d+/|\b(?:uu|pp|pasal) \d",
        ),
        (
            r"(?<=\bberapa )anggaran(?:nya)?\b|\banggaran(?:nya)?\b(?=.*\bberapa\b)|\bbudget\b",
            r"\brp|\b(?:juta|miliar|triliun|million|billion|trillion)\b",
        ),
    )
)
_CHANGEABLE = frozenset({"place", "level"})
_INSURANCE = " bpjs tk "  # no kindergarten
_IN_SERIES = frozenset(name for names in specifics.SERIES for name in names)
_LINKS = frozenset("of the dari di".split())
_PLAIN = stop_words.INDONESIAN | stop_words.ENGLISH


@dataclass(frozen=True, slots=True)
class Pin:
    """One thing that a question is about, so that an answer must be about it, too."""

    kind: str  # year, place, level, office, group, topic: `not-found-<kind>` says that it is not held
    said: str  # in the asker's words
    meets: Callable[[str], bool]  # tells whether a text is about it
    within: Callable[[Iterable[Statement], Release], Iterator[str]]  # yields the texts of which one must be about it


def choose(
    question: str, findings: Findings, release: Release, *, settles: bool
) -> tuple[Sequence[Statement], Pin | None]:
    """Return the statements that answer a question, and what it pins down that none of them is about, if anything.

    Where the best are not about the asked place or level, others that are and fit nearly as well are chosen: of other
    things, others are about something else (measured: 1 right and 5 wrong). A question that is to be settled ("… kan?")
    may name what is not so: it only pins down what no statement at all is about.
    """
    asked = tuple(pins(question, release))
    chosen = extractive.choose(findings, release, question)
    lacking = _lacking(asked, chosen, release)
    if lacking and lacking.kind in _CHANGEABLE and (about := _about(asked, findings, release)):
        others = extractive.choose(about, release, question)
        if not _lacking(asked, others, release):
            return others, None
    if lacking and settles:
        lacking = _lacking(asked, tuple(release.statements.values()), release)
    return chosen, lacking


def missing(question: str, statements: Sequence[Statement], release: Release) -> Pin | None:
    """Return the first thing that a question pins down and none of the statements is about, None if there is none.

    A section is also about what its headings, other statements and dates name: the ruling of 2025 on the vote of 2024.
    """
    return _lacking(tuple(pins(question, release)), statements, release)


def _lacking(asked: Sequence[Pin], statements: Sequence[Statement], release: Release) -> Pin | None:
    return next((pin for pin in asked if not any(map(pin.meets, pin.within(statements, release)))), None)


def _about(asked: Sequence[Pin], findings: Findings, release: Release) -> Findings | None:
    """Return the findings that fit nearly as well as the best and are about all that is pinned down."""
    least = NEARLY * max(one.score for one in findings.found)
    found = [one for one in findings.found if one.score >= least and _meets_all(asked, one.statement, release)]
    return replace(findings, found=tuple(found)) if found else None


def pins(question: str, release: Release) -> Iterator[Pin]:
    """Yield what a question pins down."""
    spoken, without = between_blanks(question), _without_vote(question, release)
    for year in dict.fromkeys(YEAR.findall(without)):
        yield Pin("year", year, partial(_is_of_year, year), _around)
    for vote in _VOTE.finditer(without):
        yield Pin("year", vote[1], partial(_names_year, vote[1]), _around)
    yield from _places(spoken, release)
    for stage in sorted(_stages(question) - specifics.COMMON_STAGES):
        yield Pin("level", stage.upper(), partial(_is_of_stage, stage), _around_for_stages)
    yield from _named("level", specifics.COURSES, spoken)
    if _WHO.search(question):
        yield from _offices(spoken)
    if specifics.BENEFITS & set(spoken.split()):
        yield from _named("group", specifics.GROUPS, spoken)
    yield from _named("topic", specifics.PROGRAMS, spoken)
    yield from _named("topic", specifics.DETAILS, spoken)
    yield from _series(spoken)
    for asked, given in _FORMS:
        if found := asked.search(question):
            yield Pin("topic", found[0].lower(), partial(_matches, given), _own)


def _without_vote(question: str, release: Release) -> str:
    """Return a question without the year of a vote that the documents are about: "Pilkada 2024" only names it."""
    if not _VOTE.search(question):
        return question
    held = {vote[1] for one in release.statements.values() for vote in _VOTE.finditer(one.text)}
    return _VOTE.sub(lambda vote: " " if vote[1] in held else vote[0], question)


def _is_of_year(year: str, text: str) -> bool:
    return year in years(text)


def _names_year(year: str, text: str) -> bool:
    """Tell whether a text names a year itself: who held office 2018–2023 says nothing about the vote of 2018."""
    return year in YEAR.findall(SPAN.sub(" ", text))


def _places(spoken: str, release: Release) -> Iterator[Pin]:
    """A place that the documents don't name is outside: what they say of all that is outside is about it."""
    points = [(found[0],) for found in _COMPASS.finditer(spoken) if found[1] not in _PLAIN]
    places, only = [*named_in(spoken, specifics.PLACES), *points], _ONLY_IN.findall(spoken)
    known = _own_names(release) if places or only else frozenset()
    for names in places:
        if names[0] not in known:
            yield Pin("place", names[0].title(), partial(holds, (*names, *specifics.OUTSIDE)), _around)
    for name in only:
        if name not in known:
            yield Pin("place", name.title(), partial(holds, (name,)), _own)
    if _COUNT.search(spoken):
        for names in named_in(spoken, _towns(release)):
            yield Pin("place", names[0].title(), partial(holds, names), _own)


def _own_names(release: Release) -> frozenset[str]:
    """Return the names that nearly every question holds: the campaign's own place among them."""
    return frozenset(spoken_of(name).strip() for own, others in release.names.items() for name in (own, *others))


def _towns(release: Release) -> list[tuple[str, ...]]:
    """Return the towns and regencies that the documents call so, by all their names."""
    told = (names for one in release.statements.values() for names in _told_towns(one.text, one.headers))
    return [tuple(filter(None, map(str.strip, map(str.lower, names)))) for names in dict.fromkeys(told)]


@lru_cache(maxsize=2000)
def _told_towns(text: str, headers: str) -> tuple[tuple[str, ...], ...]:
    """The names of the towns and regencies that a statement tells of, kept."""
    return tuple(found.groups("") for found in _TOWN.finditer(text + headers))


def _series(spoken: str) -> Iterator[Pin]:
    """Yield which one of several that come one after another is meant: "debat ketiga"."""
    said = frozenset(spoken.split())
    for names in specifics.SERIES if said & _IN_SERIES else ():
        for ordinals in specifics.ORDINALS:
            if found := _one_of_series(names, ordinals).search(spoken):
                yield Pin("topic", found[0].strip(), partial(_tells_of, names, ordinals), _around)


def _tells_of(names: tuple[str, ...], ordinals: tuple[str, ...], text: str) -> bool:
    return _one_of_series(names, ordinals).search(spoken_of(text)) is not None


@cache
def _one_of_series(names: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of a series in words between blanks; all of them come from `specifics`."""
    name, ordinal = (f"(?:{'|'.join(words)})" for words in (names, ordinals))
    between = r"(?:[^\W\d_]+ )?"
    return re.compile(rf"(?<= ){name} {between}(?:ke )?{ordinal}(?= )|(?<= ){ordinal} {between}{name}(?= )")


def _is_of_stage(stage: str, text: str) -> bool:
    """Tell whether a text is about a stage of education: what names none is about all of them."""
    named = _told_stages(text)
    return stage in named or not named


@lru_cache(maxsize=2000)
def _told_stages(text: str) -> frozenset[str]:
    """The stages that a document's text names, kept; a voter's question must not stay in memory."""
    return _stages(text)


def _stages(text: str) -> frozenset[str]:
    """Return the stages of education that a text names, those within spans ("PAUD sampai SMP", "D3–S3") too."""
    order, spoken = specifics.STAGES, between_blanks(text).replace(_INSURANCE, " ")
    within = [order[order.index(first) : order.index(last) + 1] for first, last in _STAGES.findall(text.lower())]
    named = (stage for stage, names in specifics.STAGE_NAMES.items() if any(says(spoken, one) for one in names))
    return frozenset((*named, *(stage for span in within for stage in span)))


def _offices(spoken: str) -> Iterator[Pin]:
    for names in named_in(spoken, specifics.OFFICES):
        yield Pin("office", names[0], partial(holds, names), _own)
    for names in named_in(spoken, specifics.HEADS):
        behind = spoken.partition(f" {names[0]} ")[2].split()
        headed = list(takewhile(lambda word: word not in _PLAIN, dropwhile(_LINKS.__contains__, behind)))
        wanted = [names, *((word,) for word in headed[:MOST_HEADED])]
        yield Pin("office", " ".join([names[0], *headed[:MOST_HEADED]]), partial(_holds_all, wanted), _own)


def _named(kind: str, names: Sequence[tuple[str, ...]], spoken: str) -> Iterator[Pin]:
    return (Pin(kind, found[0], partial(holds, found), _around) for found in named_in(spoken, names))


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _holds_all(wanted: Iterable[Iterable[str]], text: str) -> bool:
    return all(holds(names, text) for names in wanted)


def _meets_all(asked: Sequence[Pin], statement: Statement, release: Release) -> bool:
    return all(any(map(pin.meets, _own([statement], release))) for pin in asked)


def _own(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what each statement itself says, in both languages."""
    for one in statements:
        yield " | ".join((one.text, one.headers, *((one.twin.text, one.twin.headers) if one.twin else ())))


def _around(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what is said around statements, and the questions that people ask for them."""
    statements = tuple(statements)
    for one in statements:
        yield from one.aliases
    for key in dict.fromkeys(one.section for one in statements):
        section = release.sections[key]
        document = release.by_path[section.document]
        yield from (document.title, document.twin_title or "", section.title, section.twin_title or "", *section.path)
        yield from _own(section.statements, release)
        yield from (note.as_of for one in section.statements for note in one.footnotes if note.as_of)


def _around_for_stages(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield the text that tells for which stages each statement is: its own, or its section's, or its document's.

    An item of a list speaks for itself: its neighbours are about other things.
    """
    for one in statements:
        alone = " ".join(_own([one], release))
        if one.group is not None or _told_stages(alone):
            yield alone
            continue
        section = " ".join(_own(release.sections[one.section].statements, release))
        document = " ".join(_own(release.by_path[one.document].statements, release))
        yield section if _told_stages(section) else document
