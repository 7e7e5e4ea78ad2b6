"""Codes by which anyone can verify a shared answer, and what becomes of such an answer."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from bot.domain.answers import Answer, Citation, Part, Phrase
from bot.domain.documents import Kind, Source, Statement
from bot.domain.withdrawals import Withdrawal

# Digits and letters that can't be taken for each other; their number is prime, so that the check symbol below finds
# every wrong symbol and every two that have changed places (ISO/IEC 7064, pure systems: modulus M, a prime).
ALPHABET = "0123456789ABCDEFGHJKMNPRSTVWXYZ"
LENGTH = 12  # symbols of a code, the last of which checks the others: 54 bits of the HMAC
GROUP = 4  # symbols that are written together
PAYLOAD = "a_"  # before the code in a deep link
_READ_AS = str.maketrans("OQILU", "0011V", " -\u2013\u2014.")  # how people misread and set out what they copy


def code(secret: bytes, statements: Sequence[str], text: str, language: str) -> str:
    """Return the code of an answer: the same statements, words and language always give the same one."""
    content = "\n".join((" ".join(statements), language, text)).encode()
    number = int.from_bytes(hmac.digest(secret, b"share\n" + content, sha256))
    symbols = "".join(ALPHABET[number // len(ALPHABET) ** n % len(ALPHABET)] for n in range(LENGTH - 1))
    return symbols + _check(symbols)


def shown(given: str) -> str:
    """Return a code as people read and type it: in groups."""
    return "-".join(given[start : start + GROUP] for start in range(0, len(given), GROUP))


def read_code(typed: str) -> str | None:
    """Return the code that somebody typed, in whatever case and grouping, None if it can't be one."""
    found = typed.strip().upper().translate(_READ_AS)
    whole = len(found) == LENGTH and all(symbol in ALPHABET for symbol in found)
    return found if whole and _check(found[:-1]) == found[-1] else None


def _check(symbols: str) -> str:
    """Return the symbol that makes the sum of all, each times its place from the right, divisible by their number."""
    places = range(len(symbols) + 1, 1, -1)
    total = sum(place * ALPHABET.index(symbol) for place, symbol in zip(places, symbols, strict=True))
    return ALPHABET[-total % len(ALPHABET)]


class Verdict(StrEnum):
    """What a shared answer, or one statement of it, is worth today; the later ones outweigh those above them."""

    VALID = "valid"  # it stands in the live release, with the same sources
    UPDATED = "updated"  # its words, kind, date or sources have changed
    GONE = "gone"  # it has left the documents
    WITHDRAWN = "withdrawn"  # the team has taken it back
    FOREIGN = "foreign"  # the code is none of this bot's
    MISTYPED = "mistyped"  # it can't be a code at all: a symbol of it is wrong, missing or out of place


SEVERITY = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Shared:
    """An answer as it was when it was shared first."""

    code: str
    language: str
    answer: Answer
    statements: tuple[Statement, ...]  # that it quotes, as they stood
    beside: tuple[Statement, ...]  # that stood on the same facts then: what these have become is no successor
    text: str  # what was shared, plain, without link and code
    release: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """All that a reader sees of one statement."""

    statement: str  # id
    section_id: str
    title: str
    kind: Kind
    text: str
    headers: str
    dates: tuple[str, ...]  # that its facts hold for
    sources: tuple[Source, ...]
    marks: tuple[int, ...] = ()  # the numbers of its sources in the answer


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of one statement of a shared answer."""

    old: Said
    new: Said | None  # None: it has left the documents
    withdrawal: Withdrawal | None = None

    @property
    def verdict(self) -> Verdict:
        """What the statement is worth today."""
        if self.withdrawal:
            return Verdict.WITHDRAWN
        if self.new is None:
            return Verdict.GONE
        return Verdict.VALID if _seen(self.old) == _seen(self.new) else Verdict.UPDATED


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say about a code; what may not be said now is left out of the answer and of the fates."""

    verdict: Verdict  # the worst of its statements' ones
    shared: Shared | None = None  # None: the code is not known
    fates: tuple[Fate, ...] = ()  # of all statements, in the answer's order
    withheld: Phrase | None = None  # why something is left out

    @property
    def valid(self) -> Shared | None:
        """The answer, if it is what the documents say and all of it may be said now."""
        return self.shared if self.verdict is Verdict.VALID and not self.withheld else None


@dataclass(frozen=True, slots=True)
class Sharer:
    """Somebody of the team who has shared an answer."""

    person: str  # keyed hash
    code: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A shared answer and how often its link was followed."""

    shared: Shared
    times: int


class ShareRecords(Protocol):
    """Shared answers, how often they are opened, and which of the team have shared them."""

    async def keep(self, answers: Sequence[Shared]) -> list[Shared]:
        """Keep those answers whose code is not kept yet; return all of them as they were kept first."""

    async def shared(self, code: str) -> Shared | None:
        """Return the answer of a code, None if there is none."""

    async def count_opening(self, code: str, day: date) -> None:
        """Count that the link of a kept answer was followed."""

    async def most_opened(self, count: int) -> list[Opened]:
        """Return at most `count` answers, the most opened first, then the latest."""

    async def note_sharer(self, person: str, code: str, at: datetime) -> None:
        """Keep that one of the team has shared a kept answer."""

    async def shared_by(self, person: str, count: int) -> list[Opened]:
        """Return at most `count` answers that somebody has shared, the latest first, opened by whomever."""

    async def opened(self, person: str, since: date) -> int:
        """Return how often the links of what somebody has shared were followed since a day, by whomever."""

    async def untold(self, persons: Collection[str]) -> list[Sharer]:
        """Return what these have shared, except what they were told has changed."""

    async def note_told(self, sharers: Sequence[Sharer], at: datetime) -> None:
        """Keep that they were told."""


def worst(fates: Iterable[Fate]) -> Verdict:
    """Return the worst verdict of some statements, VALID of none."""
    return max((fate.verdict for fate in fates), key=SEVERITY.__getitem__, default=Verdict.VALID)


def is_news(before: Fate, after: Fate) -> bool:
    """Return whether a reader sees that two releases say one statement differently."""
    return (before.new and _seen(before.new)) != (after.new and _seen(after.new))


def sayings(parts: Iterable[Part], citations: Sequence[Citation]) -> dict[str, Said]:
    """Return what a reader sees of each statement of an answer, by its id."""
    return {
        quote.statement: Said(
            statement=quote.statement,
            section_id=part.section_id,
            title=part.title,
            kind=part.kind,
            text=quote.text,
            headers=quote.headers,
            dates=tuple(one.date for one in citations if one.statement == quote.statement and one.date),
            sources=tuple(each for one in citations if one.statement == quote.statement for each in one.sources),
            marks=quote.marks,
        )
        for part in parts
        for quote in part.quotes
    }


def _seen(said: Said) -> tuple[object, ...]:
    return said.title, said.kind, said.text, said.headers, said.dates, said.sources
