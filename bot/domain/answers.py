"""A question, the answer to it, and the events that observers see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.documents import Kind, Section, Source, Statement
from bot.domain.facts import Fact, Operation


class Outcome(StrEnum):
    """How a question ended; contracts call these the outcomes."""

    QUOTED = "QUOTED"
    WRITTEN = "WRITTEN"
    CLARIFY = "CLARIFY"
    NOT_FOUND = "NOT_FOUND"
    DECLINED = "DECLINED"
    QUIET = "QUIET"
    SMALL_TALK = "SMALL_TALK"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Question:
    """What one person asked, without anything that tells who."""

    text: str
    asked_at: datetime
    language: str | None = None  # chosen with /bahasa; None: detect from the text
    person: str = ""  # keyed hash; "" for nobody (console's ask, evaluation): nothing is remembered or stored
    conversation: str = ""  # keyed hash of person and chat: whose previous answer a follow-up continues
    about: tuple[str, ...] = ()  # statements of the answer that it replies to, whoever asked for that one


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the program's own, named by its key in the locale files."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """The proof of one quote by one footnote (or by the document itself, if it has none)."""

    n: int
    document: str  # the file that holds the quote word for word: the twin's for an English one
    section: str  # key
    statement: str
    label: str | None
    kind: Kind
    date: str | None  # the fact's as-of date
    quote: str
    page: int | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement as shown: its words and the numbers of its citations."""

    statement: str
    text: str
    marks: tuple[int, ...]
    headers: str = ""
    item: bool = False  # an item of a list or row of a table: shown with a bullet


@dataclass(frozen=True, slots=True)
class Part:
    """Quotes that stand under one section's heading."""

    section: str  # key
    section_id: str
    title: str
    kind: Kind
    as_of: str | None
    language: str  # of the quotes
    quotes: tuple[Quote, ...]
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to tap next: a section, or a statement that answers the words on the button."""

    text: str
    section_id: str = ""
    statement: str = ""


class Reason(StrEnum):
    """Why a component decided as it did; the locale files say it under reason-<reason>."""

    PEOPLE_FIRST = "people-first"  # somebody in need, a critic, a number or noise
    SMALL_TALK = "small-talk"
    BOUNDARY = "boundary"
    ABSENT_TOPIC = "absent-topic"  # the documents are known not to hold it
    CONFIRMED = "confirmed"  # it only doubted the answer before it
    SOURCES = "sources"  # it only asked where the answer before it comes from
    CONTESTANT = "contestant"  # it is asked of another contestant
    CONTINUES = "continues"  # it goes on from what was quoted
    NEW_TOPIC = "new-topic"  # it does not
    CLAUSE = "clause"  # one clause of it is looked up by itself
    PARTS = "parts"  # several questions, answered one by one
    CLARIFY = "clarify"
    REFUSED = "refused"  # too little speaks for the documents holding an answer
    OTHERS = "others"  # others than the best are about what is asked in particular
    LACKING = "lacking"  # what is asked in particular is not held
    WITHDRAWN = "withdrawn"
    QUIET = "quiet"
    FIRST_LINE = "first-line"  # facts answer it
    UNSETTLED = "unsettled"  # it wants a yes or no, and the documents don't settle it
    DIFFERS = "differs"  # it takes for granted what the documents say otherwise
    DOUBTED = "doubted"  # no like question is answered by what is quoted
    QUOTED = "quoted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a component of the pipeline decided, recorded where it was decided."""

    component: str
    reason: Reason
    about: str = ""  # which boundary, what is lacking, which section …


MOST_FIRST_WORDS = 15  # of a first line


@dataclass(frozen=True, slots=True)
class FirstLine:
    """What answers a question before the quotes that prove it, in few words."""

    operation: Operation
    phrases: tuple[Phrase, ...]  # said one after another
    statements: tuple[str, ...]  # ids of those that prove it; none where it only says that nothing does
    facts: tuple[Fact, ...] = ()
    calculation: str = ""  # the sum: "4 × Rp9 juta = Rp36 juta"
    rows: tuple[tuple[str, ...], ...] = ()  # of a small table: what of, then each value with whose it is
    marks: tuple[int, ...] = ()  # numbers of the citations that prove it
    asked: str = ""  # the question that it answers


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a front end needs to show, and a test to check."""

    outcome: Outcome
    language: str
    phrases: tuple[Phrase, ...] = ()  # said before the parts, in the answer's language
    firsts: tuple[FirstLine, ...] = ()  # said before all else, one for each question that the message asks
    text: str = ""  # campaign's own words (what a boundary says instead, where to ask), said after the phrases
    parts: tuple[Part, ...] = ()
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()  # nearest topics, or related questions
    closing: tuple[Phrase, ...] = ()  # said after the parts: where in time the campaign stands
    boundary: str | None = None  # kind of a DECLINED question
    topic: str = ""  # what the first quotes are about: their document's program, or its title
    retrieved: tuple[str, ...] = ()  # keys of the ten best sections
    release: str = ""
    seconds: float = 0.0
    decisions: tuple[Decision, ...] = ()  # in the order in which they were taken; the last one gave the answer

    @property
    def leads(self) -> tuple[str, ...]:
        """Ids of each part's statements as chosen; quoting them again gives this answer."""
        return tuple(quote.statement for part in self.parts for quote in part.quotes)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the documents holding an answer to a question."""

    language: str
    nearness: float  # of the nearest statement or alias (cosine), and how far its section stands out
    coverage: float  # share of the question's words, weighed by idf, that one of the best statements holds


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that fits a question, and how well."""

    statement: Statement
    section: Section
    score: float  # fused, 0 to 1: compares statements of one question
    cosine: float  # of its nearest passage: compares questions as well


@dataclass(frozen=True, slots=True)
class Cards:
    """What can be shared of the answer to a question."""

    outcome: Outcome
    language: str
    groups: tuple[tuple[str, ...], ...] = ()  # ids of the statements of each card; the first are those of the answer
    asked: int = 0  # how many of the first are of topics that are asked about, where nothing is asked now


@dataclass(frozen=True, slots=True)
class Answered:
    """Event: a question was answered."""

    outcome: Outcome
    language: str
    seconds: float
    release: str
    stages: tuple[tuple[str, float], ...] = ()  # name, seconds
    topic: str = ""  # of the answer
    of_person: bool = True  # False: nobody's, as a gap that is asked again


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the /program menu: a program, a document or a section."""

    id: str
    title: str
    kind: Kind | None = None
    children: tuple[Branch, ...] = field(default_factory=tuple)
    slug: str = ""  # names a program or a document of its own in a link, for as long as it is called so
