"""Sits the exam: asks every question, the turns of one in one conversation, and judges each last answer."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.domain.answers import Answer, Question
from bot.domain.documents import Release
from bot.evaluation.evidence import Render
from bot.evaluation.questions import GoldenQuestion
from bot.evaluation.scoring import Verdict, judge

Ask = Callable[[Question], Awaitable[Answer]]
Progress = Callable[[int, int], None]  # questions done, questions in all
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Examinee:
    """What is examined: how to ask it, how it shows an answer, and what it answers from."""

    ask: Ask
    render: Render
    release: Release
    documents: Mapping[str, str]  # path → reduced text


async def sit(
    examinee: Examinee, questions: Sequence[GoldenQuestion], now: dt.datetime, progress: Progress, at_once: int = 1
) -> tuple[Verdict, ...]:
    """Return a verdict on each question, asked in a conversation of its own; nobody asks it, so nothing is stored.

    So many are asked at once: then their embedder may take them together, but how long each took says nothing.
    """
    told = 0
    progress(told, len(questions))

    async def verdict_on(numbered: tuple[int, GoldenQuestion]) -> Verdict:
        nonlocal told
        number, question = numbered
        answer = await _last_answer(examinee.ask, question, f"exam-{number}", now)
        verdict = judge(question, answer, examinee.release, examinee.documents, examinee.render)
        told += 1
        progress(told, len(questions))
        return verdict

    return await each(verdict_on, [*enumerate(questions)], at_once)


async def each(work: Callable[[T], Awaitable[R]], items: Sequence[T], at_once: int) -> tuple[R, ...]:
    """Return the result of some work on each item, in their order; so many are worked on at once."""
    left, results = iter(enumerate(items)), dict[int, R]()

    async def worker() -> None:
        for place, item in left:  # all workers take from the same
            results[place] = await work(item)

    async with asyncio.TaskGroup() as workers:
        for _ in range(at_once):
            workers.create_task(worker())
    return tuple(results[place] for place in range(len(items)))


async def _last_answer(ask: Ask, question: GoldenQuestion, conversation: str, now: dt.datetime) -> Answer:
    for turn in question.turns[:-1]:
        await ask(Question(turn, now, conversation=conversation))
    return await ask(Question(question.turns[-1], now, conversation=conversation))
