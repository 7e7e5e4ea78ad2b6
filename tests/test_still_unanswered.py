"""A question that the live release answers by now is a gap no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from bot.domain.answers import Answer, Outcome, Question
from bot.domain.gaps import AskedInVain, Dealt
from bot.domain.ports import Action
from bot.still_unanswered import StillUnanswered
from tests.fakes import NOW

BUS, PARK, LAMP = "bus malam?", "taman kota?", "lampu jalan?"


@dataclass
class Records:
    """Questions that were asked in vain."""

    found: list[AskedInVain]

    async def asked(self, since: dt.datetime, until: dt.datetime) -> list[AskedInVain]:
        return self.found

    async def dealt(self) -> list[Dealt]:
        return []

    async def deal(self, dealt: Dealt, action: Action | None) -> None: ...


@dataclass
class Live:
    """A release, how it answers, and what it was asked."""

    answers: dict[str, Answer]
    id: str = "r1"
    heard: list[Question] = field(default_factory=list)

    async def live_release(self) -> str | None:
        return self.id

    async def ask(self, question: Question) -> Answer:
        self.heard.append(question)
        return self.answers.get(question.text, Answer(Outcome.NOT_FOUND, "id"))


def asked(*texts: str, disliked: bool = False) -> list[AskedInVain]:
    return [AskedInVain(text, "id", NOW, disliked) for text in texts]


def still(live: Live, found: list[AskedInVain]) -> StillUnanswered:
    return StillUnanswered(Records(found), live.ask, live, lambda: NOW)


async def texts(one: StillUnanswered) -> list[str]:
    return [each.text for each in await one.asked(NOW, NOW)]


async def test_what_is_answered_or_answered_with_where_to_ask_is_closed() -> None:
    live = Live({BUS: Answer(Outcome.QUOTED, "id"), PARK: Answer(Outcome.NOT_FOUND, "id", boundary="taman")})
    assert await texts(still(live, asked(BUS, PARK, LAMP, LAMP))) == [LAMP, LAMP]
    assert all(question.person == "" for question in live.heard)


async def test_a_release_is_asked_each_question_once() -> None:
    live = Live({})
    one = still(live, asked(BUS, BUS))
    assert await texts(one) == await texts(one) == [BUS, BUS]
    assert len(live.heard) == 1
    live.id, live.answers = "r2", {BUS: Answer(Outcome.QUOTED, "id")}
    assert await texts(one) == []


async def test_an_answer_that_was_disliked_stays_and_a_failure_tells_nothing() -> None:
    live = Live({BUS: Answer(Outcome.QUOTED, "id"), PARK: Answer(Outcome.FAILED, "id")})
    one = still(live, [*asked(BUS, disliked=True), *asked(PARK)])
    assert await texts(one) == [BUS, PARK]
    live.answers[PARK] = Answer(Outcome.QUOTED, "id")
    assert await texts(one) == [BUS]
