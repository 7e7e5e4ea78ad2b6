"""Which level of education a question demands: an answer must be about that one, and tell of it what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from bot.answering.constraints.constraint import Constraint
from bot.answering.understanding.query import Query
from bot.domain.context import around_for_stages
from bot.domain.documents import Release, Statement
from bot.language import specifics
from bot.language.stages import is_of_stage, stages
from bot.language.tokens import words

_AMOUNT = re.compile(  # of a level by itself, and never meant otherwise: how long, how old
    r" (?:berapa (?:lama|semester|tahun)|(?:umur|usia)(?:nya)?(?= .*berapa )|how (?:long|old)"
    r"|how many (?:semesters|years)|age(?= .*\b(?:what|how) )|what .*\bage)(?= )"
)
_SCHOOLS = "|".join(name for names in specifics.STAGE_NAMES.values() for name in names)
_STAFF = re.compile(  # who works at a school, for what else they ask
    r"\b(?:guru|mengajar|ngajar|pengajar|kepala sekolah|kepsek|staf|tata usaha|teach(?:es|er|ing)?|principal)"
    rf" (?:(?:di|honorer|at|in|an?|the|sebuah|sekolah) ){{0,2}}(?:{_SCHOOLS})\b",
    re.IGNORECASE,
)

_LEVEL = rf"(?: (?:dari|di|jenjang|sekolah|from|at|in|of))* (?:{_SCHOOLS})(?:(?:[/ ]| atau | or )(?:{_SCHOOLS}))*\b"
_BEHIND = re.compile(  # the level that somebody has behind them: what comes next is asked about
    r"\b(?:lulus\w*|tamat\w*|alumni|jebolan|selesai|habis|setelah|sesudah|sejak|dari|ijazah\w*|teman|kawan|sahabat"
    rf"|graduat\w+|finish\w+|completed|after|from|friends?|classmates?){_LEVEL}",
    re.IGNORECASE,
)
_AT = re.compile(  # the one that they are at, where what comes next is named
    rf"\b(?:masih|baru|sekarang|kelas (?:\d+|[ivx]+|satu|dua|tiga|empat|lima|enam|akhir)|still|grade \d+|now){_LEVEL}",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:(?:ber)?kuliah\w*|kampus|universitas|mahasiswa|university|college|tuition)\b", re.IGNORECASE)


def levels_of(query: Query, asking: str) -> Iterator[Constraint]:
    """Yield the levels that a question asks about, or if it asks about none, those that it tells of.

    How much or how long must be told of that level: "D3 berapa semester" is not answered by how old its students are.
    """
    told, asked = around_for_stages, _AMOUNT.search(asking)
    if asked and query.gives:
        told = partial(_around_what, query, "semester" in asked[0])
    found = stages(_ahead(query.asking)) or stages(_ahead(_without_staff(query.said, asking)))
    for stage in sorted(found):
        yield Constraint("level", stage.upper(), partial(is_of_stage, stage), told)


def _ahead(text: str) -> str:
    """Return a question without the levels that somebody comes from: "lulusan SMA" may ask for any higher one."""
    ahead = _BEHIND.sub(" ", text)
    return _AT.sub(" ", ahead) if _NEXT.search(ahead) else ahead


def _without_staff(said: str, asking: str) -> str:
    """Return a question without the schools at which somebody works, unless it asks what they are given."""
    return said if specifics.BENEFITS.intersection(words(asking)) else _STAFF.sub(" ", said)


def _around_what(query: Query, in_semesters: bool, statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what tells for which stages those statements are that give what is wanted."""
    gives = (one for one in statements if query.is_given(one))
    return around_for_stages([one for one in gives if not in_semesters or "semester" in one.text.lower()], release)
