"""One hostile file, and what is to become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1_000_000
HARMLESS = ""
TOO_MUCH = r"takes too long to read|needs more than \d+ MB|holds more than"


@dataclass(frozen=True)
class Hostile:
    """One hostile file: what is said about it, as a regular expression, or HARMLESS."""

    path: str
    make: Callable[[], bytes]
    said: str

    def beside(self) -> dict[str, bytes]:
        """The .yaml that makes it a document, so that nothing but its content is wrong."""
        return {} if self.path.endswith((".md", ".toml", ".yaml")) else {f"{self.path}.yaml": b"title: Jahat"}


def markdown(body: str | bytes, front: str = "title: Jahat") -> bytes:
    return f"---\n{front}\n---\n".encode() + (body.encode() if isinstance(body, str) else body)
