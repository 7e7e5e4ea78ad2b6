"""What can be asked of a topic and told of one: the general facets of bot/facets.toml, with their examples."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "facets.toml"
_TOPICS = "topics"  # table of what takes the place of {t} and {p} in examples
_FILLED = 3  # topics that each example is told with: what all of them share is the facet

WHAT = "what"  # the facet that a topic's summary tells


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its name by language, and examples of questions for it and of sentences that tell it."""

    key: str
    name: Mapping[str, str]
    asked: tuple[str, ...]
    told: tuple[str, ...]


@cache
def facets() -> tuple[Facet, ...]:
    """Return all facets, their examples filled with topics."""
    topics = _content()[_TOPICS]
    return tuple(
        Facet(key, one["name"], tuple(_filled(one["asked"], topics)), tuple(_filled(one["told"], topics)))
        for key, one in _content().items()
        if key != _TOPICS
    )


def keys() -> tuple[str, ...]:
    """Return what the facets are called in documents: {facet=…}."""
    return tuple(one.key for one in facets())


def named(key: str, language: str) -> str:
    """Return what people call a facet, in the first language that has a name for it if theirs has none."""
    names = next(one.name for one in facets() if one.key == key)
    return names.get(language) or next(iter(names.values()))


def asked_what(name: str, language: str) -> Iterator[str]:
    """Yield how a language asks what something of a name is: the examples of that facet."""
    return (example.replace("{t}", name) for example in _content()[WHAT]["asked"].get(language, ()))


@cache
def _content() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _filled(examples: Mapping[str, Sequence[str]], topics: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[str]:
    """Yield examples with topics in place of their slots, each with the next ones in turn."""
    turn = 0
    for language, texts in examples.items():
        for text in texts:
            slot = next((slot for slot in topics if f"{{{slot}}}" in text), None)
            if slot is None:
                yield text
                continue
            known = topics[slot][language]
            for _ in range(min(_FILLED, len(known))):
                yield text.replace(f"{{{slot}}}", known[turn % len(known)])
                turn += 1
