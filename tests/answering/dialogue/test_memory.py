"""What a conversation was about is remembered for a quarter of an hour, and for nobody longer."""

from __future__ import annotations

import datetime as dt

from bot.answering.dialogue.memory import LIFE, Memory
from tests.releases import NOW


def test_memory_lasts_fifteen_minutes() -> None:
    memory = Memory()
    memory.remember("chat", ["a"], "person", NOW)
    assert memory.recall("chat", NOW + LIFE) == ("a",)
    assert memory.recall("chat", NOW + LIFE + dt.timedelta(seconds=1)) == ()


def test_nobody_is_remembered_without_a_conversation() -> None:
    memory = Memory()
    memory.remember("", ["a"], "", NOW)
    assert memory.recall("", NOW) == ()


def test_a_person_can_be_forgotten() -> None:
    memory = Memory()
    memory.remember("private", ["a"], "ann", NOW)
    memory.remember("group", ["a"], "ann", NOW)
    memory.remember("other", ["a"], "bob", NOW)
    assert memory.count("ann", NOW) == 2
    memory.forget("ann")
    assert memory.count("ann", NOW) == 0
    assert memory.recall("other", NOW) == ("a",)


def test_old_conversations_are_dropped() -> None:
    memory = Memory()
    memory.remember("old", ["a"], "ann", NOW)
    memory.remember("new", ["a"], "bob", NOW + 2 * LIFE)
    assert memory.count("ann", NOW + 2 * LIFE) == 0
