"""What the adapters' tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.database import SqlDatabase


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqlDatabase]:
    """A database on disk; closed after the test."""
    opened = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    yield opened
    opened.close()
