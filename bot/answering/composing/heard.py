"""What is said to people before, or in place of, any quote that they asked for."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from bot.answering.composing import quoting
from bot.answering.composing.citing import cited
from bot.answering.composing.composer import Composer
from bot.domain.answers import Answer, Outcome, Phrase
from bot.domain.documents import Boundary
from bot.domain.people import Kind

Help = Mapping[str, Sequence[str]]  # language → the operator's own lines about who helps

NOISE, PASTED = "noise", "pasted"  # kinds that no words tell


def heard(kind: Kind, composer: Composer, data: Boundary | None, lines: Help) -> Answer:
    """Return what is said to somebody, with the statements that `data` cites.

    Who may be hurt is told who helps, at any time of the campaign: by the operator's own `lines` if there are any.
    """
    own = tuple(lines.get(composer.language) or ()) if kind.is_in_danger else ()
    allows = (lambda _: True) if kind.is_in_danger else composer.allows
    meant = cited(data.cite, composer.release) if data and not own else ()
    parts, citations = quoting.quote(meant, composer.release, composer.language, allows)
    instead = data.instead.get(composer.language, "") if data else ""
    return Answer(
        _outcome(kind, quotes=bool(parts)),
        composer.language,
        phrases=() if instead else (Phrase(f"people-{kind.replace('_', '-')}"),),
        text="\n".join((*filter(None, (instead,)), *own)),
        parts=parts,
        citations=citations,
        boundary=kind.value,
        release=composer.release.id,
    )


def told(kind: str, composer: Composer, outcome: Outcome) -> Answer:
    """Return the program's own words for noise, or for a number that was pasted, and nothing else."""
    phrases = (Phrase(f"people-{kind}"),)
    return Answer(outcome, composer.language, phrases, boundary=kind, release=composer.release.id)


def with_warning(answer: Answer) -> Answer:
    """Return an answer behind the warning not to send anybody's number."""
    return dataclasses.replace(answer, phrases=(Phrase(f"people-{PASTED}"), *answer.phrases))


def opened(answer: Answer, opening: Answer | None) -> Answer:
    """Return how a message ended with what was said first; where nothing is found, that with its own quotes.

    What is declined, or may not be said now, leaves nothing to open; the warning about a number always stands.
    """
    if opening is None:
        return answer
    warns = Phrase(f"people-{PASTED}") in opening.phrases
    if answer.outcome in (Outcome.DECLINED, Outcome.QUIET):
        return with_warning(answer) if warns else answer
    if answer.outcome is Outcome.NOT_FOUND and not answer.parts and opening.parts:
        return opening
    return dataclasses.replace(answer, phrases=(*opening.phrases, *answer.phrases))


def _outcome(kind: Kind, *, quotes: bool) -> Outcome:
    if quotes and not kind.is_in_danger:
        return Outcome.QUOTED
    return Outcome.NOT_FOUND if kind.is_critic else Outcome.SMALL_TALK
