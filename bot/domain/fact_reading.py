"""Reads facts from statements: from the rows of tables, and from sentences whose form is understood.

A form is understood if it tells one value of a unit, or several of which each says at once for whom it is. Anything
else tells no fact: the sentence is quoted all the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.documents import Document, Release, Section, Statement
from bot.domain.facts import Comparator, Fact, Measure, Qualifier, Scope, Value, measure_of
from bot.domain.known_names import towns_of
from bot.domain.per_release import once_a_release
from bot.domain.qualifiers import Towns, inherited, qualifiers_of
from bot.domain.sentence_reading import Number, Reading, bound_at, per, read
from bot.language import specifics
from bot.language.fact_words import PATTERNS
from bot.language.quantities import UNITS, Date, dates, quantities
from bot.language.tokens import words

_JUST_BEFORE = 24  # characters before a day in which a word tells what it is the day of
_CELL = " | "
_THINGS = frozenset((*UNITS.values(), *(one for names in (*specifics.COUNTED, *specifics.MEASURES) for one in names)))
_TRAILING = re.compile(r"[\s,;.]+(?:(?:dan|and|atau|or)\s*)?$")


@once_a_release
def facts_in(release: Release) -> Mapping[str, Callable[[str], tuple[Fact, ...]]]:
    """Return language → what returns the facts of a statement by its id; each is read when it is first asked for."""
    return {language: _Kept(release, language) for language in release.lexicons}


class _Kept:
    """The facts of a release's statements in one language, kept."""

    def __init__(self, release: Release, language: str) -> None:
        # No reference to the release itself, which would keep it: what is worked out goes with it.
        self._statements, self._sections = release.statements, release.sections
        self._documents, self._towns = release.by_path, towns_of(release)
        self._language, self._known = language, dict[str, tuple[Fact, ...]]()

    def __call__(self, key: str) -> tuple[Fact, ...]:
        if key not in self._known:
            one = self._statements[key]
            section = self._sections[one.section]
            self._known[key] = facts_of(
                *shown(one, section, self._documents[one.document], self._language), self._towns
            )
        return self._known[key]


def shown(statement: Statement, section: Section, document: Document, language: str) -> tuple[Statement, str, str]:
    """Return a statement and its section's title as they are shown in a language, and in which they then are."""
    twin = statement.twin
    if twin and language != document.language:
        title = section.twin_title or section.title
        return replace(statement, text=twin.text, headers=twin.headers, footnotes=twin.footnotes), title, language
    return statement, section.title, document.language


def facts_of(statement: Statement, title: str, language: str, towns: Towns = ()) -> tuple[Fact, ...]:
    """Return the facts that a statement in a language tells, under a title, in the order of its text."""
    if statement.headers:
        return tuple(_of_row(statement, title, language, towns))
    if statement.text.endswith(":"):
        return ()
    sentence = read(statement.text, language, towns)
    return (*_of_numbers(statement, title, sentence), *_of_dates(statement, title, sentence))


def _of_row(statement: Statement, title: str, language: str, towns: Towns) -> Iterator[Fact]:
    label, *cells = statement.text.split(_CELL)
    _, *columns = statement.headers.split(_CELL)
    for column, cell in zip(columns, cells, strict=False):
        scope = qualifiers_of(f"{label} {column}", towns, title)
        qualifiers = (*scope, Qualifier(Scope.ROW, label))
        for number, piece in enumerate(cell.split(";")):
            text = piece.strip()
            held = quantities(f"{column}: {text}", language)[len(quantities(f"{column}:", language)) :]
            value = Value(Measure.TEXT, text)
            if len(held) == 1:
                (one,) = held
                value = Value(
                    measure_of(one.unit),
                    one.text,
                    one.value,
                    one.unit,
                    *per(text, text.find(one.text) + len(one.text)),
                )
            bound = bound_at(f"{column} {text}", len(column) + 1 + max(0, text.find(value.text)))
            yield _fact(statement, column, qualifiers, value, bound, disputed=number > 0)


def _of_numbers(statement: Statement, title: str, sentence: Reading) -> Iterator[Fact]:
    main: dict[tuple[Measure, str], Fact] = {}
    for place, clause in enumerate(sentence.clauses):
        numbers = [one for one in sentence.within(clause) if not sentence.is_aside(one)]
        for group in dict.fromkeys(one.group for one in numbers):
            held = [one for one in numbers if one.group == group]
            for number, qualifiers in _told(held, numbers, clause, sentence, title):
                fact = _number_fact(statement, title, number, qualifiers, sentence, disputed=place > 0)
                if len(held) == 1:
                    fact = _of_same(fact, main.setdefault(group, fact))
                yield fact
    yield from _of_asides(statement, title, sentence)


