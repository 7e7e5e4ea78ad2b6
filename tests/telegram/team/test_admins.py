"""Who may use the team's commands, and what everybody else meets."""

from __future__ import annotations

import re

import pytest

from bot.locales import LANGUAGES, knows
from bot.telegram.command_names import SHOWN, every_name
from bot.telegram.delivery.buttons import Act, encode
from bot.telegram.delivery.sending import Delivery
from bot.telegram.dialogs import Dialogs
from bot.telegram.duties import Duty
from bot.telegram.frontend import FrontEnd, Settings
from bot.telegram.roster import Roster
from bot.telegram.team.admins import duties
from bot.telegram.ways import Traces
from tests.fakes import Call
from tests.telegram.conftest import CAMPAIGN, SECRET, House, house
from tests.telegram.membership import joined

GROUP = -100


@pytest.fixture
def listed(home: House) -> tuple[Duty, ...]:
    """The list itself."""
    clock, settings = home.clock, Settings(SECRET, CAMPAIGN)
    roster = Roster(home.records, SECRET, frozenset(), clock.now, clock.seconds)
    delivery, dialogs, traces = Delivery(clock.seconds), Dialogs(clock.seconds), Traces(clock.seconds)
    return duties(FrontEnd(settings, home.assistant, delivery, clock.now, roster, dialogs, traces), bytes)


def shown(calls: list[Call]) -> list[tuple[str, list[object]]]:
    return [(call.text, [button["text"] for button in call.buttons]) for call in calls]


def test_every_command_has_one_meaning_a_name_that_telegram_takes_and_a_description(listed: tuple[Duty, ...]) -> None:
    names = [name for duty in listed for name in set(duty.names.values())]
    assert len(names) == len(set(names))
    assert not set(names) & set(every_name(*SHOWN))
    assert all(re.fullmatch("[a-z0-9_]{1,32}", name) for name in names)
    for duty in listed:
        assert set(duty.names) == set(LANGUAGES)
        assert all(knows(language, f"command-{duty.key}") for language in LANGUAGES)


def test_every_step_has_one_meaning_and_fits_a_button(listed: tuple[Duty, ...]) -> None:
    verbs = [verb for duty in listed for verb in duty.steps]
    assert len(verbs) == len(set(verbs))
    assert all(encode(Act.TEAM, "id", verb, "a" * 40) for verb in verbs)


async def test_a_stranger_meets_an_unknown_command_letter_by_letter(home: House, listed: tuple[Duty, ...]) -> None:
    stranger = home.person()
    unknown = shown(await stranger.write("/tidakada apa pun"))
    for duty in listed:
        for name in duty.names.values():
            assert shown(await stranger.write(f"/{name} apa pun")) == unknown


async def test_a_rank_gets_its_own_commands_and_meets_others_as_unknown(home: House, listed: tuple[Duty, ...]) -> None:
    people = {rank: await joined(home, 10 + n, rank) for n, rank in enumerate(("admin", "peninjau", "relawan"))}
    for rank, person in people.items():
        unknown = shown(await person.write("/tidakada"))
        met = {duty.key for duty in listed if shown(await person.write(f"/{duty.names['id']}")) != unknown}
        expected = {
            "admin": {"invite", "team", "close", "open", "trace", "audit", "label"},
            "peninjau": {"team", "trace", "label"},
            "relawan": {"label"},
        }
        assert met == expected[rank]


async def test_in_a_group_even_an_owner_meets_an_unknown_command(home: House) -> None:
    owner = home.owner()
    owner.chat = GROUP
    unknown = shown(await owner.write("/tidakada@contoh_bot"))
    assert shown(await owner.write("/undang@contoh_bot admin")) == unknown
    assert await owner.write("/undang admin") == []
    assert await home.records.actions(10) == []


async def test_a_button_of_the_team_does_nothing_for_others_and_says_that_it_is_old(home: House) -> None:
    stranger = home.person()
    (answer,) = await stranger.write("Berapa?")
    (told,) = await stranger.press(answer, encode(Act.TEAM, "id", "close", "all"))
    assert "sudah tidak berlaku" in told.text
    await stranger.press(answer, encode(Act.TEAM, "id", "closequick", "all"))
    assert await home.records.closures() == {}
    stranger.chat = GROUP
    owner = home.owner()
    (answer,) = await owner.write("Berapa?")
    (told,) = await owner.press(answer, encode(Act.TEAM, "id", "nosuchverb", ""))
    assert "sudah tidak berlaku" in told.text


async def test_a_right_that_was_lost_is_lost_at_once_for_commands_taps_and_texts_in_every_process(home: House) -> None:
    admin = await joined(home, 7)
    unknown = shown(await admin.write("/tidakada"))
    (features,) = await admin.write("/tutup")
    (asks,) = await admin.press(features, "semuanya")
    assert "Tulis alasan" in asks.text
    other = house(records=home.records)
    async with other.application:
        await other.application.start()
        (choose,) = await other.owner().write("/keluarkan Ibu Ani")
        await other.owner().press(choose, "Ya, keluarkan")
        await other.application.stop()
    assert shown(await admin.write("sedang kami perbaiki")) == unknown
    assert shown(await admin.write("/siapa")) == unknown
    (told,) = await admin.press(asks, "sedang kami perbaiki")
    assert "sudah tidak berlaku" in told.text
    assert await home.records.closures() == {}


async def test_the_name_of_a_command_chooses_its_language_and_a_chosen_language_goes_first(home: House) -> None:
    owner = home.owner()
    (reply,) = await owner.write("/invite")
    assert reply.text == "Invite as what?"
    (reply,) = await owner.write("/undang")
    assert reply.text == "Undang sebagai apa?"
    (asked,) = await owner.write("/bahasa")
    await owner.press(asked, "English")
    (reply,) = await owner.write("/undang")
    assert reply.text == "Invite as what?"


async def test_a_question_of_the_bot_is_dropped_by_the_next_command_and_after_half_an_hour(home: House) -> None:
    owner = home.owner()
    await owner.write("/label")
    await owner.write("/siapa")
    await owner.write("Berapa batas usia?")
    assert [question.text for question in home.assistant.questions] == ["Berapa batas usia?"]
    await owner.write("/label")
    home.clock.move(minutes=31)
    await owner.write("Berapa lagi?")
    assert [question.text for question in home.assistant.questions][1:] == ["Berapa lagi?"]
