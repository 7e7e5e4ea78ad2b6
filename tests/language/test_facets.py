"""The general facets and their examples."""

from __future__ import annotations

from bot.language.facets import WHAT, asked_what, facets, keys, named
from bot.language.registry import CODES


def test_each_facet_has_a_name_and_examples_of_questions_and_of_sentences_in_each_language() -> None:
    assert len(set(keys())) == len(keys()) > 20
    assert WHAT in keys()
    for facet in facets():
        assert {"id", "en"} <= set(facet.name)
        assert len(facet.asked) >= 20
        assert len(facet.told) >= 10


def test_no_example_keeps_an_empty_slot() -> None:
    assert [text for facet in facets() for text in (*facet.asked, *facet.told) if "{" in text] == []


def test_no_example_is_of_two_facets() -> None:
    asked = [text for facet in facets() for text in facet.asked]
    assert len(set(asked)) == len(asked)


def test_a_facet_is_named_in_the_readers_language_or_in_another() -> None:
    assert named("amount", "en") == "how much"
    assert named("amount", "id") == named("amount", "xx")


def test_what_something_is_is_asked_in_each_language_that_has_examples() -> None:
    assert next(asked_what("bus sekolah", "id")) == "Apa itu bus sekolah?"
    assert all("school bus" in text for text in asked_what("the school bus", "en"))
    assert list(asked_what("bus", "xx")) == []
    assert set(CODES) >= {"id", "en"}
