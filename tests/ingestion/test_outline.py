"""A report in outline."""

from bot.domain.releases import Score, Sort, Tally, Words
from bot.ingestion.outline import outline
from tests.ingestion.fakes import Bench, markdown

NOTES = "\n\n[^A]: J, X.\n"


async def test_an_outline_tells_what_changes_and_what_speaks_against_it() -> None:
    bench = Bench({"a.md": markdown(f"Usia 25.[^A] Tetap.{NOTES}")}, exam="usia? = 25\nlain? = Tetap")
    await bench.publish()
    bench.folder.files |= {"a.md": markdown(f"Usia 26.[^A] Baru.{NOTES}"), "b.md": markdown("Lain. 30 tahun.", "B")}
    report = await bench.ingestion.prepare(lambda step, done, total: None)
    told = outline(report)
    assert report.candidate
    assert (told.candidate, told.is_passed) == (report.candidate.id, False)
    assert (told.documents, told.statements) == (Tally(1, 1, 0), Tally(3, 1, 1))
    assert told.changed_documents == ("+ b.md", "~ a.md")
    (edit,) = told.changed
    assert edit.words == (Words(Sort.KEPT, "Usia"), Words(Sort.REMOVED, "25."), Words(Sort.ADDED, "26."))
    assert [one.words for one in told.removed] == [(Words(Sort.REMOVED, "Tetap."),)]
    assert (told.score, told.turns) == (Score(0, 2, 2), 2)
    assert [(one.question, one.before, one.was_right, one.is_right) for one in told.broken] == [
        ("usia?", "Usia 25. Tetap.", True, False),
        ("lain?", "Usia 25. Tetap.", True, False),
    ]
    assert [one.phrase.key for one in told.warnings] == [
        "finding-no-source",
        "finding-undated",
        "finding-unlinked",
        "finding-number",
    ]
    assert told.warned == 4
    assert ([one.code for one in told.overtaken], told.overtakes) == (["K7F29RXM4RTA"], 1)


async def test_an_outline_of_nothing_new_has_no_candidate() -> None:
    bench = Bench({"a.md": markdown("Gratis.")})
    await bench.publish()
    told = outline(await bench.rehearse())
    assert (told.candidate, told.is_passed, told.score, told.statements) == (None, True, None, Tally(0, 0, 0))
