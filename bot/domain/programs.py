"""Programs: what belongs to one, and the /program menu (program → document → section) from a release's own headings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from bot.domain.answers import Branch
from bot.domain.documents import Document, Kind, Release, Section
from bot.domain.ids import slug

LONGEST_SLUG = 60  # characters: a start payload has 64
_KINDS = (Kind.PELAKSANAAN, Kind.JANJI, Kind.UMUM, Kind.PEMILU, Kind.ATURAN)


def tree(release: Release, language: str, allows: Callable[[Kind], bool]) -> tuple[Branch, ...]:
    """Return the menu in one language; sections whose kind may not be said now, and what is empty then, are left out.

    What was delivered comes first, rules last, and of one kind what there is most of. Documents without a program stand
    on the first level, behind the programs.
    """
    programs: dict[str, list[Document]] = {}
    for document in release.documents:
        if any(_shown(section, allows) for section in document.sections):
            programs.setdefault(document.program or "", []).append(document)
    loose = programs.pop("", [])
    ordered = sorted(programs.items(), key=lambda item: _order(item[1]))
    grouped = [_program(name, documents, language, allows) for name, documents in ordered]
    return (*grouped, *(_document(document, language, allows) for document in loose))


def program_of(document: Document) -> str:
    """Return the program that a document is of; one of none is one of its own, named by its path."""
    return document.program or document.path


def topic_of(document: Document) -> str:
    """Return the name under which questions about a document are counted."""
    return document.program or document.title


def first_of_each(sections: Iterable[Section], release: Release) -> list[Section]:
    """Return the first section of each program, in the order of the sections."""
    firsts: dict[str, Section] = {}
    for section in sections:
        firsts.setdefault(program_of(release.by_path[section.document]), section)
    return list(firsts.values())


def title(document: Document, language: str) -> str:
    """Return a document's title in a language, its own where it has no twin."""
    return document.twin_title if language != document.language and document.twin_title else document.title


def heading(section: Section, language: str, own: str) -> str:
    """Return a section's heading in a language, its own where it has no twin."""
    return section.twin_title if language != own and section.twin_title else section.title


def heading_in(release: Release, section: Section, language: str) -> str:
    """Return a section's heading in a language, its own document's where it has no twin."""
    return heading(section, language, release.by_path[section.document].language)


def slugged(name: str) -> str:
    """Return a program's name, or a document's path, as a link can hold it."""
    return slug(name)[:LONGEST_SLUG].strip("-")


def _order(documents: list[Document]) -> tuple[int, int]:
    """What a program is about, by its first document, and how much there is to say."""
    return _KINDS.index(documents[0].kind), -sum(1 for document in documents for _ in document.statements)


def _program(name: str, documents: list[Document], language: str, allows: Callable[[Kind], bool]) -> Branch:
    """A program with one document is shown as that document."""
    branches = tuple(_document(document, language, allows) for document in documents)
    if len(branches) == 1:
        return replace(branches[0], slug=slugged(name))
    first = documents[0]
    shown = first.twin_program if language != first.language and first.twin_program else name
    return Branch(_short("p", name), shown.replace("-", " ").capitalize(), None, branches, slugged(name))


def _document(document: Document, language: str, allows: Callable[[Kind], bool]) -> Branch:
    sections = tuple(_section(one, language, document.language) for one in document.sections if _shown(one, allows))
    stem = PurePosixPath(document.path).with_suffix("").as_posix()
    return Branch(_short("d", document.path), title(document, language), None, sections, slugged(stem))


def _section(section: Section, language: str, own: str) -> Branch:
    return Branch(section.id, heading(section, language, own), section.kind)


def _shown(section: Section, allows: Callable[[Kind], bool]) -> bool:
    return bool(section.statements) and allows(section.kind)


def _short(prefix: str, name: str) -> str:
    return prefix + hashlib.sha256(name.encode()).hexdigest()[:9]
