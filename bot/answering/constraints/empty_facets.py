"""What is asked of a topic of which the documents, as their authors say, tell everything else: "umrah: kuotanya?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answering.constraints.constraint import Constraint, Reading
from bot.domain.documents import Release, Section, Statement
from bot.language import facets

FACET = "facet"  # kind of these constraints


def empty_facets(reading: Reading) -> Iterator[Constraint]:
    """Yield the facet that is surely asked for: where authors have written facets, the topic must have it."""
    if facet := reading.query.asked.surely:
        yield Constraint(FACET, facet, lambda written: facet in written.split(), _written)


def _written(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield the facets of each section of a topic; every one, where an author has left out some."""
    sections = _of_topic(next(iter(statements)), release)
    if all(section.facets for section in sections):
        yield from (" ".join(section.facets) for section in sections)
    else:
        yield " ".join(facets.keys())


def _of_topic(statement: Statement, release: Release) -> list[Section]:
    """Return the sections of a statement's topic."""
    topic = release.by_path[statement.document].topic
    return [section for document in release.documents if document.topic == topic for section in document.sections]
