"""What is right and wrong about each answer of an exam, and the figures that come of it. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from bot.domain.answers import Answer, Outcome
from bot.domain.documents import Release
from bot.evaluation.evidence import Render, numbers_without_source, quotes_not_found
from bot.evaluation.questions import GoldenQuestion
from bot.evaluation.seeing import Seen, see

ANSWERS = frozenset({Outcome.QUOTED, Outcome.WRITTEN})
RANKS = (1, 3, 5, 10)
NO_TOPIC = "–"
FAIR = "fair"  # the register of questions that come near to a boundary
YES_NO = "yes_no"  # the register of questions that want a yes or a no; `says` tells which
Z = 1.96  # of 95 %
Number = TypeVar("Number", int, float)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer, judged."""

    question: GoldenQuestion
    answer: Answer
    text: str  # what the voter read
    topic: str  # program of the first fact's document
    faults: tuple[str, ...]  # why it is not right; empty: it is
    rank: int | None  # of the section that carries the fact among those retrieved, from 1; of several needed the last
    seen: Seen  # what is read of it first
    lost_quotes: tuple[str, ...] = ()
    loose_numbers: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Outcome, facts and words are as they should be."""
        return not self.faults

    @property
    def outcome(self) -> Outcome:
        """How it ended."""
        return self.answer.outcome


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of a number of questions; of none it is not known."""

    hits: int
    total: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies in 95 of 100 exams like this: E. B. Wilson's score interval (JASA 22, 1927)."""
        if self.share is None:
            return None
        n, p = self.total, self.share
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Figures:
    """What an exam, or a part of it, has shown."""

    rates: Mapping[str, Rate]  # see MEASURES
    mrr: float | None  # mean of 1/rank
    quotes_not_found: int
    numbers_without_source: int
    seconds: tuple[float, float] | None  # p50 and p95 of the last turn's answer
    words_median: int | None  # of the answers that quote something, with all their sources
    words_p95: int | None

    def value(self, name: str) -> float | None:
        """Return a rate's share, a count or a length by the name that it has in [marks]."""
        if name in LENGTHS:
            words: int | None = getattr(self, name)
            return words
        if name in COUNTS:
            return float(getattr(self, name))
        return self.rates[name].share


@dataclass(frozen=True, slots=True)
class Measure:
    """A rate: of the questions that `applies` picks, the share of those that `counts` picks.

    Where a question may hold several of what is counted, both give their number.
    """

    title: str
    applies: Callable[[Verdict], int]
    counts: Callable[[Verdict], int]


def judge(
    question: GoldenQuestion, answer: Answer, release: Release, documents: Mapping[str, str], render: Render
) -> Verdict:
    """Return what is right and wrong about an answer; `documents` holds each document's reduced text by its path."""
    text = render(answer)
    return Verdict(
        question=question,
        answer=answer,
        text=text,
        topic=_topic(question, release),
        faults=tuple(_faults(question, answer, text)),
        rank=_rank(question, answer.retrieved, release),
        seen=see(question, answer, text, release),
        lost_quotes=quotes_not_found(answer, documents),
        loose_numbers=numbers_without_source(answer, question.turns, render),
    )


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """Return the figures of some verdicts."""
    located = [verdict for verdict in verdicts if _is_located(verdict)]
    seconds = sorted(verdict.answer.seconds for verdict in verdicts)
    words = sorted(verdict.seen.words for verdict in verdicts if _answers(verdict))
    return Figures(
        rates={name: _rate(measure, verdicts) for name, measure in MEASURES.items()},
        mrr=sum(1 / one.rank for one in located if one.rank) / len(located) if located else None,
        quotes_not_found=sum(len(verdict.lost_quotes) for verdict in verdicts),
        numbers_without_source=sum(len(verdict.loose_numbers) for verdict in verdicts),
        seconds=(_quantile(seconds, 0.5), _quantile(seconds, 0.95)) if seconds else None,
        words_median=_quantile(words, 0.5) if words else None,
        words_p95=_quantile(words, 0.95) if words else None,
    )


def grouped(verdicts: Sequence[Verdict], key: Callable[[Verdict], str]) -> dict[str, tuple[Verdict, ...]]:
    """Return verdicts by register, topic or whatever `key` says, in order of first appearance."""
    names = dict.fromkeys(key(verdict) for verdict in verdicts)
    return {name: tuple(verdict for verdict in verdicts if key(verdict) == name) for name in names}


def matrix(verdicts: Iterable[Verdict]) -> Counter[tuple[str, str]]:
    """Return how often each (expected, given) outcome came; where several are right, the one given counts."""
    return Counter((_expected(verdict), verdict.outcome.value) for verdict in verdicts)


def missed_marks(found: Figures, marks: Mapping[str, float]) -> list[str]:
    """Return the names of the marks that are not held; a rate of no questions misses none."""
    return [name for name, mark in marks.items() if not _holds(name, found.value(name), mark)]


def counts_against(name: str, verdict: Verdict) -> bool:
    """Return whether an answer is one of those that keep a mark from being held; of a length, none by itself is."""
    if name in LENGTHS:
        return False
    if name in COUNTS:
        return bool({"quotes_not_found": verdict.lost_quotes, "numbers_without_source": verdict.loose_numbers}[name])
    measure = MEASURES[name]
    return bool(measure.applies(verdict)) and bool(measure.counts(verdict)) is (name in AT_MOST)


def _holds(name: str, value: float | None, mark: float) -> bool:
    return value is None or (value <= mark if name in AT_MOST else value >= mark)


