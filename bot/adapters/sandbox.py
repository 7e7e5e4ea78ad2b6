"""A child process that reads documents with limits on time and memory: whatever kills it, the program lives on."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from bot.domain.errors import KnowledgeError

Reader = Callable[[bytes, str], bytes]  # a file's content and its name → an answer; a function of a module

_ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")  # and nothing else: no token, no secret
_PATIENCE = 4  # seconds on the clock for each second of computing
_NO_MEMORY = 77  # the child's exit status when memory is refused to it


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may take."""

    seconds: int = 30  # of computing; on the clock four times as many, since others compute too
    megabytes: int = 512  # of address space, the reader's libraries (about 100) included
    answer_megabytes: int = 64


class Sandbox:
    """Hands files to a reader in a child process, which is started when needed and serves one file after the other.

    One child for all, because starting one takes longer than reading most files. It can neither write a file nor see
    the program's secrets.
    """

    def __init__(self, reader: Reader, limits: Limits = Limits()) -> None:
        self._target = f"{reader.__module__}:{reader.__qualname__}"
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._end()

    def run(self, data: bytes, file: str) -> bytes:
        """Return what the reader makes of a file. Raises KnowledgeError if that takes more than is allowed.

        A child that has read other files may be short of memory because of them: then a new one tries again.
        """
        with self._turn:
            has_read_others = self._child is not None
            try:
                return self._ask(data, file)
            except _Died as first:
                if first.took_too_long or not has_read_others:
                    raise KnowledgeError(first.reason, file=file) from None
            try:
                return self._ask(data, file)
            except _Died as second:
                raise KnowledgeError(second.reason, file=file) from None

    def _ask(self, data: bytes, file: str) -> bytes:
        child = self._child = self._child or self._start()
        assert child.stdin
        assert child.stdout
        late = threading.Event()
        timer = threading.Timer(_PATIENCE * self._limits.seconds, _kill, [child, late])
        timer.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                child.stdin.write(json.dumps([len(data), file]).encode() + b"\n" + data)
                child.stdin.flush()
            size = int(child.stdout.readline() or -1)
            if size > self._limits.answer_megabytes * 1_000_000:
                raise _Died("holds too much text; split it")
            answer = child.stdout.read(size) if size >= 0 else b""
            if len(answer) != size:
                raise self._explained(child, late.is_set())
            return answer
        except BaseException:  # what comes next out of the pipe would be the rest of this answer
            self._end()
            raise
        finally:
            timer.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        limits = [str(self._limits.seconds), str(self._limits.megabytes)]
        return subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-B", "-m", __name__, self._target, *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            start_new_session=True,
        )

    def _explained(self, child: subprocess.Popen[bytes], late: bool) -> _Died:
        status = child.wait()
        if late or status == -signal.SIGXCPU:
            return _Died(f"takes too long to read: more than {self._limits.seconds} s", took_too_long=True)
        if status in (_NO_MEMORY, -signal.SIGKILL, -signal.SIGABRT):  # so C++ libraries end that are refused memory
            return _Died(f"needs more than {self._limits.megabytes} MB of memory to be read")
        return _Died(f"makes its reader crash (status {status})")

    def _end(self) -> None:
        if child := self._child:
            self._child = None
            _kill(child)
            with contextlib.suppress(BrokenPipeError):  # what was not yet written when it died
                child.communicate()


class _Died(Exception):
    """The child ended, or had to be ended, before it had answered."""

    def __init__(self, reason: str, *, took_too_long: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.took_too_long = reason, took_too_long


def _kill(child: subprocess.Popen[bytes], late: threading.Event | None = None) -> None:
    """End a child with all it may have started."""
    if late:
        late.set()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def serve(reader: Reader, seconds: int, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer one file after the other until the input ends: the child's side."""
    while header := source.readline():
        size, file = json.loads(header)
        data = source.read(size)
        _allow(seconds)
        answer = reader(data, file)
        sink.write(b"%d\n" % len(answer) + answer)
        sink.flush()
        del data, answer


def _allow(seconds: int) -> None:
    """Let this process compute for so many seconds more; then the kernel ends it, even inside a C library."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _confine(megabytes: int) -> None:
    """Limit this process's memory and let it write to no file."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # macOS knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_048_576,) * 2)


def main(target: str, seconds: str, megabytes: str) -> None:
    """Be the child: read requests from standard input, write answers to what was standard output."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not write between the answers
    module, _, name = target.partition(":")
    reader: Reader = getattr(import_module(module), name)
    _confine(int(megabytes))
    try:
        serve(reader, int(seconds), sys.stdin.buffer, sink)
    except MemoryError:
        os._exit(_NO_MEMORY)


if __name__ == "__main__":
    main(*sys.argv[1:])
