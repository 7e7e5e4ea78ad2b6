"""How fast ingesting and answering are on this machine, stage by stage: python -m benchmarks.speed.

It ingests a campaign (by default the one that is delivered) into a folder of its own, asks it questions, and searches
a larger release of made-up passages. Compare the multiples of embedding one question between machines and days, not
the milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import tempfile
import time
from pathlib import Path

from benchmarks import campaign, engines, scale
from benchmarks.timing import Timing, table
from bot.adapters.embeddings import BundledEngine
from bot.evaluation.report import EMBEDDING

ROOT = Path(__file__).resolve().parent.parent


def loading() -> tuple[BundledEngine, list[Timing]]:
    """What a starting bot waits for before it can open a release."""
    started = time.perf_counter()
    engine = BundledEngine()
    loaded = time.perf_counter()
    importlib.import_module("chromadb.api.client")
    imported = time.perf_counter()
    return engine, [
        Timing("load the bundled model", (loaded - started,)),
        Timing("import chromadb", (imported - loaded,)),
    ]


def ingest_lines(ingested: campaign.Ingested, embedding: float) -> list[str]:
    """Return what an ingest took, set against embedding one question (seconds)."""
    whole, embed = sum(ingested.seconds.values()), ingested.seconds.get("embed", 0.0)
    steps = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in ingested.seconds.items())
    a_text = embed / ingested.texts
    return [
        f"ingest: {whole:.1f} s ({steps})",
        f"  {ingested.texts} texts embedded, {1 / a_text:.0f} a second; one: {a_text / embedding:.2f} × a question's",
        f"  the whole of it: {whole / embed:.2f} × its own embedding",
    ]


async def measure(config_file: Path, questions: int, size: int, folder: Path) -> None:
    """Run everything and print what it took; the ingest goes first, since the questions are about its release."""
    print("ingesting …", flush=True)
    ingested = campaign.ingested(config_file, folder / "data")
    print("asking …\n", flush=True)
    engine, start = loading()
    stages = await campaign.answering(campaign.with_data(config_file, folder / "data"), questions)
    embedding = next(timing for timing in stages if timing.stage == EMBEDDING).percentile(50)
    larger = await scale.measure(size, folder / "scale", engine)
    by_engine = engines.one_by_one()
    print(table([*stages, *larger, *start, *by_engine], embedding), "", *ingest_lines(ingested, embedding), sep="\n")
    print(*engines.rates(), sep="\n")


def main() -> None:
    """Read the sizes from the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="campaign to ingest and ask")
    parser.add_argument("--questions", type=int, default=200, help="questions asked (200)")
    parser.add_argument("--release", type=int, default=5000, help="passages of the larger release (5000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(given.config, given.questions, given.release, Path(folder)))


if __name__ == "__main__":
    main()