def _faults(question: GoldenQuestion, answer: Answer, text: str) -> Iterable[str]:
    if answer.outcome not in question.expect:
        yield f"outcome {answer.outcome}"
    elif answer.outcome in ANSWERS:
        cited = {name for one in answer.citations for name in (one.label, one.section)}
        if question.facts and cited.isdisjoint(question.facts):
            yield "no fact of " + ", ".join(question.facts)
        yield from (f"fact {fact} missing" for fact in question.every if fact not in cited)
        quoted = _quoted(answer)
        yield from (f"not said: {one.pattern}" for one in question.must if not one.search(quoted))
    yield from (f"said: {one.pattern}" for one in question.never if one.search(text))


def _quoted(answer: Answer) -> str:
    """The documents' words alone: a heading's date must not pass for what was asked."""
    return "\n".join(dict.fromkeys(f"{quote.headers} {quote.text}" for part in answer.parts for quote in part.quotes))


def _topic(question: GoldenQuestion, release: Release) -> str:
    for fact in (*question.facts, *question.every):
        for section in _sections(fact, release):
            document = release.by_path[release.sections[section].document]
            return document.program or document.title
    return NO_TOPIC


def _rank(question: GoldenQuestion, retrieved: Sequence[str], release: Release) -> int | None:
    if question.every:
        ranks = [_first(_sections(fact, release), retrieved) for fact in question.every]
        return None if None in ranks else max(rank for rank in ranks if rank)
    return _first(chain.from_iterable(_sections(fact, release) for fact in question.facts), retrieved)


def _first(sections: Iterable[str], retrieved: Sequence[str]) -> int | None:
    wanted = set(sections)
    return next((place for place, key in enumerate(retrieved, 1) if key in wanted), None)


def _sections(fact: str, release: Release) -> list[str]:
    if fact in release.sections:
        return [fact]
    return [statement.section for statement in release.by_label.get(fact, ())]


def _expected(verdict: Verdict) -> str:
    expect = verdict.question.expect
    return (verdict.outcome if verdict.outcome in expect else expect[0]).value


def _rate(measure: Measure, verdicts: Iterable[Verdict]) -> Rate:
    asked = [(verdict, number) for verdict in verdicts if (number := measure.applies(verdict))]
    return Rate(sum(measure.counts(verdict) for verdict, _ in asked), sum(number for _, number in asked))


def _quantile(ordered: Sequence[Number], share: float) -> Number:
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def _only(*outcomes: Outcome) -> Callable[[Verdict], bool]:
    return lambda verdict: set(verdict.question.expect) <= set(outcomes)


def _is_located(verdict: Verdict) -> bool:
    """Whether sections that carry the answer are known."""
    return _only(*ANSWERS)(verdict) and bool(verdict.question.facts or verdict.question.every)


def _is_of_facet(verdict: Verdict) -> bool:
    return bool(verdict.question.facet) and _is_located(verdict)


def _wants_yes_or_no(verdict: Verdict) -> bool:
    return verdict.question.register == YES_NO and verdict.question.says is not None


def _buttons(verdict: Verdict) -> int:
    return verdict.seen.buttons if _answers(verdict) else 0


def _within(rank: int) -> Measure:
    return Measure(f"recall@{rank}", _is_located, lambda one: one.rank is not None and one.rank <= rank)


def _is_declined(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.DECLINED


def _is_right(verdict: Verdict) -> bool:
    return verdict.is_right


def _answers(verdict: Verdict) -> bool:
    return verdict.outcome in ANSWERS


MEASURES: dict[str, Measure] = {
    "right": Measure("right: outcome, facts and words", lambda one: True, _is_right),
    **{f"recall_at_{rank}": _within(rank) for rank in RANKS},
    "false_refusals": Measure(
        "false refusals: answerable, not answered", _only(*ANSWERS), lambda one: not _answers(one)
    ),
    "absent_caught": Measure("absent caught", _only(Outcome.NOT_FOUND), lambda one: one.outcome is Outcome.NOT_FOUND),
    "declines": Measure("declined of what must be", _only(Outcome.DECLINED), _is_declined),
    "false_declines": Measure(
        "declined of what must not be", lambda one: Outcome.DECLINED not in one.question.expect, _is_declined
    ),
    "fair_refused": Measure("fair ones declined", lambda one: one.question.register == FAIR, _is_declined),
    "says": Measure("first line says it", lambda one: one.question.says is not None, lambda one: one.seen.says),
    "first_statement": Measure("first statement fits the facet", _is_of_facet, lambda one: one.seen.first_fits),
    "first_word": Measure("yes or no, rightly, at once", _wants_yes_or_no, lambda one: one.seen.says),
    "parts": Measure(
        "every part, in its order", lambda one: bool(one.question.parts), lambda one: not one.seen.unanswered
    ),
    "repeating_buttons": Measure("buttons that repeat the answer", _buttons, lambda one: one.seen.repeating),
}
COUNTS: dict[str, str] = {
    "quotes_not_found": "quotes not in their document",
    "numbers_without_source": "numbers without a source",
}
LENGTHS: dict[str, str] = {
    "words_median": "words of an answer with its sources, median",
    "words_p95": "words that 19 of 20 answers stay within",
}
NUMBERS = {**COUNTS, **LENGTHS}  # figures that are no shares
AT_MOST = frozenset(  # marks that are upper bounds
    {"false_refusals", "false_declines", "fair_refused", "repeating_buttons", *NUMBERS}
)
