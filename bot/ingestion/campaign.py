"""The campaign's data files: words that people use for its facts, its names, and questions that are not answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import PurePosixPath

from bot.domain.documents import Boundary, Document, Section, Sort, Statement
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.findings import Finding
from bot.domain.ids import asked_of
from bot.domain.people import KINDS
from bot.domain.pointing import BEFORE_WORDS, label_before, pointed_at
from bot.ingestion.data_file import DataFile, Entry
from bot.ingestion.folder import (
    ABSENT,
    CLARIFY,
    INTENTS,
    NAMES,
    PEOPLE_FIRST,
    PHRASINGS,
    SHORT,
    Snapshot,
    twin_language,
)
from bot.ingestion.plain_text import decode
from bot.ingestion.short_forms import Shorts, read_shorts
from bot.language.facets import asked_what

_WORDINGS = 2  # of the question what a topic is: classified questions need no more

# Footnote label, section key or what stands for a single statement → questions that people ask for it
Aliases = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Campaign:
    """What the data files say."""

    aliases: Aliases = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name → the spellings that people give it
    boundaries: tuple[Boundary, ...] = ()  # the program's and its own; absent topics do not decline
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # word → keys of the sections it may mean
    shorts: Shorts = field(default_factory=dict)
    warnings: tuple[Finding, ...] = ()


def read_campaign(
    folder: Snapshot, documents: Sequence[Document] | None, general: Sequence[Boundary] = ()
) -> tuple[Campaign, list[KnowledgeError]]:
    """Return what the data files say, and what is wrong with them; a missing file is no mistake.

    Without documents (if some are broken) nobody knows which labels and sections there are, and that is not checked.
    """
    names, clarify, intents, first = (_open(folder, name) for name in (NAMES, CLARIFY, INTENTS, PEOPLE_FIRST))
    absent, phrasings, short = (
        [_open(folder, path) for path in data_files(folder, name)] for name in (ABSENT, PHRASINGS, SHORT)
    )
    own, ambiguous = list(_boundaries(intents)), clarify.lists()
    kinds = {boundary.kind for boundary in (*general, *own)}
    topics = [topic for file in absent for topic in _topics(file, kinds)]
    aliases = _added_up(_aliases(file, documents) for file in phrasings)
    people = list(_people_first(first))
    shorts: dict[str, dict[str, str]] = {}
    warnings: list[Finding] = []
    if documents is not None:
        for file in short:
            found, unused = read_shorts(file, statements_of(documents))
            shorts, warnings = {**shorts, **found}, [*warnings, *unused]
        _check_citations(intents, own, documents)
        _check_citations(first, people, documents)
        _check_choices(clarify, ambiguous, documents)
    boundaries = (*merge(general, [*own, *topics]), *people)
    campaign = Campaign(aliases, names.lists(), boundaries, ambiguous, shorts, tuple(warnings))
    files = (*phrasings, names, intents, first, *absent, clarify, *short)
    return campaign, [error for file in files for error in file.errors]


def data_files(folder: Snapshot, name: str) -> list[str]:
    """Return the paths of the data files of one name, that at the top first."""
    found = [path for path in folder.contents.data if PurePosixPath(path).name == name]
    return sorted(found, key=lambda path: ("/" in path, path))


def home_of(owner: str, documents: Sequence[Document]) -> str:
    """Return the phrasings.toml where those of a label or section belong: beside the document that tells it first.

    That is the one at the top if no document does.
    """
    named = label_before(owner)
    sections = ((document, section) for document in documents for section in document.sections)
    telling = (document for document, section in sections if named == section.key or named in _labels(section))
    first = next(telling, None)
    return str(PurePosixPath(first.path).with_name(PHRASINGS)) if first else PHRASINGS


def read_intent(kind: str, text: str, name: str, sort: Sort) -> Boundary:
    """Return a kind of question from a file of the program's own, which holds nothing but its examples.

    Raises KnowledgeErrors with all that is wrong with it.
    """
    file = DataFile(name, text)
    lists = file.lists()
    for key in lists.keys() - {"examples", "counter_examples"}:
        file.error(f'unknown key "{key}"; known are examples, counter_examples', file.line_of(key))
    if file.errors:
        raise KnowledgeErrors(file.errors)
    return Boundary(kind, lists.get("examples", ()), lists.get("counter_examples", ()), sort=sort)


def merge(general: Sequence[Boundary], own: Sequence[Boundary]) -> tuple[Boundary, ...]:
    """Return general boundaries with the campaign's: of one kind the examples add up, the campaign's words win."""
    merged = {boundary.kind: boundary for boundary in general}
    for boundary in own:
        other = merged.get(boundary.kind, boundary)
        merged[boundary.kind] = replace(
            boundary,
            examples=tuple(dict.fromkeys(other.examples + boundary.examples)),
            counter_examples=tuple(dict.fromkeys(other.counter_examples + boundary.counter_examples)),
            instead=boundary.instead or other.instead,
            cite=boundary.cite or other.cite,
            sort=other.sort,
        )
    return tuple(merged.values())


def attach(documents: Sequence[Document], aliases: Aliases) -> tuple[Document, ...]:
    """Return the documents with the aliases of each label on every statement that carries it, and of each section.

    A statement's own come after those of its labels, whose first stands on buttons.
    """
    aliases = {**aliases, **asked_of_summaries(documents)}

    def statement(one: Statement) -> Statement:
        owners = (*one.asked_by, asked_of(one.id))
        asked = dict.fromkeys(text for owner in owners for text in aliases.get(owner, ()))
        return replace(one, aliases=tuple(asked))

    def section(one: Section) -> Section:
        return replace(one, statements=tuple(map(statement, one.statements)), aliases=aliases.get(one.key, ()))

    return tuple(replace(document, sections=tuple(map(section, document.sections))) for document in documents)


def asked_of_summaries(documents: Iterable[Document]) -> Aliases:
    """Return what people ask for summaries: what the topic is, by each of its names, in the documents' languages."""
    found: dict[str, tuple[str, ...]] = {}
    for document in documents:
        topics = ((document.topic, document.language), (document.twin_topic, twin_language(document.twin_path or "")))
        named = [(name, spoken) for topic, spoken in topics if topic and spoken for name in _names(topic)]
        asked = tuple(dict.fromkeys(text for name, spoken in named for text in _asked_of(name, spoken)))
        found |= {asked_of(one.id): asked for one in document.statements if one.is_summary}
    return found


