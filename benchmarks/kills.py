"""kill -9 at random moments of ingesting, publishing and rolling back, beside a bot that is asked without a pause.

python -m benchmarks.kills --config config.toml --count 40: in copies of knowledge and data. Ends with 1 if anything
was lost: a question failed, a half release was served, words were published that nobody wrote, leftovers stayed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.crowd import crowd
from benchmarks.playground import copied, reworded
from bot import assembly
from bot.config import Config, load
from bot.domain.documents import Release
from bot.domain.releases import Place

ROOT = Path(__file__).resolve().parent.parent
FORCED = ("--force", "a measurement")
NOT_PASSED = 4
SORTS = ("ingest", "candidate", "publish", "rollback")
BEYOND = 2  # times as long as something takes undisturbed and unasked: within that it is killed


class Rehearsal:
    """A campaign, and what its live release may say."""

    def __init__(self, config: Config, seed: int) -> None:
        self._config = config
        self._chance = random.Random(seed)  # noqa: S311 — repeatable, not secret
        self._written: set[str] = set()
        self._takes: dict[str, float] = {}  # seconds, undisturbed
        self.ends: Counter[str] = Counter()
        self.wrong: list[str] = []

    async def prepare(self) -> None:
        """Do each of the things once, undisturbed, to see how long it takes."""
        for number, what in enumerate(SORTS):
            begun = time.monotonic()
            await self._whole(*await self._arguments(what, -number))
            self._takes[what] = time.monotonic() - begun

    async def disturb(self, number: int) -> None:
        """Start something and kill it at a random moment; then see what is served."""
        what = self._chance.choice(SORTS)
        process = await _started(self._config, *await self._arguments(what, number))
        try:
            async with asyncio.timeout(self._chance.uniform(0, BEYOND * self._takes[what])):
                await process.wait()
            self.ends[f"{what} came to its end"] += 1
        except TimeoutError:
            process.kill()
            await process.wait()
            self.ends[f"{what} was killed"] += 1
        await self.look()

    async def look(self) -> Release:
        """Note what is wrong with what is served now; return it."""
        database = assembly.database(self._config)
        release, obstacle = await assembly.releases(self._config, database).live()
        database.close()
        assert release, obstacle
        said = {one.text for one in release.statements.values() if "percobaan" in one.text}
        if not said <= self._written or len(said) > 1:
            self.wrong.append(f"release {release.id} says {said}")
        return release

    async def tidy(self) -> None:
        """Ingest to the end, and note what is left over; what waited for the release before goes with the next run."""
        said = reworded(self._config, -len(SORTS))
        self._written.add(said)
        for _ in range(2):
            await self._whole(*FORCED)
        if said not in {one.text for one in (await self.look()).statements.values()}:
            self.wrong.append("the last ingest is not what is served")
        database = assembly.database(self._config)
        known = await database.published()
        database.close()
        there = set(os.listdir(self._config.paths.data / "releases"))
        if left := there - known:
            self.wrong.append(f"left over: {', '.join(sorted(left))}")

    async def _arguments(self, what: str, number: int) -> tuple[str, ...]:
        """Return how something is asked of ingest.py, with the knowledge as it has to be for it."""
        if what == "rollback":
            return ("--rollback",)
        if what == "publish":
            if not await self._waiting():
                await self._whole(*await self._arguments("candidate", number))
            return ("--publish", await self._waiting(), *FORCED)
        self._written.add(reworded(self._config, number))
        return FORCED if what == "ingest" else ("--candidate",)

    async def _whole(self, *arguments: str) -> None:
        process = await _started(self._config, *arguments)
        status = await process.wait()
        if status not in (0, NOT_PASSED):
            self.wrong.append(f"{' '.join(arguments)} ended with {status}, undisturbed")

    async def _waiting(self) -> str:
        database = assembly.database(self._config)
        standings = await assembly.releases(self._config, database).list()
        database.close()
        return next((one.manifest.id for one in standings if one.place is Place.WAITING), "")


async def _started(config: Config, *arguments: str) -> asyncio.subprocess.Process:
    command = (sys.executable, str(ROOT / "ingest.py"), "--config", str(config.file), *arguments)
    quiet = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(*command, stdin=quiet, stdout=quiet, stderr=quiet)


async def measure(config_file: Path, count: int, seed: int) -> int:
    """Disturb `count` times, print what came of it, and return the exit status."""
    rehearsal = Rehearsal(load(config_file, {}), seed)
    await rehearsal.prepare()
    async with crowd(config_file) as asking:
        for number in range(1, count + 1):
            await rehearsal.disturb(number)
        await rehearsal.tidy()
    releases = {one.release for one in asking.replies}
    slowest = max(one.seconds for one in asking.replies)
    wrong = [*rehearsal.wrong, *(f"failed after {one.seconds:.1f} s" for one in asking.failed)]
    print(*(f"{count:4} {end}" for end, count in sorted(rehearsal.ends.items())), sep="\n")
    print(
        f"{len(asking.replies)} questions were answered from {len(releases)} releases, the slowest in {slowest:.1f} s"
    )
    print(f"{len(wrong)} wrong", *wrong, sep="\n")
    return int(bool(wrong))


def main() -> None:
    """Disturb copies of the campaign's folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("config.toml"))
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=2024)
    wish = parser.parse_args()
    with TemporaryDirectory() as folder:
        sys.exit(asyncio.run(measure(copied(wish.config, Path(folder)), wish.count, wish.seed)))


if __name__ == "__main__":
    main()
