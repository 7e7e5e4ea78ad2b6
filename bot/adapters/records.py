"""Frozen records of the domain to JSON and back, exactly, and as files of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def to_json(record: object) -> bytes:
    """Return a dataclass, with all that it holds, as JSON."""
    return _adapter(type(record)).dump_json(record, indent=1)


def from_json(kind: type[T], content: bytes) -> T:
    """Return the record of this kind that `to_json` wrote. Raises ValueError if it isn't one."""
    return _adapter(kind).validate_json(content)


def keep(folder: Path, name: str, record: object) -> None:
    """Write a record whole, under a name of its own in a folder that is made if it isn't there."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / ".new"
    draft.write_bytes(to_json(record))
    draft.replace(folder / f"{name}.json")


def find(folder: Path, name: str, kind: type[T]) -> T | None:
    """Return the record that was kept under a name, None if there is none, or none that can be read.

    A name that comes from outside can't lead out of the folder.
    """
    try:
        found = [file for file in folder.glob("*.json") if file.stem == name]
        return from_json(kind, found[0].read_bytes()) if found else None
    except (OSError, ValueError):
        return None


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    """An adapter takes a hundred times as long to make as to use."""
    from pydantic import TypeAdapter

    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
