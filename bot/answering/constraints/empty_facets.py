"""What is asked of a topic of which the documents, as their authors say, tell everything else: "umrah: kuotanya?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answering.constraints.constraint import Constraint, Reading
from bot.domain.documents import Document, Release, Statement

FACET = "facet"  # kind of these constraints
SURE = 0.7  # probability of a facet from which nothing else is meant


def empty_facets(reading: Reading) -> Iterator[Constraint]:
    """Yield the facet that is surely asked for: a topic must tell it whose facets its authors have written."""
    facets = reading.query.facets
    for facet, probability in reading.query.asked.likely[:1]:
        if probability >= SURE:

            def telling(statements: Iterable[Statement], release: Release, facet: str = facet) -> Iterator[str]:
                of_topic = _of_topic(next(iter(statements)), release)
                if not _are_written(of_topic):
                    yield facet
                yield from (one.text for each in of_topic for one in each.statements if facets.is_told(facet, one.id))

            yield Constraint(FACET, facet, bool, telling)


def _of_topic(statement: Statement, release: Release) -> list[Document]:
    """Return the documents of a statement's topic."""
    topic = release.by_path[statement.document].topic
    return [one for one in release.documents if one.topic == topic]


def _are_written(documents: Iterable[Document]) -> bool:
    return all(section.facets for document in documents for section in document.sections)
