"""Sits the exam: asks every question, the turns of one in one conversation, and judges each last answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.answers import Answer, Question
from bot.domain.documents import Release
from bot.evaluation.evidence import Render
from bot.evaluation.questions import GoldenQuestion
from bot.evaluation.scoring import Verdict, judge

Ask = Callable[[Question], Awaitable[Answer]]
Progress = Callable[[int, int], None]  # questions done, questions in all


@dataclass(frozen=True, slots=True)
class Examinee:
    """What is examined: how to ask it, how it shows an answer, and what it answers from."""

    ask: Ask
    render: Render
    release: Release
    documents: Mapping[str, str]  # path → reduced text


async def sit(
    examinee: Examinee, questions: Sequence[GoldenQuestion], now: dt.datetime, progress: Progress
) -> tuple[Verdict, ...]:
    """Return a verdict on each question, asked in a conversation of its own; nobody asks it, so nothing is stored."""
    verdicts: list[Verdict] = []
    for number, question in enumerate(questions):
        answer = await _last_answer(examinee.ask, question, f"exam-{number}", now)
        verdicts.append(judge(question, answer, examinee.release, examinee.documents, examinee.render))
        progress(number + 1, len(questions))
    return tuple(verdicts)


async def _last_answer(ask: Ask, question: GoldenQuestion, conversation: str, now: dt.datetime) -> Answer:
    for turn in question.turns[:-1]:
        await ask(Question(turn, now, conversation=conversation))
    return await ask(Question(question.turns[-1], now, conversation=conversation))