def _asked_of(name: str, spoken: str) -> tuple[str, ...]:
    return (name, *islice(asked_what(name, spoken), _WORDINGS))


def _names(topic: str) -> list[str]:
    """Return the names that a topic goes by: those in brackets stand for the one before them."""
    return [name for part in re.split(r"[()]", topic) if (name := part.strip())]


def labels_of(documents: Sequence[Document]) -> dict[str, None]:
    """Return the labels of all statements, in reading order."""
    return dict.fromkeys(label for statement in statements_of(documents) for label in statement.labels)


def statements_of(documents: Sequence[Document]) -> list[Statement]:
    """Return all statements, in reading order."""
    return [statement for document in documents for statement in document.statements]


def heading_of(label: str, documents: Sequence[Document]) -> str:
    """Return the heading of the section in which a fact stands first."""
    sections = (section for document in documents for section in document.sections)
    return next(one.title for one in sections if any(label in statement.labels for statement in one.statements))


def _labels(section: Section) -> set[str]:
    return {label for statement in section.statements for label in statement.labels}


def _open(folder: Snapshot, name: str) -> DataFile:
    if name not in folder.contents.data:
        return DataFile(name, "")
    try:
        return DataFile(name, decode(folder.read(name), name))
    except KnowledgeError as error:
        return DataFile(name, "", [error])


