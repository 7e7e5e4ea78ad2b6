"""Answers by quoting: chooses the statements that answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from bot.answering.constraints.places import tells_money
from bot.answering.dialogue import contestants
from bot.answering.retrieval.found import Findings, Found
from bot.answering.selection.features import JUDGED, NEAR_ENOUGH, reranked
from bot.answering.selection.lists import with_lists
from bot.answering.selection.promises import other_side
from bot.answering.understanding.clauses import questions
from bot.answering.understanding.promise_or_delivery import asks_both_sides
from bot.answering.understanding.query import ALL, Fit, Query
from bot.domain.documents import Release, Statement
from bot.domain.known_names import towns_of
from bot.language.levels import told_levels
from bot.language.matcher import between_blanks, holds, named_in
from bot.language.quantities import YEAR
from bot.language.tokens import terms, words

FAR = 40  # best statements among which another question's answer is looked for
MOST = 3  # statements an answer quotes, a list counting as one
BESIDE_NAMES = 1  # words that a question for the difference of two names may hold beside them: "program"
DEFINES = 0.5  # added where a name is told what it is, of two names whose difference is asked
PLAIN = 3  # words that make a question plain by itself; a name does, too
HALF = 0.5  # share of what the best holds of a question that is told of the other side, too
CLOSE = 0.82  # a further statement is quoted if its score is at least this share of the best one's
CLOSE_BESIDE = 0.78  # the same where it stands in the best one's section
LESS_CLOSE = 0.07  # taken off both where questions have taught: what that adds sets the best one apart
ALIKE = 0.8  # share of common words from which two statements say the same

_DIFFERENCE = re.compile(
    r"\b(?:be(?:r)?beda\w*|beda(?:nya|kan)?|perbedaan\w*|dibanding\w*|bandingkan|vs|versus|differ\w*|compare\w*)\b",
    re.I,
)


def choose(
    findings: Findings, release: Release, query: Query, *, is_whole: bool = True, without: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Return the statements that answer the question, best first, lists whole.

    `findings` hold at least one statement. The best is followed by those that are nearly as good and say something
    else; where it is a promise, by what was delivered on the subject, and the other way round; where two levels or
    names are compared, by the best on each other one. Where a question that is no follow-up (`is_whole`) is settled by
    the best, other sections add nothing.
    """
    question = query.question
    found = _of_levels(reranked(findings.found, query, release, without), query.levels)
    best, *others = found = _of_asked(found, release, question)
    if best.statement.is_summary:
        return release.sections[best.statement.section].statements
    chosen = _level_by_level(found, query.levels) or _name_by_name(found, release, query)
    chosen = chosen or _side_by_side(found, release, query) or _year_by_year(found, question)
    chosen = chosen or _town_by_town(found, release, query.asking) or [best]
    if asks_both_sides(question) and (opposite := other_side(best, others, release)):
        chosen.append(opposite)
    chosen += _asked_beside(query, chosen, found)
    less = LESS_CLOSE if findings.is_taught else 0.0
    settled = is_whole and _settles(best.statement, release, query)
    for one in others:
        beside = one.statement.section == best.statement.section
        if len(chosen) >= MOST or one.score < (CLOSE_BESIDE - less) * best.score:
            break
        if not beside and (settled or one.score < (CLOSE - less) * best.score):
            continue
        if (
            any(one is other for other in chosen)
            or _says_same(one, chosen, query)
            or not query.is_told_by(one.statement, best.statement)
        ):
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
    others = [one for one in found[:FAR] if one.score >= least and one.statement.section != here[0].statement.section]
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


def _level_by_level(found: Sequence[Found], asked: frozenset[str]) -> list[Found]:
    """Return the best on each of the levels that a question compares ("S1 sama S2"); nothing if it names one only."""
    if len(asked) < 2:
        return []
    judged = found[:JUDGED]
    firsts = [
        next((one for one in judged if level in told_levels(one.statement.text)), None) for level in sorted(asked)
    ]
    return list({one.statement.id: one for one in firsts if one}.values())


def _name_by_name(found: Sequence[Found], release: Release, query: Query) -> list[Found]:
    """Return the best on each of the names whose difference is asked, and nothing else ("beda paket A sama B").

    What tells what a name is comes before all else. Nothing if a name has no statement of its own.
    """
    question = query.question
    names = [name for name in release.names if name in question] if _DIFFERENCE.search(question) else []
    rest = _DIFFERENCE.sub(" ", re.sub("|".join(map(re.escape, names)), " ", question)) if len(names) > 1 else question
    if len(names) < 2 or len(terms(rest, query.spoken)) > BESIDE_NAMES:
        return []
    firsts = []
    for name in names:
        own = [one for one in found if [other for other in names if other in one.statement.text] == [name]]
        tells = re.compile(rf"^{re.escape(name)}\b.{{0,40}}\badalah\b")
        firsts += sorted(own, key=lambda one: -one.score - DEFINES * bool(tells.search(one.statement.text)))[:1]
    return firsts if len(firsts) == len(names) else []


def _year_by_year(found: Sequence[Found], question: str) -> list[Found]:
    """Return the best on each of the years that a question names ("kuota 2025 dan 2026"); nothing if one is missing.

    A statement is about the year that it names first: a later one may be that of a report. Where one of them tells an
    amount of money, that of the others is meant, too.
    """
    asked = dict.fromkeys(YEAR.findall(question))
    if len(asked) < 2:
        return []
    near = [one for one in found if one.score >= NEAR_ENOUGH * found[0].score]
    firsts = {year[0]: one for one in reversed(near) if (year := YEAR.search(one.statement.text))}
    if any(tells_money(one.statement.text) for one in firsts.values()):
        paid = [one for one in near if tells_money(one.statement.text)]
        firsts |= {year[0]: one for one in reversed(paid) if (year := YEAR.search(one.statement.text))}
    told = [firsts[year] for year in asked if year in firsts]
    beside = [] if any(found[0] is one for one in told) else [found[0]]
    return [*told, *beside] if len(told) == len(asked) else []


def _town_by_town(found: Sequence[Found], release: Release, asking: str) -> list[Found]:
    """Return the row of each town that a question names, if the best stands beside a table that holds them all."""
    towns = list(named_in(between_blanks(asking), towns_of(release)))
    if len(towns) < 2:
        return []
    rows = [one for one in found if one.statement.headers and one.statement.section == found[0].statement.section]
    firsts = [next((one for one in rows if holds(names, one.statement.text)), None) for names in towns]
    return [one for one in firsts if one] if all(firsts) else []


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
    topic = [term for term in query.held(best) if term not in terms(mine.name, "id")]
    others = [(side, one) for one in found[1:] if (side := side_of(one.statement)) and side != mine]
    shares = query.lexicon.shares(topic, [one.statement.id for _, one in others])
    others.sort(key=lambda other: (-shares[other[1].statement.id], -other[1].score))
    told = {side.name: one for side, one in reversed(others) if shares[one.statement.id] >= HALF}
    return [found[0], *reversed(told.values())] if told else []


def _of_levels(found: Sequence[Found], asked: frozenset[str]) -> Sequence[Found]:
    """Leave out what is about other levels than the asked ones ("S2"), if anything is about those."""
    if not asked:
        return found
    right = [one for one in found if not (about := told_levels(one.statement.text)) or asked & about]
    return right if any(asked & told_levels(one.statement.text) for one in right[:MOST]) else found


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
