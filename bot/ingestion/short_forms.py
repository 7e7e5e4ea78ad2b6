"""Short forms: what an editor lets be said of a statement in a first line, as far as the statement itself says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.answers import MOST_FIRST_WORDS
from bot.domain.documents import Document, Statement, Twin
from bot.domain.findings import Finding, finding
from bot.domain.pointing import pointed_at
from bot.ingestion.data_file import DataFile
from bot.language.quantities import quantities
from bot.language.tokens import words

Shorts = Mapping[str, Mapping[str, str]]  # id of a statement → language → what is said of it

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OWN = re.compile(r"['’]s\b")  # "Sari's"
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z](?:[^\W\d_]|['’](?!s\b))+")  # a capital that begins no sentence


def read_shorts(file: DataFile, statements: Sequence[Statement]) -> tuple[dict[str, dict[str, str]], list[Finding]]:
    """Return the short forms of a short.toml by the id of the statement that each belongs to, and which are not used.

    A statement that is reworded must not keep what it was said to be, nor must that keep the change from being
    published: then it is quoted alone.
    """
    found: dict[str, dict[str, str]] = {}
    unused: list[Finding] = []
    for owner, said in file.by_key().items():
        meant, line = pointed_at(owner, statements), file.line_of(owner)
        if len(meant) != 1:
            unused.append(finding("short-owner", file.name, line, owner=owner, count=len(meant)))
            continue
        for language, text in said.items():
            if len(words(text)) > MOST_FIRST_WORDS:
                unused.append(finding("short-long", file.name, line, text=text, most=MOST_FIRST_WORDS))
            elif missing := ", ".join(unsaid(text, _told(meant[0], language), language)):
                unused.append(finding("short-unsaid", file.name, line, text=text, words=missing))
            else:
                found[meant[0].id] = {**found.get(meant[0].id, {}), language: text}
    return found, unused


def shortened(documents: Sequence[Document], shorts: Shorts) -> tuple[Document, ...]:
    """Return the documents with each statement's short form, in its own language and in its twin's."""

    def statement(one: Statement, spoken: str) -> Statement:
        said = shorts.get(one.id, {})
        twin = replace(one.twin, short=said.get(one.twin.language, "")) if one.twin else None
        return replace(one, short=said.get(spoken, ""), twin=twin)

    def document(one: Document) -> Document:
        sections = (
            replace(section, statements=tuple(statement(own, one.language) for own in section.statements))
            for section in one.sections
        )
        return replace(one, sections=tuple(sections))

    return tuple(map(document, documents)) if shorts else tuple(documents)


def _told(statement: Statement, language: str) -> str:
    said: Statement | Twin = statement.shown_in(language)
    return f"{said.headers} {said.text}"


def unsaid(text: str, told: str, language: str) -> Iterator[str]:
    """Yield the numbers, days and names of a text that another, which is to prove it, does not hold."""
    numbers = set(_NUMBER.findall(told))
    yield from (one for one in dict.fromkeys(_NUMBER.findall(text)) if one not in numbers)
    values = {one.value for one in quantities(told, language)}
    spelled = (one for one in quantities(text, language) if not _NUMBER.search(one.text))
    yield from (one.text for one in spelled if one.value not in values)
    held = set(words(_OWN.sub(" ", told)))
    yield from (one for one in dict.fromkeys(_NAME.findall(text)) if not held.issuperset(words(one)))
