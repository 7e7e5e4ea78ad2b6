"""How long an inline query takes beside one retrieval, question by question in one run: python -m benchmarks.inline.

It asks the live release of a campaign, in a copy of its data. Each question is looked up (`Assistant.search`), then
answered inline by the real Application, twice: the first time its cards are kept in the database, the second time they
are there. What counts are the multiples of the retrieval.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.request import BaseRequest, RequestData

from benchmarks.campaign import questions_of, with_data
from benchmarks.timing import Timing, table
from bot import assembly
from bot.adapters.team_records import SqlTeam
from bot.app import settings, sharing
from bot.config import Config, load
from bot.domain.answers import Question
from bot.telegram.abilities import Abilities
from bot.telegram.application import App, build

ROOT = Path(__file__).resolve().parent.parent
BOT = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "example_bot", "supports_inline_queries": True}


class Silent(BaseRequest):
    """A Telegram that takes everything at once, and remembers when it was answered last."""

    answered_at = 0.0

    @property
    def read_timeout(self) -> float | None:
        """There is nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **timeouts: Any
    ) -> tuple[int, bytes]:
        """Answer every call with yes, and the bot's question who it is with a bot."""
        self.answered_at = time.perf_counter()
        return 200, json.dumps({"ok": True, "result": BOT if url.endswith("getMe") else True}).encode()


async def measure(config: Config, count: int) -> list[Timing]:
    """Return the seconds of retrievals and of inline queries, the first and the second time."""
    embedder = assembly.answering_embedder(config)
    with closing(assembly.database(config)) as database:
        withdrawn = assembly.withdrawals(database)
        answering = assembly.answering(config, database, embedder, database, withdrawals=withdrawn)
        async with answering as (assistant, release):
            given = replace(settings(config), token="1:none", questions_per_minute=1_000_000)  # noqa: S106
            shared = sharing(config, assistant, database, withdrawn)
            silent = Silent()
            application = build(
                given,
                assistant,
                SqlTeam(database),
                Abilities(sharing=shared),
                clock=assembly.now,
                request=silent,
            )
            async with application:
                retrievals, first, second = [], [], []
                for number, text in enumerate(dict.fromkeys(questions_of(release, count))):
                    began = time.perf_counter()
                    await assistant.search(Question(text, assembly.now()), 10)
                    retrievals.append(time.perf_counter() - began)
                    first.append(await _inline(application, silent, 2 * number, text))
                    second.append(await _inline(application, silent, 2 * number + 1, text))
    names = ("one retrieval", "inline, cards new", "inline, cards known")
    return [Timing(name, tuple(seconds)) for name, seconds in zip(names, (retrievals, first, second), strict=True)]


async def _inline(application: App, silent: Silent, number: int, text: str) -> float:
    """Return the seconds until the answer goes out; what was offered is kept afterwards."""
    person = {"id": 1, "is_bot": False, "first_name": "Orang", "language_code": "id"}
    query = {"id": str(number), "from": person, "query": text[:256], "offset": ""}
    update = Update.de_json({"update_id": number, "inline_query": query}, application.bot)
    began = time.perf_counter()
    await application.process_update(update)
    return silent.answered_at - began


def main() -> None:
    """Read the sizes from the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inline", description=__doc__)
    parser.add_argument(
        "--config", type=Path, default=ROOT / "config.toml", help="campaign whose live release is asked"
    )
    parser.add_argument("--questions", type=int, default=300, help="questions asked (300)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(load(given.config, {}).paths.data, data)
        timings = asyncio.run(measure(with_data(given.config, data), given.questions))
    print(table(timings, timings[0].percentile(50)))


if __name__ == "__main__":
    main()
