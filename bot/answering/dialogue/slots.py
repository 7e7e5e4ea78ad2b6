"""What a message leaves out, put in from what was quoted before: the contestant, the year, the town that it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.dialogue import contestants, subject
from bot.answering.dialogue.subject import Subject
from bot.answering.understanding import relative_dates
from bot.answering.understanding.asides import bare
from bot.domain.documents import Release, Statement
from bot.domain.known_names import only_town
from bot.domain.ports import Index
from bot.domain.withdrawals import whole
from bot.language.tokens import terms


@dataclass(frozen=True, slots=True)
class Previous:
    """What a message may lean on: what was quoted or offered before, and of that the statements that are held."""

    names: Sequence[str]  # ids of statements, keys of sections
    quoted: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Filled:
    """A message with what it leaves out, and what it may go on from."""

    text: str
    subject: Subject | None
    is_of_another: bool = False  # contestant than the one that was told of


def filled(text: str, language: str, previous: Previous, index: Index) -> Filled:
    """Return a question in plain spelling with the contestant and the year that it means, and what it may be about."""
    release, quoted = index.release, previous.quoted
    about = subject.subject(previous.names, whole(release))
    if turned := contestants.turned(text, language, quoted, release):
        text, about = turned.text, about if turned.beside else None
    elif about:
        text, about = _continued(text, language, about, quoted, index)
    if about and not about.loosely:
        about = replace(about, contestant=contestants.carried(text, quoted, release))
        text = _of_same_town(text, language, quoted, release)
    return Filled(text, about, turned is not None)


def _continued(
    text: str, language: str, about: Subject, quoted: Sequence[Statement], index: Index
) -> tuple[str, Subject | None]:
    text = bare(text)
    dated = relative_dates.dated(text, [about.sections[0].title, *(one.text for one in quoted)])
    continued = subject.continued(dated, language, about, index)
    return (dated if continued else text), continued


def _of_same_town(text: str, language: str, quoted: Sequence[Statement], release: Release) -> str:
    """Return a question that says nothing but a year with the town that was told of: "kalau 2025?"."""
    if not subject.asks_of_number(terms(text, language)):
        return text
    return " ".join(filter(None, (text, only_town(quoted, whole(release)))))
