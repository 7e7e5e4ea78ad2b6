"""The child process that reads documents: what kills it, and what the program hears of it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.adapters.sandbox import Limits, Reader, Sandbox
from bot.domain.errors import KnowledgeError
from tests.adapters import readers

LIMITS = Limits(seconds=1, megabytes=200, answer_megabytes=1)


def refusal(reader: Reader, data: bytes = b"x") -> str:
    with Sandbox(reader, LIMITS) as sandbox, pytest.raises(KnowledgeError) as caught:
        sandbox.run(data, "a.pdf")
    return str(caught.value)


@pytest.fixture
def shouting() -> Iterator[Sandbox]:
    with Sandbox(readers.shout, LIMITS) as sandbox:
        yield sandbox


def test_an_answer_comes_back_whatever_name_and_content_the_file_has(shouting: Sandbox) -> None:
    assert shouting.run(b"isi\n\x00\xff", "ä\nb.pdf") == b"ISI\n\x00\xff" + "ä\nb.pdf".encode()
    assert shouting.run(b"", "") == b""
    assert shouting.run(b"a" * 900_000, "") == b"A" * 900_000


def test_one_child_reads_one_file_after_the_other() -> None:
    with Sandbox(readers.process, LIMITS) as sandbox:
        assert sandbox.run(b"", "a") == sandbox.run(b"", "b") != str(os.getpid()).encode()


def test_files_of_two_threads_are_read_one_at_a_time(shouting: Sandbox) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda number: shouting.run(b"a" * number, ""), range(40)))
    assert answers == [b"A" * number for number in range(40)]


def test_endless_computing_is_ended() -> None:
    assert refusal(readers.compute) == "a.pdf: takes too long to read: more than 1 s"


def test_endless_waiting_is_ended() -> None:
    began = time.perf_counter()
    assert refusal(readers.sleep) == "a.pdf: takes too long to read: more than 1 s"
    assert time.perf_counter() - began < 30


def test_too_much_memory_is_refused() -> None:
    assert refusal(readers.grow, b"300000000") == "a.pdf: needs more than 200 MB of memory to be read"


def test_a_crash_and_a_failure_of_the_reader_are_told_apart_from_too_much() -> None:
    assert refusal(readers.crash) == "a.pdf: makes its reader crash (status -11)"
    assert refusal(readers.fail) == "a.pdf: makes its reader crash (status 1)"


def test_too_long_an_answer_is_not_taken_in() -> None:
    assert refusal(readers.babble) == "a.pdf: holds too much text; split it"


def test_memory_that_other_files_took_is_not_counted_against_a_file() -> None:
    with Sandbox(readers.hoard, LIMITS) as sandbox:
        assert [sandbox.run(b"100000000", name) for name in "abc"] == [b"done"] * 3


def test_time_that_other_files_took_is_not_counted_against_a_file_and_after_a_death_reading_goes_on() -> None:
    with Sandbox(readers.compute, LIMITS) as sandbox:
        for _ in range(2):
            with pytest.raises(KnowledgeError):
                sandbox.run(b"x", "a.pdf")
            assert sandbox.run(b"", "b.pdf") == b"done"


def test_the_child_can_write_no_file_and_sees_no_secret(tmp_path: Path) -> None:
    with Sandbox(readers.write, LIMITS) as sandbox:
        assert sandbox.run(b"x", str(tmp_path / "x")) == b"File too large"
    with Sandbox(readers.secrets, LIMITS) as sandbox:
        seen = set(sandbox.run(b"", "").decode().split(","))
    assert not {name for name in seen if "TOKEN" in name or "SECRET" in name or name == "HOME"}


def test_closing_ends_the_child() -> None:
    with Sandbox(readers.process, LIMITS) as sandbox:
        child = int(sandbox.run(b"", "a"))
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
