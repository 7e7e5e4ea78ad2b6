"""Steps that tests of the team take again and again."""

from __future__ import annotations

import re

from tests.fakes import Call, Person
from tests.telegram.conftest import House


def code_in(call: Call) -> str:
    """The start payload of the invitation link in a message."""
    found = re.search(r"https://t\.me/contoh_bot\?start=(\S+)", call.text)
    assert found, call.text
    return found[1]


async def invited(home: House, words: str = "admin") -> str:
    """A new invitation's start payload."""
    (link,) = await home.owner().write(f"/undang {words}")
    return code_in(link)


async def joined(home: House, number: int, words: str = "admin", label: str = "Ibu Ani") -> Person:
    """Somebody who has joined by an invitation of the owner's."""
    person, payload = home.person(number), await invited(home, words)
    await person.write(f"/start {payload}")
    (sure,) = await person.write(label)
    done, *_ = await person.press(sure, "Ya, bergabung")
    assert "Selamat datang" in done.text
    return person
