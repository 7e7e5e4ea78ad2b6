"""A follow-up: whether what a text finds by itself shows that it is one, and what it finds beside its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.dialogue.subject import (
    LOOSE,
    Subject,
    is_within,
    points_back,
)
from bot.answering.retrieval import refusal
from bot.answering.retrieval.found import Findings, Found
from bot.answering.understanding.query import ALL
from bot.domain.documents import Manifest
from bot.language.tokens import terms

STANDS = 1.0  # evidence (as of refusal) from which a text stands alone although it points back
DOUBTFUL = 0.03  # evidence that may be lacking to what goes on; to something else altogether more is lacking
BESIDE = 0.015  # how much less near (cosine) than what it finds best the subject's program may be
OWN_SHARE = 0.5  # of the follow-up's own words in the order; the rest is theirs with the subject's
OWN_WORDS = 0.3  # added where a statement near the subject holds all of the follow-up's own words: "kalau ASN?"


def continues(text: str, language: str, alone: Findings, about: Subject, manifest: Manifest) -> bool:
    """Return whether a text goes on from its subject, as far as what it finds by itself tells."""
    if not about.tentatively:
        return True
    evidence = refusal.evidence(alone, manifest, language)
    return goes_on(text, language, alone, about, evidence, refusal.least(manifest, language))


def goes_on(text: str, language: str, alone: Findings, about: Subject, evidence: float, least: float) -> bool:
    """Return whether a text whose words the subject's program does not hold goes on from it all the same.

    It does where it points back ("butuhnya berapa kata dia?") and what it finds by itself does not stand alone, or
    where that does not suffice (`evidence` is under the `least` of refusal) and the subject's program is as near.
    """
    if len(terms(text, language)) < LOOSE:
        return points_back(text)
    if evidence < least - DOUBTFUL:  # something else altogether
        return False
    if points_back(text):
        return evidence < STANDS
    near = max((one.cosine for one in alone.found if is_within(one.statement, about)), default=0.0)
    return evidence < least and near >= alone.cosine - BESIDE


def merge(alone: Findings, with_subject: Findings, own: Sequence[str], language: str, about: Subject) -> Findings:
    """Return what a follow-up finds by itself and with the subject as one, statements near the subject preferred.

    `own` are the terms of the follow-up itself: what holds them is meant more than what was quoted just before.
    """
    mine = {found.statement.id: found for found in alone.found}
    theirs = {found.statement.id: found for found in with_subject.found}
    held = about.release.lexicons[language].shares(own, mine if about.loosely else mine.keys() | theirs.keys())
    merged = [_merged(mine.get(key), theirs.get(key), share, about) for key, share in held.items()]
    if about.side:
        sections = about.release.sections
        tells = [one for one in merged if sections[one.statement.section].kind is about.side]
        merged = [one for one in merged if one in tells or held[one.statement.id] >= ALL] if tells else merged
    if about.same:
        documents = about.documents
        merged = [one for one in merged if one.statement.document in documents] or merged
    merged.sort(key=lambda one: (-one.score, about.release.places[one.statement.id]))
    return replace(alone if about.loosely else with_subject, found=tuple(merged))


def _merged(alone: Found | None, with_subject: Found | None, held: float, about: Subject) -> Found:
    found = alone if about.loosely else with_subject or alone
    assert found
    own, joined = (one.score if one else 0.0 for one in (alone, with_subject))
    near = about.nearness(found.statement)
    score = OWN_SHARE * own + (1 - OWN_SHARE) * joined + near + OWN_WORDS * (bool(near) and held >= ALL)
    return found._replace(score=score)
