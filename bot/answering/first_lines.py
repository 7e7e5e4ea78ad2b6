"""The first line of an answer, as a component of the pipeline."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.composing.doubting import DOUBTFUL, is_doubtful
from bot.answering.facts.answering import first_line
from bot.answering.turn import Turn
from bot.answering.understanding.clauses import asks_more_than_one
from bot.domain.answers import FirstLine, Reason
from bot.domain.documents import Statement
from bot.domain.facts import Operation


async def facts(turn: Turn) -> Turn:
    """Work out what answers the question before the quotes. Reads parsed, chosen; writes firsts, chosen.

    Where the statements may answer nothing, only that a yes or no can't be told is said.
    """
    found = first_of(turn)
    if not found:
        return turn
    reason = Reason.FIRST_LINE if found.statements else Reason.UNSETTLED
    chosen = proving(turn, found)
    return replace(turn, firsts=(found,), chosen=chosen).noted("facts", reason, found.operation.value)


def first_of(turn: Turn) -> FirstLine | None:
    """Return the first line of a turn, None where it has none."""
    composer, taught = turn.composer, turn.taught(turn.held)
    answers = None if taught is None else taught >= DOUBTFUL
    found = first_line(turn.query, turn.held, turn.release, composer.language, composer.allows, taught=answers)
    if found and found.statements and not found.rows and is_doubtful(taught, turn.findings.coverage):
        return None
    return replace(found, asked=turn.question.text) if found else None


def proving(turn: Turn, found: FirstLine) -> tuple[Statement, ...]:
    """Return the statements to quote: what proves the first line, and nothing else where that answers all."""
    proof = [turn.release.statements[key] for key in found.statements]
    answers_all = found.operation is Operation.COMPARE or (
        proof and found.operation is not Operation.QUOTE and not asks_more_than_one(turn.query.question)
    )
    return tuple(dict.fromkeys((*proof, *(() if answers_all else turn.chosen))))
