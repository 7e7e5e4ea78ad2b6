"""Follow-ups: "kalau S3?" is asked about what was quoted just before; a new topic is a new topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.answering.dialogue.ballot import Contestant
from bot.answering.dialogue.same_for_others import is_for_others, tells, unit_told
from bot.answering.understanding.answer_type import answer_type
from bot.answering.understanding.promise_or_delivery import asked_side
from bot.domain.documents import Kind, Release, Section, Statement
from bot.domain.ports import Index
from bot.domain.programs import program_of
from bot.language.quantities import YEAR, years
from bot.language.tokens import terms, words

# Measured on 46 dialogues and on pairs of questions that have nothing to do with each other.
LOOSE = 2  # or so many where its beginning says so and the subject's program holds none of them: "kalau lawannya?"
SHORT = 3  # a follow-up has at most this many words that carry a topic
LONGER = 6  # or so many where it points back, or where what it finds by itself does not suffice
HELD = 0.3  # share of these words (by idf) that one statement of the subject's program holds; absent ones have .29
HELD_BY = 5  # statements of the program that are looked at for this, best by BM25 first
SAME_SECTION, SAME_DOCUMENT, SAME_PROGRAM = 0.2, 0.2, 0.1  # added to scores of 0 to 1, as far as each holds
SAME_UNIT = 0.4  # added to what tells an amount or count, where that of others was told: "yang buat guru?"
SAME_SIDE = 0.3  # added to what tells of the side of a contest that was told of

NO_TOPIC = frozenset({"tahun", "year", "nya"})  # nor has a number one: "kuota tahun 2026?" speaks of the quota
_GOES_ON = re.compile(r"^(?:kalau|terus|lalu|bagaimana (?:dengan|kalau)|what about|how about|and)\b", re.I)
_POINTS_BACK = re.compile(
    r"^(?:tapi|tetapi|jadi|berarti|terus|lalu|kok|but|so|then)\b"
    r"|\b(?:itu|tadi|tersebut|segitu|begitu|sana|situ|dia|mereka|that|this|it|its|those|they|them|he|she|his)\b"
    r"|\b(?!(?:sebenar|biasa|akhir|ha|ta|pu|harus|rupa|kata|misal|sebaik|sebelum|makan|kira|se\w+)nya\b)"
    r"[^\W\d_]{3,}nya\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a conversation is about: the sections of what was quoted or offered, the first one first."""

    sections: tuple[Section, ...]
    release: Release
    loosely: bool = False  # it only lends a question its words: what is asked need not be near it
    tentatively: bool = False  # what the question finds by itself is to tell whether it goes on
    side: Kind | None = None  # the other of promise and delivery, where that is asked: "realisasinya?"
    told: bool = False  # its sections don't hold what is wanted: an amount, a date
    same: bool = False  # the same is asked of another year: "kalau 2025?"
    unit: str | None = None  # of what a number was told, where it is asked of others
    contestant: Contestant | None = None  # the side of a contest that was told of

    @property
    def programs(self) -> frozenset[str]:
        """The programs of its sections; a document of none is one of its own."""
        return frozenset(program_of(self.release.by_path[section.document]) for section in self.sections)

    @property
    def documents(self) -> frozenset[str]:
        """The documents of its sections."""
        return frozenset(section.document for section in self.sections)

    def nearness(self, statement: Statement) -> float:
        """Return how much a statement is preferred in a follow-up."""
        if self.loosely:
            return 0.0
        same_section = any(statement.section == section.key for section in self.sections)
        same_document = statement.document in self.documents
        same_program = program_of(self.release.by_path[statement.document]) in self.programs
        return (
            SAME_SECTION * (same_section and not self.told)
            + SAME_DOCUMENT * same_document
            + SAME_PROGRAM * same_program
            + SAME_UNIT * bool(same_document and self.unit and tells(statement, self.unit))
            + SAME_SIDE * bool(self.contestant and self.contestant.named_in(statement.text))
        )


def quoted(previous: Sequence[str], release: Release) -> tuple[Statement, ...]:
    """Return the statements among ids of statements and keys of sections, as far as a release holds them."""
    return tuple(release.statements[key] for key in previous if key in release.statements)


def subject(previous: Sequence[str], release: Release) -> Subject | None:
    """Return what ids of statements and keys of sections are about, None if all of it has left the documents."""
    keys = (release.statements[key].section if key in release.statements else key for key in previous)
    known = tuple(release.sections[key] for key in dict.fromkeys(keys) if key in release.sections)
    return Subject(known, release, unit=unit_told(quoted(previous, release))) if known else None


def continued(text: str, language: str, about: Subject, index: Index) -> Subject | None:
    """Return the subject that a question may be about, loosely so where only its beginning says that it goes on.

    Tentatively so where that is to be told by what it finds (`goes_on`); None if it is too long to go on.
    """
    own = terms(text, language)
    about = replace(
        about,
        side=_other_side(text, about),
        told=not _gives_wanted(text, language, about),
        unit=about.unit if is_for_others(text) else None,
        same=asks_of_number(own),
    )
    if may_continue(text, language, about, index):
        return about
    count = len(own)
    if _GOES_ON.search(text) and 0 < count <= LOOSE and not points_back(text):
        return replace(about, loosely=True)
    return replace(about, tentatively=True) if count <= LONGER else None


def _other_side(text: str, about: Subject) -> Kind | None:
    """Return which of promise and delivery is asked behind the other of the two, None if neither is."""
    asked, told = asked_side(text), about.sections[0].kind
    return asked if asked and {asked, told} == {Kind.JANJI, Kind.PELAKSANAAN} else None


def _gives_wanted(text: str, language: str, about: Subject) -> bool:
    """Whether the sections hold what a question wants to hear; they do where it wants nothing special."""
    gives = answer_type(text, language)
    beside = (statement for section in about.sections for statement in section.statements)
    return not gives or any(gives(one.said_in(language)) >= 1 for one in beside)


def may_continue(text: str, language: str, about: Subject, index: Index) -> bool:
    """Return whether a question may be about the subject: it is short, and the subject's program holds its words.

    "Terus?" and "itu sampai kapan?" have no topic of their own.
    """
    own = terms(text, language)
    if not words(text):
        return False
    if (about.side and len(own) == 1) or about.same:  # nothing but "realisasinya?"
        return True
    if len(own) > SHORT:
        return False
    ranked = index.rank(own, len(about.release.statements)) if own else []
    program = (hit.statement for hit in ranked if is_within(about.release.statements[hit.statement], about))
    held = max((index.coverage(own, statement) for statement in islice(program, HELD_BY)), default=0.0)
    return not own or held >= HELD


def asks_of_number(own: Sequence[str]) -> bool:
    """Return whether a follow-up says nothing but a number: "and in 2026?" asks the same of another year."""
    said = [term for term in own if term not in NO_TOPIC]
    return bool(said) and all(map(str.isdigit, said))


def whole(text: str, about: Subject) -> str:
    """Return the text with the side and the title of the subject's first section, to be looked up beside the text."""
    side, title = f" {about.contestant.name}" if about.contestant else "", about.sections[0].title
    if set(years(text)) - set(years(title)):
        title = " ".join(YEAR.sub(" ", title).split())  # another year is asked about
    return f"{text.strip(' ?')}{side} {title}?"


def points_back(text: str) -> bool:
    """Return whether a text speaks of something that was said before: "itu", "butuhnya", "tapi …"."""
    return _POINTS_BACK.search(text) is not None


def is_within(statement: Statement, about: Subject) -> bool:
    """Return whether a statement is of the programs of a subject."""
    return program_of(about.release.by_path[statement.document]) in about.programs
