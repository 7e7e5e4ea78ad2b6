"""The /program menu."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.documents import Document, Kind
from bot.domain.programs import tree
from tests.releases import document, release, section, statement


def everything(kind: Kind) -> bool:
    return True


KNOWN = release(
    document(section("Syarat", "Satu."), path="a.md", title="Syarat kuliah", program="kuliah-gratis"),
    document(section("Uang", "Dua."), path="b.md", title="Uang kuliah", program="kuliah-gratis"),
    document(section("Rumah", "Tiga.", kind=Kind.JANJI), path="c.md", title="Rumah murah", program="rumah"),
    document(section("Lain", "Empat."), path="d.md", title="Lain-lain", program=None),
)


def test_programs_hold_documents_and_these_hold_sections() -> None:
    first, *_ = tree(KNOWN, "id", everything)
    assert first.title == "Kuliah gratis"
    assert [one.title for one in first.children] == ["Syarat kuliah", "Uang kuliah"]
    assert [one.title for one in first.children[0].children] == ["Syarat"]


def test_a_program_of_one_document_is_that_document_and_loose_ones_stand_beside() -> None:
    assert [one.title for one in tree(KNOWN, "id", everything)] == ["Kuliah gratis", "Rumah murah", "Lain-lain"]


def test_what_may_not_be_said_now_is_not_in_the_menu() -> None:
    titles = [one.title for one in tree(KNOWN, "id", lambda kind: kind is not Kind.JANJI)]
    assert titles == ["Kuliah gratis", "Lain-lain"]


def test_ids_fit_a_button_and_differ() -> None:
    def ids(branches: object) -> list[str]:
        return [each for one in branches for each in (one.id, *ids(one.children))]  # type: ignore[attr-defined]

    found = ids(tree(KNOWN, "id", everything))
    assert len(found) == len(set(found))
    assert max(map(len, found)) <= 10


def test_headings_are_shown_in_the_readers_language_where_there_is_a_twin() -> None:
    known = release(document(section("Usia", statement("x", english="y"), english="Age"), section("Biaya", "z")))
    assert [one.title for one in tree(known, "en", everything)[0].children] == ["Age", "Biaya"]


def test_deliveries_come_first_rules_last_and_the_larger_before_the_smaller() -> None:
    def one(name: str, kind: Kind, *texts: str) -> Document:
        made = document(section(name, *texts, kind=kind), path=f"{name}.md", title=name, program=name)
        return replace(made, kind=kind)

    known = release(
        one("aturan", Kind.ATURAN, "a", "b", "c"),
        one("bus", Kind.PELAKSANAAN, "d"),
        one("kuliah", Kind.PELAKSANAAN, "e", "f"),
    )
    assert [branch.title for branch in tree(known, "id", everything)] == ["kuliah", "bus", "aturan"]


def test_a_program_is_named_in_the_readers_language_where_its_twin_names_it() -> None:
    docs = [
        replace(document(section(name, name), path=f"{name}.md", title=name, program="rumah"), twin_program="housing")
        for name in ("satu", "dua")
    ]
    assert tree(release(*docs), "en", everything)[0].title == "Housing"
    assert tree(release(*docs), "id", everything)[0].title == "Rumah"
