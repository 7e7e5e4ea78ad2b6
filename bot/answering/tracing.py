"""Why an answer is as it is, told from what was looked up for it; nothing of this is done for a voter's question."""

from __future__ import annotations

from bot.answering.asked import Asked, LookedUp, evidence
from bot.answering.retrieval import refusal
from bot.answering.retrieval.findings import Found
from bot.answering.retrieval.fusion import LIST_LENGTH
from bot.domain.answers import Answer, Outcome
from bot.domain.programs import heading, heading_in
from bot.domain.traces import Retrieved, Rule, Trace
from bot.domain.withdrawals import whole, withdrawn_from
from bot.language.tokens import terms

SHOWN = 5  # statements


def trace(asked: Asked, answer: Answer) -> Trace:
    """Return the way of a question that has just been answered."""
    rule, detail = _rule(answer)
    stages, release = tuple(asked.stages.items()), asked.release.id
    looked_up = asked.trail[-1] if asked.trail else None
    if looked_up is None:
        return Trace(asked.question.text, rule, detail, answer.outcome, stages=stages, release=release)
    kind, cosine = _nearest_boundary(asked, looked_up)
    return Trace(
        read=looked_up.text,
        rule=rule,
        detail=detail,
        outcome=answer.outcome,
        continued=_continued(asked, looked_up),
        evidence=evidence(asked, looked_up),
        threshold=refusal.least(asked.release.manifest, asked.spoken),
        boundary=kind,
        boundary_cosine=cosine,
        retrieved=_retrieved(asked, looked_up),
        stages=stages,
        release=release,
    )


def _rule(answer: Answer) -> tuple[Rule, str]:
    """Return what decided, and about what; the phrases of an answer tell."""
    said = {phrase.key: dict(phrase.values) for phrase in answer.phrases}
    if answer.boundary:
        return Rule.BOUNDARY, answer.boundary
    by_outcome = {Outcome.SMALL_TALK: Rule.SMALL_TALK, Outcome.CLARIFY: Rule.CLARIFY, Outcome.QUIET: Rule.QUIET}
    if answer.outcome in by_outcome:
        return by_outcome[answer.outcome], ""
    if answer.outcome is Outcome.NOT_FOUND:
        pinned = next((values["said"] for values in said.values() if "said" in values), None)
        if pinned is not None:
            return Rule.PINNED, pinned
        return (Rule.REFUSED if "not-found" in said else Rule.WITHDRAWN), ""
    if "answer-differs" in said:
        return Rule.DIFFERS, said["answer-differs"]["held"]
    return (Rule.QUOTED if answer.retrieved else Rule.CONFIRMED), ""


def _continued(asked: Asked, looked_up: LookedUp) -> str:
    if looked_up.about is None:
        return ""
    return heading_in(asked.release, looked_up.about.sections[0], asked.composer.language)


def _nearest_boundary(asked: Asked, looked_up: LookedUp) -> tuple[str, float]:
    return ("", 0.0) if looked_up.vector is None else asked.index.judge.nearest(looked_up.vector)


def _retrieved(asked: Asked, looked_up: LookedUp) -> tuple[Retrieved, ...]:
    ranked = asked.index.rank(terms(looked_up.text, asked.spoken), LIST_LENGTH)
    places = {hit.statement: place for place, hit in enumerate(ranked, start=1)}
    return tuple(_one(found, asked, places.get(found.statement.id)) for found in looked_up.everything.found[:SHOWN])


def _one(found: Found, asked: Asked, keyword_rank: int | None) -> Retrieved:
    statement, language = found.statement, asked.composer.language
    release = whole(asked.release)
    own = release.by_path[statement.document].language
    text = statement.twin.text if statement.twin and language != own else statement.text
    title = heading(release.sections[statement.section], language, own)
    is_withdrawn = statement.id in withdrawn_from(asked.release)
    return Retrieved(title, text, found.score, found.cosine, keyword_rank, is_withdrawn)
