import asyncio
import logging
from collections.abc import Awaitable, Callable

import httpx
import pytest
from stamina.instrumentation import set_on_retry_hooks
from telegram import Bot
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TimedOut

from bot.telegram.delivery.transport import PatientRequest
from tests.fakes import FakeTelegram, Json


@pytest.fixture(autouse=True)
def _retries_are_not_logged_by_stamina() -> None:
    set_on_retry_hooks([])


@pytest.fixture
def telegram() -> FakeTelegram:
    return FakeTelegram()


def bot(telegram: FakeTelegram, patience: float = 5.0, newcomer: float = 5.0) -> Bot:
    request = PatientRequest(telegram, patience=patience, pause=0.001, newcomer=newcomer)
    return Bot("1:test", request=request, get_updates_request=request)


def never_sent() -> NetworkError:
    error = NetworkError("httpx.ConnectError")
    error.__cause__ = httpx.ConnectError("refused")
    return error


async def test_a_429_is_waited_out_as_told(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", 429, 429)
    began = asyncio.get_running_loop().time()
    await bot(telegram).send_message(1, "x")
    assert asyncio.get_running_loop().time() - began >= 2 * 0.05
    assert len(telegram.calls) == 3


async def test_nothing_of_the_kind_goes_to_that_chat_before_and_other_chats_do_not_wait(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", 429)
    one = bot(telegram)
    waiting = asyncio.create_task(one.send_message(1, "first"))
    await asyncio.sleep(0.01)
    later = asyncio.create_task(one.send_message(1, "second"))
    await one.send_message(2, "elsewhere")
    assert [call.params["text"] for call in telegram.made("sendMessage")] == ["elsewhere"]
    await asyncio.gather(waiting, later)
    assert len(telegram.calls) == 4


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_trouble_at_telegram_is_waited_out(telegram: FakeTelegram, status: int) -> None:
    telegram.fail("sendMessage", status, status, status)
    await bot(telegram).send_message(1, "x")
    assert len(telegram.made("sendMessage")) == 1


async def test_a_message_cut_with_unknown_effect_is_sent_once_more(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", TimedOut())
    await bot(telegram).send_message(1, "x")
    assert len(telegram.calls) == 2
    telegram.fail("sendMessage", TimedOut(), ConnectionError("cut"), TimedOut())
    with pytest.raises(NetworkError):
        await bot(telegram).send_message(1, "x")
    assert len(telegram.calls) == 4


async def test_a_message_that_never_left_is_sent_until_it_does(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", *(never_sent() for _ in range(5)))
    await bot(telegram).send_message(1, "x")
    assert len(telegram.made("sendMessage")) == 1


async def test_what_can_be_done_twice_without_harm_is_repeated(telegram: FakeTelegram) -> None:
    telegram.fail("editMessageText", TimedOut(), ConnectionError("cut"), TimedOut())
    await bot(telegram).edit_message_text("x", 1, 2)
    assert len(telegram.made("editMessageText")) == 1


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("answerCallbackQuery", lambda bot: bot.answer_callback_query("1")),
        ("answerInlineQuery", lambda bot: bot.answer_inline_query("1", [])),
    ],
)
async def test_a_query_whose_answer_was_cut_counts_as_answered_when_the_second_try_is_refused(
    telegram: FakeTelegram, method: str, answer: Callable[[Bot], Awaitable[bool]]
) -> None:
    telegram.fail(method, TimedOut(), 400)
    assert await answer(bot(telegram))
    for how in ((400,), (never_sent(), 400)):
        telegram.fail(method, *how)
        with pytest.raises(BadRequest):
            await answer(bot(telegram))


async def test_a_message_that_is_refused_after_a_cut_is_refused(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", TimedOut(), 400)
    with pytest.raises(BadRequest):
        await bot(telegram).send_message(1, "x")


async def test_a_reply_is_given_up_when_patience_ends(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", *[502] * 1000)
    with pytest.raises(NetworkError):
        await bot(telegram, patience=0.05).send_message(1, "x")


@pytest.mark.parametrize(("status", "error"), [(400, BadRequest), (403, Forbidden), (401, InvalidToken)])
async def test_a_refusal_is_final(telegram: FakeTelegram, status: int, error: type[Exception]) -> None:
    telegram.fail("sendMessage", status)
    with pytest.raises(error):
        await bot(telegram).send_message(1, "x")
    assert len(telegram.calls) == 1


async def test_polling_goes_on_for_ever_with_one_line_an_outage(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    one = bot(telegram, patience=0.0)
    for _ in range(2):
        telegram.fail("getUpdates", 502, never_sent(), TimedOut(), 401, 500)
        await one.get_updates(timeout=5)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"] * 2
    assert "test" not in caplog.text.replace("tests", "")


async def test_a_copy_that_has_just_begun_to_poll_is_given_the_conflict(telegram: FakeTelegram) -> None:
    telegram.fail("getUpdates", 409)
    newcomer = bot(telegram)
    with pytest.raises(Conflict):
        await newcomer.get_updates(timeout=5)
    assert await newcomer.get_updates() == ()
    assert len(telegram.calls) == 1, "a last poll would disturb the other copy"


async def test_a_copy_that_has_polled_for_a_while_goes_on(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("getUpdates", 409, 409)
    await bot(telegram, newcomer=0.0).get_updates(timeout=5)
    assert [record.getMessage() for record in caplog.records] == [
        "Telegram can't be polled (another copy of this bot polls as well); trying again until it works"
    ]


READABLE = {"update_id": 7, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}}
DATELESS = {"update_id": 8, "message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "text": "rahasia"}}


@pytest.mark.parametrize(
    "broken",
    [
        DATELESS,
        {"update_id": 8, "callback_query": {"id": "1", "data": "rahasia"}},
        {"update_id": 8, "message": {"message_id": 1, "date": 10**18, "chat": {"id": 1, "type": "rahasia"}}},
        {"update_id": 8, "message": "rahasia"},
    ],
)
async def test_an_update_that_can_not_be_read_is_acknowledged_and_named_without_what_it_says(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture, broken: Json
) -> None:
    telegram.updates.extend([READABLE, broken])
    found = await bot(telegram).get_updates(timeout=5)
    assert [one.update_id for one in found] == [7, 8]
    assert found[0].message
    (record,) = caplog.records
    assert record.getMessage().startswith("an update that can't be read is left out")
    assert "rahasia" not in str(vars(record))


@pytest.mark.parametrize("broken", [5, None, {"message": None}, {"update_id": "x"}])
async def test_what_can_not_even_be_acknowledged_does_not_hold_up_the_rest(
    telegram: FakeTelegram, broken: Json
) -> None:
    telegram.updates.extend([broken, READABLE])
    assert [one.update_id for one in await bot(telegram).get_updates(timeout=5)] == [7]
    telegram.updates.append(broken)
    assert await bot(telegram).get_updates(timeout=5) == ()


async def test_the_last_call_of_a_bot_that_stops_does_not_wait_for_better_weather(telegram: FakeTelegram) -> None:
    telegram.fail("getUpdates", 502)
    with pytest.raises(NetworkError):
        await bot(telegram).get_updates()
    assert len(telegram.calls) == 1


async def test_typing_is_not_worth_a_second_try(telegram: FakeTelegram) -> None:
    telegram.fail("sendChatAction", 502)
    with pytest.raises(NetworkError):
        await bot(telegram).send_chat_action(1, "typing")
    assert len(telegram.calls) == 1


async def test_an_error_of_our_own_is_not_retried(telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", ValueError("ours"))
    with pytest.raises(NetworkError, match="ours"):
        await bot(telegram).send_message(1, "x")
    assert len(telegram.calls) == 1
