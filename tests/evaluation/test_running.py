import datetime as dt

from bot.domain.answers import Answer, Outcome, Question
from bot.evaluation.running import Examinee, sit
from tests.evaluation.made import DOCUMENTS, RELEASE, asked, ended, quoted, render

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


async def test_every_turn_is_asked_in_the_questions_own_conversation_by_nobody() -> None:
    heard: list[Question] = []

    async def ask(question: Question) -> Answer:
        heard.append(question)
        return quoted("B-1") if question.text == "kalau sore?" else ended(Outcome.NOT_FOUND)

    steps: list[tuple[int, int]] = []
    questions = [asked("jam bus?", "kalau sore?", facts=["B-1"]), asked("rute?", facts=["B-2"])]
    verdicts = await sit(
        Examinee(ask, render, RELEASE, DOCUMENTS), questions, NOW, lambda done, total: steps.append((done, total))
    )
    assert [question.text for question in heard] == ["jam bus?", "kalau sore?", "rute?"]
    assert heard[0].conversation == heard[1].conversation != heard[2].conversation
    assert {question.person for question in heard} == {""}
    assert [verdict.is_right for verdict in verdicts] == [True, False]
    assert steps == [(0, 2), (1, 2), (2, 2)]
