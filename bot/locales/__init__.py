"""Every sentence that a person can read, in Indonesian and English, and dates as each language writes them."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.answers import Phrase
from bot.domain.findings import Finding
from bot.language.registry import CODES
from bot.language.registry import DEFAULT as DEFAULT

LANGUAGES = CODES
FALLBACK = "en"  # what operators' commands speak, and whose sentences are said in a language that has none here

# Reasons that the team can tap instead of writing its own.
_REASONS = ("withdraw-reason-changed", "withdraw-reason-wrong", "withdraw-reason-unsure", "close-default-reason")

log = logging.getLogger(__name__)
_DATED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_PATTERNS = {1: "y", 2: "MMM y", 3: "d MMM y"}  # by how much of the date is known


def say(language: str, key: str, **values: str | int) -> str:
    """Return the sentence of a key. Raises LookupError for an unknown key, and whatever a missing value leads to."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(f"{key} has no text in {language}.ftl")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise errors[0]
    return str(text)


def say_first(language: str, lines: Iterable[str], count: int, most: int, key: str = "plan-more") -> list[str]:
    """Return the first lines of so many, and after them how many more there are."""
    shown = list(islice(lines, most))
    return [*shown, say(language, key, count=count - most)] if count > most else shown


def say_phrase(language: str, phrase: Phrase) -> str:
    """Return a phrase's sentence; ISO dates among its values are written as the language writes them.

    A campaign may draw boundaries of its own: those without a sentence here are declined in general words.
    """
    key = phrase.key
    if key.startswith("boundary-") and not knows(language, key):
        key = "boundary-general"
    shown = {name: say_reason(language, value) if name == "reason" else value for name, value in phrase.values}
    return say(language, key, **{name: show_date(value, language) for name, value in shown.items()})


def say_reason(language: str, text: str) -> str:
    """Return a reason that the team gave: in the reader's language if it is one of those that they can tap."""
    return next((say(language, key) for key in _REASONS if any(text == say(one, key) for one in LANGUAGES)), text)


def say_finding(language: str, finding: Finding) -> str:
    """Return where something is to be looked at, and what."""
    place = finding.file
    if finding.line is not None:
        place = f"{place}:{finding.line}"
    elif finding.page is not None:
        place = say(language, "finding-page", file=place, page=finding.page)
    return f"{place}: {say_phrase(language, finding.phrase)}"


def knows(language: str, key: str) -> bool:
    """Return whether a language has a sentence for a key."""
    return _bundle(language).has_message(key)


def show_date(text: str, language: str) -> str:
    """Return an ISO date ("2025-04-17", "2025-04" or "2025") as people write it; any other text as it is."""
    found = _DATED.fullmatch(text)
    if not found:
        return text
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        date = dt.date(year, month or 1, day or 1)
    except ValueError:
        return text
    return format_date(date, _PATTERNS[sum(part is not None for part in (year, month, day))], locale=language)


def show_day(moment: dt.datetime, zone: dt.tzinfo, language: str) -> str:
    """Return the day of a moment as people write it, by the calendar of a time zone."""
    return show_date(moment.astimezone(zone).date().isoformat(), language)


def show_moment(moment: dt.datetime, zone: dt.tzinfo, language: str) -> str:
    """Return a moment as people write it, by the clocks of a time zone."""
    return format_datetime(moment.astimezone(zone), "d MMM y, HH:mm", locale=language)


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)  # isolation marks show as boxes on old phones
    file = Path(__file__).with_name(f"{language}.ftl")
    if not file.exists():
        log.warning("%s is missing: the bot says %s sentences instead", file.name, FALLBACK)
        file = file.with_name(f"{FALLBACK}.ftl")
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
