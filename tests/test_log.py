"""What the log tells the operator, and what it keeps to itself."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.domain.errors import ReleaseError
from bot.log import JsonLines, configure

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz12345"
OURS = logging.getLogger("bot.test")
THEIRS = logging.getLogger("somelibrary.http")


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """A configured log; afterwards logging is as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    names = ("bot", "httpx", "httpcore")
    levels = [logging.getLogger(name).level for name in names]
    stream = io.StringIO()
    configure(stream, secrets=["hush-hush", ""])
    yield stream
    root.handlers = handlers
    root.setLevel(level)
    for name, before in zip(names, levels, strict=True):
        logging.getLogger(name).setLevel(before)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_json_line_with_time_level_and_extras(stream: io.StringIO) -> None:
    OURS.info("answered", extra={"outcome": "QUOTED", "seconds": 0.04})
    (line,) = lines(stream)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line.pop("time"))
    assert line == {"level": "info", "event": "answered", "outcome": "QUOTED", "seconds": 0.04}


def test_lines_break_no_line(stream: io.StringIO) -> None:
    OURS.warning("two\nlines", extra={"path": "a\nb"})
    assert len(stream.getvalue().splitlines()) == 1


def test_a_level_below_the_chosen_one_is_not_written(stream: io.StringIO) -> None:
    OURS.debug("detail")
    assert lines(stream) == []


def test_libraries_are_heard_from_warnings_up(stream: io.StringIO) -> None:
    for name in ("httpx", "httpcore", "somelibrary"):
        logging.getLogger(name).info("HTTP Request: POST https://api.example.org/bot%s/getMe", TOKEN)
    logging.getLogger("somelibrary").warning("slow")
    assert [(line["logger"], line["event"]) for line in lines(stream)] == [("somelibrary", "slow")]


@pytest.mark.parametrize("spelled", [TOKEN, TOKEN.replace(":", "%3A"), f"https://api.example.org/bot{TOKEN}/getMe"])
def test_a_token_is_starred_wherever_it_stands(stream: io.StringIO, spelled: str) -> None:
    OURS.warning(f"in a message {spelled}")
    OURS.warning("in arguments %s", spelled)
    OURS.warning("in an extra", extra={"address": spelled, "nested": {"deep": [spelled]}})
    try:
        raise OSError(f"can't reach {spelled}")
    except OSError:
        THEIRS.exception("in an error")
    assert "AAF-abc" not in stream.getvalue()
    assert stream.getvalue().count("***") == 5


def test_a_known_secret_is_starred_though_it_looks_like_nothing(stream: io.StringIO) -> None:
    OURS.warning("opened", extra={"with": "hush-hush"})
    assert lines(stream)[0]["with"] == "***"


def test_who_asked_and_what_is_withheld_even_if_somebody_hands_it_over(stream: io.StringIO) -> None:
    OURS.warning(
        "asked", extra={"text": "apakah S2 gratis?", "user_id": 12345, "username": "siti", "outcome": "QUOTED"}
    )
    line = lines(stream)[0]
    assert (line["text"], line["user_id"], line["username"], line["outcome"]) == ("***", "***", "***", "QUOTED")


def test_a_message_of_a_library_is_scrubbed_and_its_arguments_are_left_out(stream: io.StringIO) -> None:
    THEIRS.warning("no chat for 081234567890")
    THEIRS.critical("Received data was %r", [{"first_name": "Siti", "text": "apakah S2 gratis?"}])
    assert [line["event"] for line in lines(stream)] == ["no chat for [nomor]", "Received data was %r"]


def test_an_error_is_named_with_its_place_but_does_not_quote_the_question(stream: io.StringIO) -> None:
    try:
        raise KeyError("apakah S2 gratis?")
    except KeyError:
        OURS.exception("question failed")
    line = lines(stream)[0]
    assert line["error"] == "KeyError"
    assert re.search(r"test_log\.py:\d+ test_an_error", line["at"][-1])
    assert "gratis" not in stream.getvalue()


def test_the_whole_chain_of_an_error_is_named_with_what_the_program_itself_says(stream: io.StringIO) -> None:
    try:
        try:
            raise ValueError("apakah S2 gratis?")
        except ValueError as error:
            raise ReleaseError("release 7 is not whole") from error
    except ReleaseError:
        OURS.exception("failed")
    assert lines(stream)[0]["error"] == "bot.domain.errors.ReleaseError: release 7 is not whole ← ValueError"


def test_arguments_that_do_not_fit_are_left_out_instead_of_printed() -> None:
    record = logging.LogRecord("somelibrary", logging.WARNING, "", 0, "%d done", ("apakah S2 gratis?",), None)
    line = JsonLines().format(record)
    assert json.loads(line)["event"] == "%d done"
    assert "gratis" not in line


def test_configuring_again_writes_each_event_once(stream: io.StringIO) -> None:
    second = io.StringIO()
    configure(second, logging.DEBUG)
    OURS.debug("detail")
    assert lines(stream) == []
    assert [line["event"] for line in lines(second)] == ["detail"]
