"""Contestants that a question means by their number on the ballot, and that the documents tell nothing of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.constraints.constraint import Constraint
from bot.answering.dialogue import references
from bot.answering.dialogue.ballot import contestants, numbers_in, ranked
from bot.answering.dialogue.contestants import told_of
from bot.answering.dialogue.references import NUMBERED, named_by
from bot.domain.context import own
from bot.domain.documents import Release, Statement
from bot.domain.per_release import once_a_release
from bot.language.tokens import asks_yes_or_no


def unknown(text: str, quoted: Sequence[Statement], release: Release) -> Constraint | None:
    """Return the number on the ballot that a question asks of where the documents tell of no such contestant.

    None where it names one, or is to be settled ("nomor urut 3 kan?"): then what the documents say is the answer.
    """
    known = contestants(release)
    if not ranked(known) or named_by(text, known) or asks_yes_or_no(text):
        return None
    said = {number: found[0] for number, found in numbers_in(text)}
    if not said and (found := NUMBERED.search(text)) and told_of([one.text for one in quoted], known):
        said = {references.number_of(found): found[0]}
    missing = next((number for number in said if number not in ranked(known) and number not in _told(release)), None)
    return None if missing is None else Constraint("topic", said[missing].strip(), lambda _: False, own)


@once_a_release
def _told(release: Release) -> frozenset[int]:
    """The ballot numbers that the documents tell anywhere."""
    return frozenset(number for one in release.statements.values() for number, _ in numbers_in(one.text))
