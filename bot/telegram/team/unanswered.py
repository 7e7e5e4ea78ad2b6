"""Gaps as text and as a picture. Pure: no bot, no update."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.gaps import Dealt, Gap
from bot.domain.pictures import Bars, Picture
from bot.locales import say
from bot.telegram.delivery.buttons import shortened
from bot.telegram.team.counts import trend

MOST = 8  # gaps of a list and of a chart
MOST_DEALT = 8
LONGEST = 120  # characters of a question
EXAMPLES = 2


def lines(gaps: Sequence[Gap], dealt: Sequence[Dealt], days: int, language: str) -> Iterator[str]:
    """Yield the lines that list the gaps of the last days, and below them what was dealt with."""
    yield say(language, "gaps-title", days=days)
    if not gaps:
        yield say(language, "gaps-none")
    for number, gap in enumerate(gaps[:MOST], start=1):
        yield f"{number}. {told(gap, language)}"
    if dealt:
        yield say(language, "gaps-dealt-title")
    for one in dealt[:MOST_DEALT]:
        key = "gaps-answered" if one.answered else "gaps-open"
        yield say(language, key, question=shortened(one.question, LONGEST))


def told(gap: Gap, language: str) -> str:
    """Return a gap in a line or two: its question, how often it was asked, and how else."""
    parts = [
        shortened(gap.question, LONGEST),
        say(language, "gaps-count", count=gap.count, trend=trend(gap.count, gap.before)),
    ]
    parts += [say(language, "gaps-disliked", count=gap.disliked)] * bool(gap.disliked)
    parts += [say(language, "gaps-withdrawn")] * gap.withdrawn
    mark = "" if gap.dealt is None else "✓ " if gap.dealt.answered else "… "
    others = " / ".join(shortened(text, LONGEST) for text in gap.texts[1 : 1 + EXAMPLES])
    example = f"\n   {say(language, 'gaps-like', texts=others)}" if others else ""
    return mark + " · ".join(parts) + example


def picture(gaps: Sequence[Gap], days: int, language: str) -> Picture:
    """Return the most frequent gaps as bars beside those of the period before."""
    shown = sorted((gap for gap in gaps if not gap.withdrawn), key=lambda gap: -gap.count)[:MOST]
    bars = Bars(
        say(language, "gaps-chart-title"),
        tuple((gap.question, gap.count) for gap in shown),
        tuple(gap.before for gap in shown),
    )
    legend = (say(language, "gaps-chart-now"), say(language, "gaps-chart-before"))
    return Picture(say(language, "gaps-title", days=days), (bars,), say(language, "stats-none"), legend)
