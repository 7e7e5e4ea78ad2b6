"""What a question wants to hear, a number or a date, and how far a statement gives it."""

from __future__ import annotations

import re

_AMOUNT = re.compile(
    r"\bberapa(?:kah)?\b(?:\s+(?P<unit>[^\W\d_]{3,}))?|\bhow (?:much|many)\b(?:\s+(?P<thing>\w{3,}))?", re.I
)
_TIME = re.compile(r"\b(?:kapan|tanggal berapa|bulan apa|tahun berapa|when|what date)\b", re.I)
_MONTH = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|"
    "january|february|march|may|june|july|august|october|december"
)
_DATE = re.compile(rf"(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+\d{{4}}", re.I)
_PLAIN_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:/\d+)?")
_LEVEL = re.compile(r"\b[A-Z]\d\b")


def fit(question: str, text: str) -> float:
    """Return how far a statement gives what a question wants to hear: 0 not, 1 fully; 0 if it wants nothing special.

    "Berapa" and "how many" want a number, best one of the thing that is named behind them; "kapan" wants a date.
    """
    if _TIME.search(question):
        return 1.0 if _DATE.search(text) else 0.0
    asked = _AMOUNT.search(question)
    if not asked:
        return 0.0
    amounts = _LEVEL.sub("", _PLAIN_YEAR.sub("", _DATE.sub("", text)))
    if not re.search(r"\d", amounts):
        return 0.0
    unit = asked["unit"] or asked["thing"]
    return 1.0 if not unit or re.search(rf"\d[\d.,]*\s+(?:\w+\s+)?{unit}", amounts, re.I) else 0.5
