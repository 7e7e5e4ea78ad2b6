"""Several questions in one message: each is answered as if it had been sent by itself, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.answering.composing.difference import settling
from bot.answering.first_lines import first_of
from bot.answering.turn import Turn
from bot.answering.understanding.clauses import FEWEST_TERMS, separate
from bot.answering.understanding.query import NOTHING
from bot.domain.answers import FirstLine, Phrase, Reason
from bot.domain.documents import Statement

TOUCHED = 0.5  # share of a question's words from which the answer to the whole message is about it, too
CLEARLY = 0.2  # by which what questions have taught speaks for one answer rather than another
MOST = 4  # statements of all answers together, a list counting as one


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the questions, and what answers it."""

    turn: Turn
    chosen: Sequence[Statement]
    by_itself: bool  # it is told better than by what was looked up for the whole message
    leans: bool  # it says little of its own, or that holds half of it


async def parts(turn: Turn) -> Turn:
    """End several questions in one message with the answer to each. Reads parsed, findings; runs others for each part.

    It goes on where the message asks one thing only, or where what was looked up for the whole of it tells each as
    well. Which of them the documents do not hold is said. A question may go on from the one before: "kelas berapa,
    terus yang ikut berapa?"
    """
    texts = separate(turn.query.question, turn.language)
    if not texts:
        return turn
    together = _answering(await turn.setting.run_whole(turn))
    found: list[_Part] = []
    for text in texts:
        before = next((one for one in reversed(found) if one.chosen), None)
        found.append(_told(await _run(turn, text, before), together))
    missing = [one for one in found if not one.chosen]
    if not found[0].chosen or any(one.leans for one in missing):
        return turn  # what follows a question that isn't answered may be about the same
    return _answered(turn, found)


async def _run(turn: Turn, text: str, before: _Part | None) -> Turn:
    """Return one of the questions as it is answered behind the one before it."""
    question = replace(turn.question, text=text)
    alone = Turn(question, turn.language, turn.setting, turn.previous, turn.quoted, text=text)
    if before:
        alone = replace(alone, previous=[one.id for one in before.chosen], quoted=before.chosen)
    return await turn.setting.run_part(alone)


def _answering(turn: Turn) -> Sequence[Statement]:
    """Return the statements that answer; none where anything but what they say would be said."""
    return () if turn.answer or turn.lacking or turn.taken else turn.chosen


def _told(alone: Turn, together: Sequence[Statement]) -> _Part:
    """Return one of the questions with what tells it better: its own answer, or that to the whole message."""
    chosen, query = _answering(alone), alone.query
    own, fits = query.fit(chosen), query.fits(together)
    told = max(fits, default=NOTHING)
    best = [one for one, fit in zip(together, fits, strict=True) if fit == told]
    mine, theirs = alone.taught(chosen), alone.taught(best)
    is_taught = mine is not None and theirs is not None and mine >= theirs + CLEARLY
    if told.is_better_than(own) and not is_taught:
        chosen = best
    leans = len(query.terms) < FEWEST_TERMS or max(query.shares(together), default=0.0) >= TOUCHED
    return _Part(alone, chosen, by_itself=is_taught or own.is_better_than(told), leans=leans)


def _answered(turn: Turn, found: Sequence[_Part]) -> Turn:
    """Return the answers as one, each with its best; of the rest as much as there is room for."""
    firsts = [_first_of(one) for one in found]
    pairs = zip(found, firsts, strict=True)
    lead = dict.fromkeys(phrase for one, first in pairs if not first for phrase in _said_before(one))
    units = [_units(one.chosen) for one in found]
    turns = [place for turn_ in range(MOST) for place, own in enumerate(units) if turn_ < len(own)]
    shares = Counter(turns[: max(MOST, len(units))])
    best = [one for place, own in enumerate(units) for unit in own[: shares[place]] for one in unit]
    first = found[0].turn
    findings, said = first.findings.within(first.release), [one for one in firsts if one]
    answer = turn.composer.quoted(tuple(dict.fromkeys(best)), tuple(lead), findings, firsts=said)
    return turn.ended("parts", Reason.PARTS, answer, str(len(found)))


def _first_of(part: _Part) -> FirstLine | None:
    """Return what answers one of the questions in a line: no table, and nothing that none of its statements proves."""
    first = first_of(replace(part.turn, chosen=part.chosen)) if part.chosen else None
    own = {one.id for one in part.chosen}
    return first if first and first.statements and own.issuperset(first.statements) else None


def _said_before(part: _Part) -> Sequence[Phrase]:
    if part.chosen:
        return settling(part.turn.query.question, part.turn.language, part.chosen, part.turn.composer)
    return (Phrase("not-found-part", (("said", part.turn.question.text),)),)


def _units(chosen: Sequence[Statement]) -> list[list[Statement]]:
    """Return statements one by one, a list as one."""
    return [list(unit) for _, unit in groupby(chosen, _unit)]


def _unit(one: Statement) -> Hashable:
    return one.id if one.group is None else (one.section, one.group)
