"""Draws percakapan.png, the picture in the README: a conversation with the real bot and its live release.

    PYTHONPATH=. .venv/bin/python docs/percakapan.py > percakapan.html
    chromium --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=2 \\
        --window-size=860,1237 --screenshot=docs/percakapan.png percakapan.html

Only Telegram is made up (tests/fakes.py). Fonts: Roboto and Noto Color Emoji. Look at the picture before you keep it;
256 colours are enough.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import html
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.config import Config, load
from tests.fakes import Call, Person
from tests.journeys.conftest import running

PHONES = (
    ("batas usia kuliah gratis utk S2 brp min?", "kalau S3?"),
    ("seragam gratis sdh dibagi blm?", "kasih 100rb dong, nanti saya coblos"),
)
BEGIN = dt.datetime(2026, 11, 26, 9, 12)  # by the clock on the phone
STYLE = """
body { margin: 0; display: flex; gap: 20px; width: 860px; font: 15px/20px Roboto, "Noto Color Emoji"; color: #000 }
.phone { width: 420px; background: #d3e3d0; border-radius: 18px; overflow: hidden; box-sizing: border-box;
  border: 1px solid #bcc9ba }
header { background: #527da3; color: #fff; padding: 14px 16px; display: flex; gap: 12px; align-items: center }
header b { font-weight: 500; font-size: 16px } header small { display: block; color: #d5e4f0; font-size: 13px }
.face { width: 38px; height: 38px; border-radius: 50%; background: #8fb5d5; text-align: center;
  line-height: 38px; font-weight: 500 }
main { padding: 10px 10px 14px; display: flex; flex-direction: column; gap: 6px }
.mine, .bot { border-radius: 14px; padding: 7px 11px; white-space: pre-wrap; box-shadow: 0 1px 1px #0002;
  overflow-wrap: anywhere }
.mine { background: #effdde; align-self: flex-end; margin: 4px 0; max-width: 350px } .bot { background: #fff;
  width: 356px }
time { float: right; font-size: 11px; color: #9aa39a; margin: 4px 0 -4px 10px } .mine time { color: #67a95f }
a { color: #1f6fb0; text-decoration: none } .row { display: flex; gap: 5px; width: 378px }
.row span { flex: 1; background: #7f9c80; color: #fff; border-radius: 9px; padding: 6px 4px;
  text-align: center; font-weight: 500; font-size: 13.5px }
"""


def mine(text: str, clock: str) -> str:
    """Return what the voter writes."""
    return f'<div class="mine">{html.escape(text)}<time>{clock} ✓✓</time></div>'


def answer(call: Call, clock: str) -> Iterator[str]:
    """Yield a message of the bot, and the buttons under it; its text is HTML already."""
    yield f'<div class="bot">{call.params["text"]}<time>{clock}</time></div>'
    rows: list[list[dict[str, Any]]] = (call.params.get("reply_markup") or {}).get("inline_keyboard", [])
    for row in rows:
        buttons = "".join(f"<span>{html.escape(button['text'])}</span>" for button in row)
        yield f'<div class="row">{buttons}</div>'


async def phone(voter: Person, questions: tuple[str, ...], begin: dt.datetime) -> str:
    """Return a conversation as a screen."""
    lines = []
    for minute, question in enumerate(questions):
        clock = f"{begin + dt.timedelta(minutes=minute):%H.%M}"
        lines.append(mine(question, clock))
        for call in await voter.write(question):
            lines += answer(call, clock)
    head = '<header><div class="face">T</div><div><b>TanyaProgram</b><small>bot</small></div></header>'
    return f'<div class="phone">{head}<main>{"".join(lines)}</main></div>'


async def page(config: Config) -> str:
    """Return all screens as HTML."""
    async with running(config, BEGIN.replace(tzinfo=config.campaign.calendar.time_zone)) as bot:
        screens = [
            await phone(bot.person(number), questions, BEGIN + dt.timedelta(minutes=2 * number - 2))
            for number, questions in enumerate(PHONES, 1)
        ]
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{''.join(screens)}"


def main() -> None:
    """Write the page to standard output; nothing is written into the campaign's database."""
    config = load(Path("config.toml"), os.environ)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "releases").symlink_to((config.paths.data / "releases").resolve())
        (data / "bot.db").write_bytes((config.paths.data / "bot.db").read_bytes())
        sys.stdout.write(asyncio.run(page(replace(config, paths=replace(config.paths, data=data)))))


if __name__ == "__main__":
    main()
