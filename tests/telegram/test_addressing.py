from typing import Any

import pytest
from telegram import Message, User

from bot.telegram.addressing import heard, named_command, unreadable_kind
from tests.fakes import BOT, message

ME = User(BOT["id"], BOT["first_name"], is_bot=True, username=BOT["username"])
ANI = {"id": 1, "is_bot": False, "first_name": "Ani"}
FILE = {"file_id": "a", "file_unique_id": "b"}


def received(chat: int, **content: Any) -> Message:
    found = Message.de_json(message(1, chat, ANI, **content), None)
    assert found is not None
    return found


def command(text: str, chat: int = -100) -> Message:
    entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    return received(chat, text=text, entities=[entity])


def test_in_private_everything_is_meant_for_the_bot() -> None:
    assert heard(received(1, text="Halo"), ME, ()) == "Halo"
    assert heard(received(1, voice=FILE | {"duration": 1}), ME, ()) == ""


def test_a_name_that_only_begins_like_the_bots_is_somebody_elses() -> None:
    entity = {"type": "mention", "offset": 0, "length": 15}
    assert heard(received(-100, text="@contoh_bot_dua", entities=[entity]), ME, ()) is None


def test_a_mention_by_link_counts_for_bots_without_a_name_in_the_text() -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 3, "user": BOT}
    assert heard(received(-100, text="Bot: usia?", entities=[entity]), ME, ()) == "usia?"


def test_a_mention_in_a_caption_counts() -> None:
    entity = {"type": "mention", "offset": 0, "length": 11}
    photo = [FILE | {"width": 1, "height": 1}]
    assert heard(received(-100, caption="@contoh_bot ini?", caption_entities=[entity], photo=photo), ME, ()) == "ini?"


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("/help", True),
        ("/help@Contoh_Bot", True),
        ("/xyz@contoh_bot", True),
        ("/xyz", False),
        ("/help@lain_bot", False),
    ],
)
def test_of_commands_those_with_its_name_and_its_own_are_meant(text: str, is_meant: bool) -> None:
    assert (heard(command(text), ME, ("help",)) is not None) is is_meant


def test_a_command_elsewhere_than_at_the_beginning_is_text() -> None:
    entity = {"type": "bot_command", "offset": 4, "length": 5}
    assert named_command(received(1, text="apa /help itu", entities=[entity])) == ""


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"video_note": FILE | {"length": 1, "duration": 1}}, "voice"),
        ({"animation": FILE | {"width": 1, "height": 1, "duration": 1}, "document": FILE}, "photo"),
        ({"document": FILE}, "document"),
        ({"dice": {"emoji": "🎲", "value": 1}}, "other"),
    ],
)
def test_what_is_no_text_is_named(content: dict[str, Any], kind: str) -> None:
    assert unreadable_kind(received(1, **content)) == kind
