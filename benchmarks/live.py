"""How soon a release is live, and a rollback, in a process that four people ask without a pause; and who waits for it.

python -m benchmarks.live --config config.toml: in copies of knowledge and data, so that nothing is published for real.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.crowd import Crowd, crowd
from benchmarks.playground import copied, reworded
from bot import assembly
from bot.config import load
from bot.domain.releases import SHELL
from bot.workshop import ReleaseWorkshop, ingest_command


async def measure(config_file: Path, count: int) -> None:
    """Publish a candidate that the workshop built, then go back and forth, and print what came of it."""
    config = load(config_file, {})
    database = assembly.database(config)
    workshop = ReleaseWorkshop(ingest_command(config_file), assembly.releases(config, database))
    first = await database.live_release()
    assert first
    reworded(config, 1)
    async with crowd(config_file) as asking:
        begun = time.perf_counter()
        outline = await workshop.prepare(lambda step, done, total: None)
        assert outline.candidate
        print(f"a candidate was built in {time.perf_counter() - begun:.0f} s; questions meanwhile: {_waits(asking, 0)}")
        seen = len(asking.replies)
        moved = await workshop.publish(outline.candidate, SHELL, force="a measurement")
        print(f"published: live after {await _live(asking, moved.after):.2f} s")
        for _ in range(count):
            for target in (first, outline.candidate):
                await asyncio.sleep(1)
                await workshop.roll_back(target, SHELL)
                print(f"rolled back: live after {await _live(asking, target):.2f} s")
        print(f"questions from publishing on: {_waits(asking, seen)}")
    print(f"{len(asking.replies)} questions, {len(asking.failed)} failed")
    database.close()


async def _live(asking: Crowd, release_id: str) -> float:
    """Return the seconds from now, when the pointer has moved, to the first answer from a release."""
    moved = time.time()
    return (await asking.until(release_id)).answered - moved


def _waits(asking: Crowd, since: int) -> str:
    taken = sorted(one.seconds for one in asking.replies[since:])
    return f"median {1000 * taken[len(taken) // 2]:.0f} ms, slowest {1000 * taken[-1]:.0f} ms, of {len(taken)}"


def main() -> None:
    """Measure in copies of the campaign's folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("config.toml"))
    parser.add_argument("--count", type=int, default=5)
    wish = parser.parse_args()
    with TemporaryDirectory() as folder:
        asyncio.run(measure(copied(wish.config, Path(folder)), wish.count))


if __name__ == "__main__":
    main()
