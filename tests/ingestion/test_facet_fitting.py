"""The facets of a release's statements: by heading and words, and as their authors wrote them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bot.domain.documents import Release, Role
from bot.domain.facets import NO_FACETS, Facets
from bot.ingestion.facet_fitting import Texts
from bot.language.facets import Facet
from tests.releases import document, release, section

WORDS = ("berapa", "rupiah", "kapan", "tanggal", "mana")
GENERAL = (
    Facet("amount", {"id": "besarnya"}, ("berapa rupiah", "berapa ini"), ("nilainya seribu rupiah", "satu rupiah")),
    Facet("when", {"id": "jadwal"}, ("kapan itu", "kapan, tanggal ini"), ("tanggal satu Mei", "pada tanggal dua")),
    Facet("where", {"id": "tempat"}, ("di mana itu", "mana ini"), ("di mana saja", "di mana-mana")),
)
KNOWN = release(
    document(
        section("Berapa rupiah", "Uangnya sejuta rupiah.", "Dibayar tanggal lima."),
        section("Kapan", "Pada tanggal enam."),
    )
)


def meaning(text: str) -> list[float]:
    """A vector that tells which of some words a text holds."""
    return [float(word in text.lower()) for word in WORDS] + [0.1]


def fitted(known: Release, general: tuple[Facet, ...] = GENERAL) -> Facets:
    texts = Texts(general, known)
    vectors = {role: np.array([meaning(text) for text in some], np.float32) for role, some in texts.wanted.items()}
    return texts.fit(vectors)


def test_examples_headings_and_statements_are_embedded_each_in_its_role() -> None:
    wanted = Texts(GENERAL, KNOWN).wanted
    assert wanted[Role.QUERY] == [*GENERAL[0].asked, *GENERAL[1].asked, *GENERAL[2].asked, "Berapa rupiah", "Kapan"]
    assert wanted[Role.PASSAGE][-3:] == ["Uangnya sejuta rupiah.", "Dibayar tanggal lima.", "Pada tanggal enam."]


def test_a_question_asks_for_what_the_examples_like_it_ask_for() -> None:
    facets = fitted(KNOWN)
    for question, facet in (("berapa rupiah", "amount"), ("kapan", "when")):
        vector = np.array(meaning(question), np.float32)
        assert facets.asked(question, vector).likely[0][0] == facet


def test_a_statement_tells_what_its_heading_and_its_words_say() -> None:
    facets = fitted(KNOWN)
    money, _, tomorrow = KNOWN.statements
    assert (facets.of(money), facets.of(tomorrow)) == ("amount", "when")


def test_where_its_author_wrote_facets_it_tells_one_of_these() -> None:
    (whole,) = KNOWN.documents
    first, second = whole.sections
    written = release(replace(whole, sections=(replace(first, facets=("when",)), second)))
    assert {fitted(written).of(one.id) for one in first.statements} == {"when"}


def test_a_program_without_facets_embeds_nothing_more() -> None:
    assert Texts((), KNOWN).wanted == {}
    assert fitted(KNOWN, ()) is NO_FACETS
