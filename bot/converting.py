"""python ingest.py --convert: the data files of an earlier layout, put where they are read now. Nothing is lost."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from bot import assembly
from bot.adapters.file_edits import keep_copy, put
from bot.config import Config
from bot.domain.documents import Document
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.ids import slug
from bot.ingestion.campaign import home_of
from bot.ingestion.folder import ABSENT, EARLIER, INTENTS, Snapshot
from bot.ingestion.laid_over import LaidOver
from bot.ingestion.reading import read
from bot.question_files import HELD_OUT

ALIASES, UNKNOWN, BOUNDARIES, GOLDEN = EARLIER
WORDS = 6  # of an origin that name a file
_QUESTION, _PART = re.compile(r"\s*\[\[\s*question\s*\]\]"), re.compile(r"#\s*---\s*(.+)")

Contents = dict[Path, str]  # files that are to be written


def convert(config: Config) -> list[str]:
    """Put the content of the old files into new ones, keep copies of the old ones; return the lines that say so.

    Raises KnowledgeErrors if a file can't be used, or one that would be written is there already: then nothing has
    changed.
    """
    root = config.paths.knowledge
    old = {name: _text(root / name, name) for name in EARLIER if (root / name).is_file()}
    if not old:
        return ["nothing to convert: there is no file of an earlier layout"]
    into = {name: _CONVERTED[name](text, config) for name, text in old.items()}
    there = [file for files in into.values() for file in files if file.exists()]
    if there:
        raise KnowledgeErrors([KnowledgeError("is there already; move it away first", file=str(one)) for one in there])
    for name, files in into.items():
        for file, text in files.items():
            put(file, text.encode("utf-8"))
        keep_copy(config.paths.data / "backups", name, (root / name).read_bytes(), assembly.now())
        (root / name).unlink()
    return list(_told(into, config))


def parted_phrasings(text: str, home: Callable[[str], str]) -> dict[str, str]:
    """Return the text of aliases.toml by file: each list goes to its `home`, with the comments above it."""
    import tomlkit

    found: dict[str, str] = {}
    above = ""
    for key, item in tomlkit.parse(text).body:
        if key is None:
            above += item.as_string()
            continue
        path, after = home(key.key), f"{item.trivia.comment_ws}{item.trivia.comment}{item.trivia.trail}"
        written = f"{item.trivia.indent}{key.as_string()}{key.sep}{item.as_string()}{after}"
        found[path] = f"{found.get(path, '')}{above}{written}"
        above = ""
    if found and above.strip():
        found[path] += above
    return {path: f"{content.strip()}\n" for path, content in found.items()}


def parted_questions(text: str) -> dict[str, str]:
    """Return the questions of a golden.toml as JSON Lines by file: "exam/…" and "training/…", in their order.

    Comments that begin with "# ---" tell where the questions below them come from, and name their file.
    """
    entries = tomllib.loads(text).get("question", [])
    origins = list(_origins(text))
    if len(origins) != len(entries):  # some are written in a way of their own
        origins = [""] * len(entries)
    found: dict[str, str] = {}
    for part, (origin, group) in enumerate(groupby(zip(origins, entries, strict=True), key=lambda one: one[0]), 1):
        name = f"{part:02}-{'-'.join(slug(origin).split('-')[:WORDS])}" if any(origins) else "questions"
        for _, entry in group:
            folder = "training" if entry.pop("split", "exam") == "tune" else "exam"
            path = f"{folder}/{name}.jsonl"
            record = entry | ({"origin": origin} if origin else {})
            found[path] = f"{found.get(path, '')}{json.dumps(record, ensure_ascii=False)}\n"
    return found


def _origins(text: str) -> Iterator[str]:
    """Yield what the last comment of the form "# --- …" says, for each question."""
    origin = ""
    for line in text.splitlines():
        if part := _PART.match(line):
            origin = part[1].strip(" -")
        elif _QUESTION.match(line):
            yield origin


def _phrasings(text: str, config: Config) -> Contents:
    documents = _documents(config)
    found = parted_phrasings(text, lambda owner: home_of(owner, documents))
    return {config.paths.knowledge / path: content for path, content in found.items()}


def _documents(config: Config) -> Sequence[Document]:
    """Return the documents. Raises KnowledgeErrors if some can't be read: nobody knows then where facts stand."""
    reading = read(Snapshot(LaidOver(assembly.knowledge(config), dict.fromkeys(EARLIER))))
    if reading.errors:
        raise KnowledgeErrors(reading.errors)
    return reading.documents


def _questions(text: str, config: Config) -> Contents:
    folders = {"exam": config.paths.exam / HELD_OUT, "training": config.paths.training}
    found = parted_questions(text).items()
    return {folders[folder] / name: lines for path, lines in found for folder, name in [path.split("/")]}


_CONVERTED: Mapping[str, Callable[[str, Config], Contents]] = {
    ALIASES: _phrasings,
    UNKNOWN: lambda text, config: {config.paths.knowledge / ABSENT: text},
    BOUNDARIES: lambda text, config: {config.paths.knowledge / INTENTS: text},
    GOLDEN: _questions,
}


def _text(file: Path, name: str) -> str:
    """Return a file's text. Raises KnowledgeError if it is no TOML."""
    try:
        text = file.read_text("utf-8-sig")
        tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise KnowledgeError(f"can't be read as TOML: {error}", file=name) from error
    return text


def _told(into: Mapping[str, Iterable[Path]], config: Config) -> Iterator[str]:
    for name, files in into.items():
        yield f"{name} →"
        yield from (f"  {file}" for file in files)
    yield f"the old files are kept in {config.paths.data / 'backups'}"
