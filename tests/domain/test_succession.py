"""What a statement of an earlier release has become."""

from bot.domain.succession import successor
from tests.ingestion.test_plan import BODY, NOTES, documents, release


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
