"""Statements that the team has taken back: an index that does without them, and what voters read in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.documents import Release
from bot.domain.facets import Facets
from bot.domain.judging import Judge
from bot.domain.ports import Hit, Index, Near, Vector
from bot.domain.ranking import Ranker
from bot.domain.withdrawals import Withdrawals, remainder


@dataclass(slots=True)
class Curtailed:
    """An open release whose records do without what is withdrawn; what is found still leads to all of it."""

    index: Index
    release: Release
    judge: Judge
    ranker: Ranker
    facets: Facets

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
    return index if left is index.release else Curtailed(index, left, index.judge, index.ranker, index.facets)
