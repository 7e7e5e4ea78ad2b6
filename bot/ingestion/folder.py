"""The knowledge folder: which of its files are documents, which belong to one, and which are the campaign's data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from bot.domain.errors import KnowledgeError
from bot.domain.paths import fault
from bot.language.registry import CODES, DEFAULT

PHRASINGS, ABSENT, SHORT = "phrasings.toml", "absent.toml", "short.toml"  # beside any documents, or at the top
NAMES, CLARIFY, INTENTS, PEOPLE_FIRST = "names.toml", "clarify.toml", "intents.toml", "people_first.toml"  # at the top
DATA_FILES = (PHRASINGS, ABSENT, SHORT, NAMES, CLARIFY, INTENTS, PEOPLE_FIRST)
EARLIER = {  # the data files of an earlier layout, and what holds the same now
    "aliases.toml": PHRASINGS,
    "unknown.toml": ABSENT,
    "boundaries.toml": INTENTS,
    "golden.toml": "the folders of [paths] exam and training",
}
CONVERTS = "python ingest.py --convert"
SUFFIXES = (".md", ".pdf", ".docx", ".html", ".htm", ".txt")
TWIN_ENDINGS = {f".{code}.md": code for code in CODES if code != DEFAULT}  # how a twin is named → its language


class Files(Protocol):
    """Reads the knowledge folder."""

    def list(self) -> list[str]:
        """Return the paths of all files below it, with forward slashes, in a fixed order."""

    def read(self, path: str) -> bytes:
        """Return a file's content. Raises KnowledgeError if it can't be read or is too large."""


class Snapshot:
    """Reads through to the folder and remembers the digest of each file as it was read."""

    def __init__(self, files: Files) -> None:
        self.contents = sort_out(files.list())
        self.digests: dict[str, str] = {}
        self._files = files

    def read(self, path: str) -> bytes:
        """Return a file's content. Raises KnowledgeError as the folder does."""
        data = self._files.read(path)
        self.digests[path] = hashlib.sha256(data).hexdigest()
        return data

    def digest(self, paths: Iterable[str]) -> str:
        """Return one digest of files that have been read, their names included."""
        parts = [f"{path}\0{self.digests[path]}" for path in sorted(paths)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of the folder by what they are for."""

    documents: tuple[str, ...]
    twins: dict[str, str]  # document → its English twin
    properties: dict[str, str]  # document → the .yaml beside it
    data: tuple[str, ...]
    errors: tuple[KnowledgeError, ...]

    @property
    def sources(self) -> set[str]:
        """Every file that a release is made of."""
        return {*self.documents, *self.twins.values(), *self.properties.values(), *self.data}


def sort_out(paths: Sequence[str]) -> Contents:
    """Return what each file is for; READMEs are for people, and a file that nothing would read is an error."""
    faults = {path: reason for path in paths if (reason := fault(path))}
    paths = [path for path in paths if path not in faults]
    there = set(paths)
    readable = {path for path in there if suffix(path) in SUFFIXES and not _is_readme(path)}
    twins = {original_of(path): path for path in readable if is_twin(path) and original_of(path) in readable}
    used_as_twin = set(twins.values())
    documents = tuple(path for path in paths if path in readable and path not in used_as_twin)
    with_yaml = {path for path in documents if suffix(path) != ".md"}
    properties = {path: f"{path}.yaml" for path in with_yaml if f"{path}.yaml" in there}
    data = tuple(path for path in paths if _is_data(path))
    earlier = [path for path in paths if path in EARLIER]
    known = {*documents, *twins.values(), *properties.values(), *data, *earlier}
    return Contents(
        documents=documents,
        twins=twins,
        properties=properties,
        data=data,
        errors=(
            *(KnowledgeError(reason, file=path) for path, reason in faults.items()),
            *(_unread(path) for path in paths if path not in known and not _is_readme(path)),
            *_of_an_earlier_layout(earlier),
        ),
    )


def suffix(path: str) -> str:
    """Return the end of a file's name that tells its type, in lower case."""
    return PurePosixPath(path).suffix.lower()


def twin_language(path: str) -> str | None:
    """Return the language of a file that is named like the twin of another, None if it isn't."""
    return next((language for ending, language in TWIN_ENDINGS.items() if path.endswith(ending)), None)


def is_twin(path: str) -> bool:
    """Whether a file is named like the twin of another in a second language."""
    return twin_language(path) is not None


def original_of(path: str) -> str:
    """Return the name of the document that a twin belongs to."""
    return path.removesuffix(f".{twin_language(path)}.md") + ".md"


def _is_readme(path: str) -> bool:
    return PurePosixPath(path).name.lower().partition(".")[0] == "readme"


def _is_data(path: str) -> bool:
    return path in DATA_FILES or PurePosixPath(path).name in (PHRASINGS, ABSENT, SHORT)


def _of_an_earlier_layout(paths: Sequence[str]) -> Iterator[KnowledgeError]:
    if paths:
        reason = f"of an earlier layout: {', '.join(paths)}; `{CONVERTS}` puts what they hold where it is read now"
        yield KnowledgeError(reason, file=paths[0])


def _unread(path: str) -> KnowledgeError:
    if suffix(path) == ".yaml":
        reason = f"no PDF, DOCX, HTML or text file {path.removesuffix('.yaml')} beside it"
    elif PurePosixPath(path).name in DATA_FILES:
        reason = "belongs at the top of the knowledge folder"
    elif suffix(path) == ".toml":
        reason = f"unknown data file; known are {', '.join(DATA_FILES)}"
    else:
        reason = f'unsupported type "{suffix(path)}"; supported are {", ".join(SUFFIXES)}'
    return KnowledgeError(reason, file=path)
