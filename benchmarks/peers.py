"""How good, fast and large TanyaProgram is beside what others use: python -m benchmarks.peers (or make peers).

The same documents, the same questions, the same embedding model; each system has one process to build its index and
one to answer. Without --passages and --questions it is about the delivered campaign and its exam; with them about any
pair of JSONL files, {id, text} and {question, passage, answerable, answers} a line.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import contest, material, picture, tables
from benchmarks.measures import Quality, quality
from benchmarks.systems import SYSTEMS, Task
from bot.assembly import now
from bot.domain.errors import ProgramError

ROOT = Path(__file__).resolve().parent.parent


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="campaign to compare on")
    parser.add_argument("--passages", type=Path, help="public passages (JSONL) to compare on instead")
    parser.add_argument("--questions", type=Path, help="questions about them (JSONL)")
    parser.add_argument("--systems", default=",".join(SYSTEMS), help=f"some of {', '.join(SYSTEMS)} (all)")
    parser.add_argument("--limit", type=int, help="at most so many questions of each kind, to try it out")
    parser.add_argument(
        "--venv", type=Path, default=ROOT / ".venv" / "peers", help="the peers' environment, made if needed"
    )
    parser.add_argument("--work", type=Path, help="keep indexes and vectors here, and use those of an earlier run")
    parser.add_argument("--json", type=Path, help="write every figure here")
    parser.add_argument("--plot", type=Path, help="write an SVG picture here")
    parser.add_argument("--write", type=Path, help="put the tables into this Markdown file, between their marks")
    given = parser.parse_args()
    if (given.passages is None) != (given.questions is None):
        parser.error("--passages and --questions go together")
    if given.limit is not None and given.limit < 2:
        parser.error("--limit must be 2 or more")
    given.systems = given.systems.split(",")
    if unknown := [name for name in given.systems if name not in SYSTEMS]:
        parser.error(f"--systems: there is no {unknown[0]}; known are {', '.join(SYSTEMS)}")
    return given


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def subject(given: argparse.Namespace, folder: Path) -> material.Material:
    """Return what is asked of all."""
    if given.passages:
        return material.public(given.passages, given.questions, given.limit, folder)
    return material.campaign(given.config, given.limit)


def compare(given: argparse.Namespace, work: Path) -> tables.Comparison:
    """Run every system on the same documents and questions."""
    about = subject(given, work)
    folder = work / about.name
    python = contest.peers_python(given.venv.absolute(), tell) if _needs_peers(given.systems) else Path(sys.executable)
    contest.write_model(folder)
    results: list[tuple[contest.Run, Quality | None]] = []
    for name in given.systems:
        if name == "documents-only" and not about.has_data_files:
            continue
        config = about.config
        if name == "documents-only":
            config = material.copy_documents(about.config, work / "documents-only")
        task = Task(str(folder / name), about.documents, tuple(one.text for one in about.asked), str(config))
        run = contest.run(name, task, python if SYSTEMS[name].is_peer else Path(sys.executable), tell)
        found = None if run.error else quality(about.asked, run.replies, ranks_of_tune=about.is_untuned)
        results.append((run, found))
    return tables.Comparison(about, tuple(results), now().date(), tables.machine())


def main() -> None:
    """Compare, print the tables, and write down what was wished."""
    given = arguments()
    try:
        with _folder(given.work) as work:
            found = compare(given, work)
    except ProgramError as error:
        sys.exit(str(error))
    text = tables.markdown(found)
    print(text)
    if given.json:
        given.json.write_text(json.dumps(tables.as_json(found), indent=1), encoding="utf-8")
    if given.plot:
        given.plot.write_text(picture.svg(found), encoding="utf-8")
    if given.write:
        given.write.write_text(tables.put(text, found.about.name, given.write.read_text("utf-8")), encoding="utf-8")
    if failed := [run.error for run, _ in found.results if run.error and not SYSTEMS[run.name].is_peer]:
        sys.exit(failed[0])


@contextlib.contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given.absolute()
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)


def _needs_peers(systems: list[str]) -> bool:
    return any(SYSTEMS[name].is_peer for name in systems)


if __name__ == "__main__":
    main()
