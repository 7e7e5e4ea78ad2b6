"""Why an answer is as it is: what the turn holds, as a record; nothing of this is done for a voter's question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.answering.retrieval.found import Found
from bot.answering.retrieval.fusion import LIST_LENGTH
from bot.answering.turn import Turn
from bot.domain.answers import Answer
from bot.domain.programs import heading, heading_in
from bot.domain.traces import Retrieved, Trace
from bot.domain.withdrawals import whole, withdrawn_from
from bot.language.tokens import terms

SHOWN = 5  # statements


def trace(turn: Turn, answer: Answer, stages: Mapping[str, float]) -> Trace:
    """Return the way of a question that has just been answered; `stages` are the seconds of each."""
    times, release = tuple(stages.items()), turn.release.id
    if turn.vector is None:
        return Trace(turn.question.text, answer.outcome, turn.decisions, stages=times, release=release)
    kind, cosine = turn.setting.index.judge.nearest(turn.vector)
    return Trace(
        read=turn.query.question,
        outcome=answer.outcome,
        decisions=turn.decisions,
        continued=heading_in(turn.release, turn.subject.sections[0], turn.composer.language) if turn.subject else "",
        evidence=turn.evidence,
        threshold=turn.least_evidence,
        boundary=kind,
        boundary_cosine=cosine,
        retrieved=tuple(_retrieved(turn)),
        stages=times,
        release=release,
    )


def _retrieved(turn: Turn) -> Iterator[Retrieved]:
    ranked = turn.setting.index.rank(terms(turn.query.question, turn.language), LIST_LENGTH)
    places = {hit.statement: place for place, hit in enumerate(ranked, start=1)}
    return (_one(found, turn, places.get(found.statement.id)) for found in turn.findings.found[:SHOWN])


def _one(found: Found, turn: Turn, keyword_rank: int | None) -> Retrieved:
    statement, language, release = found.statement, turn.composer.language, whole(turn.release)
    own = release.by_path[statement.document].language
    text = statement.twin.text if statement.twin and language != own else statement.text
    title = heading(release.sections[statement.section], language, own)
    is_withdrawn = statement.id in withdrawn_from(turn.release)
    return Retrieved(title, text, found.score, found.cosine, keyword_rank, is_withdrawn)
