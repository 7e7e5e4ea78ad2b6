"""Who stands on the ballot: contestants, their numbers and how the vote ended for them, as the documents tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.documents import Release, Statement
from bot.domain.per_release import once_a_release
from bot.language.quantities import NUMBER_WORDS

CANDIDATE = "pihak|kubu|paslon|pasangan|calon"  # words for who stands on the ballot
NUMBER = "|".join((r"0?\d{1,2}", *(word.replace(" ", r"\s+") for word in sorted(NUMBER_WORDS, key=len, reverse=True))))
_STANDS = rf"pasangan\s+calon|{CANDIDATE}|kandidat|pair|ticket|candidate"
_ON_BALLOT = re.compile(  # a number alone may be a law's, a day's, a street's
    rf"(?<![\w./-])(?:(?:(?:{_STANDS})\s+)?(?:nomor|no\.?)\s*urut\s+|(?:{_STANDS})\s+(?:nomor|no\.?|number)\s+"
    rf"|ballot\s+number\s+|(?:paslon|pasangan\s+calon|pair|candidate)\s+|(?:{_STANDS})\s+(?=0\d))"
    rf"(?P<number>{NUMBER})(?![\w/-]|[.,]\d)(?!\s+(?:{_STANDS})\b)",  # "nomor urut tiga pasangan calon" counts them
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w'’]+(?: [^\W\d_a-z][\w'’]+)+"  # of two words at least: "Juli–Desember" is no pair
_PAIR = re.compile(rf"{_NAME}–{_NAME}")
_TOGETHER = re.compile(r"–| (?:dan|and|&) ")  # what stands between the two of a pair
_SINGLE = rf"{_NAME}(?: (?:dan|and|&) {_NAME})?"
_DEGREES = r"(?:, (?:[^\W\d_a-z][^\W\d_]*\.)+[^\W\d_]*)*"
_BETWEEN = r"[\s,(:]*(?:[^\W\d_]+[\s,(:]+){0,3}"  # a name and its number
_SINGLE_NUMBERED = (
    re.compile(rf"(?P<name>{_SINGLE}){_DEGREES}(?=[\s,(:]{_BETWEEN}(?i:{_ON_BALLOT.pattern}))"),
    re.compile(rf"(?i:{_ON_BALLOT.pattern}){_BETWEEN}(?P<name>{_SINGLE})"),
)
_WON = r"(?:menang|terpilih|memenangkan|won)\b"
_WON_BY = rf"\b(?:dimenangkan (?:oleh )?|won by )(?:(?:{CANDIDATE}) )*"
_NUMBERS = re.compile(r"\b(?:nomor|no|urut|number)\b", re.IGNORECASE)  # heads a column of numbers
_CANDIDATES = re.compile(rf"\b(?:{_STANDS}|nama|name)s?\b", re.IGNORECASE)  # heads one of names
_LEADS = re.compile(rf"^(?:(?i:{_STANDS}|nomor|urut|visi|misi|janji|pada)\s+)+(?={_NAME})")


@dataclass(frozen=True, slots=True)
class Contestant:
    """A pair of candidates or a single one as the documents write it, "Ani Susi–Budi Anto", in short "Ani–Budi"."""

    name: str
    number: int | None = field(default=None, compare=False)  # on the ballot, None if the documents don't tell it
    has_won: bool | None = field(default=None, compare=False)  # None if the documents don't tell who has

    @property
    def people(self) -> tuple[str, ...]:
        """The full names of the two of a pair, or the one of a single candidate."""
        return tuple(_TOGETHER.split(self.name))

    @property
    def short(self) -> str:
        """The first names of a pair; a single candidate's name has no short form that is nobody else's."""
        return "–".join(person.split()[0] for person in self.people) if len(self.people) > 1 else self.name

    @property
    def spellings(self) -> tuple[str, ...]:
        """How documents and people write it: with a dash and with "dan", in full and in short, and each of the two."""
        return tuple(dict.fromkeys((self.name, self.short, "–".join(self.people), *self.people)))

    def named_in(self, text: str) -> bool:
        """Return whether a document's text names it."""
        return self.name in text or self.short in text


@once_a_release
def contestants(release: Release) -> tuple[Contestant, ...]:
    """Return who stands on the ballot as far as the documents name them, the most often named first.

    They are written as pairs "Ani Susi–Budi Anto" or, where there are none of these, with a number on the ballot or as
    who has won. Where the vote is told of some of the pairs, other names with a dash between them are none: a road's.
    """
    statements = tuple(release.statements.values())
    found = _pairs(statements) or _singles(statements)
    numbers = _numbers(statements, found)
    listed = [name for name, count in found.most_common() if count > 1 or name in numbers]
    winner = next(filter(None, (_winner(one.text, listed) for one in statements)), None)
    told = [name for name in listed if name in numbers or name == winner or _is_told(name, statements)]
    known = told if len(told) > 1 else listed
    return tuple(Contestant(name, numbers.get(name), name == winner if winner else None) for name in known)


def only_named(text: str, among: Sequence[Contestant]) -> Contestant | None:
    """Return the one contestant that a document's text names, None if it names none or several."""
    named = [one for one in among if one.named_in(text)]
    return named[0] if len(named) == 1 else None


