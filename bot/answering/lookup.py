"""A question is looked up: understood, made whole by what was quoted before, found, held against the boundaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answering.asked import Asked, LookedUp
from bot.answering.constraints.places import only_town
from bot.answering.dialogue import contestants, same_for_others, subject
from bot.answering.dialogue.subject import Subject
from bot.answering.retrieval import refusal
from bot.answering.retrieval.findings import Findings
from bot.answering.retrieval.fusion import find
from bot.answering.retrieval.refusal import suffices
from bot.answering.understanding import relative_dates, small_talk
from bot.answering.understanding.asides import asked as asking_of
from bot.answering.understanding.asides import without_askers
from bot.answering.understanding.boundaries import Boundaries
from bot.answering.understanding.clauses import best_clause
from bot.answering.understanding.query import seek
from bot.domain.documents import Boundary, Role, Sort
from bot.domain.judging import Judge
from bot.domain.ports import Embedder, Vector
from bot.domain.withdrawals import whole
from bot.language.levels import name_levels
from bot.language.names import canonical
from bot.language.tokens import fold, terms


class _Reading(NamedTuple):
    """A text that a question is read as, what of it asks, its embedding, and what it brought up."""

    text: str
    asking: str
    vector: Vector
    findings: Findings

    def crossed(self, boundaries: Boundaries, judge: Judge, *, clearly: bool = False) -> Boundary | None:
        """Return the boundary that it crosses."""
        held = self.findings.cosine, self.findings.coverage, self.findings.lead
        return boundaries.match(self.text, self.asking, self.vector, judge, *held, clearly=clearly)


async def look_up(asked: Asked, embedder: Embedder) -> LookedUp:
    """Return what a question brings up, and the boundary that it crosses; its trail keeps it, too."""
    index, language = asked.index, asked.spoken
    with asked.stage("understand"):
        text, about = _made_whole(asked)
        typed = _said_of_contestants(asked)
        sought = seek(text, language, whole(index.release))
        texts = [text, subject.whole(text, about)] if about else [text]
        carried = [sought.terms, *(terms(one, language) for one in texts[1:])]
    with asked.stage("embed"):
        vectors = await embedder.embed([*texts, *typed], Role.QUERY)
    with asked.stage("find"):
        pairs = zip(vectors[: len(texts)], carried, strict=True)
        alone, *joined = [await find(index, vector, held, language) for vector, held in pairs]
        if about and not _continues(asked, text, alone, about):
            about = None
        own = same_for_others.to_whom(carried[0]) if about else carried[0]
        findings = subject.merge(alone, joined[0], own, language, about) if about else alone
    with asked.stage("boundaries"):
        by_itself = _Reading(text, sought.asking, vectors[0], alone)
        continued = (
            _Reading(texts[-1], asking_of(without_askers(texts[-1])), vectors[len(texts) - 1], findings)
            if about
            else by_itself
        )
        boundary = _boundary(asked, own, about, by_itself, continued)
        readings = [_Reading(one, asking_of(one), vectors[-1], alone) for one in typed]
        boundary = boundary or _declined_clearly(asked, readings)
    clause = None if about or boundary else await _clause(asked, text, findings, embedder)
    continues = about is not None and not about.loosely
    findings = relative_dates.preferred(findings, text, asked.year, asked.release)
    if (named := relative_dates.named(text, asked.year)) != text:
        sought = seek(named, language, whole(index.release))
    left = findings.within(asked.release)
    asked.trail.append(LookedUp(sought, findings, left, boundary, continues, about, vectors[0], clause))
    return asked.trail[-1]


def _continues(asked: Asked, text: str, alone: Findings, about: Subject) -> bool:
    """Return whether a question is a follow-up, as far as what it finds by itself tells."""
    language, manifest = asked.spoken, asked.release.manifest
    evidence, least = refusal.evidence(alone, manifest, language), refusal.least(manifest, language)
    if about.tentatively:
        return subject.goes_on(text, language, alone, about, evidence, least)
    return not subject.is_new_topic(text, language, alone, about, evidence)


def _made_whole(asked: Asked) -> tuple[str, Subject | None]:
    """Return a question in plain spelling, the side and the year that it means by name, and what it may be about."""
    text, language = understood(asked), asked.spoken
    about = subject.subject(asked.previous, whole(asked.release))
    if turned := contestants.turned(text, language, asked.quoted, asked.release):
        text, about = turned.text, about if turned.beside else None
    elif about:
        text = subject.without_example(same_for_others.without_likeness(text), language, about)
        dated = relative_dates.dated(text, [about.sections[0].title, *(one.text for one in asked.quoted)])
        about = subject.continued(dated, language, about, asked.index)
        text = dated if about else text
    if about and not about.loosely:
        about = replace(about, contender=contestants.carried(text, asked.quoted, asked.release))
        dated = relative_dates.in_numbers(text, asked.year)
        if subject.asks_of_number(terms(dated, language)):  # "kalau tahun lalu?" asks of the same town
            text = " ".join(filter(None, (dated, only_town(asked.quoted, whole(asked.release)))))
    return text, about


def _said_of_contestants(asked: Asked) -> list[str]:
    """Return a question as typed where names take the place of "lawannya", if it says more than whom it means."""
    typed, release = understood(asked), asked.release
    is_turned = contestants.turned(typed, asked.spoken, asked.quoted, release) is not None
    return [typed] if is_turned and not contestants.says_only_whom(typed, asked.spoken, release) else []


def _declined_clearly(asked: Asked, typed: Sequence[_Reading]) -> Boundary | None:
    """Return the boundary for which a question as typed is clearly declined: with names, a threat is less like one."""
    crossed = (one.crossed(asked.boundaries, asked.index.judge, clearly=True) for one in typed)
    return next((one for one in crossed if one and one.declines), None)


def understood(asked: Asked) -> str:
    """Return the question without greeting and in plain spelling, names as the documents write them."""
    text, release = asked.question.text, asked.release
    folded = small_talk.question(fold(text, release.vocabulary) if asked.spoken == "id" else text)
    return name_levels(canonical(folded, release.names))


def _boundary(
    asked: Asked, own: Sequence[str], about: Subject | None, alone: _Reading, continued: _Reading
) -> Boundary | None:
    """Return the boundary that a question crosses, by itself or as what goes on from its subject.

    What only says which contestants it means is declined as the whole that it stands for, never by its few words.
    """
    boundary = _crossed(asked, own, about, alone, continued)
    if boundary and boundary.declines and contestants.says_only_whom(alone.text, asked.spoken, asked.release):
        return continued.crossed(asked.boundaries, asked.index.judge) if about else None
    return boundary


def _crossed(
    asked: Asked, own: Sequence[str], about: Subject | None, alone: _Reading, continued: _Reading
) -> Boundary | None:
    boundaries, judge = asked.boundaries, asked.index.judge
    if about is None:
        return alone.crossed(boundaries, judge)
    is_phrase = len(own) > 1  # a single word is near to anything
    by_itself = alone.crossed(boundaries, judge) if is_phrase else None
    if is_phrase and not about.loosely and (not about.tentatively or subject.points_back(alone.text)):
        boundary = by_itself if by_itself and _stands(by_itself, alone, continued, boundaries, judge) else None
    else:
        boundary = by_itself or continued.crossed(boundaries, judge)
    if boundary and boundary.sort is Sort.UNKNOWN and subject.is_told_near(own, asked.spoken, about):
        return None  # an unknown topic that the documents which were quoted tell of
    return boundary


def _stands(by_itself: Boundary, alone: _Reading, continued: _Reading, boundaries: Boundaries, judge: Judge) -> bool:
    """Return whether half a question is what it is by itself: declined only if clearly so, or in both readings."""
    if not by_itself.declines:
        return True
    clearly = alone.crossed(boundaries, judge, clearly=True)
    return bool(clearly and clearly.declines) or continued.crossed(boundaries, judge) is not None


async def _clause(asked: Asked, text: str, findings: Findings, embedder: Embedder) -> Findings | None:
    """Return what a question's best clause brings up, None where the whole suffices or has no such clause."""
    index, language = asked.index, asked.spoken
    if suffices(findings, asked.release.manifest, language):
        return None
    with asked.stage("find"):
        clause = best_clause(text, language, index)
    if not clause:
        return None
    with asked.stage("embed"):
        vectors = await embedder.embed([clause], Role.QUERY)
    with asked.stage("find"):
        return await find(index, vectors[0], terms(clause, language), language)
