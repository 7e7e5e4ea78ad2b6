"""The /program menu: program → document → section, from a release's own headings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from bot.domain.answers import Branch
from bot.domain.documents import Document, Kind, Release, Section


def tree(release: Release, language: str, allows: Callable[[Kind], bool]) -> tuple[Branch, ...]:
    """Return the menu in one language; sections whose kind may not be said now, and what is empty then, are left out.

    Documents without a program stand on the first level, beside the programs.
    """
    programs: dict[str, list[Branch]] = {}
    for document in release.documents:
        if sections := [_section(section, language) for section in document.sections if _shown(section, allows)]:
            branch = Branch(_short("d", document.path), title(document, language), None, tuple(sections))
            programs.setdefault(document.program or "", []).append(branch)
    loose = programs.pop("", [])
    grouped = [_program(name, documents) for name, documents in programs.items()]
    return (*grouped, *loose)


def title(document: Document, language: str) -> str:
    """Return a document's title in a language, its own where it has no twin."""
    return document.twin_title if language != document.language and document.twin_title else document.title


def heading(section: Section, language: str, own: str = "id") -> str:
    """Return a section's heading in a language, its own where it has no twin."""
    return section.twin_title if language != own and section.twin_title else section.title


def _program(name: str, documents: list[Branch]) -> Branch:
    """A program with one document is shown as that document."""
    if len(documents) == 1:
        return documents[0]
    return Branch(_short("p", name), name.replace("-", " ").capitalize(), None, tuple(documents))


def _section(section: Section, language: str) -> Branch:
    return Branch(section.id, heading(section, language), section.kind)


def _shown(section: Section, allows: Callable[[Kind], bool]) -> bool:
    return bool(section.statements) and allows(section.kind)


def _short(prefix: str, name: str) -> str:
    return prefix + hashlib.sha256(name.encode()).hexdigest()[:9]
