"""What can be shared of an answer: its quotes, then what is about as near."""

from __future__ import annotations

from bot.answering.composing.composer import Composer
from bot.answering.retrieval.found import Findings
from bot.answering.selection import lists
from bot.domain.answers import Answer, Cards, Outcome

NEAR = 0.06  # how much less near (cosine) than the nearest a statement may be that is offered as well


def shareable(answer: Answer, findings: Findings, composer: Composer, count: int) -> Cards:
    """Return how a question ends and, if it is answered, what can be shared of it: at most `count` cards.

    The first is what the answer quotes; then every other statement that is about as near makes one, lists whole.
    """
    if answer.outcome is not Outcome.QUOTED:
        return Cards(answer.outcome, answer.language)
    groups, shown = [answer.leads], set(answer.leads)
    release, nearest = composer.release, findings.cosine
    for found in findings.found:
        near = found.cosine >= nearest - NEAR
        if len(groups) == count or found.statement.id in shown or not near:
            continue
        if not composer.allows(release.sections[found.statement.section].kind):
            continue
        listed = tuple(one.id for one in lists.menu_list(found.statement, release))
        groups.append(listed)
        shown.update(listed)
    return Cards(answer.outcome, answer.language, tuple(groups))
