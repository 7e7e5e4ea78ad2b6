"""The campaign's data files: words that people use for its facts, its names, and questions that are not answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.documents import Boundary, Document, Section, Sort, Statement
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.ids import asked_of
from bot.ingestion.data_file import DataFile, Entry
from bot.ingestion.folder import Snapshot
from bot.ingestion.plain import decode

_ALIASES, _NAMES, _BOUNDARIES, _UNKNOWN = "aliases.toml", "names.toml", "boundaries.toml", "unknown.toml"
_CLARIFY = "clarify.toml"
_BEFORE_WORDS = ": "  # parts a label or section from words that only some of its statements hold

# Footnote label, section key or what stands for a single statement → questions that people ask for it
Aliases = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Campaign:
    """What the data files say."""

    aliases: Aliases = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name → the spellings that people give it
    boundaries: tuple[Boundary, ...] = ()  # the program's and its own; those of unknown.toml do not decline
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # word → keys of the sections it may mean


def read_campaign(
    folder: Snapshot, documents: Sequence[Document] | None, general: Sequence[Boundary] = ()
) -> tuple[Campaign, list[KnowledgeError]]:
    """Return what the data files say, and what is wrong with them; a missing file is no mistake.

    Without documents (if some are broken) nobody knows which labels and sections there are, and that is not checked.
    """
    files = {name: _open(folder, name) for name in (_ALIASES, _NAMES, _BOUNDARIES, _UNKNOWN, _CLARIFY)}
    own = list(_boundaries(files[_BOUNDARIES]))
    topics = list(_topics(files[_UNKNOWN], {boundary.kind for boundary in (*general, *own)}))
    aliases: Aliases = files[_ALIASES].lists()
    ambiguous = files[_CLARIFY].lists()
    if documents is not None:
        aliases = _owned(files[_ALIASES], aliases, documents)
        _check_citations(files[_BOUNDARIES], own, documents)
        _check_choices(files[_CLARIFY], ambiguous, documents)
    campaign = Campaign(aliases, files[_NAMES].lists(), merge(general, [*own, *topics]), ambiguous)
    return campaign, [error for file in files.values() for error in file.errors]


def read_boundaries(text: str, name: str, sort: Sort = Sort.DECLINED) -> tuple[Boundary, ...]:
    """Return the boundaries of a file of the program's own, all of one sort.

    Raises KnowledgeErrors with all that is wrong with it.
    """
    file = DataFile(name, text)
    found = tuple(replace(one, sort=sort) for one in _boundaries(file))
    if file.errors:
        raise KnowledgeErrors(file.errors)
    return found


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

    def statement(one: Statement) -> Statement:
        owners = (*one.labels, asked_of(one.id))
        asked = dict.fromkeys(text for owner in owners for text in aliases.get(owner, ()))
        return replace(one, aliases=tuple(asked))

    def section(one: Section) -> Section:
        return replace(one, statements=tuple(map(statement, one.statements)), aliases=aliases.get(one.key, ()))

    return tuple(replace(document, sections=tuple(map(section, document.sections))) for document in documents)


def labels_of(documents: Sequence[Document]) -> dict[str, None]:
    """Return the labels of all statements, in reading order."""
    statements = (statement for document in documents for statement in document.statements)
    return dict.fromkeys(label for statement in statements for label in statement.labels)


def label_before(owner: str) -> str:
    """Return the label or section of an owner that means one of its statements."""
    return owner.partition(_BEFORE_WORDS)[0]


def pointed_at(owner: str, documents: Sequence[Document]) -> list[Statement]:
    """Return the statements of a label or section that hold the words behind it: "BUS-1: paling tua"."""
    named, _, said = owner.partition(_BEFORE_WORDS)
    statements = (one for document in documents for one in document.statements if named in (*one.labels, one.section))
    return [one for one in statements if said.casefold() in one.text.casefold()]


def heading_of(label: str, documents: Sequence[Document]) -> str:
    """Return the heading of the section in which a fact stands first."""
    sections = (section for document in documents for section in document.sections)
    return next(one.title for one in sections if any(label in statement.labels for statement in one.statements))


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


def _owned(file: DataFile, aliases: Aliases, documents: Sequence[Document]) -> Aliases:
    """Return aliases with statements in place of the words that point at them; what owns none is a mistake."""
    known = {*labels_of(documents), *(section.key for document in documents for section in document.sections)}
    found: dict[str, tuple[str, ...]] = {}
    for owner, texts in aliases.items():
        meant = [owner] if owner in known else [asked_of(one.id) for one in pointed_at(owner, documents)]
        found |= {one: (*found.get(one, ()), *texts) for one in meant}
        if not meant and _BEFORE_WORDS in owner:
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
    labels = labels_of(documents)
    for boundary in boundaries:
        for label in boundary.cite:
            if label not in labels:
                file.error(
                    f'"{boundary.kind}" cites "{label}", but no statement carries that footnote', file.line_with(label)
                )
