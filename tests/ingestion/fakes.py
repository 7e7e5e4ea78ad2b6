"""A knowledge folder in memory, and documents to put into it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.documents import Document, Statement
from bot.domain.errors import KnowledgeError
from bot.ingestion.folder import Snapshot
from bot.ingestion.reading import Reading, read


class Folder:
    """Files in a dict; it can be changed between two runs."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = dict(files)

    def list(self) -> list[str]:
        return sorted(self.files)

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise KnowledgeError("can't be read: it is gone", file=path)
        content = self.files[path]
        return content.encode() if isinstance(content, str) else content


def markdown(body: str, title: str = "Kuliah gratis", extra: str = "") -> str:
    return f"---\ntitle: {title}\n{extra}---\n{body}\n"


def reading(files: Mapping[str, str | bytes]) -> Reading:
    return read(Snapshot(Folder(files)))


def document(body: str, title: str = "Kuliah gratis", extra: str = "") -> Document:
    """The one document that a body makes; it must be without errors."""
    found = reading({"a.md": markdown(body, title, extra)})
    assert found.errors == ()
    return found.documents[0]


def statements(body: str) -> list[Statement]:
    return list(document(body).statements)


def texts(body: str) -> list[str]:
    return [statement.text for statement in statements(body)]


def complaints(files: Mapping[str, str | bytes]) -> list[str]:
    """The errors that one reading finds, as people see them."""
    return [str(error) for error in reading(files).errors]


def warnings(files: Mapping[str, str | bytes]) -> list[str]:
    return [str(warning) for warning in reading(files).warnings]
