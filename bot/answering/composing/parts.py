"""Several questions in one message: each is answered as if it had been sent by itself, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.answering.asked import Asked, LookedUp, answered_whole, settled, taught
from bot.answering.lookup import look_up
from bot.answering.understanding.clauses import FEWEST_TERMS, separate
from bot.answering.understanding.query import NOTHING
from bot.domain.answers import Answer, Phrase
from bot.domain.documents import Statement
from bot.domain.ports import Embedder

TOUCHED = 0.5  # share of a question's words from which the answer to the whole message is about it, too
CLEARLY = 0.2  # by which what questions have taught speaks for one answer rather than another
MOST = 4  # statements of all answers together, a list counting as one


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the questions, and what answers it."""

    asked: Asked
    looked_up: LookedUp
    chosen: Sequence[Statement]
    by_itself: bool  # it is told better than by what was looked up for the whole message
    leans: bool  # it says little of its own, or that holds half of it


async def answered(asked: Asked, looked_up: LookedUp, embedder: Embedder) -> Answer | None:
    """Return the answers to several questions in one message as one.

    None where it asks one only, or where what was looked up for the whole message tells each as well. Which of them the
    documents do not hold is said. A question may go on from the one before: "kelas berapa, terus yang ikut berapa?"
    """
    with asked.stage("understand"):
        texts = separate(looked_up.text, asked.spoken)
    if not texts:
        return None
    with asked.stage("compose"):
        together = answered_whole(asked, looked_up)
    parts: list[_Part] = []
    for text in texts:
        before = next((one for one in reversed(parts) if one.chosen), None)
        parts.append(await _answered(asked, text, before, together, embedder))
    missing = [one for one in parts if not one.chosen]
    if not parts[0].chosen or any(one.leans for one in missing):
        return None  # what follows a question that isn't answered may be about the same
    if not missing and not any(one.by_itself for one in parts):
        return None
    with asked.stage("compose"):
        return _composed(asked, parts)


async def _answered(
    asked: Asked, text: str, before: _Part | None, together: Sequence[Statement], embedder: Embedder
) -> _Part:
    """Return one of the questions as it is answered behind the one before it, or by the answer to the whole message."""
    alone = replace(asked, question=replace(asked.question, text=text), trail=[])
    if before:
        alone = replace(alone, previous=[one.id for one in before.chosen], quoted=before.chosen)
    looked_up = await look_up(alone, embedder)
    with asked.stage("compose"):
        return _told(alone, looked_up, together)


def _told(alone: Asked, looked_up: LookedUp, together: Sequence[Statement]) -> _Part:
    """Return one of the questions with what tells it better: its own answer, or that to the whole message."""
    chosen = answered_whole(alone, looked_up)
    sought = looked_up.sought
    own, fits = sought.fit(chosen), sought.fits(together)
    told = max(fits, default=NOTHING)
    best = [one for one, fit in zip(together, fits, strict=True) if fit == told]
    mine, theirs = taught(alone, looked_up, chosen), taught(alone, looked_up, best)
    is_taught = mine is not None and theirs is not None and mine >= theirs + CLEARLY
    if told.is_better_than(own) and not is_taught:
        chosen = best
    leans = len(sought.terms) < FEWEST_TERMS or max(sought.shares(together), default=0.0) >= TOUCHED
    return _Part(alone, looked_up, chosen, by_itself=is_taught or own.is_better_than(told), leans=leans)


def _composed(asked: Asked, parts: Sequence[_Part]) -> Answer:
    """Return the answers as one, each with its best; of the rest as much as there is room for."""
    lead = dict.fromkeys(phrase for one in parts for phrase in _said_before(one))
    units = [_units(one.chosen) for one in parts]
    turns = [place for turn in range(MOST) for place, own in enumerate(units) if turn < len(own)]
    shares = Counter(turns[: max(MOST, len(units))])
    best = [one for place, own in enumerate(units) for unit in own[: shares[place]] for one in unit]
    return asked.composer.quoted(tuple(dict.fromkeys(best)), tuple(lead), parts[0].looked_up.findings)


def _said_before(part: _Part) -> Sequence[Phrase]:
    if part.chosen:
        return settled(part.asked, part.looked_up, part.chosen)
    return (Phrase("not-found-part", (("said", part.asked.question.text),)),)


def _units(chosen: Sequence[Statement]) -> list[list[Statement]]:
    """Return statements one by one, a list as one."""
    return [list(unit) for _, unit in groupby(chosen, _unit)]


def _unit(one: Statement) -> Hashable:
    return one.id if one.group is None else (one.section, one.group)
