"""A question on its way to an answer: what is known of it, what it brought up, and what comes of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from bot.answering.composing import clarify, difference
from bot.answering.composing.composer import Composer
from bot.answering.constraints import recognisers
from bot.answering.constraints.constraint import Pin
from bot.answering.dialogue import contestants, same_for_others
from bot.answering.dialogue.subject import Subject
from bot.answering.retrieval import refusal
from bot.answering.retrieval.findings import Findings
from bot.answering.selection import lists
from bot.answering.understanding.boundaries import Boundaries
from bot.answering.understanding.query import Sought
from bot.domain.answers import Answer, Cards, Outcome, Phrase, Question, Suggestion
from bot.domain.documents import Boundary, Release, Statement
from bot.domain.ports import Index, Vector
from bot.domain.withdrawals import whole
from bot.language.levels import called
from bot.language.tokens import asks_yes_or_no

DOUBTFUL = 0.17  # what questions have taught of an answer, under which it may be none: if no statement holds
MOSTLY = 0.7  # so much of the words. So of 462 that answered 6 % are doubted, of 41 that did not 29 %
CARD_NEAR = 0.06  # how much less near (cosine) than the nearest a statement may be that is offered as well


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way: who, in which language, the release it is asked of, and how long each stage took."""

    question: Question
    spoken: str  # language of the text
    index: Index
    composer: Composer
    boundaries: Boundaries
    timer: Callable[[], float]
    stages: dict[str, float]  # seconds
    previous: Sequence[str] = ()  # what it may be about: ids of statements that were quoted, keys of sections offered
    quoted: Sequence[Statement] = ()  # those of it that the release holds
    trail: list[LookedUp] = field(default_factory=list)  # what was looked up for it

    @property
    def release(self) -> Release:
        """The release it is asked of."""
        return self.index.release

    @property
    def year(self) -> int:
        """The year in which it is asked, by the campaign's clocks."""
        return self.question.asked_at.astimezone(self.composer.calendar.time_zone).year

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage of the way."""
        started = self.timer()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + self.timer() - started


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a question asks for, what it brought up, and the boundary that it crosses."""

    sought: Sought
    everything: Findings  # what is withdrawn with it: whether the documents hold an answer doesn't hang on that
    findings: Findings  # what may be said of it
    boundary: Boundary | None
    continues: bool = False  # it is about what was quoted before, whose program holds its words
    about: Subject | None = None  # what was quoted before
    vector: Vector | None = None  # of the text
    clause: Findings | None = None  # what its best clause brought up, where the whole does not suffice

    @property
    def text(self) -> str:
        """The question in plain spelling."""
        return self.sought.question


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The statements that answer best, withdrawn ones with them, what they lack, or what is said in their place."""

    best: Sequence[Statement] = ()
    lacking: Pin | None = None  # what a question pins down and none of them is about
    instead: Callable[[], Answer] | None = None


def evidence(asked: Asked, looked_up: LookedUp) -> float:
    """Return how much speaks for the documents holding an answer: to a question or its best clause."""
    found = [one for one in (looked_up.everything, looked_up.clause) if one]
    return max(refusal.evidence(one, asked.release.manifest, asked.spoken) for one in found)


def answerable(asked: Asked, looked_up: LookedUp) -> bool:
    """Return whether the documents hold an answer, as far as nearness can tell."""
    return evidence(asked, looked_up) >= refusal.least(asked.release.manifest, asked.spoken)


def composed(asked: Asked, looked_up: LookedUp) -> Answer:
    """Return the answer that was found: declined, asked back, quoted, not held, or held only in part."""
    findings, found = looked_up.findings, _chosen(asked, looked_up)
    if found.instead:
        return found.instead()
    chosen = [one for one in found.best if one.id in asked.release.statements]
    # What is second best does not take the place of an answer that is withdrawn: it would answer something else.
    if not chosen:
        return asked.composer.taken_back([one.id for one in found.best], findings)
    taken = [one.id for one in found.best if one.id not in asked.release.statements]
    if found.lacking and not found.lacking.is_besides:
        return asked.composer.partly(_not_held(asked, found.lacking), chosen, findings, taken)
    if found.lacking:
        return asked.composer.quoted(chosen, (_not_held(asked, found.lacking),), findings, taken)
    lead = settled(asked, looked_up, chosen) or _doubted(asked, looked_up, chosen)
    return asked.composer.quoted(chosen, lead, findings, taken)


def answered_whole(asked: Asked, looked_up: LookedUp) -> Sequence[Statement]:
    """Return the statements that answer a question; none where `composed` says anything but what they say."""
    found = _chosen(asked, looked_up)
    held = asked.release.statements
    return () if found.instead or found.lacking or any(one.id not in held for one in found.best) else found.best


def _chosen(asked: Asked, looked_up: LookedUp) -> _Chosen:
    """Return what answers a question: declined, unclear or unanswerable ones have nothing chosen for them."""
    composer, text, findings = asked.composer, looked_up.text, looked_up.findings
    if looked_up.boundary:
        return _Chosen(instead=partial(composer.declined, looked_up.boundary))
    if not looked_up.continues and (choices := _choices(asked, text)):
        return _Chosen(instead=partial(composer.clarify, choices))
    if not looked_up.continues and not answerable(asked, looked_up):
        return _Chosen(instead=partial(composer.not_found, findings))
    settles, is_whole = asks_yes_or_no(text), looked_up.about is None
    found = recognisers.choose(
        looked_up.sought, looked_up.everything, whole(asked.release), settles=settles, is_whole=is_whole
    )
    told, quoted = whole(asked.release), asked.quoted
    if not found[1] and (
        lacking := same_for_others.untold(text, quoted, told) or contestants.untold(text, quoted, told)
    ):
        return _Chosen(found[0], lacking)
    if _only_leans(asked, looked_up, found[0]):
        return _Chosen(instead=partial(composer.not_found, findings))
    return _Chosen(*found)


def _not_held(asked: Asked, pin: Pin) -> Phrase:
    """Return that the documents tell nothing of what a question pins down."""
    return Phrase(f"not-found-{pin.kind}", (("said", called(pin.said, asked.question.text)),))


def _only_leans(asked: Asked, looked_up: LookedUp, best: Sequence[Statement]) -> bool:
    """Whether a question only seems to go on from what was quoted: nothing that was found gives what it wants."""
    if not (looked_up.about and looked_up.about.tentatively):
        return False
    return not looked_up.sought.wish_alone().fit(best).given


def settled(asked: Asked, looked_up: LookedUp, chosen: Sequence[Statement]) -> tuple[Phrase, ...]:
    """Return what is said before statements that settle a question, nothing where it is not one to be settled."""
    text = looked_up.text
    return (difference.lead(text, asked.spoken, chosen, asked.composer),) if asks_yes_or_no(text) else ()


def taught(asked: Asked, looked_up: LookedUp, statements: Sequence[Statement]) -> float | None:
    """Return how far the best of some statements answers a question, as others have taught; None if they taught none.

    Nothing is told of one that goes on from another: it says only half of what it asks.
    """
    if looked_up.vector is None or looked_up.about or not statements or not looked_up.everything.is_taught:
        return None
    return float(asked.index.ranker.scores(looked_up.vector, [one.id for one in statements]).max())


def _doubted(asked: Asked, looked_up: LookedUp, chosen: Sequence[Statement]) -> tuple[Phrase, ...]:
    """Return what is said before statements that are near, but answer none of the questions that are like this one."""
    if looked_up.everything.coverage >= MOSTLY:
        return ()
    told = taught(asked, looked_up, chosen)
    return () if told is None or told >= DOUBTFUL else (Phrase("answer-nearest"),)


def cards(asked: Asked, looked_up: LookedUp, count: int) -> Cards:
    """Return how a question ends and, if it is answered, what can be shared of it: at most `count` cards.

    The first is what the answer quotes; then every other statement that is about as near makes one, lists whole.
    """
    answer, findings = composed(asked, looked_up), looked_up.findings
    if answer.outcome is not Outcome.QUOTED:
        return Cards(answer.outcome, answer.language)
    groups, shown = [answer.leads], set(answer.leads)
    nearest = findings.cosine
    for found in findings.found:
        near = found.cosine >= nearest - CARD_NEAR
        if len(groups) == count or found.statement.id in shown or not near:
            continue
        if not asked.composer.allows(asked.release.sections[found.statement.section].kind):
            continue
        listed = tuple(one.id for one in lists.menu_list(found.statement, asked.release))
        groups.append(listed)
        shown.update(listed)
    return Cards(answer.outcome, answer.language, tuple(groups))


def _choices(asked: Asked, text: str) -> tuple[Suggestion, ...]:
    return clarify.choices(text, asked.spoken, asked.release, asked.composer.language, asked.composer.allows)
