"""The difference between the live release and a new reading."""

from bot.domain.documents import Document, Manifest, Release
from bot.domain.releases import Edit, Overtaken, Sort, Words
from bot.ingestion.plan import describe, describe_shared, diff
from tests.ingestion.fakes import markdown, reading
from tests.releases import NOW

NOTES = "\n[^A]: per 2025\n    J, X.\n[^B]: J, X.\n"
BODY = "Usia paling tinggi 25 tahun.[^A] Gratis.\n## Daftar\nDaftar di kampus.[^B]\n## Lain\nTetap.\n" + NOTES


def documents(**bodies: str) -> tuple[Document, ...]:
    found = reading({f"{name}.md": markdown(body, f"Judul {name}") for name, body in bodies.items()})
    assert found.errors == ()
    return found.documents


def release(*some: Document) -> Release:
    return Release(Manifest("20261124-120000-abc", NOW, "words", 1, "", {}, {}), some)


def test_without_a_release_everything_is_new() -> None:
    plan = diff(None, documents(a=BODY))
    assert (plan.since, plan.documents, plan.statements) == (None, 1, 4)
    assert (plan.documents_added, len(plan.added), plan.changed, plan.removed) == (("a.md",), 4, (), ())
    assert list(describe(plan)) == ["1 document with 4 statements", "no release yet: all of it is new"]


def test_the_same_documents_make_an_empty_plan() -> None:
    plan = diff(release(*documents(a=BODY)), documents(a=BODY))
    assert not any((plan.documents_added, plan.documents_changed, plan.documents_removed))
    assert not any((plan.added, plan.changed, plan.removed))


def test_documents_and_statements_are_added_changed_and_removed() -> None:
    old = release(*documents(a=BODY, gone="Pergi."))
    changed = BODY.replace("25 tahun", "26 tahun").replace("Tetap.", "Lain sama sekali.")
    plan = diff(old, documents(a=changed, new="Datang."))
    assert (plan.documents_added, plan.documents_changed, plan.documents_removed) == (
        ("new.md",),
        ("a.md",),
        ("gone.md",),
    )
    assert [(change.old.text, change.new.text) for change in plan.changed] == [
        ("Usia paling tinggi 25 tahun.", "Usia paling tinggi 26 tahun.")
    ]
    assert [statement.text for statement in plan.added] == ["Lain sama sekali.", "Datang."]
    assert [statement.text for statement in plan.removed] == ["Tetap.", "Pergi."]
    assert list(describe(plan)) == [
        "2 documents with 5 statements",
        "against release 20261124-120000-abc:",
        "  documents: 1 added, 1 changed, 1 removed",
        "    + new.md",
        "    ~ a.md",
        "    - gone.md",
        "  statements: 2 added, 1 changed, 2 removed",
        "    + a.md#lain: Lain sama sekali.",
        "    + new.md#judul-new: Datang.",
        "    ~ a.md#judul-a: Usia paling tinggi [-25-] {+26+} tahun.",
        "    - a.md#lain: Tetap.",
        "    - gone.md#judul-gone: Pergi.",
    ]


def test_a_changed_footnote_is_a_changed_statement_and_a_moved_line_is_none() -> None:
    old = release(*documents(a=BODY))
    assert diff(old, documents(a="\n\n" + BODY)).changed == ()
    (change,) = diff(old, documents(a=BODY.replace("per 2025", "per 2026"))).changed
    assert change.new.footnotes[0].as_of == "2026"


def test_many_statements_are_counted_and_only_some_shown() -> None:
    lines = list(
        describe(diff(release(*documents(a="Satu.")), documents(a="\n".join(f"- butir {n} x" for n in range(70)))))
    )
    assert "  statements: 70 added, 0 changed, 1 removed" in lines
    assert "    + … and 20 more" in lines
    assert len(lines) < 60


def test_the_shared_answers_that_change_are_listed_with_how_often_they_were_opened() -> None:
    edit = Edit("Biaya", (Words(Sort.KEPT, "UKT"), Words(Sort.REMOVED, "Rp5"), Words(Sort.ADDED, "Rp2")))
    one = Overtaken("K7F29QXM4RTA", 1, "updated", (edit,))
    assert list(describe_shared([one])) == [
        "shared answers that would change: 1",
        "  K7F2-9QXM-4RTA, opened 1 time: updated",
        "    Biaya: UKT [-Rp5-] {+Rp2+}",
    ]
    assert list(describe_shared([])) == []
