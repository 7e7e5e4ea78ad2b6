"""A turn of a conversation on its way through the pipeline: what is known of it so far, and what was decided."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from bot.answering.composing.composer import Composer
from bot.answering.composing.heard import PASTED, Help, opened
from bot.answering.constraints.constraint import Constraint
from bot.answering.dialogue.subject import Subject
from bot.answering.retrieval import refusal
from bot.answering.retrieval.found import NOTHING, Findings
from bot.answering.understanding.boundaries import Boundaries
from bot.answering.understanding.query import Query, parse
from bot.domain.answers import Answer, Decision, FirstLine, Phrase, Question, Reason
from bot.domain.documents import Boundary, Release, Statement
from bot.domain.ports import Embedder, Index, Vector
from bot.domain.withdrawals import whole

Run = Callable[["Turn"], Awaitable["Turn"]]


async def _unchanged(turn: Turn) -> Turn:
    return turn


@dataclass(frozen=True, slots=True)
class Setting:
    """What a turn is answered with; the same for every part of a message."""

    index: Index
    composer: Composer
    boundaries: Boundaries
    embedder: Embedder
    without: Collection[str] = ()  # names of constraints and features that are left out
    help: Help = field(default_factory=dict)  # the operator's own lines for who may be hurt
    run_whole: Run = _unchanged  # the pipeline's: from `parts` on to the statements that answer the whole message,
    run_part: Run = _unchanged  # and from `normalise` on, for one of its questions


@dataclass(frozen=True, slots=True)
class Turn:
    """One message: each field is written by the components that its comment names, and by no other."""

    question: Question
    language: str  # of its text
    setting: Setting
    previous: Sequence[str] = ()  # what it may lean on: ids of statements that were quoted, keys of sections offered
    quoted: Sequence[Statement] = ()  # those of it that the release holds

    opening: Answer | None = None  # people_first: said before all else, with the quotes that stand in for none

    text: str = ""  # normalise, fill_slots: in plain spelling, with what it leaves out put in
    typed: str = ""  # fill_slots: the text before names took the place of "lawannya", if it says more than that
    subject: Subject | None = None  # fill_slots, merge_subject: what it goes on from
    parsed: Query | None = None  # parse_query, classify_facet
    vector: Vector | None = None  # embed: of the text,
    vector_with_subject: Vector | None = None  # and of the text with what it goes on from
    alone: Findings = NOTHING  # retrieve: what the text brings up by itself,
    with_subject: Findings = NOTHING  # and with what it goes on from
    findings: Findings = NOTHING  # retrieve, merge_subject: withdrawn statements with them
    intent: Boundary | None = None  # classify_intent: declined, known to be absent, or small talk
    clause: Findings | None = None  # best_clause
    chosen: Sequence[Statement] = ()  # select, constrain, facts: withdrawn statements with them
    lacking: Constraint | None = None  # constrain, unknown_contestant: what none of the chosen is about
    firsts: tuple[FirstLine, ...] = ()  # facts: said before all else
    lead: tuple[Phrase, ...] = ()  # difference, doubt: said before the quotes

    decisions: tuple[Decision, ...] = ()
    answer: Answer | None = None  # of the component that ended it

    @property
    def release(self) -> Release:
        """The release that it is asked of, without what is withdrawn."""
        return self.setting.index.release

    @property
    def composer(self) -> Composer:
        """What sets its answer out."""
        return self.setting.composer

    @property
    def query(self) -> Query:
        """What it asks for."""
        return self.parsed or parse(self.text or self.question.text, self.language, whole(self.release))

    @property
    def is_heard(self) -> bool:
        """Whether somebody suffers or is let down; they are not to be scolded."""
        return self.opening is not None and self.opening.boundary != PASTED

    @property
    def continues(self) -> bool:
        """Whether it is about what was quoted before, whose program holds its words."""
        return self.subject is not None and not self.subject.loosely

    @property
    def evidence(self) -> float:
        """How much speaks for the documents holding an answer: to the whole or its best clause."""
        found = [one for one in (self.findings, self.clause) if one]
        return max(refusal.evidence(one, self.release.manifest, self.language) for one in found)

    @property
    def least_evidence(self) -> float:
        """How much must speak for it."""
        return refusal.least(self.release.manifest, self.language)

    @property
    def held(self) -> list[Statement]:
        """The chosen statements that are not withdrawn."""
        return [one for one in self.chosen if one.id in self.release.statements]

    @property
    def taken(self) -> list[str]:
        """The ids of those that are."""
        return [one.id for one in self.chosen if one.id not in self.release.statements]

    def taught(self, statements: Sequence[Statement]) -> float | None:
        """Return how far the best of some statements answers it, as others have taught; None if they taught none.

        Nothing is told of one that goes on from another: it says only half of what it asks.
        """
        if self.vector is None or self.subject or not statements or not self.findings.is_taught:
            return None
        return float(self.setting.index.ranker.scores(self.vector, [one.id for one in statements]).max())

    def noted(self, component: str, reason: Reason, about: str = "") -> Turn:
        """Return the turn with a decision on its record."""
        return replace(self, decisions=(*self.decisions, Decision(component, reason, about)))

    def ended(self, component: str, reason: Reason, answer: Answer, about: str = "") -> Turn:
        """Return the turn with its answer, what is said first before it, and the decision that gave it."""
        return replace(self.noted(component, reason, about), answer=opened(answer, self.opening))
