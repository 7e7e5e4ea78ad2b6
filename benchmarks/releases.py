"""A hundred releases in one process: how soon each is live, and whether threads, descriptors and memory stay flat.

python -m benchmarks.releases --config config.toml: copies the data folder, so that nothing is published for real.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.campaign import with_data
from bot import assembly
from bot.adapters.allocator import settle
from bot.answering.retrieval.live import LiveIndex
from bot.config import Config, load
from bot.domain.documents import Release
from bot.domain.ports import Action
from bot.ingestion.chunking import VERSION

PAGE = os.sysconf("SC_PAGE_SIZE")


def use() -> tuple[int, int, float]:
    """Return threads, open descriptors and resident megabytes of this process."""
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * PAGE
    return threading.active_count(), len(os.listdir("/proc/self/fd")), resident / 1e6


async def copy(config: Config, original: Release, number: int) -> str:
    """Make a release of another id out of one that is there; return the id."""
    folder, release_id = config.paths.data / "releases", f"{original.id}-{number}"
    shutil.copytree(folder / original.id, folder / release_id)
    renamed = dataclasses.replace(original.manifest, id=release_id)
    await assembly.store(config).amend(dataclasses.replace(original, manifest=renamed))
    return release_id


async def measure(config: Config, count: int) -> None:
    """Publish one release after the other while one reader asks, and print what that costs."""
    database, folder = assembly.database(config), config.paths.data / "releases"
    original, obstacle = await assembly.releases(config, database).live()
    assert original, obstacle
    fingerprint = assembly.releases(config, database).fingerprint
    live = LiveIndex(assembly.store(config), database, fingerprint, VERSION, opened=settle)
    waits = []
    for number in range(1, count + 1):
        release_id = await copy(config, original, number)
        moment = assembly.now()
        await database.publish(release_id, moment, Action("publish", moment))
        begun = time.perf_counter()
        async with live.reading() as index:
            assert index.release.id == release_id
            waits.append(time.perf_counter() - begun)
        shutil.rmtree(folder / release_id)
        if number in (1, count) or number % 10 == 0:
            threads, descriptors, megabytes = use()
            print(f"after {number:3} releases: {threads} threads, {descriptors} descriptors, {megabytes:.0f} MB")
    waits.sort()
    print(f"live after publishing: median {waits[len(waits) // 2]:.2f} s, slowest {waits[-1]:.2f} s")
    await live.close()
    database.close()


def main() -> None:
    """Measure in a copy of the data folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("config.toml"))
    parser.add_argument("--count", type=int, default=100)
    wish = parser.parse_args()
    config = load(wish.config, os.environ)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "var"
        shutil.copytree(config.paths.data, data, ignore=shutil.ignore_patterns("vectors.db*", "exams"))
        asyncio.run(measure(with_data(wish.config, data), wish.count))


if __name__ == "__main__":
    main()
