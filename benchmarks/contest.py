"""Runs systems one after the other, each in processes and a folder of its own, and gathers what came of them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.systems import PEER_MODEL, SAID, SYSTEMS, Reply, Task
from bot.domain.errors import ConfigError

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
MODULES = [{"idx": 0, "name": "0", "path": "", "type": "benchmarks.model.BundledModule"}]
PROMPTS = {"prompts": {"query": "query: ", "document": "passage: "}, "similarity_fn_name": "cosine"}
# Nothing is looked up, counted or reported elsewhere; threads that wait sleep, as the machine is not theirs alone.
SETTINGS = {
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "ANONYMIZED_TELEMETRY": "False",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "OMP_WAIT_POLICY": "passive",
    "PYTHONPATH": str(ROOT),
}
THREADS = {"build": "2", "answer": "1"}
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Run:
    """What one system's two processes came to; the figures hold only if there is no error."""

    name: str
    error: str = ""
    build_seconds: float | None = None  # None: something of an earlier run was used
    build_megabytes: float | None = None
    ready_seconds: float = 0.0  # from the start of the process to the first reply
    megabytes: float = 0.0  # most memory held while answering
    seconds: tuple[float, ...] = ()  # of each question
    replies: tuple[Reply, ...] = ()


class Failed(Exception):
    """A process ended with an error; holds the last line it wrote."""


def peers_python(venv: Path, tell: Tell) -> Path:
    """Return the Python of the peers' environment, made and filled if there is none.

    What can't be installed is left out: the systems that need it will say so. Raises ConfigError if there can be none.
    """
    python, done = venv / "bin" / "python", venv / "installed.txt"
    wanted = REQUIREMENTS.read_text("utf-8")
    if done.exists() and done.read_text("utf-8") == wanted:
        return python
    tell(f"installing the peers into {venv} (minutes, the first time)")
    if not python.exists() and not _succeeds([sys.executable, "-m", "venv", str(venv)]):
        raise ConfigError(f"{venv} can't be made; Python's venv module is missing")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if index := os.environ.get("TORCH_INDEX_URL"):
        _succeeds([*pip, "--index-url", index, "torch"])
    if _succeeds([*pip, "-r", str(REQUIREMENTS)]):
        done.write_text(wanted, encoding="utf-8")
        return python
    for line in filter(None, (line.partition("#")[0].strip() for line in wanted.splitlines())):
        if not _succeeds([*pip, line]):
            tell(f"{line} can't be installed")
    return python


def _succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - its words are this module's


def write_model(folder: Path) -> None:
    """Make the folder of the bundled model as sentence-transformers loads it."""
    model = folder / PEER_MODEL
    model.mkdir(parents=True, exist_ok=True)
    (model / "modules.json").write_text(json.dumps(MODULES), encoding="utf-8")
    (model / "config_sentence_transformers.json").write_text(json.dumps(PROMPTS), encoding="utf-8")


def run(name: str, task: Task, python: Path, tell: Tell) -> Run:
    """Let a system build its index and answer; one that fails is reported, too.

    If the folder holds an index of the same documents, peers use it; TanyaProgram ingests again, with its vectors.
    """
    folder = Path(task.folder)
    folder.mkdir(parents=True, exist_ok=True)
    file, built = folder / "task.json", folder / "built.txt"
    task.write(file)
    digest = hashlib.sha256(f"{task.documents}".encode()).hexdigest()
    is_built = SYSTEMS[name].is_peer and built.exists() and built.read_text("ascii") == digest
    starts_anew = not task.index.exists()
    made: dict[str, Any] = {}
    try:
        if not is_built:
            if SYSTEMS[name].is_peer:
                shutil.rmtree(task.index, ignore_errors=True)
            made = _step("build", name, file, python, tell)
            built.write_text(digest, encoding="ascii")
        came = _step("answer", name, file, python, tell)
    except Failed as reason:
        tell(f"{name}: failed: {reason}")
        return Run(name, error=str(reason))
    return Run(
        name,
        build_seconds=made["seconds"] if starts_anew else None,
        build_megabytes=made["megabytes"] if starts_anew else None,
        ready_seconds=came["ready"],
        megabytes=came["megabytes"],
        seconds=tuple(came["seconds"]),
        replies=tuple(_reply(one) for one in came["replies"]),
    )


def _step(step: str, name: str, task: Path, python: Path, tell: Tell) -> dict[str, Any]:
    tell(f"{name}: {step}")
    result = task.with_name(f"{step}.json")
    environment = {**os.environ, **SETTINGS, "OMP_NUM_THREADS": THREADS[step], "HF_HOME": str(task.with_name("hf"))}
    command = [str(python), "-m", "benchmarks.worker", step, name, str(task), str(result), repr(time.time())]
    with subprocess.Popen(  # noqa: S603 - its words are this module's
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        last = _last(_passed_on(process.stderr, name, tell))
    if process.returncode:
        raise Failed(last or f"ended with {process.returncode}")
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return found


def _passed_on(lines: Iterable[str], name: str, tell: Tell) -> Iterator[str]:
    for line in lines:
        if line.startswith(SAID):
            tell(f"{name}: {line.removeprefix(SAID).strip()}")
        elif line.strip():
            yield line.strip()


def _last(lines: Iterable[str]) -> str:
    last = ""
    for line in lines:
        last = line
    return last


def _reply(found: dict[str, Any]) -> Reply:
    passages = tuple((section, text) for section, text in found["found"])
    return Reply(passages, found["confidence"], found["answered"])
