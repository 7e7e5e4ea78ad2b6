"""A copy of a campaign in which anything may be changed and published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bot.config import Config, load


def copied(config_file: Path, folder: Path) -> Path:
    """Copy a campaign's config, knowledge and data into a folder; return the config file there."""
    config = load(config_file, {})
    for kind in ("knowledge", "data"):
        shutil.copytree(getattr(config.paths, kind), folder / kind, ignore=shutil.ignore_patterns("*.lock"))
    text = config_file.read_text(encoding="utf-8")
    text = re.sub(r"(?ms)^\[paths\].*?(?=^\[|\Z)", "", text)
    file = folder / "config.toml"
    file.write_text(f'{text}\n[paths]\nknowledge = "knowledge"\ndata = "data"\n', encoding="utf-8")
    return file


def reworded(config: Config, number: int) -> str:
    """Let the knowledge hold a statement with this number, which no earlier one says; return it."""
    said = f"Loket percobaan nomor {number} buka setiap hari kerja."
    text = f"---\ntitle: Loket percobaan\n---\n## Jam buka loket percobaan\n{said}\n"
    (config.paths.knowledge / "loket-percobaan.md").write_text(text, encoding="utf-8")
    return said
