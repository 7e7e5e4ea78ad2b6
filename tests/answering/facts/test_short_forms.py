"""First lines that are an editor's short form of a statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.facts.answering import first_line
from bot.answering.understanding.query import parse
from bot.domain.answers import FirstLine
from bot.domain.documents import Kind
from bot.domain.facts import Operation
from tests.releases import document, release, section, statement

CANTEEN = replace(
    statement("Makan siang di kantin tidak ada dalam daftar enam program.", "F-1"), short="Kantin tidak masuk daftar."
)
TEACHERS = replace(
    statement("Insentif dibayarkan kepada para guru honorer.", "F-2"), short="Guru honorer dapat insentif."
)
PLEDGE = replace(statement("Pasangan itu menjanjikan jalan baru.", "F-3"), short="jalan baru.")
NAMED_PLEDGE = replace(statement("Pasangan itu menjanjikan taman baru.", "F-4"), short="Dijanjikan: taman baru.")
LONG_PLEDGE = replace(statement("Pasangan itu menjanjikan pasar baru.", "F-6"), short=" ".join(["pasar"] * 15))
BARE = statement("Perpustakaan buka setiap hari kerja.", "F-5")
HELD = release(
    document(
        section("Kantin", CANTEEN),
        section("Insentif", TEACHERS),
        section("Janji", PLEDGE, NAMED_PLEDGE, LONG_PLEDGE, kind=Kind.JANJI),
        section("Perpustakaan", BARE),
    )
)


def asked(question: str, beginning: str, *, taught: bool | None = True) -> FirstLine | None:
    chosen = [one for one in HELD.statements.values() if one.text.startswith(beginning)]
    return first_line(parse(question, "id", HELD), chosen, HELD, "id", lambda kind: True, taught=taught)


def said(first: FirstLine | None) -> list[str]:
    assert first
    return [" ".join((one.key.removeprefix("first-"), *(text for _, text in one.values))) for one in first.phrases]


def test_a_short_form_is_said_first_and_its_statement_proves_it() -> None:
    found = asked("siapa yang diberi insentif", "Insentif")
    assert said(found) == ["short Guru honorer dapat insentif."]
    assert found
    assert found.operation is Operation.QUOTE
    assert [HELD.statements[one].text for one in found.statements] == [TEACHERS.text]


def test_a_statement_without_one_is_only_quoted() -> None:
    assert asked("kapan saja perpustakaan melayani", "Perpustakaan") is None


@pytest.mark.parametrize(
    ("question", "beginning", "says"),
    [
        ("guru honorer dapat insentif tidak?", "Insentif", ["yes", "short Guru honorer dapat insentif."]),
        ("kantin masuk daftar tidak?", "Makan", ["no", "short Kantin tidak masuk daftar."]),
        ("guru SMA honorer dapat insentif tidak?", "Insentif", ["short Guru honorer dapat insentif."]),
        ("dosen honorer dapat insentif tidak?", "Insentif", ["short Guru honorer dapat insentif."]),
        ("kantin tidak masuk daftar, ya?", "Makan", ["short Kantin tidak masuk daftar."]),
    ],
)
def test_it_gives_yes_or_no_only_where_it_says_all_that_is_asked(
    question: str, beginning: str, says: list[str]
) -> None:
    assert said(asked(question, beginning)) == says


@pytest.mark.parametrize(
    ("taught", "says"),
    [(True, ["short Guru honorer dapat insentif."]), (False, ["unsettled"]), (None, ["unsettled"])],
)
def test_where_few_words_are_held_it_is_said_of_a_yes_or_no_if_questions_have_taught_so(
    taught: bool | None, says: list[str]
) -> None:
    assert said(asked("pengajar kontrak di desa berhak insentif tidak?", "Insentif", taught=taught)) == says


def test_a_promise_is_said_to_be_one_by_itself_or_before_it() -> None:
    assert said(asked("apa yang dijanjikan soal jalan", "Pasangan itu menjanjikan jalan")) == [
        "promised",
        "short jalan baru.",
    ]
    assert said(asked("apa yang dijanjikan soal taman", "Pasangan itu menjanjikan taman")) == [
        "short Dijanjikan: taman baru."
    ]


def test_a_promise_is_told_as_one_to_who_asks_for_neither_and_never_to_who_asks_what_came_of_it() -> None:
    assert said(asked("bagaimana soal jalan baru", "Pasangan itu menjanjikan jalan")) == [
        "promised",
        "short jalan baru.",
    ]
    assert asked("apakah jalan baru sudah dibangun", "Pasangan itu menjanjikan jalan") is None


def test_a_promise_whose_label_would_make_it_too_long_is_only_quoted() -> None:
    assert asked("pasar baru apa dari pasangan itu", "Pasangan itu menjanjikan pasar") is None
