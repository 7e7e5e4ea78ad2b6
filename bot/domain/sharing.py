"""Codes by which anyone can verify a shared answer, and what becomes of such an answer."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from bot.domain.answers import Answer
from bot.domain.documents import Statement
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
    """What a shared answer is worth today."""

    VALID = "valid"  # its statements stand in the live release, with the same sources
    UPDATED = "updated"  # a statement or its source has changed
    GONE = "gone"  # a statement has left the documents
    WITHDRAWN = "withdrawn"  # the team has taken a statement back
    FOREIGN = "foreign"  # the code is none of this bot's


@dataclass(frozen=True, slots=True)
class Shared:
    """An answer as it was when it was shared first."""

    code: str
    language: str
    answer: Answer
    statements: tuple[Statement, ...]  # that it quotes, as they stood
    text: str  # what was shared, plain, without link and code
    release: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of one statement of a shared answer."""

    old: Statement
    new: Statement | None  # None: it has left the documents
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say about a code."""

    verdict: Verdict
    shared: Shared | None = None  # None: FOREIGN
    changes: tuple[Change, ...] = ()  # of the statements that are not as they were
    answer: Answer | None = None  # what the documents say now in place of it, where they say something
