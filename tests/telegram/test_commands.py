"""Telegram's menus of commands: everybody's, the team's by rank, and that they are of no importance to the rest."""

from __future__ import annotations

import pytest
from telegram.error import NetworkError

from tests.fakes import Call
from tests.telegram.conftest import House, house
from tests.telegram.membership import invited, joined


def names(call: Call) -> list[str]:
    return [command["command"] for command in call.params["commands"]]


def menus(home: House, method: str = "setMyCommands") -> list[Call]:
    """The menus that were set for single chats since the last look."""
    found = [call for call in home.telegram.made(method) if "scope" in call.params]
    home.telegram.calls.clear()
    return found


async def test_joining_shows_the_commands_of_the_rank_in_both_languages_in_that_chat_only(home: House) -> None:
    await joined(home, 7, "peninjau")
    calls = [call for call in menus(home) if call.params["scope"] == {"type": "chat", "chat_id": 7}]
    assert [call.params.get("language_code") for call in calls] == [None, "id", "en"]
    assert names(calls[0]) == names(calls[1])
    assert names(calls[1])[:4] == ["siapa", "lacak", "label", "start"]
    assert names(calls[2])[:4] == ["team", "trace", "label", "start"]


async def test_start_shows_a_member_their_commands_and_a_voter_nothing_new(home: House) -> None:
    await home.owner().write("/start")
    assert names(menus(home)[1])[0] == "undang"
    await home.owner().write("/start")
    assert len(menus(home)) == 3
    await home.person().write("/start")
    assert home.telegram.made("setMyCommands") == home.telegram.made("deleteMyCommands") == []


async def test_a_menu_that_shows_what_it_should_is_left_alone(home: House) -> None:
    await home.owner().write("/siapa")
    assert len(menus(home)) == 3
    await home.owner().write("/siapa")
    assert menus(home) == []


async def test_dismissal_takes_the_commands_out_of_the_menu_at_once(home: House) -> None:
    await joined(home, 7)
    (sure,) = await home.owner().write("/keluarkan ibu")
    await home.owner().press(sure, "Ya, keluarkan")
    calls = menus(home, "deleteMyCommands")
    assert [call.params["scope"]["chat_id"] for call in calls] == [7, 7, 7]
    assert [call.params.get("language_code") for call in calls] == [None, "id", "en"]


async def test_after_a_restart_it_goes_as_soon_as_they_try_one_and_only_once(home: House) -> None:
    person = await joined(home, 7)
    other = house(records=home.records)
    async with other.application:
        await other.application.start()
        (sure,) = await other.owner().write("/keluarkan ibu")
        await other.owner().press(sure, "Ya, keluarkan")
        assert menus(other, "deleteMyCommands") == []
        again = other.person(person.id)
        await again.write("/siapa")
        assert len(menus(other, "deleteMyCommands")) == 3
        await again.write("/siapa")
        assert menus(other, "deleteMyCommands") == []
        await other.application.stop()


@pytest.mark.parametrize("failure", [400, NetworkError("cut")])
async def test_a_menu_that_can_not_be_set_breaks_nothing(
    home: House, failure: int | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    home.telegram.fail("setMyCommands", failure, failure, failure)
    (reply,) = await home.owner().write("/siapa")
    assert "👥 Tim" in reply.text
    assert await invited(home)


async def test_in_a_group_no_menu_is_touched(home: House) -> None:
    owner = home.owner()
    owner.chat = -100
    await owner.write("/start@contoh_bot")
    assert menus(home) == []
