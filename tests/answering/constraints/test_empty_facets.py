"""What is asked of a topic whose authors say what it tells, and which they don't tell."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.constraints.empty_facets import FACET
from bot.answering.constraints.recognisers import missing
from bot.answering.understanding.query import parse
from bot.domain.documents import Document, Release
from bot.domain.facets import Asked
from tests.releases import document, release, section


def written(*facets: tuple[str, ...], topic: str = "Umrah", path: str = "umrah.md") -> Document:
    """A document whose sections tell these facets."""
    titled = document(*(section(f"{topic} {n}", f"Isi {topic} {n}.") for n in range(len(facets))), path=path)
    sections = tuple(replace(one, facets=some) for one, some in zip(titled.sections, facets, strict=True))
    return replace(titled, topic=topic, sections=sections)


def lacking(known: Release, facet: str, probability: float = 0.9) -> tuple[str, str] | None:
    asked = replace(parse("umrah gimana", "id", known), asked=Asked(((facet, probability),)))
    constraint = missing(asked, [next(iter(known.statements.values()))], known)
    return (constraint.kind, constraint.said) if constraint else None


def test_a_facet_that_no_section_of_the_topic_has_is_missing() -> None:
    known = release(written(("who",), ("when", "where")))
    assert lacking(known, "count") == (FACET, "count")
    assert lacking(known, "where") is None


def test_another_document_of_the_topic_may_tell_it_but_another_topic_may_not() -> None:
    more = written(("count",), path="kuota.md")
    assert lacking(release(written(("who",)), more), "count") is None
    assert lacking(release(written(("who",)), replace(more, topic="Bus")), "count") == (FACET, "count")


def test_where_an_author_has_left_a_heading_without_facets_nobody_knows_what_is_missing() -> None:
    assert lacking(release(written(("who",), ())), "count") is None


def test_what_is_not_surely_asked_for_is_not_missing() -> None:
    assert lacking(release(written(("who",))), "count", 0.6) is None