def _told(
    held: Sequence[Number], numbers: Sequence[Number], clause: tuple[int, int], sentence: Reading, title: str
) -> Iterator[tuple[Number, tuple[Qualifier, ...]]]:
    """Yield the numbers of one unit in a clause, each with its qualifiers; none if it is not clear which are whose.

    A number of no unit may be of the same: then each must say for whom it is.
    """
    measure, unit = held[0].group
    if measure is Measure.TEXT or (measure is Measure.COUNT and unit not in _THINGS):
        return
    if len(held) == 1 and all(one.quantity.unit for one in numbers):
        yield held[0], qualifiers_of(sentence.plain[slice(*clause)], sentence.towns, title)
        return
    ends = [next((one.start for one in numbers if one.start > number.start), clause[1]) for number in held]
    tails = [
        _for_whom(sentence.plain[number.end : end], sentence.towns) for number, end in zip(held, ends, strict=True)
    ]
    if all(tails):
        yield from zip(held, tails, strict=True)


def _for_whom(tail: str, towns: Towns) -> tuple[Qualifier, ...]:
    """Return for whom a value is, told at once behind it: "35 tahun untuk S2"; nothing if that isn't told."""
    each, _ = per(tail, 0)
    rest = tail.replace(each, "", 1).strip() if each else tail.strip()
    found = PATTERNS["for"].match(rest)
    if not found:
        return ()
    said = _TRAILING.sub("", rest).split(",")[0]
    named = qualifiers_of(said, towns)
    is_whole = len(words(said)) > 1 and said[-1].isalpha() and not re.search(r"\d", said)
    return named or ((Qualifier(Scope.FOR, said),) if is_whole else ())


def _of_same(fact: Fact, first: Fact) -> Fact:
    """Return what another source says, with what it leaves out: for whom it is, and what it is per."""
    per_unit = fact.value.per_unit or first.value.per_unit
    qualifiers = inherited(fact.qualifiers, first.qualifiers)
    return replace(fact, qualifiers=qualifiers, value=replace(fact.value, per_unit=per_unit))


def _of_asides(statement: Statement, title: str, sentence: Reading) -> Iterator[Fact]:
    """Yield what is said otherwise in brackets: "(sebagian media menulis 23 tahun untuk D3)"."""
    for span in sentence.asides:
        held = sentence.within(span)
        qualifiers = qualifiers_of(sentence.text[slice(*span)], sentence.towns)
        if len(held) == 1 and qualifiers and held[0].quantity.unit:
            yield _number_fact(statement, title, held[0], qualifiers, sentence, disputed=True)


def _number_fact(
    statement: Statement,
    title: str,
    number: Number,
    qualifiers: tuple[Qualifier, ...],
    sentence: Reading,
    *,
    disputed: bool,
) -> Fact:
    quantity = number.quantity
    text = sentence.text[number.start : number.end].strip()
    value = Value(
        measure_of(quantity.unit),
        text,
        None if number.is_span else quantity.value,
        quantity.unit,
        *per(sentence.text, number.end),
    )
    fact = _fact(statement, title, qualifiers, value, bound_at(sentence.plain, number.start), disputed=disputed)
    return replace(fact, certain=is_certain(sentence.plain[slice(*sentence.clauses[0])]))


def is_certain(said: str) -> bool:
    """Return whether what is said holds as it stands: nothing in it is denied, excepted, planned or conditional."""
    return not any(PATTERNS[name].search(said) for name in ("negation", "exception", "unsure"))


def _of_dates(statement: Statement, title: str, sentence: Reading) -> Iterator[Fact]:
    """Yield the one day, or span of days, that a sentence tells."""
    clause = sentence.plain[slice(*sentence.clauses[0])]
    found = [one for one in dates(clause) if one.day]
    if not found:
        return
    first, last = found[0], found[-1]
    if len(found) == 2:
        span = re.search(rf"{re.escape(first.text)}\s*[–-]\s*{re.escape(last.text)}", clause)
        if span:
            yield _fact(statement, title, qualifiers_of(clause, sentence.towns), Value(Measure.DATE, span[0]))
    elif len(found) == 1 and not re.search(rf"[–-]\s*{re.escape(first.text)}", clause):
        before = clause[: clause.find(first.text)][-_JUST_BEFORE:]
        if PATTERNS["as_of"].search(before) or not PATTERNS["dated"].search(before):
            return
        value = Value(Measure.DATE, first.text, day=_day(first))
        yield _fact(statement, title, qualifiers_of(clause, sentence.towns), value)


def _day(date: Date) -> dt.date | None:
    try:
        return dt.date(date.year, date.month, date.day) if date.year and date.day else None
    except ValueError:
        return None


def _fact(
    statement: Statement,
    attribute: str,
    qualifiers: tuple[Qualifier, ...],
    value: Value,
    bound: tuple[Comparator, str] = (Comparator.EXACTLY, ""),
    *,
    disputed: bool = False,
) -> Fact:
    as_of = "; ".join(dict.fromkeys(note.as_of for note in statement.footnotes if note.as_of)) or None
    return Fact(statement.id, attribute, qualifiers, value, *bound, as_of, statement.labels, disputed)
