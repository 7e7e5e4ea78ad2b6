"""What is left of a release without what was withdrawn from it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.documents import Release, Statement
from bot.domain.withdrawals import Withdrawal, remainder, whole, withdrawn_from
from tests.releases import NOW, document, release, section

AGE, QUOTA = "Paling tua 25 tahun.", "Kuota 500 orang."


def made(heading: str = "Syarat", path: str = "contoh.md", text: str = AGE) -> Release:
    return release(document(section(heading, text, QUOTA), section("Lain", "Kantor buka Senin."), path=path))


def withdrawal(one: Statement) -> Withdrawal:
    return Withdrawal(one.id, one.section, one.text, "ada kesalahan", NOW, "hash")


def texts(known: Release) -> list[str]:
    return [one.text for one in known.statements.values()]


FIRST = withdrawal(next(iter(made().statements.values())))
WITHDRAWN = {FIRST.statement: FIRST}


def test_a_withdrawn_statement_is_nowhere_in_what_is_left() -> None:
    known = made()
    left = remainder(known, WITHDRAWN)
    assert FIRST.text not in texts(left)
    assert all(FIRST.text != one.text for some in left.by_label.values() for one in some)
    assert left.id == known.id
    assert whole(left) is known
    assert withdrawn_from(left) == WITHDRAWN


def test_a_release_that_holds_nothing_withdrawn_stays_the_same_object() -> None:
    known = made(text="Paling tua 30 tahun.")
    assert remainder(known, WITHDRAWN) is known
    assert withdrawn_from(known) == {}
    assert whole(known) is known


def test_a_section_that_has_lost_all_its_statements_still_stands() -> None:
    known = made()
    all_of_it = {one.id: withdrawal(one) for one in known.sections["contoh.md#syarat"].statements}
    left = remainder(known, all_of_it)
    assert left.sections["contoh.md#syarat"].statements == ()
    assert texts(left) == ["Kantor buka Senin."]


def test_an_edit_elsewhere_in_the_document_brings_nothing_back() -> None:
    edited = release(document(section("Syarat", AGE, "Kuota 600 orang."), section("Baru", "Gratis.")))
    assert AGE not in texts(remainder(edited, WITHDRAWN))


def test_a_new_heading_or_file_name_brings_nothing_back() -> None:
    for moved in (made(heading="Ketentuan"), made(path="baru.md")):
        left = remainder(moved, WITHDRAWN)
        assert AGE not in texts(left)
        assert [moved.statements[key].text for key in withdrawn_from(left)] == [AGE]


def test_the_same_words_elsewhere_stay_where_the_withdrawn_ones_are_known() -> None:
    twice = release(document(section("Syarat", AGE), section("Lain", AGE)))
    assert texts(remainder(twice, WITHDRAWN)) == [AGE]
    elsewhere = release(document(section("Ketentuan", AGE)), document(section("Syarat", AGE), path="lain.md"))
    assert [one.document for one in remainder(elsewhere, WITHDRAWN).statements.values()] == ["lain.md"]


def test_a_statement_that_says_something_else_is_a_new_one() -> None:
    corrected = made(text="Paling tua 24 tahun.")
    assert texts(remainder(corrected, {FIRST.statement: replace(FIRST, reason="salah")}))[0] == "Paling tua 24 tahun."
