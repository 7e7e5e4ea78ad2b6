"""Which intent a message has, by itself and as what goes on from its subject, beside what was found for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.dialogue.subject import Subject, points_back
from bot.answering.retrieval.found import Findings
from bot.answering.understanding.boundaries import Boundaries
from bot.domain.documents import Boundary
from bot.domain.judging import Judge
from bot.domain.ports import Vector


class Reading(NamedTuple):
    """A text that a message is read as, what of it asks, its embedding, and what it brought up."""

    text: str
    asking: str
    vector: Vector
    findings: Findings


class Classifier(NamedTuple):
    """What knows the intents of a release."""

    boundaries: Boundaries
    judge: Judge

    def intent(self, reading: Reading, *, clearly: bool = False) -> Boundary | None:
        """Return the intent of one reading, None where it asks something of the documents."""
        text, asking, vector, found = reading
        held = found.cosine, found.coverage, found.lead
        return self.boundaries.match(text, asking, vector, self.judge, *held, clearly=clearly)


def of_follow_up(
    classifier: Classifier, alone: Reading, whole: Reading, own: Sequence[str], about: Subject
) -> Boundary | None:
    """Return the intent of a message that goes on from a subject; `own` are its terms, `whole` it with the subject."""
    is_phrase = len(own) > 1  # a single word is near to anything: it must be declined clearly
    by_itself = classifier.intent(alone, clearly=not is_phrase)
    by_itself = by_itself if is_phrase or (by_itself and by_itself.declines) else None
    if is_phrase and not about.loosely and (not about.tentatively or points_back(alone.text)):
        intent = by_itself if by_itself and _stands(classifier, by_itself, alone, whole) else None
    else:
        intent = by_itself or classifier.intent(whole)
    return intent


def _stands(classifier: Classifier, by_itself: Boundary, alone: Reading, whole: Reading) -> bool:
    """Return whether half a question is what it is by itself: declined only if clearly so, or in both readings."""
    if not by_itself.declines:
        return True
    clearly = classifier.intent(alone, clearly=True)
    return bool(clearly and clearly.declines) or classifier.intent(whole) is not None
