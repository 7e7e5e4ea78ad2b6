"""Statements that the team has taken back: an index that does without them, and what voters read in their place."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.answers import Phrase
from bot.domain.documents import Release, Statement
from bot.domain.judging import Judge
from bot.domain.ports import Hit, Index, Near, Vector
from bot.domain.programs import heading_in
from bot.domain.ranking import Ranker
from bot.domain.withdrawals import Withdrawals, remainder, whole, withdrawn_from


@dataclass(slots=True)
class Curtailed:
    """An open release whose records do without what is withdrawn; what is found still leads to all of it."""

    index: Index
    release: Release
    judge: Judge
    ranker: Ranker

    @property
    def passage_ids(self) -> Sequence[str]:
        """The ids of the passages, those of withdrawn statements with them."""
        return self.index.passage_ids

    async def nearest(self, vector: Vector, count: int) -> Near:
        """Return the passages nearest to the vector, those of withdrawn statements with them."""
        return await self.index.nearest(vector, count)

    def rank(self, terms: Sequence[str], count: int) -> list[Hit]:
        """Return statements by BM25, withdrawn ones with them."""
        return self.index.rank(terms, count)

    def coverage(self, terms: Sequence[str], statement: str) -> float:
        """Return which share of a question's terms a statement's words hold."""
        return self.index.coverage(terms, statement)

    def close(self) -> None:
        """Close the index."""
        self.index.close()


def curtailed(index: Index, withdrawals: Withdrawals) -> Index:
    """Return an index whose release does without what is withdrawn; the index itself if nothing of it is."""
    left = remainder(index.release, withdrawals)
    return index if left is index.release else Curtailed(index, left, index.judge, index.ranker)


def among(names: Iterable[str], release: Release) -> tuple[str, ...]:
    """Return the ids of what is withdrawn from a release, of statements named by their ids and sections by their keys.

    Nothing of a list that is named in part is left out.
    """
    withdrawn, statements = withdrawn_from(release), whole(release).statements
    if not withdrawn:
        return ()
    wanted = set(names)
    lists = {(one.section, one.group) for key in wanted if (one := statements.get(key)) and _in_list(one)}
    found = (statements[key] for key in withdrawn)
    return tuple(
        one.id
        for one in found
        if {one.id, one.section} & wanted or (_in_list(one) and (one.section, one.group) in lists)
    )


def listed(statements: Iterable[Statement]) -> list[str]:
    """Return the ids of those statements of whose list there are several: they pass for the whole list."""
    shown = [one for one in statements if _in_list(one)]
    counts = Counter((one.section, one.group) for one in shown)
    return [one.id for one in shown if counts[one.section, one.group] > 1]


def lines(
    ids: Iterable[str], release: Release, shown: Sequence[str], language: str, zone: dt.tzinfo
) -> tuple[Phrase, ...]:
    """Return what is said of withdrawn statements: one sentence for each section and reason, with the latest day.

    `shown` are the keys of the sections that stand above these sentences.
    """
    moments: dict[tuple[str, str], list[dt.datetime]] = {}
    for key in ids:
        one = withdrawn_from(release)[key]
        moments.setdefault((whole(release).statements[key].section, one.reason), []).append(one.at)
    said = []
    for (key, reason), days in moments.items():
        day = max(days).astimezone(zone).date().isoformat()
        values = (("count", str(len(days))), ("date", day), ("reason", reason))
        title = heading_in(release, release.sections[key], language)
        is_above = list(shown) == [key]
        said.append(
            Phrase("withdrawn-here", values) if is_above else Phrase("withdrawn-of", (*values, ("section", title)))
        )
    return tuple(said)


def _in_list(statement: Statement) -> bool:
    """A table's row stands for itself: what other rows say is no part of it."""
    return statement.group is not None and not statement.headers
