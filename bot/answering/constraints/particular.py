"""Whether what a question demands is what it asks of in particular, or one of two things, or asked besides others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.answering.constraints.constraint import Constraint, all_unmet
from bot.answering.understanding.asides import asked_years
from bot.answering.understanding.clauses import questions
from bot.answering.understanding.query import Query
from bot.domain.documents import Release, Statement
from bot.language.matcher import between_blanks, says
from bot.language.quantities import YEAR, quantities
from bot.language.tokens import terms
from bot.language.told import told_years

TOLD = 0.5  # share of the words of one of two things, from which a statement tells it
NEAR = 5  # words before or behind "or" among which one of two things is named

_OR = re.compile(r"\b(?:atau|or)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;?!]")
_ONE_BY_ONE = re.compile(  # "2026 dan 2019", "the 2026 wage in Contoh, and in 2019"
    rf"{YEAR.pattern}(?:\W+(?:dan|sama|serta|terus|lalu|plus|and|then)\W+(?:[^\W\d_]+\W+){{0,3}}"
    rf"|[^.?!]*\W(?:dan|serta|and)\W+(?:(?:in|for|tahun|pada|untuk|di)\W+){{0,2}}){YEAR.pattern}",
    re.IGNORECASE,
)


def is_of_it_alone(constraint: Constraint, query: Query) -> bool:
    """Tell whether nothing that is told of another settles it: "insentif bidan ada kan?", "UMP 2020 kan 3 juta?"."""
    return constraint.kind == "group" or (constraint.kind == "year" and bool(quantities(query.asking, query.spoken)))


def is_settled(constraint: Constraint, query: Query, best: Statement) -> bool:
    """Tell whether a year is what is to be settled and the best statement tells of another: "sampai 2028 kan?"."""
    if constraint.kind != "year" or not told_years(best.text):
        return False
    return re.search(rf"{constraint.said}(?: (?:kan|ya|bukan|right|itu|sih|katanya))*\W*$", query.asking) is not None


def is_asked_besides(asked: Sequence[Constraint], query: Query, chosen: Sequence[Statement], release: Release) -> bool:
    """Tell whether what is not held is only asked besides what is: "UMP 2026 dan 2019", "… berapa, buat bidan berapa".

    Then the one is answered, and of the other it is said that it is missing.
    """
    lacking = list(all_unmet(asked, chosen, release))
    years_asked = [constraint for constraint in asked if constraint.kind == "year"]
    if _ONE_BY_ONE.search(asked_years(query.asking, query.said)) and lacking[0] in years_asked:
        return any(constraint not in lacking for constraint in years_asked)
    first, *others = questions(query.asking) or [""]
    if not others or any(says(between_blanks(first), constraint.said.lower()) for constraint in lacking):
        return False
    fit = query.part(first).fit(chosen)
    return fit.share >= TOLD and fit.given >= 1.0


def is_other_told(constraint: Constraint, query: Query, best: Statement) -> bool:
    """Tell whether a question asks which of two things is so, and the best statement tells of the other one."""
    name = constraint.said.lower()
    for left, right in pairwise(_OR.split(query.asking)):
        near_left, near_right = between_blanks(left).split()[-NEAR:], between_blanks(right).split()[:NEAR]
        here, there = (says(f" {' '.join(one)} ", name) for one in (near_left, near_right))
        other = _CLAUSE.split(right)[0] if here else _CLAUSE.split(left.rstrip(" ,"))[-1]
        words = terms(other, query.spoken)
        if here != there and words and len(query.lexicon.held(best.id, words)) >= TOLD * len(set(words)):
            return True
    return False
