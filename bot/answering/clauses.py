"""The part of a longer question that the documents know best: people tell a story before they ask, or after."""

from __future__ import annotations

import re

from bot.domain.language import terms
from bot.domain.ports import Index

FEWEST_TERMS = 3  # of a clause: shorter ones ("tidak PNS") are covered by many a statement
LOOKED_AT = 5  # statements by keywords of which the one that covers a clause best counts

BREAK = r"(?<=[.?!;\n])\s+|,\s+|\s+[-–]\s+|\.\.+\s*"  # where one clause ends
_BREAK = re.compile(BREAK)


def best_clause(text: str, language: str, index: Index) -> str | None:
    """Return the clause whose words the documents hold best; None where a question has no clause that can stand alone.

    Nothing is embedded for it: the covered share of its words, weighed by idf, decides.
    """
    whole = len(terms(text, language))
    best, most = None, 0.0
    for clause in filter(None, _BREAK.split(text)):
        carried = terms(clause, language)
        if not FEWEST_TERMS <= len(carried) < whole:
            continue
        held = [index.coverage(carried, hit.statement) for hit in index.rank(carried, LOOKED_AT)]
        if max(held, default=0.0) > most:
            best, most = clause.strip(), max(held)
    return best