def _boundaries(file: DataFile) -> Iterator[Boundary]:
    kinds: set[str] = set()
    for entry in file.entries("boundary", ("kind", "examples", "counter_examples", "instead", "cite")):
        if not entry.content.keys() & {"examples", "counter_examples"}:
            file.error('give "examples", "counter_examples" or both', entry.line)
        yield Boundary(
            kind=_new(entry, "kind", kinds),
            examples=entry.texts("examples"),
            counter_examples=entry.texts("counter_examples"),
            instead=entry.said("instead", required=False),
            cite=entry.texts("cite"),
        )


def _people_first(file: DataFile) -> Iterator[Boundary]:
    """Yield what is said to people who are heard first: to each kind what helps it, in place of the program's words."""
    kinds: set[str] = set()
    for entry in file.entries("people", ("kind", "instead", "cite")):
        kind = _new(entry, "kind", kinds)
        if kind and kind not in KINDS:
            file.error(f'unknown kind "{kind}"; known are {", ".join(KINDS)}', entry.line)
        instead = entry.said("instead", required=False)
        yield Boundary(kind, (), instead=instead, cite=entry.texts("cite"), sort=Sort.PEOPLE_FIRST)


def _topics(file: DataFile, kinds: set[str]) -> Iterator[Boundary]:
    for entry in file.entries("topic", ("name", "phrasings", "ask")):
        yield Boundary(
            kind=_new(entry, "name", kinds),
            examples=entry.texts("phrasings", required=True),
            instead=entry.said("ask", required=True),
            sort=Sort.UNKNOWN,
        )


def _new(entry: Entry, key: str, used: set[str]) -> str:
    """Return the name of an entry, which must not have been used before."""
    name = entry.name(key)
    if name and name in used:
        entry.file.error(f'the {key} "{name}" is given twice', entry.line)
    used.add(name)
    return name


def _aliases(file: DataFile, documents: Sequence[Document] | None) -> Aliases:
    aliases = file.lists()
    return aliases if documents is None else _owned(file, aliases, documents)


def _added_up(files: Iterable[Aliases]) -> Aliases:
    """Return the aliases of several files together, in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for aliases in files:
        found |= {owner: tuple(dict.fromkeys((*found.get(owner, ()), *texts))) for owner, texts in aliases.items()}
    return found


def _owned(file: DataFile, aliases: Aliases, documents: Sequence[Document]) -> Aliases:
    """Return aliases with statements in place of the words that point at them; what owns none is a mistake."""
    known = {*labels_of(documents), *(section.key for document in documents for section in document.sections)}
    statements = statements_of(documents)
    found: dict[str, tuple[str, ...]] = {}
    for owner, texts in aliases.items():
        meant = [owner] if owner in known else [asked_of(one.id) for one in pointed_at(owner, statements)]
        found |= {one: (*found.get(one, ()), *texts) for one in meant}
        if not meant and BEFORE_WORDS in owner:
            file.error(f'no statement is meant by "{owner}"', file.line_of(owner))
        elif not meant:
            what = "there is no section" if "#" in owner else "no statement carries the footnote"
            file.error(f'{what} "{owner}"', file.line_of(owner))
    return found


def _check_choices(file: DataFile, ambiguous: Mapping[str, tuple[str, ...]], documents: Sequence[Document]) -> None:
    sections = {section.key for document in documents for section in document.sections}
    for word, keys in ambiguous.items():
        if len(keys) < 2:
            file.error(f'"{word}" needs two sections that it may mean', file.line_of(word))
        for key in keys:
            if key not in sections:
                file.error(f'there is no section "{key}"', file.line_with(key))


def _check_citations(file: DataFile, boundaries: Sequence[Boundary], documents: Sequence[Document]) -> None:
    labels, statements = labels_of(documents), statements_of(documents)
    for boundary in boundaries:
        for owner in boundary.cite:
            if label_before(owner) not in labels:
                file.error(
                    f'"{boundary.kind}" cites "{owner}", but no statement carries that footnote', file.line_with(owner)
                )
            elif not pointed_at(owner, statements):
                file.error(
                    f'"{boundary.kind}" cites "{owner}", but no statement has these words', file.line_with(owner)
                )
