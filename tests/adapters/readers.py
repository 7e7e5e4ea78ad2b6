"""Readers for a sandbox: good, slow, greedy and broken ones."""

import os
import signal
import time

HELD: list[bytes] = []


def shout(data: bytes, file: str) -> bytes:
    print("a library's chatter")  # noqa: T201
    return data.upper() + file.encode()


def process(data: bytes, file: str) -> bytes:
    return str(os.getpid()).encode()


def compute(data: bytes, file: str) -> bytes:
    while data:
        pass
    return b"done"


def sleep(data: bytes, file: str) -> bytes:
    time.sleep(60)
    return b"done"


def grow(data: bytes, file: str) -> bytes:
    return bytes(int(data)) and b"done"


def hoard(data: bytes, file: str) -> bytes:
    """Never gives back what it took: enough for one file, not for two."""
    HELD.append(bytes(int(data)))
    return b"done"


def crash(data: bytes, file: str) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b"never"


def fail(data: bytes, file: str) -> bytes:
    raise RuntimeError("surprise")


def babble(data: bytes, file: str) -> bytes:
    return bytes(3_000_000)


def write(data: bytes, file: str) -> bytes:
    with open(file, "wb", buffering=0) as stream:
        try:
            return str(stream.write(data)).encode()
        except OSError as error:
            return str(error.strerror).encode()


def secrets(data: bytes, file: str) -> bytes:
    return ",".join(sorted(os.environ)).encode()
