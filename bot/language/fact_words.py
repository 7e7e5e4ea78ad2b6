"""How documents word values, and how people ask for them or doubt them, as patterns made from data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from bot.language.things import by_thing, listed


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some words or groups of words, the longest first, hyphened or not."""
    spelled = sorted((re.escape(name).replace(r"\ ", r"[\s-]+") for name in names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


_LIST = (
    "contrast says source copula numbered of as_of dated for per negation excludes asks_what exception unsure affirms "
    "emphasis only modal last wants_more"
).split()
PATTERNS = MappingProxyType({name: any_of(listed("fact_words", name)) for name in _LIST})
WORDS = MappingProxyType({name: listed("fact_words", name) for name in _LIST})

COMPARATORS = MappingProxyType({name: any_of(names) for name, names in by_thing("fact_words", "comparators").items()})
LIMITS = MappingProxyType({name: any_of(names) for name, names in by_thing("fact_words", "limits").items()})
OPERATIONS = MappingProxyType({name: any_of(names) for name, names in by_thing("fact_words", "operations").items()})
EACH = MappingProxyType({unit: any_of(names) for unit, names in by_thing("fact_words", "each").items()})
ATTRIBUTES = MappingProxyType({name: any_of(names) for name, names in by_thing("fact_words", "attributes").items()})


def attributes(text: str) -> frozenset[str]:
    """Return what a text is about apart from what units tell: "income"."""
    return frozenset(name for name, pattern in ATTRIBUTES.items() if pattern.search(text))
