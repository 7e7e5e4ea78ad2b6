"""A document's front matter (or the .yaml beside it): strict YAML → what is known about the document as a whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from bot.domain.documents import Kind
from bot.domain.errors import KnowledgeError
from bot.domain.ids import normalise
from bot.ingestion.draft import visible
from bot.language.registry import CODES

KEYS = ("title", "program", "kind", "language", "date", "source", "latest", "review_by", "topic", "summary")
KINDS = tuple(kind.value for kind in Kind)
_LONGEST = 20_000  # characters: front matter beyond this is a mistake or an attack


@dataclass(frozen=True, slots=True)
class Properties:
    """What front matter says; the title is never empty."""

    title: str
    program: str | None = None
    kind: Kind = Kind.UMUM
    language: str | None = None
    date: dt.date | None = None
    latest: str | None = None
    review_by: dt.date | None = None
    source: str | None = None  # where the whole document was published, written like a line of a footnote
    topic: str | None = None  # what people call what it is about; its title, if it doesn't say
    summary: str | None = None  # what that is, in one to three sentences with their footnote marks


def read_properties(text: str, file: str, first_line: int = 1) -> tuple[Properties | None, list[KnowledgeError]]:
    """Return what the YAML says and what is wrong with it; nothing, if anything is wrong."""
    errors: list[KnowledgeError] = []
    values: dict[str, str] = {}
    try:
        for key, node in _entries(text):
            try:
                _add(values, key.value, node)
            except ValueError as error:
                errors.append(KnowledgeError(str(error), file=file, line=first_line + key.start_mark.line))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = f"broken front matter: {error.problem or error.context}"
        errors.append(KnowledgeError(reason, file=file, line=first_line + (mark.line if mark else 0)))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = f"broken front matter: {str(error).splitlines()[0] or 'nested too deeply'}"
        errors.append(KnowledgeError(reason, file=file, line=first_line))
    if not errors and not values.get("title"):
        errors.append(KnowledgeError('front matter has no "title"', file=file, line=first_line))
    return (None, errors) if errors else (_properties(values), [])


def _entries(text: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Yield the top-level keys and values, unconstructed, so that nothing in them can unfold."""
    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise ValueError('expected lines of "key: value"')
    for key, node in root.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ValueError('expected lines of "key: value"')
        yield key, node


def _add(values: dict[str, str], key: str, node: yaml.Node) -> None:
    """Add one checked value. Raises ValueError with the reason if it can't be used."""
    if key not in KEYS:
        raise ValueError(f'unknown key "{key}"; known are {", ".join(KEYS)}')
    if key in values:
        raise ValueError(f'"{key}" is given twice')
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError(f'"{key}" must be one line of text')
    kind = node.tag.rpartition(":")[2]
    if key in ("date", "review_by") and kind != "null":
        _as_date(key, node.value)
    elif kind not in ("str", "null"):
        raise ValueError(f'"{key}" must be text; write {key}: "{node.value}"')
    values[key] = "" if kind == "null" else normalise(node.value)
    _check(key, values[key])


def _check(key: str, value: str) -> None:
    """Raise ValueError with the reason if a value can't be used."""
    allowed = {"kind": KINDS, "language": CODES}.get(key)
    if value and allowed and value not in allowed:
        raise ValueError(f'"{key}" is "{value}"; it must be one of {", ".join(allowed)}')
    if value and key == "latest" and not re.match(r"https?://\S+$", value):
        raise ValueError('"latest" must be a link that begins with https:// or http://')
    if visible(value) != value:
        raise ValueError(f'"{key}" holds characters that can\'t be shown')


def _as_date(key: str, value: str) -> dt.date:
    try:
        return dt.datetime.strptime(value.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f'"{key}" is "{value}"; it must be a date like 2026-12-31') from None


def _properties(values: dict[str, str]) -> Properties:
    given = {key: value for key, value in values.items() if value}
    dates = {key: _as_date(key, given[key]) for key in ("date", "review_by") if key in given}
    return Properties(
        title=given["title"],
        program=given.get("program"),
        kind=Kind(given.get("kind", Kind.UMUM)),
        language=given.get("language"),
        date=dates.get("date"),
        latest=given.get("latest"),
        review_by=dates.get("review_by"),
        source=given.get("source"),
        topic=given.get("topic"),
        summary=given.get("summary"),
    )
