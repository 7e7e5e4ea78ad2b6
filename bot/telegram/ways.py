"""The ways of the team's own questions: remembered for a quarter of an hour, in memory only, and told as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from telegram import Chat

from bot.domain.answers import Decision, Reason
from bot.domain.traces import Retrieved, Trace
from bot.locales import say
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.packing import Block, bold, escape
from bot.telegram.delivery.sending import Recent, place

LONGEST = 90  # characters of a statement


class Traces:
    """The ways of questions by the messages that answer them, and the last one of each chat."""

    def __init__(self, timer: Callable[[], float]) -> None:
        self._traces: Recent[Trace] = Recent(timer)
        self._last: Recent[Trace] = Recent(timer)

    def keep(self, chat: Chat, answers: Sequence[int], trace: Trace) -> None:
        """Remember the way of a question that these messages answer."""
        for message_id in answers:
            self._traces.keep((chat.id, message_id), trace)
        self._last.keep(place(chat), trace)

    def of(self, chat: Chat, message_id: int | None) -> Trace | None:
        """Return the way to an answer, to the last one if none is named; None if that is too long ago."""
        return self._last.get(place(chat)) if message_id is None else self._traces.get((chat.id, message_id))

    def count(self, chat: Chat) -> int:
        """Return how many ways are remembered of a chat."""
        return len({id(trace) for trace in self._traces.of_chat(chat.id)})

    def forget(self, chat: Chat) -> None:
        """Drop those of a chat."""
        self._traces.forget_chat(chat.id)
        self._last.forget_chat(chat.id)


def told(trace: Trace, language: str) -> Iterator[Block]:
    """Yield a way in short lines: what was read, what decided, what was found, how long it took."""
    yield Block(bold(say(language, "trace-title")))
    yield Block(escape(say(language, "trace-read", text=trace.read)), "\n\n")
    if trace.continued:
        yield Block(escape(say(language, "trace-continued", title=trace.continued)))
    for number, decision in enumerate(trace.decisions):
        yield Block(escape(say(language, "trace-rule", rule=_decided(decision, language))), "" if number else "\n\n")
    if trace.evidence is not None and trace.threshold is not None:
        sign = "≥" if trace.evidence >= trace.threshold else "<"
        values = {"evidence": _number(trace.evidence), "sign": sign, "threshold": _number(trace.threshold)}
        yield Block(escape(say(language, "trace-evidence", **values)))
    if trace.boundary:
        cosine = _number(trace.boundary_cosine)
        yield Block(escape(say(language, "trace-boundary", kind=trace.boundary, cosine=cosine)))
    if trace.retrieved:
        yield Block(bold(say(language, "trace-found")), "\n\n", leads=True)
    for number, one in enumerate(trace.retrieved, start=1):
        yield from _retrieved(number, one, language)
    yield Block(escape(say(language, "trace-times", times=_times(trace, language))), "\n\n")
    yield Block(escape(say(language, "trace-release", release=trace.release)))


def _decided(decision: Decision, language: str) -> str:
    text = say(language, f"reason-{decision.reason}")
    about = f" ({shortened(decision.about)})" if decision.about and decision.reason is not Reason.QUOTED else ""
    return f"{text}{about} · {decision.component}"


def _retrieved(number: int, one: Retrieved, language: str) -> Iterator[Block]:
    mark = "⛔ " if one.withdrawn else ""
    yield Block(f"{number}. {mark}{bold(shortened(one.title))}", leads=True)
    yield Block(escape(shortened(one.text, LONGEST)), leads=True)
    words = f"#{one.keyword_rank}" if one.keyword_rank else "–"
    scores = say(language, "trace-scores", score=_number(one.score), cosine=_number(one.cosine), words=words)
    yield Block(f"<code>{escape(scores)}</code>")


def _times(trace: Trace, language: str) -> str:
    return " · ".join(
        say(language, "trace-stage", stage=say(language, f"stage-{name}"), count=round(1000 * seconds))
        for name, seconds in trace.stages
    )


def _number(value: float) -> str:
    return f"{value:.3f}"
