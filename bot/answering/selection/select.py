"""Answers by quoting: chooses the statements that answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from bot.answering.dialogue import contestants
from bot.answering.retrieval.found import Findings, Found
from bot.answering.selection.features import NEAR_ENOUGH, reranked
from bot.answering.selection.lists import with_lists
from bot.answering.selection.promises import other_side
from bot.answering.understanding.clauses import questions
from bot.answering.understanding.promise_or_delivery import asks_both_sides
from bot.answering.understanding.query import ALL, Fit, Query
from bot.domain.documents import Release, Statement
from bot.language.tokens import terms, words

JUDGED_BESIDE = 40  # best statements of which one may tell what else is asked
MOST = 3  # statements an answer quotes, a list counting as one
PLAIN = 3  # words that make a question plain by itself; a name does, too
HALF = 0.5  # share of what the best holds of a question that is told of the other side, too
FAR_OFF = 0.18  # share of what the best one scored when it was found by which a further one may be behind to be quoted
FAR_OFF_BESIDE = 0.22  # the same where it stands in the best one's section
TAUGHT = 0.07  # added to both where questions have taught: what that adds sets the best one apart
ALIKE = 0.8  # share of common words from which two statements say the same


def choose(
    findings: Findings, release: Release, query: Query, *, is_whole: bool = True, without: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Return the statements that answer the question, best first, lists whole.

    `findings` hold at least one statement. The best is followed by those that are nearly as good and say something
    else; where promise and delivery are both asked for, by the best on the other side; where contestants are
    compared, by the best on each other one. Where a question that is no follow-up (`is_whole`) is settled by the best,
    other sections add nothing.
    """
    question = query.question
    reordered = reranked(findings.found, query, release, without)
    best, *others = found = _of_asked(reordered, release, question)
    if best.statement.is_summary:
        return release.sections[best.statement.section].statements
    chosen = _side_by_side(found, release, query) or [best]
    if asks_both_sides(question) and (opposite := other_side(best, others, release)):
        chosen.append(opposite)
    chosen += _asked_beside(query, chosen, found)
    taught = TAUGHT if findings.is_taught else 0.0
    first = next(one.score for one in findings.found if one.statement is best.statement)
    settled = is_whole and _settles(best.statement, release, query)
    for one in others:
        behind = (best.score - one.score) / first - taught  # what all of them gained as features counts for none
        beside = one.statement.section == best.statement.section
        if len(chosen) >= MOST or behind > FAR_OFF_BESIDE:
            break
        if not beside and (settled or behind > FAR_OFF):
            continue
        if any(one is other for other in chosen) or _says_same(one, chosen, query):
            continue
        if not _answers_less(one.statement, best.statement, query):
            chosen.append(one)
    return with_lists([one.statement for one in chosen[:MOST]], release, question)


def _asked_beside(query: Query, chosen: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Return the best on each question in one that nothing chosen answers: "berapa, dan siapa yang …?".

    It stands in the best one's section; elsewhere only where that tells nothing of it.
    """
    parts = questions(query.question)
    if len(parts) < 2 and any(query.is_given(one.statement) for one in chosen):
        return []
    here = [one for one in found if one.statement.section == chosen[0].statement.section]
    least = NEAR_ENOUGH * chosen[0].score
    others = [
        one
        for one in found[:JUDGED_BESIDE]
        if one.score >= least and one.statement.section != here[0].statement.section
    ]
    added: list[Found] = []
    for part in parts:
        one_part = query.part(part) if len(parts) > 1 else query.answer_type_alone()
        told = one_part.fit([one.statement for one in (*chosen, *added)])
        better = next((one for fit, one in _fits(here, one_part) if fit.is_better_than(told)), None)
        if not better and one_part.terms and (told.share == 0.0 or told.given < 1.0):
            better = next((one for fit, one in _fits(others, one_part) if fit.share >= HALF and fit.given >= 1.0), None)
        added += [better] if better else []
    return added


def _fits(found: Sequence[Found], part: Query) -> list[tuple[Fit, Found]]:
    """Return what gives what a part wants to hear, and how well it tells that, the best first."""
    fits = zip(part.fits([one.statement for one in found]), found, strict=True)
    return sorted((pair for pair in fits if pair[0].given), key=lambda pair: (*pair[0], pair[1].score), reverse=True)


def _settles(best: Statement, release: Release, query: Query) -> bool:
    """Whether a statement holds all words of a question, and what it wants to hear."""
    if len(query.terms) < PLAIN and not any(name in query.question for name in release.names):
        return False
    if query.lexicon.shares(query.terms, [best.id])[best.id] < ALL:
        return False
    return query.is_given(best)


def _answers_less(row: Statement, best: Statement, query: Query) -> bool:
    """Whether a row of a table holds part of what another of its rows holds of the question: a town beside the wage."""
    if not row.headers or (row.section, row.headers) != (best.section, best.headers):
        return False
    return query.held(row) < query.held(best)


def _of_asked(found: Sequence[Found], release: Release, question: str) -> Sequence[Found]:
    """Leave out what is only of a contestant that is not meant, where a question is about several: "the other two"."""
    side_of = contestants.compared(question, release)
    if not side_of:
        return found
    return [
        one for one in found if side_of(one.statement) or not contestants.only_side(one.statement, release)
    ] or found


def _side_by_side(found: Sequence[Found], release: Release, query: Query) -> list[Found]:
    """Return the best and the same of each other contestant, where a question is about several ("beda visinya").

    The same is what holds most of the asked words that the best holds. Nothing if the best tells of none or of several.
    """
    side_of, best = contestants.compared(query.question, release), found[0].statement
    mine = side_of(best) if side_of else None
    if not side_of or not mine:
        return []
    topic = [term for term in query.held(best) if term not in terms(mine.name, query.spoken)]
    others = [(side, one) for one in found[1:] if (side := side_of(one.statement)) and side != mine]
    shares = query.lexicon.shares(topic, [one.statement.id for _, one in others])
    others.sort(key=lambda other: (-shares[other[1].statement.id], -other[1].score))
    told = {side.name: one for side, one in reversed(others) if shares[one.statement.id] >= HALF}
    return [found[0], *reversed(told.values())] if told else []


def _says_same(one: Found, chosen: Sequence[Found], query: Query) -> bool:
    """Whether one of the chosen says the same as a statement, which holds no asked word that they all lack."""
    if not any(_alike(one.statement, other.statement) for other in chosen):
        return False
    return query.held(one.statement) <= frozenset[str]().union(*(query.held(other.statement) for other in chosen))


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two statements say the same: nearly the same words, and no number or level that the other lacks."""
    mine, theirs = _told(one.text), _told(other.text)
    if any(word[-1].isdigit() for word in mine ^ theirs):
        return False
    return len(mine & theirs) >= ALIKE * max(1, min(len(mine), len(theirs)))


@lru_cache(maxsize=2000)
def _told(text: str) -> frozenset[str]:
    """The words of a document's text, kept; a voter's question must not stay in memory."""
    return frozenset(words(text))
