"""What a topic is, as its documents' front matter says, and what headings tell of it."""

from __future__ import annotations

from bot.domain.ids import asked_of
from bot.domain.pointing import pointed_at
from bot.ingestion.campaign import asked_of_summaries, attach
from tests.ingestion.fakes import complaints, document, markdown, reading

NOTES = '\n[^A]: per 19 Jun 2025\n    "Judul", Harian Contoh, 2025-06-19. <https://contoh.id/a>\n'
FRONT = "topic: Bus sekolah (Antar Pintar)\nsummary: |\n  Bus sekolah adalah bus gratis.[^A]\n  Ada 40 bus.[^A]\n"


def test_a_summary_is_a_section_of_its_own_before_all_others() -> None:
    found = document(f"# Rute\nAda 12 rute.[^A]\n{NOTES}", extra=FRONT)
    first, second = found.sections
    assert (found.summary, found.topic) == (first.key, "Bus sekolah (Antar Pintar)")
    assert (first.title, first.facets) == ("Bus sekolah (Antar Pintar)", ("what",))
    assert [one.text for one in first.statements] == ["Bus sekolah adalah bus gratis.", "Ada 40 bus."]
    assert [one.labels for one in first.statements] == [("A",), ("A",)]
    assert [one.is_summary for one in (*first.statements, *second.statements)] == [True, True, False]


def test_the_topic_of_a_document_that_names_none_is_its_title() -> None:
    found = document("Ada bus.", title="Bus")
    assert (found.topic, found.summary) == ("Bus", None)


def test_a_summary_is_asked_for_by_each_name_of_its_topic_and_by_none_of_its_facts_questions() -> None:
    found = document(f"# Rute\nAda 12 rute.[^A]\n{NOTES}", extra=FRONT)
    summary = found.sections[0].statements[0]
    asked = asked_of_summaries([found])[asked_of(summary.id)]
    assert "Bus sekolah" in asked
    assert "Apa itu Antar Pintar?" in asked
    (attached,) = attach([found], {"A": ("berapa rute?",)})
    assert [one.aliases[:1] for one in attached.statements] == [("Bus sekolah",), ("Bus sekolah",), ("berapa rute?",)]


def test_words_that_point_at_a_statement_of_a_fact_do_not_mean_the_summary_that_repeats_them() -> None:
    found = document(f"# Armada\nDi kota ada 40 bus sekolah.[^A]\n{NOTES}", extra=FRONT)
    assert [one.is_summary for one in pointed_at("A: 40 bus", found.statements)] == [False]
    assert [one.is_summary for one in pointed_at(f"{found.summary}: 40 bus", found.statements)] == [True]


def test_a_summary_without_a_footnote_or_with_one_that_is_not_there_is_an_error() -> None:
    bare = markdown("Ada bus.", extra="summary: Bus itu gratis.\n")
    lost = markdown("Ada bus.", extra='summary: "Bus itu gratis.[^B]"\n')
    assert complaints({"a.md": bare}) == [
        'a.md:1: "summary" has no footnote mark: each of its sentences needs one, as [^label]'
    ]
    assert complaints({"a.md": lost}) == ['a.md:1: footnote [^B] of "summary" has no definition']


def test_the_twins_summary_stands_beside_the_originals() -> None:
    english = FRONT.replace("Bus sekolah adalah bus gratis.", "The school bus is free.").replace(
        "Ada 40 bus.", "There are 40 buses."
    )
    files = {
        "bus.md": markdown(f"# Rute\nAda 12 rute.[^A]\n{NOTES}", extra=FRONT),
        "bus.en.md": markdown(f"# Routes\nThere are 12 routes.[^A]\n{NOTES}", title="School bus", extra=english),
    }
    (found,) = reading(files).documents
    first = next(found.statements)
    assert first.twin
    assert first.twin.text == "The school bus is free."


def test_headings_say_what_they_tell_beside_their_kind() -> None:
    found = document("# Rute {kind=umum facet=where, count}\nAda rute.\n# Biaya {facet=amount}\nGratis.\n# Lain\nAda.")
    assert [one.facets for one in found.sections] == [("where", "count"), ("amount",), ()]
    assert [one.title for one in found.sections] == ["Rute", "Biaya", "Lain"]


def test_an_unknown_facet_is_an_error_that_names_the_known_ones() -> None:
    (said,) = complaints({"a.md": markdown("# Rute {facet=warna}\nAda rute.")})
    assert said.startswith('a.md:4: facet is "warna"; it must be one of what, who, ')
