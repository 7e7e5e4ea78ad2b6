"""What a statement of an earlier release has become."""

from bot.domain.documents import Release, Statement
from bot.domain.succession import successors
from tests.ingestion.test_plan import BODY, NOTES, documents, release


def successor(one: Statement, later: Release) -> Statement | None:
    return successors([one], later.statements.values())[one.id]


def test_a_successor_is_the_same_statement_if_it_is_still_there() -> None:
    (old,) = documents(a=BODY)
    first = next(old.statements)
    assert successor(first, release(*documents(a="Baru.[^A] " + BODY))) == next(
        each for each in documents(a="Baru.[^A] " + BODY)[0].statements if each.id == first.id
    )


def test_a_successor_has_the_same_label_and_the_nearest_text_in_the_same_section() -> None:
    (old,) = documents(a=BODY)
    new = "Tahun 2025 dimulai.[^A] Usia paling tinggi 27 tahun.[^A]\n## Daftar\nUsia paling tinggi 25 tahun saja.[^A]\n"
    found = successor(next(old.statements), release(*documents(a=new + NOTES)))
    assert found
    assert found.text == "Usia paling tinggi 27 tahun."


def test_a_successor_may_have_moved_within_its_document_but_not_into_another() -> None:
    (old,) = documents(a=BODY)
    moved = successor(next(old.statements), release(*documents(a="Awal.\n## Usia\nDua puluh lima.[^A]\n" + NOTES)))
    assert moved
    assert moved.section == "a.md#usia"
    assert successor(next(old.statements), release(*documents(a="Awal.", b=BODY))) is None


def test_two_statements_never_become_the_same_the_nearer_one_does() -> None:
    body = "- Membawa kartu pelajar.[^A]\n- Mendaftar paling lambat 31 Juli.[^A]\n"
    (old,), (new,) = documents(a=body + NOTES), documents(a="- Mendaftar paling lambat 15 Agustus.[^A]\n" + NOTES)
    card, deadline = old.statements
    became = successors(old.statements, new.statements)
    assert became[card.id] is None
    assert became[deadline.id] == next(new.statements)