def numbers_in(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the ballot numbers that a text tells in digits or words, and where: "paslon 02", "nomor urut tiga"."""
    return ((value_of(found["number"]), found) for found in _ON_BALLOT.finditer(text))


def value_of(number: str) -> int:
    """Return the value of a number as `NUMBER` finds it."""
    said = " ".join(number.casefold().split())  # "ſatu" is found as "satu"
    return NUMBER_WORDS[said] if said in NUMBER_WORDS else int(said)


def _pairs(statements: Iterable[Statement]) -> Counter[str]:
    """Return in how many statements each pair is named, a capital word before it ("Visi Ani …") left out."""
    found = Counter(name for one in statements for name in set(_PAIR.findall(one.text)))
    return _without_leads(found)


def _singles(statements: Iterable[Statement]) -> Counter[str]:
    """Return in how many statements each candidate is named of whom a number on the ballot or the victory is told."""
    told = Counter(name for one in statements for name in _told_singles(one))
    names = _without_leads(told)
    return Counter({name: sum(name in one.text for one in statements) for name in names})


def _told_singles(statement: Statement) -> Iterator[str]:
    for pattern in _SINGLE_NUMBERED:
        yield from (found["name"] for found in pattern.finditer(statement.text))
    yield from (found["name"] for found in re.finditer(rf"{_WON_BY}(?P<name>{_SINGLE})", statement.text))
    if _number_in_row(statement) is not None:
        cells = _row(statement)
        yield from (cell for head, cell in cells if _CANDIDATES.search(head) and re.fullmatch(_SINGLE, cell))


def _without_leads(found: Mapping[str, int]) -> Counter[str]:
    """Return names without what only stands before them: "Calon", or anything before a name that stands alone, too."""
    cleaned: Counter[str] = Counter()
    for name, count in found.items():
        cleaned[_LEADS.sub("", name)] += count
    ends = {name: min((one for one in cleaned if name.endswith(f" {one}")), key=len, default=name) for name in cleaned}
    merged: Counter[str] = Counter()
    for name, count in cleaned.items():
        merged[ends[name]] += count
    return merged


def _numbers(statements: Sequence[Statement], names: Iterable[str]) -> dict[str, int]:
    """Return the number of each name as most statements tell it that hold it just beside the name, in a row, or alone.

    No two have the same.
    """
    names = tuple(names)
    holding = [(one, list(numbers_in(one.text))) for one in statements]
    beside = Counter(told for one, numbers in holding for told in _numbers_beside(one, numbers, names))
    alone = Counter(told for one, numbers in holding for told in _numbers_alone(one, numbers, names))
    numbered: dict[str, int] = {}
    for name, number in (*(told for told, _ in beside.most_common()), *(told for told, _ in alone.most_common())):
        if name not in numbered and number not in numbered.values():
            numbered[name] = number
    return numbered


def _numbers_beside(
    statement: Statement, numbers: Sequence[tuple[int, re.Match[str]]], names: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield names with the number that stands just behind them, or before them where a number comes first."""
    if (in_row := _number_in_row(statement)) is not None:
        yield from ((name, in_row) for name in names if name in statement.text)
    text = statement.text
    places = [(place.start(), place.end(), name) for name in names for place in re.finditer(re.escape(name), text)]
    if not numbers or not places:
        return
    comes_first = numbers[0][1].start() < min(places)[0]
    for start, end, name in places:
        for number, found in numbers:
            between = text[found.end() : start] if comes_first else text[end : found.start()]
            is_next = found.end() <= start if comes_first else end <= found.start()
            if is_next and re.fullmatch(_DEGREES + _BETWEEN, between):
                yield name, number


def _numbers_alone(
    statement: Statement, numbers: Sequence[tuple[int, re.Match[str]]], names: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield the one number that a statement tells which names but one."""
    named = [name for name in names if name in statement.text] if numbers else []
    if len(named) == 1 and len({number for number, _ in numbers}) == 1:
        yield named[0], numbers[0][0]


def _row(statement: Statement) -> list[tuple[str, str]]:
    """Return the heads and cells of a table's row."""
    return list(zip(statement.headers.split(" | "), statement.text.split(" | "), strict=False))


def _number_in_row(statement: Statement) -> int | None:
    """Return the number on the ballot that a table's row tells, None if it tells none."""
    if not statement.headers:
        return None
    cells = (cell.strip() for head, cell in _row(statement) if _NUMBERS.search(head))
    return next((int(cell) for cell in cells if re.fullmatch(r"\d{1,2}", cell)), None)


def _winner(text: str, names: Iterable[str]) -> str | None:
    """Return the name by which a text says that the vote was won."""
    heads = [text[found.end() :] for found in re.finditer(_WON_BY, text)]
    return next((name for name in names if _wins(name, text, heads)), None)


def _wins(name: str, text: str, heads: Iterable[str]) -> bool:
    return any(head.startswith(name) for head in heads) or bool(re.search(rf"{re.escape(name)} {_WON}(?! di\b)", text))


def _is_told(name: str, statements: Iterable[Statement]) -> bool:
    """Return whether the documents call a name a candidate, or tell its votes."""
    is_told = re.compile(
        rf"\b(?:{_STANDS}) {re.escape(name)}|{re.escape(name)} [^.]*\b\d[\d.,]* (?:suara|votes)\b", re.I
    )
    return any(is_told.search(one.text) for one in statements if name in one.text)


def ranked(among: Sequence[Contestant]) -> dict[int, Contestant]:
    """Return the contestants by their numbers on the ballot."""
    return {one.number: one for one in among if one.number is not None}
