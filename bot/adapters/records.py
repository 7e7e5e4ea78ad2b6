"""Frozen records of the domain to JSON and back, exactly."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def to_json(record: object) -> bytes:
    """Return a dataclass, with all that it holds, as JSON."""
    from pydantic import TypeAdapter

    return TypeAdapter(type(record)).dump_json(record, indent=1)


def from_json(kind: type[T], content: bytes) -> T:
    """Return the record of this kind that `to_json` wrote. Raises ValueError if it isn't one."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind).validate_json(content)
