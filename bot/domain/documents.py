"""What is known: documents, their sections and statements, the sources these stand on, and releases of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import ceil

from bot.domain.ids import asked_of
from bot.domain.layout import Layout
from bot.domain.lexicon import Lexicon
from bot.language.registry import CODES, DEFAULT, Glossary, glossaries
from bot.language.tokens import terms, words


class Kind(StrEnum):
    """What sort of thing a section says; always shown, so that a promise never passes for a delivery."""

    JANJI = "janji"
    PELAKSANAAN = "pelaksanaan"
    PEMILU = "pemilu"
    ATURAN = "aturan"
    UMUM = "umum"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was published."""

    title: str
    publisher: str
    date: str | None = None  # ISO 8601, if the footnote gives one
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """One fact's proof: its label, the date it holds for, and its sources."""

    label: str
    as_of: str | None  # as written after "per": a day, month, year or span
    sources: tuple[Source, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """A statement in the other language, from the document's twin."""

    document: str
    text: str
    footnotes: tuple[Footnote, ...]
    headers: str = ""
    short: str = ""

    @property
    def language(self) -> str:
        """The language that its document's name tells."""
        return self.document.removesuffix(".md").rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item or table row that stands alone as an answer."""

    id: str
    document: str
    section: str  # the section's key, "document#slug"
    text: str  # the quote: what the document says, without marks
    footnotes: tuple[Footnote, ...] = ()
    line: int | None = None
    page: int | None = None
    group: int | None = None  # number of the list it belongs to within its section; the lead sentence has it too
    headers: str = ""  # a table row's column names, joined by " | "
    twin: Twin | None = None
    aliases: tuple[str, ...] = ()  # questions people ask for it, best-worded first
    is_summary: bool = False  # it says what its topic is
    short: str = ""  # what an editor lets be said of it in a first line

    @property
    def labels(self) -> tuple[str, ...]:
        """The ids of the facts it stands on."""
        return tuple(note.label for note in self.footnotes)

    @property
    def asked_by(self) -> tuple[str, ...]:
        """The ids of the facts whose questions it answers: a summary touches several, and is asked for by none."""
        return () if self.is_summary else self.labels

    def shown_in(self, language: str) -> Statement | Twin:
        """Return what a reader of a language is shown: the twin in its own language, as far as there is one."""
        return self.twin if self.twin and self.twin.language == language else self

    def said_in(self, language: str) -> str:
        """Return what it says to a reader of a language."""
        return self.shown_in(language).text


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    id: str
    document: str
    slug: str
    title: str
    kind: Kind
    statements: tuple[Statement, ...]
    path: tuple[str, ...] = ()  # headings above it, outermost first
    page: int | None = None
    line: int | None = None
    twin_title: str | None = None
    aliases: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()  # what its author says that it tells of its topic; none: told by its words

    @property
    def key(self) -> str:
        """The readable id, "document#slug"."""
        return f"{self.document}#{self.slug}"


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the knowledge folder, read."""

    path: str  # under knowledge/, with forward slashes
    title: str
    sections: tuple[Section, ...]
    digest: str  # SHA-256 of all that it was read from: the file, its .yaml and its twin
    program: str | None = None
    kind: Kind = Kind.UMUM
    language: str = DEFAULT
    date: dt.date | None = None
    latest: str | None = None  # a link to what may have changed since
    review_by: dt.date | None = None
    twin_path: str | None = None
    twin_title: str | None = None
    twin_program: str | None = None  # the program's name in the twin's language
    source: Source | None = None  # where it was published: the proof of statements without footnotes
    topic: str = ""  # what people call what it is about; documents of one topic share it
    twin_topic: str | None = None
    summary: str | None = None  # key of the section that says what its topic is

    @property
    def statements(self) -> Iterator[Statement]:
        """All statements in reading order."""
        return (statement for section in self.sections for statement in section.statements)


class Role(StrEnum):
    """Whether a text is embedded as what is looked for or as what is found."""

    QUERY = "query"
    PASSAGE = "passage"


class PassageKind(StrEnum):
    """What a passage is to its owner."""

    SECTION = "section"
    STATEMENT = "statement"
    TWIN = "twin"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is embedded, and what it leads to: a statement (by id), a section (by key) or a fact (by label)."""

    id: str
    owner: str
    kind: PassageKind
    text: str
    language: str


class Sort(StrEnum):
    """What becomes of a question that crosses a boundary."""

    DECLINED = "declined"
    UNKNOWN = "unknown"  # a topic of absent.toml: NOT_FOUND
    SMALL_TALK = "small_talk"
    PEOPLE_FIRST = "people_first"  # told by classes of words, never by examples: it has none


@dataclass(frozen=True, slots=True)
class Boundary:
    """A kind of message that is not answered from the documents, and what is said instead."""

    kind: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()  # questions that look like it but are fair
    instead: Mapping[str, str] = field(default_factory=dict)  # language → text; empty: the locale file's own words
    cite: tuple[str, ...] = ()  # labels of facts that help
    sort: Sort = Sort.DECLINED

    @property
    def declines(self) -> bool:
        """Whether a question of this kind is one that must not be answered."""
        return self.sort is Sort.DECLINED


COVERAGE = "coverage"  # key of a calibration: what the covered share of a question's words weighs beside nearness


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release was made of; kept in its directory and never changed."""

    id: str
    created: dt.datetime
    fingerprint: str  # of the embedding model
    version: int  # of reading and chunking: another version makes other passages
    knowledge: str  # digest of everything under knowledge/ that was read
    documents: Mapping[str, str]  # path → digest
    counts: Mapping[str, int]
    calibration: Mapping[str, float] = field(default_factory=dict)  # COVERAGE, and the least evidence by language
    taught_by: str = ""  # digest of what that was fitted to besides the statements
    moved: int = 0  # statements added, changed and removed since it was fitted
    languages: tuple[str, ...] = CODES  # that its bot speaks
    regional: tuple[str, ...] = ()  # regional languages that questions are folded from


@dataclass(frozen=True)
class Release:
    """A built set of documents: all that an answer can rest on."""

    manifest: Manifest
    documents: tuple[Document, ...]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    boundaries: tuple[Boundary, ...] = ()
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # word → keys of the sections it may mean

    @property
    def id(self) -> str:
        """The release's id."""
        return self.manifest.id

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that its bot speaks."""
        return self.manifest.languages

    @property
    def glossaries(self) -> tuple[Glossary, ...]:
        """What the regional languages' words mean that the campaign's voters mix in."""
        return glossaries(self.manifest.regional)

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statement id → statement, in reading order."""
        return {statement.id: statement for document in self.documents for statement in document.statements}

    @cached_property
    def places(self) -> dict[str, int]:
        """Statement id → its place in reading order."""
        return {key: place for place, key in enumerate(self.statements)}

    @cached_property
    def layout(self) -> Layout:
        """The statements in reading order, for comparing the scores of many."""
        facts = ((one.id, one.section, (*one.asked_by, asked_of(one.id))) for one in self.statements.values())
        return Layout(facts, self.sections)

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Section key → section, in reading order."""
        return {section.key: section for document in self.documents for section in document.sections}

    @cached_property
    def section_ids(self) -> dict[str, Section]:
        """Section id (8 characters) → section."""
        return {section.id: section for section in self.sections.values()}

    @cached_property
    def by_path(self) -> dict[str, Document]:
        """Path → document."""
        return {document.path: document for document in self.documents}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the statements and all ambiguous ones: none of these is slang or a typing error."""
        texts = (*(one.text for one in self.statements.values()), *self.ambiguous)
        return frozenset(word for text in texts for word in words(text))

    @cached_property
    def common_terms(self) -> frozenset[str]:
        """Terms that more than a tenth of the statements (and than ten) hold: they tell no subject from another."""
        held = Counter(term for one in self.statements.values() for term in self.terms_of(one))
        return frozenset(term for term, count in held.items() if count > max(10, len(self.statements) / 10))

    @cached_property
    def lexicons(self) -> dict[str, Lexicon]:
        """Language → the statements' own words in it: those of the twin, where there is one."""
        shown = {code: {one.id: one.shown_in(code) for one in self.statements.values()} for code in CODES}
        return {
            code: Lexicon({key: terms(f"{one.headers} {one.text}", code) for key, one in each.items()})
            for code, each in shown.items()
        }

    def terms_of(self, statement: Statement) -> frozenset[str]:
        """Return the words of a statement that carry its topic, in the language of its document."""
        return frozenset(terms(statement.text, self.by_path[statement.document].language))

    @cached_property
    def by_label(self) -> dict[str, tuple[Statement, ...]]:
        """Footnote label → the statements that carry it."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            for label in statement.asked_by:
                found.setdefault(label, []).append(statement)
        return {label: tuple(statements) for label, statements in found.items()}


_MOST_ASKED = 2500  # phrasings that a judge learns from: of 4,800 half told as much as all, and took less memory


def boundary_examples(release: Release) -> list[tuple[str, bool, str]]:
    """Return (boundary kind, fair?, text) of every example and counter-example, in a fixed order.

    Questions that people ask for the documents' facts are fair ones, of no kind; where there are many, every second or
    third one is among them. So are the headings: who asks for what stands under one asks for nothing else.
    """
    drawn = [
        (boundary.kind, fair, text)
        for boundary in release.boundaries
        for fair, texts in ((False, boundary.examples), (True, boundary.counter_examples))
        for text in texts
    ]
    asked = dict.fromkeys(alias for statement in release.statements.values() for alias in statement.aliases)
    titles = (title for one in release.sections.values() for title in (one.title, one.twin_title) if title)
    fair = dict.fromkeys([*[*asked][:: ceil(len(asked) / _MOST_ASKED) or 1], *titles])
    return [*drawn, *(("", True, text) for text in fair)]
