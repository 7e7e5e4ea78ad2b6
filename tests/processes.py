"""The program's commands as processes of their own, as an operator starts them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds that a command may take on a busy machine
SECRETS = ("TELEGRAM_BOT_TOKEN", "BOT_SECRET")
NOTHING: Mapping[str, str] = {}


def command(*arguments: str) -> list[str]:
    """Return a command line for the Python that runs the tests."""
    return [sys.executable, *arguments]


def environment(more: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """Return what a command finds around it: nobody's token and secret, unless given."""
    return {key: value for key, value in os.environ.items() if key not in SECRETS} | dict(more)


def run(
    *arguments: str, given: bytes = b"", variables: Mapping[str, str] = NOTHING
) -> subprocess.CompletedProcess[bytes]:
    """Run a command of the program to its end, with its standard input and environment variables."""
    return subprocess.run(
        command(*arguments),
        cwd=ROOT,
        env=environment(variables),
        input=given,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
