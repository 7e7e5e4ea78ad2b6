"""What is known about a document, written down: front matter of Markdown, the .yaml beside anything else."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from bot.domain.errors import KnowledgeErrors
from bot.ingestion.properties import KEYS, Properties, read_properties

_BLOCK = re.compile(r"(\ufeff?---[ \t]*\r?\n)(.*?\n)?(---[ \t]*(?:\r?\n|$))", re.DOTALL)


def as_yaml(properties: Properties) -> str:
    """Return properties as lines of YAML; those that are not known are left out."""
    return "".join(f"{key}: {value}\n" for key, value in _scalars(properties).items())


def front_matter(text: str) -> str | None:
    """Return the lines between the marks at the beginning of a Markdown document, None if there are none."""
    found = _BLOCK.match(text)
    return found[2] or "" if found else None


def with_front_matter(text: str, properties: Properties, file: str) -> str:
    """Return a Markdown document that says these properties of itself; lines that need no change stay as they are.

    Raises KnowledgeErrors if it could not be read back.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    found = _BLOCK.match(text)
    if not found:
        return (
            f"---{newline}{as_yaml(properties).replace(chr(10), newline)}---{newline}{text.removeprefix(chr(0xFEFF))}"
        )
    opening, inner, closing = (part or "" for part in found.groups())
    body = text[found.end() :]
    known, _ = read_properties(inner, file)
    changed = _scalars(properties)
    before = _scalars(known) if known else {}
    for key in KEYS:
        if changed.get(key) != before.get(key):
            inner = _with_line(inner, key, changed.get(key), newline)
    if read_properties(inner, file)[0] != properties:  # a value over several lines, or the like: written anew
        inner = as_yaml(properties).replace("\n", newline)
    read, errors = read_properties(inner, file)
    if read is None:
        raise KnowledgeErrors(errors)
    return opening + inner + closing + body


def _with_line(inner: str, key: str, value: str | None, newline: str) -> str:
    """Return front matter with one line changed, added or left out."""
    line = "" if value is None else f"{key}: {value}{newline}"
    pattern = re.compile(rf"^{key}[ \t]*:.*(?:\r?\n|$)", re.MULTILINE)
    if pattern.search(inner):
        return pattern.sub(lambda _: line, inner, count=1)
    if inner and not inner.endswith("\n"):
        inner += newline
    return inner + line


def _scalars(properties: Properties) -> Mapping[str, str]:
    values = {key: getattr(properties, key) for key in KEYS}
    return {key: _scalar(str(value)) for key, value in values.items() if value is not None}


def _scalar(value: str) -> str:
    """Return a value as YAML on one line: a date as it is, a text in quotes where it needs them."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    return yaml.safe_dump({"x": value}, allow_unicode=True, width=10**6)[3:].rstrip("\n")
