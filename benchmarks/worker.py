"""One system in a process of its own: python -m benchmarks.worker build|answer SYSTEM TASK RESULT START."""

from __future__ import annotations

import importlib
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.systems import SYSTEMS, Progress, Reply, Task


def peak_megabytes() -> float:
    """Return the most memory that this process has held: VmHWM, as ru_maxrss counts the parent's before exec, too."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError("/proc/self/status has no VmHWM")


def built(module: Any, task: Task, began: float) -> dict[str, Any]:
    """Build the index; return seconds from the start of the process."""
    module.build(task)
    return {"seconds": time.time() - began, "megabytes": peak_megabytes()}


def answered(module: Any, task: Task, began: float) -> dict[str, Any]:
    """Ask everything, one question after the other, once the first has been asked: libraries load things with it."""
    ask = module.open_index(task)
    ask(task.questions[0])
    ready = time.time() - began
    replies: list[Reply] = []
    seconds: list[float] = []
    progress = Progress()
    for question in task.questions:
        started = time.perf_counter()
        reply = ask(question)
        seconds.append(time.perf_counter() - started)
        replies.append(reply)
        progress("asked", len(replies), len(task.questions))
    megabytes = peak_megabytes()
    if hasattr(module, "complete"):
        replies = module.complete(task, replies)
    return {"ready": ready, "replies": [asdict(one) for one in replies], "seconds": seconds, "megabytes": megabytes}


def main() -> None:
    """Do one step and write down what came of it."""
    step, name, task_file, result_file, began = sys.argv[1:]
    task = Task.read(Path(task_file))
    module = importlib.import_module(f"benchmarks.systems.{SYSTEMS[name].module}")
    start = float(began)  # when the process was started, by the clock of all processes
    result = built(module, task, start) if step == "build" else answered(module, task, start)
    Path(result_file).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
