"""What is chosen for a question among some statements, as the pipeline's select and constrain do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.constraints.constraint import Constraint
from bot.answering.retrieval.found import Findings
from bot.answering.selection import select
from bot.answering.selection.constrained import constrain
from bot.answering.understanding.query import Query
from bot.domain.documents import Release, Statement


def chosen_of(
    query: Query, findings: Findings, release: Release, *, settles: bool
) -> tuple[Sequence[Statement], Constraint | None]:
    """Return the statements chosen and what they lack."""
    found = constrain(select.choose(findings, release, query), query, findings, release, settles=settles)
    return found.statements, found.lacking
