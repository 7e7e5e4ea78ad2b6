"""One TOML file of the campaign: typed access to what it holds, with the lines of what can't be used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.errors import KnowledgeError
from bot.domain.ids import normalise
from bot.language.registry import CODES

_LARGEST = 5_000_000  # characters
_MOST_DOTS = 200  # in a line: the time that a dotted key takes to read grows with the square of its parts
_MOST_ERRORS = 100  # whose lines are looked for


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[table]]` of a file."""

    file: DataFile
    line: int | None
    content: dict[str, Any]

    def name(self, key: str) -> str:
        """Return a text that must be there, "" (and an error) if it is not."""
        value = self.content.get(key)
        if isinstance(value, str) and value.strip():
            return normalise(value)
        self.file.error(f'"{key}" must be a text', self.line)
        return ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty if it is missing or unusable."""
        value = self.content.get(key, [])
        if not _are_texts(value) or (required and not value):
            self.file.error(f'"{key}" must be a list of texts', self.line)
            return ()
        return _normalised(value)

    def said(self, key: str, *, required: bool) -> dict[str, str]:
        """Return what people read by language: a plain text is the same in all."""
        value = self.content.get(key)
        return self.file.by_language(key, value, self.line) if value is not None or required else {}


@dataclass(slots=True)
class DataFile:
    """A file's text and what is wrong with it."""

    name: str
    text: str
    errors: list[KnowledgeError] = field(default_factory=list)

    def error(self, reason: str, line: int | None) -> None:
        """Note what can't be used."""
        self.errors.append(KnowledgeError(reason, file=self.name, line=line))

    def line_of(self, key: str) -> int | None:
        """Return the line where a top-level key or table stands first, None if too much is wrong to look for it."""
        return self._first(rf"""\[*\s*["']?{re.escape(key)}["']?\s*[=\].]""")

    def line_with(self, text: str) -> int | None:
        """Return the first line that holds a text in quotation marks, None if too much is wrong to look for it."""
        return self._first(rf""".*["']{re.escape(text)}["']""")

    def _first(self, pattern: str) -> int | None:
        """Looking through the whole file for each of very many mistakes would take for ever."""
        return None if len(self.errors) > _MOST_ERRORS else next(self._lines(pattern), None)

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Return the content as lists of texts by key."""
        found: dict[str, tuple[str, ...]] = {}
        for key, value in self._parsed().items():
            if _are_texts(value):
                found[key] = _normalised(value)
            else:
                self.error(f'"{key}" must be a list of texts', self.line_of(key))
        return found

    def by_language(self, key: str, value: Any, line: int | None) -> dict[str, str]:
        """Return what people read by language, a plain text in all; nothing, and an error, if it is neither."""
        if isinstance(value, str) and value.strip():
            return dict.fromkeys(CODES, value.strip())
        if isinstance(value, dict) and value and value.keys() <= set(CODES) and _are_texts(list(value.values())):
            return {language: text.strip() for language, text in value.items()}
        self.error(f'"{key}" must be a text, or {{ id = "…", en = "…" }}', line)
        return {}

    def by_key(self) -> dict[str, dict[str, str]]:
        """Return the content as texts by language, by key."""
        return {key: self.by_language(key, value, self.line_of(key)) for key, value in self._parsed().items()}

    def entries(self, table: str, keys: Sequence[str]) -> Iterator[Entry]:
        """Yield the `[[table]]` entries; anything else in the file is an error."""
        content = self._parsed()
        for key in content:
            if key != table:
                self.error(f'unknown "{key}"; this file holds [[{table}]] entries', self.line_of(key))
        entries = content.get(table, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.error(f"write [[{table}]], in double brackets", self.line_of(table))
            return
        lines = self._lines(rf"\[\[\s*{table}\s*\]\]")
        for entry in entries:
            line = next(lines, None)
            for key in entry.keys() - set(keys):
                self.error(f'unknown key "{key}"; known are {", ".join(keys)}', line)
            yield Entry(self, line, entry)

    def _parsed(self) -> dict[str, Any]:
        if reason := obstacle(self.text):
            self.error(reason, None)
            return {}
        try:
            return tomllib.loads(self.text)
        except (ValueError, RecursionError) as error:  # numbers of thousands of digits are no TOMLDecodeError
            line = re.search(r"at line (\d+)", str(error))
            self.error(f"not valid TOML: {error}", int(line[1]) if line else None)
            return {}

    def _lines(self, beginning: str) -> Iterator[int]:
        return (at for at, line in enumerate(self.text.splitlines(), 1) if re.match(rf"\s*{beginning}", line))


def obstacle(text: str) -> str | None:
    """Return why a TOML text would take too long to read, None if it would not."""
    if len(text) > _LARGEST:
        return f"larger than {_LARGEST / 1_000_000:g} million characters; split it"
    if number := next((at for at, line in enumerate(text.splitlines(), 1) if line.count(".") > _MOST_DOTS), None):
        return f"line {number} holds more than {_MOST_DOTS} full stops; split it"
    return None


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)


def _normalised(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalise(text) for text in texts))
