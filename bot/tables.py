"""A table of a settings file: typed reading, and refusals that name file and key and say what to do."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NoReturn, TypeVar
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.errors import ConfigError
from bot.language.registry import CODES

Built = TypeVar("Built")


class Table:
    """A table of the file that remembers which keys it was asked for: the others are unknown."""

    def __init__(self, file: str, name: str, values: Mapping[str, Any]) -> None:
        self._file, self._name, self._values = file, name, values
        self._known: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def read(self, key: str, build: Callable[[Table], Built]) -> Built:
        """Return what `build` makes of a table within; a missing one is empty."""
        values = self._take(key, dict, {}, f"write [{self._full(key)}] above its keys")
        table = Table(self._file, self._full(key), values)
        built = build(table)
        table.finish()
        return built

    def finish(self) -> None:
        """Raise ConfigError if there are keys that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                self.refuse(key, "is not a known key", _nearest(key, self._known))

    def refuse(self, key: str, problem: str, remedy: str) -> NoReturn:
        """Raise the ConfigError for a key."""
        raise ConfigError(f"{self._file}: {self._full(key)} {problem}: {remedy}")

    def text(self, key: str, default: str) -> str:
        """Return a text, which may be empty only if the default is."""
        text: str = self._take(key, str, default, 'write a text in quotes: "…"')
        if default and not text.strip():
            self.refuse(key, "is empty", f'write a text, or take the line out for "{default}"')
        return text

    def said(self, key: str) -> Mapping[str, str]:
        """Return what people read, by language; a plain string serves in all of them."""
        value = self._take(key, (str, dict), {}, 'write "…" or { id = "…", en = "…" }')
        if isinstance(value, str):
            return {CODES[0]: value}
        texts = self.read(key, lambda table: {language: table.text(language, "") for language in CODES})
        return {language: text for language, text in texts.items() if text}

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each once; a missing one is empty."""
        remedy = 'write a list of texts: ["…", "…"]'
        listed = self._take(key, list, [], remedy)
        if not all(isinstance(one, str) for one in listed):
            self.refuse(key, "holds something that is no text", remedy)
        return tuple(dict.fromkeys(listed))

    def count(self, key: str, default: int) -> int:
        """Return a whole number from 1 up."""
        count: int = self._take(key, int, default, "write a whole number")
        return count if count >= 1 else self.refuse(key, f"is {count}", "write a number from 1 up")

    def switch(self, key: str, default: bool) -> bool:
        """Return true or false."""
        self._known.append(key)
        value = self._values.get(key, default)
        return value if isinstance(value, bool) else self.refuse(key, "is neither", "write true or false")

    def number(self, key: str) -> float:
        """Return any number."""
        return float(self._take(key, (int, float), None, "write a number"))

    def ids(self, key: str) -> tuple[int, ...]:
        """Return a list of Telegram ids."""
        remedy = "write the numbers of people's Telegram accounts in brackets: [123456789]"
        values = self._take(key, list, [], remedy)
        if not all(isinstance(value, int) and not isinstance(value, bool) and value > 0 for value in values):
            self.refuse(key, "holds something that is no Telegram id", remedy)
        return tuple(values)

    def day(self, key: str) -> dt.date | None:
        """Return a date, None if the key is missing."""
        remedy = "write a date like 2030-12-31"
        value = self._take(key, (str, dt.date), None, remedy)
        try:
            day = dt.date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            self.refuse(key, "is not a date", remedy)
        return day if not isinstance(day, dt.datetime) else self.refuse(key, "has a time of day", remedy)

    def time_zone(self, key: str) -> ZoneInfo | None:
        """Return a time zone, None if the key is missing."""
        name = self.text(key, "")
        try:
            return ZoneInfo(name) if name else None
        except (KeyError, ValueError, OSError):
            self.refuse(key, f'is "{name}", which is no time zone', _nearest(name, available_timezones()))

    def url(self, key: str) -> str:
        """Return a web address."""
        url = self.text(key, "")
        return url if _web(url) else self.refuse(key, "is no web address", "write all of it: https://example.org/page")

    def server(self, key: str, default: str) -> str:
        """Return the address of a server: scheme, host and port."""
        parts = _web(self.text(key, default))
        if parts is None or parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
            self.refuse(key, "is no server's address", "write scheme, host and port only: http://127.0.0.1:8081")
        return f"{parts.scheme}://{parts.netloc}"

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _take(self, key: str, kinds: type | tuple[type, ...], default: Any, remedy: str) -> Any:
        self._known.append(key)
        value = self._values.get(key, default)
        if value is not default and (isinstance(value, bool) or not isinstance(value, kinds)):
            self.refuse(key, f"is {_KINDS.get(type(value), 'something else')}", remedy)
        return value


_KINDS = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


def _web(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        return parts if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 else None
    except ValueError:  # a port that is no number, a bracket too many
        return None


def _nearest(word: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known are {', '.join(sorted(known))}" if 0 < len(known) < 20 else "take it out or spell it otherwise"
