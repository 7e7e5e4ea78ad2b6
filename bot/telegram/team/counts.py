"""Figures of a period as text and as a picture. Pure: no bot, no update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from babel.dates import format_date

from bot.domain.answers import Outcome
from bot.domain.figures import Figures
from bot.domain.pictures import Bars, Columns, Picture
from bot.locales import knows, say, show_date

MOST_TOPICS = 6
ANSWERED = (Outcome.QUOTED, Outcome.WRITTEN, Outcome.CLARIFY, Outcome.SMALL_TALK)
SHARES = {"50%": 0.5, "95%": 0.95}
NAMES = ("stats-half", "stats-most")


def lines(now: Figures, before: Figures, language: str) -> Iterator[str]:
    """Yield the lines that tell a period's figures, compared with the period before where that says something."""
    yield say(language, "stats-questions", count=now.questions, trend=trend(now.questions, before.questions))
    yield _listed("stats-outcomes", _outcomes(now, language), language)
    yield _listed("stats-topics", now.topics()[:MOST_TOPICS], language)
    yield _listed("stats-languages", _languages(now, language), language)
    seconds = {name: now.latency(share) for name, share in SHARES.items()}
    known = (f"{name}: {shown_seconds(value, language)}" for name, value in seconds.items() if value is not None)
    yield say(language, "stats-latency", times=" · ".join(known) or say(language, "stats-none"))
    yield say(language, "stats-verdicts", good=now.good, bad=now.bad)


def picture(now: Figures, language: str) -> Picture:
    """Return a period's figures as a picture of several small charts."""
    days = tuple(format_date(day, "d MMM", locale=language) for day in now.days)
    missed, total = now.by_day(Outcome.NOT_FOUND), now.by_day()
    answered = now.by_day(*ANSWERED)
    others = tuple(n - some - none for n, some, none in zip(total, answered, missed, strict=True))
    ends = {
        say(language, "stats-answered"): answered,
        say(language, "stats-missed"): missed,
        say(language, "stats-others"): others,
    }
    times = [round(1000 * (now.latency(share) or 0)) for share in SHARES.values()]
    judged = {one.day: (one.good, one.bad) for one in now.verdicts}
    good, bad = (tuple(judged.get(day, (0, 0))[side] for day in now.days) for side in (0, 1))
    panels = (
        Columns(say(language, "stats-chart-days"), days, ends),
        Bars(say(language, "stats-chart-outcomes"), _outcomes(now, language)),
        Bars(say(language, "stats-chart-topics"), now.topics()[:MOST_TOPICS]),
        Bars(say(language, "stats-chart-languages"), _languages(now, language)),
        Bars(
            say(language, "stats-chart-latency"), tuple(zip((say(language, key) for key in NAMES), times, strict=True))
        ),
        Columns(
            say(language, "stats-chart-verdicts"),
            days,
            {say(language, "stats-good"): good, say(language, "stats-bad"): bad},
        ),
    )
    return Picture(title(now.since, now.until, language), panels, say(language, "stats-none"))


def title(since: dt.date, until: dt.date, language: str) -> str:
    """Return what stands above figures: their days."""
    days = f"{show_date(since.isoformat(), language)} – {show_date(until.isoformat(), language)}"
    return say(language, "stats-title", days=days)


def trend(now: int, before: int) -> str:
    """Return an arrow that tells whether there are more or fewer than before, and how many these were."""
    arrow = "↑" if now > before else "↓" if now < before else "→"
    return f"{arrow} {before}"


def shown_seconds(seconds: float, language: str) -> str:
    """Return a time as people read it: milliseconds below a second."""
    if seconds < 1:
        return say(language, "stats-milliseconds", count=round(1000 * seconds))
    return say(language, "stats-seconds", count=f"{seconds:.1f}")


def _listed(key: str, counted: tuple[tuple[str, int], ...], language: str) -> str:
    return say(language, key, items=" · ".join(f"{name} {n}" for name, n in counted) or say(language, "stats-none"))


def _outcomes(figures: Figures, language: str) -> tuple[tuple[str, int], ...]:
    keys = ((f"outcome-{name.lower().replace('_', '-')}", n) for name, n in figures.outcomes())
    return tuple((say(language, key), n) for key, n in keys)


def _languages(figures: Figures, language: str) -> tuple[tuple[str, int], ...]:
    keys = ((code, f"stats-language-{code}", n) for code, n in figures.languages())
    return tuple((say(language, key) if knows(language, key) else code, n) for code, key, n in keys)
