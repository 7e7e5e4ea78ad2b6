"""Which level of education a question demands: an answer must be about that one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bot.answering.constraints.constraint import Constraint
from bot.answering.understanding.query import Query
from bot.domain.context import around_for_stages
from bot.language.stages import is_of_stage, stages


def levels_of(query: Query) -> Iterator[Constraint]:
    """Yield the levels that a question asks about, or if it asks about none, those that it tells of."""
    for stage in sorted(stages(query.asking) or stages(query.question)):
        yield Constraint("level", stage.upper(), partial(is_of_stage, stage), around_for_stages)
