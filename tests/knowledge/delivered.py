"""The data files of the campaign that is delivered, read as they stand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.question_files import questions_of

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"


def _all(name: str) -> Iterator[dict[str, Any]]:
    """Yield the content of the data files of a name, the top one first."""
    for file in (KNOWLEDGE / name, *sorted(KNOWLEDGE.glob(f"*/{name}"))):
        if file.exists():
            yield tomllib.loads(file.read_text(encoding="utf-8"))


PHRASINGS: dict[str, list[str]] = {owner: texts for file in _all("phrasings.toml") for owner, texts in file.items()}
TOPICS: list[dict[str, Any]] = [topic for file in _all("absent.toml") for topic in file["topic"]]
BOUNDARIES: list[dict[str, Any]] = [boundary for file in _all("intents.toml") for boundary in file["boundary"]]
ABSENT_FILES = tuple(
    file.relative_to(ROOT).as_posix() for file in (KNOWLEDGE / "absent.toml", *sorted(KNOWLEDGE.glob("*/absent.toml")))
)
QUESTIONS = questions_of(ROOT / "exam", ROOT / "training")
