import asyncio
import os
import signal

import pytest
from telegram.error import NetworkError

from bot.domain.errors import AlreadyRunning, ConfigError, Unreachable
from bot.locales import LANGUAGES
from bot.telegram import commands, polling
from tests.fakes import message
from tests.telegram.conftest import House, house


async def started(one: House) -> asyncio.Task[None]:
    """Start the bot in the background and wait until it polls."""
    polls = one.telegram.reached["getUpdates"] = asyncio.Event()
    task = asyncio.create_task(polling.run(one.application))
    async with asyncio.timeout(5):
        await polls.wait()
    return task


def question(one: House, text: str) -> dict[str, object]:
    return {"update_id": 1, "message": message(1, 1, one.person().user, text=text)}


async def test_sigterm_ends_it_after_what_has_come_in_is_answered() -> None:
    one = house()
    asked = asyncio.Event()

    async def before(text: str) -> None:
        asked.set()
        await asyncio.sleep(0.05)

    one.assistant.before = before
    task = await started(one)
    one.telegram.updates.append(question(one, "Berapa?"))
    async with asyncio.timeout(5):
        await asked.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await task
    (reply,) = one.telegram.made("sendMessage")
    assert "25 tahun." in reply.text


async def test_commands_are_shown_in_both_languages_and_exist() -> None:
    one = house()
    await commands.introduce(one.application.bot)
    calls = one.telegram.made("setMyCommands")
    assert [call.params.get("language_code") for call in calls] == [None, *LANGUAGES]
    named = [[command["command"] for command in call.params["commands"]] for call in calls]
    assert named[0] == named[1]
    assert "hapus" in named[1]
    assert "delete" in named[2]


async def test_a_bot_without_its_menu_of_commands_still_runs(caplog: pytest.LogCaptureFixture) -> None:
    one = house()
    one.telegram.fail("setMyCommands", 400)
    await commands.introduce(one.application.bot)
    assert len(caplog.records) == 1


async def test_only_the_updates_it_deals_with_are_polled() -> None:
    one = house()
    task = await started(one)
    os.kill(os.getpid(), signal.SIGINT)
    await task
    polls = one.telegram.made("getUpdates")
    inline = ["inline_query", "chosen_inline_result"]
    assert polls[0].params["allowed_updates"] == ["message", "edited_message", "callback_query", *inline]


async def test_a_wrong_token_ends_in_one_clear_line_without_the_token() -> None:
    one = house()
    one.telegram.fail("getMe", 401)
    with pytest.raises(ConfigError, match="does not accept TELEGRAM_BOT_TOKEN") as caught:
        await polling.run(one.application)
    assert "1:test" not in str(caught.value)


async def test_the_copy_that_comes_second_leaves() -> None:
    one = house()
    one.telegram.fail("getUpdates", 409)
    with pytest.raises(AlreadyRunning, match="another copy"):
        await polling.run(one.application)


async def test_it_ends_even_while_telegram_is_out_of_reach() -> None:
    one = house()
    task = await started(one)
    one.telegram.fail("getUpdates", *[502] * 1000)
    await asyncio.sleep(0.1)
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(5):
        await task


async def test_without_network_it_gives_up_after_some_tries() -> None:
    one = house()
    one.telegram.fail("getMe", *[NetworkError("cut")] * (1 + polling.BOOTSTRAP_RETRIES))
    with pytest.raises(Unreachable, match="check the network"):
        await polling.run(one.application, pause=0.001)
    assert len(one.telegram.calls) == 1 + polling.BOOTSTRAP_RETRIES


async def test_a_start_in_bad_weather_succeeds_in_the_end() -> None:
    one = house()
    one.telegram.fail("getMe", NetworkError("cut"), 502)
    one.telegram.fail("deleteWebhook", 502)
    polls = one.telegram.reached["getUpdates"] = asyncio.Event()
    task = asyncio.create_task(polling.run(one.application, pause=0.001))
    async with asyncio.timeout(5):
        await polls.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await task
