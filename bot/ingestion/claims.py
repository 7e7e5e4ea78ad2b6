"""What a statement claims: its numbers and days, what they are about, and whether two claims can both be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from bot.domain.documents import Document, Kind, Section, Statement
from bot.language.levels import levels, name_levels
from bot.language.quantities import AGE, YEAR, Date, Quantity, dates, quantities
from bot.language.tokens import terms

DAY = "day"
_WORD = 40  # characters before a number in which the word before it stands
_ROUNDED = Decimal("0.03")  # of a number that rounding may take: "Rp1 juta" is not Rp900 ribu
ALL_YEAR = 0  # the month of a date that names the year only

_CLAUSES = re.compile(
    r"[,;:]\s|\s[–—]\s|[()|]|\s(?:sedangkan|tetapi|tapi|sementara|whereas|while|but)\s|\s(?:dan|and)\s(?=(?:Rp\s?)?\d)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:berbeda|beda antar|sebagian (?:media|sumber|laporan)|ada (?:juga )?yang (?:menulis|menyebut)|(?:versi|sumber"
    r"|media) lain|simpang siur|differ(?:s|ent|ently)?|some (?:media|sources|reports)|other (?:media|sources))\b"
    r"|\b(?:sedangkan|tetapi|sementara|namun|atau|but|whereas|while|or)\b.*"
    r"\b(?:menurut|menulis|menyebut|according|says?|writes?)\b"
    r"|\b(?:menurut|according to)\b.*\b(?:menurut|according to)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\([^()]*\b(?:19|20)\d\d\)|\b(?:per|as of)\s+(?:\d{1,2}\s+)?[^\W\d_]+\s+(?:19|20)\d\d"
    r"|,?\s*\b(?:menurut|kata|according to|said)\b[^,;()|]*",
    re.IGNORECASE,
)
_GLOSS = re.compile(r"\([^()]*\)|\b(?:yaitu|yakni|ialah|namely)\b[^,;]*,")
_NUMBERED = re.compile(r"\d+/\d+")  # a law's number or a school year tells no moment
_REFERENCES = frozenset("pasal ayat huruf uu pkpu pp perda keputusan putusan halaman article law page".split())
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<!^)\b[A-Z][^\W\d_]{2,}")
_SYNONYMS = {"umur": "usia"}
_EMPTY = frozenset("amounts banyak berjum besar capa jumlah nila sebanyak sebesar senila total".split())  # stems


@dataclass(frozen=True, slots=True)
class Claim:
    """A number or day that a statement gives, and for which level of education it does ("" where none is named)."""

    unit: str
    level: str
    value: Decimal | Date
    precision: Decimal  # what the last digit as written stands for: 10,000 in "3,76 juta"
    text: str
    end: int  # of the clause that it stands in

    def agrees(self, other: Claim) -> bool:
        """Return whether both can be true: a number may be the other one rounded."""
        mine, theirs = self.value, other.value
        if isinstance(mine, Date) or isinstance(theirs, Date):
            return not (isinstance(mine, Date) and isinstance(theirs, Date) and mine.differs(theirs))
        apart = abs(mine - theirs)
        is_rounded = apart < max(self.precision, other.precision) and apart < _ROUNDED * max(mine, theirs)
        return mine == theirs or is_rounded


class Told:
    """A statement with all its words, its core (what it can't do without and be about the same) and its claims."""

    def __init__(self, statement: Statement, section: Section, document: Document, topics: frozenset[str]) -> None:
        self.statement = statement
        self.language = document.language
        self.claims = tuple(_claims(statement.text, self.language))
        self.words = self._stems(f"{statement.headers} {statement.text}")
        self.is_promise = section.kind is Kind.JANJI or bool(self.words & {"janji", "promis"})
        self._title, self._topics = document.title, topics

    @cached_property
    def core(self) -> frozenset[str]:
        """The stems up to its last claim, without numbers, glosses, and when and by whom it was said."""
        text = self.statement.text
        bare = _blanked(text, [date.text for date in dates(text)] + [claim.text for claim in self.claims])
        told = bare[: max((claim.end for claim in self.claims), default=len(bare))]
        return self._stems(_GLOSS.sub(" ", _ASIDE.sub(" ", told)))

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of its core that are written like names."""
        return self._stems(" ".join(_NAME.findall(self.statement.text))) & self.core

    @cached_property
    def subject(self) -> frozenset[str]:
        """The stems of its core that stand in its document's title."""
        return stems(self._title, self.language) & self.core

    @cached_property
    def topics(self) -> frozenset[str]:
        """The stems of its core that stand in any document's title."""
        return self._topics & self.core

    @cached_property
    def moments(self) -> tuple[Date, ...]:
        """The days, months and years that it speaks of."""
        text = f"{self.statement.headers} {self.statement.text}"
        found = dates(text)
        years = YEAR.findall(_NUMBERED.sub(" ", _blanked(text, [date.text for date in found])))
        return (*found, *(Date(ALL_YEAR, None, int(year), year) for year in years))

    def only_mentions(self, unit: str) -> bool:
        """Return whether its one number of a unit is what others say, and it says so by itself."""
        numbers = {claim.text for claim in self.claims if claim.unit == unit}
        return len(numbers) == 1 and bool(_OPEN.search(self.statement.text))

    def _stems(self, text: str) -> frozenset[str]:
        return stems(text, self.language)


def stems(text: str, language: str) -> frozenset[str]:
    """Return the stems of a text's words that carry its topic, one for words that mean the same."""
    found = (term for term in terms(text, language) if term.isalpha() and term not in _EMPTY)
    return frozenset(_SYNONYMS.get(stem, stem) for stem in found)


def disagreeing(one: Told, other: Told) -> tuple[Claim, Claim] | None:
    """Return two claims of one unit and level where nothing that one statement gives agrees with the other.

    A statement that says by itself that sources differ is held only to all the numbers that it names.
    """
    for mine, theirs in _comparable(one, other):
        is_aside = one.only_mentions(mine[0].unit) or other.only_mentions(theirs[0].unit)
        if not is_aside and not any(a.agrees(b) for a in mine for b in theirs):
            return mine[0], theirs[0]
    return None


def agree(one: Told, other: Told) -> bool:
    """Return whether the two have claims of one unit and level, and some that agree."""
    return any(a.agrees(b) for mine, theirs in _comparable(one, other) for a in mine for b in theirs)


def _comparable(one: Told, other: Told) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """Yield the claims of both that have the same unit and level, if they are about the same time."""
    is_same_time = _same_time(one.moments, other.moments)
    for key in dict.fromkeys((claim.unit, claim.level) for claim in one.claims):
        mine, theirs = ([claim for claim in told.claims if (claim.unit, claim.level) == key] for told in (one, other))
        if theirs and (is_same_time or key[0] == DAY):
            yield mine, theirs


def _same_time(ours: Sequence[Date], theirs: Sequence[Date]) -> bool:
    fewer, more = sorted((ours, theirs), key=len)
    return all(any(not _differ(a, b) for b in more) for a in fewer)


def _differ(one: Date, other: Date) -> bool:
    if ALL_YEAR in (one.month, other.month):
        return None not in (one.year, other.year) and one.year != other.year
    return one.differs(other)


def _claims(text: str, language: str) -> Iterator[Claim]:
    """Yield the numbers of a text with the levels that their clause, else the whole text, names; if none, its days."""
    found = [*_numbers(text, language)]
    yield from found
    for date in () if found else dates(_ASIDE.sub(" ", text)):
        if date.day is not None:
            yield Claim(DAY, "", date, Decimal(0), date.text, len(text))


def _numbers(text: str, language: str) -> Iterator[Claim]:
    ends = [*(match.end() for match in _CLAUSES.finditer(text)), len(text)]
    everywhere = levels(name_levels(text)) or {""}
    at = 0
    for quantity in quantities(text, language):
        start = text.find(quantity.text, at)
        at = start + len(quantity.text)
        previous = "".join(text[max(0, start - _WORD) : start].split()[-1:]).lower().strip("(,")
        unit = "tahun" if quantity.unit == AGE else quantity.unit or previous
        if _REFERENCES & {unit, previous} or "/" in text[start - 1 : at + 1]:  # "Keputusan 149/2024" counts nothing
            continue
        end = next(end for end in ends if end >= at)
        clause = text[max((end for end in ends if end <= start), default=0) : end]
        for level in sorted(levels(name_levels(clause)) or everywhere):
            yield Claim(unit, level, quantity.value, _precision(quantity), quantity.text, end)


def _precision(quantity: Quantity) -> Decimal:
    digits = _DIGITS.search(quantity.text)
    whole = int(re.sub(r"\D", "", digits[0])) if digits else 0
    return quantity.value / whole if whole else Decimal(1)


def _blanked(text: str, parts: Iterable[str]) -> str:
    """Return a text with the parts taken out where they stand as words: "dua" is no part of "perpaduan"."""
    for part in parts:
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " " * len(part), text)
    return text
