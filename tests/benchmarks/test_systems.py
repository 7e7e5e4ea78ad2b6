"""What passes between the processes of a comparison."""

import subprocess
import sys
from pathlib import Path

from benchmarks import contest
from benchmarks.systems import Document, Task

ROOT = Path(__file__).resolve().parent.parent.parent


def task(folder: Path) -> Task:
    return Task(str(folder / "it"), (Document("1", "1.md", "“Teks”"),), ("Apa?", "Siapa?"), "config.toml")


def test_a_task_is_read_as_it_was_written(tmp_path: Path) -> None:
    task(tmp_path).write(tmp_path / "task.json")
    assert Task.read(tmp_path / "task.json") == task(tmp_path)


def test_a_system_whose_libraries_are_missing_is_reported_with_the_reason(tmp_path: Path) -> None:
    told: list[str] = []
    run = contest.run("txtai", task(tmp_path), Path(sys.executable), told.append)
    assert run.error == "ModuleNotFoundError: No module named 'txtai'"
    assert told[-1] == f"txtai: failed: {run.error}"


def test_the_help_text_says_what_is_compared_on() -> None:
    command = [sys.executable, "-m", "benchmarks.peers", "--help"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "--passages" in shown
    assert "llamaindex" in shown


def test_half_a_pair_of_public_files_is_refused() -> None:
    command = [sys.executable, "-m", "benchmarks.peers", "--passages", "p.jsonl"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "go together" in ended.stderr
